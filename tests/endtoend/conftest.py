"""A small project that every test may change."""

import socket
from pathlib import Path

import pytest

from generator.cli.init import starter
from generator.text import Name
from generator.writing import write_all_new


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project as `termloom init` makes it, in a folder of its own."""
    folder = tmp_path / "project"
    write_all_new(folder, starter(Name("My glossary")))
    return folder


@pytest.fixture
def free_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port
