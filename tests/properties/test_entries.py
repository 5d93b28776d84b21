"""Whatever stands in a file: diagnostics in their places, and never a traceback."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Location
from generator.pipeline import RULES, Built, build
from generator.reporting import REPORTERS, Report
from tests.factories import TODAY, project
from tests.properties.entries import FULL_COMPARISON, FULL_TERM, PAGE

# Characters that mean something to YAML or to Markdown, and some that break lines or columns.
MARKS = "\n\t :-#[]{},&*!|>'\"%@`?~<=.\\/()_^$\0\x07\x85\u2028\ufeffé日😀"
yamlish = st.text(st.sampled_from(MARKS + "abno019") | st.characters(codec="utf-8"), max_size=60)
CONFIG = {"categories": {"models": {"name": "Models"}}}


def built(files: Mapping[str, str | bytes]) -> Built:
    with tempfile.TemporaryDirectory() as folder:
        return build(project(Path(folder), files, CONFIG), TODAY)


def check_places(found: tuple[Diagnostic, ...], files: Mapping[str, str | bytes]) -> None:
    """Every place that is named lies in its file, and everything can be printed."""
    for diagnostic in found:
        for place in (diagnostic.location, *(place for place, _ in diagnostic.related)):
            check_place(place, files[place.path])
    for reporter in REPORTERS.values():
        assert reporter(Report(found, RULES, len(files))).encode()


def check_place(place: Location, content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    assert 1 <= place.line <= len(lines), place
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1, place
    assert (place.line, place.column) <= (place.end_line, place.end_column), place
    assert place.end_line <= len(lines), place
    assert place.end_column <= len(lines[place.end_line - 1]) + 2, place


@given(st.one_of(yamlish, yamlish.map("name: Token\ndefinition: ".__add__)))
@settings(max_examples=400)
def test_any_text_as_an_entry_gives_diagnostics(text: str) -> None:
    files = {"terms/token.yml": text}
    check_places(built(files).diagnostics, files)


@given(st.binary(max_size=60))
def test_any_bytes_as_an_entry_give_diagnostics(data: bytes) -> None:
    files = {"terms/token.yml": data}
    check_places(built(files).diagnostics, files)


@given(yamlish)
@settings(max_examples=50)
def test_any_text_as_a_hand_written_page_gives_diagnostics(text: str) -> None:
    files: dict[str, str | bytes] = {"terms/token.yml": FULL_TERM, "docs/a.md": text}
    check_places(built(files).diagnostics, files)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """Return the text after a few accidents of editing."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["drop", "double", "swap", "insert", "cut", "indent"])):
            case "drop":
                del lines[at]
                lines = lines or [""]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "insert":
                column = draw(st.integers(0, len(lines[at])))
                mark = draw(st.text(st.sampled_from(MARKS), min_size=1, max_size=3))
                lines[at] = lines[at][:column] + mark + lines[at][column:]
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
            case "indent":
                lines[at] = draw(st.sampled_from([" ", "  ", "\t"])) + lines[at]
    return "\n".join(lines)


@given(mutated(FULL_TERM))
@settings(max_examples=300)
def test_accidents_in_a_term_give_diagnostics(text: str) -> None:
    files = {"terms/token.yml": text}
    check_places(built(files).diagnostics, files)


@given(mutated(FULL_COMPARISON))
@settings(max_examples=150)
def test_accidents_in_a_comparison_give_diagnostics(text: str) -> None:
    files = {"terms/comparison.yml": text, "terms/token.yml": FULL_TERM}
    check_places(built(files).diagnostics, files)


FILES: Mapping[str, str] = {
    "terms/a.yml": FULL_TERM,
    "terms/b.yml": FULL_TERM.replace("Token", "Byte"),
    "terms/sub/c.yml": FULL_TERM,
    "terms/c.yml": FULL_TERM,
    "terms/d.yml": FULL_COMPARISON,
    "terms/e.yml": "name: [\n",
    "terms/f.yml": "nmae: F\nrelated: [a]\n",
    "terms/word.yml": "name: Word\ndefinition: '[[token]] <b> [[gone]]'\nformer_ids: [a, old]\n",
    "terms/x.yml": "name: X\nrelated: [{term: word, relation: broader}]\nformer_ids: [old]\n",
    "docs/one.md": PAGE,
    "docs/terms/b.md": PAGE,
}


@given(st.integers(0, 10_000))
@settings(max_examples=10)
def test_the_order_of_files_changes_no_byte(seed: int) -> None:
    names = list(FILES)
    Random(seed).shuffle(names)
    expected, shuffled = built(FILES), built({name: FILES[name] for name in names})
    assert shuffled.site == expected.site
    assert shuffled.diagnostics == expected.diagnostics
    assert shuffled.graph == expected.graph
