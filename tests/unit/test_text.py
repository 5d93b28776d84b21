"""The kinds of text."""

import pytest
from pydantic_core import PydanticCustomError

from generator.text import (
    CategoryId,
    EntryId,
    InlineProse,
    Line,
    Name,
    Prose,
    RegionCode,
    TermId,
    Text,
    Url,
    folded,
)


def refusal(kind: type[Text], value: str) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        kind.check(value)
    return caught.value.message()


@pytest.mark.parametrize("kind", [Prose, InlineProse, Line, Name, EntryId, RegionCode, Url])
def test_no_kind_of_text_may_be_blank(kind: type[Text]) -> None:
    assert refusal(kind, " \n ") == "this value is empty"


@pytest.mark.parametrize("kind", [Prose, InlineProse, Line, Name, TermId, CategoryId, Url])
def test_a_text_that_is_too_long_is_refused_with_both_lengths(kind: type[Text]) -> None:
    too_long = "a" * (kind.longest + 1)
    assert refusal(kind, too_long) == (
        f"this value has {kind.longest + 1} characters; at most {kind.longest} are allowed"
    )


def test_prose_keeps_its_lines_and_loses_the_space_around_it() -> None:
    assert Prose.check("\n one\n\n  two \n") == "one\n\n  two"


def test_a_line_collapses_white_space() -> None:
    assert Line.check("  one\n\ttwo  three ") == "one two three"


@pytest.mark.parametrize("hidden", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066"])
def test_a_line_refuses_characters_that_nobody_can_see(hidden: str) -> None:
    assert refusal(Line, f"a{hidden}b") == "this value holds an invisible control character"


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u200d"])
def test_a_line_keeps_the_marks_that_scripts_need(mark: str) -> None:
    assert Line.check(f"a{mark}b") == f"a{mark}b"


@pytest.mark.parametrize("character", list("<>[]|`{}"))
def test_a_name_refuses_markup_and_says_which(character: str) -> None:
    assert refusal(Name, f"a{character}b") == f"a name may not hold the character '{character}'"


@pytest.mark.parametrize("name", ["AT&T", 'the "cloud"', "C++", "naïve Bayes", "تعلم", "10 %"])
def test_a_name_may_be_any_other_line(name: str) -> None:
    assert Name.check(name) == name


@pytest.mark.parametrize("id", ["a", "a-b", "4-bit", "gpt-4", "a" * 80])
def test_an_id_is_lower_case_letters_digits_and_single_hyphens(id: str) -> None:
    assert EntryId.check(id) == id


@pytest.mark.parametrize("id", ["A", "a_b", "a--b", "-a", "a-", "a b", "é", "a.b", "../a", "a\nb"])
def test_anything_else_is_no_id(id: str) -> None:
    assert refusal(EntryId, id) == (
        f"{id!r} is not an id: use lower-case letters, digits and single hyphens"
    )


@pytest.mark.parametrize("code", ["AU", "NO", "AU-NSW", "EU", "001", "GB-ENG", "EMEA"])
def test_a_region_code_is_capitals_and_digits(code: str) -> None:
    assert RegionCode.check(code) == code


@pytest.mark.parametrize("code", ["au", "A", "AU_NSW", "Australia", "AU-", "-AU"])
def test_anything_else_is_no_region_code(code: str) -> None:
    assert refusal(RegionCode, code) == (
        f"{code!r} is not a region code: use capitals, such as AU, AU-NSW or EU"
    )


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://a.b/c?d=e#f", "https://[::1]/", "https://é.fr/ü"]
)
def test_an_address_starts_with_http_and_names_a_host(url: str) -> None:
    assert Url.check(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "//example.org",
        "ftp://example.org",
        "https://",
        "https:///path",
        "https://a b",
        "https://[::1",
        'https://a"b',
        "https://a<b",
        "javascript:alert(1)//https://",
    ],
)
def test_anything_else_is_no_address(url: str) -> None:
    assert refusal(Url, url) == (
        f"{url!r} is not a web address: it starts with https:// and holds no spaces"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("RAG", "rag"),
        ("Fine-Tuning", "fine-tuning"),
        ("a  b\n", "a b"),
        ("STRASSE", "straße"),
        ("ﬁne", "fine"),
        ("reader’s", "reader's"),
        ("ＡＩ", "ai"),
        ("e\u0301", "é"),
    ],
)
def test_labels_that_readers_take_for_the_same_fold_to_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_folding_keeps_accents_and_punctuation_apart() -> None:
    assert len({folded(label) for label in ("resume", "résumé", "re-sume", "re sume")}) == 4


@pytest.mark.parametrize("hidden", ["\x00", "\x07", "\x0b", "\r", "\x1b", "\x7f", "\x9b"])
def test_prose_refuses_characters_that_nobody_can_see(hidden: str) -> None:
    assert refusal(Prose, f"a{hidden}b") == "this value holds an invisible control character"


def test_prose_may_hold_lines_tabs_and_any_script() -> None:
    text = "one\n\n\ttwo \u2067עברית\u2069 日本 😀"
    assert Prose.check(text) == text
