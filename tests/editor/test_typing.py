"""Help while typing, as an editor's language server gives it from the files of a project."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from generator.cli.init import starter
from generator.cli.main import run
from generator.model import Comparison, RelationKind, Status, Term
from generator.text import Name
from generator.writing import write_all_new
from tests.editor.server import ROOT, Server, running

pytestmark = [pytest.mark.slow, pytest.mark.node]

MODELINE = "# yaml-language-server: $schema=../.termloom/entry.schema.json\n"
CURSOR = "‸"
# The catalogue of schemas on the web is no part of what is tried here.
OFFLINE = {"schemaStore": {"enable": False}}


def editor_settings(folder: Path) -> dict[str, Any]:
    """Return the settings of VS Code for a folder, in the shape in which servers ask for them."""
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    ours = {"schemas": settings["yaml.schemas"], "format": {"enable": False}}
    return {"yaml": OFFLINE | ours}


@dataclass
class Editor:
    """A project in an editor; each text is a new file in its folder of terms."""

    folder: Path
    server: Server
    above: str = ""
    _numbers: Iterator[int] = field(default_factory=count)

    def underlined(self, text: str) -> list[tuple[int, int, int, str]]:
        """Return the line, the first and last column, and the message of each diagnostic."""
        path, _ = self._opened(text)
        lines = self.above.count("\n")
        return sorted(
            (
                diagnostic["range"]["start"]["line"] - lines,
                diagnostic["range"]["start"]["character"],
                diagnostic["range"]["end"]["character"],
                diagnostic["message"],
            )
            for diagnostic in self.server.underlined(path)
        )

    def offered(self, text: str) -> dict[str, Any]:
        """Return what is offered at the cursor, by label."""
        _, place = self._opened(text)
        answer = self.server.request("textDocument/completion", place)
        return {item["label"]: item for item in answer["items"]}

    def shown(self, text: str) -> str:
        """Return what is shown while the mouse is at the cursor."""
        _, place = self._opened(text)
        value: str = self.server.request("textDocument/hover", place)["contents"]["value"]
        return value

    def _opened(self, text: str) -> tuple[Path, dict[str, Any]]:
        before, _, after = (self.above + text).partition(CURSOR)
        path = self.folder / "terms" / f"new-{next(self._numbers)}.yml"
        line, column = before.count("\n"), len(before.rpartition("\n")[2])
        position = {"line": line, "character": column}
        self.server.open(path, before + after)
        return path, {"textDocument": {"uri": path.as_uri()}, "position": position}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project, as `termloom init` makes it."""
    made = tmp_path_factory.mktemp("editor") / "project"
    write_all_new(made, starter(Name("My glossary")))
    return made


@pytest.fixture(scope="module", params=["settings", "modeline"])
def editor(request: pytest.FixtureRequest, folder: Path) -> Iterator[Editor]:
    """An editor that finds the schema by its settings, and one that has only the modeline."""
    by_settings = request.param == "settings"
    settings = editor_settings(folder) if by_settings else {"yaml": OFFLINE}
    with running(folder, settings) as server:
        yield Editor(folder, server, "" if by_settings else MODELINE)


def test_the_fields_of_a_term_are_offered(editor: Editor) -> None:
    offered = editor.offered("name: Bounce rate\n‸")
    assert set(offered) == {*Term.model_fields, "kind"} - {"id", "name"}
    assert offered["faq"]["insertText"] == "faq:\n  - question: $1\n    answer: $2"
    assert offered["explanation"]["insertText"] == "explanation: |\n  "
    assert offered["definition"]["insertText"] == "definition: "
    said = offered["definition"]["documentation"]["value"]
    assert said.startswith("What it is, in one or two sentences of at most 60 words.\n")
    assert "/docs/reference/fields.md#definition)" in said


def test_the_fields_of_a_comparison_are_offered(editor: Editor) -> None:
    offered = editor.offered("kind: comparison\nname: Bounces\n‸")
    fields = set(Comparison.model_fields) - {"id", "kind", "name"}
    # The last is the server's own: all that is required.
    assert set(offered) == fields | {"Comparison"}


def test_an_empty_file_is_offered_a_beginning(editor: Editor) -> None:
    offered = editor.offered("‸")
    assert offered["a new term"]["insertText"] == (
        "name: $1\ndefinition: $2\nwhy_it_matters: |\n  $3"
    )
    assert {"a new comparison", "name", "faq"} <= set(offered)


