"""`termloom links --external`: the installed command against a real server that misbehaves."""

import json
import re
import signal
import sqlite3
import ssl
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.awkward_server import AwkwardServer, Exchange, always, page, said, to
from tests.endtoend.command import BIN, Said, environment, start, termloom, tree, wait_until
from tests.factories import mkdocs_yml, term_text, write

FINE = always(page("<title>A page</title><p id=here>"))
QUICK = {"allow": ["127.0.0.0/8"], "pause_seconds": 0, "retries": 0, "timeout_seconds": 2}
NO_PROXY = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "")


@pytest.fixture
def server() -> Iterator[AwkwardServer]:
    """A server with a page of each kind."""
    routes = {
        "/fine": FINE,
        "/old": always(to("/fine")),
        "/refused": always(said("403 Forbidden")),
        "/broken": always(said("500 Oops")),
        "/silent": Exchange.hang,
        "/inwards": always(to("http://169.254.169.254/latest/meta-data/")),
    }
    with AwkwardServer(routes) as made:
        yield made


def made(tmp_path: Path, urls: Mapping[str, str], links: Mapping[str, Any] | None = None) -> Path:
    """Write a project whose one term names sources."""
    sources = [{"title": title, "url": url} for title, url in urls.items()]
    config = {
        "links": QUICK | dict(links or {}),
        "rules": {"orphan-term": "off", "empty-category": "off"},
    }
    write(
        tmp_path,
        {
            "mkdocs.yml": mkdocs_yml(config, theme={"name": "material", "font": False}),
            "terms/token.yml": f"# A comment.\n{term_text(sources=sources)}",
        },
    )
    return tmp_path


