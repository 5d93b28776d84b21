"""Every label is used, and every label that is used exists."""

import re
from pathlib import Path

from generator.model import Comparison, RelationKind, Status, Term
from generator.render.labels import defaults

ROOT = Path(__file__).resolve().parents[2]
_NAMED = re.compile(r"""label\(\s*["']([a-z_]+)["']""")
_NO_WORDS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|&\w+;", re.DOTALL)
_PREFIXED = re.compile(r"""label\(\s*["']([a-z]+_)["'] ~""")


def sources() -> str:
    files = [
        *(ROOT / "templates").rglob("*.jinja"),
        *(ROOT / "templates").rglob("*.html"),
        *(ROOT / "generator" / "render").rglob("*.py"),
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


SOURCES = sources()
HEADINGS = {*Term.section_fields(), "options", "criteria", "verdicts"}
PREFIXED = {
    "relation_": {f"relation_{kind.value}" for kind in RelationKind},
    "status_": {f"status_{status.value}" for status in Status},
}


def used() -> set[str]:
    """Return the labels that templates and modules ask for."""
    named = set(_NAMED.findall(SOURCES)) - set(PREFIXED)
    # In Python a label may come from a table or stand in quotes by itself.
    named |= {label for label in defaults() if re.search(rf'"{label}"[,)}}\]]', SOURCES)}
    for prefix in _PREFIXED.findall(SOURCES):
        named |= PREFIXED[prefix]
    return named | HEADINGS


def test_every_label_that_is_asked_for_exists() -> None:
    assert set(_NAMED.findall(SOURCES)) - set(PREFIXED) <= set(defaults())


def test_every_label_is_asked_for() -> None:
    # A project's own template may show any field by its title, and any state.
    offered = {*Comparison.model_fields, *Term.model_fields, *PREFIXED["status_"]}
    assert set(defaults()) - used() - offered == set()


def test_every_section_of_an_entry_has_a_label() -> None:
    assert {*Term.section_fields(), *Comparison.model_fields} - {"id", "kind"} <= set(
        defaults()
    ) | {
        "id",
        "kind",
    }


def test_templates_hold_no_words_of_their_own() -> None:
    """Visible words outside of labels could not be translated."""
    strays = {}
    for path in sorted((ROOT / "templates").rglob("*.jinja")):
        text = _NO_WORDS.sub(" ", path.read_text(encoding="utf-8"))
        if words := re.findall(r"[A-Za-z]{2,}", text):
            strays[path.name] = words
    assert strays == {}
