"""The language server that VS Code, Neovim, Emacs and others use for YAML, spoken to over LSP.

Language Server Protocol 3.17: JSON-RPC with a `Content-Length` before each message.
"""

import fcntl
import hashlib
import json
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LONGEST = 60
_DIAGNOSTICS = "textDocument/publishDiagnostics"


def installed() -> Path:
    """Return the language server's program, installed from the lock file if it is not there yet.

    It lies in a folder named after the lock file, so that a new lock is a new installation.
    """
    names = ("package.json", "package-lock.json", ".npmrc")
    lock = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in names)).hexdigest()
    folder = ROOT / ".cache" / f"editor-{lock[:16]}"
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    done = folder / "installed"
    with (folder / "lock").open("w") as stream:
        # Tests run in several processes.
        fcntl.flock(stream, fcntl.LOCK_EX)
        if not done.exists():
            for name in names:
                shutil.copy(HERE / name, folder / name)
            _npm_ci(folder)
            done.touch()
    return program


def _npm_ci(folder: Path) -> None:
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"npm ci failed:\n{run.stdout}{run.stderr}"


@dataclass
class Server:
    """A running server, as an editor sees it: documents are opened, questions are answered."""

    process: subprocess.Popen[bytes]
    settings: Mapping[str, Any]
    _answers: "queue.Queue[dict[str, Any]]" = field(default_factory=queue.Queue)
    _published: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    _last: int = 0

    def request(self, method: str, parameters: Any) -> Any:
        """Ask, and return the answer."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": parameters})
        message = self._await(lambda m: m.get("id") == self._last and "method" not in m)
        assert "error" not in message, message
        return message["result"]

    def notify(self, method: str, parameters: Any) -> None:
        """Tell something that needs no answer."""
        self._send({"method": method, "params": parameters})

    def open(self, path: Path, text: str) -> None:
        """Open a file with a text in it."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def underlined(self, path: Path) -> list[dict[str, Any]]:
        """Return what is underlined in an open file; the server takes its time to say so."""
        while path.as_uri() not in self._published:
            self._await(lambda message: message.get("method") == _DIAGNOSTICS)
        return self._published.pop(path.as_uri())

    def answer(self, method: str) -> None:
        """Wait until the server asks something, and answer it."""
        message = self._await(lambda m: m.get("method") == method)
        self._send({"id": message["id"], "result": self._answer(message)})

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _await(self, wanted: Any) -> dict[str, Any]:
        """Return the first message that is wanted, answering the server's own questions."""
        while True:
            message = self._answers.get(timeout=LONGEST)
            if message.get("method") == _DIAGNOSTICS:
                said = message["params"]
                self._published[said["uri"]] = said["diagnostics"]
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": self._answer(message)})

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self.settings.get(item.get("section")) for item in message["params"]["items"]]


@contextmanager
def running(folder: Path, settings: Mapping[str, Any]) -> Iterator[Server]:
    """Give a server for a folder, with the settings of an editor by section."""
    program = installed()
    with subprocess.Popen(
        ["node", program, "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
    ) as process:
        server = Server(process, settings)
        assert process.stdout is not None
        arguments = (process.stdout, server._answers)
        threading.Thread(target=_listen, args=arguments, daemon=True).start()
        try:
            _greet(server, folder)
            yield server
        finally:
            process.kill()


def _greet(server: Server, folder: Path) -> None:
    uri = folder.as_uri()
    document = {
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
        },
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    }
    server.request(
        "initialize",
        {
            "processId": None,
            "rootUri": uri,
            "workspaceFolders": [{"uri": uri, "name": folder.name}],
            "capabilities": {
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": document,
            },
        },
    )
    server.notify("initialized", {})
    # Without its settings the server would look at the first document without a schema.
    server.answer("workspace/configuration")


def _listen(stream: BinaryIO, answers: "queue.Queue[dict[str, Any]]") -> None:
    while header := stream.readline():
        length = 0
        while header.strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            header = stream.readline()
        answers.put(json.loads(stream.read(length)))
