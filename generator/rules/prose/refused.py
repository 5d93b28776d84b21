"""Rules about what prose may not hold."""

import re
from collections.abc import Callable, Iterator, Mapping

from generator.diagnostics import Address, Fault, Severity
from generator.model import Term
from generator.prose import Refusal, Refused, is_safe
from generator.rules.check import Dossier, entry_rule
from generator.rules.prose.suspects import surveyed
from generator.text import InlineProse

# Whatever may start a block other than a paragraph, or a second paragraph.
_BLOCK = re.compile(r"\n\s*\n|^(\s*([-+*#>|~`=_<\[!]|\d+[.)])| {4}|\t)", re.MULTILINE)


def _refused(dossier: Dossier, what: Refused) -> Iterator[tuple[Refusal, Address]]:
    for passage, found in surveyed(dossier, _SUSPECTS[what]):
        for refusal in found.refusals:
            if refusal.what is what:
                yield refusal, dossier.at(*passage.path, span=(refusal.start, refusal.end))


def _may_hold_html(prose: str) -> bool:
    return "<" in prose


def _may_hold_address(prose: str) -> bool:
    return "](" in prose or "]:" in prose or "<" in prose


def _may_be_more_blocks(prose: str) -> bool:
    return isinstance(prose, InlineProse) and _BLOCK.search(prose) is not None


_SUSPECTS: Mapping[Refused, Callable[[str], object]] = {
    Refused.RAW_HTML: _may_hold_html,
    Refused.UNSAFE_LINK: _may_hold_address,
    Refused.REMOTE_IMAGE: _may_hold_address,
    Refused.BLOCKS: _may_be_more_blocks,
}


@entry_rule(Severity.ERROR)
def raw_html(dossier: Dossier) -> Iterator[Fault]:
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
    for refusal, at in _refused(dossier, Refused.RAW_HTML):
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
    found = [(at, refusal.text) for refusal, at in _refused(dossier, Refused.UNSAFE_LINK)]
    if isinstance(dossier.entry, Term):
        found += [
            (dossier.at("resources", number, "url"), resource.url)
            for number, resource in enumerate(dossier.entry.resources)
            if not is_safe(resource.url)
        ]
    for at, url in found:
        yield Fault(at, f"a link may not lead to '{url}'", "use https:, mailto: or tel:")


@entry_rule(Severity.ERROR)
def remote_image(dossier: Dossier) -> Iterator[Fault]:
    """An image is a file of the project.

    A picture on another host tells that host who reads which page, and disappears one day.

    ```yaml bad
    - {id: token, name: Token, definition: A piece., explanation: "![Map](https://example.org/m.png)"}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece., explanation: "![Map](images/map.png)"}
    - {file: docs/images/map.png, text: ""}
    ```
    """
    for refusal, at in _refused(dossier, Refused.REMOTE_IMAGE):
        yield Fault(
            at,
            f"the image '{refusal.text}' is on another host",
            "put the file below docs/ and name it from there",
        )


@entry_rule(Severity.ERROR)
def more_than_one_paragraph(dossier: Dossier) -> Iterator[Fault]:
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
    for _, at in _refused(dossier, Refused.BLOCKS):
        yield Fault(
            at,
            "this field holds one paragraph, without lists, headings or tables",
            "join the paragraphs, or move the rest to another section",
        )
