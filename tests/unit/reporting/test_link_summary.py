"""The page of Markdown about links to other sites fits into an issue, whatever is in it."""

from datetime import date

from generator.diagnostics import Diagnostic, Location, Severity
from generator.reporting.link_summary import LARGEST, link_summary

DAY = date(2026, 11, 21)


def gone(url: str, path: str = "terms/token.yml", line: int = 3) -> Diagnostic:
    return Diagnostic("link-gone", Severity.ERROR, Location(path, line), f"'{url}' is gone", "look")


def test_a_table_names_each_address_once_with_its_places() -> None:
    found = [gone("a"), gone("b"), gone("b"), *(gone("a", f"terms/t{n}.yml") for n in range(6))]
    assert (
        link_summary(found, {"alive": 7, "moved": 0, "gone": 2}, DAY)
        == """\
# Links to other sites

9 external links on 2026-11-21.

| Verdict | Addresses |
| --- | ---: |
| alive | 7 |
| gone | 2 |

## Gone

[What this means](https://termloom.github.io/termloom/reference/rules/link-gone/)

| What | Where |
| --- | --- |
| 'a' is gone<br>look | terms/token.yml&#58;3<br>terms/t0.yml&#58;3<br>terms/t1.yml&#58;3<br>\
terms/t2.yml&#58;3<br>terms/t3.yml&#58;3<br>2 more |
| 'b' is gone<br>look | terms/token.yml&#58;3 (2 times) |
"""
    )


def test_what_only_programs_need_stands_in_no_table() -> None:
    refused = Diagnostic("link-refused", Severity.HINT, Location("terms/token.yml"), "refused")
    assert "refused |" not in link_summary([refused], {"alive": 1}, DAY)


def test_nothing_that_a_stranger_says_becomes_markup() -> None:
    text = link_summary([gone("<b>|[x](y)`@me #1 www.x.org\n# h\u202e")], {}, DAY)
    row = text.splitlines()[-1]
    assert row == (
        "| '&#60;b&#62;&#124;&#91;x&#93;(y)&#96;&#64;&#8203;me &#35;&#8203;1 www&#46;x.org"
        "\N{REPLACEMENT CHARACTER}&#35; h\N{REPLACEMENT CHARACTER}' is gone<br>look | "
        "terms/token.yml&#58;3 |"
    )


def test_what_an_issue_cannot_hold_is_counted() -> None:
    text = link_summary([gone(f"https://{n}.org/{'x' * 100}") for n in range(1_000)], {}, DAY)
    rows = [line for line in text.splitlines() if line.startswith("| 'https")]
    assert len(text) <= LARGEST
    assert text.endswith(
        f"{1_000 - len(rows)} rows more: run `termloom links --external` to see all.\n"
    )
    assert len(rows) > 200
