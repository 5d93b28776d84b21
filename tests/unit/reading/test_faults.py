"""What an author sees when a file cannot be read at all: the whole of what is printed."""

from dataclasses import replace

import pytest

from generator.reading import Document
from generator.reading.document import decode
from generator.reading.faults import Unreadable
from generator.reporting.text import block

FILE = "terms/token.yml"


def said(content: str | bytes) -> str:
    """Return what is printed about a file that cannot be read."""
    data = content.encode() if isinstance(content, str) else content
    with pytest.raises(Unreadable) as caught:
        Document(FILE, decode(FILE, data)).tree()
    return block(caught.value.diagnostic)


def check(content: str | bytes, expected: str) -> None:
    assert said(content) == expected.strip("\n").replace("@", FILE)


@pytest.mark.parametrize("content", ["", "\n\n", "  \n", "# only a comment", "---", "---\n...\n"])
def test_an_empty_file(content: str) -> None:
    check(
        content,
        """
@:1:1: error: this file is empty [empty-file]
   hint: delete it, or write at least 'name: …' and 'status: draft'
""",
    )


@pytest.mark.parametrize(
    "content", ["---\n# a comment\n", "# a\n---\n# b\n...\n# c\n", "null", "~"]
)
def test_a_file_with_nothing_but_marks_and_comments_is_empty_too(content: str) -> None:
    assert "this file is empty [empty-file]" in said(content)


def test_a_field_that_is_written_twice_shows_both_places() -> None:
    check(
        "name: Token\nfaq:\n  - question: Why?\n    question: How?\n",
        """
@:4:5: error: the field 'question' is written twice [duplicate-key]
  4 │     question: How?
    │     ^^^^^^^^ keep one of them, or join their values
   @:3:5: first written here
""",
    )


def test_a_field_that_is_written_twice_in_the_same_words_can_go() -> None:
    text = "name: Token\nfaq:\n  - question: Q\n    answer: A # so\nfaq:\n  - {question: Q, answer: A}\n\n# Sources\nstatus: draft\n"
    check(
        text,
        """
@:5:1: error: the field 'faq' is written twice and says the same [duplicate-key]
  5 │ faq:
    │ ^^^ remove one of them
   @:2:1: first written here
   fix: Remove the second 'faq' (termloom check --fix)
""",
    )
    with pytest.raises(Unreadable) as caught:
        Document(FILE, text).tree()
    fix = caught.value.diagnostic.fix
    assert fix is not None
    (edit,) = fix.edits
    assert edit.at.span is not None
    assert edit.text == ""
    start, end = edit.at.span
    assert text[start:end] == "faq:\n  - {question: Q, answer: A}\n"


def test_a_fault_below_does_not_hide_a_field_that_is_written_twice() -> None:
    assert "the field 'name' is written twice [duplicate-key]" in said("name: A\nname: B\nx: [\n")


def test_merge_markers() -> None:
    check(
        "name: Token\n<<<<<<< HEAD\naliases: [a]\n=======\naliases: [b]\n>>>>>>> branch\n",
        """
@:2:1: error: two versions of this file were never brought together [merge-conflict]
  2 │ <<<<<<< HEAD
    │ ^^^^^^^^^^^^ keep one version and remove the lines with <<<<<<<, ======= and >>>>>>>
""",
    )


def test_the_end_of_a_merge_conflict_is_enough() -> None:
    assert said("name: Token\n>>>>>>> branch\n").startswith(f"{FILE}:2:1: error: two versions")


def test_a_root_that_is_a_list() -> None:
    check(
        "- name: Token\n",
        """
@:1:1: error: an entry must be a list of fields, such as 'name: …' [not-fields]
  1 │ - name: Token
    │ ^ remove the '- ' in front
""",
    )


def test_a_root_that_is_text() -> None:
    check(
        "# a comment\nToken\n",
        """
@:2:1: error: an entry must be a list of fields, such as 'name: …' [not-fields]
  2 │ Token
    │ ^
""",
    )


def test_a_tab() -> None:
    check(
        "name: Token\nfaq:\n\t- question: Why?\n",
        """
@:3:1: error: this line is indented with a tab [tab-indentation]
  3 │  - question: Why?
    │ ^ use spaces, two for each level
""",
    )


