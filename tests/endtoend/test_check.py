"""`termloom check`: what changed, what is known already, and checking while files are saved."""

import json
import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.endtoend.command import start, termloom, wait_until


def edit(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(project: Path) -> Path:
    """The project in a repository, committed with an old fault in it."""
    old = "name: Old\ndefinition: Something.\nrelated: [gone]\nwhy_it_matters: It was there.\n"
    (project / "terms" / "old.yml").write_text(old, encoding="utf-8")
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message=first")
    return project


def told(project: Path, *arguments: str) -> list[str]:
    """Return the place and the rule of each diagnostic."""
    said = termloom("check", "--format", "json", *arguments, cwd=project)
    assert said.code in (0, 1), said.err
    found = json.loads(said.out)["diagnostics"]
    return [f"{d['path']}:{d['line']} {d['rule']}" for d in found if d["severity"] != "hint"]


def test_a_change_of_nothing_reports_nothing(repository: Path) -> None:
    assert told(repository) == ["terms/old.yml:3 unknown-term"]
    assert told(repository, "--changed") == []


def test_a_deleted_term_is_reported_where_it_was_named(repository: Path) -> None:
    (repository / "terms" / "click-through-rate.yml").unlink()
    found = told(repository, "--changed", "main")
    assert found
    assert {place.split(":")[0] for place in found} == {
        "terms/comparisons/open-rate-or-click-through-rate.yml",
        "terms/open-rate.yml",
    }
    assert {place.split()[1] for place in found} == {"unknown-term", "missing-alternative"}


def test_an_old_fault_on_a_changed_line_is_reported(repository: Path) -> None:
    edit(repository, "terms/old.yml", "[gone]", "[ gone ]")
    assert told(repository, "--changed") == ["terms/old.yml:3 unknown-term"]


def test_what_changed_on_a_branch(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "mine")
    edit(repository, "terms/open-rate.yml", "[[click-through-rate]]", "[[click-rat]]")
    git(repository, "commit", "--quiet", "--all", "--message=mine")
    assert told(repository, "--changed") == []
    assert [place.split()[1] for place in told(repository, "--changed", "main")] == ["unknown-term"]


def test_a_base_that_is_not_there_ends_with_3(repository: Path) -> None:
    said = termloom("check", "--changed", "nowhere", cwd=repository)
    assert (said.code, said.out) == (3, "")
    assert said.err == (
        "termloom: git knows no commit 'nowhere'; name a branch or commit, and fetch it first\n"
    )


def test_a_baseline_lets_only_new_faults_count(repository: Path) -> None:
    said = termloom("check", "--baseline", "old.json", cwd=repository)
    assert said.code == 3
    assert said.err == (
        "termloom: there is no baseline old.json; write it with "
        "'termloom check --baseline old.json --update-baseline'\n"
    )
    said = termloom("check", "--baseline", "old.json", "--update-baseline", cwd=repository)
    assert said.code == 0
    assert "old.json" in said.out
    assert told(repository, "--baseline", "old.json") == []
    edit(repository, "terms/old.yml", "Something.\n", "See [[nothing]].\n")
    assert told(repository, "--baseline", "old.json") == ["terms/old.yml:2 unknown-term"]


def test_what_is_mended_is_said(repository: Path) -> None:
    termloom("check", "--baseline", "old.json", "--update-baseline", cwd=repository)
    (repository / "terms" / "old.yml").unlink()
    said = termloom("check", "--baseline", "old.json", cwd=repository)
    assert said.code == 0
    assert said.err == (
        "2 diagnostics of old.json are mended; --update-baseline forgets what is mended\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--update-baseline"],
        ["--watch", "--format", "json"],
        ["--watch", "--fix"],
        ["--fix", "--diff"],
        ["--fix", "--update-baseline", "--baseline", "x.json"],
    ],
)
def test_options_that_do_not_go_together_end_with_2(project: Path, arguments: list[str]) -> None:
    said = termloom("check", *arguments, cwd=project)
    assert said.code == 2
    assert "Error: " in said.err


def test_a_saved_file_is_checked_again(project: Path, tmp_path: Path) -> None:
    output = tmp_path / "output.txt"
    process = start("termloom", "check", "--watch", cwd=project, output=output)

    def printed() -> str:
        return output.read_text(encoding="utf-8")

    try:
        wait_until(lambda: "no diagnostics" in printed(), "the first check")
        edit(project, "terms/open-rate.yml", "[[click-through-rate]]", "[[click-rat]]")
        wait_until(lambda: "no entry is called 'click-rat'" in printed(), "the second check")
        edit(project, "terms/open-rate.yml", "[[click-rat]]", "[[click-through-rate]]")
        wait_until(lambda: printed().count("no diagnostics") == 2, "the third check")
        edit(project, "mkdocs.yml", "plugins:", "plugins")
        wait_until(lambda: "termloom: mkdocs.yml:" in printed(), "the broken config is said")
        edit(project, "mkdocs.yml", "plugins", "plugins:")
        wait_until(lambda: printed().count("no diagnostics") == 3, "the mended config")
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=10)
    assert code == 0
    assert re.search(r"in 0\.\d\d s", printed())
    assert "Traceback" not in printed()


def test_in_a_workflow_of_github_the_format_is_for_github(project: Path, tmp_path: Path) -> None:
    edit(project, "terms/open-rate.yml", "[[click-through-rate]]", "[[click-rat]]")
    page = tmp_path / "summary.md"
    page.write_text("Before.\n", encoding="utf-8")
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(page)}
    said = termloom("check", cwd=project, env=env)
    assert said.code == 1
    assert said.out.startswith("::error file=terms/open-rate.yml,line=")
    summary = page.read_text(encoding="utf-8")
    assert summary.startswith("Before.\n")
    assert "click-rat" in summary


def test_in_a_workflow_another_format_can_be_asked_for(project: Path) -> None:
    said = termloom("check", "--format", "text", cwd=project, env={"GITHUB_ACTIONS": "true"})
    assert said.out == "3 entries checked: no diagnostics\n"


def test_a_report_goes_to_a_file(project: Path) -> None:
    said = termloom("check", "--format", "sarif", "--output", "report.sarif", cwd=project)
    assert said.code == 0
    assert json.loads((project / "report.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_fixes_are_shown_and_then_applied(project: Path) -> None:
    edit(project, "terms/open-rate.yml", "why_it_matters", "Why-It-Matters")
    before = (project / "terms/open-rate.yml").read_bytes()
    said = termloom("check", "--diff", cwd=project)
    assert said.code == 1
    assert "-Why-It-Matters: |" in said.out
    assert "+why_it_matters: |" in said.out
    assert (project / "terms/open-rate.yml").read_bytes() == before
    said = termloom("check", "--fix", cwd=project)
    assert said.code == 0
    assert "why_it_matters: |" in (project / "terms/open-rate.yml").read_text(encoding="utf-8")
    assert termloom("check", "--diff", cwd=project).out == "3 entries checked: no diagnostics\n"
