"""Git's own view of a repository: the files of a commit as bytes, and how two trees differ.

The working tree is only looked at to see whether it is clean.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import TermloomError


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs: its modes before and after, and its new content; nothing if deleted.

    Modes are git's, such as 100644; a mode is left out where the file is not there.
    """

    path: str
    modes: tuple[str, ...]
    blob: str | None
    is_new: bool
    size: int = 0


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, by its top folder; `prefix` is the project's place in it, with a slash."""

    top: Path
    prefix: str

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """Return the repository that a folder is in, or raise `TermloomError`."""
        done = _run(folder, "rev-parse", "--show-toplevel", "--show-prefix")
        if done.returncode:
            raise TermloomError(f"{folder} is not in a git repository")
        top, prefix = os.fsdecode(done.stdout).splitlines()
        return cls(Path(top), prefix)

    def changes(self, commit: str) -> tuple[Change, ...]:
        """Return what merging a commit would change, by path; nothing is merged.

        Raises `TermloomError` for a commit that is not there or conflicts, and where the
        working tree is not as it was committed.
        """
        if self._git("status", "--porcelain", "--untracked-files=no"):
            raise TermloomError("there are changes that are not committed; commit them first")
        tree = self._merged(commit)
        raw = self._git("diff-tree", "-r", "-z", "--raw", "--no-renames", "HEAD", tree)
        changes = list(_changes(raw))
        sizes = dict(self._sizes(change.blob for change in changes))
        return tuple(replace(change, size=sizes.get(change.blob, 0)) for change in changes)

    def blobs(self, names: Iterable[str | None]) -> dict[str, bytes]:
        """Return the content of files by the names that git gives them."""
        wanted = sorted({name for name in names if name is not None})
        data = self._git("cat-file", "--batch", said="".join(f"{name}\n" for name in wanted))
        found: dict[str, bytes] = {}
        at = 0
        for name in wanted:
            start = data.index(b"\n", at) + 1
            size = int(data[at:start].split()[2])
            found[name] = data[start : start + size]
            at = start + size + 1
        return found

    def _merged(self, commit: str) -> str:
        """Return the tree that a merge would give."""
        name = f"{commit}^{{commit}}"
        found = _run(self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
        if found.returncode:
            raise TermloomError(
                f"git knows no commit '{commit}'; name a branch or commit, and fetch it first"
            )
        theirs = found.stdout.decode().strip()
        done = _run(self.top, "merge-tree", "--write-tree", "--no-messages", "HEAD", theirs)
        if done.returncode == 1:
            raise TermloomError(
                f"'{commit}' cannot be merged: both sides changed the same lines; bring it up "
                "to date first"
            )
        _succeed(done, "merge-tree")
        return done.stdout.decode().splitlines()[0]

    def _sizes(self, names: Iterable[str | None]) -> Iterator[tuple[str | None, int]]:
        wanted = "".join(f"{name}\n" for name in names if name is not None)
        for line in self._git("cat-file", "--batch-check", said=wanted).decode().splitlines():
            name, kind, *rest = line.split()
            # Another repository has a commit, which is not here.
            if kind == "blob":
                yield name, int(rest[0])

    def _git(self, *arguments: str, said: str = "") -> bytes:
        return _succeed(_run(self.top, *arguments, said=said), arguments[0])


def _changes(raw: bytes) -> Iterator[Change]:
    """Yield the records of `git diff-tree --raw -z`."""
    fields = iter(os.fsdecode(raw).split("\0"))
    for head in fields:
        if head:
            before, after, _, blob, _ = head.removeprefix(":").split(" ")
            modes = tuple(mode for mode in (before, after) if mode.strip("0"))
            known = blob if blob.strip("0") else None
            yield Change(next(fields), modes, known, is_new=not before.strip("0"))


def _run(folder: Path, *arguments: str, said: str = "") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - a commit is checked before it becomes an argument
            ["git", *arguments],  # noqa: S607 - whichever git the user has
            cwd=folder,
            input=said.encode(),
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise TermloomError("git is not installed") from None


def _succeed(done: subprocess.CompletedProcess[bytes], what: str) -> bytes:
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise TermloomError(f"git {what}: {said[-1] if said else 'failed'}")
    return done.stdout
