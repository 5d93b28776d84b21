"""Rules about time and sources: the whole of what is told, and what is fixed."""

from pathlib import Path

from tests.factories import comparison_text, term_text, told
from tests.unit.rules.fixing import fixed

URL = "https://example.org/a"


def one(text: str) -> dict[str, str | bytes]:
    return {"terms/token.yml": text}


def test_sources_that_nobody_says_to_have_read(tmp_path: Path) -> None:
    note = {"region": "AU", "text": "There.", "sources": [{"title": "Rates", "url": URL}]}
    text = term_text(regional_notes=[note], sources=[{"title": "Text", "url": URL}])
    assert told(tmp_path, one(text), {"rules": {"source-not-accessed": "hint"}}) == (
        "terms/token.yml:9:10: hint: nothing says when 'Rates' was last read "
        "[source-not-accessed]\n"
        "  9 │     url: https://example.org/a\n"
        "    │          ^^^^^^^^^^^^^^^^^^^^^ read it, and add 'accessed: …' with the day\n"
        "terms/token.yml:12:8: hint: nothing says when 'Text' was last read "
        "[source-not-accessed]\n"
        "  12 │   url: https://example.org/a\n"
        "     │        ^^^^^^^^^^^^^^^^^^^^^ read it, and add 'accessed: …' with the day"
    )


def test_dates_that_are_still_to_come(tmp_path: Path) -> None:
    text = (
        "name: Token\nreviewed: 2026-11-23\ndefinition: A part.\n"
        "regional_notes:\n- {region: AU, text: There., reviewed: 2027-01-01}\n"
        "sources:\n- {title: A, published: 2026-12}\n- {title: B, published: 2027}\n"
        "- {title: C, accessed: 2062-01-31}\n"
    )
    told_of = [line for line in told(tmp_path, one(text)).splitlines() if "[" in line]
    assert told_of == [
        "terms/token.yml:2:11: warning: '2026-11-23' is still to come [date-in-future]",
        "terms/token.yml:5:40: warning: '2027-01-01' is still to come [date-in-future]",
        "terms/token.yml:7:25: warning: '2026-12' is still to come [date-in-future]",
        "terms/token.yml:8:25: warning: '2027' is still to come [date-in-future]",
        "terms/token.yml:9:24: warning: '2062-01-31' is still to come [date-in-future]",
    ]


def test_the_hint_of_a_date_that_is_still_to_come(tmp_path: Path) -> None:
    assert told(tmp_path, one(term_text(reviewed="2062-11-21"))).replace(
        "'2062-11-21'\n", "@\n"
    ) == (
        "terms/token.yml:4:11: warning: '2062-11-21' is still to come [date-in-future]\n"
        "  4 │ reviewed: @\n"
        "    │           ^^^^^^^^^^^^ write the day that it was"
    )


def test_a_source_that_is_listed_twice_is_removed(tmp_path: Path) -> None:
    text = term_text(sources=[{"title": "Text", "publisher": "Press"}, {"title": "Other"}])
    twice = f"{text}- title: Text\n  publisher: Press\n"
    assert told(tmp_path, one(twice)) == (
        "terms/token.yml:8:10: warning: the source 'Text' is listed twice [duplicate-source]\n"
        "  8 │ - title: Text\n"
        "    │          ^^^^ remove this one\n"
        "   terms/token.yml:5:10: first here\n"
        "   fix: Remove the repeated source (termloom check --fix)"
    )
    assert fixed(tmp_path, one(twice)) == text


def test_a_source_that_is_listed_in_two_ways_is_left_to_the_author(tmp_path: Path) -> None:
    sources = [
        {"title": "Text", "url": f"{URL}/", "accessed": "2026-01-31"},
        {"title": "On text", "url": "http://example.org/a", "accessed": "2026-01-31"},
    ]
    files: dict[str, str | bytes] = {
        "terms/walk-or-ride.yml": comparison_text(sources=sources),
        "terms/ride.yml": term_text("ride"),
        "terms/walk.yml": term_text("walk"),
    }
    shown = told(tmp_path, files)
    assert shown == (
        "terms/walk-or-ride.yml:16:10: warning: the source 'On text' is listed twice "
        "[duplicate-source]\n"
        "  16 │ - title: On text\n"
        "     │          ^^^^^^^ keep one of the two, or say in the titles how they differ\n"
        "   terms/walk-or-ride.yml:13:10: first here"
    )
    assert fixed(tmp_path, files) == files["terms/walk-or-ride.yml"]
