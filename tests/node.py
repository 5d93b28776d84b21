"""Where the Node of the editor tests is."""

import shutil

ADVICE = (
    "Editor tests were SKIPPED: no Node with npm was found. Install them "
    "(Debian, Ubuntu: sudo apt install nodejs npm; macOS: brew install node)."
)


def node() -> str | None:
    """Return the path of an installed Node, nothing if there is none or it has no npm."""
    found = shutil.which("node")
    return found if shutil.which("npm") else None
