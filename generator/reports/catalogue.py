"""All reports, found by looking at the modules of this package."""

from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from generator.diagnostics import Address, Location
from generator.reading import Document
from generator.reading.locate import locations
from generator.reports.finding import Finding, Located, Report, Reported
from generator.reports.material import Material


def _reports() -> Iterator[Report]:
    for found in iter_modules([str(Path(__file__).parent)]):
        if found.name != Path(__file__).stem:
            module = import_module(f"{__package__}.{found.name}")
            yield from (value for value in vars(module).values() if isinstance(value, Report))


REPORTS: dict[str, Report] = {
    report.name: report
    for report in sorted(_reports(), key=lambda report: (report.concern, report.name))
}


def reported(
    material: Material,
    documents: Mapping[str, Document],
    *,
    names: Collection[str] = (),
    most: int | None = None,
) -> tuple[Reported, ...]:
    """Return what the named reports find, or what all find, with lines and columns.

    Of each report only the `most` important findings are looked up in their files.
    """
    wanted = [report for name, report in REPORTS.items() if not names or name in names]
    found = {
        report: sorted(report.judge(material), key=lambda finding: finding.sort_key)
        for report in wanted
    }
    addresses = (at for some in found.values() for one in some[:most] for at, _ in one.places)
    places = locations(addresses, documents)
    return tuple(
        Reported(report, tuple(_located(one, places) for one in some[:most]), len(some))
        for report, some in found.items()
    )


def _located(finding: Finding, places: Mapping[Address, Location]) -> Located:
    where = tuple((places[at], words) for at, words in finding.places)
    return Located(finding.message, finding.hint, where)
