"""Which folders of entries the form shows, and where in it an entry is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from generator.config import Config
from generator.model import Comparison, Entry, Glossary, Term

# The folder of the form, from the site's root.
FORM: Final = "admin"
_COMPARISONS: Final = "comparisons"
_ENDING: Final = ".yml"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One folder with entries of one kind, which the form shows as one list.

    The first one of its kind is where new entries go. `folder` is the project's.
    """

    model: type[Entry]
    folder: str
    name: str

    def address(self, id: str | None = None) -> str:
        """Return where the form shows an entry, or begins one, from the site's root.

        The form's script makes of it what Decap CMS asks for, which is no anchor of the page.
        """
        said = f"entry={self.name}/{quote(id)}" if id is not None else f"new={self.name}"
        return f"{FORM}/?{said}"

    def holds(self, entry: Entry, file: str) -> bool:
        """Return whether the form shows an entry here. Decap CMS knows one ending of files."""
        is_here = str(PurePosixPath(file).parent) == self.folder
        return is_here and isinstance(entry, self.model) and file.endswith(_ENDING)


def shelves(glossary: Glossary, config: Config) -> tuple[Shelf, ...]:
    """Return every folder that holds entries, by kind; one at least for each kind."""
    return (
        *_shelves(glossary, Term, config.terms, config.terms),
        *_shelves(glossary, Comparison, f"{config.terms}/{_COMPARISONS}", config.terms),
    )


def _shelves(glossary: Glossary, model: type[Entry], usual: str, top: str) -> Iterator[Shelf]:
    files = [glossary.files[entry.id] for entry in glossary if isinstance(entry, model)]
    found = sorted({str(PurePosixPath(file).parent) for file in files if file.endswith(_ENDING)})
    first = usual if usual in found or not found else found[0]
    plural = f"{model.__name__.lower()}s"
    for folder in dict.fromkeys((first, *found)):
        within = "" if folder == first else folder.removeprefix(top).strip("/") or "top"
        yield Shelf(model, folder, "-".join(filter(None, (plural, within.replace("/", "-")))))
