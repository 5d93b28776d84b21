"""`termloom new`: a draft at the right place, and nothing lost."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.cli.main import run
from generator.model import Comparison, Entry, Term
from generator.pipeline import judged
from generator.quoting import quoted
from generator.reading import Document, open_project
from generator.skeleton import Known, comparison_skeleton, term_skeleton
from generator.text import Name, TermId
from tests.endtoend.command import tree
from tests.factories import TODAY

NAMES = [
    "Prompt caching",
    "Fine-tuning: an intro",
    "NO",
    "yes",
    "null",
    "#1",
    "12:30",
    "2026-11-21",
    "1e3",
    '"Quoted" at both ends',
    "It's \\ here",
    "- a dash first",
    "? or not",
    "* & ! % @",
    "Ends with a colon:",
    "a: b #c",
    "Überraschung naïve Ελληνικά",
    "日本語 (ja)",
    "R&D, 100% — “done”",
]


def new(project: Path, kind: str, *arguments: str) -> int:
    """Run `termloom new` in a project, and return its exit code."""
    return run(["new", kind, "--config", str(project / "mkdocs.yml"), *arguments])


def entry(project: Path, id: str) -> Entry:
    """Return an entry of a project in which nothing is wrong."""
    result = judged(open_project(project / "mkdocs.yml"), TODAY)
    assert [d.message for d in result.diagnostics] == []
    found = result.graph.glossary.get(id)
    assert found is not None
    return found


def live(text: str) -> list[str]:
    """Return the lines that are no comments."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def uncommented(text: str) -> str:
    """Return the text with every example taken up, as an editor's key for comments does it.

    The first line speaks to editors, not to the author.
    """
    return re.sub("^# (?!yaml-language-server:)", "", text, flags=re.MULTILINE)


