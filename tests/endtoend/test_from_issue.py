"""`termloom forms` and `termloom from-issue`: from a form to a draft that our own rules accept."""

import subprocess
from pathlib import Path

import pytest
import yaml

from generator.cli.main import run
from generator.forms.github import CONSENT, FOLDER
from generator.forms.questions import questions
from generator.reading import open_project
from tests.endtoend.command import BIN, ROOT, termloom
from tests.endtoend.command import run as run_command
from tests.factories import write
from tests.issues import issue

FIELDS = {
    "name": "Bounce rate",
    "definition": "The share of sent emails that came back.",
    "why_it_matters": "Mailbox providers watch it.",
    "sources": [{"title": "RFC 5321", "url": "https://www.rfc-editor.org/rfc/rfc5321"}],
}
ADVICE = "a maintainer can choose one with --output"
HTML = "HTML is not allowed in prose: <script>alert(1)</script> @all (write Markdown instead)"
DRAFT = """\
# yaml-language-server: $schema=../.termloom/entry.schema.json
name: Bounce rate
status: draft
definition: The share of sent emails that came back.
why_it_matters: Mailbox providers watch it.
sources:
  - title: RFC 5321
    url: https://www.rfc-editor.org/rfc/rfc5321
"""


def body(project: Path, *, ticked: bool = True, **fields: object) -> str:
    """Return an issue that suggests a term; a field of `None` is left empty."""
    said = {name: value for name, value in {**FIELDS, **fields}.items() if value is not None}
    return issue(said, questions(open_project(project / "mkdocs.yml").config), ticked=ticked)


def put(project: Path, text: str) -> Path:
    file = project / "issue.md"
    file.write_text(text, encoding="utf-8", newline="")
    return file


def test_an_issue_becomes_a_draft(project: Path) -> None:
    put(project, body(project))
    said = termloom("from-issue", "issue.md", "--report", "report.md", cwd=project)
    assert (said.code, said.out, said.err) == (0, "Wrote terms/bounce-rate.yml\n", "")
    assert (project / "terms" / "bounce-rate.yml").read_text(encoding="utf-8") == DRAFT
    report = (project / "report.md").read_text(encoding="utf-8")
    assert report.startswith(
        "## Your suggestion: Bounce rate\n\nThank you. A draft is in terms/bounce-rate.yml. "
        "Readers see it once it is published.\n\n### What was taken\n\n"
        "- **Name**: Bounce rate\n"
    )
    assert "bounce-rate" in (project / ".termloom" / "entry.schema.json").read_text("utf-8")
    assert termloom("check", "--strict", cwd=project).code == 0
    assert termloom("fmt", "--check", cwd=project).code == 0


def test_it_reads_the_standard_input_and_prints(project: Path) -> None:
    before = sorted((project / "terms").rglob("*"))
    said = run_command("termloom", "from-issue", "-", "-o", "-", cwd=project, stdin=body(project))
    assert (said.code, said.err) == (0, "")
    assert said.out == DRAFT.partition("\n")[2]
    assert sorted((project / "terms").rglob("*")) == before


