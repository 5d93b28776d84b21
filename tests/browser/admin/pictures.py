"""Take the pictures of the guide again: `python -m tests.browser.admin.pictures`.

It fills in the form of a new glossary, saves, and photographs the form, the board and the ways
in that a page of the site has. It needs a Chromium, Node and npm.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from generator.cli.init import starter
from tests.browser.admin.repository import git, proxy
from tests.browser.visiting import FLAGS, build, served
from tests.chromium import ADVICE, chromium
from tests.factories import write

PICTURES = Path(__file__).resolve().parents[3] / "docs" / "images"
LARGEST = 150_000
SIZE = {"width": 1200, "height": 760}


def project(folder: Path) -> Path:
    """Return a new glossary in a repository, whose form is switched on."""
    files = dict(starter("Email glossary"))
    options = "  - termloom:\n      admin: {repo: example/glossary}\n"
    files["mkdocs.yml"] = files["mkdocs.yml"].replace("  - termloom:\n", options)
    write(folder, files)
    git(folder, "init", "--quiet", "--initial-branch=main")
    for name, value in (("user.name", "Editor"), ("user.email", "editor@example.org")):
        git(folder, "config", name, value)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Start")
    return folder


@contextmanager
def screen(site: str, port: int) -> Iterator[Page]:
    """Give a page of the browser; the form finds the server of this machine."""
    path = chromium()
    assert path is not None, ADVICE
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        context = browser.new_context(viewport=SIZE, reduced_motion="reduce")
        local = "http://localhost:8081"
        context.route(
            f"{local}/**",
            lambda route: route.continue_(
                url=route.request.url.replace(local, f"http://localhost:{port}")
            ),
        )
        page = context.new_page()
        page.goto(f"{site}/admin/?new=terms")
        page.get_by_role("button", name="Login").click()
        yield page
        browser.close()


def fill(page: Page) -> None:
    """Fill in a new term."""
    page.get_by_label("Name").first.fill("Bounce rate")
    page.get_by_label("Definition").fill(
        "The share of sent emails that came back because they could not be **delivered**."
    )
    page.get_by_label("Why it matters").fill(
        "A sender whose emails often come back is soon taken for a careless one. See also "
        "[[open-rate|the open rate]]."
    )
    page.get_by_role("button", name="Add use case").click()
    page.get_by_label("When", exact=True).fill("You want to know whether your list is up to date.")
    page.get_by_label("Name").first.scroll_into_view_if_needed()
    page.frame_locator("iframe").get_by_text("up to date").wait_for()


def keep(name: str, picture: bytes) -> None:
    """Write a picture, if it is small enough for a page."""
    if len(picture) > LARGEST:
        sys.exit(f"{name} has {len(picture):,} bytes; at most {LARGEST:,} are wanted")
    (PICTURES / name).write_bytes(picture)


def main() -> None:
    """Build, photograph and write."""
    with tempfile.TemporaryDirectory() as name:
        folder = project(Path(name) / "glossary")
        build(folder, Path(name) / "site")
        with proxy(folder) as port:
            for site in served(Path(name) / "site"):
                with screen(site, port) as page:
                    fill(page)
                    keep("form.png", page.screenshot())
                    page.get_by_role("button", name="Save").click()
                    page.get_by_text("Changes saved").wait_for()
                    page.goto(f"{site}/admin/#/workflow")
                    page.get_by_text("Bounce rate").wait_for()
                    page.set_viewport_size({"width": 1200, "height": 520})
                    keep("form-board.png", page.screenshot())


if __name__ == "__main__":
    main()
