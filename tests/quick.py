"""`termloom` for tests that call it a thousand times: each call a process of its own, in no time.

Half of a short command is imports. So one process for each worker imports everything once and
then forks: a fork gets the caller's arguments, folder, environment and files, runs the command,
and ends with its exit code. `bin()` is a folder with a `termloom` that asks for a fork; whoever
wants the installed script itself takes it from beside Python.
"""

import gc
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from select import select
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parents[1]
_CLIENT = """\
#!{python} -IS
import json, os, socket, struct, sys
connection = socket.socket(socket.AF_UNIX)
connection.connect({address!r})
asked = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
socket.send_fds(connection, [struct.pack("!I", len(asked))], [0, 1, 2])
connection.sendall(asked)
code = connection.recv(1)
sys.exit(code[0] if code else "the command ended without a code")
"""
# What a build needs besides.
_LATER = (
    "babel.dates",
    "generator.mkdocs_plugin",
    "material.plugins.search.plugin",
    "material.plugins.tags.plugin",
    "mkdocs.commands.build",
    "mkdocs.livereload",
    "pymdownx.superfences",
    "selectolax.lexbor",
)


def bin() -> Path:
    """Return the folder of the quick `termloom` of this process."""
    # Coverage follows processes that start, not those that fork.
    if any(name.startswith("COVERAGE_PROCESS") for name in os.environ):
        return Path(sys.executable).parent
    return _started()[0]


@cache
def _started() -> tuple[Path, object]:
    """Return the folder, and the process behind it, which must not be forgotten."""
    folder = Path(tempfile.mkdtemp(prefix="termloom-quick-"))
    address = str(folder / "socket")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(64)
        # The other end closes with this process, however that ends.
        alive, _held = os.pipe()
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.quick", str(listener.fileno()), str(alive), str(folder)],
            pass_fds=[listener.fileno(), alive],
            cwd=ROOT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdin=subprocess.DEVNULL,
        )
    os.close(alive)
    script = folder / "termloom"
    script.write_text(_CLIENT.format(python=sys.executable, address=address), encoding="utf-8")
    script.chmod(0o755)
    return folder, server


def serve(listener: socket.socket, alive: int) -> None:
    """Fork for every caller, until the process that started this one is gone."""
    commands = (path.stem for path in (ROOT / "generator" / "cli").glob("*.py"))
    for name in (*(f"generator.cli.{command}" for command in commands), *_LATER):
        import_module(name)
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while alive not in select([listener, alive], [], [])[0]:
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            os.close(alive)
            _answer(connection)
        connection.close()


def _answer(connection: socket.socket) -> NoReturn:
    """Run what a caller asks for in another fork, and tell how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with _ending():
        size, files, _, _ = socket.recv_fds(connection, 4, 3)
        asked = json.loads(_received(connection, struct.unpack("!I", size)[0]))
        child = os.fork()
        if child == 0:
            connection.close()
            _become(files, *asked)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with suppress(OSError):
            connection.sendall(bytes([code if code >= 0 else 128 - code]))
    os._exit(0)


def _received(connection: socket.socket, size: int) -> bytes:
    pieces = bytearray()
    while len(pieces) < size:
        pieces += connection.recv(size - len(pieces))
    return bytes(pieces)


def _become(files: list[int], arguments: list[str], folder: str, env: dict[str, str]) -> NoReturn:
    """Be the command."""
    main = import_module("generator.cli").main
    code: Any = 1
    with _ending():
        for number, file in enumerate(files):
            os.dup2(file, number)
            os.close(file)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(env)
        sys.argv = ["termloom", *arguments]
        try:
            main(arguments)
        except SystemExit as leaving:
            code = leaving.code
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(int(code or 0))


@contextmanager
def _ending() -> Iterator[None]:
    """Let nothing of a fork come back into the loop that forked it."""
    try:
        yield
    except BaseException:  # noqa: BLE001 - whatever it is, it ends here
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(70)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2]))
    for left in Path(sys.argv[3]).iterdir():
        left.unlink()
    Path(sys.argv[3]).rmdir()
