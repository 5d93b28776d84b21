"""Two versions of a glossary, compared."""

from typing import Final

from generator.changes.change import Change, Differences, EntryChange, Kind
from generator.changes.compare import Place, compared
from generator.changes.edges import link_changes, relation_changes
from generator.changes.entries import Pairing, entry_changes
from generator.changes.references import broken_references
from generator.changes.version import Version

# Settings that change nothing for readers.
_SILENT: Final = ("terms", "templates", "rules", "limits", "folders")


def differences(old: Version, new: Version) -> Differences:
    """Return everything that differs between two versions of a project.

    Entries whose text is the same are compared no further; give both versions one memory when
    they are loaded, and they are the same objects.
    """
    pairing = Pairing.of(old, new)
    entries = entry_changes(old, new, pairing)
    return Differences(
        entries=entries,
        relations=relation_changes(old, new, pairing),
        links=link_changes(old, new, pairing),
        broken=broken_references(old, new, pairing),
        lost=_lost(old, new),
        settings=_settings(old, new),
        pages=_pages(old, new),
        unseen=_unseen(old, new, entries),
        unread=tuple(sorted(old.unread | new.unread)),
    )


def _lost(old: Version, new: Version) -> tuple[str, ...]:
    """Return the addresses that lead nowhere; what cannot be read now may stand there again."""
    lost = old.addresses - new.addresses
    return tuple(sorted(path for path in lost if path.rpartition("/")[2] not in new.unread_ids))


def _settings(old: Version, new: Version) -> tuple[Change, ...]:
    one, other = old.project, new.project
    names = compared(one.site_name, other.site_name, Place(("site_name",), ("Name of the site",)))
    return (*names, *compared(one.config, other.config, Place(), silent=_SILENT))


def _pages(old: Version, new: Version) -> tuple[tuple[Kind, str], ...]:
    """Return the hand-written pages that differ, by their path."""
    before, after = old.glossary.pages, new.glossary.pages
    return tuple(
        (
            Kind.ADDED
            if page not in before
            else Kind.REMOVED
            if page not in after
            else Kind.CHANGED,
            page,
        )
        for page in sorted({*before, *after})
        if before.get(page) != after.get(page)
    )


def _unseen(old: Version, new: Version, entries: tuple[EntryChange, ...]) -> tuple[str, ...]:
    """Return the files that differ although readers see the same."""
    told = {entry.id for entry in entries}
    before, after = (version.sources.entries.documents for version in (old, new))
    found = []
    for id, path in new.glossary.files.items():
        earlier = old.glossary.files.get(id)
        if earlier is not None and str(id) not in told:
            same = earlier == path and before[earlier].text == after[path].text
            found += [] if same else [path]
    return tuple(sorted(found))
