"""Another id for an entry: what has to change, and where."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Address, Edit, FieldPath
from generator.editing.change import edited
from generator.editing.places import child
from generator.editing.refusal import NotEdited
from generator.graph import Graph, Link
from generator.layout import path_of
from generator.model import Entry, leaves
from generator.project import Project
from generator.prose import references, survey
from generator.reading import Document
from generator.reading.tree import Fields, Node
from generator.text import EntryId, Line, Prose, folded

# Where a link of `[words][name]` leads (CommonMark 0.31, section 4.7).
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Renaming:
    """An entry of a project that is to get another id."""

    project: Project
    graph: Graph
    entry: Entry
    new: EntryId

    @property
    def file(self) -> str:
        """Return the path of the entry's file as it is now."""
        return self.graph.glossary.files[self.entry.id]

    @property
    def new_file(self) -> str:
        """Return the path that the file gets: in the same folder, with the same ending."""
        folder, slash, name = self.file.rpartition("/")
        return f"{folder}{slash}{self.new}.{name.rpartition('.')[2]}"

    @property
    def page(self) -> str:
        """Return the Markdown path of the entry's page as it is now."""
        return f"{path_of(self.entry)}.md"

    @property
    def new_page(self) -> str:
        """Return the Markdown path of the entry's page as it will be."""
        return f"{path_of(self.entry).rpartition('/')[0]}/{self.new}.md"


def renamed(renaming: Renaming, documents: Mapping[str, Document]) -> dict[str, tuple[str, str]]:
    """Return the old and the new text of every file that changes, all under their old paths.

    Ids in fields, references, and links to the page change; code does not. Raises `NotEdited`
    where something names the entry in a way that cannot be changed.
    """
    edits: dict[str, list[Edit]] = defaultdict(list)
    for edit in _edits(renaming, documents[renaming.project.config_file]):
        edits[edit.at.file].append(edit)
    texts: dict[str, tuple[str, str]] = {}
    for file in sorted(edits):
        try:
            texts[file] = documents[file].text, edited(documents[file], edits[file])
        except NotEdited as why:
            raise NotEdited(f"{file}: {why}") from why
    return texts


def _edits(renaming: Renaming, config: Document) -> Iterator[Edit]:
    yield _former_id(renaming)
    for link in renaming.graph.links:
        yield from _reference(renaming, link)
    for entry in renaming.graph.glossary:
        for path, value in leaves(entry):
            at = renaming.graph.glossary.at(entry, *path)
            if isinstance(value, Prose):
                yield from _links(renaming, at, value)
            elif isinstance(value, Line) and path[-1] == "url":
                yield from _address(renaming, at, value)
    for file, markdown in renaming.graph.glossary.pages.items():
        yield from _links(renaming, Address(file), markdown)
    yield from _config(renaming, config)


def _former_id(renaming: Renaming) -> Edit:
    """Return the change that keeps the old address alive; the new one is former no more."""
    former = renaming.entry.former_ids
    number = former.index(renaming.new) if renaming.new in former else len(former)
    return Edit(Address(renaming.file, ("former_ids", number)), str(renaming.entry.id))


def _reference(renaming: Renaming, link: Link) -> Iterator[Edit]:
    old, new = str(renaming.entry.id), str(renaming.new)
    if not link.in_prose:
        if link.target == old:
            yield Edit(link.at, new)
        return
    if link.target not in (old, new) or link.resolved != old or link.at.span is None:
        return
    yield from _in_prose(renaming, link.at, _text(renaming.graph, link.at), link.target)


def _in_prose(renaming: Renaming, at: Address, text: str, target: str) -> Iterator[Edit]:
    """Yield the change of a `[[reference]]`, whose range `at` gives."""
    assert at.span is not None
    start, end = at.span
    begin = text.index(target, text.index("[[", start, end) + 2)
    behind = begin + len(target)
    if target != renaming.new:
        yield Edit(Address(at.file, at.path, span=(begin, behind)), str(renaming.new))
    elif text[start] != "!" and "|" not in text[start:end] and _is_label(renaming, target):
        # By label it shows the words that are written; by id it would show the name.
        yield Edit(Address(at.file, at.path, span=(behind, behind)), _words(text, behind, target))


