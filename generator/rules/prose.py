"""Rules about Markdown."""

import re
from collections.abc import Iterator

from generator.diagnostics import Address, Fault, Severity
from generator.graph import Passage
from generator.model import Term
from generator.prose import Refusal, Refused, is_safe, refusals
from generator.rules.check import Dossier, entry_rule, prose_rule
from generator.text import InlineProse, Prose

# Whatever may start a block other than a paragraph, or a second paragraph.
_BLOCK = re.compile(r"\n\s*\n|^(\s*([-+*#>|~`=_<\[!]|\d+[.)])| {4}|\t)", re.MULTILINE)


def _refused(
    passage: Passage, dossier: Dossier, what: Refused
) -> Iterator[tuple[Refusal, Address]]:
    if not _suspect(passage.prose, what):
        return
    for refusal in refusals(passage.prose, inline=isinstance(passage.prose, InlineProse)):
        if refusal.what is what:
            yield refusal, dossier.at(*passage.path, span=(refusal.start, refusal.end))


def _suspect(value: Prose, what: Refused) -> bool:
    """Return whether the text can hold such a thing at all: parsing all prose costs seconds."""
    match what:
        case Refused.RAW_HTML:
            return "<" in value
        case Refused.BLOCKS:
            return isinstance(value, InlineProse) and _BLOCK.search(value) is not None
        case Refused.UNSAFE_LINK | Refused.REMOTE_IMAGE:
            return "](" in value or "]:" in value or "<" in value


@prose_rule(Severity.ERROR)
def raw_html(passage: Passage, dossier: Dossier) -> Iterator[Fault]:
    """Prose holds no HTML.

    Entries come from many hands and are shown by many programs, so they are written in
    Markdown alone. HTML is never run: it would appear as text.

    ```yaml bad
    - {id: token, name: Token, definition: A <b>piece</b> of text., why_it_matters: Cost.}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A **piece** of text., why_it_matters: Cost.}
    ```
    """
    for refusal, at in _refused(passage, dossier, Refused.RAW_HTML):
        shown = refusal.text if len(refusal.text) <= 40 else refusal.text[:39] + "…"
        yield Fault(at, f"HTML is not allowed in prose: {shown}", "write Markdown instead")


@entry_rule(Severity.ERROR)
def unsafe_link(dossier: Dossier) -> Iterator[Fault]:
    """A link leads to a page, a mail address or a telephone number.

    Schemes such as `javascript:` and `data:` run code in the reader's browser.

    ```yaml bad
    - {id: token, name: Token, definition: "A [piece](javascript:x) of text.", analogy: Crumbs.}
    ```

    ```yaml good
    - id: token
      name: Token
      definition: "A [piece](https://example.org) of text."
      analogy: Crumbs.
    ```
    """
    found = [
        (at, refusal.text)
        for passage in dossier.passages
        for refusal, at in _refused(passage, dossier, Refused.UNSAFE_LINK)
    ]
    if isinstance(dossier.entry, Term):
        found += [
            (dossier.at("resources", number, "url"), resource.url)
            for number, resource in enumerate(dossier.entry.resources)
            if not is_safe(resource.url)
        ]
    for at, url in found:
        yield Fault(at, f"a link may not lead to '{url}'", "use https:, mailto: or tel:")


@prose_rule(Severity.ERROR)
def remote_image(passage: Passage, dossier: Dossier) -> Iterator[Fault]:
    """An image is a file of the project.

    A picture on another host tells that host who reads which page, and disappears one day.

    ```yaml bad
    - {id: token, name: Token, definition: A piece., explanation: "![Map](https://example.org/m.png)"}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece., explanation: "![Map](images/map.png)"}
    ```
    """
    for refusal, at in _refused(passage, dossier, Refused.REMOTE_IMAGE):
        yield Fault(
            at,
            f"the image '{refusal.text}' is on another host",
            "put the file below docs/ and name it from there",
        )


@prose_rule(Severity.ERROR)
def more_than_one_paragraph(passage: Passage, dossier: Dossier) -> Iterator[Fault]:
    """A field for one paragraph holds one paragraph.

    Definitions, answers in a table cell and the like stand where a list or a heading has no
    room.

    ```yaml bad
    - {id: token, name: Token, definition: "A piece.\\n\\nOf text.", why_it_matters: Cost.}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: Cost.}
    ```
    """
    for _, at in _refused(passage, dossier, Refused.BLOCKS):
        yield Fault(
            at,
            "this field holds one paragraph, without lists, headings or tables",
            "join the paragraphs, or move the rest to another section",
        )
