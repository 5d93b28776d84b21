"""Which page stands at which path of the site, known before anything is rendered.

So are the anchors of an entry's page; a test holds them to what the templates write.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import escape

from generator.config import Config
from generator.diagnostics import FieldPath
from generator.model import Comparison, Entry, Glossary, Term

# Fields whose prose is shown without a heading of its own.
_UNHEADED = ("definition", "summary", "pull_quote", "faq_intro")
_PARTS_OF_COMPARISONS = ("options", "criteria", "verdicts", "key_takeaways", "sources")


# The page of the map, and that of the form for editors.
MAP = "map/index"
ADMIN = "admin/index"


def path_of(entry: Entry) -> str:
    """Return the path of an entry's page."""
    return term_path(entry.id) if isinstance(entry, Term) else f"comparisons/{entry.id}"


def term_path(id: str) -> str:
    """Return the path of a term's page."""
    return f"terms/{id}"


def region_path(code: str) -> str:
    """Return the path of a region's page."""
    return f"regions/{code.lower()}"


def tag_anchor(tag: str) -> str:
    """Return the anchor under which Material's tags plugin lists a tag.

    By default the plugin slugs tags with `slugify(case="lower")` of pymdownx, and gets ours
    escaped.
    """
    plain = unicodedata.normalize("NFC", escape(tag)).strip().lower()
    return "tag:" + re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def page_path(page: str, docs: str) -> str:
    """Return the path of a hand-written page; MkDocs takes `README.md` for an index."""
    folder, slash, name = page.removeprefix(f"{docs}/").removesuffix(".md").rpartition("/")
    return f"{folder}{slash}{'index' if name == 'README' else name}"


def paths(glossary: Glossary, config: Config, docs: str) -> dict[str, str | None]:
    """Return the path of every page that we make, with the entry's file if it has one.

    Where an entry and a list claim one path the list has it, as in the site.
    """
    lists = ["terms/index", "categories/index", "comparisons/index", "regions/index"]
    lists += [MAP] if config.map else []
    lists += [ADMIN] if config.admin is not None else []
    lists += [f"categories/{id}" for id in config.categories]
    published = [entry for entry in glossary if entry.is_published]
    lists += [
        region_path(note.region)
        for entry in published
        if isinstance(entry, Term)
        for note in entry.regional_notes
    ]
    own = ["index", *["report"] * config.report]
    written = {page_path(page, docs) for page in glossary.pages}
    lists += [path for path in own if path not in written]
    entries = {path_of(entry): glossary.files[entry.id] for entry in published}
    return {**entries, **dict.fromkeys(lists)}


def anchors(entry: Entry) -> Iterator[str]:
    """Yield the anchors of an entry's page that its fields make; its prose may make more."""
    yield "top"
    if isinstance(entry, Comparison):
        fields: tuple[str, ...] = _PARTS_OF_COMPARISONS
    else:
        fields = tuple(name for name in Term.section_fields() if name not in _UNHEADED)
    yield from (field.replace("_", "-") for field in fields if getattr(entry, field))
    if isinstance(entry, Term):
        yield from (f"question-{number}" for number in range(1, len(entry.faq) + 1))
        regions = dict.fromkeys(note.region.lower() for note in entry.regional_notes)
        yield from (f"region-{region}" for region in regions)


def anchor_prefix(entry: Entry, path: FieldPath) -> str:
    """Return what the anchors of headings begin with in the prose at a field path."""
    match path:
        case ("examples", int(number), *_):
            return f"example-{number + 1}"
        case ("faq", int(number), *_):
            return f"answer-{number + 1}"
        case ("regional_notes", int(number), *_) if isinstance(entry, Term):
            regions = [note.region for note in entry.regional_notes[: number + 1]]
            return f"region-{regions[-1].lower()}-{regions.count(regions[-1])}"
        case (str(field), *_):
            return field.replace("_", "-")
        case _:
            return ""
