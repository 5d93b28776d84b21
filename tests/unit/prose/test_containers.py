"""Admonitions, details and tabs as CommonMark reads them."""

import pytest

from generator.prose import as_quotations


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("No container.\n\n    code", "No container.\n\n    code"),
        ("!!! note\n    a\n\n    b\nc", "        \n>   a\n\n>   b\nc"),
        ('??? note "T"\n    a\n\n        code', "            \n>   a\n\n>       code"),
        ('=== "A"\n    a\n=== "B"\n    b', "       \n>   a\n       \n>   b"),
        ("!!! a\n    !!! b\n        c\n    d", "     \n>        \n>   >   c\n>   d"),
        ("Title\n===\n\n    code", "Title\n===\n\n    code"),
        ("```\n!!! note\n    a\n```\n!!! b\n    c", "```\n!!! note\n    a\n```\n     \n>   c"),
    ],
)
def test_containers_are_quotations(page: str, read: str) -> None:
    assert as_quotations(page) == read
    assert [len(line) for line in read.split("\n")] == [len(line) for line in page.split("\n")]
