"""Edits of one file: what changes, what stays, and what is refused."""

from textwrap import dedent

import pytest

from generator.diagnostics import Address, Edit, Location, Replacement
from generator.editing import NotEdited, edited, replacements
from generator.reading import Document

FILE = "terms/token.yml"
ENTRY = """\
# What everybody asks first.
name: Token   # the name
# Other words.
aliases:   # in any order
  - Bit of text # one
  # between
  - "Piece"
  # behind
former_ids: [old, older, # see 2024
  oldest]
forms: ['it''s', "a\\tb"]
owner:

# About the definition.
definition: >-
  A piece of text, see [[word|the word]] and
  this.

# About the explanation.
explanation: |
  One

  Two

how_it_works: Text that
  goes on.

related:
  - word
  - term: key
    note: Near. # or not
  # the last
  - relation: part_of
    term: price
# end
"""


def at(
    *path: str | int, key: bool = False, span: tuple[int, int] | None = None, file: str = FILE
) -> Address:
    return Address(file, path, key, span)


def change(text: str, *edits: Edit, file: str = FILE) -> str:
    return edited(Document(file, text, tags=file == "mkdocs.yml"), edits)


def changed_lines(*edits: Edit, text: str = ENTRY) -> tuple[list[str], list[str]]:
    """Return the lines that are gone and those that are new, in order."""
    old, new = text.split("\n"), change(text, *edits).split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (Edit(at("name"), "Word"), ["name: Token   # the name"], ["name: Word   # the name"]),
        (Edit(at("name"), "NO"), ["name: Token   # the name"], ['name: "NO"   # the name']),
        (Edit(at("aliases", 1), "Bit"), ['  - "Piece"'], ['  - "Bit"']),
        (Edit(at("forms", 0), "he's"), None, ["forms: ['he''s', \"a\\tb\"]"]),
        (Edit(at("forms", 1), 'a "b"'), None, ["forms: ['it''s', \"a \\\"b\\\"\"]"]),
        (Edit(at("former_ids", 1), "new"), None, ["former_ids: [old, new, # see 2024"]),
        (Edit(at("former_ids", 1), "a, b"), None, ['former_ids: [old, "a, b", # see 2024']),
        (Edit(at("owner"), "Editors"), ["owner:"], ["owner: Editors"]),
        (Edit(at("explanation"), "One\n\nThree"), ["  Two"], ["  Three"]),
        (Edit(at("definition"), "A piece."), None, ["  A piece."]),
        (Edit(at("how_it_works"), "Text that goes off."), ["  goes on."], ["  goes off."]),
        (Edit(at("how_it_works", "text"), "None"), None, ["how_it_works: None"]),
        (Edit(at("related", 0, "term"), "key"), ["  - word"], ["  - key"]),
        (Edit(at("name"), "a: b"), None, ['name: "a: b"   # the name']),
        (Edit(at("name"), "a #b"), None, ['name: "a #b"   # the name']),
        (Edit(at("name"), "- a"), None, ['name: "- a"   # the name']),
        (Edit(at("name"), "a\nb"), None, ['name: "a\\nb"   # the name']),
        (Edit(at("related", 1, "note"), "2024-01-01"), None, ['    note: "2024-01-01" # or not']),
    ],
)
def test_a_value_is_replaced_in_its_own_style(
    edit: Edit, gone: list[str] | None, come: list[str]
) -> None:
    old, new = changed_lines(edit)
    assert new == come
    assert gone is None or old == gone


@pytest.mark.parametrize(
    ("path", "span", "new", "come"),
    [
        (("name",), (5, 5), ".", ["name: Token.   # the name"]),
        (("name",), (0, 3), "Sto", ["name: Stoen   # the name"]),
        (("forms", 0), (4, 4), "'s", ["forms: ['it''s''s', \"a\\tb\"]"]),
        (("forms", 1), (1, 2), "\n", ["forms: ['it''s', \"a\\nb\"]"]),
        (("definition",), (23, 27), "term", ["  A piece of text, see [[term|the word]] and"]),
        (("definition",), (42, 43), " now ", ["  now this."]),
        (("definition",), (48, 48), "!", ["  this.!"]),
        (("explanation",), (0, 3), "Uno", ["  Uno"]),
        (("explanation",), (3, 5), " and ", ["  One and Two"]),
        (("how_it_works",), (5, 10), "which ", ["how_it_works: Text which"]),
        (("related", 1, "note"), (0, 4), "Far", ["    note: Far. # or not"]),
    ],
)
def test_a_range_of_a_value_is_replaced_in_its_own_style(
    path: tuple[str | int, ...], span: tuple[int, int], new: str, come: list[str]
) -> None:
    assert changed_lines(Edit(at(*path, span=span), new))[1] == come