def _is_label(renaming: Renaming, target: str) -> bool:
    labels = getattr(renaming.entry, "labels", (renaming.entry.name,))
    return target != renaming.entry.name and folded(target) in map(folded, labels)


def _words(text: str, at: int, words: str) -> str:
    """Return what makes a reference show these words; in a table a `|` needs a backslash."""
    plain, escaped = f"|{words}", f"\\|{words}"
    number = len(references(text))
    is_whole = len(references(text[:at] + plain + text[at:])) == number
    return plain if is_whole else escaped


def _text(graph: Graph, at: Address) -> str:
    """Return the text that a range is of."""
    if not at.path:
        return graph.glossary.pages[at.file]
    entry = next(one for one in graph.glossary if graph.glossary.files[one.id] == at.file)
    return str(dict(leaves(entry))[at.path])


def _links(renaming: Renaming, at: Address, markdown: str) -> Iterator[Edit]:
    """Yield the changes of Markdown links to the entry's page."""
    if posixpath.basename(renaming.page) not in markdown:
        return
    found = survey(markdown)
    defined = [(match.group(1), match.span(1)) for match in _DEFINITION.finditer(markdown)]
    wanted: dict[tuple[int, int], str] = {}
    for link in found.links:
        if link.is_reference or not _leads_there(renaming, at, link.target):
            continue
        spans = [span for url, span in defined if url == link.target]
        if (span := link.address(markdown)) is not None:
            spans = [span]
        if not spans:
            raise NotEdited(f"{at.file} links to '{link.target}' in a way that cannot be changed")
        wanted |= dict.fromkeys(spans, link.target)
    for span, url in wanted.items():
        yield Edit(Address(at.file, at.path, span=span), _renamed(renaming, url))


def _address(renaming: Renaming, at: Address, url: str) -> Iterator[Edit]:
    if _leads_there(renaming, at, url):
        yield Edit(at, _renamed(renaming, url))


def _leads_there(renaming: Renaming, at: Address, url: str) -> bool:
    """Return whether a link leads to the entry's page, as the place where it stands reads it."""
    path = url.partition("#")[0]
    if at.path or at.file == renaming.project.config_file:
        return re.sub(r"^(\.{0,2}[/\\])+", "", path) == renaming.page
    folder = posixpath.dirname(at.file.removeprefix(f"{renaming.project.docs}/"))
    return posixpath.normpath(posixpath.join(folder, path)) == renaming.page


def _renamed(renaming: Renaming, url: str) -> str:
    """Return the link with the new id for the old."""
    path, mark, anchor = url.partition("#")
    folder, slash, _ = path.rpartition("/")
    return f"{folder}{slash}{posixpath.basename(renaming.new_page)}{mark}{anchor}"


def _config(renaming: Renaming, document: Document) -> Iterator[Edit]:
    """Yield the changes in the config file: what the home page features, links and the menu."""
    tree = document.tree()
    for edit in _options(renaming, document.path):
        if not _holds(tree, edit.at.path):
            raise NotEdited(
                f"the options of 'termloom' name '{renaming.entry.id}' in a file that "
                f"{document.path} inherits from; change it there first"
            )
        yield edit
    for path, value in _leaves(tree.plain().get("nav"), ("nav",)):
        if value == renaming.page:
            yield Edit(Address(document.path, path), renaming.new_page)


def _options(renaming: Renaming, file: str) -> Iterator[Edit]:
    ids = (renaming.entry.id, renaming.new)
    for path, value in leaves(renaming.project.config):
        at = Address(file, (*renaming.project.options, *path))
        if isinstance(value, Prose):
            yield from _links(renaming, at, value)
            for found in references(value):
                if found.target in ids:
                    here = replace(at, span=(found.start, found.end))
                    yield from _in_prose(renaming, here, value, found.target)
        elif isinstance(value, Line) and path[-1] == "url":
            yield from _address(renaming, at, value)
        elif path[0] == "home" and value == renaming.entry.id:
            yield Edit(at, str(renaming.new))


def _holds(node: Fields, path: FieldPath) -> bool:
    found: Node | None = node
    for step in path:
        found = None if found is None else child(found, step)
    return found is not None


def _leaves(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    match value:
        case str():
            yield path, value
        case list():
            for number, item in enumerate(value):
                yield from _leaves(item, (*path, number))
        case dict():
            for key, item in value.items():
                yield from _leaves(item, (*path, key))
