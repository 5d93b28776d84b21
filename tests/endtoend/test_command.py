"""The installed command as a whole: how it ends, and what it prints where."""

import json
import re
import signal
import subprocess
from pathlib import Path

import pytest

from generator import __version__
from tests.endtoend.command import BIN, environment, run, start, termloom, wait_until

HELPED = [
    "",
    "build",
    "check",
    "diff",
    "take",
    "links",
    "restore",
    "forms",
    "from-issue",
    "serve",
    "new",
    "new term",
    "new comparison",
    "init",
    "fmt",
    "rename",
    "report",
    "rules",
    "explain",
    "schema",
]
ESCAPE = "\x1b"


def break_term(project: Path) -> None:
    """Let an entry refer to a term that is not there."""
    path = project / "terms" / "open-rate.yml"
    text = path.read_text(encoding="utf-8").replace("[[click-through-rate]]", "[[click-rat]]")
    path.write_text(text, encoding="utf-8")


def weaken_term(project: Path) -> None:
    """Give the project a warning and no error."""
    path = project / "terms" / "bounce-rate.yml"
    path.write_text("name: Bounce rate\ncategory: measuring-email\n", encoding="utf-8")


def test_sound_entries_end_with_0(project: Path) -> None:
    said = termloom("check", "--strict", cwd=project)
    assert said.code == 0
    assert said.out == "3 entries checked: no diagnostics\n"


def test_an_error_ends_with_1_and_shows_its_place(project: Path) -> None:
    break_term(project)
    said = termloom("check", cwd=project)
    assert said.code == 1
    lines = said.out.splitlines()
    assert lines[0].startswith("terms/open-rate.yml:")
    assert lines[0].endswith("error: no entry is called 'click-rat' [unknown-term]")
    assert "did you mean" in lines[2]
    assert lines[-1] == "3 entries checked: 1 error"


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--strict"], 1)])
def test_a_warning_ends_with_1_only_if_strict(
    project: Path, arguments: list[str], code: int
) -> None:
    weaken_term(project)
    said = termloom("check", *arguments, cwd=project)
    assert said.code == code
    assert said.out.splitlines()[-1] == "4 entries checked: 1 warning, 1 hint"


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["build", "--strickt"],
        ["check", "--format", "xml"],
        ["new"],
        ["new", "term"],
        ["explain", "unknown-tern"],
        ["init"],
    ],
)
def test_a_wrong_command_line_ends_with_2(project: Path, arguments: list[str]) -> None:
    said = termloom(*arguments, cwd=project)
    assert (said.code, said.out) == (2, "")
    assert "Usage: termloom" in said.err


def test_a_missing_config_ends_with_3_and_says_what_to_do(tmp_path: Path) -> None:
    for command in ("check", "build", "serve"):
        said = termloom(command, cwd=tmp_path)
        assert (said.code, said.out) == (3, "")
        assert said.err == (
            f"termloom: there is no mkdocs.yml in {tmp_path}; go to your project, name its "
            "config with --config, or start a new project with 'termloom init DIR'\n"
        )


def test_an_unknown_option_in_the_config_ends_with_3_at_its_place(project: Path) -> None:
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("      categories:", "      categorys:")
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("      categorys:") + 1
    said = termloom("check", cwd=project)
    assert said.code == 3
    assert said.err == (
        f"termloom: mkdocs.yml:{line}:7: unknown field 'categorys' (did you mean 'categories'?)\n"
    )


def test_a_config_without_the_plugin_ends_with_3(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: Mine\n", encoding="utf-8")
    said = termloom("check", cwd=project)
    assert said.code == 3
    assert "does not name the plugin 'termloom'; add it under 'plugins'" in said.err


def test_the_config_may_lie_elsewhere(project: Path) -> None:
    said = termloom("check", "--config", "project/mkdocs.yml", cwd=project.parent)
    assert (said.code, said.out) == (0, "3 entries checked: no diagnostics\n")


@pytest.mark.parametrize("command", HELPED)
def test_the_help_of_every_command_has_an_example(command: str, tmp_path: Path) -> None:
    said = termloom(*command.split(), "--help", cwd=tmp_path)
    assert (said.code, said.err) == (0, "")
    usage, _, rest = said.out.partition("\n")
    assert usage.startswith(f"Usage: termloom {command}".rstrip())
    assert f"termloom {command}".rstrip() in rest or "termloom explain" in rest
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_help_names_every_command(tmp_path: Path) -> None:
    said = termloom("--help", cwd=tmp_path)
    names = re.findall(r"^  ([a-z][a-z-]*)  +\S", said.out, re.MULTILINE)
    assert sorted(names) == sorted({command.split()[0] for command in HELPED if command})


def test_python_m_generator_is_the_same_command(tmp_path: Path) -> None:
    said = run("python", "-m", "generator", "--version", cwd=tmp_path)
    assert (said.code, said.out, said.err) == (0, f"termloom, version {__version__}\n", "")
    assert termloom("--version", cwd=tmp_path) == said
    assert run(BIN / "termloom", "--version", cwd=tmp_path) == said


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"TERM": "xterm-256color"}])
def test_pipes_get_no_escape_codes(project: Path, env: dict[str, str]) -> None:
    break_term(project)
    for arguments in (["check"], ["build"], ["rules"], ["explain", "unknown-term"]):
        assert ESCAPE not in termloom(*arguments, cwd=project, env=env).all


def test_no_color_wins_over_a_wish_for_colours(project: Path) -> None:
    break_term(project)
    coloured = termloom("check", cwd=project, env={"FORCE_COLOR": "1"})
    assert ESCAPE + "[1;31m" in coloured.out
    assert coloured.err == ""  # No progress: nobody sees it move.
    plain = termloom("check", cwd=project, env={"FORCE_COLOR": "1", "NO_COLOR": "1"})
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", plain.out)


def test_json_is_all_that_standard_output_gets(project: Path) -> None:
    break_term(project)
    said = termloom("check", "--format", "json", cwd=project)
    assert (said.code, said.err) == (1, "")
    assert json.loads(said.out)["counts"] == {"error": 1, "warning": 0, "hint": 0}


def test_the_schema_is_json(tmp_path: Path) -> None:
    said = termloom("schema", cwd=tmp_path)
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("command", ["schema", "rules", "check"])
def test_a_reader_who_has_gone_is_no_reason_for_a_traceback(project: Path, command: str) -> None:
    with subprocess.Popen(
        [BIN / "termloom", command],
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        # What a shell says of any command that writes into a closed pipe.
        assert running.wait() == 128 + signal.SIGPIPE


@pytest.mark.slow
def test_ctrl_c_stops_the_server_without_a_traceback(
    project: Path, tmp_path: Path, free_port: int
) -> None:
    output = tmp_path / "output"
    address = f"127.0.0.1:{free_port}"
    running = start("termloom", "serve", "-a", address, cwd=project, output=output)
    try:
        wait_until(lambda: "Serving on" in output.read_text("utf-8"), "the server starts")
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) == 0
    finally:
        running.kill()
        running.wait()
    assert "Traceback" not in output.read_text("utf-8")