def test_a_value_that_other_readers_mistake_is_quoted_even_if_it_stays_the_same() -> None:
    assert change("name: NO\nowner: a\n", Edit(at("name"), "NO")) == 'name: "NO"\nowner: a\n'


def test_a_date_needs_no_quotes_where_the_field_asks_for_one() -> None:
    new = "name: Token\nreviewed: 2026-11-21\n"
    replaced = change("name: Token\nreviewed: 2025-01-01\n", Edit(at("reviewed"), "2026-11-21"))
    assert replaced == new
    assert change("name: Token\n", Edit(at("reviewed"), "2026-11-21")) == new


@pytest.mark.parametrize(
    ("path", "new", "come"),
    [
        (("aliases",), "aka", ["aka:   # in any order"]),
        (("former_ids",), "a b", ["a b: [old, older, # see 2024"]),
        (("related", 1, "note"), "on", ['    "on": Near. # or not']),
        (("explanation",), "analogy", ["analogy: |"]),
    ],
)
def test_a_key_is_renamed(path: tuple[str | int, ...], new: str, come: list[str]) -> None:
    assert changed_lines(Edit(at(*path, key=True), new))[1] == come


@pytest.mark.parametrize(
    ("path", "gone", "come"),
    [
        (("name",), ["name: Token   # the name"], []),
        (
            ("aliases",),
            [
                "# Other words.",
                "aliases:   # in any order",
                "  - Bit of text # one",
                "  # between",
                '  - "Piece"',
            ],
            [],
        ),
        (("aliases", 0), ["  - Bit of text # one"], []),
        (("aliases", 1), ["  # between", '  - "Piece"'], []),
        (("former_ids", 0), None, ["former_ids: [older, # see 2024"]),
        (("former_ids", 1), None, ["former_ids: [old, oldest]"]),
        (("former_ids", 2), None, ["former_ids: [old, older # see 2024", "  ]"]),
        (("owner",), ["owner:"], []),
        (
            ("definition",),
            [
                "# About the definition.",
                "definition: >-",
                "  A piece of text, see [[word|the word]] and",
                "  this.",
                "",
            ],
            [],
        ),
        (("related", 1), ["  - term: key", "    note: Near. # or not"], []),
        (("related", 1, "note"), ["    note: Near. # or not"], []),
        (("related", 1, "term"), None, ["  - note: Near. # or not"]),
        (("related", 0, "term"), ["  - word"], []),
        (("related", 2, "term"), ["    term: price"], []),
    ],
)
def test_what_is_removed_takes_its_comments_along(
    path: tuple[str | int, ...], gone: list[str] | None, come: list[str]
) -> None:
    old, new = changed_lines(Edit(at(*path), None))
    assert new == come
    if gone is not None:
        assert sorted(old) == sorted(gone)


def test_the_last_item_takes_the_field_along_and_the_last_field_the_item() -> None:
    text = "name: Token\ntags: [a]\nfaq:\n  - question: Why?\nowner: b\n"
    tags = change(text, Edit(at("tags", 0), None))
    assert tags == "name: Token\nfaq:\n  - question: Why?\nowner: b\n"
    faq = change(text, Edit(at("faq", 0, "question"), None))
    assert faq == "name: Token\ntags: [a]\nowner: b\n"


def test_a_file_ends_as_it_did() -> None:
    text = "name: Token\n\ntags: [a]"
    assert change(text, Edit(at("name"), "Word")) == "name: Word\n\ntags: [a]"
    assert change(text, Edit(at("tags", 1), "b")) == "name: Token\n\ntags: [a, b]"
    assert change("name: Token\n\ntags: [a]\n", Edit(at("tags"), None)) == "name: Token\n"


