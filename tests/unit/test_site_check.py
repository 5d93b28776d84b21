"""The check of a finished site, beside what it was made from."""

import socket
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.graph import Graph
from generator.reading.built import SiteFolder
from generator.reporting.text import block
from generator.site_check import SiteCheck
from tests import factories

LAYOUT = "<p>{}</p><footer><a href='/glossary/imprint/'>Imprint</a></footer>"


def check_of(
    tmp_path: Path, pages: Mapping[str, str], files: Mapping[str, str] | None = None
) -> SiteCheck:
    """Return the check of a site that was written by hand."""
    site = {f"site/{path}": text for path, text in pages.items()}
    project = factories.project(
        tmp_path, {**site, **(files or {})}, site_url="https://example.org/glossary/"
    )
    return SiteCheck.of_project(project, SiteFolder.of(tmp_path / "site"), "site")


def silent(_stage: str, _done: int, _total: int) -> None:
    """Report no progress."""


def told(check: SiteCheck) -> str:
    return "\n".join(map(block, check.checked(silent).diagnostics))


def test_what_the_theme_writes_on_every_page_is_told_once(tmp_path: Path) -> None:
    pages = {f"{number}.html": LAYOUT.format(number) for number in range(1200)}
    assert (
        told(check_of(tmp_path, pages))
        == """\
site/0.html:1:26: error: there is no page 'imprint/' on the site [missing-page]
  1 │ <p>0</p><footer><a href='/glossary/imprint/'>Imprint</a></footer>
    │                          ^^^^^^^^^^^^^^^^^^ mend the address, or take the link away
   site/0.html:1:26: from the theme, a template or a plugin, here and on 1,199 other pages"""
    )


def test_words_of_an_entry_on_another_page_are_traced_to_the_entry(tmp_path: Path) -> None:
    text = factories.term_text(explanation="See [it](assets/gone.pdf).")
    check = check_of(
        tmp_path,
        {"embedding.html": "<p>\n<a href='assets/gone.pdf'>it</a></p>"},
        {"terms/token.yml": text},
    )
    assert (
        told(check)
        == """\
terms/token.yml:4:23: error: there is no file 'assets/gone.pdf' on the site [missing-page]
  4 │ explanation: See [it](assets/gone.pdf).
    │                       ^^^^^^^^^^^^^^^ mend the address, or take the link away
   site/embedding.html:2:10: shown on this page"""
    )


def test_a_reference_whose_page_a_hook_took_away_is_traced(tmp_path: Path) -> None:
    check = check_of(
        tmp_path,
        {"about/index.html": "<a href='../terms/token/'>Token</a>"},
        {"terms/token.yml": factories.term_text(), "docs/about.md": "# About\n\nA [[token]].\n"},
    )
    assert (
        told(check)
        == """\
docs/about.md:3:3: error: there is no page 'terms/token/' on the site [missing-page]
  3 │ A [[token]].
    │   ^^^^^^^^^ mend the address, or take the link away
   site/about/index.html:1:10: shown on this page"""
    )


def test_a_file_that_was_copied_is_told_where_the_author_has_it(tmp_path: Path) -> None:
    css = "a { }\nb { background: url(gone.png) }\n"
    same = {"docs/style.css": css, "templates/assets/own.css": css}
    check = check_of(
        tmp_path, {"style.css": css, "assets/termloom/own.css": css, "other.css": css}, same
    )
    places = [diagnostic.location.path for diagnostic in check.checked(silent).diagnostics]
    assert places == ["docs/style.css", "site/other.css", "templates/assets/own.css"]


def test_what_is_compressed_or_no_text_is_read_as_well_as_it_can(tmp_path: Path) -> None:
    check = check_of(tmp_path, {"a.html": "<a href='#b'>b</a>\r\n<b id='b'>"})
    (tmp_path / "site" / "b.html").write_bytes(b"\xef\xbb\xbf<a href='nowhere/'>\xff\xfe</a>")
    (tmp_path / "site" / "sitemap.xml.gz").write_bytes(b"not compressed")
    found = [(d.rule, d.location.path) for d in check.checked(silent).diagnostics]
    assert found == [
        ("missing-page", "site/b.html"),
        ("malformed-data", "site/sitemap.xml.gz"),
    ]


def test_a_faultless_site_needs_no_graph_and_no_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Graph:
        raise AssertionError

    check = check_of(tmp_path, {"index.html": "<a href='https://other.example/'>Other</a>"})
    monkeypatch.setattr(socket, "socket", refuse)
    alone = SiteCheck(check.project, check.sources, refuse, check.folder, "site")
    checked = alone.checked(silent)
    assert (checked.diagnostics, checked.entries, checked.site.links) == ((), 1, 1)


def test_without_an_address_in_the_config_the_home_page_says_where_the_site_stands(
    tmp_path: Path,
) -> None:
    check = check_of(
        tmp_path,
        {
            "index.html": '<link rel="canonical" href="https://other.example/deep/">',
            "404.html": '<a href="/deep/">Home</a> <a href="/glossary/">Home</a>',
        },
    )
    unknown = replace(check, project=replace(check.project, site_url=None))
    said = [diagnostic.message for diagnostic in unknown.checked(silent).diagnostics]
    assert said == ["'/glossary/' leads out of the site, which lies below '/deep/'"]
