"""Places as SARIF counts them: in UTF-16 code units, in files named by percent-encoded URIs."""

from typing import Any, TypeAlias
from urllib.parse import quote

from generator.diagnostics import Location, Replacement
from generator.reporting.report import Report

ROOT = "%SRCROOT%"
Json: TypeAlias = dict[str, Any]


class Places:
    """Turns the places of one report into SARIF; splits each file into lines once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lines: dict[str, list[str]] = {}
        # The line of each diagnostic is known even where the texts are not.
        self._sources = {
            (d.location.path, d.location.line): d.source for d in report.diagnostics if d.source
        }

    def location(self, place: Location) -> Json:
        """Return a place with its characters and its whole line."""
        physical = {"artifactLocation": self.artifact(place.path), "region": self.region(place)}
        line = self._line(place.path, place.line)
        if line and place.line == place.end_line:
            marked = line[place.column - 1 : place.end_column - 1]
            if marked:
                physical["region"]["snippet"] = {"text": marked}
            physical["contextRegion"] = {"startLine": place.line, "snippet": {"text": line}}
        return {"physicalLocation": physical}

    def region(self, place: Location) -> Json:
        """Return the lines and columns of a place; the end is the place after the last unit."""
        return {
            "startLine": place.line,
            "startColumn": self._column(place.path, place.line, place.column),
            "endLine": place.end_line,
            "endColumn": self._column(place.path, place.end_line, place.end_column),
        }

    def artifact(self, path: str) -> Json:
        """Return a file by its path in the repository."""
        uri = quote(f"{self._report.folder}{path}".encode("utf-8", "surrogateescape"))
        return {"uri": uri, "uriBaseId": ROOT}

    def changes(self, replacements: tuple[Replacement, ...]) -> list[Json]:
        """Return the changes of a fix, file by file."""
        of_file: dict[str, list[Json]] = {}
        for replacement in replacements:
            of_file.setdefault(replacement.location.path, []).append(
                {
                    "deletedRegion": self.region(replacement.location),
                    "insertedContent": {"text": replacement.text},
                }
            )
        return [
            {"artifactLocation": self.artifact(path), "replacements": changes}
            for path, changes in of_file.items()
        ]

    def _column(self, path: str, line: int, column: int) -> int:
        before = self._line(path, line)[: column - 1]
        return column + sum(ord(character) > 0xFFFF for character in before)

    def _line(self, path: str, number: int) -> str:
        if path not in self._lines:
            self._lines[path] = self._report.texts.get(path, "").split("\n")
        lines = self._lines[path]
        known = lines[number - 1] if number <= len(lines) else ""
        return known or self._sources.get((path, number), "")
