"""The command line: one file per command, imported only when it is called."""

from generator.cli.main import main

__all__ = ["main"]
