"""The files of a project."""

import os
from pathlib import Path

import pytest

from generator.reading.files import read_entries, read_pages
from generator.reading.names import refused_names, suggested_id
from generator.reporting.text import block
from tests.factories import project, write


def said(tmp_path: Path, files: dict[str, str | bytes]) -> list[str]:
    """Return what is printed about the files of the folder of terms."""
    found = read_entries(project(tmp_path, files)).diagnostics
    return [block(diagnostic) for diagnostic in found]


def test_entries_are_the_yaml_files_at_any_depth_in_the_order_of_their_paths(
    tmp_path: Path,
) -> None:
    paths = ["terms/b.yml", "terms/a.yaml", "terms/deep/er/c.yml", "terms/a.d/z.yml"]
    read = read_entries(project(tmp_path, dict.fromkeys(paths, "name: A\n")))
    assert list(read.documents) == [
        "terms/a.d/z.yml",
        "terms/a.yaml",
        "terms/b.yml",
        "terms/deep/er/c.yml",
    ]
    assert read.diagnostics == ()


def test_other_files_and_hidden_ones_are_left_alone(tmp_path: Path) -> None:
    paths = ["terms/README.md", "terms/.a.yml", "terms/.git/b.yml", "terms/c.yml~", "terms/LICENSE"]
    assert read_entries(project(tmp_path, dict.fromkeys(paths, "x"))).documents == {}


def test_a_file_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    read = read_entries(project(tmp_path, {"terms/a.yml": b"\xff", "terms/b.yml": "name: B\n"}))
    assert list(read.documents) == ["terms/b.yml"]
    assert [diagnostic.rule for diagnostic in read.diagnostics] == ["encoding"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Fine Tuning.yml", "fine-tuning"),
        ("fine_tuning.yml", "fine-tuning"),
        ("RAG.yaml", "rag"),
        ("a--b.yml", "a-b"),
        ("naïve-bayes.yml", "naive-bayes"),
        (" token.yml", "token"),
        ("token .yml", "token"),
        ("a.b.yml", "a-b"),
        ("a" * 81 + ".yml", "a" * 80),
    ],
)
def test_a_file_name_that_is_no_id_comes_with_one_that_is(
    tmp_path: Path, name: str, hint: str
) -> None:
    (shown,) = said(tmp_path, {f"terms/{name}": "name: A\n"})
    assert shown.startswith(f"terms/{name}:1:1: error: the file name is the id, but ")
    assert shown.endswith(f"[invalid-file-name]\n   hint: rename the file to '{hint}.yml'")


def test_a_file_name_without_any_letter_comes_without_a_hint(tmp_path: Path) -> None:
    (shown,) = said(tmp_path, {"terms/???.yml": "name: A\n"})
    assert shown == (
        "terms/???.yml:1:1: error: the file name is the id, but '???' is not an id: use "
        "lower-case letters, digits and single hyphens [invalid-file-name]"
    )


def test_a_file_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    root = project(tmp_path)
    try:
        (Path(os.fsdecode(os.fsencode(root.terms_dir) + b"/t\xf6ken.yml"))).write_text("name: A\n")
    except OSError:
        pytest.skip("this file system holds text names only")
    (diagnostic,) = read_entries(root).diagnostics
    assert block(diagnostic).encode()
    assert diagnostic.location.path.encode()


def test_two_files_with_one_id_show_each_other(tmp_path: Path) -> None:
    (shown,) = said(tmp_path, {"terms/a.yml": "name: A\n", "terms/sub/a.yaml": "name: B\n"})
    assert shown == (
        "terms/sub/a.yaml:1:1: error: another entry has the id 'a' [colliding-ids]\n"
        "   hint: rename one of the two files\n"
        "   terms/a.yml:1:1: the other one"
    )


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret.yml": "name: Secret\n"})
    root = project(tmp_path / "project")
    (root.terms_dir / "a.yml").symlink_to(tmp_path / "secret.yml")
    read = read_entries(root)
    assert read.documents == {}
    assert [block(diagnostic) for diagnostic in read.diagnostics] == [
        "terms/a.yml:1:1: error: this symbolic link leads out of the project [unreadable-file]\n   hint: it is not followed; put the entry itself here"
    ]


