"""Days, dates that are known less exactly, and spans of time."""

import re
from calendar import monthrange
from datetime import date
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.text import Text


class Interval(Text):
    """A span of time in words: `6 months`, `1 year`."""

    __slots__ = ()
    pattern = r"^[1-9][0-9]{0,2} (day|week|month|year)s?$"

    @classmethod
    def check(cls, value: str) -> Self:
        """Return the interval, or say how to write one."""
        value = " ".join(super().check(value).split())
        if not re.fullmatch(cls.pattern, value):
            raise PydanticCustomError(
                "not_an_interval",
                "{value} is not a span of time: write a number and days, weeks, months or years",
                {"value": repr(str(value))},
            )
        return cls(value)

    def after(self, start: date) -> date:
        """Return the day that lies this span after `start`; the last of a shorter month.

        What lies beyond the calendar ends on its last day.
        """
        count, unit = int(self.split()[0]), self.split()[1].rstrip("s")
        if unit in ("day", "week"):
            days = count * (7 if unit == "week" else 1)
            return date.fromordinal(min(start.toordinal() + days, date.max.toordinal()))
        months = start.year * 12 + start.month - 1 + count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        if year > date.max.year:
            return date.max
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(start.day, last))


class When(Text):
    """A date as precise as it is known: `2024`, `2024-06` or `2024-06-30`."""

    __slots__ = ()
    pattern = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

    @classmethod
    def check(cls, value: str) -> Self:
        """Return the date, or say how to write one."""
        value = super().check(value)
        if not re.fullmatch(cls.pattern, value) or not _is_day(value + "-01-01"[len(value) - 4 :]):
            raise PydanticCustomError(
                "not_a_date",
                "{value} is not a date: write 2024, 2024-06 or 2024-06-30",
                {"value": repr(str(value))},
            )
        return cls(value)


class Day(date):
    """A calendar day, written `2026-11-21`."""

    @classmethod
    def check(cls, value: str) -> "Day":
        """Return the day, or say how to write one."""
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) or not _is_day(value):
            raise PydanticCustomError(
                "not_a_day",
                "{value} is not a date: write it as 2026-11-21",
                {"value": repr(value)},
            )
        return cls.fromisoformat(value)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.check, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
