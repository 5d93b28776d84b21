"""Take the scripts of the form anew: `python -m tests.vendoring`. It needs npm and its registry.

It fetches the versions named here, holds them to the hashes named here, and writes them with
their licences below `templates/admin/vendor/`. What Decap CMS has in it, its source map says.
"""

import base64
import gzip
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[1] / "templates" / "admin" / "vendor"
DECAP = ("decap-cms", "3.16.3")
YAML = ("js-yaml", "5.5.0")
HASHES = {
    DECAP: (
        "hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw=="
    ),
    YAML: (
        "paNr4LFIFPjeeSmwNYdrb8FafLLG/Cr2Af3GjbsHJ5CxIjH4r0c2emlmRdAtpPAieP1gRVzk6buBbVP5gBMGAg=="
    ),
}
_LICENCE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_SOURCE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
_MAP = re.compile(rb"\n//# sourceMappingURL=\S*\s*$")


def main() -> None:
    """Fetch, judge and write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        decap, yaml = _unpacked(folder, DECAP), _unpacked(folder, YAML)
        _npm(folder, "init", "--yes")
        _npm(folder, "install", "--ignore-scripts", "--no-audit", "--no-fund", "@".join(DECAP))
        script = (decap / "dist" / "decap-cms.js").read_bytes()
        _write("decap-cms/decap-cms.js.gz", _packed(_MAP.sub(b"\n", script)))
        source_map = json.loads((decap / "dist" / "decap-cms.js.map").read_text(encoding="utf-8"))
        notices = "\n".join(_notices(source_map["sources"], folder / "node_modules"))
        _write("decap-cms/NOTICES.txt.gz", _packed(notices.encode()))
        # The package itself has none; its parts share this one.
        licence = folder / "node_modules" / "decap-cms-lib-auth" / "LICENSE"
        _write("decap-cms/LICENSE.txt", licence.read_bytes())
        _write("js-yaml/js-yaml.umd.min.js", _script(yaml))
        _write("js-yaml/LICENSE.txt", (yaml / "LICENSE").read_bytes())


def _unpacked(folder: Path, package: tuple[str, str]) -> Path:
    """Return the folder of a package, fetched from the registry and held to its hash."""
    shown = _npm(folder, "pack", "--silent", "@".join(package)).strip().splitlines()[-1]
    data = (folder / shown).read_bytes()
    found = base64.b64encode(hashlib.sha512(data).digest()).decode()
    if found != HASHES[package]:
        sys.exit(f"{shown} has the hash {found}, and not the one that is named here")
    with tarfile.open(folder / shown) as tar:
        tar.extractall(folder / package[0], filter="data")
    return folder / package[0] / "package"


def _script(yaml: Path) -> bytes:
    return _MAP.sub(b"\n", (yaml / "dist" / "browser" / "js-yaml.umd.min.js").read_bytes())


def _notices(sources: list[str], modules: Path) -> Iterator[str]:
    """Yield the licences of all packages that a source map names, each with its text."""
    yield f"{DECAP[0]} {DECAP[1]}, MIT, holds these packages. Their sources: npmjs.com."
    inside = {found[-1] for source in sources if (found := _SOURCE.findall(source))}
    for name in sorted({DECAP[0], *inside}):
        folder = modules / name
        if not folder.is_dir():
            continue  # A stand-in for what browsers do not have, made by the bundler.
        said = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        licence = said.get("license") or said.get("licenses") or "MIT, as its README says"
        yield f"\n{'=' * 80}\n{name} {said['version']}: {licence}\n"
        for path in sorted(folder.iterdir()):
            if path.is_file() and _LICENCE.match(path.name):
                yield path.read_text(encoding="utf-8", errors="replace").strip()


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _write(name: str, data: bytes) -> None:
    path = VENDOR / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(f"{len(data):>9,} bytes  {name}")  # noqa: T201


def _npm(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["npm", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"npm {arguments[0]} failed:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
