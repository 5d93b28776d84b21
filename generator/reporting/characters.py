"""Text of strangers, made fit to be printed: terminals and build logs obey some of it."""

import json
import re

# What could move the cursor, colour the terminal, turn the line round, or not be printed at all.
_HIDDEN = "\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff"
_SURROGATES = "\ud800-\udfff"
_UNPRINTABLE = re.compile(f"[\x00-\x1f{_HIDDEN}{_SURROGATES}]")
# GitHub's runner obeys "##[error]" wherever in a line it stands, and "::error::" at the start.
_COMMAND = re.compile(r"##(?=\[[a-z-]+[ \]])")


def printable(text: str) -> str:
    """Return text of an author as it may be printed, no character more or less."""
    shown = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))
    return _COMMAND.sub("#\N{MUSIC SHARP SIGN}", shown)


def json_document(value: object) -> str:
    """Return a value as a JSON document that hides no character, so that it can be printed."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    text = re.sub(f"[{_SURROGATES}]", "\N{REPLACEMENT CHARACTER}", text)
    text = re.sub(f"[{_HIDDEN}]", lambda found: f"\\u{ord(found.group()):04x}", text)
    return text.replace("##[", "##\\u005b")
