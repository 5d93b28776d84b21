"""The same articles as Markdown pages, for MkDocs without Termloom.

The pages say what the terms say, section by section, with the links and tags that an author
could write by hand. Backlinks, inverse relations, cards and regional pages are left out, and
the pages stand outside the navigation, which is the kindest case for MkDocs.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.author import TODAY
from benchmarks.entries import SETTINGS
from generator.model import Comparison, Entry, Glossary, RelationKind, Term
from generator.model.parts import RegionalNote
from generator.part import Part
from generator.pipeline import judged
from generator.reading import open_project
from generator.text import TermId

_REFERENCE = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")
_REST = """\
markdown_extensions:
  - tables
  - footnotes
nav:
  - Home: index.md
  - Tags: tags.md
not_in_nav: |
  /terms/
  /comparisons/
"""


def write_peer(folder: Path, glossary: Glossary) -> None:
    """Write a project of hand-written pages with the articles of a glossary."""
    docs = folder / "docs"
    for kind in ("terms", "comparisons"):
        (docs / kind).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(SETTINGS + _REST, encoding="utf-8")
    (docs / "tags.md").write_text("# Tags\n\n<!-- material/tags -->\n", encoding="utf-8")
    listed = sorted(glossary.terms.values(), key=lambda term: term.name)
    lines = [f"- [{term.name}](terms/{term.id}.md)" for term in listed]
    (docs / "index.md").write_text("# All terms\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    for entry in glossary:
        kind = "terms" if isinstance(entry, Term) else "comparisons"
        text = "".join(_page(glossary, entry))
        (docs / kind / f"{entry.id}.md").write_text(text, encoding="utf-8")


def _page(glossary: Glossary, entry: Entry) -> Iterator[str]:
    tags = "".join(f"  - {tag}\n" for tag in entry.tags)
    yield f"---\ntags:\n{tags}---\n\n# {entry.name}\n"
    names = Term.section_fields() if isinstance(entry, Term) else _COMPARISON
    for name in names:
        if value := getattr(entry, name):
            yield f"\n## {type(entry).model_fields[name].title}\n\n"
            yield _linked(glossary, entry, _block(name, entry, value).strip()) + "\n"


_COMPARISON = ("question", "summary", "criteria", "verdicts", "key_takeaways", "sources")


def _block(name: str, entry: Entry, value: Any) -> str:
    """Return a field as Markdown: prose as it stands, other parts as a list unless told."""
    match name:
        case "how_it_works":
            steps = [f"{number}. {_line(step)}" for number, step in enumerate(value.steps, 1)]
            return f"{value.text or ''}\n\n" + "\n".join(steps)
        case "faq":
            return "\n\n".join(f"### {item.question}\n\n{item.answer}" for item in value)
        case "regional_notes":
            return "\n\n".join(_regional(note) for note in value)
        case "criteria" if isinstance(entry, Comparison):
            return "\n".join(_table(entry))
        case _:
            return value if isinstance(value, str) else _list(value)


def _list(parts: Iterable[Part]) -> str:
    return "\n".join(f"- {_line(part)}" for part in parts)


def _regional(note: RegionalNote) -> str:
    return f"### {note.region}: {note.title}\n\n{note.text}\n\n{_list(note.sources)}"


def _table(comparison: Comparison) -> Iterator[str]:
    ids = [option.term for option in comparison.options]
    yield "| Criterion | " + " | ".join(f"[[{id}]]" for id in ids) + " |"
    yield "| --- " * (len(ids) + 1) + "|"
    for criterion in comparison.criteria:
        cells = (f"{criterion.cells[id].text} ({criterion.cells[id].rating}/5)" for id in ids)
        yield f"| **{criterion.name}** | " + " | ".join(cells) + " |"


def _line(part: Part) -> str:
    """Return the values of a part in one line: its address as a link, ids as references."""
    values = {name: getattr(part, name) for name in type(part).model_fields}
    if url := values.pop("url", None):
        values["title"] = f"[{values['title']}]({url})"
    for name, value in values.items():
        if isinstance(value, TermId):
            values[name] = f"[[{value}]]"
        elif isinstance(value, RelationKind):
            values[name] = f"({value.label})"
    return " ".join(str(value) for value in values.values() if value)


def _linked(glossary: Glossary, entry: Entry, markdown: str) -> str:
    """Turn references into the links that MkDocs knows."""

    def link(found: re.Match[str]) -> str:
        target = glossary.get(found[1])
        if target is None:
            return found[2] or found[1]
        here, there = isinstance(entry, Term), isinstance(target, Term)
        folder = "" if here == there else f"../{'terms' if there else 'comparisons'}/"
        return f"[{found[2] or target.name}]({folder}{target.id}.md)"

    return _REFERENCE.sub(link, markdown)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    write_peer(target, judged(open_project(source / "mkdocs.yml"), TODAY).graph.glossary)
