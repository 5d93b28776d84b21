"""Who owns which path: what is said of each clash."""

from pathlib import Path

import pytest

from generator.pipeline import build
from tests.factories import TODAY, comparison_text, diagnostics, project, term_text


def said(tmp_path: Path, files: dict[str, str | bytes]) -> list[str]:
    return [f"{d.location}: {d.message}" for d in diagnostics(tmp_path, files)]


def test_a_former_id_that_is_in_use(tmp_path: Path) -> None:
    files = {"terms/a.yml": term_text("a"), "terms/b.yml": term_text("b", former_ids=["x", "a"])}
    assert said(tmp_path, files) == ["terms/b.yml:6:3: the former id 'a' is in use"]


def test_a_former_id_of_two_entries(tmp_path: Path) -> None:
    old = {id: term_text(id, former_ids=["old"]) for id in ("a", "b")}
    files = {f"terms/{id}.yml": text for id, text in old.items()}
    assert said(tmp_path, files) == ["terms/b.yml:5:3: the former id 'old' is in use"]


def test_a_term_and_a_comparison_may_have_had_one_id(tmp_path: Path) -> None:
    files = {
        "terms/a.yml": term_text("a", former_ids=["old"]),
        "terms/b.yml": term_text("b"),
        "terms/c.yml": comparison_text(("a", "b"), former_ids=["old", "a"]),
    }
    assert said(tmp_path, files) == []


@pytest.mark.parametrize("page", ["terms/a.md", "terms/index.md", "terms/README.md"])
def test_a_hand_written_page_in_the_place_of_ours(tmp_path: Path, page: str) -> None:
    files = {"terms/a.yml": term_text("a"), f"docs/{page}": "# Mine\n"}
    path = "terms/a" if page.endswith("a.md") else "terms/index"
    assert said(tmp_path, files) == [
        f"docs/{page}:1:1: this page stands at '{path}', where Termloom puts a page of its own"
    ]


def test_a_hand_written_home_page_replaces_ours(tmp_path: Path) -> None:
    for name in ("index", "README"):
        files = {"terms/a.yml": term_text("a"), f"docs/{name}.md": "# Mine\n"}
        assert said(tmp_path / name, files) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [(term_text("index"), "terms/index"), (comparison_text(("a", "b")), "comparisons/index")],
)
def test_an_entry_at_the_address_of_a_list(tmp_path: Path, text: str, path: str) -> None:
    files = {"terms/a.yml": term_text("a"), "terms/b.yml": term_text("b"), "terms/index.yml": text}
    line = text.splitlines().index(next(t for t in text.splitlines() if t.startswith("name"))) + 1
    assert said(tmp_path, files) == [
        f"terms/index.yml:{line}:7: '{path}' is the address of a list that Termloom makes"
    ]


def test_a_former_id_at_the_address_of_a_list_or_a_hand_written_page(tmp_path: Path) -> None:
    files = {
        "terms/a.yml": term_text("a", former_ids=["index", "old"]),
        "docs/terms/old.md": "# Old\n",
    }
    assert said(tmp_path, files) == [
        "terms/a.yml:5:3: the former id 'index' is in use",
        "terms/a.yml:6:3: the former id 'old' is in use",
    ]


def test_the_folder_of_pages_may_have_another_name(tmp_path: Path) -> None:
    files = {"terms/a.yml": term_text("a"), "pages/terms/a.md": "# Mine\n"}
    found = build(project(tmp_path, files, docs_dir="./pages/"), TODAY).diagnostics
    assert [str(diagnostic.location) for diagnostic in found] == ["pages/terms/a.md:1:1"]