def test_a_byte_order_mark() -> None:
    check(
        b"\xef\xbb\xbfname: Token\n",
        """
@:1:1: error: this file starts with a byte-order mark [encoding]
   hint: save it as UTF-8 without a byte-order mark (BOM)
""",
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    check(
        mark + "name: Token\n".encode(encoding),
        """
@:1:1: error: this file is UTF-16 [encoding]
   hint: save it as UTF-8
""",
    )


def test_a_nul_byte() -> None:
    check(
        b"name: Token\nfaq: \0\n",
        """
@:2:6: error: this file holds a NUL byte [encoding]
   hint: it is not text
""",
    )


def test_a_byte_that_is_not_utf_8_is_counted_in_characters() -> None:
    check(
        "name: Token\ndefinition: naïve ".encode() + b"\xe9t\xe9\n",
        """
@:2:19: error: the byte 0xe9 is not UTF-8 [encoding]
   hint: save the file as UTF-8
""",
    )


def test_an_invisible_character() -> None:
    check(
        "name: Tok\x08en\n",
        """
@:1:10: error: this line holds the invisible character U+0008 [yaml-syntax]
  1 │ name: Tok\N{REPLACEMENT CHARACTER}en
    │          ^ delete it
""",
    )


def test_a_file_of_megabytes() -> None:
    check(
        b"#" * 50_000_000,
        """
@:1:1: error: this file has more than 1,000,000 bytes [file-too-large]
""",
    )


def test_a_hundred_kilobytes_of_brackets() -> None:
    assert said("name: " + "[" * 100_000).startswith(
        f"{FILE}:1:26: error: values are nested more than 20 levels deep [too-deep]"
    )


@pytest.mark.parametrize("opening", ["{a: ", "- ", "[{a: "])
def test_any_other_way_to_nest_without_end(opening: str) -> None:
    assert "values are nested more than 20 levels deep" in said(opening * 30_000)


def test_a_small_bomb_of_merged_anchors_is_refused_at_its_first_anchor() -> None:
    lines = [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 8)]
    bomb = "\n".join(["a0: &a0 {x: y}", *lines])
    check(
        bomb,
        """
@:1:5: error: the anchor '&a0' is not allowed in an entry [unsupported-yaml]
  1 │ a0: &a0 {x: y}
    │     ^ write the value out
""",
    )


def test_an_alias() -> None:
    check(
        "name: *token\n",
        """
@:1:7: error: the alias '*token' is not allowed in an entry [unsupported-yaml]
  1 │ name: *token
    │       ^ write the value out
""",
    )


@pytest.mark.parametrize("tag", ["!!python/object:os.system", "!!str", "!ENV"])
def test_a_tag(tag: str) -> None:
    assert said(f"name: {tag} x").startswith(f"{FILE}:1:7: error: the tag '")
    assert said(f"name: {tag} x").endswith("      ^ remove it")


def test_a_second_document() -> None:
    check(
        "name: Token\n---\nname: Word\n",
        """
@:2:1: error: a second document is not allowed in an entry [unsupported-yaml]
  2 │ ---
    │ ^ remove the '---'
""",
    )


def test_a_quotation_mark_that_is_never_closed_is_shown_where_it_opens() -> None:
    check(
        'name: Token\ndefinition: "A piece of text.\nfaq:\n  - question: Why?\n',
        """
@:2:13: error: a quotation mark is opened here and never closed [yaml-syntax]
  2 │ definition: "A piece of text.
    │             ^ add the closing quotation mark
""",
    )


def test_a_bracket_that_is_never_closed_is_shown_where_it_opens() -> None:
    check(
        "name: Token\naliases: [a, b\nstatus: draft\n",
        """
@:2:10: error: a bracket is opened here and never closed [yaml-syntax]
  2 │ aliases: [a, b
    │          ^
""",
    )


