"""This repository's own site: every link in it leads somewhere, and nothing else is wrong."""

import json
from pathlib import Path

import pytest

from generator.check.html import of_html
from tests.endtoend.command import ROOT, termloom

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make site` builds it, as it would be published below a folder."""
    folder = tmp_path_factory.mktemp("own") / "site"
    published = {"SITE_URL": "https://example.org/glossary/"}
    done = termloom("build", "--strict", "--site-dir", str(folder), cwd=ROOT, env=published)
    assert done.code == 0, done.all
    return folder


@pytest.mark.parametrize("address", ["", "https://example.org/glossary/"])
def test_nothing_is_wrong_with_any_link(site: Path, address: str) -> None:
    done = termloom(
        "links", "--strict", "--format", "json", "--site-dir", site, cwd=ROOT,
        env={"SITE_URL": address},
    )  # fmt: skip
    assert done.code == 0, done.all
    assert json.loads(done.out)["diagnostics"] == []


def test_everything_that_a_page_loads_is_ours(site: Path) -> None:
    loads = {
        reference.url
        for path in site.rglob("*.html")
        for reference in of_html(path.read_text(encoding="utf-8")).references
        if reference.use == "file"
    }
    assert [url for url in loads if url.startswith(("http:", "https:", "//"))] == []


def test_the_glossary_is_as_large_as_it_says(site: Path) -> None:
    entries = {
        path.stem for path in (ROOT / "terms").rglob("*.yml") if path.parent.name != "comparisons"
    }
    made = {path.parent.name for path in site.glob("terms/*/index.html")}
    assert entries <= made
    assert len(entries) >= 24