def external(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Said:
    return termloom("links", "--external", *arguments, cwd=cwd, env=NO_PROXY | dict(env or {}))


NOT_PUBLIC = (
    "was not asked: it redirects to where nobody is asked: '169.254.169.254' is not a public "
    "address"
)
TOLD = (
    ("old", "hint", "has moved for good, to {fine}", "link-moved"),
    ("gone", "warning", "was not found: the server answers 404 (Not Found)", "link-gone-once"),
    ("refused", "hint", "was not shown: the server answers 403 (Forbidden)", "link-refused"),
    (
        "broken",
        "hint",
        "does not work now: the server answers 500 (Internal Server Error)",
        "link-flaky",
    ),
    ("silent", "hint", "does not work now: the server does not answer within 2 s", "link-flaky"),
    ("inwards", "warning", NOT_PUBLIC, "link-not-public"),
)


def test_every_verdict_is_told_where_its_link_stands(tmp_path: Path, server: AwkwardServer) -> None:
    urls = {path: server.url(f"/{path}") for path in ("fine", *(told[0] for told in TOLD))}
    project = made(tmp_path, urls)
    said = external(cwd=project)
    assert re.findall(r"^terms/.*$", said.out, re.MULTILINE) == [
        f"terms/token.yml:{line_of(project, urls[path])}:8: {severity}: '{urls[path]}' "
        f"{words.format(**urls)} [{rule}]"
        for path, severity, words, rule in TOLD
    ]
    assert said.out.endswith(
        "7 external links checked: 2 warnings, 4 hints; 1 can be fixed by "
        "'termloom links --external --fix'\n"
    )
    assert said.err == (
        "Asked after 7 external links: 1 alive, 1 moved, 1 gone, 1 refused, 2 flaky, 1 barred.\n"
    )
    assert said.code == 0
    assert external("--strict", "--cached", cwd=project).code == 1


def line_of(project: Path, url: str) -> int:
    """Return the line on which the term names an address."""
    text = (project / "terms" / "token.yml").read_text(encoding="utf-8").splitlines()
    return text.index(f"  url: {url}") + 1


def test_the_second_run_asks_nobody_again(tmp_path: Path, server: AwkwardServer) -> None:
    project = made(tmp_path, {"fine": server.url("/fine"), "gone": server.url("/gone")})
    first = external(cwd=project)
    asked = len(server.asked)
    second = external(cwd=project)
    assert (second.out, len(server.asked)) == (first.out, asked)
    assert second.err == ("Asked after 0 external links, 2 known from earlier: 1 alive, 1 gone.\n")


@pytest.mark.parametrize("style", ["json", "github", "junit", "sarif"])
def test_other_programs_read_the_same(tmp_path: Path, server: AwkwardServer, style: str) -> None:
    project = made(tmp_path, {"gone": server.url("/gone"), "old": server.url("/old")})
    said = external("--format", style, cwd=project)
    assert said.code == 0
    assert "link-gone-once" in said.out
    if style == "json":
        document = json.loads(said.out)
        assert [d["rule"] for d in document["diagnostics"]] == ["link-gone-once", "link-moved"]
        (change,) = document["diagnostics"][1]["fix"]["replacements"]
        text = (project / "terms" / "token.yml").read_text(encoding="utf-8").splitlines()
        line = text[change["line"] - 1]
        start, end = change["column"] - 1, change["end_column"] - 1
        assert f"{line[:start]}{change['text']}{line[end:]}" == f"  url: {server.url('/fine')}"


def test_a_page_that_moved_is_shown_and_fixed(tmp_path: Path, server: AwkwardServer) -> None:
    project = made(tmp_path, {"old": server.url("/old"), "fine": server.url("/fine")})
    before = tree(project / "terms")["token.yml"].decode()
    diff = external("--diff", cwd=project)
    assert diff.code == 1
    assert f"-  url: {server.url('/old')}\n+  url: {server.url('/fine')}\n" in diff.out
    assert tree(project / "terms")["token.yml"].decode() == before
    fixed = external("--fix", cwd=project)
    assert (fixed.code, fixed.out) == (0, "2 external links checked: no diagnostics\n")
    assert fixed.err.startswith("Fixed 1 link in 1 file\n")
    after = tree(project / "terms")["token.yml"].decode()
    assert after == before.replace(server.url("/old"), server.url("/fine"))


def test_a_link_in_prose_is_fixed_and_a_hand_written_page_too(
    tmp_path: Path, server: AwkwardServer
) -> None:
    project = made(tmp_path, {"fine": server.url("/fine")})
    old, new = server.url("/old"), server.url("/fine")
    write(
        project,
        {
            "terms/other.yml": term_text("other", explanation=f"See [it]({old}#here), now."),
            "docs/index.md": f'# Home\n\n[It]({old} "old") and <a href="{old}">it</a>.\n',
        },
    )
    before = tree(project / "terms")["other.yml"].decode()
    assert external("--fix", cwd=project).err.startswith("Fixed 3 links in 2 files\n")
    assert tree(project / "terms")["other.yml"].decode() == before.replace(old, new)
    assert (project / "docs" / "index.md").read_text(encoding="utf-8") == (
        f'# Home\n\n[It]({new} "old") and <a href="{new}">it</a>.\n'
    )


def test_the_summary_can_be_put_into_an_issue(tmp_path: Path, server: AwkwardServer) -> None:
    title = "<img src=x onerror=alert(1)> @maintainer | `x` [a](b)"
    server.routes["/page"] = always(page(f"<title>{title.replace('<', '&lt;')}</title>"))
    project = made(tmp_path, {"page": server.url("/page"), "old": server.url("/old")})
    archive = ("--archive-file", "links.json")
    assert external(*archive, cwd=project).code == 0
    server.routes["/page"] = always(said("410 Gone"))
    _forget(project)
    run = external(*archive, "--summary", "issue.md", cwd=project)
    assert run.code == 0, run.all
    summary = (project / "issue.md").read_text(encoding="utf-8")
    today = re.search(r"on (\d{4}-\d{2}-\d{2})\.", summary)
    assert today is not None
    place = "terms/token.yml&#58;{}"
    safe = (
        "&#60;img src=x onerror=alert(1)&#62; &#64;&#8203;maintainer &#124; &#96;x&#96; "
        "&#91;a&#93;(b)"
    )
    port = f"http&#58;//127.0.0.1&#58;{server.port}"
    line = line_of(project, server.url("/page"))
    assert (
        summary
        == f"""\
# Links to other sites

2 external links on {today[1]}.

| Verdict | Addresses |
| --- | ---: |
| moved | 1 |
| gone | 1 |

## Not found, and asked once more

[What this means](https://termloom.github.io/termloom/reference/rules/link-gone-once/)

| What | Where |
| --- | --- |
| '{port}/page' was not found&#58; the server answers 410 (Gone)<br>it was alive until {today[1]}, \
titled “{safe}”; a copy may be at https&#58;//web.archive.org/web/{today[1].replace("-", "")}/\
{port}/page | {place.format(line)} |

## Moved for good

[What this means](https://termloom.github.io/termloom/reference/rules/link-moved/)

| What | Where |
| --- | --- |
| '{port}/old' has moved for good, to {port}/fine<br>write {port}/fine | \
{place.format(line_of(project, server.url("/old")))} |
"""
    )


def _forget(project: Path) -> None:
    for file in (project / ".cache" / "termloom").iterdir():
        file.unlink()


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path, server: AwkwardServer) -> None:
    server.routes |= {f"/{n}": FINE for n in range(5)}
    urls = {f"page {n}": server.url(f"/{n}") for n in range(5)}
    project = made(tmp_path, {**urls, "silent": server.url("/silent")}, {"timeout_seconds": 60})
    database = project / ".cache" / "termloom" / "links.sqlite3"
    running = start("termloom", "links", "--external", cwd=project, output=tmp_path / "log")
    wait_until(lambda: database.exists() and _known(database) == 5, "five answers are kept")
    running.send_signal(signal.SIGKILL)
    running.wait(30)
    again = made(tmp_path, {**urls, "fine": server.url("/fine")})
    assert external(cwd=again).err == (
        "Asked after 1 external link, 5 known from earlier: 6 alive.\n"
    )
    assert all(len(server.methods(f"/{n}")) == 1 for n in range(5))


