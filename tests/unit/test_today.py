"""The day that counts as today."""

from datetime import date

import pytest

from generator.today import today


def test_the_environment_may_say_which_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today() == date(1970, 1, 2)


@pytest.mark.parametrize("value", ["", "yesterday", "-1"])
def test_otherwise_the_clock_does(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    before = date.today()
    assert before <= today() <= date.today()