@pytest.mark.parametrize(
    ("edit", "come"),
    [
        (Edit(at("abbreviation"), "TK"), ["abbreviation: TK"]),
        (Edit(at("abbreviation"), "NO"), ['abbreviation: "NO"']),
        (Edit(at("tags", 0), "cost"), ["tags:", "  - cost"]),
        (Edit(at("aliases", 2), "Bit"), ["  - Bit"]),
        (Edit(at("former_ids", 3), "oldish"), ["  oldest, oldish]"]),
        (Edit(at("related", 3), "cost"), ["  - cost"]),
        (Edit(at("related", 1, "relation"), "part_of"), ["    relation: part_of"]),
        (Edit(at("summary"), "In short."), ["summary: In short.", ""]),
        (Edit(at("sources", 0, "title"), "A book"), ["", "sources:", "  - title: A book"]),
        (Edit(at("analogy"), "Like\n\nthis"), ["analogy: |", "  Like", "", "  this", ""]),
    ],
)
def test_what_is_added_has_its_place_in_the_order_of_the_fields(
    edit: Edit, come: list[str]
) -> None:
    old, new = changed_lines(edit)
    assert old in ([], ["  oldest]"])
    assert new == come


def test_a_list_that_is_added_is_indented_as_others_are() -> None:
    text = "name: Token\naliases:\n- Bit\n"
    added = change(text, Edit(at("tags", 0), "cost"))
    assert added == "name: Token\naliases:\n- Bit\ntags:\n- cost\n"


def test_a_field_without_a_value_gets_a_list() -> None:
    text = "name: Token\nformer_ids:\ntags: [a]\n"
    new = change(text, Edit(at("former_ids", 0), "old"))
    assert new == "name: Token\nformer_ids:\n  - old\ntags: [a]\n"


def test_several_edits_are_made_at_once() -> None:
    text = "name: Token\naliases: [a, b, c]\ndefinition: A piece\nowner: x\n"
    new = change(
        text,
        Edit(at("definition", span=(7, 7)), "."),
        Edit(at("definition", span=(0, 1)), "The"),
        Edit(at("aliases", 0), None),
        Edit(at("aliases", 2), None),
        Edit(at("aliases", 3), "d"),
        Edit(at("aliases", 4), "e"),
        Edit(at("owner", key=True), "category"),
        Edit(at("owner"), "models"),
        Edit(at("abbreviation"), "T"),
    )
    assert new == (
        "name: Token\nabbreviation: T\naliases: [b, d, e]\ndefinition: The piece.\ncategory: models\n"
    )


def test_all_items_may_go_one_by_one() -> None:
    text = "name: Token\naliases:\n  - a\n  - b\n"
    new = change(text, Edit(at("aliases", 1), None), Edit(at("aliases", 0), None))
    assert new == "name: Token\n"


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ([Edit(at("name"), "a"), Edit(at("name", span=(0, 1)), "b")], "same place"),
        ([Edit(at("name"), "a"), Edit(at("name"), "a")], "same place"),
        ([Edit(at("related"), None), Edit(at("related", 0), "x")], "same place"),
        ([Edit(at("abbreviation"), "a"), Edit(at("abbreviation"), "b")], "same place"),
        ([Edit(at("nothing", 0, "deep"), None)], "'nothing 1.deep' is not there"),
        ([Edit(at("name", "deep"), "x")], "'name' holds no field of its own to change"),
        ([Edit(at("related", 0, "note"), "x")], "'related 1' holds no field of its own"),
        ([Edit(at("aliases", span=(0, 1)), "x")], "'aliases' is no text"),
        ([Edit(at("aliases"), "x")], "'aliases' cannot be changed without"),
        ([Edit(at("aliases", 0, key=True), "x")], "'aliases 1' has no name"),
        ([Edit(at("name", span=(3, 9)), "x")], "'name' has changed since it was read"),
        ([Edit(at("owner", key=True), "name")], "'owner' cannot be changed without"),
        ([Edit(at(span=(9000, 9001)), "")], "the file has changed since it was read"),
        ([Edit(at(span=(0, 0)), "a: [")], "the file could not be read"),
    ],
)
def test_what_cannot_be_done_is_refused_and_says_why(edits: list[Edit], why: str) -> None:
    with pytest.raises(NotEdited) as refused:
        change(ENTRY, *edits)
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_range_that_changes_more_than_it_touches_is_refused() -> None:
    text = "tags: [a, b,\n  c]\nname: A\n"
    with pytest.raises(NotEdited, match="more would change than what stands there"):
        change(text, Edit(at(span=(9, 9)), " #"))


def test_nothing_is_left_of_a_file_is_refused() -> None:
    with pytest.raises(NotEdited, match="nothing would be left"):
        change("tags: [a]\n", Edit(at("tags", 0), None))