TERMS = {
    "click-through-rate": "Click-through rate: The share of delivered emails in which somebody",
    "open-rate": "Open rate: The share of delivered emails that somebody opened",
}


@pytest.mark.parametrize(
    "text",
    [
        "name: A\nsuperseded_by: ‸",
        "name: A\nrelated:\n  - term: ‸",
        "name: A\nwhen_not_to_use:\n  - when: B\n    instead: ‸",
        "kind: comparison\nname: A\nverdicts:\n  - when: B\n    choose: ‸",
    ],
)
def test_ids_of_terms_are_offered(editor: Editor, text: str) -> None:
    offered = editor.offered(text)
    assert set(offered) == set(TERMS)
    for id, beginning in TERMS.items():
        assert offered[id]["insertText"] == id
        assert offered[id]["documentation"].startswith(beginning)


@pytest.mark.parametrize(
    "text",
    [
        "name: A\nrelated:\n  - ‸",
        "kind: comparison\nname: A\noptions:\n  - ‸",
        "kind: comparison\nname: A\ncriteria:\n  - name: B\n    cells:\n      ‸",
    ],
)
def test_ids_of_terms_are_offered_in_lists_and_as_keys(editor: Editor, text: str) -> None:
    offered = editor.offered(text)
    assert set(TERMS) <= set(offered)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("name: A\ncategory: ‸", ["measuring-email"]),
        ("name: A\nstatus: ‸", list(Status)),
        ("name: A\nrelated:\n  - term: open-rate\n    relation: ‸", list(RelationKind)),
        ("name: A\ntags:\n  - ‸", ["email", "reporting"]),
        ("kind: ‸", ["term", "comparison"]),
    ],
)
def test_known_values_are_offered_and_explained(
    editor: Editor, text: str, values: list[str]
) -> None:
    offered = editor.offered(text)
    assert set(offered) == set(values)
    assert all(item["documentation"] for item in offered.values())


def test_text_is_left_alone(editor: Editor) -> None:
    assert editor.offered("name: A\ndefinition: ‸") == {}


@pytest.mark.parametrize(
    ("field", "inserted"),
    [
        ("faq", {"question, in full": "question: $1\n  answer: $2"}),
        ("related", {"relation, in full": "term: $1\n  relation: $2\n  note: $3"}),
        (
            "sources",
            {
                "source, in full": "title: $1\n  publisher: $2\n  url: $3\n"
                "  published: $4\n  accessed: $5"
            },
        ),
    ],
)
def test_an_item_can_be_filled_in_whole(
    editor: Editor, field: str, inserted: dict[str, str]
) -> None:
    offered = editor.offered(f"name: A\n{field}:\n  - ‸")
    assert {label: offered[label]["insertText"] for label in inserted} == inserted


def test_a_field_says_what_it_is_for(editor: Editor) -> None:
    shown = editor.shown("name: A\nwhy_it‸_matters: B\n")
    assert shown.startswith(
        "#### Why it matters\n\n"
        "What changes for the reader.\n\n"
        "```yaml\n"
        "why_it_matters: It can take hours of editing out of every week.\n"
        "```\n\n"
        "[Reference](https://github.com/termloom/termloom/blob/main/docs/reference/fields.md"
        "#why_it_matters)\n"
    )


def test_a_value_says_what_it_means(editor: Editor) -> None:
    shown = editor.shown("name: A\nstatus: dr‸aft\n")
    assert "* `draft`: It is checked, but has no page yet.\n" in shown
    shown = editor.shown("name: A\nrelated:\n  - term: open-‸rate\n")
    assert "* `open-rate`: Open rate: The share of delivered emails" in shown


GOOD = """\
name: Bounce rate
category: measuring-email
tags: [email, deliverability]
definition: The share of sent emails that came back.
summary:
how_it_works:
  steps:
    - Send.
    - text: Count what comes back.
reviewed: 2026-11-21
review_every: 6 months
regional_notes:
  - region: NO
    text: Prices include tax.
  - region: 001
    text: It is the same everywhere.
  - region: AU-TAS
    text: Ask first.
related:
  - open-rate
  - term: click-through-rate
    relation: contrasts_with
sources:
  - title: 2024
    published: 2008
"""


