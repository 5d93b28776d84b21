"""The language server that VS Code, Neovim, Emacs and others use for YAML, spoken to over LSP.

Language Server Protocol 3.17: JSON-RPC with a `Content-Length` before each message.
"""

import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from tests.node import modules

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LONGEST = 60
_DIAGNOSTICS = "textDocument/publishDiagnostics"


def installed() -> Path:
    """Return the language server's program, installed from the lock file if it is not there."""
    return modules(HERE, "editor") / "yaml-language-server" / "bin" / "yaml-language-server"


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
