"""What the other tests here stand on: the guard sees, and expressions mean what GitHub says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.action.expressions import NotKnown, evaluated, filled, holds
from tests.action.test_hostile import GUARD

CONTEXTS = {
    "inputs": {"take": "", "strict": "true", "Name": "x"},
    "steps": {"build": {"outcome": "success", "outputs": {"site": "/s"}}},
    "github": {"event": {"label": None, "has": True}},
}


@pytest.mark.parametrize(
    ("program", "seen"),
    [
        (
            "import socket; socket.socket().connect_ex(('127.0.0.1', 9))",
            "called [('127.0.0.1', 9)]",
        ),
        ("import socket; socket.getaddrinfo('localhost', 1)", "called ['localhost']"),
        ("import os; os.system('true')", "started b'true'"),
        ("import subprocess; subprocess.run(['true'])", "started 'true'"),
        ("open({secret!r}).read()", "opened {secret!r}"),
        ("import os; os.symlink({secret!r}, 'l'); open('l').read()", "opened 'l'"),
    ],
)
def test_the_guard_sees(program: str, seen: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.touch()
    log = tmp_path / "log"
    made = {"PYTHONPATH": GUARD, "GUARD_LOG": log, "GUARD_SECRETS": secret}
    subprocess.run(
        [sys.executable, "-c", program.format(secret=str(secret))],
        cwd=tmp_path,
        env=os.environ | {name: str(value) for name, value in made.items()},
        check=True,
    )
    said = log.read_text(encoding="utf-8").splitlines()
    assert [line for line in said if line.startswith(seen.format(secret=str(secret)))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("inputs.take == ''", True),
        ("inputs.gone == ''", True),
        ("steps.gone.outputs.pages != 'true'", True),
        ("inputs.strict == 'TRUE'", True),
        ("inputs.strict == true", False),
        ("github.event.has == true", True),
        ("github.event.label.name == 'x'", False),
        ("inputs.take || 'other'", "other"),
        ("inputs.strict && inputs.Name", "x"),
        ("!(inputs.take == '' || 1 == 2) && 'a' == 'b'", False),
        ("'it''s'", "it's"),
        ("'10' == 10", True),
    ],
)
def test_an_expression(text: str, value: object) -> None:
    assert evaluated(text, CONTEXTS, {}) == value


@pytest.mark.parametrize("text", ["format('x')", "secrets.TOKEN", "a ? b : c", "inputs.x inputs.y"])
def test_what_is_not_known_is_refused(text: str) -> None:
    with pytest.raises(NotKnown):
        evaluated(text, CONTEXTS, {})


def test_a_step_without_a_condition_runs_after_success_only() -> None:
    failed = {"success": lambda: False, "failure": lambda: True, "cancelled": lambda: False}
    assert not holds(None, CONTEXTS, failed)
    assert not holds("inputs.strict == 'true'", CONTEXTS, failed)
    assert holds("${{ !cancelled() && inputs.strict == 'true' }}", CONTEXTS, failed)
    assert holds("failure()", CONTEXTS, failed)


def test_a_text_is_filled() -> None:
    assert (
        filled("${{ steps.build.outputs.site }}/a-${{ github.event.has }}", CONTEXTS) == "/s/a-true"
    )
    assert filled(False, CONTEXTS) == "false"
