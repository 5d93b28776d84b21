"""Where a term is mentioned, and in which words."""

from generator.layout import path_of
from generator.model import Entry, Term
from generator.render.mentioned import Mentioning, mentioned_in
from tests.factories import comparison, glossary, press_of, term


def found(*entries: Entry, **more: object) -> tuple[Mentioning, ...]:
    """Return what the page of the first entry says of the others."""
    first, press = entries[0], press_of(glossary(*entries, **more))  # type: ignore[arg-type]
    assert isinstance(first, Term)
    return mentioned_in(press, press.view(path_of(first)), first)


def told(*entries: Entry, **more: object) -> list[str]:
    """Return each excerpt with its mention between brackets."""
    excerpts = [mentioning.excerpt for mentioning in found(*entries, **more)]
    return [f"{e.before}[{e.words}]{e.after}" for e in excerpts]


def html(*entries: Entry, **more: object) -> str:
    """Return the section of the first entry's page."""
    press = press_of(glossary(*entries, **more))  # type: ignore[arg-type]
    first = entries[0]
    assert isinstance(first, Term)
    view = press.view(path_of(first))
    section = {"value": mentioned_in(press, view, first)}
    return press.templates.render("sections/mentioned_in", view=view, section=section)


LORA = term("lora", name="LoRA", aliases=["low-rank adapters"])


def test_the_sentence_of_the_first_mention_is_shown_once_for_each_source() -> None:
    other = term(
        "cost",
        analogy="Later, LoRA again.",
        definition="It costs money. With LoRA it costs *less*, e.g. a tenth. Or not.",
    )
    assert told(LORA, other) == ["With [LoRA] it costs less, e.g. a tenth."]


def test_references_are_mentions_and_show_what_readers_see() -> None:
    one = term("one", summary="Use [[lora]] or [[one|this]]. [[lora|Again]].")
    two = term("two", summary="Try [[lora|small `additions`]] instead of [[low-rank adapters]].")
    assert told(LORA, one, two) == [
        "Use [LoRA] or this.",
        "Try [small additions] instead of low-rank adapters.",
    ]


def test_a_block_ends_the_sentence() -> None:
    listed = term("one", explanation="Choose:\n\n- a model\n- per [[lora]]\n- a longer one\n")
    cells = term("two", explanation="| A | B |\n| - | - |\n| LoRA & more | other |\n")
    assert told(LORA, listed, cells) == ["per [LoRA]", "[LoRA] & more"]


def test_entities_and_lines_of_a_quotation_do_not_move_the_mention() -> None:
    one = term("one", explanation="> R&amp;D knows\n> that LoRA &lt;helps&gt;\n> a lot.\n")
    assert told(LORA, one) == ["R&D knows that [LoRA] <helps> a lot."]


def test_a_long_sentence_is_cut_between_words_around_the_mention() -> None:
    before, after = "word " * 60, " more," * 60
    (only,) = found(LORA, term("one", summary=f"{before}LoRA{after} end."))
    assert only.excerpt.before == f"… {'word ' * 19}"
    assert only.excerpt.after == f"{' more,' * 15} more …"
    assert len(only.excerpt.before + only.excerpt.words + only.excerpt.after) <= 204


def test_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    (only,) = found(LORA, term("one", summary=f"LoRA {'word ' * 60}end."))
    assert only.excerpt.before == ""
    assert only.excerpt.after == f" {'word ' * 38}word …"


def test_related_terms_come_first_with_the_kind_then_all_by_name() -> None:
    shown = found(
        term("lora", name="LoRA", related=[{"term": "zebra", "relation": "broader"}, "young"]),
        term("young", summary="LoRA is young.", related=["lora"]),
        term("zebra", summary="LoRA is wild."),
        term("ant", summary="LoRA is small."),
        term("draft", summary="LoRA is hidden.", status="draft"),
        comparison("cow-or-dog", ("ant", "zebra"), name="Cow or dog", summary="LoRA is neither."),
        pages={"docs/bees/README.md": "# Bees\n\nLoRA flies.\n", "docs/none.md": "Nothing.\n"},
    )
    assert [(m.title, m.href, m.relation and m.relation.value) for m in shown] == [
        ("Young", "../../terms/young/", "related"),
        ("Zebra", "../../terms/zebra/", "broader"),
        ("Ant", "../../terms/ant/", None),
        ("Bees", "../../bees/", None),
        ("Cow or dog", "../../comparisons/cow-or-dog/", None),
    ]


def test_hand_written_pages_are_read_without_front_matter_and_tags() -> None:
    page = "---\ntitle: LoRA\n---\n# Guide\n\nPress <kbd>Go</kbd> for LoRA. Then wait.\n"
    assert told(LORA, pages={"docs/guide.md": page}) == ["Press Go for [LoRA]."]


def test_what_authors_write_is_text() -> None:
    one = term("one", summary="If `<b>` &amp; <script>alert(1)</script> then LoRA.")
    page = "# <img src=x onerror=alert(1)>\n\nSee LoRA.\n"
    assert html(LORA, one, pages={"docs/a.md": page}) == (
        '<ul class="tl-bare tl-mentions">\n'
        '<li><p class="tl-mentions__page">'
        '<a href="../../a/">&lt;img src=x onerror=alert(1)&gt;</a></p>\n'
        '<p class="tl-mentions__words">See <mark>LoRA</mark>.</p>\n'
        "</li>\n"
        '<li><p class="tl-mentions__page"><a href="../../terms/one/">One</a></p>\n'
        '<p class="tl-mentions__words">If &lt;b&gt; &amp; then <mark>LoRA</mark>.</p>\n'
        "</li>\n"
        "</ul>\n\n"
    )


def test_a_long_list_is_folded_after_five_unless_one_alone_would_be_hidden() -> None:
    others = [term(f"a{number}", summary="LoRA helps.") for number in range(7)]
    assert "<details" not in html(LORA, *others[:6])
    open_part, _, folded = html(LORA, *others).partition("<details")
    assert (open_part.count("<li>"), folded.count("<li>")) == (5, 2)
    assert "<summary>2 more</summary>" in folded
