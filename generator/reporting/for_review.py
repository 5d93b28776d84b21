"""What a maintainer has to read before it may run, as GitHub shows it. Names are a stranger's."""

from collections.abc import Mapping

from generator.reporting.as_github import SHOWN_OF_EACH, command
from generator.reporting.job_summary import literal

# Nobody reads more, and GitHub takes no summary of a step that is larger than 1 MiB.
_LISTED = 500
_HEAD = """\
## For a maintainer to read

These files decide what runs, so they were not used. The check is of everything else, built with \
what the base has in their place.

| File | Why |
| --- | --- |"""
_PAGES = """\
## Pages

There are pages or drawings in this change. They were checked, but a page may hold a script, so \
the site is not kept for people to look at.

"""
_TITLE = "For a maintainer to read"


def annotations(left: Mapping[str, str]) -> list[str]:
    """Return a workflow command for each file, by path with its reason; as many as are shown."""
    found = [
        command("error", {"file": path, "title": _TITLE}, f"Not built: {reason}")
        for path, reason in left.items()
    ]
    return found[:SHOWN_OF_EACH]


def for_the_summary(left: Mapping[str, str], *, pages: bool) -> str:
    """Return Markdown in which no name becomes markup; nothing if there is nothing to say.

    `pages` says whether some were taken that could run in a reader's browser.
    """
    return _left(left) + (_PAGES if pages else "")


def _left(left: Mapping[str, str]) -> str:
    if not left:
        return ""
    rows = [f"| {literal(path)} | {literal(reason)} |" for path, reason in left.items()]
    if len(rows) > _LISTED:
        rows[_LISTED:] = [f"| … | {len(rows) - _LISTED} more |"]
    return "\n".join([_HEAD, *rows, "", ""])
