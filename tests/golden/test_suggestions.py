"""Issues of people who mean well, and of others: the draft, and all that is said about it.

A case is a folder with `issue.md`. Beside it stand `draft.yml`, if there is one, and `report.md`.
`pytest --update-golden` writes them anew; read the difference.
"""

import re
from pathlib import Path

import pytest

from generator.cli.drafting import drafted
from generator.forms.questions import questions
from generator.importers.issue import suggestion
from generator.prose.markdown import parse
from generator.reporting.suggestions import as_markdown
from tests.factories import TODAY, project, term_text
from tests.golden.test_golden import compare

CASES = Path(__file__).parent / "suggestions"
CONFIG = {
    "categories": {"on-foot": {"name": "On foot"}},
    "regions": {"AU": {"name": "Australia"}, "NZ": {"name": "New Zealand"}},
}
cases = pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)


def outcome(case: Path, folder: Path) -> dict[str, str]:
    """Return the files that come of an issue."""
    made = project(folder, {"terms/walk.yml": term_text("walk", category="on-foot")}, CONFIG)
    body = (case / "issue.md").read_text(encoding="utf-8")
    draft = drafted(made, suggestion(body, questions(made.config)), None, TODAY)
    where = draft.path.relative_to(made.root).as_posix() if draft.path else None
    files = {"report.md": as_markdown(draft.suggestion, where)}
    return files | ({"draft.yml": draft.text} if draft.path else {})


@cases
def test_a_suggestion(case: Path, tmp_path: Path, update_golden: bool) -> None:
    compare(case, outcome(case, tmp_path), update=update_golden)


@cases
def test_nothing_that_was_typed_becomes_markup(case: Path, tmp_path: Path) -> None:
    report = outcome(case, tmp_path)["report.md"]
    events = [e["Start"] for e in parse(report) if isinstance(e, dict) and "Start" in e]
    kinds = {event if isinstance(event, str) else next(iter(event)) for event in events}
    assert kinds <= {"Heading", "Paragraph", "List", "Item", "Strong", "Link"}
    addresses = [event["Link"]["dest_url"] for event in events if "Link" in event]
    assert all(a.startswith("https://termloom.github.io/termloom/reference/") for a in addresses)
    assert not [event for event in parse(report) if "Html" in str(event)[:8]]
    outside = re.sub(r"&#\d+;|\]\([^)]*\)", "·", report)
    assert not re.search(r"https?://|www\.|[@#]\w|##\[", outside)
    assert [c for c in report if not c.isprintable() and c not in "\n\u200b"] == []
