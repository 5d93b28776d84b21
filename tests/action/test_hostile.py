"""A hostile pull request: nothing runs, nobody is called, no secret is read, no log is forged."""

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.pipeline import RULES
from tests.action import hostile
from tests.action.conftest import Remote, git, job_at, opened, workflow
from tests.action.hostile import LEFT, LINK, LINKS, NAMES, REFUSED
from tests.action.runner import Job
from tests.action.test_pull_requests import GOOD
from tests.browser.visiting import Visit, served, strangers

pytestmark = pytest.mark.slow
GUARD = Path(__file__).parent / "guard"
CANARY = "the-secret-of-this-machine"
# A name that git allows, and that a shell would run.
BRANCH = "x$(touch${IFS}pwned)`id`'\";id;#"


@dataclass(frozen=True)
class Tried:
    """A job that has seen an attack, and what the attack wanted."""

    job: Job
    pwned: Path
    log: Path

    @property
    def said(self) -> str:
        return "".join(step.said for step in self.job.steps)

    @property
    def summary(self) -> str:
        return "".join(step.summary for step in self.job.steps)

    def outcome(self, name: str) -> str:
        return next(step.outcome for step in self.job.steps if step.name == name)

    def harmless(self) -> None:
        """Assert what holds for every attack."""
        folder = self.job.folder
        assert not self.pwned.exists()
        assert list(folder.rglob("pwned")) == []
        seen = set(self.log.read_text(encoding="utf-8").splitlines())
        assert seen == {"started 'git'"}
        assert self.job.variables.keys() == {"PYTHONPATH", "GUARD_LOG", "GUARD_SECRETS"}
        assert CANARY not in self.said + self.summary
        for path in (folder / "temp").rglob("*"):
            assert path.is_symlink() or path.is_dir() or CANARY.encode() not in path.read_bytes()


Attack = Callable[[Path, Path, Path], object]


def attacked(tmp_path: Path, remote: Remote, attack: Attack) -> Tried:
    """Let a stranger open a pull request, under the eyes of the guard."""
    secret, pwned = tmp_path / "secret", tmp_path / "machine" / "pwned"
    secret.write_text(f"name: {CANARY}\n", encoding="utf-8")
    ours = workflow(remote.copy, "glossary")["jobs"]["glossary"]
    merge = remote.pull_request(lambda folder: attack(folder, pwned, secret), BRANCH)
    event = opened(remote)
    event["pull_request"]["head"] |= {"ref": BRANCH}
    event["pull_request"] |= {"title": "$(touch pwned)", "body": "::error::forged\n`touch pwned`"}
    log = tmp_path / "guard.log"
    variables = {
        "PYTHONPATH": str(GUARD),
        "GUARD_LOG": str(log),
        "GUARD_SECRETS": os.pathsep.join([str(secret), "/etc/passwd", "/proc/self/environ"]),
    }
    job = job_at(tmp_path / "machine", remote, event, sha=merge, **variables).run(ours)
    return Tried(job, pwned, log)


def files(made: dict[str, str]) -> Attack:
    return lambda folder, pwned, secret: hostile.place(folder, made, pwned=pwned, secret=secret)


# --- what is not taken


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory, template: Remote) -> Tried:
    """Everything that could run, in one pull request, and one good entry."""
    tmp_path = tmp_path_factory.mktemp("programs")

    def attack(folder: Path, pwned: Path, secret: Path) -> None:
        made = {path: text for path, (text, _) in LEFT.items()}
        hostile.place(folder, made, pwned=pwned, secret=secret)
        hostile.linked(folder, secret=secret)
        GOOD(folder)
        (folder / "docs/program.md").write_text("# x\n", encoding="utf-8")
        (folder / "docs/program.md").chmod(0o755)
        git(folder, "clone", "--quiet", str(template.bare), "docs/other")

    return attacked(tmp_path, own_copy(tmp_path, template), attack)


def own_copy(folder: Path, template: Remote) -> Remote:
    git(folder, "clone", "--quiet", "--bare", str(template.bare), "bare.git")
    git(folder, "clone", "--quiet", str(folder / "bare.git"), "copy")
    return Remote(folder / "bare.git", folder / "copy")


def left(tried: Tried) -> dict[str, str]:
    said = next(s.said for s in tried.job.steps if s.name == "Take what cannot run")
    _, _, listed = said.partition("Left for a maintainer to read:")
    lines = re.findall(r"^  (.*): (.*)$", listed.partition("\n::")[0], re.MULTILINE)
    return dict(lines)


def shown(path: str) -> str:
    return re.sub("[\x00-\x1f\u202e]", "\ufffd", path)


