"""Where the browser of the browser tests is."""

import shutil
from pathlib import Path

ADVICE = (
    "Browser tests were SKIPPED: no Chromium was found. Install one "
    "(Debian, Ubuntu: sudo apt install chromium; macOS: brew install --cask chromium)."
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC = ("Chromium", "Google Chrome")


def chromium() -> str | None:
    """Return the path of an installed Chromium, nothing if there is none."""
    on_path = (shutil.which(name) for name in _NAMES)
    apps = (f"/Applications/{name}.app/Contents/MacOS/{name}" for name in _MAC)
    found = (path for path in (*on_path, *apps) if path and Path(path).exists())
    return next(found, None)
