"""What differs, in words: sections of lines, for every format that people read.

Lines are made of spans, so that one format can colour what another one marks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import Final

from generator.changes import Broken, Differences, EntryChange, Kind, LinkChange, RelationChange
from generator.reporting.differences.values import Mark, Span, change_lines, code, of, strong
from generator.reporting.report import amount

NOTHING = "Nothing that readers see has changed"
_BROKEN = "Broken references"
_LOST = "Lost addresses"
_LINKS = "Links in texts"
_UNSEEN = "Only comments, order, formatting or folder"
_UNREAD = "Not compared"
_REASONS: Final = {
    _BROKEN: "They named an entry that is gone by that name.",
    _LOST: (
        "Readers who kept one, or come from a search, will find nothing there. An old id under "
        "'former_ids' becomes a redirect."
    ),
    _LINKS: "Pages that link to a term, by themselves or by a reference, and did not, or no more.",
    _UNSEEN: "Readers see no difference.",
    _UNREAD: "These files have errors in one of the two versions: 'termloom check' names them.",
}
_FIRST = 5
_DONE = {Kind.ADDED: "added", Kind.REMOVED: "removed", Kind.CHANGED: "changed"}


class Sign(Enum):
    """What stands before a line that begins something."""

    ADDED = auto()
    REMOVED = auto()
    RENAMED = auto()
    CHANGED = auto()
    WARNING = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said, and what belongs to it."""

    spans: tuple[Span, ...]
    sign: Sign = Sign.NONE
    below: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading, and a sentence that explains them."""

    heading: str
    lines: tuple[Line, ...]
    reason: str


def summary(found: Differences) -> str:
    """Return in one sentence what differs."""
    if found.is_empty:
        return NOTHING
    kinds = (Kind.ADDED, Kind.REMOVED, Kind.RENAMED, Kind.CHANGED)
    counts = [f"{found.count(kind):,} {kind.value}" for kind in kinds if found.count(kind)]
    parts = [f"Terms and comparisons: {', '.join(counts)}"] if counts else []
    for number, one, many in (
        (len(found.broken), "broken reference", "broken references"),
        (len(found.lost), "lost address", "lost addresses"),
        (len(found.settings), "change of settings", "changes of settings"),
        (len(found.pages), "hand-written page", "hand-written pages"),
    ):
        parts += [f"{number:,} {one if number == 1 else many}"] if number else []
    return "; ".join(parts) or "Only relations and links have changed"


def sections(found: Differences) -> Iterator[Section]:
    """Yield what differs, what somebody should act on first."""
    for heading, lines in _headed(found):
        if shown := tuple(lines):
            yield Section(heading, shown, _REASONS.get(heading, ""))


def _headed(found: Differences) -> Iterator[tuple[str, Iterable[Line]]]:
    yield _BROKEN, (_broken(list(group)) for _, group in groupby(found.broken, _same_file))
    yield _LOST, (Line((code(f"{path}/"),), Sign.WARNING) for path in found.lost)
    yield "Terms and comparisons", map(_entry, found.entries)
    yield "Relations on other pages", _relations(found)
    yield _LINKS, map(_links, found.links)
    yield "Settings", (Line(spans) for spans in change_lines(found.settings))
    yield "Hand-written pages", (_page(kind, page) for kind, page in found.pages)
    yield _UNSEEN, (Line((code(path),)) for path in found.unseen)
    yield _UNREAD, (Line((code(path),), Sign.WARNING) for path in found.unread)


def _entry(entry: EntryChange) -> Line:
    states = [entry.noun] if entry.noun != "term" else []
    states += [entry.status] if entry.status != "published" else []
    spans = [strong(entry.name), of(" ("), code(entry.id), of(", ".join(["", *states]) + ")")]
    below: list[tuple[Span, ...]] = []
    sign = Sign[entry.kind.name]
    if entry.kind is Kind.RENAMED and entry.former is not None:
        spans += [of(" was "), code(entry.former)]
        if not entry.declared:
            spans.append(of(", it seems"))
            advice = f"'former_ids' does not name '{entry.former}', so its old address breaks"
            below.append((Span(advice, Mark.WARNING),))
    elif entry.about and not entry.changes:
        below.append((of(" ".join(entry.about.split())),))
    return Line(tuple(spans), sign, (*below, *change_lines(entry.changes)))


def _same_file(one: Broken) -> tuple[str, str]:
    return one.at.path, one.target


def _broken(group: list[Broken]) -> Line:
    one, *others = group
    spans = [code(str(one.at)), of(" names "), code(one.target)]
    if len(one.now) > 1:
        spans += [of(", which may now mean "), *_list(one.now)]
    elif one.now:
        spans += [of(", which is now "), *_list(one.now)]
    else:
        spans.append(of(", which is gone"))
    if others:
        spans.append(of(f"; {amount(len(others), 'place')} more in that file"))
    return Line(tuple(spans), Sign.WARNING)


def _relations(found: Differences) -> Iterator[Line]:
    """Yield relations that an entry shows although its own file says nothing of them."""
    new = {entry.id for entry in found.entries if entry.kind in (Kind.ADDED, Kind.REMOVED)}
    for one in found.relations:
        if one.derived and one.source not in new:
            yield _relation(one)


def _relation(one: RelationChange) -> Line:
    verb = " shows " if one.kind is Kind.ADDED else " no longer shows "
    spans = (code(one.source), of(verb), code(one.target), of(f" as “{one.relation.label}”"))
    return Line(spans, Sign[one.kind.name])


def _links(one: LinkChange) -> Line:
    below = []
    for pages, verb in ((one.appeared, "Appeared on"), (one.vanished, "Vanished from")):
        if pages:
            more = f" and {len(pages) - _FIRST:,} more" if len(pages) > _FIRST else ""
            count = of(f"{verb} {amount(len(pages), 'page')}: ")
            names = _list(pages[:_FIRST], ", " if more else " and ")
            below.append((count, *names, of(more)))
    return Line((of("To "), code(one.term)), Sign.NONE, tuple(below))


def _page(kind: Kind, page: str) -> Line:
    return Line((code(page), of(f" was {_DONE[kind]}")), Sign[kind.name])


def _list(names: Iterable[str], last: str = " or ") -> Iterator[Span]:
    names = list(names)
    for number, name in enumerate(names):
        if number:
            yield of(last if number == len(names) - 1 else ", ")
        yield code(name)