def test_windows_ends_of_lines_make_no_difference(project: Path) -> None:
    put(project, body(project).replace("\n", "\r\n"))
    assert termloom("from-issue", "issue.md", cwd=project).code == 0
    assert (project / "terms" / "bounce-rate.yml").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": None}, "'Name' is missing"),
        ({"definition": None}, "'Definition' is missing"),
        ({"name": "<script>alert(1)</script>"}, "'Name' does not fit"),
        ({"name": "x" * 200}, "'Name' does not fit"),
        ({"definition": "It is <b>bold</b>."}, "'Definition' does not fit"),
        (
            {"name": "Open rate"},
            "terms/open-rate.yml has the id 'open-rate' already; nothing was written",
        ),
        (
            {"name": "OPEN: rate!"},
            "terms/open-rate.yml has the id 'open-rate' already; nothing was written",
        ),
        (
            {"name": "語"},
            f"'語' has no letter from a to z and no digit to make an id from; {ADVICE}",
        ),
    ],
    ids=lambda value: str(value)[:30],
)
def test_an_issue_that_does_not_say_enough(
    project: Path, fields: dict[str, object], reason: str
) -> None:
    before = {path: path.read_bytes() for path in (project / "terms").rglob("*.yml")}
    put(project, body(project, **fields))
    said = termloom("from-issue", "issue.md", "--report", "report.md", cwd=project)
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith(f"No draft: {reason}\n")
    assert {path: path.read_bytes() for path in (project / "terms").rglob("*.yml")} == before
    report = (project / "report.md").read_text(encoding="utf-8")
    assert "Thank you. There is no draft yet, because of this:" in report


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "none of the form's headings is in it; use the form 'Suggest a term'"),
        ("Please add RAG.", "none of the form's headings is in it; use the form 'Suggest a term'"),
        ("### Name\n\n" + "x" * 100_001, "it has more than 100,000 characters"),
        ("\0" * 900_000, "it has more than 100,000 characters"),
    ],
    ids=["empty", "no form", "long", "longer"],
)
def test_an_issue_that_is_no_suggestion(project: Path, text: str, reason: str) -> None:
    put(project, text)
    said = termloom("from-issue", "issue.md", cwd=project)
    assert (said.code, said.out, said.err) == (1, "", f"No draft: {reason}\n")


def test_what_a_rule_calls_an_error_is_left_out_and_explained(project: Path) -> None:
    evil = "See [[nobody]]."
    put(project, body(project, explanation=evil, why_it_matters="<script>alert(1)</script> @all"))
    said = termloom("from-issue", "issue.md", "--report", "report.md", cwd=project)
    assert said.code == 0
    assert said.err == (
        f"Left out 'Why it matters': {HTML}\n"
        "Left out 'What it means': no entry is called 'nobody'\n"
    )
    entry = yaml.safe_load((project / "terms" / "bounce-rate.yml").read_text(encoding="utf-8"))
    assert list(entry) == ["name", "status", "definition", "sources"]
    report = (project / "report.md").read_text(encoding="utf-8")
    assert "<script>" not in report
    assert "@all" not in report
    assert termloom("check", cwd=project).code == 0


def test_whatever_a_stranger_writes_stays_text(project: Path) -> None:
    """Quotes, YAML, Markdown, paths: it is read back from the file as it was typed."""
    typed = (
        "*a &b !!python/object:os.system ['x'] {y: z} # no \"comment\" 'q' ---\n%TAG ! x\n\n- : ?\n"
    )
    put(project, body(project, name="../../etc/passwd & 'friends'", explanation=typed))
    said = termloom("from-issue", "issue.md", cwd=project)
    assert (said.code, said.out) == (0, "Wrote terms/etc-passwd-friends.yml\n"), said.err
    text = (project / "terms" / "etc-passwd-friends.yml").read_text(encoding="utf-8")
    entry = yaml.safe_load(text)
    assert entry["explanation"].strip() == typed.strip()
    assert entry["name"] == "../../etc/passwd & 'friends'"


def test_hidden_characters_are_taken_out_and_told(project: Path) -> None:
    put(project, body(project, definition="The share\u202e of\u0000 emails\x1b."))
    assert termloom("from-issue", "issue.md", "--report", "report.md", cwd=project).code == 0
    text = (project / "terms" / "bounce-rate.yml").read_text(encoding="utf-8")
    assert "definition: The share of emails.\n" in text
    report = (project / "report.md").read_text(encoding="utf-8")
    assert "- **Whole text**: 3 characters that nobody can see were taken out\n" in report


def test_a_box_that_is_not_ticked_is_told(project: Path) -> None:
    put(project, body(project, ticked=False))
    assert termloom("from-issue", "issue.md", "--report", "report.md", cwd=project).code == 0
    report = (project / "report.md").read_text(encoding="utf-8")
    assert f"- **{CONSENT}**: the box is not ticked (ask whether it may be published)\n" in report


