"""Rules about headings, images, links and footnotes as they are written."""

import re
from collections.abc import Iterator

from generator.diagnostics import Fault, FieldPath, Severity
from generator.prose import Block, Survey
from generator.rules.check import Dossier, entry_rule
from generator.rules.prose.suspects import surveyed

_UNDERLINE = re.compile(r"\n[ >]*(?:=+|-+)[ \t]*(?:\n|$)")
_EMPTY = re.compile(r"\[(?:\s|&[\w#]+;)*\]|\|\s*\]\]")
# `[^a-z]+` and the like are patterns, not footnotes.
_REFERENCE = re.compile(r"\[\^[\w-]+\](?![+*?{(\[])")


@entry_rule(Severity.WARNING)
def heading_levels(dossier: Dossier) -> Iterator[Fault]:
    """Headings in prose nest below their section, skip no level, and have words.

    The page's title is of the first level and its sections are of the second, so headings in
    a section begin with `###`; those in a regional note stand below the region and begin with
    `####`. People who listen to a page find their way by its levels.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      explanation: |
        ## How long it is

        Four letters.
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      explanation: |
        ### How long it is

        Four letters.

        #### In other languages

        Fewer.
    ```
    """
    for passage, found in surveyed(dossier, _may_hold_heading):
        # In a field for one paragraph, no heading at all is allowed.
        headings = [block for block in found.blocks if block.level and not found.inline]
        first = _first_level(passage.path)
        above = first - 1
        for heading in headings:
            at = dossier.at(*passage.path, span=(heading.start, heading.end))
            shown = heading.whole.text.strip()
            if not shown:
                hint = "write words after it, or remove it"
                yield Fault(at, "this heading has no words", hint)
            elif heading.level < first:
                message = f"the heading '{shown}' stands as high as what it belongs to"
                yield Fault(at, message, _advice(heading, passage.prose, first))
            elif heading.level > above + 1:
                message = f"the heading '{shown}' skips a level"
                yield Fault(at, message, _advice(heading, passage.prose, above + 1))
            above = max(heading.level, first)


def _may_hold_heading(prose: str) -> bool:
    return "#" in prose or _UNDERLINE.search(prose) is not None


def _first_level(path: FieldPath) -> int:
    return 4 if path[0] == "regional_notes" else 3


def _advice(heading: Block, prose: str, level: int) -> str:
    marks = "#" * level
    if prose[heading.start] == "#":
        return f"begin it with '{marks}'"
    return f"begin it with '{marks}'; if you meant a line, leave an empty line above it"


@entry_rule(Severity.WARNING)
def missing_alt_text(dossier: Dossier) -> Iterator[Fault]:
    """An image says in words what it shows.

    People who do not see the picture are told these words, and so is everybody for whom it
    does not load.

    ```yaml bad
    - {id: token, name: Token, definition: A piece., explanation: "![](map.png)"}
    - {file: docs/map.png, text: ""}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece., explanation: "![A map](map.png)"}
    - {file: docs/map.png, text: ""}
    ```
    """
    for passage, found in surveyed(dossier, _may_lack_description):
        for link in found.links:
            if link.is_image and link.is_empty:
                yield Fault(
                    dossier.at(*passage.path, span=(link.start, link.end)),
                    f"the image '{link.target}' is not described",
                    "say between the square brackets what it shows",
                )


def _may_lack_description(prose: str) -> bool:
    return "![" in prose and _EMPTY.search(prose) is not None


@entry_rule(Severity.ERROR)
def empty_link_text(dossier: Dossier) -> Iterator[Fault]:
    """A link has words.

    Nobody can see or hear a link without words, so nobody can follow it.

    ```yaml bad
    - {id: token, name: Token, definition: A piece., analogy: "See [](https://example.org)."}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece., analogy: "See [this](https://example.org)."}
    ```
    """
    for passage, found in surveyed(dossier, _may_lack_words):
        for link in found.links:
            if link.is_empty and link.target and not link.is_image:
                hint = "write words between the square brackets"
                if link.is_reference:
                    hint = f"write '[[{link.target}]]', or words after the '|'"
                at = dossier.at(*passage.path, span=(link.start, link.end))
                yield Fault(at, f"the link to '{link.target}' has no words", hint)


def _may_lack_words(prose: str) -> bool:
    return "[" in prose and _EMPTY.search(prose) is not None


@entry_rule(Severity.WARNING)
def unused_footnote(dossier: Dossier) -> Iterator[Fault]:
    """Every footnote has a text, and every text a place that refers to it.

    A note to which nothing refers is shown to nobody; a reference without its note stands on
    the page as it is written. Both must be in the same field.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      explanation: |
        Four letters, as a rule.

        [^1]: In English.
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      explanation: |
        Four letters, as a rule.[^1]

        [^1]: In English.
    ```
    """
    for passage, found in surveyed(dossier, re.compile(r"\[\^").search):
        for start, end, message, hint in (*_unused(found), *_without_text(found, passage.prose)):
            yield Fault(dossier.at(*passage.path, span=(start, end)), message, hint)


def _unused(found: Survey) -> Iterator[tuple[int, int, str, str]]:
    for note in found.notes:
        # In a field for one paragraph, no note at all is allowed.
        if note.name.casefold() not in found.referred and not found.inline:
            message = f"nothing refers to the footnote '[^{note.name}]'"
            yield note.start, note.end, message, f"write '[^{note.name}]' where it belongs"


def _without_text(found: Survey, prose: str) -> Iterator[tuple[int, int, str, str]]:
    for run in (run for block in found.blocks for run in block.runs()):
        for match in _REFERENCE.finditer(run.text):
            start, end = run.span(*match.span())
            if prose[:start][-1:] != "\\":
                message = f"the footnote '{match.group()}' has no text"
                yield start, end, message, f"add '{match.group()}: …' to this field"
