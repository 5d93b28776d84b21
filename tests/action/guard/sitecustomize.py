"""Watches every Python program of a job: whom it calls, what it starts, which secrets it opens.

Python imports this by itself where the folder is in PYTHONPATH. What it sees goes to the file that
`GUARD_LOG` names; `GUARD_SECRETS` are the files that nobody has a reason to open.
"""

import os
import sys

_LOG = os.open(os.environ["GUARD_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_SECRETS = tuple(os.environ["GUARD_SECRETS"].split(os.pathsep))
_CALLS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
_STARTS = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.startfile",
    "pty.spawn",
)


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _CALLS:
        whom = [one for one in arguments if isinstance(one, str | bytes | tuple)]
        os.write(_LOG, f"called {whom!r}\n".encode())
    elif event in _STARTS:
        os.write(_LOG, f"started {os.fspath(arguments[0])!r}\n".encode())
    elif event == "open" and isinstance(arguments[0], str) and _secret(arguments[0]):
        os.write(_LOG, f"opened {arguments[0]!r}\n".encode())


def _secret(path: str) -> bool:
    return os.path.realpath(path) in _SECRETS


sys.addaudithook(_watch)
