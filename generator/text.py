"""The kinds of text a value may be.

Each kind is a subclass of `str`, so that the type travels with the value: whoever meets a
`Prose` knows that it is Markdown, whoever meets a `TermId` knows that it points somewhere.
Stages find prose and references by type and need no list of fields.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any, ClassVar, Final, Self, TypeAlias
from urllib.parse import urlsplit

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

JsonSchema: TypeAlias = dict[str, Any]

# Bidirectional overrides and isolates can make a text look like another one
# (CVE-2021-42574, "Trojan Source"); other control characters have no place in a line.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MARKUP = re.compile(r"[<>\[\]|`{}]")
_INVISIBLE: Final = ("control_character", "this value holds an invisible control character")


class Text(str):
    """A string that was checked on its way in; subclasses say what for."""

    __slots__ = ()
    longest: ClassVar[int] = 20_000
    pattern: ClassVar[str | None] = None

    @classmethod
    def check(cls, value: str) -> Self:
        """Return the value as this kind, or raise `PydanticCustomError` with a sentence."""
        value = value.strip()
        if not value:
            raise PydanticCustomError("empty", "this value is empty")
        if len(value) > cls.longest:
            raise PydanticCustomError(
                "too_long",
                "this value has {length} characters; at most {longest} are allowed",
                {"length": len(value), "longest": cls.longest},
            )
        return cls(value)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.check, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )


class Prose(Text):
    """Markdown: CommonMark with GitHub's tables, footnotes, strikethrough and alerts."""

    __slots__ = ()

    @classmethod
    def check(cls, value: str) -> Self:
        """Return the text, or refuse what cannot be seen; lines and tabs are fine."""
        value = super().check(value)
        if _CONTROLS.search(value):
            raise PydanticCustomError(*_INVISIBLE)
        return cls(value)


class InlineProse(Prose):
    """Markdown of one paragraph: emphasis, code and links, but no lists or headings."""

    __slots__ = ()
    longest = 2_000


class Line(Text):
    """Plain text on one line."""

    __slots__ = ()
    longest = 300

    @classmethod
    def check(cls, value: str) -> Self:
        """Return the text with its white space collapsed, or refuse what cannot be seen."""
        value = " ".join(super().check(value).split())
        if _CONTROLS.search(value) or _BIDI.search(value):
            raise PydanticCustomError(*_INVISIBLE)
        return cls(value)


class Name(Line):
    """A label of a term, category or tag: one line that may not hold markup.

    The theme writes names without escaping them, so a name must be safe before the theme
    sees it. Braces, brackets, `|` and backticks would break `[[name|words]]`.
    """

    __slots__ = ()
    longest = 120

    @classmethod
    def check(cls, value: str) -> Self:
        """Return the name, or refuse markup in it."""
        value = super().check(value)
        if found := _MARKUP.search(value):
            raise PydanticCustomError(
                "markup_in_name",
                "a name may not hold the character {character}",
                {"character": f"'{found.group()}'"},
            )
        return cls(value)


class EntryId(Text):
    """A permanent slug: lower-case letters, digits and single hyphens."""

    __slots__ = ()
    longest = 80
    pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"

    @classmethod
    def check(cls, value: str) -> Self:
        """Return the id, or say how to write one."""
        value = super().check(value)
        if not re.fullmatch(cls.pattern, value):
            raise PydanticCustomError(
                "not_an_id",
                "{value} is not an id: use lower-case letters, digits and single hyphens",
                {"value": repr(str(value))},
            )
        return cls(value)


class TermId(EntryId):
    """The id of a term, used as a reference."""

    __slots__ = ()


class CategoryId(EntryId):
    """The id of a category that the config declares."""

    __slots__ = ()


class RegionCode(Text):
    """An ISO 3166-1 or 3166-2 code, or a group that the config declares."""

    __slots__ = ()
    longest = 20
    pattern = r"^[A-Z0-9]{2,}(-[A-Z0-9]{1,})*$"

    @classmethod
    def check(cls, value: str) -> Self:
        """Return the code, or say how to write one."""
        value = super().check(value)
        if not re.fullmatch(cls.pattern, value):
            raise PydanticCustomError(
                "not_a_region",
                "{value} is not a region code: use capitals, such as AU, AU-NSW or EU",
                {"value": repr(str(value))},
            )
        return cls(value)


class Url(Text):
    """An http or https address."""

    __slots__ = ()
    longest = 2_000
    pattern = r'^https?://[^\s<>"]+$'

    @classmethod
    def check(cls, value: str) -> Self:
        """Return the address, or say how to write one."""
        value = super().check(value)
        try:
            host = urlsplit(value).hostname
        except ValueError:
            host = None
        if not host or not re.fullmatch(cls.pattern, value):
            raise PydanticCustomError(
                "not_a_url",
                "{value} is not a web address: it starts with https:// and holds no spaces",
                {"value": repr(str(value))},
            )
        return cls(value)


def folded(label: str) -> str:
    """Return the form under which two labels count as the same.

    Compatibility-normalised and case-folded (Unicode Standard Annex 15, section 3.13 of the
    core specification), with white space collapsed and typographic apostrophes straightened.
    """
    return _folded_label(label) if len(label) <= _LABEL else _folded(label)


# Rules ask for the same labels again and again; longer texts come once.
_LABEL = 60


@lru_cache(maxsize=100_000)
def _folded_label(label: str) -> str:
    return _folded(label)


def _folded(label: str) -> str:
    straight = unicodedata.normalize("NFKC", label).replace("\u2019", "'")
    return " ".join(straight.casefold().split())
