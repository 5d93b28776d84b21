"""Entries before and after formatting.

`format/input/` and `format/expected/` hold files of the same names. What is expected is also
what formatting leaves alone. `pytest --update-golden` writes it anew; read the difference.
"""

from pathlib import Path

import pytest

from generator.editing.formatting.entry import formatted
from generator.reading import Document

FOLDER = Path(__file__).parent / "format"
NAMES = sorted(path.name for path in (FOLDER / "input").iterdir())


def read(path: Path) -> Document:
    return Document(f"terms/{path.name}", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_house_form(name: str, update_golden: bool) -> None:
    expected = FOLDER / "expected" / name
    text = formatted(read(FOLDER / "input" / name))
    if update_golden:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8"), "pytest tests/golden --update-golden"


@pytest.mark.parametrize("name", NAMES)
def test_the_house_form_is_left_alone(name: str) -> None:
    document = read(FOLDER / "expected" / name)
    assert formatted(document) == document.text


def test_nothing_is_expected_of_files_that_are_gone() -> None:
    assert sorted(path.name for path in (FOLDER / "expected").iterdir()) == NAMES
