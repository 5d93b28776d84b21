"""Where the Node of some tests is, and the programs that they run with it."""

import fcntl
import hashlib
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ADVICE = (
    "Editor and form tests were SKIPPED: no Node with npm was found. Install them "
    "(Debian, Ubuntu: sudo apt install nodejs npm; macOS: brew install node)."
)


def node() -> str | None:
    """Return the path of an installed Node, nothing if there is none or it has no npm."""
    found = shutil.which("node")
    return found if shutil.which("npm") else None


def modules(lock: Path, name: str) -> Path:
    """Return a folder of modules, installed from the lock file beside others if it is not there.

    It is named after the lock file, so that a new lock is a new installation.
    """
    names = ("package.json", "package-lock.json", ".npmrc")
    digest = hashlib.sha256(b"".join((lock / each).read_bytes() for each in names)).hexdigest()
    folder = ROOT / ".cache" / f"{name}-{digest[:16]}"
    folder.mkdir(parents=True, exist_ok=True)
    done = folder / "installed"
    with (folder / "lock").open("w") as stream:
        # Tests run in several processes.
        fcntl.flock(stream, fcntl.LOCK_EX)
        if not done.exists():
            for each in names:
                shutil.copy(lock / each, folder / each)
            _npm_ci(folder)
            done.touch()
    return folder / "node_modules"


def _npm_ci(folder: Path) -> None:
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"npm ci failed:\n{run.stdout}{run.stderr}"
