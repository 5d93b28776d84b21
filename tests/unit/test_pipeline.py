"""The stages, one after the other."""

from pathlib import Path

import pytest

from generator.errors import ConfigError
from generator.pipeline import build, judged
from tests.factories import TODAY, diagnostics, project, term_text, told

BROKEN = {
    "syntax": "name: [\n",
    "shape": "nmae: Token\n",
    "bytes": b"\xef\xbb\xbfname: Token\n",
}


@pytest.mark.parametrize("fault", BROKEN)
def test_references_to_an_entry_that_cannot_be_loaded_are_not_a_second_complaint(
    tmp_path: Path, fault: str
) -> None:
    found = diagnostics(
        tmp_path,
        {
            "terms/token.yml": BROKEN[fault],
            "terms/word.yml": term_text("word", summary="[[token]]", related=["token"]),
            "docs/a.md": "[[token]]\n",
        },
    )
    assert {diagnostic.location.path for diagnostic in found} == {"terms/token.yml"}


def test_every_file_with_a_fault_is_reported_in_one_run(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        {
            "terms/a.yml": "name: [\n",
            "terms/b.yml": b"\xff",
            "terms/c.yml": "nmae: C\n",
            "terms/d.yml": term_text("d", related=["gone"]),
            "terms/E.yml": term_text("e"),
            "terms/f.yml": term_text("f", former_ids=["d"]),
            "docs/terms/f.md": "[[gone]]\n",
        },
    )
    assert [(d.location.path, d.rule) for d in found] == [
        ("docs/terms/f.md", "path-taken"),
        ("docs/terms/f.md", "unknown-term"),
        ("terms/E.yml", "invalid-file-name"),
        ("terms/a.yml", "yaml-syntax"),
        ("terms/b.yml", "encoding"),
        ("terms/c.yml", "unknown-field"),
        ("terms/d.yml", "unknown-term"),
        ("terms/f.yml", "path-taken"),
    ]


def test_a_taken_path_is_shown_with_its_line(tmp_path: Path) -> None:
    files = {"terms/a.yml": term_text("a"), "terms/b.yml": term_text("b", former_ids=["a"])}
    (found,) = diagnostics(tmp_path, files)
    assert (str(found.location), found.source) == ("terms/b.yml:5:3", "- a")
    assert [str(place) for place, _ in found.related] == ["terms/a.yml:1:1"]


@pytest.mark.parametrize(
    ("judgement", "shown"),
    [("error", ["error"]), ("warning", ["warning"]), ("hint", ["hint"]), ("off", [])],
)
@pytest.mark.parametrize("rule", ["raw-html", "path-taken"])
def test_the_config_may_change_the_severity_of_a_rule(
    tmp_path: Path, rule: str, judgement: str, shown: list[str]
) -> None:
    text = term_text("a", summary="<b>", former_ids=["a"])
    found = diagnostics(tmp_path, {"terms/a.yml": text}, {"rules": {rule: judgement}})
    assert [diagnostic.severity.value for diagnostic in found if diagnostic.rule == rule] == shown


def test_a_severity_for_an_unknown_rule_is_refused(tmp_path: Path) -> None:
    made = project(tmp_path, {}, {"rules": {"unknown-terms": "off"}})
    with pytest.raises(ConfigError) as caught:
        judged(made, TODAY)
    assert str(caught.value) == (
        "mkdocs.yml sets a severity for 'unknown-terms', which is no rule; did you mean "
        "'unknown-term'?"
    )


def test_what_makes_an_entry_unreadable_cannot_be_waved_through(tmp_path: Path) -> None:
    made = project(tmp_path, {}, {"rules": {"yaml-syntax": "off"}})
    with pytest.raises(ConfigError, match="the severity of 'yaml-syntax' cannot be changed"):
        judged(made, TODAY)


def test_what_can_be_rendered_is_even_if_there_are_errors(tmp_path: Path) -> None:
    built = build(
        project(
            tmp_path,
            {"terms/a.yml": "nmae: A\n", "terms/b.yml": term_text("b", related=["gone"])},
        ),
        TODAY,
    )
    assert built.has_errors
    assert "terms/b" in built.site.pages
    assert built.entries == 2


def test_the_stages_are_told_in_their_order(tmp_path: Path) -> None:
    stages: list[str] = []
    made = project(tmp_path, {"terms/a.yml": term_text("a")})
    build(made, TODAY, lambda stage, _done, _total: stages.append(stage))
    assert list(dict.fromkeys(stages)) == ["Reading", "Loading", "Linking", "Judging", "Rendering"]


def test_a_project_without_entries_is_fine(tmp_path: Path) -> None:
    built = build(project(tmp_path), TODAY)
    assert built.diagnostics == ()
    assert list(built.site.pages) == [
        "categories/index",
        "comparisons/index",
        "index",
        "map/index",
        "regions/index",
        "terms/index",
    ]


def test_an_author_is_told_nothing_where_nothing_is_wrong(tmp_path: Path) -> None:
    assert told(tmp_path, {"terms/token.yml": term_text()}) == ""
