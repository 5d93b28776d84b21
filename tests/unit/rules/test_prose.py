"""What the rules about prose say, where, and what they would write instead.

That they judge rightly is shown by the examples in their documentation and by the cases
under tests/rules.
"""

from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Address, Fault
from generator.link import link
from generator.rules import Brief, judge
from generator.rules.prose.anchors import anchors_of_page
from generator.rules.prose.phrases import Phrases, tokens
from tests.factories import TODAY, glossary, term, term_text, told

PAGES = {"docs/guides/editors.md": "# Editors\n\n## In short\n", "docs/guides/README.md": "# All"}
FILES = frozenset({*PAGES, "docs/images/Map.png", "docs/a b.pdf"})


def found(rule: str, prose: str, config: Any = None, **fields: Any) -> list[Fault]:
    """Return what a rule finds in the explanation of `token`, beside other pages and terms."""
    token = term("token", **{"explanation": prose, **fields})
    others = (term("word"), term("sketch", status="draft"))
    graph = link(glossary(token, *others, pages=PAGES))
    brief = Brief(graph, Config.model_validate(config or {}), TODAY, files=FILES)
    return [fault for named, fault in judge(brief) if named.name == rule]


def mended(prose: str, faults: list[Fault]) -> str:
    """Return the text with every fix made, the last first."""
    edits = [edit for fault in faults if fault.fix for edit in fault.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.at.span or (0, 0), reverse=True):
        assert edit.at.path == ("explanation",)
        start, end = edit.at.span or (0, 0)
        prose = prose[:start] + (edit.text or "") + prose[end:]
    return prose


@pytest.mark.parametrize(
    ("address", "message", "hint"),
    [
        ("guides/editor.md", "there is no page 'guides/editor.md'", "did you mean 'guides/editors.md'?"),
        ("Guides/editors.md", "there is no page 'Guides/editors.md'", "write 'guides/editors.md'"),
        ("editors.md", "there is no page 'editors.md'", "did you mean 'guides/editors.md'?"),
        ("terms/word", "there is no file 'terms/word'", "write 'terms/word.md'"),
        ("terms/sketch.md", "there is no page 'terms/sketch.md'", "'sketch' is a draft, which has no page"),
        ("../xyz.pdf", "there is no file 'xyz.pdf'", "name a page or a file as it lies below 'docs/'"),
        ("A%20b.pdf", "there is no file 'A b.pdf'", "write 'a b.pdf'"),
        ("guides/editors.md?a", "there is no file 'guides/editors.md?a'", "did you mean 'guides/editors.md'?"),
        ("guides/editors.md#in-shrt", "'guides/editors.md' has no anchor 'in-shrt'", "did you mean 'in-short'?"),
        ("terms/word.md#Top", "'terms/word.md' has no anchor 'Top'", "write 'top'"),
        ("#nest", "this page has no anchor 'nest'", "did you mean 'explanation-nest'?"),
        ("#x", "this page has no anchor 'x'", "an anchor is the id of a section or of a heading there"),
        ("", "this link leads nowhere", "write an address between the brackets"),
    ],
)  # fmt: skip
def test_a_dead_link_says_what_is_missing(address: str, message: str, hint: str) -> None:
    (fault,) = found("dead-link", f"### Nest\n\nSee [this]({address}).")
    assert (fault.message, fault.hint) == (message, hint)


@pytest.mark.parametrize(
    ("prose", "after"),
    [
        ("![é](/images/map.png)", "![é](/images/Map.png)"),
        ("[a](../Guides/Editors.md#in-short)", "[a](../guides/editors.md#in-short)"),
        ("[a](guides/editors.md#In-Short)", "[a](guides/editors.md#in-short)"),
        ("[terms/word](<terms/word>)", "[terms/word](<terms/word.md>)"),
        ("[a](guides/editor.md)", "[a](guides/editor.md)"),
        ("[a](A%20b.pdf)", "[a](A%20b.pdf)"),
        ("[a][b]\n\n[b]: images/map.png", "[a][b]\n\n[b]: images/map.png"),
    ],
)
def test_a_dead_link_is_mended_where_the_address_is_certain(prose: str, after: str) -> None:
    faults = found("dead-link", prose)
    assert len(faults) == 1
    assert mended(prose, faults) == after


