"""Two versions of one project, and everything that is said of the difference, in every format.

`differences/before` and `differences/after` hold one change of every kind, and an author who
writes for terminals, build logs, Markdown and HTML. `pytest --update-golden` writes what is said
anew; read the difference.
"""

import json
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.console import Console

from generator import __version__
from generator.changes import Differences, Version, differences
from generator.model import RelationKind
from generator.prose.markdown import parse
from generator.reporting.differences import WRITERS
from generator.reporting.differences.as_text import told
from tests.golden.test_golden import compare
from tests.versions import version_at

HERE = Path(__file__).parent / "differences"
SCHEMA = Path(__file__).resolve().parents[2] / "docs/reference/differences.schema.json"
ENDINGS = {"text": "txt", "markdown": "md", "json": "json"}


def versions() -> tuple[Version, Version]:
    return version_at(HERE / "before"), version_at(HERE / "after")


def found() -> Differences:
    return differences(*versions())


def hostile() -> Differences:
    """Return the differences with every text replaced by one that would do harm."""
    evil = (
        "\x1b[31m\x9b2J\u202e<script>alert(1)</script> | `x` [a](javascript:b) ![i](http://x.y/z) "
        "@all #1 www.a.b https://c.d\n\n::error::x ##[error]y **b** ~~d~~ <!-- -->"
    )
    return _spoilt(found(), evil)


def _spoilt(value: Any, evil: str) -> Any:
    match value:
        case str() if type(value) is str:
            return f"{value} {evil}"
        case tuple():
            return tuple(_spoilt(item, evil) for item in value)
        case _ if hasattr(value, "__dataclass_fields__") and hasattr(value, "changes"):
            return replace(
                value, name=evil, file=evil, about=evil, changes=_spoilt(value.changes, evil)
            )
        case _ if hasattr(value, "__dataclass_fields__"):
            kept = ("at", "kind", "op", "relation", "derived")
            names = [name for name in value.__dataclass_fields__ if name not in kept]
            return replace(value, **{name: _spoilt(getattr(value, name), evil) for name in names})
        case _:
            return value


def written(style: str, different: Differences) -> str:
    """Return what a format says, with a version that does not age."""
    return WRITERS[style](different).replace(f'"{__version__}"', '"0.0.0"') + "\n"


@pytest.mark.parametrize("style", WRITERS)
def test_a_format(style: str, update_golden: bool) -> None:
    compare(HERE, {f"said.{ENDINGS[style]}": written(style, found())}, update=update_golden)


@pytest.mark.parametrize("style", WRITERS)
def test_a_format_of_nothing(style: str, update_golden: bool) -> None:
    nothing = written(style, Differences())
    compare(HERE, {f"nothing.{ENDINGS[style]}": nothing}, update=update_golden)


def test_the_text_with_colours_says_the_same() -> None:
    file = StringIO()
    Console(file=file, width=1000).print(told(found()), soft_wrap=True)
    assert file.getvalue() == written("text", found())


@pytest.mark.parametrize("different", [found(), Differences()], ids=["full", "empty"])
def test_json_is_as_its_schema_says(different: Differences) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(written("json", different)), schema)


def test_the_schema_knows_every_relation() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    known = schema["$defs"]["relation"]["properties"]["relation"]["enum"]
    assert known == [kind.value for kind in RelationKind]


@pytest.mark.parametrize("style", WRITERS)
def test_nothing_printed_is_obeyed_by_a_terminal_or_by_a_runner(style: str) -> None:
    text = written(style, hostile())
    assert [c for c in text if not c.isprintable() and c not in "\n\ufffd\u200b"] == []
    assert "##[" not in text
    assert not any(line.strip().startswith("::") for line in text.splitlines())


@pytest.mark.parametrize("different", [found(), hostile()], ids=["full", "hostile"])
def test_nothing_an_author_wrote_becomes_markup(different: Differences) -> None:
    text = written("markdown", different)
    events = [
        event["Start"] for event in parse(text) if isinstance(event, dict) and "Start" in event
    ]
    kinds = {event if isinstance(event, str) else next(iter(event)) for event in events}
    assert kinds <= {"Heading", "Paragraph", "List", "Item", "Strong", "Strikethrough"}
    assert not [event for event in parse(text) if "Html" in str(event)[:8]]
    assert text.count("\n- ") + text.count("\n    - ") == events.count("Item")
    # Nor does GitHub find an address or a mention in it, outside of code.
    outside = re.sub(r"`[^`\n]*`|&#\d+;", "·", text)
    assert not re.search(r"https?://|www\.|[@#]\w", outside)


def test_what_github_would_not_take_is_left_out_and_counted() -> None:
    many = differences(*versions())
    entry = replace(many.entries[0], about="x" * 10_000)
    text = written("markdown", replace(many, entries=(entry,) * 200))
    assert len(text.encode()) <= 1_048_576
    assert re.search(r"\n\n\d+ lines more: run `termloom diff` to see all\.\n$", text)
