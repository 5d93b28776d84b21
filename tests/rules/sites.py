"""The sites that examples and cases of rules about links live in.

A site is one text. A comment alone in its line names the file that follows:

    <!-- index.html -->
    <a href="guide/">The guide</a>
    <!-- guide/index.html -->
    <!-- terms/token.yml -->                           an entry of the project
    name: Token

It stands at `https://example.org/glossary/`.
"""

import re
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.pipeline import RULES
from generator.reading.built import SiteFolder
from generator.site_check import SiteCheck
from tests import factories

SITE_URL = "https://example.org/glossary/"
_FILE = re.compile(r"^<!-- (\S+) -->\n", re.MULTILINE)


def files(text: str) -> dict[str, str]:
    """Return the files of a site by their paths, entries with those of the project."""
    _, *parts = _FILE.split(text)
    named = dict(zip(parts[::2], parts[1::2], strict=True))
    return {path if path.endswith(".yml") else f"site/{path}": text for path, text in named.items()}


def diagnosed(tmp_path: Path, rule: str, text: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the links of a site, with `rule` switched on."""
    severity = {rule: RULES[rule].severity.value}
    project = factories.project(tmp_path, files(text), {"rules": severity}, site_url=SITE_URL)
    check = SiteCheck.of_project(project, SiteFolder.of(tmp_path / "site"), "site")
    return check.checked(_silent).diagnostics


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Report no progress."""