def test_a_dead_link_is_found_wherever_links_are_written() -> None:
    contact = {"heading": "Why", "label": "Ask", "url": "contact.md"}
    config = {
        "publisher": {"name": "Us", "about": "See [us](us.md) and [here](#here).",
                      "call_to_action": contact},
        "categories": {"models": {"name": "Models", "call_to_action": {**contact, "url": "#top"}}},
    }  # fmt: skip
    resources = [{"title": "A", "url": "https://example.org"}, {"title": "B", "url": "b.md"}]
    assert [fault.at for fault in found("dead-link", "It is.", config, resources=resources)] == [
        Address("terms/token.yml", ("resources", 1, "url")),
        Address("mkdocs.yml", ("publisher", "about"), span=(9, 14)),
        Address("mkdocs.yml", ("publisher", "call_to_action", "url")),
    ]


def test_a_page_of_an_entry_that_could_not_be_loaded_is_not_missing() -> None:
    graph = link(glossary(term("token", explanation="See [bees](terms/bee.md#top).")))
    brief = Brief(graph, Config(), TODAY, unloaded=frozenset({"bee"}))
    assert "dead-link" not in {rule.name for rule, _ in judge(brief)}


PAGE = """\
# The *guide*

## Feeding `ants` & [bees](bees.md)
## Feeding ants & bees
## __Über__ snake_case :material-bug: ants #
## Named {: #mine .big }

Below
=====

<a name="old"></a> <i id=new>x</i>
"""


def test_the_anchors_of_a_page_are_those_that_an_engine_may_make() -> None:
    made = anchors_of_page(PAGE)
    assert made is not None
    assert made >= {
        *("the-guide", "feeding-ants-bees", "feeding-ants-bees_1", "mine", "below", "old", "new"),
        *("uber-snake_case-ants", "über-snake_case-ants", "feeding-ants--bees"),
    }
    assert made.isdisjoint({"feeding-ants-bees_2", "guide", "bees", "the-guide_1"})


@pytest.mark.parametrize(
    "uncertain",
    ["# About [[token]]", "{{ anchors() }}", "{% include %}", "--8<-- 'a.md'", "::: a.b",
     "<!-- material/tags -->"],
)  # fmt: skip
def test_nobody_knows_the_anchors_of_a_page_that_is_still_to_be_completed(uncertain: str) -> None:
    assert anchors_of_page(f"# A\n\n{uncertain}\n") is None


@pytest.mark.parametrize(
    ("prose", "after"),
    [
        ("See https://example.org/a_(b).", "See <https://example.org/a_(b)>."),
        ("(https://e.org/a, “https://e.org/b”)", "(<https://e.org/a>, “<https://e.org/b>”)"),
        ("é **HTTPS://e.org** …", "é **<HTTPS://e.org>** …"),
        ("| a |\n|---|\n| https://e.org |", "| a |\n|---|\n| <https://e.org> |"),
        ("https://e.org/a*b*c", "https://e.org/a*b*c"),
        ("https://e.org/?a&amp;b", "https://e.org/?a&amp;b"),
        (r"https://e.org/a\_b", r"https://e.org/a\_b"),
    ],
)
def test_a_bare_address_becomes_a_link_where_its_end_is_certain(prose: str, after: str) -> None:
    faults = found("bare-url", prose)
    assert faults
    assert mended(prose, faults) == after
    assert not after.startswith("See <") or not found("bare-url", after)


@pytest.mark.parametrize(
    ("prose", "after"),
    [
        ("The the ant", "The ant"),
        ("é and\nand so", "é and so"),
        ("> in the\n> the nest", "> in the nest"),
        ("of of of it, a a nest", "of it, a nest"),
    ],
)
def test_a_repeated_word_is_written_once(prose: str, after: str) -> None:
    assert mended(prose, found("repeated-word", prose)) == after


