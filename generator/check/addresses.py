"""From an address as it stands in a file to where on the site it leads.

Follows the URL standard (https://url.spec.whatwg.org), as far as an address that stays on
one site needs it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias
from urllib.parse import unquote, urlsplit

from generator.check.reference import Reference, Use
from generator.shape import closest

_SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_ELSEWHERE: Final = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.\-]*:)?//")
_WEB: Final = ("http", "https")
_BAD_PERCENT: Final = re.compile(r"%(?![0-9a-fA-F]{2})")
_IGNORED: Final = str.maketrans("", "", "\t\n\r")
# The path and anchor on our host; what is wrong; or nothing, if it leads elsewhere.
_Absolute: TypeAlias = tuple[str, str] | str | None
_HOST: Final = re.compile(r"[^\s<>\"\\^`{|}%]+")


class Trouble(StrEnum):
    """Why an address leads nowhere, whatever stands on the site."""

    MALFORMED = "malformed"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Aim:
    """Where an address leads.

    `path` counts from the root of the site and is decoded; an empty one, and one that ends in
    a slash, is a folder. With a `trouble` it is the address as it was written, and `anchor`
    says what is wrong with it.
    """

    use: Use
    path: str
    anchor: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Base:
    """Where the site will stand: its host, empty if unknown, and the folder there."""

    host: str = ""
    folder: str = "/"

    @classmethod
    def of(cls, site_url: str | None) -> "Base":
        """Return the base of a site's address."""
        if site_url is None:
            return cls()
        parts = urlsplit(site_url)
        return cls(parts.netloc.lower(), f"/{unquote(parts.path).strip('/')}/".replace("//", "/"))

    def aim(self, reference: Reference, page: str, within: str | None = None) -> Aim | None:
        """Return where a reference of the file at the path `page` leads, nothing if elsewhere.

        `within` is the address that the page sets for all others.
        """
        here = f"{self.folder}{page}"
        if reference.whole:
            here = self.folder
        elif within is not None:
            there = self._absolute(within.strip().translate(_IGNORED), here)
            if there is None and not _ELSEWHERE.match(reference.url.strip()):
                return None
            here = there[0] if isinstance(there, tuple) else here
        return self._aimed(reference, here)

    def _aimed(self, reference: Reference, here: str) -> Aim | None:
        found = self._absolute(reference.url.strip().translate(_IGNORED), here)
        if found is None:
            return None
        if isinstance(found, str):
            return Aim(reference.use, reference.url, found, Trouble.MALFORMED)
        path, anchor = found
        if path == self.folder.rstrip("/"):
            return Aim(reference.use, "", anchor)
        if path.startswith("//") or not path.startswith(self.folder):
            return Aim(reference.use, reference.url, path, Trouble.OUTSIDE)
        return Aim(reference.use, path.removeprefix(self.folder), anchor)

    def _absolute(self, url: str, here: str) -> _Absolute:
        """Return the path and anchor on our host, what is wrong, or nothing if elsewhere.

        A path that would climb above the root of the host begins with two slashes.
        """
        if not url:
            return "it is empty"
        scheme = _SCHEME.match(url)
        if scheme is None:
            return self._of_host(url, here) if url.startswith("//") else _relative(url, here)
        name = scheme[1].lower()
        if name not in _WEB:
            return _misspelt(name, url[scheme.end() :])
        if not url.startswith("//", scheme.end()):
            return f"'{name}:' is not followed by '//'"
        return self._of_host(url, here)

    def _of_host(self, url: str, here: str) -> _Absolute:
        try:
            parts = urlsplit(url)
            host, _ = parts.netloc.lower(), parts.port
        except ValueError as error:
            return str(error)[:1].lower() + str(error)[1:]
        if not parts.hostname:
            return "it names no host"
        if not _HOST.fullmatch(host):
            return f"'{parts.netloc}' is no host"
        # A page of the same host beside the site is another site.
        if host != self.host or not f"{parts.path}/".startswith(self.folder):
            return None
        mark = "#" if parts.fragment else ""
        return _relative(f"{parts.path or '/'}{mark}{parts.fragment}", here)


def _misspelt(scheme: str, rest: str) -> str | None:
    """Return what is wrong with an address that is not of the web, if anything."""
    if len(scheme) == 1:
        return f"'{scheme}:' names a disk"
    if rest.startswith("//") and closest(scheme, _WEB) is not None:
        return f"'{scheme}' is no kind of address"
    if re.match(r"\d+(?:/|$)", rest) and ("." in scheme or scheme == "localhost"):
        return "it has no 'https://' before the host"
    if scheme == "mailto" and not re.search(r"[^\s@]@[^\s@]|^\?", rest):
        return "it names no mailbox"
    return None


def _relative(url: str, here: str) -> tuple[str, str] | str:
    path, mark, anchor = url.partition("#")
    path = path.partition("?")[0]
    if "\\" in path:
        return "it has a backslash"
    if _BAD_PERCENT.search(path):
        return "a '%' in it is not followed by two hexadecimal digits"
    anchor = unquote(anchor.partition(":~:")[0]) if mark else ""
    if not path:
        return here, anchor
    start = [] if path.startswith("/") else here.split("/")[1:-1]
    return _joined(start, unquote(path)), anchor


def _joined(folders: list[str], path: str) -> str:
    *steps, name = path.split("/")
    if name in (".", ".."):
        steps, name = [*steps, name], ""
    parts, above = list(folders), False
    for step in steps:
        if step == "..":
            above = above or not parts
            del parts[-1:]
        elif step not in (".", ""):
            parts.append(step)
    return ("//" if above else "/") + "/".join((*parts, name))
