"""`termloom links`, and the same as the last step of `termloom build`."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.endtoend.command import ROOT, leftovers, run, termloom, tree

TOLD = ROOT / "tests" / "golden" / "links" / "told.txt"
ADDRESS = "https://example.org/glossary/"
PAGE = """\
# About

Read [the guide](guide.md) and [all tags](tags.md#nothing).

![A map](pictures/map.png) [](https://example.org/)

```
[an example](guide.md)
```
"""


def append(path: Path, text: str) -> None:
    """Add to the end of a file."""
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text)


def edit(path: Path, old: str, new: str) -> None:
    """Replace a part of a file that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def faulty(project: Path) -> Path:
    """A project with a link that leads nowhere in each kind of file, built by plain MkDocs."""
    (project / "docs" / "about.md").write_text(PAGE, encoding="utf-8")
    edit(project / "terms" / "open-rate.yml", "the picture.", f"the [picture]({ADDRESS}pixel/).")
    footer = f'copyright: <a href="{ADDRESS}imprint/">Imprint</a>\n'
    append(project / "mkdocs.yml", f"site_url: {ADDRESS}\n{footer}")
    built = run("mkdocs", "build", "-q", cwd=project, env={"NO_MKDOCS_2_WARNING": "1"})
    assert built.code == 0, built.all
    return project


def steady(text: str) -> str:
    """Replace what a new release of the theme or another line of the starter would change."""
    text = re.sub(r"(?<=\.html:)\d+(?=:)|(?<=\.yml:)\d+(?=:)", "N", text)
    return re.sub(r"^  \d\d │", "  N │", text, flags=re.MULTILINE)


def test_a_dead_link_is_told_at_the_line_that_an_author_wrote(
    faulty: Path, update_golden: bool
) -> None:
    done = termloom("links", cwd=faulty)
    assert done.code == 1
    told, _, end = done.out.partition("What the rules ask for, and why:")
    if update_golden:
        TOLD.write_text(steady(told), encoding="utf-8")
    assert steady(told) == TOLD.read_text(encoding="utf-8"), "see --update-golden"
    assert end.endswith("14 pages checked: 5 errors, 1 warning in 3 files\n")
    assert re.fullmatch(r"Checked \d+ links on 14 pages in \d+\.\d s\.\n", done.err)


def test_a_site_without_faults_is_fine(project: Path) -> None:
    assert termloom("build", cwd=project).code == 0
    done = termloom("links", "--strict", cwd=project)
    assert done.code == 0
    assert done.out == "13 pages checked: no diagnostics\n"


def test_only_what_is_on_disk_counts(project: Path) -> None:
    assert termloom("build", "--site-dir", "../public", cwd=project).code == 0
    (project.parent / "public" / "tags" / "index.html").unlink()
    done = termloom("links", "--site-dir", "../public", "--format", "json", cwd=project)
    assert done.code == 1
    found = json.loads(done.out)["diagnostics"]
    assert [(one["rule"], one["path"]) for one in found] == [
        ("missing-page", "../public/comparisons/open-rate-or-click-through-rate/index.html"),
        ("missing-page", "mkdocs.yml"),
    ]


def test_every_format_says_the_same(faulty: Path) -> None:
    said = {
        style: termloom("links", "--format", style, cwd=faulty).out
        for style in ("json", "sarif", "github", "junit")
    }
    found = json.loads(said["json"])
    assert (found["entries"], found["counts"]) == (14, {"error": 5, "warning": 1, "hint": 0})
    assert len(json.loads(said["sarif"])["runs"][0]["results"]) == 6
    assert len(re.findall(r"^::(?:error|warning) ", said["github"], re.MULTILINE)) == 6
    assert len(list(ET.fromstring(said["junit"]).iter("failure"))) == 6


def test_a_warning_counts_only_if_it_shall(project: Path) -> None:
    (project / "docs" / "about.md").write_text("[](https://example.org)\n", encoding="utf-8")
    assert termloom("build", cwd=project).code == 0
    assert termloom("links", cwd=project).code == 0
    assert termloom("links", "--strict", cwd=project).code == 1


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Path.exists, "there is no folder {}; run 'termloom build' first"),
        (Path.mkdir, "{} is empty; run 'termloom build' first"),
        (Path.touch, "{} is no folder; name that of a built site"),
    ],
)
def test_without_a_site_one_sentence_says_what_to_do(
    project: Path, make: Callable[[Path], object], said: str
) -> None:
    make(project / "site")
    done = termloom("links", cwd=project)
    assert done.code == 3
    assert done.err == f"termloom: {said.format(project / 'site')}\n"