def _known(database: Path) -> int:
    connection = sqlite3.connect(database, timeout=30)
    try:
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'")
        if not tables.fetchone()[0]:
            return 0
        return int(connection.execute("SELECT count(*) FROM answers").fetchone()[0])
    finally:
        connection.close()


def test_a_run_that_is_stopped_ends_without_a_traceback(
    tmp_path: Path, server: AwkwardServer
) -> None:
    project = made(tmp_path, {"silent": server.url("/silent")}, {"timeout_seconds": 60})
    log = tmp_path / "log"
    running = start("termloom", "links", "--external", cwd=project, output=log)
    wait_until(lambda: bool(server.asked), "the server is asked")
    running.send_signal(signal.SIGINT)
    assert running.wait(30) == 130
    assert log.read_text(encoding="utf-8").split() == ["termloom:", "stopped"]


def test_a_certificate_that_nobody_vouches_for_is_a_warning(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with AwkwardServer({"/": FINE}, context) as server:
        said = external(cwd=made(tmp_path, {"tls": server.url("/")}))
    assert "is not safe to open: its certificate is not to be trusted: " in said.out
    assert "[link-untrusted]" in said.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--fix"], "--fix needs --external"),
        (["--archive-file", "x"], "--archive-file needs --external"),
        (["--external", "--fix", "--diff"], "--fix and --diff do not go together"),
        (["--external", "--cached", "--budget", "3"], "--cached and --budget do not go together"),
        (["--external", "--site-dir", "x"], "--site-dir and --external do not go together"),
    ],
)
def test_what_does_not_go_together_is_said(
    project: Path, arguments: list[str], message: str
) -> None:
    said = termloom("links", *arguments, cwd=project)
    assert (said.code, said.out) == (2, "")
    assert said.err.rstrip().endswith(f"Error: {message}")


@pytest.mark.parametrize("option", ["--summary", "--archive-file"])
def test_nothing_that_an_author_wrote_is_overwritten(project: Path, option: str) -> None:
    before = tree(project)
    said = external(option, "terms/open-rate.yml", cwd=project)
    assert (said.code, said.out) == (3, "")
    assert said.err == (
        f"termloom: terms/open-rate.yml belongs to the project; choose another {option}\n"
    )
    assert tree(project) == before


def test_a_file_that_is_no_archive_is_left_alone(project: Path) -> None:
    said = external("--archive-file", "README.md", cwd=project)
    assert said.code == 3
    assert said.err.startswith("termloom: README.md is not a list of links that")


def test_a_project_without_links_says_so(tmp_path: Path) -> None:
    said = external("--summary", "issue.md", cwd=made(tmp_path, {}))
    assert (said.code, said.out) == (0, "0 external links checked: no diagnostics\n")
    assert said.err == "Asked after 0 external links: none.\n"
    assert (
        (tmp_path / "issue.md")
        .read_text(encoding="utf-8")
        .startswith("# Links to other sites\n\n0 external links on ")
    )


_SPY = """
import os, sys

def spy(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        with open(os.environ["SPY"], "a") as stream:
            stream.write(f"{event} {arguments}\\n")

sys.addaudithook(spy)
"""


@pytest.mark.slow
def test_only_the_external_check_opens_a_connection(tmp_path: Path, server: AwkwardServer) -> None:
    """Python reports every connection and every look-up to the spy, whoever starts it."""
    project = made(tmp_path / "project", {"fine": server.url("/fine")})
    write(
        project,
        {
            "terms/other.yml": term_text(
                "other", explanation=f"[It]({server.url('/fine')}) and [[token]]."
            ),
            "docs/index.md": f"# Home\n\n[It]({server.url('/old')}).\n",
        },
    )
    write(tmp_path, {"spy/sitecustomize.py": _SPY})
    log = tmp_path / "connections"
    env = NO_PROXY | {"PYTHONPATH": str(tmp_path / "spy"), "SPY": str(log)}
    for command in (
        ["check"], ["build"], ["links"], ["links", "--external", "--cached"], ["report"],
        ["rules"], ["fmt", "--check"],
    ):  # fmt: skip
        done = termloom(*command, cwd=project, env=env)
        assert done.code in (0, 1), done.all
    mkdocs = subprocess.run(
        [BIN / "mkdocs", "build", "--site-dir", tmp_path / "by-mkdocs"],
        cwd=project, env=environment(env), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert mkdocs.returncode == 0, mkdocs.stderr
    assert not log.exists(), log.read_text(encoding="utf-8")
    assert server.asked == []
    assert external(cwd=project, env=env).code == 0
    assert f"('127.0.0.1', {server.port})" in log.read_text(encoding="utf-8")