def test_an_avoided_label_says_what_to_say_why_and_where_that_stands(tmp_path: Path) -> None:
    avoid = [{"label": "garden worker", "because": "It may be a *person*."}]
    files: dict[str, str | bytes] = {
        "terms/ant.yml": term_text("ant", avoid=avoid),
        "terms/bee.yml": term_text("bee", analogy="Like a Garden worker’s boots."),
    }
    assert told(tmp_path, files) == (
        "terms/bee.yml:4:17: warning: 'Garden worker' is a label to avoid [avoided-label-in-prose]\n"
        "  4 │ analogy: Like a Garden worker’s boots.\n"
        "    │                 ^^^^^^^^^^^^^ say 'Ant': It may be a person\n"
        "   terms/ant.yml:5:10: avoided here"
    )


def test_a_label_that_two_entries_avoid_is_one_fault() -> None:
    def avoiding(id: str, instead: str) -> Any:
        said = {"label": "Worker", "because": "Too wide.", "say_instead": instead}
        return term(id, avoid=[said])

    graph = link(
        glossary(avoiding("ant", "ant"), avoiding("bee", "bee"), term("x", summary="A worker."))
    )
    ((_, fault),) = [f for f in judge(Brief(graph, Config(), TODAY)) if "avoided" in f[0].name]
    assert (fault.hint, len(fault.related)) == ("say 'ant' or 'bee': Too wide", 2)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("A garden worker, a GARDEN\n WORKER", ["garden worker", "GARDEN\n WORKER"]),
        ("The worker's boots; (worker)", ["worker", "worker"]),
        ("co-worker worker-bee workers homeworker worker@e.org e.org/worker #worker", []),
        ("don’t worker", ["don’t", "worker"]),
        ("In C++, .NET and AT&T", ["C++", ".NET"]),
        ("garden worker bee", ["garden worker bee"]),
        ("garden workerbee garden", []),
    ],
)
def test_phrases_are_found_as_whole_words_the_longest_first(text: str, phrases: list[str]) -> None:
    known = Phrases.of(
        map(tokens, ("worker", "garden worker", "garden worker bee", "don't", "C++", ".NET", "T"))
    )
    assert [text[start:end] for _, start, end in known.find(text)] == phrases
    assert known.may_be_in(text) or not phrases


def test_a_phrase_of_signs_may_be_in_any_text() -> None:
    known = Phrases.of([tokens("&")])
    assert [known.may_be_in(text) for text in ("é & e", "nothing")] == [True, True]
    assert [start for _, start, _ in known.find("AT&T & others")] == [5]


def test_headings_say_what_to_write(tmp_path: Path) -> None:
    explanation = "## Nest\n\nDeep.\n\n##### Queen\n\nLarge.\n---\n\n###"
    text = "name: Ant\ndefinition: It digs.\nexplanation: |\n  " + explanation.replace("\n", "\n  ")
    assert told(tmp_path, {"terms/ant.yml": text + "\n"}) == (
        "terms/ant.yml:4:3: warning: the heading 'Nest' stands as high as what it belongs to [heading-levels]\n"
        "  4 │   ## Nest\n"
        "    │   ^^^^^^^ begin it with '###'\n"
        "terms/ant.yml:8:3: warning: the heading 'Queen' skips a level [heading-levels]\n"
        "  8 │   ##### Queen\n"
        "    │   ^^^^^^^^^^^ begin it with '####'\n"
        "terms/ant.yml:10:3: warning: the heading 'Large.' stands as high as what it belongs to [heading-levels]\n"
        "  10 │   Large.\n"
        "     │   ^^^^^^ begin it with '###'; if you meant a line, leave an empty line above it\n"
        "terms/ant.yml:13:3: warning: this heading has no words [heading-levels]\n"
        "  13 │   ###\n"
        "     │   ^^^ write words after it, or remove it"
    )


@pytest.mark.parametrize(
    ("prose", "covered"),
    [
        ("é **bold*", ["*"]),
        ("*bold** é", ["*"]),
        ("a **bold", ["**"]),
        ("**a** and **b\n\n**c", ["**", "**"]),
        ("**Note:**é", ["**"]),
        ("** a word **", ["**"]),
        ("**one**, **two three** and wi**del**y", []),
    ],
)
def test_a_stray_mark_is_shown_where_it_stands(prose: str, covered: list[str]) -> None:
    spans = [fault.at.span for fault in found("unbalanced-emphasis", prose)]
    assert [prose[slice(*span)] for span in spans if span] == covered