def test_a_link_within_the_project_says_where_it_leads(tmp_path: Path) -> None:
    root = project(tmp_path, {"terms/deep/b.yml": "name: B\n"})
    (root.terms_dir / "a.yml").symlink_to("deep/b.yml")
    read = read_entries(root)
    assert list(read.documents) == ["terms/deep/b.yml"]
    assert [block(diagnostic) for diagnostic in read.diagnostics] == [
        "terms/a.yml:1:1: error: this is a symbolic link to 'terms/deep/b.yml' [unreadable-file]\n   hint: it is not followed, so that no entry appears twice; remove it"
    ]


def test_a_name_that_differs_by_case_collides(tmp_path: Path) -> None:
    (shown,) = said(tmp_path, {"terms/Token.yml": "name: A\n", "terms/token.yml": "name: B\n"})
    assert shown == (
        "terms/Token.yml:1:1: error: 'Token' and 'token' are one name on many disks, and would be "
        "one id [colliding-ids]\n"
        "   hint: rename one of the two files\n"
        "   terms/token.yml:1:1: the other one"
    )


def test_one_name_in_two_normal_forms_collides() -> None:
    composed, decomposed = "terms/caf\u00e9.yml", "terms/more/cafe\u0301.yml"
    refused = refused_names([composed, decomposed])
    assert [(path, found.rule) for path, found in sorted(refused.items())] == [
        (composed, "invalid-file-name"),
        (decomposed, "colliding-ids"),
    ]


def test_a_file_that_cannot_be_read_keeps_its_id(tmp_path: Path) -> None:
    shown = said(tmp_path, {"terms/a.yml": b"\xff", "terms/sub/a.yml": "name: B\n"})
    assert [line.splitlines()[0].partition("[")[2] for line in shown] == [
        "encoding]",
        "colliding-ids]",
    ]


def test_a_linked_folder_is_not_followed_and_not_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/secret.yml": "name: Secret\n"})
    root = project(tmp_path / "project")
    (root.terms_dir / "more").symlink_to(tmp_path / "elsewhere")
    read = read_entries(root)
    assert read.documents == {}
    assert [(d.location.path, d.rule) for d in read.diagnostics] == [
        ("terms/more", "unreadable-file")
    ]


def test_a_link_that_leads_nowhere_is_reported(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root.terms_dir / "a.yml").symlink_to(tmp_path / "gone.yml")
    assert [d.rule for d in read_entries(root).diagnostics] == ["unreadable-file"]


def test_a_pipe_does_not_make_us_wait(tmp_path: Path) -> None:
    root = project(tmp_path)
    os.mkfifo(root.terms_dir / "a.yml")
    assert [d.rule for d in read_entries(root).diagnostics] == ["unreadable-file"]


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied")

    root = project(tmp_path, {"terms/a.yml": "name: A\n"})
    monkeypatch.setattr(Path, "open", refuse)
    assert [block(d) for d in read_entries(root).diagnostics] == [
        "terms/a.yml:1:1: error: this file cannot be read: Permission denied [unreadable-file]"
    ]


def test_a_folder_with_the_name_of_a_file_is_a_folder(tmp_path: Path) -> None:
    read = read_entries(project(tmp_path, {"terms/a.yml/b.yml": "name: B\n"}))
    assert list(read.documents) == ["terms/a.yml/b.yml"]


def test_hand_written_pages_are_read_and_unreadable_ones_left_to_mkdocs(tmp_path: Path) -> None:
    pages: dict[str, str | bytes] = {
        "docs/index.md": "# Home\r\n",
        "docs/guides/a.md": "",
        "docs/b.md": b"\xff",
        "docs/c.txt": "",
    }
    read = read_pages(project(tmp_path, pages))
    assert list(read.documents) == ["docs/guides/a.md", "docs/index.md"]
    assert read.documents["docs/index.md"].text == "# Home\n"
    assert read.diagnostics == ()


def test_a_project_without_pages_is_fine(tmp_path: Path) -> None:
    assert read_pages(project(tmp_path)).documents == {}


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Prompt caching", "prompt-caching"),
        ("  GPT-4o (mini)! ", "gpt-4o-mini"),
        ("Naïve Bayes", "naive-bayes"),
        ("ﬁne", "fine"),
        ("Open–rate — or not", "open-rate-or-not"),
        ("日本", ""),
        ("a " * 100, "-".join("a" * 40)),
    ],
)
def test_an_id_is_suggested_for_a_name(name: str, id: str) -> None:
    assert suggested_id(name) == id
