"""`termloom init`: a project that builds at once, or nothing at all."""

from pathlib import Path

import pytest
import yaml

from generator import __version__
from generator.cli.main import run
from generator.errors import TermloomError
from generator.pipeline import judged
from generator.reading import open_project
from generator.writing import write_all_new
from tests.endtoend.command import run as run_command
from tests.endtoend.command import termloom, tree
from tests.factories import TODAY

FILES = [
    ".github/actions/glossary/action.yml",
    ".github/workflows/from-issue.yml",
    ".github/workflows/glossary.yml",
    ".github/workflows/links.yml",
    ".github/workflows/publish.yml",
    ".github/workflows/restore.yml",
    ".gitignore",
    ".termloom/entry.schema.json",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    "docs/tags.md",
    "mkdocs.yml",
    "requirements.txt",
    "terms/click-through-rate.yml",
    "terms/comparisons/open-rate-or-click-through-rate.yml",
    "terms/open-rate.yml",
]


@pytest.mark.slow
def test_a_new_project_builds_at_once(tmp_path: Path) -> None:
    begun = termloom("init", "my glossary", cwd=tmp_path)
    assert (begun.code, begun.err) == (0, "")
    assert begun.out == (
        "Wrote a glossary of two terms and a comparison to my glossary\n"
        "Next:\n"
        "  cd 'my glossary'\n"
        "  termloom serve\n"
        '  termloom new term "Your first term"\n'
        "  termloom build\n"
    )
    project = tmp_path / "my glossary"
    assert sorted(tree(project)) == FILES
    built = termloom("build", "--strict", cwd=project)
    assert (built.code, built.out) == (0, "")
    assert "Built 2 terms and 1 comparison: " in built.err
    assert (project / "site" / "terms" / "open-rate" / "index.html").is_file()
    assert (project / "site" / "assets" / "termloom" / "termloom.css").is_file()
    by_mkdocs = run_command("mkdocs", "build", "--strict", cwd=project)
    assert by_mkdocs.code == 0, by_mkdocs.all


def test_a_new_project_has_nothing_to_report(project: Path) -> None:
    assert judged(open_project(project / "mkdocs.yml"), TODAY).diagnostics == ()


@pytest.mark.parametrize("name", ["NO", 'An #1 "intro": & more', "- * !", "日本語", "C:\\ it's"])
def test_any_legal_name_becomes_the_name_of_the_site(tmp_path: Path, name: str) -> None:
    assert run(["init", str(tmp_path / "new"), "--name", name]) == 0
    settings = (tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8")
    first_line = settings.partition("\n")[0]
    assert yaml.safe_load(first_line) == {"site_name": name}
    assert open_project(tmp_path / "new" / "mkdocs.yml").site_name == name


def test_the_readme_shows_the_name_as_text(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path / "new"), "--name", "A *star* in #1"]) == 0
    readme = (tmp_path / "new" / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# A \\*star\\* in \\#1\n")


def test_a_name_with_markup_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path / "new"), "--name", "<b>"]) == 2
    assert "a name may not hold the character '<'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert run(["init", str(tmp_path)]) == 0
    assert sorted(tree(tmp_path)) == sorted([*FILES, "notes.txt"])
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_files_that_are_there_are_listed_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / "mkdocs.yml").symlink_to("/nowhere")
    assert run(["init", str(tmp_path)]) == 3
    assert capsys.readouterr().err == (
        f"termloom: {tmp_path} has README.md, mkdocs.yml already; nothing was written\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "mkdocs.yml"]


def test_a_file_in_the_place_of_a_folder_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "terms").write_text("mine", encoding="utf-8")
    assert run(["init", str(tmp_path)]) == 3
    assert "terms is not a folder; nothing was written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["terms"]


def test_what_fails_halfway_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_source: object, target: Path) -> None:
        if Path(target).name == "second":
            raise OSError(28, "No space left on device")
        Path(target).touch()

    monkeypatch.setattr("generator.writing.os.link", full)
    with pytest.raises(TermloomError, match="No space left on device"):
        write_all_new(tmp_path / "new", {"a/first": "1", "b/c/second": "2"})
    assert list(tmp_path.iterdir()) == []


def test_the_requirements_name_this_release(project: Path) -> None:
    text = (project / "requirements.txt").read_text(encoding="utf-8")
    assert text == f"termloom>={__version__}\n"
