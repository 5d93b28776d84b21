"""What a change touches or causes, among all that is wrong."""

from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Diagnostic
from generator.errors import ConfigError
from generator.pipeline import Judged, Memory, judged
from generator.reading import open_project
from generator.reading.history import Changes, History
from generator.reporting.baseline import Baseline


@dataclass(frozen=True, slots=True)
class Since:
    """A project's changes, and what was wrong with it before them."""

    changes: Changes
    before: Baseline

    @classmethod
    def of(cls, found: Judged, base: str, today: date, memory: Memory) -> "Since":
        """Judge the project as it was when the work left `base`, or raise `TermloomError`."""
        history = History.since(found.project, base)
        with history.checkout() as folder:
            diagnostics: tuple[Diagnostic, ...] = ()
            if folder is not None:
                try:
                    project = open_project(folder / found.project.config_file)
                except ConfigError:
                    pass  # It could not be judged then: whatever is wrong now is new.
                else:
                    # The texts are nearly all the same, so what was loaded serves again.
                    again = Memory(load=memory.load, link=memory.link)
                    diagnostics = judged(project, today, memory=again).diagnostics
        return cls(history.changes(), Baseline.of(diagnostics))

    def concerns(self, diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """Return those that were not there before, and those on changed lines."""
        new = set(self.before.sift(diagnostics).new)
        return tuple(d for d in diagnostics if d in new or self.changes.touch(d.location))
