"""`termloom rename`: everything follows, or nothing changes."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli.main import run
from generator.pipeline import judged
from generator.reading import open_project
from tests.endtoend.command import ROOT, termloom, tree
from tests.factories import TODAY, term_text, write

PROSE = """\
name: Price
definition: |
  See [[token]], [[token|a token]], [[Token]], [[bit]], [[old-token]] and `[[token]]`.
why_it_matters: >-
  | a | b |
  [the page](terms/token.md#top), [again][one] and ![a](terms/token.md).

      [[token]] is code, and so is [it](terms/token.md)

  [one]: terms/token.md
faq:
  - question: "What is [[token]]?"
    answer: 'It''s a [[token|"token"]].'
when_not_to_use:
  - when: Never, see [[token]]
    instead: token   # for now
related:
  # the short form
  - token
  - {term: other, note: "Not [[token]]."}
resources:
  - {title: Page, url: terms/token.md#top}
  - {title: Elsewhere, url: https://example.org/terms/token.md}
"""
COMPARISON = """\
kind: comparison
name: Token or other
question: Which?
options: [token, {term: other, label: The other}]
criteria:
  - name: Size
    cells:
      token: Small, as a [[token]]
      other: Larger
verdicts:
  - {when: It is late, choose: token}
"""
PAGE = """\
# Token

See [[token]] and [[Token]], [it](../terms/token.md) and [here](token.md).

![[token-or-other]]

```
[[token]]
```
"""
CONFIG = """\
site_name: Test  # ours
nav:
  - Start: guides/a.md
  - Token: terms/token.md
plugins:
  - search
  - termloom:
      home:
        featured: [other, token]  # two
        introduction: Begin with [[token]], or [its page](terms/token.md).
"""


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    token = term_text("token", aliases=["Bit", "lexeme"], former_ids=["old-token"])
    write(
        folder,
        {
            "mkdocs.yml": CONFIG,
            "terms/deep/token.yml": f"# What everybody asks.\n{token}",
            "terms/other.yml": term_text("other").replace("\n", "\r\n"),
            "terms/price.yml": PROSE,
            "terms/token-or-other.yml": COMPARISON,
            "docs/guides/a.md": PAGE,
        },
    )
    return folder


def rename(project: Path, *arguments: str) -> int:
    """Run `termloom rename` in a project, and return its exit code."""
    return run(["rename", *arguments, "--config", str(project / "mkdocs.yml")])


def told(project: Path) -> list[tuple[str, str]]:
    """Return what is wrong with a project."""
    found = judged(open_project(project / "mkdocs.yml"), TODAY).diagnostics
    return [(diagnostic.rule, diagnostic.message) for diagnostic in found]


def test_everything_that_names_the_entry_follows(glossary: Path) -> None:
    before, wrong = tree(glossary), told(glossary)
    assert rename(glossary, "token", "text-token", "--yes") == 0
    after = tree(glossary)
    assert "terms/deep/token.yml" not in after
    token = before["terms/deep/token.yml"].replace(b"- old-token\n", b"- old-token\n- token\n")
    assert after["terms/deep/text-token.yml"] == token
    assert after["terms/other.yml"] == before["terms/other.yml"]
    assert (
        after["terms/price.yml"].decode()
        == """\
name: Price
definition: |
  See [[text-token]], [[text-token|a token]], [[Token]], [[bit]], [[old-token]] and `[[token]]`.
why_it_matters: >-
  | a | b |
  [the page](terms/text-token.md#top), [again][one] and ![a](terms/text-token.md).

      [[token]] is code, and so is [it](terms/token.md)

  [one]: terms/text-token.md
faq:
  - question: "What is [[token]]?"
    answer: 'It''s a [[text-token|"token"]].'
when_not_to_use:
  - when: Never, see [[text-token]]
    instead: text-token   # for now
related:
  # the short form
  - text-token
  - {term: other, note: "Not [[text-token]]."}
resources:
  - {title: Page, url: terms/text-token.md#top}
  - {title: Elsewhere, url: https://example.org/terms/token.md}
"""
    )
    assert (
        after["terms/token-or-other.yml"].decode()
        == """\
kind: comparison
name: Token or other
question: Which?
options: [text-token, {term: other, label: The other}]
criteria:
  - name: Size
    cells:
      text-token: Small, as a [[text-token]]
      other: Larger
verdicts:
  - {when: It is late, choose: text-token}
"""
    )
    assert (
        after["docs/guides/a.md"].decode()
        == """\
# Token

See [[text-token]] and [[Token]], [it](../terms/text-token.md) and [here](token.md).

![[token-or-other]]

```
[[token]]
```
"""
    )
    assert (
        after["mkdocs.yml"].decode()
        == """\
site_name: Test  # ours
nav:
  - Start: guides/a.md
  - Token: terms/text-token.md
plugins:
  - search
  - termloom:
      home:
        featured: [other, text-token]  # two
        introduction: Begin with [[text-token]], or [its page](terms/text-token.md).
"""
    )
    assert told(glossary) == wrong


def test_words_that_a_label_shows_stay_when_the_label_becomes_the_id(glossary: Path) -> None:
    price = (
        "name: Price\n"
        'definition: "By [[lexeme]], [[lexeme|words]], [[Lexeme]], [[bit]] and [[Token]]."\n'
        "why_it_matters: |\n"
        "  | a | b |\n"
        "  |---|---|\n"
        "  | [[lexeme]] | [[token\\|one]] |\n"
    )
    write(glossary, {"terms/price.yml": price})
    assert rename(glossary, "token", "lexeme", "-y") == 0
    assert (glossary / "terms/price.yml").read_text(encoding="utf-8") == (
        price.replace("[[lexeme]],", "[[lexeme|lexeme]],")
        .replace("| [[lexeme]] |", "| [[lexeme\\|lexeme]] |")
        .replace("[[token\\|one]]", "[[lexeme\\|one]]")
    )


def test_a_former_id_may_come_back(glossary: Path) -> None:
    assert rename(glossary, "token", "old-token", "-y") == 0
    text = (glossary / "terms/deep/old-token.yml").read_text(encoding="utf-8")
    assert "former_ids:\n- token\n" in text
    assert told(glossary) == []
    assert rename(glossary, "old-token", "token", "-y") == 0
    assert "former_ids:\n- old-token\n" in (glossary / "terms/deep/token.yml").read_text()


def test_a_comparison_is_renamed_by_a_label_of_it(glossary: Path) -> None:
    assert rename(glossary, "Token or Other", "which-one", "-y") == 0
    assert (glossary / "terms/which-one.yml").read_text(encoding="utf-8") == COMPARISON.replace(
        "question:", "former_ids:\n  - token-or-other\nquestion:"
    )
    page = (glossary / "docs/guides/a.md").read_text(encoding="utf-8")
    assert page == PAGE.replace("![[token-or-other]]", "![[which-one]]")


def test_an_unnamed_entry_changes_alone_and_keeps_its_line_ends(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(glossary, {"terms/alone.yml": b"name: Alone\r\nstatus: draft\r\n"})
    before = tree(glossary)
    assert rename(glossary, "alone", "lonely", "-y") == 0
    del before["terms/alone.yml"]
    before["terms/lonely.yml"] = b"name: Alone\r\nformer_ids:\r\n  - alone\r\nstatus: draft\r\n"
    assert tree(glossary) == before
    assert capsys.readouterr().out == (
        "diff --git a/terms/alone.yml b/terms/lonely.yml\n"
        "rename from terms/alone.yml\n"
        "rename to terms/lonely.yml\n"
        "--- a/terms/alone.yml\n"
        "+++ b/terms/lonely.yml\n"
        "@@ -1,2 +1,4 @@\n"
        " name: Alone\n"
        "+former_ids:\n"
        "+  - alone\n"
        " status: draft\n"
        "Renamed terms/alone.yml to terms/lonely.yml\n"
        "Changed 0 other files. Next: termloom check\n"
    )


REFUSED = {
    "other": "terms/other.yml has the id 'other' already; nothing was written",
    "token": "terms/deep/token.yml has the id 'token' already; nothing was written",
    "broken": "terms/broken.yml has the id 'broken' already; nothing was written",
    "was-other": "'was-other' is a former id of terms/third.yml, which its old address needs",
    "third-one": "terms/third.yml goes by 'third-one'; references by it would lead elsewhere",
    "index": "another page of the site stands at 'terms/index' already",
    "by-hand": "another page of the site stands at 'terms/by-hand' already",
}


@pytest.mark.parametrize("new", list(REFUSED))
def test_an_id_that_is_taken_is_refused(
    glossary: Path, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    third = term_text("third", aliases=["Third-one"], former_ids=["was-other"])
    extra = {"terms/third.yml": third, "terms/broken.yml": "a: [", "docs/terms/by-hand.md": "# A\n"}
    write(glossary, extra)
    before = tree(glossary)
    assert rename(glossary, "token", new, "-y") == 3
    assert capsys.readouterr() == ("", f"termloom: {REFUSED[new]}\n")
    assert tree(glossary) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tokan", "word", "-y"], "no entry has the id 'tokan'; did you mean 'token'?"),
        (["zzz", "word", "-y"], "no entry has the id 'zzz'; name an entry by its id or by a label"),
        (["token", "Word", "-y"], "'Word' is not an id: use lower-case letters, digits and single"),
        (["token", "word"], "nobody can be asked here; add --yes, or --dry-run to look first"),
        (["broken", "word", "-y"], "terms/broken.yml has errors; mend it first: termloom check"),
        (["Both", "word", "-y"], "'Both' may mean one or two; name one of them"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    glossary: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    both = {f"terms/{id}.yml": term_text(id, aliases=["Both"]) for id in ("one", "two")}
    write(glossary, {"terms/broken.yml": "a: [", **both})
    before = tree(glossary)
    assert rename(glossary, *arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert tree(glossary) == before


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({"terms/a.yml": "related: [token", "terms/b.yml": "a: [token-2"}, "terms/a.yml cannot"),
        ({"terms/a.yml": "nam: A\ndefinition: See [[token]].\n"}, "terms/a.yml cannot"),
        (
            {"terms/a.yml": b"name: \xff\nrelated: [token]", "docs/b.md": b"[[token]] \xff"},
            "docs/b.md, terms/a.yml cannot",
        ),
    ],
)
def test_what_cannot_be_read_is_not_left_behind(
    glossary: Path,
    files: dict[str, str | bytes],
    named: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(glossary, files)
    before = tree(glossary)
    assert rename(glossary, "token", "word", "-y") == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"termloom: {named} be read and name")
    assert err.endswith(" 'token'; mend that first: termloom check\n")
    assert tree(glossary) == before


def test_options_of_another_file_are_not_left_behind(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(glossary, {"base.yml": CONFIG, "mkdocs.yml": "INHERIT: base.yml\n"})
    before = tree(glossary)
    assert rename(glossary, "token", "word", "-y") == 3
    assert capsys.readouterr().err == (
        "termloom: the options of 'termloom' name 'token' in a file that mkdocs.yml inherits "
        "from; change it there first; nothing was written\n"
    )
    assert tree(glossary) == before


def test_a_link_that_cannot_be_changed_is_not_left_behind(
    glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(glossary, {"docs/guides/b.md": "[x](../terms/token.md#a\\_b)\n"})
    before = tree(glossary)
    assert rename(glossary, "token", "word", "-y") == 3
    assert "docs/guides/b.md links to '../terms/token.md#a_b' in a way" in capsys.readouterr().err
    assert tree(glossary) == before


def test_a_dry_run_only_shows_what_git_could_apply(
    glossary: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write(glossary, {"terms/other.yml": term_text("other")})
    before = tree(glossary)
    assert rename(glossary, "token", "word", "--dry-run") == 0
    diff = capsys.readouterr().out
    assert tree(glossary) == before
    shutil.copytree(glossary, tmp_path / "patched")
    apply = ["git", "apply", "-"]
    subprocess.run(apply, cwd=tmp_path / "patched", input=diff.encode(), check=True)
    assert rename(glossary, "token", "word", "--yes") == 0
    assert tree(tmp_path / "patched") == tree(glossary)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "code", "is_renamed"), [("y\n", 0, True), ("n\n", 130, False)])
def test_somebody_at_a_terminal_is_asked(
    glossary: Path, answer: str, code: int, is_renamed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal(answer))
    before = tree(glossary)
    assert rename(glossary, "token", "word") == code
    assert (glossary / "terms/deep/word.yml").exists() is is_renamed
    assert (tree(glossary) != before) is is_renamed


def test_a_diff_has_colours_where_the_terminal_has_some(glossary: Path) -> None:
    arguments = ("rename", "token", "word", "--dry-run")
    plain = termloom(*arguments, cwd=glossary, env={"TTY_COMPATIBLE": "1", "NO_COLOR": "1"})
    colour = termloom(
        *arguments, cwd=glossary, env={"FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "80"}
    )
    assert (plain.code, colour.code) == (0, 0)
    assert "\x1b[3" not in plain.out
    assert "\x1b[32m+- token" in colour.out


RENAMED = {
    "fine-tuning": "model-fine-tuning",
    "lora": "low-rank-adaptation",
    "retrieval-augmented-generation": "rag",
    "prompting-rag-or-fine-tuning": "which-way",
}


@pytest.mark.slow
def test_entries_of_this_repository_are_renamed_and_it_builds(tmp_path: Path) -> None:
    project = tmp_path / "own"
    project.mkdir()
    for name in ("terms", "docs", "templates"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    wrong = told(project)
    for old, new in RENAMED.items():
        assert rename(project, old, new, "--yes") == 0
    assert told(project) == wrong
    names = "|".join(RENAMED)
    left = re.compile(
        rf"\[\[({names})[\]|]|(term|choose|(?<!say_)instead|superseded_by): ({names})$"
    )
    for path in project.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        assert [line for line in text.split("\n") if left.search(line)] == [], path
    done = termloom("build", "--strict", cwd=project)
    assert done.code == 0, done.all
    for old, new in RENAMED.items():
        folder = "comparisons" if new == "which-way" else "terms"
        redirect = (project / "site" / folder / old / "index.html").read_text(encoding="utf-8")
        assert f"../../{folder}/{new}/" in redirect
        assert (project / "site" / folder / new / "index.html").is_file()
