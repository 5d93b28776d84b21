"""The project that examples of rules live in."""

from collections.abc import Iterable, Mapping
from typing import Any

from tests.factories import as_yaml

CONFIG: Mapping[str, Any] = {
    "categories": {"models": {"name": "Models"}},
    "regions": {"NORDICS": {"name": "Nordic countries", "members": ["DK", "NO", "SE"]}},
}


def files(entries: Iterable[Mapping[str, Any]]) -> dict[str, str | bytes]:
    """Return the files of entries that carry their `id`."""
    return {
        f"terms/{entry['id']}.yml": as_yaml({k: v for k, v in entry.items() if k != "id"})
        for entry in entries
    }
