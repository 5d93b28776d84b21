"""The command `termloom`, and how every fault ends."""

import os
import sys
from enum import IntEnum
from importlib import import_module
from typing import Any, NoReturn

import click

from generator import __version__
from generator.collector import collect_rarely
from generator.errors import TermloomError

_COMMANDS = (
    "build",
    "check",
    "diff",
    "take",
    "fmt",
    "serve",
    "links",
    "new",
    "rename",
    "restore",
    "init",
    "report",
    "rules",
    "explain",
    "schema",
    "forms",
    "from-issue",
)


class ExitCode(IntEnum):
    """What a run ends with."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    SITUATION = 3
    STOPPED = 130
    UNREAD = 141


class _Commands(click.Group):
    """Imports a command when it is needed: MkDocs alone takes half a second."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (BrokenPipeError, SystemExit) as error:
            # click and rich would end with 1, which says that the content has errors.
            if isinstance(error, SystemExit) and not isinstance(error.__context__, BrokenPipeError):
                raise
            raise click.exceptions.Exit(_unread()) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = f"generator.cli.{cmd_name.replace('-', '_')}"
        command: click.Command = import_module(module).command
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine, 1 the content has errors, 2 usage, 3 the situation.",
)
@click.version_option(__version__, prog_name="termloom")
def cli() -> None:
    """Turn a folder of YAML term entries into a knowledge site.

    \b
    Start a new glossary:   termloom init my-glossary
    Add a term:             termloom new term "Prompt caching"
    See it while you write: termloom serve
    Publish it:             termloom build
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command and leave with its exit code. Never ends in a traceback."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:  # noqa: PLR0911 - one for each way to end
    """Run a command and return its exit code."""
    collect_rarely()
    try:
        result: Any = cli.main(arguments, prog_name="termloom", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        click.echo("termloom: stopped", err=True)
        return ExitCode.STOPPED
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except TermloomError as error:
        click.echo(f"termloom: {error}", err=True)
        return ExitCode.SITUATION
    except BrokenPipeError:
        return _unread()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"termloom: {where}{error.strerror or error}", err=True)
        return ExitCode.SITUATION
    return int(result or ExitCode.FINE)


def _unread() -> ExitCode:
    """Say nothing more to a pipe that nobody reads, and end as the signal would have done."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ExitCode.UNREAD
