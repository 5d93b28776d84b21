"""`termloom build`: the same site on both routes, whole or not at all."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.endtoend.command import ROOT, leftovers, run, start, termloom, tree, wait_until

# MkDocs writes the day into the site map, and the second into its compressed twin.
ON_ONE_DAY = {"SOURCE_DATE_EPOCH": "1795219200"}
# Holds a build up between its first page and its last one.
HOOK = """\
import pathlib, time

here = pathlib.Path(__file__).parent

def on_post_build(config):
    if (here / "hold").exists():
        (here / "held").touch()
        while (here / "hold").exists():
            time.sleep(0.01)
"""


@pytest.fixture
def site(project: Path) -> Path:
    """The site of the project, built once; the project can be told to hold the next build up."""
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write("hooks: [hold.py]\n")
    (project / "hold.py").write_text(HOOK, encoding="utf-8")
    assert termloom("build", cwd=project).code == 0
    return project / "site"


@contextmanager
def held_build(project: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a build that has written its pages and then waits, as long as `hold` is there."""
    (project / "hold").touch()
    running = start("termloom", "build", cwd=project, output=project / "output")
    try:
        wait_until((project / "held").exists, "the build has written its pages")
        yield running
    finally:
        (project / "hold").unlink(missing_ok=True)
        running.kill()
        running.wait()


