"""Every page of a site says where it can be changed, and asks nobody else."""

import re
from html import unescape
from pathlib import Path

from tests.endtoend.command import termloom
from tests.factories import comparison_text, mkdocs_yml, term_text, write

CONFIG = {
    "edit_url": "https://github.com/example/glossary/edit/main/",
    "categories": {"animals": {"name": "Animals"}},
}
SUGGEST = "https://github.com/example/glossary/issues/new?template=report-an-error.yml"
EDIT = "https://github.com/example/glossary/edit/main"
NEW = "https://github.com/example/glossary/new/main?filename=terms%2Fyour-term.yml&value="
LINK = re.compile(r'<a class="tl-edit" href="([^"]+)"')


def links(page: Path) -> list[str]:
    """Return where a page leads those who want to change it, without what a new file holds."""
    found = LINK.findall(page.read_text(encoding="utf-8"))
    return [re.sub(r"(&value=).*", r"\1", unescape(url)) for url in found]


def test_every_page_says_where_it_can_be_changed(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "mkdocs.yml": mkdocs_yml(
                CONFIG,
                site_url="https://e.org/g/",
                theme={"name": "material", "font": False},
                plugins=["search", {"termloom": CONFIG}],
            ),
            "docs/guide/about.md": "# About us\n",
            "terms/walk.yml": term_text("walk", category="animals"),
            "terms/ride.yml": term_text("ride", category="animals"),
            "terms/both.yml": comparison_text(),
        },
    )
    said = termloom("build", "-q", cwd=tmp_path)
    assert said.code == 0, said.all
    site = tmp_path / "site"
    assert links(site / "guide/about/index.html") == [
        f"{EDIT}/docs/guide/about.md",
        f"{SUGGEST}&title=About+us&page=https%3A%2F%2Fe.org%2Fg%2Fguide%2Fabout%2F",
    ]
    assert links(site / "terms/walk/index.html") == [
        f"{EDIT}/terms/walk.yml",
        f"{SUGGEST}&title=Walk&page=https%3A%2F%2Fe.org%2Fg%2Fterms%2Fwalk%2F",
    ]
    assert links(site / "categories/animals/index.html") == [
        NEW,
        f"{SUGGEST}&title=Animals&page=https%3A%2F%2Fe.org%2Fg%2Fcategories%2Fanimals%2F",
    ]
    assert links(site / "404.html") == [NEW]
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    assert "About us" in index
    assert "Suggest a change" not in index
