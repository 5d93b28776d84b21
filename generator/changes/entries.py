"""Which entries were added, removed, renamed or changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.changes.change import Change, EntryChange, Kind
from generator.changes.compare import Place, compared
from generator.changes.pairs import most_alike
from generator.changes.version import Version
from generator.model import Comparison, Entry, Term, leaves
from generator.text import Prose, folded

# What the file's name says already.
_SILENT = ("id",)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Entries that belong together by id, and what became of the others.

    `renamed` gives the new id of an old one, `declared` those of them that `former_ids` tells.
    """

    kept: tuple[str, ...]
    removed: tuple[str, ...]
    added: tuple[str, ...]
    renamed: Mapping[str, str]
    declared: frozenset[str]

    @classmethod
    def of(cls, old: Version, new: Version) -> "Pairing":
        """Pair the entries of two versions; those that cannot be read in one are left out."""
        unread = old.unread_ids | new.unread_ids
        before, after = (
            {str(entry.id): entry for entry in one.glossary if entry.id not in unread}
            for one in (old, new)
        )
        went = {id: entry for id, entry in before.items() if _is_new(entry, after)}
        came = {id: entry for id, entry in after.items() if _is_new(entry, before)}
        told = {
            str(old_id): id
            for id, entry in came.items()
            for old_id in entry.former_ids
            if old_id in went and type(went[old_id]) is type(entry)
        }
        taken = set(told.values())
        guessed = _likely(
            {id: entry for id, entry in went.items() if id not in told},
            {id: entry for id, entry in came.items() if id not in taken},
        )
        renamed = dict(sorted({**guessed, **told}.items()))
        return cls(
            tuple(id for id in before if id not in went),
            tuple(id for id in went if id not in renamed),
            tuple(id for id in came if id not in renamed.values()),
            renamed,
            frozenset(told),
        )


def _is_new(entry: Entry, others: Mapping[str, Entry]) -> bool:
    return type(others.get(entry.id)) is not type(entry)


def _likely(went: Mapping[str, Entry], came: Mapping[str, Entry]) -> dict[str, str]:
    """Return which entry probably became which: those of one name, and those of nearly one text."""
    found: dict[str, str] = {}
    for model in (Term, Comparison):
        old, new = ([e for e in side.values() if isinstance(e, model)] for side in (went, came))
        names = {folded(entry.name): str(entry.id) for entry in reversed(new)}
        by_name = {str(e.id): names.pop(f) for e in old if (f := folded(e.name)) in names}
        rest = {str(e.id): t for e in old if e.id not in by_name and (t := _text(e))}
        taken = set(by_name.values())
        others = {str(e.id): t for e in new if e.id not in taken and (t := _text(e))}
        found |= by_name | most_alike(rest, others)
    return found


def _text(entry: Entry) -> str:
    """Return the prose of an entry, by which it is known under another name."""
    return " ".join(value for _, value in leaves(entry) if isinstance(value, Prose))


def entry_changes(old: Version, new: Version, pairing: Pairing) -> tuple[EntryChange, ...]:
    """Return the entries that differ: added, removed, renamed, then changed, each by id."""
    return tuple(_entry_changes(old, new, pairing))


def _entry_changes(old: Version, new: Version, pairing: Pairing) -> Iterator[EntryChange]:
    after = {str(entry.id): entry for entry in new.glossary}
    before = {str(entry.id): entry for entry in old.glossary}
    for id in sorted(pairing.added):
        yield _change(Kind.ADDED, after[id], new)
    for id in sorted(pairing.removed):
        yield _change(Kind.REMOVED, before[id], old)
    for former, id in pairing.renamed.items():
        changes = _compared(before[former], after[id])
        yield _change(
            Kind.RENAMED,
            after[id],
            new,
            changes,
            former=former,
            declared=former in pairing.declared,
        )
    for id in sorted(pairing.kept):
        if before[id] is not after[id] and (changes := _compared(before[id], after[id])):
            yield _change(Kind.CHANGED, after[id], new, changes)


def _compared(old: Entry, new: Entry) -> tuple[Change, ...]:
    return tuple(compared(old, new, Place(), silent=_SILENT))


def _change(
    kind: Kind,
    entry: Entry,
    version: Version,
    changes: tuple[Change, ...] = (),
    *,
    former: str | None = None,
    declared: bool = False,
) -> EntryChange:
    is_term = isinstance(entry, Term)
    about = entry.definition if isinstance(entry, Term) else getattr(entry, "question", None)
    return EntryChange(
        kind,
        str(entry.id),
        "term" if is_term else "comparison",
        str(entry.name),
        entry.status.value,
        version.glossary.files[entry.id],
        str(about or ""),
        former,
        declared,
        changes,
    )
