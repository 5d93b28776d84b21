"""However an entry is written: the house form says the same, and is left alone."""

import re
from collections import Counter
from typing import Any

import yaml
import yaml_edit
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.editing import NotEdited
from generator.editing.formatting.entry import formatted
from generator.editing.formatting.order import model_of, type_of
from generator.editing.formatting.prose import settled
from generator.editing.formatting.scalars import Kind
from generator.prose import Target, to_html
from generator.quoting import double_quoted, is_plain
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.reading.tree import Fields, Items, Node, Scalar
from generator.shape import annotation_at
from tests.properties.entries import FULL_COMPARISON, FULL_TERM

LONG = "words of a paragraph that goes on and on, longer than any line ought to be, and on and on "
PIECES = [
    *("word", "Word", " ", " ", " ", "  ", "\n", "\n\n", "é", "日本", "\xa0", "-", "- ", "1. "),
    *("#", " # ", ": ", "'", '"', "\\", "|", "[[a|b c]]", "[a b](c)", "`a  b`", "**b**", "> "),
    *("\n- item\n", "\n| a | b |\n|---|---|\n", "\n```\na \n```\n", "  \n", "\\\n", "[^1]"),
    *("{}", "yes", "1e3", "2026-01-31", "\u202e", "\x07", "\t", "~", "=", "<br>", "&amp;"),
    *(LONG, LONG),
]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
words = st.sampled_from(["NO", "yes", "12", "a-b", "it's", "a: b", "“x”", "[x]", "a, b", "~", ""])
comments = st.sampled_from(["", "", "", " # c", "   # it's: [a]", "\t# d"])
VALUES: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("name", "category", "owner", "zoo", "on"), texts | words),
    **dict.fromkeys(("definition", "summary", "explanation", "pull_quote"), texts),
    **dict.fromkeys(("aliases", "tags", "former_ids", "more"), st.lists(texts | words, max_size=4)),
    "how_it_works": st.fixed_dictionaries({"steps": st.lists(texts, max_size=3), "text": texts}),
    "faq": st.lists(
        st.fixed_dictionaries({"answer": texts, "question": texts, "odd": words}), max_size=3
    ),
    "related": st.lists(
        words | st.fixed_dictionaries({"note": texts, "term": words}), min_size=1, max_size=3
    ),
    "unknown": st.dictionaries(words, texts | st.lists(words, max_size=2), max_size=3),
}
entries = st.fixed_dictionaries({}, optional=VALUES).filter(bool)


@st.composite
def written(draw: st.DrawFn) -> str:
    """An entry in no form at all: any order, style, indentation, blank lines and comments."""
    fields = list(draw(entries).items())
    top = draw(st.sampled_from(["", "# Licence\n\n", "# c\n", "---\n", "# $schema: x\n# d\n"]))
    return top + "\n".join(mapping(draw, draw(st.permutations(fields)), 0)) + draw(tails)


tails = st.sampled_from(["", "\n", "\n\n\n", "\n# end\n", "\n  # deep end", "\n...\n"])


def mapping(draw: st.DrawFn, fields: list[tuple[str, Any]], depth: int) -> list[str]:
    lines: list[str] = []
    for key, value in fields:
        shown = key if is_plain(key) or key == "on" else double_quoted(key)
        lines += [*above(draw, depth), *behind(draw, f"{' ' * depth}{shown}:", value, depth)]
    return lines


def above(draw: st.DrawFn, depth: int) -> list[str]:
    lines = draw(st.sampled_from([[], [], [], [""], ["# a"], ["", "", "# b", ""], ["", "# c"]]))
    here = draw(st.sampled_from([depth, depth, depth + 1, 0]))
    return [f"{' ' * here}{line}" if line else line for line in lines]


def behind(draw: st.DrawFn, head: str, value: Any, depth: int) -> list[str]:
    """Return lines that begin with a key or a dash."""
    if isinstance(value, str):
        return scalar(draw, head, value, depth)
    if not value or draw(st.integers(0, 4)) == 0:
        return [f"{head} {flow(value)}{draw(comments)}"]
    deeper = depth + draw(st.sampled_from([1, 2, 4]))
    if isinstance(value, dict):
        inside = mapping(draw, list(value.items()), deeper)
    else:
        if head.endswith(":") and draw(st.booleans()):
            deeper = depth
        inside = [
            line
            for item in value
            for line in (
                *above(draw, deeper),
                *behind(draw, f"{' ' * deeper}-", item, deeper + 1),
            )
        ]
    return [f"{head}{draw(comments)}", *inside]


def flow(value: Any) -> str:
    match value:
        case dict():
            inside = (f"{double_quoted(key)}: {flow(item)}" for key, item in value.items())
            return f"{{{', '.join(inside)}}}"
        case list():
            return f"[{', '.join(map(flow, value))}]"
    return value if is_plain(value, in_brackets=True) else double_quoted(value)


