"""Every address that an author wrote is found at its line and column."""

from pathlib import Path
from typing import Any

from generator.diagnostics import Address
from generator.external_links.collecting import collected
from generator.link import link
from generator.load import load
from generator.reading import read
from generator.reading.locate import locations
from tests import factories
from tests.factories import comparison_text, term_text

PAGE = """\
---
title: Page
---
# Title

See [one](https://one.org "t"), <https://two.org/>, ![pic](https://three.org/a.png) and
[four][ref], [here](other.md), [mail](mailto:a@example.org), `https://no.org`, //no.org.

<p>Look <a class=x
   href="https://five.org/?a=1&amp;b=2">five</a> and <img src='//six.org/x.png' alt=https://no.org>
<!-- <a href="https://no.org/comment"> --></p>

Inline <a href=https://seven.org>seven</a>, <a data-href="https://no.org">no</a>.

```html
<a href="https://no.org/code">
```

[ref]: https://four.org/
"""


def marked(tmp_path: Path, files: dict[str, str], **options: Any) -> list[tuple[str, str]]:
    """Return the line of each place with the characters that it covers, and what it says."""
    settings = options.pop("settings", {})
    project = factories.project(tmp_path, files, options, **settings)
    sources = read(project)
    loaded = load(sources.entries.documents, sources.pages.documents)
    options_at = Address(project.config_file, project.options)
    graph = link(loaded.glossary, config=project.config)
    found = list(collected(graph, project.config, options_at, sources.config))
    where = locations((place.at for place in found), sources.documents)
    shown = []
    for place in found:
        at = where[place.at]
        line = sources.documents[at.path].text.split("\n")[at.line - 1]
        reference = " (reference)" if place.is_reference else ""
        covered = line[at.column - 1 : at.end_column - 1]
        shown.append((f"{at.line} {covered}", f"{place.written}{reference}"))
    return shown


def test_entries_say_addresses_in_lists_and_in_prose(tmp_path: Path) -> None:
    term = """\
name: Token
definition: See [a](https://a.org/x) and [[token]].
explanation: |
  First.

  Then <https://b.org/> or ![p](https://c.org/p.png).
why_it_matters: Cost.
resources:
  - {title: R, url: "https://d.org/", note: "By [e](https://e.org)."}
  - {title: Page, url: guides/first.md}
sources:
  - title: S
    url: https://f.org/
    accessed: 2026-01-02
"""
    assert marked(tmp_path, {"terms/token.yml": term}) == [
        ("2 https://a.org/x", "https://a.org/x"),
        ("6 <https://b.org/>", "https://b.org/"),
        ("6 https://c.org/p.png", "https://c.org/p.png"),
        ('9 "https://d.org/"', "https://d.org/ (reference)"),
        ("9 https://e.org", "https://e.org"),
        ("13 https://f.org/", "https://f.org/ (reference)"),
    ]


def test_hand_written_pages_say_addresses_in_markdown_and_in_html(tmp_path: Path) -> None:
    assert marked(tmp_path, {"docs/page.md": PAGE}) == [
        ("6 https://one.org", "https://one.org"),
        ("6 <https://two.org/>", "https://two.org/"),
        ("6 https://three.org/a.png", "https://three.org/a.png"),
        ("7 [four][ref]", "https://four.org/"),
        ("10 https://five.org/?a=1&amp;b=2", "https://five.org/?a=1&b=2"),
        ("10 //six.org/x.png", "//six.org/x.png"),
        ("13 https://seven.org", "https://seven.org"),
    ]


def test_settings_say_addresses_too_but_not_those_that_are_no_pages(tmp_path: Path) -> None:
    found = [
        written
        for _, written in marked(
            tmp_path,
            {"terms/token.yml": term_text()},
            publisher={
                "name": "P",
                "url": "https://publisher.org",
                "about": "By [us](https://us.org).",
                "call_to_action": {"heading": "H", "label": "L", "url": "https://call.org"},
            },
            edit_url="https://edit.org/main/",
            links={"ignore": [{"url": "https://ignored.org/*", "because": "It is."}]},
            settings={
                "site_url": "https://site.org/",
                "repo_url": "https://repo.org/",
                "nav": [{"Out": "https://nav.org/"}, "index.md"],
            },
        )
    ]
    assert found == [
        "https://publisher.org",
        "https://us.org",
        "https://call.org",
        "https://repo.org/",
        "https://nav.org/",
    ]


def test_comparisons_say_addresses_too(tmp_path: Path) -> None:
    files = {
        "terms/a-or-b.yml": comparison_text(
            sources=[{"title": "S", "url": "https://f.org/"}],
        )
    }
    assert [written for _, written in marked(tmp_path, files)] == ["https://f.org/ (reference)"]
