"""What `Retry-After` means."""

from datetime import timedelta
from email.utils import format_datetime

import pytest

from generator.external_links.manners import wanted_wait
from tests.unit.external_links.conversation import NOW


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        (format_datetime(NOW + timedelta(minutes=2), usegmt=True), 120),
        (format_datetime(NOW - timedelta(days=1), usegmt=True), 0),
        ("Sat, 21 Nov 2026 09:00:30", 30),
        ("9" * 4_000, 999_999_999),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("", None),
        ("٣", None),
        ("Sat, 99 Nov 2026 09:00:30 GMT", None),
    ],
)
def test_a_wait_is_a_number_of_seconds_or_a_date(said: str, seconds: float | None) -> None:
    assert wanted_wait(said, NOW) == seconds