def test_the_place_of_the_draft_can_be_chosen(project: Path) -> None:
    put(project, body(project))
    said = termloom("from-issue", "issue.md", "-o", "terms/email/bounces.yml", cwd=project)
    assert (said.code, said.out) == (0, "Wrote terms/email/bounces.yml\n")


@pytest.mark.parametrize(
    "path",
    [
        "x.yml",
        "terms/../x.yml",
        "/tmp/x.yml",
        "terms/X.yml",
        "terms/x.yaml",
        "terms/.a/x.yml",
        "terms/x",
    ],
)
def test_a_draft_goes_nowhere_else(project: Path, path: str) -> None:
    put(project, body(project))
    said = termloom("from-issue", "issue.md", "-o", path, cwd=project)
    assert said.code == 2
    assert "Invalid value for --output" in said.err
    assert not (project / "x.yml").exists()


def test_a_link_in_the_folder_of_terms_leads_nowhere(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project / "terms" / "out").symlink_to(tmp_path / "elsewhere")
    put(project, body(project))
    said = termloom("from-issue", "issue.md", "-o", "terms/out/x.yml", cwd=project)
    assert said.code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_report_never_replaces_what_an_author_wrote(project: Path) -> None:
    put(project, body(project))
    said = termloom("from-issue", "issue.md", "--report", "mkdocs.yml", cwd=project)
    assert said.code == 3
    assert not (project / "terms" / "bounce-rate.yml").exists()


def test_forms_are_written_checked_and_kept(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = str(project / "mkdocs.yml")
    folder = project / FOLDER
    assert run(["forms", "-c", config, "--check"]) == 1
    assert not folder.exists()
    assert run(["forms", "-c", config]) == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "config.yml",
        "report-an-error.yml",
        "suggest-a-term.yml",
    ]
    assert run(["forms", "-c", config, "--check"]) == 0
    settings = Path(config).read_text(encoding="utf-8").replace("Measuring email", "Figures")
    Path(config).write_text(settings, encoding="utf-8")
    capsys.readouterr()
    assert run(["forms", "-c", config, "--check"]) == 1
    assert capsys.readouterr().out == (
        f"{folder / 'suggest-a-term.yml'} is out of date; run: termloom forms --config {config}\n"
    )


@pytest.mark.parametrize("content", [b"name: Mine\n", b"", b"\xff"])
def test_a_form_of_somebody_else_stays(project: Path, content: bytes) -> None:
    write(project, {f"{FOLDER}/config.yml": content})
    assert run(["forms", "-c", str(project / "mkdocs.yml")]) == 3
    assert (project / FOLDER / "config.yml").read_bytes() == content
    assert len(list((project / FOLDER).iterdir())) == 1


def test_our_own_forms_are_up_to_date() -> None:
    assert run(["forms", "-c", str(ROOT / "mkdocs.yml"), "--check"]) == 0, "run 'make generate'"


@pytest.mark.parametrize(
    ("schema", "names"),
    [
        ("vendor.github-issue-forms", ("suggest-a-term.yml", "report-an-error.yml")),
        ("vendor.github-issue-config", ("config.yml",)),
    ],
)
def test_github_would_accept_our_own_forms(schema: str, names: tuple[str, ...]) -> None:
    files = [str(ROOT / FOLDER / name) for name in names]
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_label_that_another_term_has_is_left_out(project: Path) -> None:
    put(project, body(project, aliases=["Open rate", "Share of bounces"]))
    said = termloom("from-issue", "issue.md", cwd=project)
    assert said.code == 0
    assert said.err.startswith("Left out 'Also called': ")
    entry = yaml.safe_load((project / "terms" / "bounce-rate.yml").read_text(encoding="utf-8"))
    assert "aliases" not in entry
    assert termloom("check", "--strict", cwd=project).code == 0