@pytest.mark.parametrize("opened", ["[", "[a,", "{", "{a: [b,"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_file_that_ends_between_brackets_is_shown_at_its_last_character(
    opened: str, end: str
) -> None:
    shown = said(f"name: Token\naliases: {opened}{end}")
    assert shown.startswith(f"{FILE}:2:{9 + len(opened)}: error: the file ends between brackets")


@pytest.mark.parametrize("value", ["[}", "{]", "[a, , b]"])
def test_brackets_that_hold_nothing_where_a_value_must_be(value: str) -> None:
    assert said(f"aliases: {value}").startswith(
        f"{FILE}:1:{10 + max(1, value.rfind(','))}: "
        "error: a value is missing in front of this character [yaml-syntax]"
    )


def test_text_in_the_line_of_a_block_s_mark() -> None:
    check(
        "summary: > A piece\n  of text.\n",
        """
@:1:12: error: nothing may follow '|' or '>' in its line [yaml-syntax]
  1 │ summary: > A piece
    │            ^ begin the text on the next line
""",
    )


def test_a_list_in_the_line_of_its_field() -> None:
    check(
        "aliases: - a\n",
        """
@:1:10: error: a list may not begin in the line of its field [yaml-syntax]
  1 │ aliases: - a
    │          ^ put the '- ' into the next line, or put quotes around the value
""",
    )


def test_a_field_without_a_space_after_its_colon() -> None:
    check(
        "name:Token\n",
        """
@:1:1: error: an entry must be a list of fields, such as 'name: …' [not-fields]
  1 │ name:Token
    │ ^ put a space after the ':'
""",
    )


def test_a_second_colon() -> None:
    check(
        "name: Token\ndefinition: A piece: of text.\n",
        """
@:2:20: error: there is a second ': ' in this line [yaml-syntax]
  2 │ definition: A piece: of text.
    │                    ^ put the value in double quotes
""",
    )


def test_a_quotation_mark_that_another_closes_much_later_is_shown_where_it_opens() -> None:
    check(
        'name: Token\nsources:\n  - title: "A book\n    publisher: B\n\n  - title: "Another"\n',
        """
@:3:12: error: a quotation mark is opened here and never closed [yaml-syntax]
  3 │   - title: "A book
    │            ^ add the closing quotation mark
""",
    )


def test_a_block_that_is_indented_too_far_is_shown_where_it_begins() -> None:
    check(
        "criteria:\n  - name: Speed\n    cells:\n        walk:\n          text: Slow\n      ride: Fast\n",
        """
@:4:9: error: this line does not fit the lines below [yaml-syntax]
  4 │         walk:
    │         ^ compare its indentation with its neighbours
""",
    )


def test_a_colon_that_only_looks_like_one() -> None:
    check(
        "name: Token\nsummary\uff1a A piece.\nstatus: draft\n",
        """
@:2:8: error: '\uff1a' is no colon for YAML [yaml-syntax]
  2 │ summary\uff1a A piece.
    │        ^^ write ': ' there
""",
    )


def test_quotation_marks_that_only_look_like_ones() -> None:
    check(
        "name: \u201cToken: a piece\u201d\n",
        """
@:1:7: error: '\u201c' is no quotation mark for YAML [yaml-syntax]
  1 │ name: \u201cToken: a piece\u201d
    │       ^ write " at both ends
""",
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("name:Token\nstatus: draft\n", "@:1:5"),
        ("name: Token\nfaq:\n  - question:What?\n    answer: That.\n", "@:3:13"),
        ("name: Token\nsummary:>-\n  A piece.\nstatus: draft\n", "@:2:8"),
        ("name: Token\nsummary:A piece\n  of text.\nstatus: draft\n", "@:2:8"),
        ("name: Token\nstatus:draft\n", "@:2:7"),
    ],
)
def test_a_colon_without_a_space_is_shown_itself(text: str, shown: str) -> None:
    line = text.splitlines()[int(shown.split(":")[1]) - 1]
    number, column = (int(part) for part in shown.split(":")[1:])
    check(
        text,
        f"""
{shown}: error: a space is missing behind this ':' [yaml-syntax]
  {number} │ {line}
    │ {" " * (column - 1)}^ write ': ', or put the whole text in double quotes
""",
    )


def test_an_address_in_a_text_is_no_field() -> None:
    check(
        "name: Token\nsee https://example.org\nstatus: draft\n",
        """
@:2:1: error: a ':' is missing after the field's name [yaml-syntax]
  2 │ see https://example.org
    │ ^
""",
    )


@pytest.mark.parametrize("before", ["", "# a comment\n"])
def test_a_first_line_without_a_colon_spoils_the_next(before: str) -> None:
    line = 2 + before.count("\n")
    check(
        f"{before}name Token\nstatus: draft\n",
        f"""
@:{line}:7: error: this ': ' stands in the middle of a text [yaml-syntax]
  {line} │ status: draft
    │       ^ put the text in double quotes; if it begins above, the fault may be there
""",
    )


@pytest.mark.parametrize("end", ["", "\n", "\nstatus: draft\n"])
def test_a_line_without_a_colon_is_shown_itself(end: str) -> None:
    check(
        f"name: Token\ndefinition{end}",
        """
@:2:1: error: a ':' is missing after the field's name [yaml-syntax]
  2 │ definition
    │ ^
""",
    )


def test_a_line_that_is_indented_too_little() -> None:
    check(
        "name: Token\nfaq:\n    - question: Why?\n   answer: So.\n",
        """
@:4:4: error: this line does not fit the lines above [yaml-syntax]
  4 │    answer: So.
    │    ^ compare its indentation with its neighbours
""",
    )


def test_an_item_that_does_not_fit_its_list() -> None:
    check(
        "name: Token\nfaq:\n    - question: Why?\n    answer: So.\n",
        """
@:4:5: error: this line does not fit the list above [yaml-syntax]
  4 │     answer: So.
    │     ^ indent it like the other items, or further if it belongs to the last one
""",
    )


@pytest.mark.parametrize("value", ["@here", "`code`", "%"])
def test_a_value_that_starts_with_a_reserved_character(value: str) -> None:
    assert said(f"name: {value}").startswith(
        f"{FILE}:1:7: error: a value may not start with this character [yaml-syntax]\n"
    )


@pytest.mark.parametrize("value", ["**bold** text", "* text", "& text"])
def test_a_value_that_starts_with_an_asterisk_or_ampersand(value: str) -> None:
    shown = said(f"name: {value}")
    assert "a value may not start with '*' or '&' [yaml-syntax]" in shown
    assert shown.endswith("put the value in double quotes")


def test_a_backslash_between_double_quotes() -> None:
    check(
        r'definition: "C:\project"' + "\n",
        r"""
@:1:16: error: '\' has a special meaning between double quotes [yaml-syntax]
  1 │ definition: "C:\project"
    │                ^ write '\\', or use single quotes
""",
    )


def test_a_field_s_name_that_is_a_list() -> None:
    check(
        "name: {{name}}\n",
        """
@:1:8: error: a field's name must be plain text [yaml-syntax]
  1 │ name: {{name}}
    │        ^ put quotes around a value that starts with '{' or '['
""",
    )


@pytest.mark.parametrize("broken", ["a: b: c", "a: [", 'a: "b', "a: *b", "a: 'b' c", "a: \x07"])
@pytest.mark.parametrize("before", ["", "# é\n", "x: \u2028\n", "x: 日本\n\n", "x: a\u0085b\n"])
def test_the_place_does_not_depend_on_what_stands_above(before: str, broken: str) -> None:
    def found(text: str) -> Unreadable:
        with pytest.raises(Unreadable) as caught:
            Document(FILE, decode(FILE, text.encode())).tree()
        return caught.value

    lines = before.count("\n")
    alone, below = found(broken).diagnostic, found(before + broken).diagnostic
    place = alone.location
    moved = replace(place, line=place.line + lines, end_line=place.end_line + lines)
    assert below == replace(alone, location=moved)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems_move_nothing(ending: str) -> None:
    text = "name: Token\nfaq:\n  - question: Why: what?\n"
    assert said(text.replace("\n", ending)) == said(text)


@pytest.mark.parametrize("ending", [b"\r\n", b"\r"])
def test_nor_do_they_move_a_byte_that_is_no_text(ending: bytes) -> None:
    for content in (b"name: Token\nfaq: \0\n", b"name: Token\nfaq: \xff\n"):
        assert said(content.replace(b"\n", ending)) == said(content)
