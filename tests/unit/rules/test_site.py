"""Who owns which path, what nobody would find, and what the config names in vain."""

from pathlib import Path

import pytest

from generator.diagnostics import Address, Edit, Fix
from generator.pipeline import build, judged
from generator.reading import open_project
from generator.reporting.text import block
from tests.factories import (
    TODAY,
    comparison_text,
    diagnostics,
    project,
    term_text,
    told,
    write,
)


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


def test_an_unknown_category(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"terms/a.yml": term_text("a", category="modells")}
    assert told(tmp_path, files, {"categories": {"models": {"name": "Models"}}}) == (
        "terms/a.yml:4:11: error: no category has the id 'modells' [unknown-category]\n"
        "  4 │ category: modells\n"
        "    │           ^^^^^^^ did you mean 'models'?"
    )


def test_a_category_of_a_project_without_any(tmp_path: Path) -> None:
    assert told(tmp_path, {"terms/a.yml": term_text("a", category="models")}).endswith(
        "^^^^^^ declare it in mkdocs.yml, under 'categories' of the plugin 'termloom'"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("language-models", "llm"),
        ("l-l-m", "llm"),
        ("runningcosts", "running-costs"),
        ("language-model", None),
        ("models", None),
    ],
)
def test_a_category_that_is_spelt_out_gets_its_id(
    tmp_path: Path, written: str, meant: str | None
) -> None:
    names = {"llm": "Language models", "running-costs": "Costs", "a": "Models", "b": "Models"}
    config = {"categories": {id: {"name": name} for id, name in names.items()}}
    (found,) = diagnostics(tmp_path, {"terms/a.yml": term_text("a", category=written)}, config)
    edits = (Edit(Address("terms/a.yml", ("category",)), meant),)
    assert found.fix == (Fix(f"Write '{meant}'", edits) if meant else None)


def test_an_incomplete_term(tmp_path: Path) -> None:
    assert told(tmp_path, {"terms/token.yml": "name: Token\n"}) == (
        "terms/token.yml:1:7: warning: 'Token' is published without a definition "
        "[incomplete-published-term]\n"
        "  1 │ name: Token\n"
        "    │       ^^^^^ write it, or set 'status: draft'"
    )


MEANT = {"rules": {"orphan-term": "hint", "empty-category": "warning"}}


def test_a_term_that_nothing_leads_to(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms/a.yml": term_text("a"),
        "terms/b.yml": term_text("b", related=["c"]),
        "terms/c.yml": term_text("c"),
    }
    assert told(tmp_path, files, MEANT) == (
        "terms/a.yml:1:7: hint: nothing leads to 'A' [orphan-term]\n"
        "  1 │ name: A\n"
        "    │       ^ relate it to another term, or write '[[a]]' where it is spoken of"
    )


def test_what_an_unreadable_entry_may_hold_is_not_called_missing(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms/a.yml": term_text("a"),
        "terms/b.yml": term_text("b"),
        "terms/c.yml": "name: [\n",
    }
    config = {
        **MEANT,
        "categories": {"models": {"name": "Models"}},
        "regions": {"AU": {"name": "Australia"}},
        "home": {"featured": ["a", "c"]},
    }
    config["rules"] = {**MEANT["rules"], "unused-region": "hint"}
    assert [d.rule for d in diagnostics(tmp_path, files, config)] == ["yaml-syntax"]


PLUGIN = """\
site_name: Test
plugins:
  - search
  - termloom:
      home:
        featured:
          - a
          - tokens  # not there
          - d
      categories:
        models: {name: Models}
        "money": {name: Money}
      regions:
        AU:
          name: Australia
      rules:
        unused-region: hint
        orphan-term: "off"
"""
ENTRIES = {
    "terms/a.yml": term_text("a", category="models"),
    "terms/token.yml": term_text("token"),
    "terms/d.yml": term_text("d", status="draft"),
}
EXPECTED = """\
mkdocs.yml:8:13: warning: no entry has the id 'tokens' [unknown-featured]
  8 │           - tokens  # not there
    │             ^^^^^^ did you mean 'token'?
mkdocs.yml:9:13: warning: 'd' is a draft, so the home page does not show it [unknown-featured]
  9 │           - d
    │             ^ publish it, or name another entry
mkdocs.yml:12:9: warning: no published entry has the category 'money' [empty-category]
  12 │         "money": {name: Money}
     │         ^^^^^^^ write 'category: money' in an entry, or remove the category
mkdocs.yml:14:9: hint: no note is about 'AU' [unused-region]
  14 │         AU:
     │         ^^ write one, or remove the region"""


def shown(tmp_path: Path, **configs: str) -> str:
    """Return what is said of a project with these config files, `mkdocs` being its own."""
    write(tmp_path, {**ENTRIES, **{f"{name}.yml": text for name, text in configs.items()}})
    found = judged(open_project(tmp_path / "mkdocs.yml"), TODAY).diagnostics
    return "\n".join(map(block, found))


def test_what_the_config_names_in_vain_is_shown_there(tmp_path: Path) -> None:
    assert shown(tmp_path, mkdocs=PLUGIN) == EXPECTED


def test_the_plugin_may_stand_in_a_mapping(tmp_path: Path) -> None:
    as_mapping = PLUGIN.replace("  - search", "  search: {}").replace("  - termloom", "  termloom")
    assert shown(tmp_path, mkdocs=as_mapping) == EXPECTED


def test_tags_of_mkdocs_do_not_hide_the_place(tmp_path: Path) -> None:
    tagged = PLUGIN.replace("site_name: Test", "site_name: !ENV [NAME, Test]")
    assert shown(tmp_path, mkdocs=tagged) == EXPECTED


def test_options_that_are_inherited_are_shown_where_the_project_begins(tmp_path: Path) -> None:
    """The nearest file says nothing of the plugin, so there is no better line in it."""
    said = shown(tmp_path, mkdocs="INHERIT: base.yml\n", base=PLUGIN)
    assert [line for line in said.splitlines() if "[" in line] == [
        "mkdocs.yml:1:1: warning: no published entry has the category 'money' [empty-category]",
        "mkdocs.yml:1:1: warning: 'd' is a draft, so the home page does not show it [unknown-featured]",
        "mkdocs.yml:1:1: warning: no entry has the id 'tokens' [unknown-featured]",
        "mkdocs.yml:1:1: hint: no note is about 'AU' [unused-region]",
    ]


def test_options_of_two_files_are_shown_as_near_as_the_project_has_them(tmp_path: Path) -> None:
    above = """\
INHERIT: base.yml
plugins:
  termloom:
    home:
      featured: [token, here]
"""
    below = PLUGIN.replace("  - search", "  search: {}").replace("  - termloom", "  termloom")
    said = shown(tmp_path, mkdocs=above, base=below)
    assert [line for line in said.splitlines() if "[" in line and "│" not in line] == [
        "mkdocs.yml:3:3: warning: no published entry has the category 'money' [empty-category]",
        "mkdocs.yml:3:3: hint: no note is about 'AU' [unused-region]",
        "mkdocs.yml:5:25: warning: no entry has the id 'here' [unknown-featured]",
    ]


def test_a_former_id_on_the_home_page_has_a_better_one(tmp_path: Path) -> None:
    config = {"home": {"featured": ["old"]}}
    files: dict[str, str | bytes] = {"terms/a.yml": term_text("a", former_ids=["old"])}
    (found,) = diagnostics(tmp_path, files, config)
    assert (found.message, found.hint) == ("no entry has the id 'old'", "did you mean 'a'?")
