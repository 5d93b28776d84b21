"""Rules about where links lead."""

from collections.abc import Iterator
from functools import partial

from generator.diagnostics import Address, Edit, Fault, Fix, Severity
from generator.graph import Passage
from generator.model import Entry, Term, leaves
from generator.prose import is_remote, is_safe, survey
from generator.rules.check import Brief, by_entry, rule
from generator.rules.prose.places import Places
from generator.text import Prose


@rule(Severity.ERROR, fixable=True)
def dead_link(brief: Brief) -> Iterator[Fault]:
    """A link within the site leads to a page, a file or an anchor that exists.

    A link that leads nowhere costs a reader's trust in all others. This holds for links and
    images in prose, for `resources` and for calls to action; capital letters count. Pages and
    files are named as they lie below `docs/`, pages of terms as `terms/fine-tuning.md`.

    ```yaml bad
    - {id: token, name: Token, definition: A piece., analogy: "[Crumbs](guides/crumb.md)."}
    - {page: guides/crumbs.md, text: "# Crumbs"}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece., analogy: "[Crumbs](guides/crumbs.md)."}
    - {page: guides/crumbs.md, text: "# Crumbs"}
    ```
    """
    places = Places(brief)
    for at, edited, url, page in _internal(brief):
        if (dead := places.dead(url, page)) is None:
            continue
        fix = None
        if dead.meant is not None and edited is not None:
            fix = Fix(f"Write '{dead.meant}'", (Edit(edited, dead.meant),))
        yield Fault(at, dead.message, dead.hint, fix=fix)


def _internal(brief: Brief) -> Iterator[tuple[Address, Address | None, str, Entry | None]]:
    """Yield internal links: the place, what to edit, the address, and the page if it is one."""
    for at, edited, url, page in (*_of_prose(brief), *_of_resources(brief), *_of_config(brief)):
        # An anchor alone leads to wherever the words are shown.
        if is_safe(url) and not is_remote(url) and (page is not None or not url.startswith("#")):
            yield at, edited, url, page


_Found = tuple[Address, Address | None, str, Entry | None]


def _of_prose(brief: Brief) -> Iterator[_Found]:
    files = brief.graph.glossary.files
    shelf = brief.memory.shelf("links in prose", files)
    for entry, passages in by_entry(brief.graph):
        yield from shelf.of(entry, partial(_of_passages, passages, files[entry.id]))


def _of_passages(passages: tuple[Passage, ...], file: str) -> tuple[_Found, ...]:
    return tuple(
        (found, edited, url, passage.entry)
        for passage in passages
        if _may_hold_link(passage.prose)
        for found, edited, url in _links(passage.prose, Address(file, passage.path))
    )


def _of_resources(brief: Brief) -> Iterator[_Found]:
    for entry in brief.graph.glossary:
        if isinstance(entry, Term):
            for number, resource in enumerate(entry.resources):
                at = brief.graph.glossary.at(entry, "resources", number, "url")
                yield at, at, resource.url, entry


def _of_config(brief: Brief) -> Iterator[_Found]:
    for path, value in leaves(brief.config):
        at = brief.option(*path)
        if isinstance(value, Prose) and _may_hold_link(value):
            for found, edited, url in _links(value, at):
                yield found, edited, url, None
        elif path[-2:] == ("call_to_action", "url"):
            yield at, at, str(value), None


def _may_hold_link(prose: str) -> bool:
    return "](" in prose or "]:" in prose


def _links(prose: str, at: Address) -> Iterator[tuple[Address, Address | None, str]]:
    for link in survey(prose).links:
        if not link.is_reference:
            span = link.address(prose)
            edited = Address(at.file, at.path, span=span) if span else None
            whole = Address(at.file, at.path, span=(link.start, link.end))
            yield edited or whole, edited, link.target
