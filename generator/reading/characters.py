"""Characters that do not show what they are: turned text, look-alikes, and nothing at all.

Look-alikes are judged by the idea of Unicode Technical Standard 39 (“mixed-script detection”):
a whole word in Greek or Cyrillic is a foreign word, one such letter in a Latin word is not.
Python knows no scripts and no confusables, so the letters that look alike are listed here and
named as the Unicode Character Database names them. Chinese, Japanese and Korean next to Latin
letters are usual, and look like none of them.
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.diagnostics import Address, Edit, Fault, Fix, Rule, Severity, Theme
from generator.reading.document import Document

BIDIRECTIONAL_CONTROL = Rule(
    "bidirectional-control",
    Severity.ERROR,
    """No invisible character changes the direction of the text.

With such a character a text can look like another one (“Trojan Source”, CVE-2021-42574): what
a reviewer sees is not what the file says. Arabic and Hebrew turn round by themselves and need
none of them.
""",
    Theme.FILE,
)
CONFUSABLE_CHARACTERS = Rule(
    "confusable-characters",
    Severity.WARNING,
    """A word is made of letters of one alphabet, and of nothing invisible.

Nobody sees a Cyrillic а in a Latin word, a soft hyphen or a space of no width. But search
finds the word no longer, no link is made to it, and as an id it is another one. Words that
are wholly Greek or Cyrillic are fine.

```yaml bad
name: Fine-tuning
status: draft
summary: Much about fine-tuning, with а second а in tr\N{CYRILLIC SMALL LETTER A}ining.
```

```yaml good
name: Fine-tuning
status: draft
summary: In Russian it is called дообучение; the rate is μ, and 5 µm are 5 μm.
```
""",
    Theme.FILE,
    fixable=True,
)
RULES = (BIDIRECTIONAL_CONTROL, CONFUSABLE_CHARACTERS)

_BIDIRECTIONAL = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
# Greek small letters are in every formula; of those only omicron passes for a Latin letter.
_LATIN_FOR = str.maketrans(
    "аеорсухіѕјһԁԛԝАВЕКМНОРСТУХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "aeopcyxisjhdqwABEKMHOPCTYXISJABEZHIKMNOPTYXo",
)
_LOOK_ALIKES = "".join(map(chr, _LATIN_FOR)) + "\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
_STRANGE = re.compile(f"[{_BIDIRECTIONAL}{_INVISIBLE}]|[{_LOOK_ALIKES}]+")
# Letters with accents, dashes, quotation marks and dots: most texts hold nothing beyond these,
# and to see that is three times as fast as to look for what is strange.
_UNUSUAL = re.compile("[^\x00-\xac\xae-\u036f\u2010-\u2027]")
_ALL_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BREAKS = tuple("/-_&?=#")
_LETTERS_BEFORE = re.compile(rf"[\w{_INVISIBLE}]*\Z")
_LETTERS = re.compile(rf"[\w{_INVISIBLE}]*")
_LONGEST_WORD = 60


def characters(document: Document) -> Iterator[tuple[Rule, Fault]]:
    """Yield one fault for each turned text and each word that is not what it looks like."""
    text = document.text
    if text.isascii() or _UNUSUAL.search(text) is None:
        return
    done = 0
    for found in _STRANGE.finditer(text):
        if found.start() < done:
            continue
        if "\u202a" <= found.group() <= "\u202e" or "\u2066" <= found.group() <= "\u2069":
            yield BIDIRECTIONAL_CONTROL, _turned(document.path, found.start(), found.group())
            continue
        start, done = _word_around(text, found.start(), found.end())
        right = _as_meant(text, start, done)
        if right != text[start:done]:
            yield CONFUSABLE_CHARACTERS, _confusable(document, start, done, right)


def latin(word: str) -> str:
    """Return a word with Latin letters for those of other alphabets that look like them."""
    return word if word.isascii() else "".join(map(_latin_for, word))


def _turned(path: str, start: int, char: str) -> Fault:
    return Fault(
        Address(path, span=(start, start + 1)),
        f"an invisible character turns the text round here ({_named(char)})",
        "delete it, and read again what the text says",
    )


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    before = _LETTERS_BEFORE.search(text[max(0, start - _LONGEST_WORD) : start])
    after = _LETTERS.match(text[end : end + _LONGEST_WORD])
    assert before is not None
    assert after is not None
    return start - len(before.group()), end + after.end()


def _as_meant(text: str, start: int, end: int) -> str:
    """Return a word with Latin letters for those that look alike, if it is a Latin word."""
    word = text[start:end]
    own = [char for char in word if _is_latin(char)]
    foreign = [char for char in word if char.isalpha() and not _is_latin(char)]
    alike = [char for char in foreign if _latin_for(char) != char]
    if not own:
        return word
    # `PDFом` is a Russian ending; `kΩ` is a unit.
    if len(alike) == len(foreign) < max(len(own), 2):
        word = latin(word)
    # Persian and Indic words, and emoji, need the joiners; Latin words do not.
    word = re.sub(rf"(?<=[^\W_])[{_INVISIBLE}]+(?=[^\W_])", "", word)
    # Behind a slash and the like they are places where a long address may break.
    if text[start - 1 : start] not in (*_BREAKS, "."):
        word = word.lstrip(_ALL_INVISIBLE)
    return word if text[end : end + 1] in _BREAKS else word.rstrip(_ALL_INVISIBLE)


def _is_latin(char: str) -> bool:
    return (char.isascii() and char.isalpha()) or "\u00c0" <= char <= "\u024f"


def _latin_for(char: str) -> str:
    if char >= "\uff21":
        plain = unicodedata.normalize("NFKC", char)
        return plain if plain.isascii() and plain.isalpha() else char
    return char.translate(_LATIN_FOR)


def _confusable(document: Document, start: int, end: int, right: str) -> Fault:
    word = document.text[start:end]
    strange = next(char for char in word if char not in right)
    at = Address(document.path, span=(start, end))
    shown = re.sub(f"[{_INVISIBLE}]", "", word)
    message = f"'{shown}' holds a character that does not show what it is: {_named(strange)}"
    fix = Fix(f"Write '{right}'", (Edit(at, right),))
    return Fault(at, message, f"type '{right}' anew", fix=fix)


def _named(char: str) -> str:
    return f"U+{ord(char):04X}, {unicodedata.name(char, 'a control character').lower()}"