def test_a_build_whose_links_are_wrong_leaves_the_old_site(project: Path) -> None:
    assert termloom("build", cwd=project).code == 0
    before = tree(project / "site")
    (project / "docs" / "about.md").write_text(PAGE, encoding="utf-8")
    failed = termloom("build", cwd=project)
    assert failed.code == 1
    assert "docs/about.md:3:18: error: there is no page 'guide.md'" in failed.out
    # MkDocs has seen two of them, and is not heard.
    assert failed.err == "Nothing was written: 3 errors, 1 warning about links.\n"
    assert tree(project / "site") == before
    assert leftovers(project) == []


def test_the_config_and_comments_decide_about_links_too(faulty: Path) -> None:
    edit(
        faulty / "mkdocs.yml",
        "  - termloom:\n",
        "  - termloom:\n      rules: {missing-asset: hint, nameless-link: 'off'}\n",
    )
    ignored = "<!-- termloom: ignore[missing-page, missing-anchor] because it is in the works -->"
    edit(faulty / "docs" / "about.md", "Read [the", f"{ignored}\nRead [the")
    done = termloom("links", "--format", "json", cwd=faulty)
    found = [(one["rule"], one["severity"]) for one in json.loads(done.out)["diagnostics"]]
    assert found == [
        ("missing-asset", "hint"),
        ("missing-page", "error"),
        ("missing-page", "error"),
    ]


def test_a_comment_about_links_is_used_by_links_alone(project: Path) -> None:
    comment = "<!-- termloom: ignore[missing-page] because it is in the works -->"
    (project / "docs" / "about.md").write_text(f"{comment}\n[All](tags.md)\n", encoding="utf-8")
    assert termloom("check", "--strict", cwd=project).code == 0
    assert termloom("build", cwd=project).code == 0
    done = termloom("links", "--format", "json", cwd=project)
    found = [(one["rule"], one["line"]) for one in json.loads(done.out)["diagnostics"]]
    assert found == [("unused-suppression", 1)]


def test_what_is_known_of_an_entry_is_said_once(project: Path) -> None:
    edit(project / "terms" / "open-rate.yml", "the picture.", "the [picture](images/pixel.png).")
    edit(
        project / "mkdocs.yml",
        "  - termloom:\n",
        "  - termloom:\n      rules: {dead-link: warning}\n",
    )
    done = termloom("build", cwd=project)
    assert done.code == 0, done.all
    assert re.findall(r"\[[a-z]+-[a-z]+\]$", done.out, re.MULTILINE) == ["[dead-link]"]


def test_a_site_of_files_instead_of_folders_is_traced_as_well(faulty: Path) -> None:
    append(faulty / "mkdocs.yml", "use_directory_urls: false\n")
    done = termloom("build", cwd=faulty)
    assert done.code == 1
    places = re.findall(r"^(\S+\.(?:md|yml):\S+): \w+: .*(\[.*\])$", steady(done.out), re.MULTILINE)
    assert places == [
        ("docs/about.md:3:18", "[missing-page]"),
        ("docs/about.md:3:43", "[missing-anchor]"),
        ("docs/about.md:5:10", "[missing-asset]"),
        ("docs/about.md:5:31", "[nameless-link]"),
        ("mkdocs.yml:N:21", "[missing-page]"),
        ("terms/open-rate.yml:N:34", "[missing-page]"),
    ]


def test_a_redirect_is_told_at_the_former_id(project: Path) -> None:
    edit(project / "terms" / "open-rate.yml", "tags:\n", "former_ids: [opening-rate]\ntags:\n")
    assert termloom("build", cwd=project).code == 0
    (project / "site" / "terms" / "open-rate" / "index.html").write_text(
        '<meta http-equiv="refresh" content="0; url=../click-through-rate/">', encoding="utf-8"
    )
    done = termloom("links", "--format", "json", cwd=project)
    found = json.loads(done.out)["diagnostics"]
    assert ("redirect-chain", "terms/open-rate.yml") in {(o["rule"], o["path"]) for o in found}


def test_the_help_shows_how_to_use_it(project: Path) -> None:
    done = termloom("links", "--help", cwd=project)
    assert done.code == 0
    assert "termloom links --strict" in done.out
