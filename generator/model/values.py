"""What a value of each kind looks like, as JSON Schema with messages for editors.

The patterns say what the kinds' own `check` says, as far as a pattern can. Both Python and
ECMA-262 (with its flag `u`) read them. White space around a value is no fault here either.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.entry import Status
from generator.model.relations import RelationKind
from generator.model.times import Day, Interval, When
from generator.text import (
    CategoryId,
    EntryId,
    InlineProse,
    JsonSchema,
    Line,
    Name,
    Prose,
    RegionCode,
    TermId,
    Text,
    Url,
)

# What Python's `str.split` takes for white space is none of these.
_CONTROLS = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_BIDI = r"\u202a-\u202e\u2066-\u2069"
_DAY = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_YEAR = r"(?!0000)[0-9]{4}"
_SLUG = r"^\s*[a-z0-9]+(?:-[a-z0-9]+)*\s*$"

# To a YAML editor `2024` is a number; to our reader every scalar is text.
_AS_TEXT = ("string", "number")
# Alternatives beside a value. They have no `type`, or editors would offer `true` and `null`.
BESIDE: Final[dict[str, JsonSchema]] = {
    "Word": {
        "title": "A word that YAML takes for true or false",
        "not": {"type": ["string", "number", "object", "array", "null"]},
    },
    "Nothing": {
        "title": "Nothing",
        "not": {"type": ["string", "number", "object", "array", "boolean"]},
    },
    "NothingOrWord": {
        "title": "Nothing, or a word that YAML takes for true or false",
        "not": {"type": ["string", "number", "object", "array"]},
    },
}
FREE_TEXTS: Final = (Prose, InlineProse, Line, Name)
_TEXT = "Expected text that can be seen; an empty value is left out"
_NAME = "A name may not be empty or hold any of < > [ ] | ` { }"
_ID = "An id is made of lower-case letters, digits and single hyphens, such as fine-tuning"
_REGION = "A region is written in capitals, such as AU, AU-NSW or EU"
_URL = "A web address starts with https:// and holds no spaces"
_SPAN = "A span of time is a number and days, weeks, months or years, such as 6 months"
_WHOLE = "A day is written year, month, day, such as 2026-11-21"
_DATE = "A date is written 2024, 2024-06 or 2024-06-30"
_STATUS: Final = {
    Status.DRAFT: "It is checked, but has no page yet.",
    Status.PUBLISHED: "It has a page. This is so unless you say otherwise.",
    Status.DEPRECATED: "It keeps its page, with a notice that names the term to use now.",
}


def kinds() -> Iterator[tuple[type, JsonSchema]]:
    """Yield every kind of value with its schema."""
    yield Prose, _text(Prose, r"^(?!\s*$)[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$", _TEXT)
    yield InlineProse, _text(InlineProse, r"^(?!\s*$)[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$", _TEXT)
    yield Line, _text(Line, rf"^(?!\s*$)[^{_CONTROLS}{_BIDI}]*$", _TEXT)
    yield Name, _text(Name, rf"^(?!\s*$)[^<>\[\]|`{{}}{_CONTROLS}{_BIDI}]*$", _NAME)
    for kind in (EntryId, TermId, CategoryId):
        yield kind, _coded(kind, _SLUG, _ID, minimum=0)
    yield RegionCode, _coded(RegionCode, r"^\s*[A-Z0-9]{2,}(?:-[A-Z0-9]+)*\s*$", _REGION, minimum=1)
    yield Url, _text(Url, r'^\s*https?://(?:[^\s<>"/?#@]*@)?[^\s<>"/?#:@][^\s<>"]*\s*$', _URL)
    yield Interval, _text(Interval, r"^\s*[1-9][0-9]{0,2}\s+(?:day|week|month|year)s?\s*$", _SPAN)
    day = {"type": "string", "pattern": f"^{_YEAR}-{_DAY}$"}
    yield Day, day | {"patternErrorMessage": _WHOLE, "errorMessage": _WHOLE}
    when = _coded(When, rf"^\s*{_YEAR}(?:-(?:0[1-9]|1[0-2]|{_DAY}))?\s*$", _DATE, minimum=1000)
    yield When, when | {"maximum": 9999}
    yield Status, one_of({status.value: _STATUS[status] for status in Status})
    yield RelationKind, one_of({kind.value: _meaning(kind) for kind in RelationKind})


def one_of(words: Mapping[str, str], message: str | None = None) -> JsonSchema:
    """Return the schema of one of these values, each with what it means.

    Without the message an editor would list every value: a list of ten thousand ids.
    """
    return {
        "type": "string",
        "enum": list(words),
        "enumDescriptions": list(words.values()),
        "errorMessage": message or f"Expected one of {', '.join(words)}",
    }


def _meaning(kind: RelationKind) -> str:
    inverse = kind.inverse
    if inverse is kind:
        return f"Shown as “{kind.label}”, on the page of the other term too."
    return f"Shown as “{kind.label}”; the page of the other term says “{inverse.label}”."


def _text(kind: type[Text], pattern: str, message: str) -> JsonSchema:
    typed = list(_AS_TEXT) if kind in FREE_TEXTS else "string"
    return {
        "type": typed,
        "maxLength": kind.longest,
        "pattern": pattern,
        "patternErrorMessage": message,
        "errorMessage": message if typed == "string" else "Expected text",
    }


def _coded(kind: type[Text], pattern: str, message: str, *, minimum: int) -> JsonSchema:
    """Return the schema of a text that may be digits alone, which editors take for a number."""
    return _text(kind, pattern, message) | {"type": ["string", "integer"], "minimum": minimum}