def scalar(draw: st.DrawFn, head: str, value: str, depth: int) -> list[str]:
    comment = draw(comments)
    pad = " " * (depth + draw(st.sampled_from([1, 2, 3])))
    lines = [f"{pad}{line}" if line else "" for line in value.split("\n")]
    if re.search("[\x00-\x08\x0b-\x1f]", value):
        return [f"{head} {double_quoted(value)}{comment}"]
    match draw(st.sampled_from(["plain", "single", "double", "|", ">", "|-", ">-", "|+"])):
        case "plain" if is_plain(value):
            first, _, rest = value.partition(" ")
            return [f"{head} {first}", f"{pad}{rest}{comment}"] if rest else [f"{head} {first}"]
        case "single" if "\n" not in value:
            quoted = value.replace("'", "''")
            return [f"{head} '{quoted}'{comment}"]
        case ("|" | ">" | "|-" | ">-" | "|+") as style if value[:1] not in " \t\n" and value:
            return [f"{head} {style}{comment}", *lines]
    return [f"{head} {double_quoted(value)}{comment}"]


class Site:
    def reference(self, target: str) -> Target | None:
        return Target(f"../{target}/", target)

    def link(self, url: str) -> str:
        return url


def said(node: Node, wanted: Any) -> Any:
    """Return what a value says: exact, but for white space in prose that no reader sees."""
    match node:
        case Items():
            return [said(item, annotation_at(wanted, (0,))) for item in node.items]
        case Fields():
            values = node.values.items()
            return {key: said(value, annotation_at(wanted, (key,))) for key, value in values}
        case Scalar():
            kind = Kind.of(type_of(wanted, node))
            if kind in (Kind.PROSE, Kind.INLINE):
                return html(node.text)
            return node.text, node.plain()
    return None


def html(text: str) -> list[str]:
    """Return what readers see, line ends as spaces except in code."""
    shown = to_html(text.strip(), Site()).replace("&nbsp;", "\xa0")
    pieces = re.split("(<pre>.*?</pre>)", shown, flags=re.DOTALL)
    return [piece if piece.startswith("<pre>") else piece.replace("\n", " ") for piece in pieces]


def counted(text: str) -> Counter[str]:
    """Return the comments as another library finds them."""
    found = yaml_edit.YamlFile.parse(text).comments()
    return Counter(comment.text().rstrip() for comment in found)


def check(text: str) -> str:
    document = Document("terms/token.yml", text)
    try:
        tree = document.tree()
    except Unreadable:
        assume(False)
    house = formatted(document)
    again = Document("terms/token.yml", house)
    wanted = model_of(tree)
    assert said(again.tree(), wanted) == said(tree, wanted)
    assert formatted(again) == house
    assert house.endswith("\n")
    assert not house.endswith("\n\n")
    return house


@given(written())
@settings(max_examples=300)
def test_the_house_form_says_the_same_and_is_left_alone(text: str) -> None:
    house = check(text)
    assert counted(house) == counted(text)


@given(st.sampled_from([FULL_TERM, FULL_COMPARISON]), st.data())
@settings(max_examples=200)
def test_accidents_of_editing_lose_nothing(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["comment", "beside", "blank", "swap", "indent", "mark"])):
            case "comment":
                lines.insert(at, " " * data.draw(st.integers(0, 6)) + "# a comment")
            case "beside":
                lines[at] += "  # beside"
            case "blank":
                lines[at:at] = ["", "", ""]
            case "swap":
                other = data.draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "indent":
                lines[at] = " " + lines[at]
            case "mark":
                column = data.draw(st.integers(0, len(lines[at])))
                mark = data.draw(st.sampled_from(list("-:#?[]{},'\"|>\\ é")))
                lines[at] = lines[at][:column] + mark + lines[at][column:]
    try:
        check("\n".join(lines))
    except NotEdited:
        return


SPECIAL = ["yes", "007", "1e3", "~", "", "12:30", "'x'", '"yes"', "a b", "0x1F", "[on, 1]", "=x"]


@given(st.lists(st.sampled_from(SPECIAL), min_size=1, max_size=6))
@settings(max_examples=50)
def test_other_readers_find_in_unknown_fields_what_they_found(values: list[str]) -> None:
    text = "".join(f"zoo_{number}: {value}\n" for number, value in enumerate(values))
    house = check(f"{text}name: A\n")
    assert yaml.safe_load(house) == {"name": "A", **yaml.safe_load(text)}


@given(texts, st.integers(20, 100))
@settings(max_examples=300)
def test_wrapped_prose_shows_the_same(text: str, width: int) -> None:
    wrapped = settled(text.strip(), width)
    assert html(wrapped) == html(text)
    assert settled(wrapped, width) == wrapped
