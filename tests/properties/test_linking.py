"""Whatever authors write, links change no words, and lead both ways."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.config import Config
from generator.graph import Graph
from generator.layout import path_of
from generator.link import LinkMemory, link
from generator.mentions import Context, Lexicon, Verdict, occurrences, texts_of_entry, texts_of_page
from generator.model import Entry, Glossary, leaves
from generator.prose import Mentioned, Target, is_plain, to_html
from generator.text import Prose
from tests.factories import comparison, file_of, glossary, press, term

SPECIFICATION = Path(__file__).parents[1] / "data" / "commonmark-0.31.2.txt"
# Words that stand in most examples of the specification, and some that lie in each other.
TERMS = (
    term("foo", name="Foo", aliases=["bar baz", "ü"]),
    term("bar", name="Bar", forms=["li", "&"]),
    term("foo-bar", name="Foo bar", abbreviation="FB"),
    term("link", name="Link", aliases=["a"], forms=["text", "title"]),
    term("baz", name="Baz", status="deprecated"),
    term("hidden", name="Hello", status="draft"),
)
LEXICON = Lexicon.of(glossary(*TERMS), Config())
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    text.replace("→", "\t").rstrip("\n")
    for text in _EXAMPLE.findall(SPECIFICATION.read_text(encoding="utf-8"))
]
PIECES = [
    *("foo", "Foo", "bar", "Foos", "foo bar", "FB", "fb", "a", "link", "Hello", "baz's", "ü"),
    *("u\u0308", "fo\xado", "foo-bar", "foo\xa0bar", "“foo”", "’s", "'s", "-", "_", "*", "**", "`"),
    *("[", "]", "[[foo]]", "[[!foo]]", "[[bar|foo]]", "](x)", "![", "<b>", "</b>", "<a href='x'>"),
    *("&amp;", "&#45;", "&", "\\", "\n", "\n\n", "# ", "- ", "> ", "    ", "  \n", " ", " ", "| "),
    *("|\n|---|\n", "[^1]", "\n[^1]: ", "https://foo.org/bar ", "~~", ".", ",", "日本", "\t"),
]
markdown = st.lists(
    st.sampled_from(PIECES)
    | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=3),
    max_size=25,
).map("".join)
_MENTION = re.compile(r'<a class="tl-term tl-mention"[^>]*>(.*?)</a>', re.DOTALL)

# Beside these, or in a quotation, a reference is read as something else than words.
_PARTICULAR = re.compile(r"[\[\]|\\`<>\t*_~]|    ")


class Site:
    """Knows a page for every term."""

    def reference(self, target: str) -> Target | None:
        return Target(f"../{target}/", target.title(), target)

    def link(self, url: str) -> str:
        return url


class Links(HTMLParser):
    """Refuses a link in a link."""

    depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "a"
        assert self.depth <= 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "a"


def mentioned(text: str, context: Context | None = None) -> list[Mentioned]:
    entry = term("here", name="A b c d e", definition=None, why_it_matters=text or "x")
    texts = [one for one in texts_of_entry(entry) if one.path == ("why_it_matters",)]
    return [
        Mentioned(one.start, one.end, one.claims[0].term)
        for one in occurrences(texts, context or Context("here"), LEXICON)
        if one.verdict is Verdict.LINKED
    ]


def check_linking(text: str) -> None:
    """Hold the words of a text against those of the same text with links."""
    text = text.strip()
    found = mentioned(text)
    plain, linked = to_html(text, Site()), to_html(text, Site(), mentions=found)
    assert _MENTION.sub(r"\1", linked) == plain
    assert linked.count("tl-mention") == len(found)
    page = Links()
    page.feed(linked)
    page.close()


def is_prose(text: str) -> bool:
    """Return whether the model takes a text for prose."""
    return bool(text.strip()) and not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


@given(markdown.filter(is_prose))
@settings(max_examples=600)
@example("foo\nbar")
@example("> foo\n> bar baz")
@example("foo &amp; bar")
@example("&amp;")
@example("_foo_ **bar baz**")
def test_without_our_links_a_text_is_what_it_was(text: str) -> None:
    check_linking(text)


@pytest.mark.parametrize("text", [*filter(is_prose, EXAMPLES)])
def test_so_are_the_examples_of_the_specification(text: str) -> None:
    check_linking(text)


def test_the_examples_of_the_specification_are_there_and_hold_mentions() -> None:
    assert len(EXAMPLES) == 652
    assert sum(len(mentioned(text.strip())) for text in EXAMPLES if is_prose(text)) > 300


def written_out(text: str, found: Sequence[Mentioned]) -> str:
    """Return a text whose mentions are references."""
    for one in reversed(found):
        words = text[one.start : one.end]
        text = f"{text[: one.start]}[[{one.term}|{words}]]{text[one.end :]}"
    return text


def check_linking_twice(text: str) -> None:
    text = text.strip()
    found = mentioned(text)
    again = written_out(text, found)
    context = Context("here", linked={"why_it_matters": frozenset(one.term for one in found)})
    assert mentioned(again, context) == []
    as_reference = to_html(again, Site()).replace('class="tl-term"', 'class="tl-term tl-mention"')
    # What had to be parsed was cleaned too, and the cleaner has its own way with a fixed space.
    assert unescape(as_reference) == unescape(to_html(text, Site(), mentions=found))


@given(markdown.filter(is_prose))
@settings(max_examples=300)
def test_linking_twice_changes_nothing_more(text: str) -> None:
    assume(not _PARTICULAR.search(text))
    check_linking_twice(text)


@pytest.mark.parametrize(
    "text", [one for one in EXAMPLES if is_prose(one) and not _PARTICULAR.search(one)]
)
def test_linking_examples_twice_changes_nothing_more(text: str) -> None:
    check_linking_twice(text)


prose = markdown.filter(is_prose)
entries = st.lists(
    st.tuples(st.sampled_from(["one", "two", "three", "four"]), prose, prose),
    unique_by=lambda item: item[0],
    max_size=4,
)
pages = st.dictionaries(st.sampled_from(["docs/a.md", "docs/b.md"]), markdown, max_size=2)


def made(texts: Iterable[tuple[str, str, str]]) -> list[Entry]:
    return [term(id, definition="A thing.", why_it_matters=w, explanation=e) for id, w, e in texts]


def linked(
    every: Sequence[Entry], on: Mapping[str, str], memory: LinkMemory | None = None
) -> Graph:
    by_id = {entry.id: entry for entry in every}
    return link(Glossary.of(by_id, {id: file_of(id) for id in by_id}, on), memory)


@given(entries, pages, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_files_makes_no_difference(
    texts: list[tuple[str, str, str]], on: dict[str, str], rng: object
) -> None:
    every = [*TERMS, comparison("both", ("foo", "bar"), name="Both", summary="foo"), *made(texts)]
    other = list(every)
    rng.shuffle(other)  # type: ignore[attr-defined]
    one, two = linked(every, on), linked(other, dict(reversed(on.items())))
    assert (one.linked, one.mentions, one.ambiguities) == (
        two.linked,
        two.mentions,
        two.ambiguities,
    )


@given(entries, pages)
@settings(max_examples=100, deadline=None)
def test_every_mention_has_its_backlink_and_every_backlink_a_reason(
    texts: list[tuple[str, str, str]], on: dict[str, str]
) -> None:
    graph = linked([*TERMS, *made(texts)], on)
    there = {(one.source, one.target) for found in graph.linked.values() for one in found}
    there |= {
        (one.source, one.resolved)
        for one in graph.links
        if one.in_prose and one.resolved not in (None, one.source)
    }
    back = {(source, id) for id, sources in graph.mentions.items() for source in sources}
    assert there == back


@given(entries, pages)
@settings(max_examples=100, deadline=None)
def test_nothing_is_missed_by_not_reading_what_holds_no_form(
    texts: list[tuple[str, str, str]], on: dict[str, str]
) -> None:
    every = [*TERMS, *made(texts)]
    graph, lexicon = linked(every, on), Lexicon.of(glossary(*every), Config())
    for entry in every:
        linked_on_purpose = {
            field: frozenset(
                one.resolved
                for one in graph.links
                if one.source == entry.id and one.at.path[0] == field and one.resolved
            )
            for field in ("why_it_matters", "explanation")
        }
        context = Context(entry.id, linked=linked_on_purpose)
        spans = [
            (one.path, (one.start, one.end))
            for one in occurrences(texts_of_entry(entry), context, lexicon)
            if one.verdict is Verdict.LINKED
        ]
        assert spans == [(one.at.path, one.at.span) for one in graph.linked.get(entry.id, ())]


@given(entries, entries, pages, pages)
@settings(max_examples=100, deadline=None)
def test_what_is_remembered_makes_no_difference(
    texts: list[tuple[str, str, str]],
    others: list[tuple[str, str, str]],
    on: dict[str, str],
    later: dict[str, str],
) -> None:
    memory, every = LinkMemory(), [*TERMS, *made(texts)]
    linked(every, on, memory)
    # Some are new, some changed, some gone; the last ones claim what the first do.
    kept = [entry for entry in every if entry.id not in {id for id, _, _ in others}]
    for now in (kept[1:] + made(others), [*kept, term("five", forms=["foo"])]):
        again = linked(now, later, memory)
        fresh = linked(now, later)
        assert again == fresh


@given(entries)
@settings(max_examples=50, deadline=None)
def test_without_our_links_the_prose_of_a_page_is_what_it_was(
    texts: list[tuple[str, str, str]],
) -> None:
    every = made(texts)
    with_links = press(*TERMS, *every)
    without = press(*TERMS, *every, config={"linking": {"mentions": "off"}})
    for entry in every:
        one, other = (which.view(path_of(entry)) for which in (with_links, without))
        values = [value for _, value in leaves(entry) if isinstance(value, Prose)]
        found = [(str(one.prose(value)), str(other.prose(value))) for value in values]
        assert [_MENTION.sub(r"\1", html) for html, _ in found] == [html for _, html in found]
        count = sum(html.count("tl-mention") for html, _ in found)
        assert count == len(with_links.graph.linked.get(entry.id, ()))


@given(markdown)
@settings(max_examples=200)
def test_words_found_on_a_page_lie_in_it_and_not_in_each_other(text: str) -> None:
    last = 0
    for one in occurrences(texts_of_page(text), Context(), LEXICON):
        assert 0 <= one.start < one.end <= len(text)
        if one.verdict is Verdict.LINKED:
            assert one.start >= last
            last = one.end


def test_plain_text_is_linked_without_a_parser() -> None:
    assert is_plain("foo bar")
    html = to_html("a foo bar", Site(), mentions=mentioned("a foo bar"), inline=True)
    assert html == (
        '<a class="tl-term tl-mention" href="../link/" data-term="link">a</a> '
        '<a class="tl-term tl-mention" href="../foo-bar/" data-term="foo-bar">foo bar</a>'
    )