def edit(path: Path, old: str, new: str) -> None:
    """Replace a part of a file that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("urls", "page", "link"),
    [
        ("true", "about/index.html", "../terms/click-through-rate/"),
        ("false", "about.html", "terms/click-through-rate.html"),
    ],
)
def test_both_routes_give_the_same_site(project: Path, urls: str, page: str, link: str) -> None:
    (project / "docs" / "about.md").write_text(
        "# About\n\nSee [[CTR]] and [tags](tags.md).\n\n![[open-rate-or-click-through-rate]]\n",
        encoding="utf-8",
    )
    edit(project / "terms" / "open-rate.yml", "tags:\n", "former_ids: [opening-rate]\ntags:\n")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write(f"site_url: https://example.org/glossary/\nuse_directory_urls: {urls}\n")
    ours = termloom("build", "--strict", "--site-dir", "ours", cwd=project, env=ON_ONE_DAY)
    assert ours.code == 0, ours.all
    theirs = run("mkdocs", "build", "--strict", "-d", "theirs", cwd=project, env=ON_ONE_DAY)
    assert theirs.code == 0, theirs.all
    assert tree(project / "ours") == tree(project / "theirs")
    about = (project / "ours" / page).read_text(encoding="utf-8")
    assert f'<a class="tl-term" data-term="click-through-rate" href="{link}">CTR</a>' in about


@pytest.mark.slow
def test_both_routes_give_the_same_site_of_this_repository(tmp_path: Path) -> None:
    settings = ROOT / "mkdocs.yml"
    ours = termloom(
        "build", "--strict", "-c", settings, "--site-dir", "ours", cwd=tmp_path, env=ON_ONE_DAY
    )
    assert ours.code == 0, ours.all
    theirs = run(
        "mkdocs", "build", "--strict", "-f", settings, "-d", tmp_path / "theirs", cwd=tmp_path,
        env=ON_ONE_DAY,
    )  # fmt: skip
    assert theirs.code == 0, theirs.all
    assert tree(tmp_path / "ours") == tree(tmp_path / "theirs")


def test_a_second_build_changes_no_byte(project: Path) -> None:
    assert termloom("build", cwd=project, env=ON_ONE_DAY).code == 0
    before = tree(project / "site")
    assert termloom("build", cwd=project, env=ON_ONE_DAY).code == 0
    assert tree(project / "site") == before


def break_term(project: Path) -> None:
    """Give an entry an error."""
    edit(project / "terms" / "open-rate.yml", "definition:", "definiton:")


def break_template(project: Path) -> None:
    """Give the project a template that does not parse."""
    (project / "templates").mkdir()
    (project / "templates" / "term.html.jinja").write_text("{% if %}", encoding="utf-8")


def break_hook(project: Path) -> None:
    """Let MkDocs fail after it has written the pages."""
    (project / "hold.py").write_text("def on_post_build(config):\n    1 / 0\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code", "said"),
    [
        (break_term, 1, "Nothing was written: 1 error"),
        (break_template, 3, "term.html.jinja:1"),
        (break_hook, 3, "MkDocs stopped"),
    ],
)
def test_a_failed_build_leaves_the_old_site(
    project: Path, site: Path, spoil: Callable[[Path], None], code: int, said: str
) -> None:
    before = tree(site)
    spoil(project)
    failed = termloom("build", cwd=project)
    assert failed.code == code, failed.all
    assert said in failed.err
    assert "Traceback" not in failed.all
    assert tree(site) == before
    assert leftovers(project) == []


def warn_of_a_term(project: Path) -> None:
    """Give an entry a warning."""
    path = project / "terms" / "bounce-rate.yml"
    path.write_text("name: Bounce rate\ncategory: measuring-email\n", encoding="utf-8")


def warn_by_a_hook(project: Path) -> None:
    """Let a hook of MkDocs warn of something that we know nothing of."""
    (project / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    hook = "def on_post_build(config):\n    logging.getLogger('mkdocs').warning('Look out')\n"
    (project / "hold.py").write_text(f"import logging\n\n{hook}", encoding="utf-8")


@pytest.mark.parametrize("spoil", [warn_of_a_term, warn_by_a_hook])
def test_a_warning_under_strict_writes_nothing(
    project: Path, site: Path, spoil: Callable[[Path], None]
) -> None:
    before = tree(site)
    spoil(project)
    failed = termloom("build", "--strict", cwd=project)
    assert failed.code == 1, failed.all
    assert "Nothing was written" in failed.err
    assert tree(site) == before
    assert leftovers(project) == []
    passed = termloom("build", cwd=project)
    assert passed.code == 0, passed.all
    assert tree(site) != before


def test_an_unwritten_first_site_is_not_there(project: Path) -> None:
    break_term(project)
    assert termloom("build", cwd=project).code == 1
    assert not (project / "site").exists()
    assert leftovers(project) == []


def test_a_killed_build_leaves_the_old_site_and_the_next_one_cleans_up(
    project: Path, site: Path
) -> None:
    before = tree(site)
    with held_build(project) as running:
        running.kill()
        running.wait()
        assert tree(site) == before
        assert len(leftovers(project)) == 1
    assert termloom("build", cwd=project).code == 0
    assert leftovers(project) == []
    assert tree(site).keys() == before.keys()


def test_an_interrupted_build_leaves_the_old_site_and_nothing_else(
    project: Path, site: Path
) -> None:
    before = tree(site)
    with held_build(project) as running:
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) == 130
    assert "Traceback" not in (project / "output").read_text(encoding="utf-8")
    assert tree(site) == before
    assert leftovers(project) == []


def test_readers_see_the_old_site_until_the_new_one_is_whole(project: Path, site: Path) -> None:
    before = tree(site)
    edit(project / "terms" / "open-rate.yml", "name: Open rate", "name: Opening rate")
    with held_build(project) as running:
        assert tree(site) == before
        (project / "hold").unlink()
        assert running.wait(timeout=60) == 0
    assert b"Opening rate" in (site / "terms" / "open-rate" / "index.html").read_bytes()


def test_two_builds_at_once_wait_for_each_other(project: Path, site: Path) -> None:
    before = tree(site)
    with held_build(project) as first:
        second = start("termloom", "build", cwd=project, output=project / "second")
        (project / "hold").unlink()
        assert first.wait(timeout=60) == 0
        assert second.wait(timeout=60) == 0
    assert tree(site).keys() == before.keys()
    assert leftovers(project) == []


@pytest.mark.parametrize("folder", [".", "..", "docs", "docs/site", "terms", "terms/deep", "/"])
def test_what_an_author_wrote_is_never_replaced(project: Path, folder: str) -> None:
    before = tree(project)
    refused = termloom("build", "--site-dir", folder, cwd=project)
    assert refused.code == 3, refused.all
    assert refused.err.endswith("choose another --site-dir\n")
    assert tree(project) == before


def test_a_folder_that_is_no_site_is_never_replaced(project: Path) -> None:
    (project / "public").mkdir()
    (project / "public" / "thesis.txt").write_text("years of work", encoding="utf-8")
    refused = termloom("build", "--site-dir", "public", cwd=project)
    assert refused.code == 3
    assert "holds files that are not a built site" in refused.err
    assert tree(project / "public") == {"thesis.txt": b"years of work"}


def test_a_file_is_never_replaced(project: Path) -> None:
    (project / "public").write_text("mine", encoding="utf-8")
    refused = termloom("build", "--site-dir", "public", cwd=project)
    assert refused.code in (2, 3)
    assert (project / "public").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_may_become_the_site(project: Path) -> None:
    (project / "public").mkdir()
    assert termloom("build", "--site-dir", "public", cwd=project).code == 0
    assert (project / "public" / "index.html").is_file()


def test_a_site_is_readable_for_whoever_serves_it(site: Path) -> None:
    assert site.stat().st_mode & 0o755 == 0o755
    assert all(path.stat().st_mode & 0o444 == 0o444 for path in site.rglob("*.html"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_named(project: Path) -> None:
    project.chmod(0o555)
    try:
        refused = termloom("build", cwd=project)
    finally:
        project.chmod(0o755)
    assert refused.code == 3
    assert "Traceback" not in refused.all


def test_a_site_behind_a_link_stays_behind_it(project: Path, site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.move(site, elsewhere)
    site.symlink_to(elsewhere)
    built = termloom("build", cwd=project)
    assert built.code == 0, built.all
    assert site.is_symlink()
    assert (elsewhere / "index.html").is_file()


def test_quiet_prints_nothing_and_verbose_prints_seconds(project: Path) -> None:
    quiet = termloom("build", "-q", cwd=project)
    assert (quiet.code, quiet.all) == (0, "")
    verbose = termloom("build", "-v", cwd=project)
    assert " s, MkDocs " in verbose.err
    assert verbose.err.endswith("no diagnostics.\nOpen site/index.html\n")
