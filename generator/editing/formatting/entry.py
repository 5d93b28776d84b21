"""An entry in the house form: fields in order, one way to write each value, nothing lost."""

import re
from dataclasses import replace

from generator.editing.formatting.arrange import Arranger, squeezed
from generator.editing.formatting.lines import lines
from generator.editing.formatting.order import model_of, options_of
from generator.editing.formatting.pieces import Piece, pieces
from generator.editing.formatting.proof import changed_value, lost_comment
from generator.editing.refusal import NotEdited
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.reading.tree import Fields

_FOR_EDITORS = re.compile(r"# *(yaml-language-server:|\$schema:|vim?:|-\*-)")


def formatted(document: Document) -> str:
    """Return the text of an entry in the house form, line feeds at the ends of its lines.

    Raises `Unreadable` if the entry cannot be read. What was written is read again: if it said
    anything else, or a comment were lost, `NotEdited` names it.
    """
    tree = document.tree()
    text = _text(document.text, tree)
    if text != document.text:
        _prove(document, tree, text)
    return text


def _text(text: str, tree: Fields) -> str:
    found = pieces(text, tree)
    top = _top(found.root)
    Arranger(text, options_of(tree)).arrange(found.root, model_of(tree))
    body = lines(text, found.root) if found.root.parts else ["{}"]
    return "\n".join((*squeezed([*found.head, *top]), *body)).strip("\n") + "\n"


def _top(root: Piece) -> list[str]:
    """Take the lines that stay at the top of the file: set off by a blank line, or for editors."""
    if not root.parts:
        return []
    above = root.parts[0].above
    stays = [n for n, line in enumerate(above, 1) if not line or _FOR_EDITORS.match(line)]
    stop = stays[-1] if stays else 0
    top, above[:stop] = above[:stop], []
    return top


def _prove(document: Document, old: Fields, text: str) -> None:
    try:
        new = replace(document, text=text).tree()
    except Unreadable as fault:
        raise NotEdited(f"it could not be read any more: {fault.diagnostic.message}") from None
    if (value := changed_value(old, new, model_of(old))) is not None:
        raise NotEdited(f"{value} would change")
    if (comment := lost_comment((old, document.text), (new, text))) is not None:
        raise NotEdited(f"the comment '{comment}' would change")
