"""Take the picture of the README again: `python -m tests.pictures`.

It builds the site, photographs one page on a desktop screen in light colours and on a phone
in dark ones, and puts the two side by side in `docs/images/term-page.png`.
"""

import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "images" / "term-page.png"
PAGE = "terms/retrieval-augmented-generation/"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHT = 844
LARGEST = 300_000


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: str) -> Iterator[str]:
    """Give the address of a built site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()


def photograph(browser: Browser, address: str, width: int, colours: str) -> str:
    """Return what a screen shows of a page, as a data address."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme="dark" if colours == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    data = base64.b64encode(page.screenshot()).decode()
    context.close()
    return f"data:image/png;base64,{data}"


def side_by_side(browser: Browser, desktop: str, phone: str) -> bytes:
    """Return one picture of two."""
    page = browser.new_page(viewport={"width": 1280, "height": 560})
    page.set_content(
        f"""<style>
        body {{ margin: 0; padding: 24px; display: flex; gap: 24px; background: #e9ebf3; }}
        img {{ height: 512px; border-radius: 10px; box-shadow: 0 2px 12px #0003; }}
        body {{ justify-content: center; }}
        </style><img src="{desktop}"><img src="{phone}">"""
    )
    return page.screenshot()


def main() -> None:
    """Build, photograph and write."""
    with tempfile.TemporaryDirectory() as folder:
        site = str(Path(folder) / "site")
        command = [sys.executable, "-m", "generator", "build", "--quiet", "--site-dir", site]
        subprocess.run(command, cwd=ROOT, check=True)
        with served(site) as address, sync_playwright() as player:
            browser = player.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
            desktop = photograph(browser, address + PAGE, 1280, "light")
            phone = photograph(browser, address + PAGE, 390, "dark")
            picture = side_by_side(browser, desktop, phone)
            browser.close()
    if len(picture) > LARGEST:
        sys.exit(f"the picture has {len(picture):,} bytes; at most {LARGEST:,} are wanted")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_bytes(picture)


if __name__ == "__main__":
    main()
