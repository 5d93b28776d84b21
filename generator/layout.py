"""Which page stands at which path of the site, known before anything is rendered."""

from generator.config import Config
from generator.model import Entry, Glossary, Term


def path_of(entry: Entry) -> str:
    """Return the path of an entry's page."""
    return f"{'terms' if isinstance(entry, Term) else 'comparisons'}/{entry.id}"


def region_path(code: str) -> str:
    """Return the path of a region's page."""
    return f"regions/{code.lower()}"


def page_path(page: str, docs: str) -> str:
    """Return the path of a hand-written page; MkDocs takes `README.md` for an index."""
    folder, slash, name = page.removeprefix(f"{docs}/").removesuffix(".md").rpartition("/")
    return f"{folder}{slash}{'index' if name == 'README' else name}"


def paths(glossary: Glossary, config: Config, docs: str) -> dict[str, str | None]:
    """Return the path of every page that we make, with the entry's file if it has one.

    Where an entry and a list claim one path the list has it, as in the site.
    """
    lists = ["terms/index", "categories/index", "comparisons/index", "regions/index"]
    lists += [f"categories/{id}" for id in config.categories]
    published = [entry for entry in glossary if entry.is_published]
    lists += [
        region_path(note.region)
        for entry in published
        if isinstance(entry, Term)
        for note in entry.regional_notes
    ]
    if not any(page_path(page, docs) == "index" for page in glossary.pages):
        lists.append("index")
    entries = {path_of(entry): glossary.files[entry.id] for entry in published}
    return {**entries, **dict.fromkeys(lists)}
