"""What tests in a real Chromium share: a server, and pages that are watched."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own 404 page, as any host of static sites does."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def build(project: Path, site: Path, url: str = "") -> None:
    """Build a site, for an address, with the command that users type."""
    command = [sys.executable, "-m", "generator", "build", "-q", "--site-dir", str(site)]
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [*command, "--config", str(project / "mkdocs.yml")],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": path} | ({"SITE_URL": url} if url else {}),
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def served(folder: Path) -> Iterator[str]:
    """Serve a folder at a free port of this machine until the generator is closed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Visit:
    """A page in the browser, with what it asked for and what went wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def watched(context: BrowserContext) -> Visit:
    """Open a page and keep a record of requests and faults."""
    page = context.new_page()
    visit = Visit(page)
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("pageerror", lambda error: visit.faults.append(str(error)))
    page.on("dialog", lambda dialog: (visit.faults.append(dialog.message), dialog.dismiss()))
    return visit


def strangers(visit: Visit, site: str) -> list[str]:
    """Return the addresses that were asked of another host."""
    return [url for url in visit.requests if not re.match(rf"{re.escape(site)}/|data:|blob:", url)]


def told(value: object) -> str:
    """Return a value as text that a person can read in a failure."""
    return json.dumps(value, indent=2, ensure_ascii=False)
