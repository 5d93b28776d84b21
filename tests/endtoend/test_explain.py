"""`termloom explain` for words: what became of each, and why."""

import json
from pathlib import Path

import pytest

from tests.endtoend.command import ROOT, termloom
from tests.factories import term_text, write

FINE_TUNING = """\
name: Fine-tuning
aliases: [Model tuning]
definition: Training that goes on with a model. Retrieval-augmented generation is another way.
explanation: |
  ### RAG in short

  RAG's answers come from documents, and a rag does not. So RAG is up to date.
  `RAG` is short, [[!RAG]] is not a link, and a [RAG](https://example.org) is one already.

  A RAG pipeline is what runs it, a log is what it leaves, and an optimisation helps. See
  [[log-file|the log]], and the draft of a vector store.
why_it_matters: Fine-tuning is not RAG. Mini-RAG is neither, and “RAG” is a word.
faq:
  - question: Is RAG enough?
    answer: Try RAG with [[token|tokens]] and more tokens, or read https://example.org/RAG first.
"""
PAGE = """\
# RAG

RAGs are read here.

<!-- termloom:off -->

Nothing about RAG is linked.
"""


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which words stand in every place there is."""
    folder = tmp_path_factory.mktemp("glossary")
    rag = term_text(
        "retrieval-augmented-generation",
        name="Retrieval-augmented generation",
        abbreviation="RAG",
        analogy="RAG is a reader with a library card.",
    )
    files = {
        "mkdocs.yml": "site_name: Test\nplugins:\n  - termloom\n",
        "terms/fine-tuning.yml": FINE_TUNING,
        "terms/retrieval-augmented-generation.yml": rag,
        "terms/rag-pipeline.yml": term_text("rag-pipeline", name="RAG pipeline"),
        "terms/log-file.yml": term_text("log-file", forms=["log"]),
        "terms/logarithm.yml": term_text("logarithm", forms=["log"]),
        "terms/optimization.yml": term_text("optimization"),
        "terms/token.yml": term_text("token"),
        "terms/vector-store.yml": term_text("vector-store", status="draft"),
        "terms/broken.yml": "name: [",
        "docs/about.md": PAGE,
    }
    write(folder, files)
    return folder


EXPECTED = ROOT / "tests" / "golden" / "explain"
TOLD = {
    "every-reason": ("RAG", "--in", "fine-tuning"),
    "claimed-by-two": ("log", "--in", "Fine-tuning"),
    "on-purpose": ("tokens", "--in", "Model tuning"),
    "own-page": ("RAG", "--in", "terms/retrieval-augmented-generation.yml"),
    "draft": ("--at", "terms/fine-tuning.yml:11"),
    "page": ("RAG", "--in", "docs/about.md"),
    "column": ("--at", "docs/about.md:3:4"),
    "spelling": ("optimisation", "--in", "fine-tuning", "--format", "json"),
    "no-form": ("retreival-augmented", "--in", "fine-tuning"),
    "not-there": ("RAG", "--in", "token"),
    "nothing-there": ("--at", "docs/about.md:2"),
    "nothing-there-json": ("RAG", "--in", "token", "--format", "json"),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_became_of_words(glossary: Path, update_golden: bool, name: str) -> None:
    said = termloom("explain", *TOLD[name], cwd=glossary)
    assert (said.code, said.err) == (0, "")
    file = EXPECTED / f"{name}.txt"
    if update_golden:
        file.parent.mkdir(exist_ok=True)
        file.write_text(said.out, encoding="utf-8")
    assert said.out == file.read_text(encoding="utf-8"), "pytest --update-golden writes it anew"


def test_every_expected_text_is_compared() -> None:
    assert {file.stem for file in EXPECTED.iterdir()} == TOLD.keys()


def test_pages_and_entries_are_found_from_any_folder(glossary: Path) -> None:
    here = glossary / "docs"
    config = ("--config", "../mkdocs.yml", "--format", "json")
    for file in ("about.md", "docs/about.md"):
        said = termloom("explain", "RAG", "--in", file, *config, cwd=here)
        found = json.loads(said.out)["occurrences"]
        assert [(one["line"], one["verdict"]) for one in found] == [
            (1, "heading"),
            (3, "linked"),
            (7, "switched-off"),
        ]


def test_linking_that_is_switched_off_is_the_reason(glossary: Path) -> None:
    options = "site_name: Test\nplugins:\n  - termloom:\n      linking: {mentions: off}\n"
    (glossary / "off.yml").write_text(options, encoding="utf-8")
    said = termloom("explain", "--at", "docs/about.md:3", "--config", "off.yml", cwd=glossary)
    assert said.out == (
        "docs/about.md:3:1: not linked: the config switches linking off\n"
        "  3 │ RAGs are read here.\n"
        "    │ ^^^^\n\n"
        "1 occurrence, 0 links\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("RAG",), 2, "there is no rule 'RAG'; 'termloom rules' lists them; for a word, add --in"),
        ((), 2, "name a rule, or a word and where it stands with --in or --at"),
        (("--in", "token"), 2, "name the word to explain, or a line of the file with --at"),
        (("RAG", "--in", "a", "--at", "b:1"), 2, "--in and --at cannot be combined"),
        (("RAG", "--in", "fine-tunin"), 2, "'fine-tunin'; did you mean 'fine-tuning'?"),
        (("RAG", "--in", "mkdocs.yml"), 2, "no entry or page is called 'mkdocs.yml'"),
        (("RAG", "--in", "../secret.yml"), 2, "no entry or page is called '../secret.yml'"),
        (("--at", "docs/about.md"), 2, "'docs/about.md' is no place: write FILE:LINE or"),
        (("--at", "docs/about.md:8"), 2, "docs/about.md has 7 lines"),
        (("RAG", "--in", "broken"), 3, "terms/broken.yml cannot be read as an entry"),
        (("RAG", "--in", "token", "--config", "no.yml"), 3, "no.yml"),
    ],
)
def test_what_cannot_be_explained_ends_with_2_or_3(
    glossary: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    said = termloom("explain", *arguments, cwd=glossary)
    assert (said.code, said.out) == (code, "")
    assert message in said.err


def test_rules_are_explained_without_a_project(tmp_path: Path) -> None:
    said = termloom("explain", "unknown-term", cwd=tmp_path)
    assert said.code == 0
    assert said.out.startswith("# unknown-term\n")
