"""The folder of a finished site."""

import gzip
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import TermloomError


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """A site on disk. Nothing in it is followed out of it."""

    folder: Path

    @classmethod
    def of(cls, folder: Path) -> "SiteFolder":
        """Return the site in a folder, or raise `TermloomError` if there is none."""
        if folder.exists() and not folder.is_dir():
            raise TermloomError(f"{folder} is no folder; name that of a built site")
        if not folder.is_dir():
            raise TermloomError(f"there is no folder {folder}; run 'termloom build' first")
        if not any(folder.iterdir()):
            raise TermloomError(f"{folder} is empty; run 'termloom build' first")
        return cls(folder)

    def files(self) -> Iterator[str]:
        """Yield the path of every file, with forward slashes."""
        yield from _files(os.fspath(self.folder), "")

    def read(self, path: str) -> str:
        """Return the text of a file; what is compressed or no UTF-8 is made text as well as it can.

        Line ends become line feeds, so that positions do not depend on who wrote it.
        """
        data = (self.folder / path).read_bytes()
        if path.endswith(".gz"):
            try:
                data = gzip.decompress(data)
            except (OSError, EOFError, zlib.error):
                return ""
        text = data.decode("utf-8-sig", "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def holds(self, path: str, original: Path) -> bool:
        """Return whether a file is the same, byte for byte, as one elsewhere."""
        try:
            if original.is_symlink() or not original.is_file():
                return False
            return original.read_bytes() == (self.folder / path).read_bytes()
        except OSError:
            return False


def _files(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            yield f"{prefix}{entry.name}"
