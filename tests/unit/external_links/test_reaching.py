"""What many runs make of the links of a project."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from generator import external_check
from generator.diagnostics import Severity
from generator.errors import TermloomError
from generator.external_check import Reached, Wishes, reached
from generator.external_links.answers import Verdict
from generator.external_links.archive import EMPTY, parsed, text_of
from generator.reading import read
from generator.reporting.text import block
from tests import factories
from tests.awkward_server import AwkwardServer, always, page, said, to
from tests.factories import TODAY, term_text
from tests.unit.external_links.conversation import NOW, StillClock

QUICK = {"allow": ["127.0.0.0/8", "localhost"], "pause_seconds": 0, "retries": 0}
FINE = always(page("<title>A page</title><p id=here>"))
GONE = always(said("410 Gone"))


@pytest.fixture
def server() -> Iterator[AwkwardServer]:
    """A server without pages."""
    with AwkwardServer({}) as made:
        yield made


def run(
    tmp_path: Path,
    urls: list[str],
    wishes: Wishes | None = None,
    hours: float = 0,
    links: dict[str, Any] | None = None,
    **options: Any,
) -> Reached:
    """Run once, so many hours after the beginning, with a term that names sources."""
    sources = [{"title": f"Source {number}", "url": url} for number, url in enumerate(urls)]
    project = factories.project(
        tmp_path,
        {"terms/token.yml": term_text(sources=sources)},
        {"links": QUICK | (links or {}), **options},
    )
    clock = StillClock(NOW + timedelta(hours=hours))
    day = TODAY + timedelta(days=int((9 + hours) // 24))
    return reached(
        project, read(project), wishes or Wishes(), day, progress=lambda *_: None, clock=clock
    )


def rules(found: Reached) -> list[tuple[str, Severity]]:
    return [(diagnostic.rule, diagnostic.severity) for diagnostic in found.diagnostics]


ONCE = [("link-gone-once", Severity.WARNING)]
TWICE = [("link-gone", Severity.ERROR)]


def test_only_a_page_that_two_runs_miss_is_an_error(tmp_path: Path, server: AwkwardServer) -> None:
    url = server.url("/away")
    assert rules(run(tmp_path, [url])) == ONCE
    assert rules(run(tmp_path, [url], hours=1)) == ONCE
    assert server.methods("/away") == ["HEAD", "GET"]
    assert rules(run(tmp_path, [url], hours=25)) == TWICE
    assert server.methods("/away") == ["HEAD", "GET"] * 2


def test_two_runs_that_follow_each_other_count_as_one(
    tmp_path: Path, server: AwkwardServer
) -> None:
    links = {"keep_bad_days": 0}
    url = server.url("/away")
    for hours, expected in ((0, ONCE), (1, ONCE), (11.9, ONCE), (12, TWICE), (13, TWICE)):
        assert rules(run(tmp_path, [url], hours=hours, links=links)) == expected


def test_one_run_is_never_two_whatever_the_config_says(
    tmp_path: Path, server: AwkwardServer
) -> None:
    links = {"keep_bad_days": 0, "confirm_hours": 0}
    assert rules(run(tmp_path, [server.url("/away")], links=links)) == ONCE
    assert rules(run(tmp_path, [server.url("/away")], links=links, hours=0.1)) == TWICE


def test_a_page_that_came_back_is_missed_anew(tmp_path: Path, server: AwkwardServer) -> None:
    url = server.url("/page")
    for days, route, expected in (
        (0, GONE, ONCE),
        (2, FINE, []),
        (10, GONE, ONCE),
        (12, GONE, TWICE),
    ):
        server.routes["/page"] = route
        assert rules(run(tmp_path, [url], hours=24 * days)) == expected


def test_a_server_that_fails_in_between_says_nothing_about_the_page(
    tmp_path: Path, server: AwkwardServer
) -> None:
    url = server.url("/page")
    for days, route, expected in (
        (0, GONE, ONCE),
        (2, always(said("500 Oops")), [("link-flaky", Severity.HINT)]),
        (4, GONE, TWICE),
    ):
        server.routes["/page"] = route
        assert rules(run(tmp_path, [url], hours=24 * days)) == expected


def test_good_answers_are_kept_longer_than_bad_ones(tmp_path: Path, server: AwkwardServer) -> None:
    server.routes["/good"] = FINE
    server.routes["/bad"] = always(said("403 Forbidden"))
    urls = [server.url("/good"), server.url("/bad")]
    asked = [len(run(tmp_path, urls, hours=24 * day).asked.asked) for day in (0, 0.5, 1, 6.9, 7)]
    assert asked == [2, 0, 1, 1, 1]
    assert server.methods("/good") == ["HEAD", "HEAD"]


def test_one_address_is_asked_once_and_reported_at_each_place(
    tmp_path: Path, server: AwkwardServer
) -> None:
    url = server.url("/away")
    found = run(tmp_path, [url, f"{url}#part", url.replace("127.0.0.1", "0x7f.1")])
    assert [(d.location.line, d.rule) for d in found.diagnostics] == [
        (6, "link-gone-once"),
        (8, "link-gone-once"),
        (10, "link-gone-once"),
    ]
    assert server.methods("/away") == ["GET"]
    assert found.entries == 1


def test_a_fragment_is_looked_for_even_if_the_page_is_known(
    tmp_path: Path, server: AwkwardServer
) -> None:
    server.routes["/page"] = FINE
    url = server.url("/page")
    assert rules(run(tmp_path, [url])) == []
    found = run(tmp_path, [f"{url}#here", f"{url}#there", f"{url}#:~:text=a", f"{url}#/route"])
    assert [d.message for d in found.diagnostics] == ["the page has no part 'there'"]
    assert server.methods("/page") == ["HEAD", "GET"]
    assert rules(run(tmp_path, [f"{url}#there"])) == [("fragment-gone", Severity.HINT)]
    assert server.methods("/page") == ["HEAD", "GET"]


def test_a_page_that_moved_offers_its_new_address(tmp_path: Path, server: AwkwardServer) -> None:
    server.routes |= {"/old": always(to("/new (1)")), "/new%20(1)": FINE}
    url = server.url("/old")
    (found,) = run(tmp_path, [f"{url}#here"]).diagnostics
    new = server.url("/new%20(1)#here")
    safe = server.url("/new%20%281%29#here")
    assert block(found) == (
        f"terms/token.yml:6:8: hint: '{url}#here' has moved for good, to {new} [link-moved]\n"
        f"  6 │   url: {url}#here\n"
        f"    │        {'^' * len(f'{url}#here')} write {new}\n"
        f"   fix: Write {safe} (termloom links --external --fix)"
    )


@pytest.mark.parametrize(
    ("location", "fragment", "written"),
    [
        ("/new", "", "/new"),
        ("/new", "#here", "/new#here"),
        ("/new#there", "", "/new#there"),
        ("/new#there", "#here", "/new#there"),
    ],
)
def test_the_fragment_stays_unless_the_server_names_another(
    tmp_path: Path, server: AwkwardServer, location: str, fragment: str, written: str
) -> None:
    server.routes |= {"/old": always(to(location)), "/new": FINE}
    (found,) = run(tmp_path, [server.url(f"/old{fragment}")]).diagnostics
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == [server.url(written)]


def test_a_page_that_was_sent_to_the_front_page_has_no_fix(
    tmp_path: Path, server: AwkwardServer
) -> None:
    server.routes |= {"/old": always(to("/")), "/": FINE}
    (found,) = run(tmp_path, [server.url("/old")]).diagnostics
    assert (found.rule, found.fix) == ("link-moved", None)
    assert found.hint == "the front page of a site: the page itself is probably gone"


def test_a_setting_that_moved_is_said_and_left_to_the_publisher(
    tmp_path: Path, server: AwkwardServer
) -> None:
    server.routes |= {"/old": always(to("/new")), "/new": FINE}
    publisher = {"name": "P", "url": server.url("/old")}
    (found,) = run(tmp_path, [], publisher=publisher).diagnostics
    assert (found.location.path, found.rule, found.fix) == ("mkdocs.yml", "link-moved", None)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://169.254.169.254/latest/", "'169.254.169.254' is not a public address"),
        ("http://10.0.0.1:8080/", "'10.0.0.1' is not a public address"),
        ("http://printer.local/", "'printer.local' is not a public host"),
        ("https://me:secret@example.org/", "it holds a user name or a password"),
        ("https://example.org:22/", "browsers open no pages on port 22"),
    ],
)
def test_an_address_that_must_not_be_asked_is_said(tmp_path: Path, url: str, words: str) -> None:
    (found,) = run(tmp_path, [url]).diagnostics
    assert (found.rule, found.message) == ("link-not-public", f"'{url}' was not asked: {words}")


# The config


def test_severities_and_comments_hold_here_too(tmp_path: Path, server: AwkwardServer) -> None:
    url = server.url("/away")
    assert rules(run(tmp_path, [url], rules={"link-gone-once": "off"})) == []
    assert rules(run(tmp_path, [url], rules={"link-gone-once": "error"})) == [
        ("link-gone-once", Severity.ERROR)
    ]
    file = tmp_path / "terms" / "token.yml"
    text = file.read_text(encoding="utf-8")
    comment = " # termloom: ignore[link-gone-once] because it comes back"
    file.write_text(text.replace(url, url + comment), encoding="utf-8")
    project = factories.open_project(tmp_path / "mkdocs.yml")
    found = reached(
        project, read(project), Wishes(cached=True), TODAY, progress=lambda *_: None,
        clock=StillClock(),
    )  # fmt: skip
    assert found.diagnostics == ()


def test_ignored_links_are_not_asked_until_the_reason_is_over(
    tmp_path: Path, server: AwkwardServer
) -> None:
    server.routes["/fine"] = FINE
    ignore = [
        {"url": f"{server.url('/in')}*", "because": "It is inside.", "until": "2026-11-21"},
        {"url": "https://nowhere.example.org/", "because": "It was there."},
    ]
    urls = [server.url("/inside"), server.url("/fine")]
    found = run(tmp_path, urls, links={"ignore": ignore})
    assert (found.ignored, server.methods("/inside")) == (1, [])
    assert [(d.rule, d.message) for d in found.diagnostics] == [
        ("ignored-link-unused", "'https://nowhere.example.org/' covers no link")
    ]
    late = run(tmp_path, urls, links={"ignore": ignore[:1]}, hours=24)
    assert [(d.location.path, d.rule, d.message) for d in late.diagnostics] == [
        (
            "mkdocs.yml",
            "ignored-link-expired",
            f"'{server.url('/in')}*' was to be ignored until 2026-11-21",
        ),
        (
            "terms/token.yml",
            "link-gone-once",
            f"'{server.url('/inside')}' was not found: the server answers 404 (Not Found)",
        ),
    ]


# Runs that ask less, or nobody


def test_a_budget_asks_the_oldest_first_and_the_others_another_time(
    tmp_path: Path, server: AwkwardServer
) -> None:
    server.routes |= {f"/{n}": FINE for n in range(3)}
    urls = [server.url(f"/{n}") for n in range(3)]
    first = run(tmp_path, urls, Wishes(budget=2))
    assert (len(first.asked.asked), first.asked.left, first.entries) == (2, 1, 2)
    second = run(tmp_path, urls, Wishes(budget=2), hours=24 * 8)
    assert urls[2] in second.asked.asked
    assert (second.asked.left, second.entries) == (1, 3)


def test_a_cached_run_asks_nobody_and_says_what_is_known(
    tmp_path: Path, server: AwkwardServer
) -> None:
    url = server.url("/away")
    run(tmp_path, [url])
    before = len(server.asked)
    found = run(tmp_path, [url, server.url("/new")], Wishes(cached=True), hours=24 * 30)
    assert rules(found) == ONCE
    assert (found.entries, found.asked.left, len(server.asked)) == (1, 2, before)


def test_a_machine_without_a_connection_notes_nothing(
    tmp_path: Path, server: AwkwardServer
) -> None:
    server.routes["/page"] = FINE
    run(tmp_path, [server.url("/page")])
    nowhere = [f"http://127.0.0.{n}:{server.port}/page" for n in (2, 3, 4)]
    with pytest.raises(TermloomError, match="none of 3 servers could be reached"):
        run(tmp_path, nowhere, hours=24 * 30)
    assert run(tmp_path, nowhere, Wishes(cached=True)).entries == 0
    # One server that answers proves that the others might.
    found = run(tmp_path, [*nowhere, server.url("/page")], hours=24 * 30)
    assert found.verdicts[Verdict.FLAKY] == 3


# What is remembered


def archive(tmp_path: Path, urls: list[str], before: str | None, hours: float) -> Reached:
    known = parsed("links.json", before) if before else EMPTY
    return run(tmp_path, urls, Wishes(archive=known), hours)


def test_the_archive_tells_what_died_from_what_never_lived(
    tmp_path: Path, server: AwkwardServer
) -> None:
    server.routes["/page"] = FINE
    urls = [server.url("/page"), server.url("/never")]
    first = text_of(archive(tmp_path / "one", urls, None, 0).archive)
    assert json.loads(first) == {
        "version": 1,
        "links": {
            urls[1]: {"verdict": "gone", "status": 404, "gone_since": "2026-11-21T09:00:00Z"},
            urls[0]: {
                "verdict": "alive",
                "status": 200,
                "title": "A page",
                "first_alive": "2026-11-21",
                "last_alive": "2026-11-21",
            },
        },
    }
    server.routes["/page"] = GONE
    # Another machine knows the file alone.
    second = archive(tmp_path / "two", urls, first, 24 * 8)
    copy = f"https://web.archive.org/web/20261121/{urls[0]}"
    assert [(d.rule, d.hint) for d in second.diagnostics] == [
        (
            "link-gone-once",
            f"it was alive until 2026-11-21, titled “A page”; a copy may be at {copy}",
        ),
        ("link-gone", "it was never seen alive: look whether the address is misspelt"),
    ]
    assert json.loads(text_of(second.archive))["links"][urls[0]] == {
        "verdict": "gone",
        "status": 410,
        "title": "A page",
        "first_alive": "2026-11-21",
        "last_alive": "2026-11-21",
        "gone_since": "2026-11-29T09:00:00Z",
    }


def test_the_archive_is_the_same_whatever_the_order(tmp_path: Path, server: AwkwardServer) -> None:
    server.routes |= {"/a": FINE, "/b": FINE}
    urls = [server.url("/a"), server.url("/b")]
    texts = {
        text_of(archive(tmp_path / name, order, None, 0).archive)
        for name, order in (("one", urls), ("two", urls[::-1]))
    }
    (text,) = texts
    assert text_of(parsed("links.json", text)) == text


def test_the_archive_forgets_what_nobody_names_unless_a_file_cannot_be_read(
    tmp_path: Path, server: AwkwardServer
) -> None:
    server.routes |= {"/a": FINE, "/b": FINE}
    one, two = server.url("/a"), server.url("/b")
    text = text_of(archive(tmp_path, [one, two], None, 0).archive)
    assert list(archive(tmp_path, [one], text, 1).archive.links) == [one]
    (tmp_path / "terms" / "broken.yml").write_bytes(b"\xff\xfe")
    assert sorted(archive(tmp_path, [one], text, 1).archive.links) == sorted([one, two])


def test_the_archive_is_read_even_if_the_page_was_known_without_its_title(
    tmp_path: Path, server: AwkwardServer
) -> None:
    server.routes["/a"] = FINE
    run(tmp_path, [server.url("/a")])
    found = archive(tmp_path, [server.url("/a")], None, 1).archive
    assert found.links[server.url("/a")].title == "A page"
    assert server.methods("/a") == ["HEAD", "GET"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"version": 2}', '{"version": 1, "links": {"a": {"verdict": "dead"}}}',
     '{"version": 1, "links": {"a": {"verdict": "alive", "more": 1}}}', "name: Token\n"],
)  # fmt: skip
def test_a_file_that_is_no_archive_is_refused(text: str) -> None:
    with pytest.raises(TermloomError, match=r"^links\.json is not a list of links"):
        parsed("links.json", text)


def test_the_agent_names_the_site(tmp_path: Path, server: AwkwardServer) -> None:
    server.routes["/a"] = FINE
    run(tmp_path, [server.url("/a")])
    version = external_check.__version__
    assert server.asked[0].headers["user-agent"] == (
        f"termloom/{version} (+https://termloom.github.io/termloom/)"
    )
