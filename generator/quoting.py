"""Text as YAML: in quotes wherever any reader would take it for something else."""

import re
from textwrap import indent

# What YAML 1.1 or 1.2 takes for something else than text.
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_OTHER = re.compile(
    r"""
      ~ | = | << | [-+]?\.(inf|nan)
    | [-+]?0b[01_]+ | [-+]?0o?[0-7_]+ | [-+]?0x[0-9a-f_]+
    | [-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\.[0-9_]*)?(e[-+]?[0-9]+)?
    | [-+]?\.[0-9][0-9_]*(e[-+]?[0-9]+)?
    | [0-9]{4}-[0-9]{1,2}(-[0-9]{1,2}.*)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Control characters, what ends a line in YAML 1.1, the byte-order mark, halves of characters.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
# In YAML 1.1 a `?` or `:` may begin a key there, wherever it stands.
_IN_BRACKETS = frozenset(",[]{}?:")


def quoted(text: str, *, in_brackets: bool = False) -> str:
    """Return a line of text as YAML, in quotes unless every reader takes it for text anyway."""
    return text if is_plain(text, in_brackets=in_brackets) else double_quoted(text)


def is_plain(text: str, *, in_brackets: bool = False) -> bool:
    """Return whether every reader takes a line for this very text without quotes."""
    return (
        text != ""
        and text == text.strip()
        and text[0] not in _INDICATORS
        and not text.startswith("...")
        and not is_other(text)
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and _UNSEEN.search(text) is None
        and not (in_brackets and any(char in _IN_BRACKETS for char in text))
    )


def is_other(text: str) -> bool:
    """Return whether some reader takes a word without quotes for a number, a date and the like."""
    return text.lower() in _WORDS or _OTHER.fullmatch(text) is not None


def double_quoted(text: str) -> str:
    """Return text between double quotes, on one line."""
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    """Return text as it is written between double quotes."""
    return "".join(map(_escaped, text))


def _escaped(char: str) -> str:
    match char:
        case '"' | "\\":
            return f"\\{char}"
        case "\n":
            return "\\n"
        case "\t":
            return "\\t"
    return char if char.isprintable() else f"\\U{ord(char):08x}"


def block(text: str, spaces: int) -> str:
    """Return text as a literal block whose lines stand behind this many spaces."""
    return "|\n" + indent(text.strip("\n"), " " * spaces)
