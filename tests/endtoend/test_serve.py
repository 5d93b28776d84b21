"""`termloom serve`: what is saved is seen, and a broken entry is explained."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.endtoend.command import run, start, termloom, wait_until

pytestmark = pytest.mark.slow

BANNER = 'class="tl-banner"'
# Longer than MkDocs takes to notice a change and to build again.
_WATCHED_FOR = 4.0


@dataclass
class Server:
    """A live server, its project, and what it has printed."""

    project: Path
    address: str
    output: Path

    def page(self, path: str) -> str:
        """Return a page as a browser would get it; empty while the server is not there yet."""
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=30) as answer:
                text: str = answer.read().decode("utf-8")
                return text
        except (URLError, ConnectionError):
            return ""

    @property
    def printed(self) -> str:
        """Return everything the terminal has shown."""
        return self.output.read_text(encoding="utf-8")

    def builds(self) -> int:
        """Return how many builds have begun."""
        return self.printed.count("Building documentation")

    def shows(self, path: str, words: str) -> None:
        """Wait until a page has these words."""
        wait_until(lambda: words in self.page(path), f"/{path} shows {words!r}\n{self.printed}")

    def hides(self, path: str, words: str) -> None:
        """Wait until a page is there without these words."""
        wait_until(
            lambda: bool(page := self.page(path)) and words not in page,
            f"/{path} no longer shows {words!r}\n{self.printed}",
        )

    def edit(self, path: str, old: str, new: str) -> None:
        """Save a file with a part of it replaced."""
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


def serving(command: tuple[str, ...], project: Path, port: int) -> Iterator[Server]:
    """Serve a project until the generator is closed."""
    address = f"127.0.0.1:{port}"
    server = Server(project, address, project.parent / "output")
    running = start(*command, address, cwd=project, output=server.output)
    try:
        wait_until(
            lambda: "Serving on" in server.printed or running.poll() is not None,
            "the server starts",
        )
        assert running.poll() is None, server.printed
        yield server
        assert running.poll() is None, server.printed
    finally:
        running.terminate()
        running.wait()


@pytest.fixture
def server(project: Path, free_port: int) -> Iterator[Server]:
    """The project under `termloom serve`."""
    yield from serving(("termloom", "serve", "-a"), project, free_port)


def test_a_saved_entry_is_seen_and_the_server_then_rests(server: Server) -> None:
    server.shows("terms/open-rate/", "The weak spot is the picture.")
    assert BANNER not in server.page("terms/open-rate/")
    server.edit("terms/open-rate.yml", "The weak spot", "The soft spot")
    server.shows("terms/open-rate/", "The soft spot is the picture.")
    builds = server.builds()
    assert builds >= 2
    end = time.monotonic() + _WATCHED_FOR
    while time.monotonic() < end:
        assert server.page("terms/open-rate/")
        assert server.builds() == builds, server.printed


def test_a_broken_entry_is_explained_in_the_page_and_in_the_terminal(server: Server) -> None:
    server.edit("terms/open-rate.yml", "definition:", "definiton:")
    for page in ("", "terms/open-rate/", "terms/click-through-rate/"):
        server.shows(page, BANNER)
        assert "unknown field &#39;definiton&#39;" in server.page(page)
    line = (server.project / "terms" / "open-rate.yml").read_text("utf-8").split("\n")
    number = next(n for n, text in enumerate(line, 1) if text.startswith("definiton:"))
    assert (
        f"\nterms/open-rate.yml:{number}:1: error: unknown field 'definiton' [unknown-field]\n"
        in server.printed
    )
    assert "did you mean 'definition'?" in server.printed
    assert "Traceback" not in server.printed
    server.edit("terms/open-rate.yml", "definiton:", "definition:")
    server.hides("", BANNER)
    assert BANNER not in server.page("terms/open-rate/")
    assert "The weak spot" in server.page("terms/open-rate/")


def test_new_and_deleted_entries_are_seen(server: Server) -> None:
    assert termloom("new", "term", "Bounce rate", cwd=server.project).code == 0
    server.edit("terms/bounce-rate.yml", "status: draft", "status: published")
    server.shows("terms/", "Bounce rate")
    (server.project / "terms" / "bounce-rate.yml").unlink()
    server.hides("terms/", "Bounce rate")


def test_hand_written_pages_and_the_config_are_watched_too(server: Server) -> None:
    (server.project / "docs" / "about.md").write_text("# About\n\nSee [[CTR]].\n", "utf-8")
    server.shows("about/", 'href="../terms/click-through-rate/">CTR</a>')
    server.edit("mkdocs.yml", "name: Measuring email", "name: Counting email")
    server.shows("categories/", "Counting email")


def test_a_broken_config_is_explained_and_the_server_goes_on(server: Server) -> None:
    (server.project / "mkdocs.yml").rename(server.project / "kept.yml")
    (server.project / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    wait_until(lambda: "mkdocs.yml" in server.printed.partition("Serving on")[2], "it is told")
    wait_until(lambda: "An error happened during the rebuild" in server.printed, "it is told")
    assert "Traceback" not in server.printed
    (server.project / "kept.yml").rename(server.project / "mkdocs.yml")
    server.edit("terms/open-rate.yml", "The weak spot", "The soft spot")
    server.shows("terms/open-rate/", "The soft spot")


def test_an_entry_that_is_broken_from_the_start_is_explained_too(
    project: Path, free_port: int
) -> None:
    (project / "terms" / "open-rate.yml").write_text("name: [\n", encoding="utf-8")
    for server in serving(("termloom", "serve", "-a"), project, free_port):
        server.shows("terms/open-rate/", BANNER)
        assert "terms/open-rate.yml:1:" in server.printed


def test_mkdocs_serve_explains_a_broken_entry_as_well(project: Path, free_port: int) -> None:
    for server in serving(("mkdocs", "serve", "-a"), project, free_port):
        server.edit("terms/open-rate.yml", "definition:", "definiton:")
        server.shows("terms/open-rate/", BANNER)
        assert "unknown field 'definiton'" in server.printed
        server.edit("terms/open-rate.yml", "definiton:", "definition:")
        server.hides("terms/open-rate/", BANNER)


def test_a_port_in_use_is_named(server: Server) -> None:
    second = run("termloom", "serve", "-a", server.address, cwd=server.project)
    assert second.code == 3
    assert "something else listens at that address already; choose another one" in second.err
    assert "Traceback" not in second.err


@pytest.mark.parametrize("address", ["8000", "localhost", "127.0.0.1:99999", "a b:80"])
def test_what_is_no_address_is_refused(project: Path, address: str) -> None:
    said = termloom("serve", "--address", address, cwd=project)
    assert said.code == 2
    assert "write a host and a port, such as 127.0.0.1:8001" in said.err
