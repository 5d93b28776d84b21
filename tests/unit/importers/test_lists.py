"""How people write lists, and titles with addresses."""

import pytest

from generator.importers.lists import items, links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One", ["One"]),
        ("One\nTwo", ["One", "Two"]),
        ("One,\nstill one\n\nTwo", ["One,\nstill one", "Two"]),
        ("- One\n- Two", ["One", "Two"]),
        ("* One\n+ Two\n• Three", ["One", "Two", "Three"]),
        ("1. One\n2) Two", ["One", "Two"]),
        ("- One\n  goes on\n\n  and on\n- Two", ["One\ngoes on\n\nand on", "Two"]),
        ("- One\n  - a part of it\n- Two", ["One\n- a part of it", "Two"]),
        ("  - One\n  - Two", ["One", "Two"]),
        ("First of all\n- One", ["First of all", "One"]),
        ("-no list", ["-no list"]),
        ("**bold** words", ["**bold** words"]),
        ("2024. A good year", ["2024. A good year"]),
        ("- \n- One", ["-", "One"]),
        ("", []),
    ],
)
def test_items(text: str, expected: list[str]) -> None:
    assert items(text) == expected


A = "https://a.example/b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"A title, {A}", {"title": "A title", "url": A}),
        (f"A title: {A}.", {"title": "A title", "url": A}),
        (f"A title – {A}", {"title": "A title", "url": A}),
        (f"A title <{A}>", {"title": "A title", "url": A}),
        (f"[A title]({A})", {"title": "A title", "url": A}),
        (f"{A}: a title", {"title": "a title", "url": A}),
        (f"A title ({A})", {"title": "A title", "url": A}),
        (A, {"title": "a.example", "url": A}),
        ("HTTPS://A.EXAMPLE", {"title": "a.example", "url": "HTTPS://A.EXAMPLE"}),
        (f"{A}_(c)", {"title": "a.example", "url": f"{A}_(c)"}),
        (f"First {A} and {A}/c", {"title": f"First {A} and", "url": f"{A}/c"}),
        ("A book without an address", {"title": "A book without an address"}),
        ("http://[", {"title": "http://[", "url": "http://["}),
    ],
)
def test_links(text: str, expected: dict[str, str]) -> None:
    assert links(text) == [expected]