def test_what_is_right_is_not_underlined(editor: Editor) -> None:
    assert editor.underlined(GOOD) == []


NO_REGION = "No region has this code; use one of ISO 3166, or declare a group in mkdocs.yml"
COMPARISON = """\
kind: comparison
name: A
question: B?
options: [open-rate, click-through-rate]
criteria:
  - name: C
    cells:
"""
NO_TERM = "No term has this id; if it is a new one, refresh this schema with 'termloom schema'"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: A\ndefiniton: B\n", [(1, 0, 9, "Property definiton is not allowed.")]),
        ("definition: A\n", [(0, 0, 1, 'Missing property "name".')]),
        (
            "name: A\nfaq:\n  - question: B\n",
            [(2, 4, 5, 'Missing property "answer".')],
        ),
        (
            "name: A\ncategory: emails\n",
            [(1, 10, 16, "No category has this id; mkdocs.yml says which there are")],
        ),
        ("name: A\nrelated:\n  - term: opne-rate\n", [(2, 10, 19, NO_TERM)]),
        ("name: A\nrelated:\n  - opne-rate\n", [(2, 4, 13, NO_TERM)]),
        (
            "name: A\nstatus: publised\n",
            [(1, 8, 16, "Expected one of draft, published, deprecated")],
        ),
        (
            "name: A\nreviewed: 2026-02-30\n",
            [(1, 10, 20, "A day is written year, month, day, such as 2026-11-21")],
        ),
        (
            "name: A <b>\n",
            [(0, 6, 11, "A name may not be empty or hold any of < > [ ] | ` { }")],
        ),
        (
            "name: A\ntags: email\n",
            [(1, 6, 11, "Expected a list: each value on a line of its own, after '- '")],
        ),
        ("name: A\nregional_notes:\n  - region: UKX\n    text: B\n", [(2, 12, 15, NO_REGION)]),
        (
            "name: A\nformer_ids: [open-rate]\n",
            [(1, 13, 22, "This id is in use, so it cannot be a former one")],
        ),
        (
            f"{COMPARISON}      open-rate: D\n      click-rate: E\n",
            [(8, 6, 16, NO_TERM)],
        ),
        (
            f"{COMPARISON}      open-rate: {{text: D, rating: 6}}\n",
            [(7, 35, 36, "Expected a whole number from 1 to 5")],
        ),
    ],
)
def test_what_is_wrong_is_underlined(
    editor: Editor, text: str, expected: list[tuple[int, int, int, str]]
) -> None:
    assert editor.underlined(text) == expected


def test_a_draft_knows_its_schema_and_the_schema_knows_the_draft(tmp_path: Path) -> None:
    write_all_new(tmp_path / "project", starter(Name("My glossary")))
    config = str(tmp_path / "project" / "mkdocs.yml")
    assert run(["new", "term", "Bounce rate", "--folder", "deep/down", "--config", config]) == 0
    path = tmp_path / "project" / "terms" / "deep" / "down" / "bounce-rate.yml"
    draft = path.read_text(encoding="utf-8")
    with running(tmp_path / "project", {"yaml": OFFLINE}) as server:
        assert underlined(server, path, draft) == []
        named = f"{draft}superseded_by: bounce-rate\n"
        assert underlined(server, path.with_name("b.yml"), named) == []
        misspelt = f"{draft}superseded_by: bounce\n"
        assert underlined(server, path.with_name("c.yml"), misspelt) == [NO_TERM]


def test_nothing_is_underlined_in_our_own_entries() -> None:
    entries = sorted((ROOT / "terms").rglob("*.yml"))
    with running(ROOT, editor_settings(ROOT)) as server:
        for path in entries:
            server.open(path, path.read_text(encoding="utf-8"))
        found = {path.name: server.underlined(path) for path in entries}
        assert {name: said for name, said in found.items() if said} == {}
        assert underlined(server, ROOT / "terms" / "no-such-file.yml", "nmae: A\n") == [
            'Missing property "name".',
            "Property nmae is not allowed.",
        ]


def underlined(server: Server, path: Path, text: str) -> list[str]:
    """Return the messages on a text."""
    server.open(path, text)
    return [diagnostic["message"] for diagnostic in server.underlined(path)]
