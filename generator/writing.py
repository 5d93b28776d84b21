"""To disk, all at once or not at all."""

import ctypes
import ctypes.util
import errno
import fcntl
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from generator.editing.original import as_written
from generator.errors import AlreadyThere, TermloomError
from generator.project import Project

_ASIDE = ".termloom-"
_CHANGED = "{} was changed in the meantime; nothing was written"
# What file systems without hard links answer, such as those of memory sticks.
_NO_LINKS = (errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)


def refuse_unsafe_site_dir(project: Project, site: Path) -> None:
    """Raise `AlreadyThere` if replacing the folder would delete what an author wrote."""
    site = site.resolve()
    precious = (project.root, project.docs_dir, project.terms_dir, project.templates_dir)
    for folder in (path.resolve() for path in precious):
        if folder == site or folder.is_relative_to(site):
            raise AlreadyThere(f"the site would replace {folder}; choose another --site-dir")
        if folder != project.root.resolve() and site.is_relative_to(folder):
            raise AlreadyThere(f"the site would lie inside {folder}; choose another --site-dir")
    if site.exists() and not site.is_dir():
        raise AlreadyThere(f"{site} is a file; choose another --site-dir")
    if site.is_dir() and any(site.iterdir()) and not (site / "404.html").is_file():
        raise AlreadyThere(
            f"{site} holds files that are not a built site; empty it, or choose another --site-dir"
        )


@dataclass(frozen=True, slots=True)
class Aside:
    """An empty folder beside the site, for the next site."""

    folder: Path
    site: Path

    def publish(self) -> None:
        """Put the folder in the site's place, in one step where the file system offers it."""
        _put(self.folder, self.site)


@contextmanager
def aside(site: Path) -> Iterator[Aside]:
    """Give a folder beside the site, which is thrown away unless it is published.

    A lock on the parent folder keeps two builds apart; what an earlier, killed build left
    behind is removed under it. A site behind a symbolic link is replaced where it is.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    with _locked(site.parent):
        prefix = f"{_ASIDE}{site.name}-"
        for stale in site.parent.glob(f"{escape(prefix)}*"):
            shutil.rmtree(stale, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=site.parent))
        folder.chmod(0o755)
        try:
            yield Aside(folder, site)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def write_new(path: Path, text: str) -> None:
    """Write a file that must not be there yet, whole or not at all."""
    try:
        _make_folder(path.parent)
        handle, name = tempfile.mkstemp(prefix=_ASIDE, dir=path.parent)
        aside = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            aside.chmod(0o644)
            _link(aside, path)
        finally:
            aside.unlink()
    except FileExistsError:
        raise AlreadyThere(f"{path} is there already; nothing was written") from None
    except OSError as error:
        raise TermloomError(f"{path} cannot be written: {error.strerror}") from error


def _link(aside: Path, path: Path) -> None:
    """Give a file its name. Unlike a rename this fails where something is there already."""
    try:
        os.link(aside, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        with path.open("xb") as stream:
            stream.write(aside.read_bytes())


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise AlreadyThere(f"{folder} is not a folder; nothing was written") from None


def write_all_new(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files that must not be there yet, by path below a folder; all of them or none.

    What was written before something failed is taken away again, new folders included.
    """
    there = [path for path in texts if os.path.lexists(folder / path)]
    if there:
        raise AlreadyThere(f"{folder} has {', '.join(there)} already; nothing was written")
    with ExitStack() as undo:
        for path, text in texts.items():
            target = folder / path
            for parent in reversed((target, *target.parents)[1:]):
                if not parent.exists():
                    undo.callback(_remove_if_empty, parent)
            write_new(target, text)
            undo.callback(target.unlink, missing_ok=True)
        undo.pop_all()


def rewrite(
    root: Path, texts: Mapping[str, tuple[str, str]], moved: Mapping[str, str] | None = None
) -> None:
    """Give files that are there a new text, by path below a folder, then move some; all or none.

    Each comes with the text it had when it was read. Raises `AlreadyThere`, before anything
    is written, where a file says something else by now, is a symbolic link, or would be moved
    to where something is. Line ends and permissions stay as they are.
    """
    for path in (moved or {}).values():
        if os.path.lexists(root / path):
            raise AlreadyThere(f"{path} is there already; nothing was written")
    with ExitStack() as prepared, ExitStack() as undo:
        ready = []
        for name, text in sorted(texts.items()):
            old, new = _bytes(root, name, *text)
            ready.append((name, old, prepared.enter_context(_beside(root / name, new))))
        for name, old, aside in ready:
            if (root / name).read_bytes() != old:
                raise AlreadyThere(_CHANGED.format(name))
            undo.callback(_put_back, root / name, old)
            aside.replace(root / name)
        for path, to in (moved or {}).items():
            _link(root / path, root / to)
            undo.callback((root / to).unlink, missing_ok=True)
        for path in moved or {}:
            (root / path).unlink()
        undo.pop_all()


def _bytes(root: Path, path: str, old: str, new: str) -> tuple[bytes, bytes]:
    """Return what a file holds, and what it is to hold."""
    file = root / path
    if file.resolve() != root.resolve() / path or not file.is_file():
        raise AlreadyThere(f"{path} is not a regular file of the project; nothing was written")
    data = file.read_bytes()
    if (written := as_written(data, old, new)) is None:
        raise AlreadyThere(_CHANGED.format(path))
    return data, written


@contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """Give a file beside another, with its permissions, which is thrown away unless moved."""
    handle, name = tempfile.mkstemp(prefix=_ASIDE, dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            os.fchmod(handle, stat.S_IMODE(path.stat().st_mode))
            stream.flush()
            os.fsync(handle)
        yield aside
    finally:
        aside.unlink(missing_ok=True)


def _put_back(path: Path, data: bytes) -> None:
    with _beside(path, data) as aside:
        aside.replace(path)


def put(path: Path, text: str) -> None:
    """Write a file, or give it a new text, all at once."""
    if not path.exists():
        write_new(path, text)
        return
    try:
        with _beside(path, text.encode()) as aside:
            aside.replace(path)
    except OSError as error:
        raise TermloomError(f"{path} cannot be written: {error.strerror}") from error


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _put(new: Path, site: Path) -> None:
    if not site.exists():
        new.rename(site)
    elif not _exchanged(new, site):
        old = Path(tempfile.mkdtemp(prefix=f"{_ASIDE}{site.name}-", dir=site.parent))
        site.rename(old / "site")
        try:
            new.rename(site)
        except OSError:
            (old / "site").rename(site)
            raise
        finally:
            shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return whether the system could."""
    swap = _system_swap()
    if swap is None:
        return False
    if swap(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    if ctypes.get_errno() in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))


def _system_swap() -> Callable[[bytes, bytes], int] | None:
    library = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    at_cwd, exchange = -100, 2
    if sys.platform.startswith("linux") and hasattr(library, "renameat2"):
        return lambda a, b: int(library.renameat2(at_cwd, a, at_cwd, b, exchange))
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda a, b: int(library.renamex_np(a, b, exchange))
    return None