EXPECTED = {
    **{shown(path): reason for path, (_, reason) in LEFT.items()},
    **dict.fromkeys(LINKS, LINK),
    "docs/program.md": "it is a program",
    "docs/other": "it is another repository",
}


def test_all_that_could_run_is_left_and_nothing_else(programs: Tried) -> None:
    assert left(programs) == EXPECTED
    assert not programs.job.passed
    programs.harmless()


@pytest.mark.parametrize("path", [*LEFT, *LINKS, "docs/other"])
def test_it_is_not_on_the_disk(path: str, programs: Tried) -> None:
    there = programs.job.workspace / path
    base = git(programs.job.workspace, "ls-tree", "HEAD", "--", path)
    assert os.path.lexists(there) is bool(base)
    if base:
        git(programs.job.workspace, "diff", "--exit-code", "HEAD", "--", path)


def test_the_rest_was_built_as_the_base_would(programs: Tried) -> None:
    assert programs.outcome("Build") == "success"
    assert programs.outcome("Keep the site") == "success"
    assert (programs.job.folder / "temp/site/terms/bounce-rate/index.html").is_file()


# --- what is taken, and refused


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory, template: Remote) -> Tried:
    """Every entry that a rule has to refuse, in one pull request."""
    tmp_path = tmp_path_factory.mktemp("entries")
    made = {f"terms/{name}.yml": text for name, (text, _) in REFUSED.items()}
    made |= {f"terms/{name}": "name: x\n" for name in NAMES}
    return attacked(tmp_path, own_copy(tmp_path, template), files(made))


@pytest.fixture(scope="module")
def found(entries: Tried) -> dict[str, set[str]]:
    """The rules that complain about each file, from the report for code scanning."""
    report = json.loads((entries.job.folder / "temp/termloom.sarif").read_text("utf-8"))
    rules: dict[str, set[str]] = {}
    for result in report["runs"][0]["results"]:
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        rules.setdefault(where, set()).add(result["ruleId"])
    return rules


def test_bad_entries_do_no_harm(entries: Tried) -> None:
    entries.harmless()
    assert entries.outcome("Take what cannot run") == "success"
    assert entries.outcome("Check") == "failure"
    assert entries.outcome("Build") == "skipped"
    assert "Traceback" not in entries.said


@pytest.mark.parametrize("name", [name for name, (_, rule) in REFUSED.items() if rule])
def test_a_bad_entry_is_refused(name: str, found: dict[str, set[str]]) -> None:
    assert REFUSED[name][1] in found[f"terms/{name}.yml"]


def test_odd_file_names_are_refused(found: dict[str, set[str]]) -> None:
    refused = {"invalid-file-name", "reserved-name"}
    odd = [uri for uri, rules in found.items() if rules & refused]
    assert len(odd) == len(NAMES), odd


def test_no_annotation_is_forged(entries: Tried) -> None:
    commands = [line for line in entries.said.splitlines() if re.match(r"\s*::", line)]
    assert len(commands) > 10
    for command in commands:
        made = re.fullmatch(
            r"::(error|warning|notice) (?:file=terms/[^:]*,)?(?:.*,)?title=([^:,]+)::.*", command
        )
        assert made, command
        assert made[2] in RULES or made[2] == "termloom", command
        assert "forged" not in command.partition("::")[0]
    # The older spelling is obeyed wherever in a line it stands.
    assert not re.search(r"##\[[a-z-]+[ \]]", entries.said)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", entries.said)


def test_no_markup_gets_into_the_summary(entries: Tried) -> None:
    # GitHub makes nothing of what stands between backticks.
    text = re.sub(r"`[^`\n]*`", "", entries.summary)
    text = re.sub(r"\]\(https://termloom\.github\.io/[^)]*\)", "]", text)
    assert "](" not in text
    assert re.sub("<br>", "", text).count("<") == 0
    assert not re.search(r"[@#]\w", text.replace("&#", ""))
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} <= {5, 3}


# --- what is taken, and shown

TEXT = (
    "{{ config }} {{ ''.__class__ }} {% include '/etc/passwd' %} {# x #} ${{ github.token }} "
    '--8<-- "../secret" `</code><script>window.hacked=1</script>` $(touch pwned) \\<script> '
    "<svg/onload=window.hacked=1> &lt;img src=x onerror=window.hacked=1&gt;"
)
LABEL = '" autofocus onfocus="window.hacked=1" x=\' &lt;script&gt;window.hacked=1&lt;/script&gt;'
SHOWN = f"""\
name: {json.dumps("Bad " + LABEL)}
aliases: [{json.dumps(LABEL)}]
category: measuring-email
definition: {json.dumps(TEXT)}
why_it_matters: |
  --8<-- "../secret"

  ;--8<--
  ../secret
  ;--8<--

  ```python exec="on"
  import os; os.system("touch pwned")
  ```

  | a | b |
  | - | - |
  | {{{{ config }}}} | `{{% raw %}}` |
faq:
  - question: {json.dumps(LABEL + "?")}
    answer: {json.dumps(TEXT)}
"""


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory, template: Remote) -> Tried:
    """An entry without a fault, whose author hopes for a careless page."""
    tmp_path = tmp_path_factory.mktemp("shown")
    return attacked(tmp_path, own_copy(tmp_path, template), files({"terms/bad.yml": SHOWN}))


