"""What git knows of the project: what changed since a commit, and how it was then."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.diagnostics import Location
from generator.errors import TermloomError
from generator.project import Project

_HUNK = re.compile(rb"^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_REGULAR = (b"100644", b"100755", b"100664")


@dataclass(frozen=True, slots=True)
class Changes:
    """Changed lines by file; of a file that is new to git, every line. Paths are the project's."""

    lines: Mapping[str, tuple[range, ...]]

    @property
    def files(self) -> frozenset[str]:
        """Return the files that were changed or added."""
        return frozenset(self.lines)

    def touch(self, place: Location) -> bool:
        """Return whether a changed line is among those of a place."""
        end = place.end_line - (place.end_column == 1 and place.end_line > place.line)
        found = range(place.line, end + 1)
        return any(
            lines.start <= found[-1] and found[0] < lines.stop
            for lines in self.lines.get(place.path, ())
        )


@dataclass(frozen=True, slots=True)
class History:
    """A project's repository, at the commit with which it is compared."""

    project: Project
    commit: str

    @classmethod
    def since(
        cls, project: Project, base: str, *, head: str = "HEAD", advice: str = "leave out --changed"
    ) -> "History":
        """Return the history since the work of `head` left `base`, or raise `TermloomError`.

        `head` is a commit that git knows; `advice` says what to do where there is no repository.
        """
        commit = cls.at(project, base, advice=advice).commit
        # As a pull request is shown: what others added to the base since then is not ours.
        return cls(project, _try(project.root, "merge-base", commit, head) or commit)

    @classmethod
    def at(cls, project: Project, name: str, *, advice: str) -> "History":
        """Return the history at the very commit that a name means, or raise `TermloomError`."""
        root = project.root
        if _try(root, "rev-parse", "--is-inside-work-tree") != "true":
            raise TermloomError(f"{root} is not in a git repository; {advice}")
        commit = _try(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
        )
        if commit is None:
            raise TermloomError(
                f"git knows no commit '{name}'; name a branch or commit, and fetch it first"
            )
        return cls(project, commit)

    def changes(self) -> Changes:
        """Return what is different in the working tree, files that git does not know included."""
        root = self.project.root
        plain = ("--relative", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames")
        options = (*plain, "--unified=0", "--no-prefix")
        diff = _git(root, "-c", "core.quotePath=false", "diff", *options, self.commit, "--", ".")
        lines = _changed_lines(diff)
        new = _git(root, "ls-files", "-z", "--others", "--exclude-standard")
        everything = (range(1, 2**31),)
        lines |= {os.fsdecode(name): everything for name in new.split(b"\0") if name}
        return Changes(lines)

    @contextmanager
    def checkout(self) -> Iterator[Path | None]:
        """Give a folder with the project as it was then; nothing if it was not there yet.

        Only entries, hand-written pages and the config are in it, byte for byte as git keeps
        them: no attribute of the repository leaves a file out or changes one. Links are not there.
        """
        project = self.project
        wanted = [project.config_file, project.config.terms, project.docs]
        there = [
            name
            for name in wanted
            if not name.startswith("..")
            and _try(project.root, "cat-file", "-e", f"{self.commit}:./{name}") is not None
        ]
        if project.config_file not in there:
            yield None
            return
        with tempfile.TemporaryDirectory(prefix="termloom-") as name:
            _write(project.root, self.commit, there, Path(name))
            yield Path(name)


def prefix(root: Path) -> str:
    """Return the path from the repository's top to a folder, with a slash at its end.

    Empty where they are one, and where there is no repository.
    """
    try:
        return _try(root, "rev-parse", "--show-prefix") or ""
    except TermloomError:
        return ""


def _write(root: Path, commit: str, names: list[str], folder: Path) -> None:
    """Write the regular files below some paths of a commit into a folder."""
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", *names)
    blobs: list[tuple[bytes, Path]] = []
    for line in filter(None, listed.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, _, blob = about.split()
        name = PurePosixPath(os.fsdecode(path))
        # Git itself makes no such names, but whoever writes objects by hand can.
        if mode in _REGULAR and not name.is_absolute() and ".." not in name.parts:
            blobs.append((blob, folder / name))
    data = _git(root, "cat-file", "--batch", said=b"".join(blob + b"\n" for blob, _ in blobs))
    at = 0
    for _, target in blobs:
        start = data.index(b"\n", at) + 1
        end = start + int(data[at:start].split()[2])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data[start:end])
        at = end + 1


def _changed_lines(diff: bytes) -> dict[str, tuple[range, ...]]:
    found: dict[str, list[range]] = {}
    file: str | None = None
    rest = 0
    for line in diff.splitlines():
        if rest:
            rest -= 1  # a line of a hunk, whatever it looks like
        elif line.startswith(b"+++ "):
            name = os.fsdecode(line[4:]).rstrip("\t")
            file = None if name == "/dev/null" else name
        elif hunk := _HUNK.match(line):
            removed, start, added = _count(hunk[1]), int(hunk[2]), _count(hunk[3])
            rest = removed + added
            if file is not None:
                # Where lines were only taken away, those on both sides of the gap are touched.
                lines = range(start, start + added) if added else range(start, start + 2)
                found.setdefault(file, []).append(lines)
    return {file: tuple(lines) for file, lines in found.items()}


def _count(said: bytes | None) -> int:
    return 1 if said is None else int(said)


def _git(root: Path, *arguments: str, said: bytes = b"") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a commit is checked before it becomes an argument
            ["git", *arguments],  # noqa: S607 - whichever git the user has
            cwd=root,
            capture_output=True,
            check=False,
            input=said,
        )
    except FileNotFoundError:
        raise TermloomError("git is not installed; without it nothing can be compared") from None
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise TermloomError(f"git {arguments[0]}: {why[-1] if why else 'failed'}")
    return done.stdout


def _try(root: Path, *arguments: str) -> str | None:
    """Return what git prints, or nothing where it refuses."""
    try:
        return _git(root, *arguments).decode("utf-8", "replace").strip()
    except TermloomError as error:
        if isinstance(error.__context__, FileNotFoundError):
            raise
        return None