@pytest.mark.parametrize(
    ("comment", "new"),
    [
        ("# in any order", ENTRY.replace("   # in any order", "")),
        ("# Other words.", ENTRY.replace("# Other words.\n", "")),
        ("# Other words.\n", ENTRY.replace("# Other words.\n", "")),
        ("# between", ENTRY.replace("  # between\n", "")),
        ("# see 2024", ENTRY.replace(" # see 2024", "")),
        ("# end", ENTRY.replace("# end\n", "")),
    ],
)
def test_a_comment_is_removed_by_its_range(comment: str, new: str) -> None:
    start = ENTRY.index(comment)
    assert change(ENTRY, Edit(at(span=(start, start + len(comment))), None)) == new


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("name: T\u043eken\ntags: [a]\n", "T\u043eken", "Token"),
        ("name: To\u200bken # x\n", "To\u200bken", "Token"),
        ("name: a \u200bb\n", "\u200b", ""),
        ("n\u0430me: Token\n", "n\u0430me", "name"),
        ("faq:\n  - question Why?\n    answer: So.\n", "question", "question:"),
        ("name: A\nowner:\ntags: [a]\n", "owner:\n", ""),
        ("name: A\naliases: Emmet\n", "Emmet", "[Emmet]"),
    ],
)
def test_a_value_is_changed_by_its_range_in_the_file(text: str, old: str, new: str) -> None:
    start = text.index(old)
    changed = text.replace(old, new)
    assert change(text, Edit(at(span=(start, start + len(old))), new)) == changed


@pytest.mark.parametrize(
    ("text", "path", "new", "changed"),
    [
        ("name: [Token] # x\n", ("name",), "Token", "name: Token # x\n"),
        ("definition: [[word]]\n", ("definition",), "[[word]]", 'definition: "[[word]]"\n'),
        ("tags: [{a}, b]\n", ("tags", 0), "{a}", 'tags: ["{a}", b]\n'),
        (
            "tags:\n  - Note: pay\n  - b\n",
            ("tags", 0),
            "Note: pay",
            'tags:\n  - "Note: pay"\n  - b\n',
        ),
        ("name:\n  - a\n  - b\n", ("name",), "a", "name: a\n"),
    ],
)
def test_a_text_takes_the_place_of_a_list_or_of_fields(
    text: str, path: tuple[str | int, ...], new: str, changed: str
) -> None:
    assert change(text, Edit(at(*path), new)) == changed


def test_a_comment_is_changed_and_added_by_its_range() -> None:
    start = ENTRY.index("Other")
    assert change(ENTRY, Edit(at(span=(start, start + 5)), "More")) == ENTRY.replace(
        "Other words", "More words"
    )
    assert change(ENTRY, Edit(at(span=(0, 0)), "# New\n")) == f"# New\n{ENTRY}"


def test_a_file_that_cannot_be_read_is_mended_by_characters() -> None:
    text = "name: Fine-tuning: an introduction\n"
    new = 'name: "Fine-tuning: an introduction"\n'
    assert change(text, Edit(at(span=(6, 34)), '"Fine-tuning: an introduction"')) == new
    with pytest.raises(NotEdited, match="the file cannot be read"):
        change(text, Edit(at("name"), "x"))


def test_a_hand_written_page_is_changed_by_characters() -> None:
    page = "# Title  \n\nSee [[old]].  \n"
    new = edited(Document("docs/a.md", page), [Edit(Address("docs/a.md", span=(17, 20)), "new")])
    assert new == "# Title  \n\nSee [[new]].  \n"


def test_the_config_file_keeps_what_is_not_ours() -> None:
    text = dedent(
        """\
        site_url: !ENV SITE_URL
        plugins:
          - search
          - termloom:
              home: {featured: [a, b]}
        hooks: &h [x.py]
        again: *h
        """
    )
    path = ("plugins", 1, "termloom", "home", "featured")
    edits = [
        Edit(at(*path, 0, file="mkdocs.yml"), "c"),
        Edit(at(*path, 1, file="mkdocs.yml"), None),
    ]
    assert change(text, *edits, file="mkdocs.yml") == text.replace("[a, b]", "[c]")


def test_an_edit_is_told_as_the_characters_that_differ() -> None:
    document = Document(FILE, ENTRY)
    edits = [Edit(at("name"), "Tokens"), Edit(at("aliases", 0), None), Edit(at("aliases", 2), "x")]
    assert replacements(document, edits) == (
        Replacement(Location(FILE, 2, 12, 2, 12), "s"),
        Replacement(Location(FILE, 5, 1, 6, 1), ""),
        Replacement(Location(FILE, 8, 1, 8, 1), "  - x\n"),
    )