def test_a_new_term_is_a_draft_below_the_folder_of_terms(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(project, "term", "Bounce rate", "--category", "measuring-email") == 0
    path = project / "terms" / "bounce-rate.yml"
    assert live(path.read_text(encoding="utf-8")) == [
        "name: Bounce rate",
        "category: measuring-email",
        "status: draft",
    ]
    assert entry(project, "bounce-rate").name == "Bounce rate"
    assert capsys.readouterr().out == (
        f"Wrote {path}\n"
        "Next: open it, write a definition and one section more, and set 'status: published'. "
        "Then: termloom check\n"
    )


def test_a_new_comparison_loads_as_it_stands(project: Path) -> None:
    assert new(project, "comparison", "Which rate?", "open-rate", "CTR") == 0
    path = project / "terms" / "comparisons" / "which-rate.yml"
    assert live(path.read_text(encoding="utf-8")) == [
        "name: Which rate?",
        "kind: comparison",
        "status: draft",
        "question: Which rate?",
        "options:",
        "  - open-rate",
        "  - click-through-rate",
        "criteria:",
        "  - name: To be written",
        "    cells:",
        "      open-rate: To be written",
        "      click-through-rate: To be written",
    ]
    assert isinstance(entry(project, "which-rate"), Comparison)


def test_every_example_of_a_term_works_when_uncommented(project: Path) -> None:
    assert new(project, "term", "Bounce rate") == 0
    path = project / "terms" / "bounce-rate.yml"
    path.write_text(uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")
    found = entry(project, "bounce-rate")
    unused = [n for n, f in Term.model_fields.items() if getattr(found, n) == f.get_default()]
    # The example of a status is that of the draft, which the skeleton has already.
    assert unused == []


def test_every_example_of_a_comparison_works_when_uncommented(project: Path) -> None:
    assert new(project, "comparison", "Which rate?", "open-rate", "click-through-rate") == 0
    path = project / "terms" / "comparisons" / "which-rate.yml"
    path.write_text(uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")
    found = entry(project, "which-rate")
    assert [name for name in Comparison.model_fields if not getattr(found, name)] == []


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (Term, term_skeleton(Name("Token"), category=None, known=Known())),
        (
            Comparison,
            comparison_skeleton(
                Name("A or B"), [TermId("a"), TermId("b")], category=None, known=Known()
            ),
        ),
    ],
)
def test_fields_stand_in_the_order_of_the_model(model: type[Entry], text: str) -> None:
    header, sections = text.split("## -------- Sections")
    fields = list(model.model_fields)
    for part in (header.split("## -------- Header")[1], sections):
        written = re.findall(r"^(?:# )?([a-z_]+):", part, re.MULTILINE)
        assert written == sorted(written, key=fields.index)


@pytest.mark.parametrize("name", NAMES)
def test_every_legal_name_survives_its_quoting(project: Path, name: str) -> None:
    assert new(project, "term", "--id", "under-test", "--", name) == 0
    assert entry(project, "under-test").name == name
    text = (project / "terms" / "under-test.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)["name"] == name


@given(st.text(min_size=1, max_size=60))
def test_any_name_at_all_survives_its_quoting(text: str) -> None:
    try:
        name = Name.check(text)
    except PydanticCustomError:
        assume(False)
    line = f"name: {quoted(name)}\n"
    assert Document("terms/token.yml", line).tree().plain() == {"name": str(name)}
    assert yaml.safe_load(line) == {"name": str(name)}


@pytest.mark.parametrize("id", ["no", "on", "null", "1", "1e3", "2026-11-21", "0x1"])
def test_ids_that_look_like_something_else_stay_text(id: str) -> None:
    text = comparison_skeleton(
        Name("A or B"), [TermId(id), TermId("b")], category=None, known=Known()
    )
    loaded = yaml.safe_load(text)
    assert loaded["options"] == [id, "b"]
    assert list(loaded["criteria"][0]["cells"]) == [id, "b"]


def test_a_term_may_go_into_a_folder(project: Path) -> None:
    assert new(project, "term", "Bounce rate", "--folder", "email/reports") == 0
    assert (project / "terms" / "email" / "reports" / "bounce-rate.yml").is_file()
    assert entry(project, "bounce-rate").name == "Bounce rate"


def arrange_former_id(terms: Path) -> None:
    """Let an entry have had the id before."""
    path = terms / "open-rate.yml"
    path.write_text(path.read_text("utf-8") + "former_ids: [bounce-rate]\n", encoding="utf-8")


def arrange_former_id_of_a_broken_entry(terms: Path) -> None:
    """Let an entry that does not load have had the id before."""
    (terms / "hard-bounce.yml").write_text("nmae: Hard\nformer_ids: [bounce-rate]\n", "utf-8")


def arrange_folder(terms: Path) -> None:
    """Let an entry in some folder have the id."""
    (terms / "deep" / "down").mkdir(parents=True)
    (terms / "deep" / "down" / "bounce-rate.yaml").write_text("name: Other\nstatus: draft\n")


def arrange_broken_entry(terms: Path) -> None:
    """Let a file that cannot be read have the id."""
    (terms / "bounce-rate.yml").write_text("name: [\n", encoding="utf-8")


def arrange_link(terms: Path) -> None:
    """Let a dangling symbolic link have the id."""
    (terms / "bounce-rate.yml").symlink_to("/nowhere")


def arrange_alias(terms: Path) -> None:
    """Let an entry go by the name."""
    path = terms / "open-rate.yml"
    path.write_text(path.read_text("utf-8") + "aliases: [bounce RATE]\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("arrange", "said"),
    [
        (arrange_former_id, "'bounce-rate' is a former id of terms/open-rate.yml"),
        (arrange_former_id_of_a_broken_entry, "a former id of terms/hard-bounce.yml"),
        (arrange_folder, "terms/deep/down/bounce-rate.yaml has the id 'bounce-rate' already"),
        (arrange_broken_entry, "terms/bounce-rate.yml has the id 'bounce-rate' already"),
        (arrange_link, "terms/bounce-rate.yml has the id 'bounce-rate' already"),
        (arrange_alias, "terms/open-rate.yml goes by 'Bounce rate' already"),
    ],
)
def test_what_is_there_stays_and_is_named(
    project: Path, capsys: pytest.CaptureFixture[str], arrange: Callable[[Path], None], said: str
) -> None:
    arrange(project / "terms")
    before = tree(project)
    assert new(project, "term", "Bounce rate") == 3
    assert tree(project) == before
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["term", "a <b>"], "a name may not hold the character '<'"),
        (["term", "日本"], "choose one with --id, such as --id my-term"),
        (["term", " "], "this value is empty"),
        (["term", "Rate", "--id", "Not An Id"], "'Not An Id' is not an id"),
        (["term", "Rate", "--category", "measuring-mail"], "did you mean 'measuring-email'?"),
        (["term", "Rate", "--category", "zoo"], "known: measuring-email"),
        (["term", "Rate", "--folder", "../docs"], "must lie below 'terms'"),
        (["term", "Rate", "--folder", "/tmp"], "must lie below 'terms'"),
        (["term", "Rate", "--folder", ".hidden"], "no part of it may start with a dot"),
        (["term", "Rate", "--folder", "linked"], "leads through a symbolic link"),
        (["comparison", "Rates", "open-rate", "open-rat"], "did you mean 'open-rate'?"),
        (["comparison", "Rates", "open-rate", "zoo"], "start it with 'termloom new term'"),
        (["comparison", "Rates", "open-rate"], "two different terms at least"),
        (["comparison", "Rates", "open-rate", "Open rate"], "two different terms at least"),
        (["comparison", "Rates", "open-rate", "CTR", "CTR"], "a term is named twice"),
        (
            ["comparison", "Rates", "open-rate", "open-rate-or-click-through-rate"],
            "is a comparison; only terms can be compared",
        ),
        (["comparison", "Rates", "open-rate", "broken"], "terms/broken.yml has errors"),
    ],
)
def test_a_wrong_argument_is_refused_with_the_way_out(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: Sequence[str], said: str
) -> None:
    (project / "terms" / "linked").symlink_to(project / "docs")
    (project / "terms" / "broken.yml").write_text("name: [\n", encoding="utf-8")
    before = tree(project)
    assert new(project, *arguments) == 2
    assert tree(project) == before
    assert said in " ".join(capsys.readouterr().err.split())
