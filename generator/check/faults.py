"""Everything that is wrong with the links of a finished site, at the lines it came from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from generator.check import positions, rules
from generator.check.finished import Finished, Read, sheet_of
from generator.check.judge import Judge, Verdict
from generator.check.reference import Reference, Sheet, Use
from generator.check.tracing import Key, Origins, key_of
from generator.diagnostics import Address, Fault, Rule
from generator.reading import Document

Found: TypeAlias = tuple[Rule, Fault]
Spans: TypeAlias = Callable[[str], tuple[tuple[int, int], ...]]


@dataclass(slots=True)
class _Case:
    """One fault: why, where in the first file it shows, and in which other files."""

    verdict: Verdict
    spans: Spans
    files: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Report:
    """Turns what is wrong into faults.

    `named` gives the path of a file of the site as people shall see it. `documents` are the
    files in which faults are reported besides those that authors wrote.
    """

    site: Finished
    origins: Origins
    read: Read
    named: Callable[[str], str]
    documents: dict[str, Document] = field(default_factory=dict)
    _traced: dict[tuple[str, Address], _Case] = field(default_factory=dict)
    _untraced: dict[tuple[str, object], _Case] = field(default_factory=dict)

    def faults(self) -> Iterator[Found]:
        """Yield each fault once: at the line of its source, else in the first file it shows in."""
        judge = Judge(self.site, self.origins.drafts)
        wrong = dict(judge.verdicts())
        for file, numbers in self.site.leading_to(wrong):
            sheet = self._sheet(file)
            for number in numbers:
                self._lead(file, sheet, number, wrong[number])
        for file, verdict in judge.redirected():
            urls = {r.url for r in self._sheet(file).references if r.use is Use.REDIRECT}
            former = self.origins.former(file)
            self._add(file, verdict, _of_addresses(file, urls), [former] if former else [])
        for file, sheet in self.site.odd.items():
            self._look_at(file, sheet)
        yield from self._all()

    def _sheet(self, file: str) -> Sheet:
        sheet = sheet_of(file, self.read(file))
        assert sheet is not None, file
        return sheet

    def _lead(self, file: str, sheet: Sheet, number: int, verdict: Verdict) -> None:
        """Add what leads to one wrong aim from one file."""
        aim = self.site.aims[number]
        urls = {
            reference.url
            for reference in sheet.references
            if self.site.base.aim(reference, file, sheet.base) == aim
        }
        places = self.origins.places(file, frozenset({key_of(aim), *urls}))
        if verdict.rule is rules.MISSING_PAGE and aim.path.endswith(".md"):
            # MkDocs found no such file, and left the address as it was written.
            verdict = replace(verdict, message=f"there is no page '{min(urls)}'")
        # Whoever asks for several anchors of a page that is missing misses one page.
        what = aim if verdict.rule is rules.MISSING_ANCHOR else aim.path
        self._add(file, verdict, _of_addresses(file, urls), [place.at for place in places], what)

    def _look_at(self, file: str, sheet: Sheet) -> None:
        """Add what is wrong with a file itself."""
        for why in sheet.broken:
            what = f"'{file}' cannot be read: {why}" if not sheet.anchors else f"JSON-LD: {why}"
            verdict = Verdict(rules.MALFORMED_DATA, what, "mend what writes it")
            self._add(file, verdict, _at_start, [], why)
        for id in sheet.twice:
            message = f"the id '{id}' stands here more than once"
            verdict = Verdict(rules.DUPLICATE_ID, message, "give one of them another id")
            self._add(file, verdict, _of_id(id), self.origins.ids(file, id), id)
        for url, number in sheet.nameless:
            self._nameless(file, sheet, url, number)

    def _nameless(self, file: str, sheet: Sheet, url: str, number: int) -> None:
        aim = self.site.base.aim(Reference(url, Use.PAGE), file, sheet.base)
        keys: set[Key] = {url, *([key_of(aim)] if aim is not None else [])}
        message = f"the link to '{url}' says nothing"
        hint = "write words, or the 'alt' of its picture"
        verdict = Verdict(rules.NAMELESS_LINK, message, hint)
        places = self.origins.places(file, frozenset(keys))
        wordless = [place.at for place in places if place.is_wordless]
        self._add(file, verdict, _of_link(url, number), wordless, aim or url)

    def _add(
        self, file: str, verdict: Verdict, spans: Spans, places: list[Address], what: object = None
    ) -> None:
        if not places and (source := self.origins.copied(file)) is not None:
            ranges = spans(self.read(file)) or ((0, 0),)
            places = [Address(source, span=span) for span in ranges]
            self.documents[source] = Document(source, self.read(file))
        name = verdict.rule.name
        if not places:
            self._untraced.setdefault((name, what or file), _Case(verdict, spans)).files.append(
                file
            )
        for at in places:
            case = self._traced.setdefault((name, at), _Case(verdict, spans))
            if file not in case.files[-1:]:
                case.files.append(file)

    def _all(self) -> Iterator[Found]:
        for (_, at), case in self._traced.items():
            shown, verdict = self._first(case), case.verdict
            is_itself = self.origins.copied(case.files[0]) == at.file
            related = () if is_itself else ((shown, _everywhere("shown on this page", case)),)
            yield verdict.rule, Fault(at, verdict.message, verdict.hint, related)
        for case in self._untraced.values():
            shown, verdict = self._first(case), case.verdict
            origin = _everywhere("from the theme, a template or a plugin, here", case)
            yield verdict.rule, Fault(shown, verdict.message, verdict.hint, ((shown, origin),))

    def _first(self, case: _Case) -> Address:
        file = case.files[0]
        text = self.read(file)
        self.documents[self.named(file)] = Document(self.named(file), text)
        spans = case.spans(text)
        return Address(self.named(file), span=spans[0] if spans else (0, 0))


def _of_addresses(file: str, urls: set[str]) -> Spans:
    return lambda text: positions.addresses(file, text, urls)


def _at_start(_text: str) -> tuple[tuple[int, int], ...]:
    return ((0, 0),)


def _of_id(id: str) -> Spans:
    # The first of them is right.
    return lambda text: positions.ids(text, id)[1:]


def _of_link(url: str, number: int) -> Spans:
    return lambda text: positions.links(text, url, number)


def _everywhere(words: str, case: _Case) -> str:
    others = len(case.files) - 1
    pages = "page" if others == 1 else "pages"
    return f"{words} and on {others:,} other {pages}" if others else words
