"""The day that a run counts as today. One of the few places that look at the clock."""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return today's date, or that of `SOURCE_DATE_EPOCH` if it is set.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()
