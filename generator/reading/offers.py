"""What a commit would change, and which of it nobody has to read before it is built.

Whoever opens a pull request may be a stranger. Entries are data: they are read by us, and cannot
run. Hand-written pages and images are data to the build as well, as long as `mkdocs.yml` names
nothing that runs what pages say; but a page may hold a script for its readers. Everything else
decides what runs: settings, templates, programs, workflows.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from generator.project import Project
from generator.reading.blobs import Change, Repository
from generator.reading.powers import Powers

# A page or image larger than that is no page or image of a glossary.
LARGEST = 20_000_000
_ENTRIES = (".yml", ".yaml")
_PAGES = (".md", ".markdown")
_IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
# A drawing may hold a script, as a page may.
_DRAWINGS = (".svg",)
_ODD_MODES = {
    "120000": "it is a symbolic link",
    "160000": "it is another repository",
    "100755": "it is a program",
}
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffd\ud800-\udfff]")


class Kind(StrEnum):
    """What is taken without anybody having read it."""

    ENTRY = "entry"
    PAGE = "page"
    IMAGE = "image"
    MADE = "generated file"


@dataclass(frozen=True, slots=True)
class Taken:
    """A changed file that cannot run; `data` is nothing where it is to be deleted.

    `path` is relative to the top of the repository, as all paths here.
    """

    path: str
    kind: Kind
    data: bytes | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class Offers:
    """What a commit would change: what can be taken, and why the rest cannot, by path.

    `top` is the folder of the repository.
    """

    top: Path
    taken: tuple[Taken, ...]
    left: Mapping[str, str]

    @property
    def for_readers(self) -> bool:
        """Return whether pages or drawings are among it, which a reader's browser may run."""
        return any(taken.kind is Kind.PAGE for taken in self.taken)


def offers(project: Project, commit: str, *, made: Collection[str] = ()) -> Offers:
    """Compare what is checked out with what merging a commit into it would give.

    `made` are files of the project that commands make from the entries, and that nothing runs.

    Nothing is written, and git is asked for bytes only: no filter, hook or merge driver that
    a commit brings is used. Raises `TermloomError` if git knows no such commit, if the two
    conflict, or if something is not committed.
    """
    repository = Repository.around(project.root)
    changes = repository.changes(commit)
    also = frozenset(repository.prefix + path for path in made)
    sieve = _Sieve(project, repository.prefix, Powers.of(project), also)
    kinds: dict[Change, Kind] = {}
    left: dict[str, str] = {}
    for change in changes:
        reason = sieve.why_not(change)
        if reason is None:
            kinds[change] = sieve.kind(change.path)
        else:
            left[change.path] = reason
    blobs = repository.blobs(change.blob for change in kinds)
    taken = tuple(
        Taken(change.path, kind, blobs[change.blob] if change.blob else None, change.is_new)
        for change, kind in kinds.items()
    )
    return Offers(repository.top, taken, left)


@dataclass(frozen=True, slots=True)
class _Sieve:
    """Tells what may be taken, by where it is and what it is."""

    project: Project
    prefix: str
    powers: Powers
    made: frozenset[str]

    def why_not(self, change: Change) -> str | None:
        """Return why a person has to read a change first; nothing if nobody has to."""
        return next(self._reasons(change), None)

    def kind(self, path: str) -> Kind:
        """Return what a path that may be taken names."""
        suffix = PurePosixPath(path).suffix.lower()
        if path in self.made:
            return Kind.MADE
        if suffix in _ENTRIES:
            return Kind.ENTRY
        return Kind.IMAGE if suffix in _IMAGES else Kind.PAGE

    def _reasons(self, change: Change) -> Iterator[str]:
        path = change.path
        if _UNSHOWN.search(path):
            yield "its name holds characters that cannot be shown"
        for mode in change.modes:
            if mode in _ODD_MODES:
                yield _ODD_MODES[mode]
        if change.size > LARGEST:
            yield f"it is larger than {LARGEST // 1_000_000} MB"
        if path in self.made:
            return
        if any(part.startswith(".") for part in path.split("/")):
            yield "hidden files are settings"
        if path in self.powers.files:
            yield "settings decide what runs"
        if not self._is_entry(path):
            yield from self._not_a_page(path)

    def _is_entry(self, path: str) -> bool:
        return self._below(path, self.project.config.terms) and path.lower().endswith(_ENTRIES)

    def _not_a_page(self, path: str) -> Iterator[str]:
        suffix = PurePosixPath(path).suffix.lower()
        looks = self._below(path, self.project.config.templates)
        known = suffix in (*_PAGES, *_IMAGES, *_DRAWINGS)
        if looks or not known or not self._below(path, self.project.docs):
            yield "only entries, pages and images are taken"
        elif suffix in _PAGES and self.powers.over_pages is not None:
            yield f"pages may run what {self.powers.over_pages} runs"

    def _below(self, path: str, folder: str) -> bool:
        whole = posixpath.normpath(self.prefix + folder)
        return whole == "." or path.startswith(f"{whole}/")
