"""Intervals, dates, and short forms of parts."""

from datetime import date

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from generator.model.parts import (
    Example,
    HowItWorks,
    Mistake,
    MisuseCase,
    Relation,
    Step,
    Takeaway,
    UseCase,
)
from generator.model.relations import RelationKind
from generator.model.times import Day, Interval, When
from generator.part import ShortPart


@pytest.mark.parametrize(
    ("interval", "start", "end"),
    [
        ("1 day", "2026-12-31", "2027-01-01"),
        ("2 weeks", "2024-02-20", "2024-03-05"),
        ("1 month", "2026-01-31", "2026-02-28"),
        ("1 month", "2024-01-31", "2024-02-29"),
        ("1 month", "2026-03-31", "2026-04-30"),
        ("1 month", "2026-12-15", "2027-01-15"),
        ("11 months", "2026-01-15", "2026-12-15"),
        ("12 months", "2026-01-31", "2027-01-31"),
        ("1 year", "2024-02-29", "2025-02-28"),
        ("4 years", "2024-02-29", "2028-02-29"),
        ("1 year", "1999-12-31", "2000-12-31"),
        ("999 years", "2026-11-21", "3025-11-21"),
    ],
)
def test_an_interval_ends_on_the_same_day_or_the_last_of_a_shorter_month(
    interval: str, start: str, end: str
) -> None:
    assert Interval.check(interval).after(date.fromisoformat(start)) == date.fromisoformat(end)


@pytest.mark.parametrize("interval", ["1 day", "999 weeks", "1 month", "999 years"])
def test_an_interval_beyond_the_calendar_ends_with_the_calendar(interval: str) -> None:
    assert Interval.check(interval).after(date.max) == date.max


@pytest.mark.parametrize("text", ["6 months", "1 day", "1  year", "52 weeks", "1 months"])
def test_an_interval_is_a_number_and_a_unit(text: str) -> None:
    assert Interval.check(text) == " ".join(text.split())


@pytest.mark.parametrize("text", ["0 days", "months", "1.5 years", "-1 day", "1000 days", "1y"])
def test_anything_else_is_no_interval(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        Interval.check(text)
    assert caught.value.message() == (
        f"{text!r} is not a span of time: write a number and days, weeks, months or years"
    )


@pytest.mark.parametrize("text", ["2024", "2024-06", "2024-06-30", "2024-02-29"])
def test_a_date_may_be_as_precise_as_it_is_known(text: str) -> None:
    assert When.check(text) == text


@pytest.mark.parametrize("text", ["24", "2024-13", "2023-02-29", "2024-6-30", "0000", "June"])
def test_a_date_must_exist(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        When.check(text)
    assert caught.value.message() == (f"{text!r} is not a date: write 2024, 2024-06 or 2024-06-30")


def test_a_day_is_a_date() -> None:
    assert Day.check("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    ["2023-02-29", "20240229", "2024-W01-1", "21.11.2026", "2026-11-21T00:00", "２０２６-01-01"],
)
def test_a_day_is_written_in_one_way(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        Day.check(text)
    assert caught.value.message() == f"{text!r} is not a date: write it as 2026-11-21"


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (Step, "text"),
        (HowItWorks, "text"),
        (UseCase, "when"),
        (MisuseCase, "when"),
        (Example, "text"),
        (Mistake, "mistake"),
        (Takeaway, "point"),
        (Relation, "term"),
    ],
)
def test_plain_text_stands_for_the_field_that_matters(part: type[ShortPart], field: str) -> None:
    assert part.model_validate("some-text") == part.model_validate({field: "some-text"})


def test_a_relation_is_related_unless_it_says_otherwise() -> None:
    assert Relation.model_validate("a").relation is RelationKind.RELATED


def test_a_part_cannot_be_changed() -> None:
    step = Step.model_validate("Collect.")
    with pytest.raises(ValidationError):
        step.text = "Train."  # type: ignore[assignment,misc]
