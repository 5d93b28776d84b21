"""Write the reference pages, or check that they are what the code says.

python -m reference.generate           writes docs/reference/
python -m reference.generate --check   prints what differs, and ends with 1
"""

import difflib
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reference.differences import differences_page
from reference.formats import formats_page
from reference.models import config_page, fields_page
from reference.pages import commands_page, labels_page
from reference.reports import reports_page
from reference.review import review_page
from reference.rules import rule_pages, rules_page

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"
NOTE = "<!-- Made from the code by `make generate`. Do not edit: change the code instead. -->"
PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "fields": fields_page,
    "rules": rules_page,
    "commands": commands_page,
    "config": config_page,
    "labels": labels_page,
    "formats": formats_page,
    "differences": differences_page,
    "reports": reports_page,
    "review-checklist": review_page,
}


def rendered() -> dict[str, str]:
    """Return every page by its path below the folder."""
    pages = {f"{name}.md": page() for name, page in PAGES.items()}
    pages |= {f"rules/{name}.md": page for name, page in rule_pages()}
    return {path: "\n\n".join([NOTE, *page]) + "\n" for path, page in pages.items()}


def stale(pages: Iterable[str]) -> list[str]:
    """Return the pages of rules that are no more."""
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("rules/*.md")}
    return sorted(there - set(pages))


def differences() -> str:
    """Return what differs between the files and the code, as a diff; empty if nothing does."""
    pages = rendered()
    lines: list[str] = []
    for name, text in (pages | dict.fromkeys(stale(pages), "")).items():
        path = FOLDER / name
        old = path.read_text(encoding="utf-8") if path.is_file() else ""
        lines += difflib.unified_diff(
            old.splitlines(keepends=True),
            text.splitlines(keepends=True),
            f"docs/reference/{name}",
            f"docs/reference/{name} as the code says",
        )
    return "".join(lines)


def write() -> None:
    """Write the pages that changed, and remove those of rules that are no more."""
    pages = rendered()
    for name in stale(pages):
        (FOLDER / name).unlink()
    for name, text in pages.items():
        path = FOLDER / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Write, or check; return the exit code."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(f"{(__doc__ or '').strip()}\n")
        return 2
    if not arguments:
        write()
        return 0
    if found := differences():
        sys.stdout.write(f"{found}\nThe reference is out of date: run 'make generate'.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