@pytest.fixture(scope="module")
def preview(valid: Tried) -> Iterator[str]:
    """The site that is kept for people to look at."""
    kept = [step for step in valid.job.steps if step.name == "Keep the site"]
    assert kept[0].outcome == "success", valid.said
    yield from served(Path(kept[0].given["path"]))


def test_templates_includes_and_programs_are_words_in_an_entry(valid: Tried) -> None:
    valid.harmless()
    assert valid.outcome("Build") == "success", valid.said
    page = (valid.job.folder / "temp/site/terms/bad/index.html").read_text(encoding="utf-8")
    for words in (
        "{{ config }}",
        "{% include ",
        "${{ github.token }}",
        "--8&lt;-- ",
        "import os; os.system",
    ):
        assert words in page


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["/terms/bad/", "/terms/", "/tags/", "/", "/?q=autofocus", "/map/"]
)
def test_nothing_runs_in_the_browser_of_who_looks_at_it(
    visit: Visit, preview: str, path: str
) -> None:
    visit.page.goto(preview + path, wait_until="networkidle")
    visit.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for link in visit.page.locator("article a").all()[:40]:
        link.dispatch_event("mouseover")
    assert visit.page.evaluate("window.hacked") is None
    assert visit.faults == []
    assert strangers(visit, preview) == []


# --- pages, which may hold scripts

PAGE = """\
# Bad &lt;img src=x onerror=window.hacked=1&gt; <script>window.hacked = 1</script>

{{ config }} {% include '/etc/passwd' %}

--8<-- "../secret"

<img src=x onerror="window.hacked = 1">

```python exec="on"
import os; os.system("touch pwned")
```

<iframe src="//example.org"></iframe>
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><script>window.hacked = 1</script></svg>'


@pytest.mark.parametrize(
    ("path", "text"),
    [("docs/bad.md", PAGE), ("docs/bad.svg", DRAWING)],
    ids=["page", "drawing"],
)
def test_pages_are_checked_and_never_shown(
    path: str, text: str, tmp_path: Path, remote: Remote
) -> None:
    tried = attacked(tmp_path, remote, files({path: text}))
    tried.harmless()
    assert tried.outcome("Take what cannot run") == "success"
    assert tried.outcome("Check") == "success"
    assert tried.outcome("Keep the site") == "skipped"
    assert "a page may hold a script" in tried.summary


def test_a_page_chooses_no_template_outside_the_theme(tmp_path: Path, remote: Remote) -> None:
    page = f"---\ntemplate: ../../../../../..{tmp_path}/secret\n---\n# x\n"
    tried = attacked(tmp_path, remote, files({"docs/bad.md": page}))
    tried.harmless()
    assert tried.outcome("Build") == "failure"
    assert "Traceback" not in tried.said


@pytest.mark.parametrize(
    ("settings", "what"),
    [
        ("hooks: [hook.py]\nplugins:", "'hooks' in mkdocs.yml"),
        ("markdown_extensions: [pymdownx.snippets]\nplugins:", "the extension 'pymdownx.snippets'"),
        ("markdown_extensions: [{pymdownx.b64: {}}]\nplugins:", "the extension 'pymdownx.b64'"),
        ("plugins:\n  - macros", "the plugin 'macros'"),
        ("extra_templates: [bad.svg]\nplugins:", "'extra_templates' in mkdocs.yml"),
        (
            "x: !!python/name:markdown_exec.formatter ''\nplugins:",
            "'!!python/name:markdown_exec.formatter' in mkdocs.yml",
        ),
    ],
)
def test_where_pages_can_run_they_are_programs(
    settings: str, what: str, tmp_path: Path, remote: Remote
) -> None:
    config = remote.copy / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("plugins:", settings), encoding="utf-8")
    git(remote.copy, "commit", "--quiet", "--all", "--message", "Powers")
    tried = attacked(tmp_path, remote, files({"docs/bad.md": PAGE, "terms/bad.yml": SHOWN}))
    assert left(tried) == {"docs/bad.md": f"pages may run what {what} runs"}
