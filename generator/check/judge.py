"""What is wrong with where a finished site leads."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.check import rules
from generator.check.addresses import Aim, Trouble
from generator.check.finished import PAGE, Finished
from generator.check.reference import Use
from generator.diagnostics import Rule
from generator.shape import did_you_mean

# Of so many paths a near one is still found at once.
_MANY: Final = 20_000
_ENDING: Final = re.compile(r"(?:/(?:index\.html)?|\.html|\.md)\Z")
_FILE: Final = re.compile(r"\.(?!html?\Z|md\Z)\w+\Z", re.IGNORECASE)
_HOST: Final = re.compile(r"(?:.*/)?(www\.[\w-]+\.\w+.*)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why something on the site is wrong. `meant` is the path that was probably meant."""

    rule: Rule
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges aims, each once. `drafts` gives the id of the draft that a path would show."""

    site: Finished
    drafts: Mapping[str, str]

    def verdicts(self) -> Iterator[tuple[int, Verdict]]:
        """Yield the number of every aim that is wrong, and why."""
        for number, aim in enumerate(self.site.aims):
            if (verdict := self._judged(aim)) is not None:
                yield number, verdict

    def file(self, path: str) -> str | None:
        """Return the file that a server shows at a path."""
        file = f"{path}index.html" if not path or path.endswith("/") else path
        return file if file in self.site.files else None

    def redirected(self) -> Iterator[tuple[str, Verdict]]:
        """Yield every page that sends the reader on to a page that does the same."""
        for path, aim in self.site.redirects.items():
            seen, at = [path], self._next(aim)
            while at is not None and at in self.site.redirects and at not in seen:
                seen.append(at)
                at = self._next(self.site.redirects[at])
            if at in seen:
                yield from self._circle(path, seen[seen.index(at) :])
            elif len(seen) > 1 and at is not None:
                message = (
                    f"'{_shown(path)}' redirects to '{_shown(seen[1])}', which redirects again"
                )
                yield (
                    path,
                    Verdict(rules.REDIRECT_CHAIN, message, f"lead to '{_shown(at)}' at once"),
                )

    def _circle(self, path: str, pages: list[str]) -> Iterator[tuple[str, Verdict]]:
        """Yield the verdict of a circle of pages if it is told of this one: the first of them."""
        if path != min(pages):
            return
        others = [f"'{_shown(page)}'" for page in (*pages[pages.index(path) + 1 :], path)]
        way = " to ".join(others) if len(others) > 1 else "itself"
        message = f"'{_shown(path)}' redirects to {way}, so nobody arrives"
        yield path, Verdict(rules.REDIRECT_LOOP, message, "lead to a page that stays")

    def _next(self, aim: Aim) -> str | None:
        return None if aim.trouble else self.file(aim.path)

    def _judged(self, aim: Aim) -> Verdict | None:
        match aim.trouble:
            case Trouble.MALFORMED:
                what = f"the address '{aim.path}' is malformed: {aim.anchor}"
                return Verdict(rules.MALFORMED_ADDRESS, what, "write a whole address, or a path")
            case Trouble.OUTSIDE:
                return self._outside(aim)
        file = self.file(aim.path)
        if file is None:
            return self._missing(aim)
        if not aim.anchor or aim.anchor.lower() == "top" or not PAGE.search(file):
            return None
        return self._without_anchor(aim, file)

    def _outside(self, aim: Aim) -> Verdict:
        inside = aim.anchor.lstrip("/")
        message = f"'{aim.path}' leads out of the site"
        if self.site.base.folder != "/":
            message += f", which lies below '{self.site.base.folder}'"
        if inside and self.file(inside) is not None:
            return Verdict(rules.OUTSIDE_SITE, message, f"'{_shown(inside)}' lies within it")
        hint = "write the whole address if it is meant to, 'https://' included"
        return Verdict(rules.OUTSIDE_SITE, message, hint)

    def _missing(self, aim: Aim) -> Verdict:
        path, files = aim.path, self.site.files
        if path and f"{path}/index.html" in files:
            message = f"'{path}' is a folder, and has no slash at its end"
            return Verdict(rules.MISSING_SLASH, message, f"write '{_name(path)}/'")
        if (draft := self.drafts.get(_page(path))) is not None:
            hint = "publish the draft, or take the link away"
            return Verdict(rules.LINK_TO_DRAFT, f"'{draft}' is a draft, which has no page", hint)
        if (meant := self._other_case(path)) is not None:
            message = f"there is no '{path}', but '{meant}'"
            hint = f"write '{_name(meant)}': most servers tell capitals from small letters"
            return Verdict(rules.WRONG_CASE, message, hint)
        is_page = aim.use is not Use.FILE
        is_file = not is_page or _FILE.search(path) is not None
        message = f"there is no {'file' if is_file else 'page'} '{path or '/'}' on the site"
        rule = rules.MISSING_PAGE if is_page else rules.MISSING_ASSET
        return Verdict(rule, message, self._advice(path))

    def _other_case(self, path: str) -> str | None:
        folded = self.site.by_small_letters
        for tried in (path, f"{path.rstrip('/')}/index.html"):
            if (found := folded.get(tried.lower())) is not None:
                return _shown(found) if tried != path else found
        return None

    def _advice(self, path: str) -> str:
        if (host := _HOST.fullmatch(path)) is not None:
            return f"write 'https://{host[1]}' if it is another site"
        if f"{path}.html" in self.site.files:
            return f"write '{_name(path)}.html'"
        if path.endswith(".md"):
            return "name a Markdown file that is there, as seen from this one"
        known = (
            [_shown(file) for file in self.site.anchors]
            if PAGE.search(path) or path.endswith("/")
            else None
        )
        names = known if known is not None else [*self.site.files]
        near = did_you_mean(path, names) if len(names) < _MANY else None
        return near or "mend the address, or take the link away"

    def _without_anchor(self, aim: Aim, file: str) -> Verdict | None:
        known = self.site.anchors.get(file)
        if known is None or aim.anchor in known:
            return None
        message = f"'{_shown(file)}' has no anchor '{aim.anchor}'"
        alike = [other for other in sorted(known) if other.lower() == aim.anchor.lower()]
        hint = f"write '{alike[0]}'" if alike else did_you_mean(aim.anchor, sorted(known))
        hint = hint or "an anchor is the id of a heading or of another element there"
        return Verdict(rules.MISSING_ANCHOR, message, hint)


def is_faultless(site: Finished) -> bool:
    """Return whether nothing at all is wrong with a site."""
    judge = Judge(site, {})
    return not site.odd and not any(judge.verdicts()) and not any(judge.redirected())


def _page(path: str) -> str:
    """Return the path of the page that an address names, as pages are known in the project."""
    plain = _ENDING.sub("", path)
    # What MkDocs could not make an address of it left as it stands, seen from another page.
    return "/".join(plain.split("/")[-2:]) if path.endswith(".md") else plain


def _shown(file: str) -> str:
    """Return the path of a page as it stands in addresses."""
    return (
        file.removesuffix("index.html") or "/" if posixpath.basename(file) == "index.html" else file
    )


def _name(path: str) -> str:
    """Return the last part of a path."""
    return posixpath.basename(path.rstrip("/")) + ("/" if path.endswith("/") else "")
