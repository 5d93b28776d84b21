"""The texts of an entry and of a hand-written page, in the order of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import FieldPath
from generator.mentions.normal import Normal, normalised
from generator.mentions.verdict import Verdict
from generator.model import Entry, Term, leaves
from generator.prose import Running, as_quotations, plain_running, running, running_sections
from generator.text import Line, Prose

_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
# What stands in the section of another field.
_SHARED = {"faq_intro": "faq"}
# A sentence that is printed large, to be read and not to be clicked.
_UNLINKED = ("pull_quote",)


@dataclass(frozen=True, slots=True)
class Text:
    """A value of an entry, or a section of a page: nothing is linked where it is `barred`."""

    section: str
    path: FieldPath
    running: Running
    normal: Normal
    barred: Verdict | None = None

    @classmethod
    def of(
        cls, running: Running, section: str, path: FieldPath = (), barred: Verdict | None = None
    ) -> "Text":
        """Return a text of a section."""
        return cls(section, path, running, normalised(running.text), barred)


def texts_of_entry(entry: Entry) -> Iterator[Text]:
    """Yield every text of an entry that readers see, names and titles included."""
    for path, value in leaves(entry):
        if isinstance(value, Prose):
            yield Text.of(running(value), section_of(entry, path), path, barred(path))
        elif isinstance(value, Line) and path[-1] != "url":
            yield Text.of(plain_running(value), section_of(entry, path), path, Verdict.FIELD)


def barred(path: FieldPath) -> Verdict | None:
    """Return why nothing is linked in the prose of a field, if that is so."""
    return Verdict.FIELD if path[0] in _UNLINKED else None


def section_of(entry: Entry, path: FieldPath) -> str:
    """Return the section that shows a value; each region has one, as readers choose theirs."""
    field = str(path[0])
    if field == "regional_notes" and isinstance(entry, Term) and len(path) > 1:
        return f"{field} {entry.regional_notes[int(path[1])].region}"
    return _SHARED.get(field, field)


def texts_of_page(markdown: str) -> Iterator[Text]:
    """Yield the sections of a hand-written page; a heading of level 1 or 2 begins one."""
    # As long as before, so that places stay right.
    body = _FRONT_MATTER.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), markdown)
    for number, section in enumerate(running_sections(as_quotations(body))):
        yield Text.of(section, str(number))
