"""Fixes of many diagnostics, in as many rounds as it takes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from generator.diagnostics import Diagnostic, Edit
from generator.editing.change import Placed, clash, edited, placed
from generator.editing.refusal import NotEdited
from generator.reading import Document

Documents: TypeAlias = Mapping[str, Document]
_MOST_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Round:
    """The documents that fixes change, whose fixes those are, and why others were not used."""

    changed: Documents
    fixed: tuple[Diagnostic, ...]
    unfixed: Mapping[Diagnostic, str]


@dataclass(frozen=True, slots=True)
class Settled:
    """What is left when no fix changes anything any more.

    `texts` gives the old and the new text of each file that is not as it was; `fixed` the
    diagnostics whose fixes made them so; `remaining` what is still to be said, and `unfixed`
    why the fix of some of these could not be used.
    """

    texts: Mapping[str, tuple[str, str]]
    fixed: tuple[Diagnostic, ...]
    remaining: tuple[Diagnostic, ...]
    unfixed: Mapping[Diagnostic, str]


def settled(judge: Callable[[Documents], Sequence[Diagnostic]], documents: Documents) -> Settled:
    """Judge and fix until nothing changes. To settle what comes out of it changes nothing more.

    Where fixes undo each other, the documents stay as they were before that circle began.
    """
    states: list[dict[str, Document]] = [dict(documents)]
    fixed: list[tuple[Diagnostic, ...]] = []
    while True:
        found = tuple(judge(states[-1]))
        done = fixed_together(states[-1], found)
        if not done.changed or len(fixed) == _MOST_ROUNDS:
            unfixed = done.unfixed
            break
        after = {**states[-1], **done.changed}
        if after in states:
            at = states.index(after)
            states, fixed = states[: at + 1], fixed[:at]
            found = tuple(judge(after))
            unfixed = {one: "another fix would undo it" for one in found if one.fix}
            break
        states.append(after)
        fixed.append(done.fixed)
    texts = {
        path: (document.text, states[-1][path].text)
        for path, document in sorted(documents.items())
        if document.text != states[-1][path].text
    }
    return Settled(texts, tuple(one for some in fixed for one in some), found, unfixed)


def fixed_together(documents: Documents, diagnostics: Iterable[Diagnostic]) -> Round:
    """Use every fix that touches no place that an earlier one touches.

    A fix is used whole or not at all, even where it concerns several files.
    """
    wanted = [diagnostic for diagnostic in diagnostics if diagnostic.fix]
    unfixed: dict[Diagnostic, str] = {}
    while True:
        files = _chosen(documents, wanted, unfixed)
        changed = {path: file.made(unfixed) for path, file in files.items()}
        if not any(one in unfixed for file in files.values() for one in file.diagnostics):
            break
    changed = {path: new for path, new in changed.items() if new != documents[path]}
    fixed = []
    for diagnostic in wanted:
        if diagnostic in unfixed:
            continue
        if any(path in changed for path in _files(diagnostic)):
            fixed.append(diagnostic)
        else:
            unfixed[diagnostic] = "it would change nothing"
    return Round(changed, tuple(fixed), unfixed)


@dataclass(slots=True)
class _File:
    """What is to be changed in one file, and for which diagnostics."""

    document: Document
    edits: list[Placed] = field(default_factory=list)
    diagnostics: dict[Diagnostic, list[Edit]] = field(default_factory=dict)

    def refuse_clash(self, wanted: Sequence[Placed]) -> None:
        if any(clash(one, other) for one in wanted for other in self.edits):
            raise NotEdited("another fix changes the same place first")

    def made(self, unfixed: dict[Diagnostic, str]) -> Document:
        """Return the new document. If that fails, say of which diagnostics the fixes are wrong."""
        try:
            text = edited(self.document, [edit for edit, _ in self.edits])
        except NotEdited:
            text = self.document.text
            good: list[Edit] = []
            for diagnostic, edits in self.diagnostics.items():
                try:
                    edited(self.document, [*good, *edits])
                except NotEdited as why:
                    unfixed[diagnostic] = str(why)
                else:
                    good += edits
        return replace(self.document, text=text)


def _chosen(
    documents: Documents, wanted: Sequence[Diagnostic], unfixed: dict[Diagnostic, str]
) -> dict[str, _File]:
    """Return the files of all fixes that do not touch the same places."""
    files: dict[str, _File] = {}
    for diagnostic in wanted:
        if diagnostic in unfixed:
            continue
        try:
            found = {
                path: _edits(documents, files, diagnostic, path) for path in _files(diagnostic)
            }
        except NotEdited as why:
            unfixed[diagnostic] = str(why)
            continue
        for path, edits in found.items():
            files[path].edits += edits
            files[path].diagnostics[diagnostic] = [edit for edit, _ in edits]
    return {path: file for path, file in files.items() if file.edits}


def _files(diagnostic: Diagnostic) -> tuple[str, ...]:
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    return tuple(dict.fromkeys(edit.at.file for edit in edits))


def _edits(
    documents: Documents, files: dict[str, _File], diagnostic: Diagnostic, path: str
) -> list[Placed]:
    """Return the edits of a fix in one file that are still to be made, or raise `NotEdited`."""
    if path not in documents:
        raise NotEdited(f"{path} cannot be read")
    file = files.setdefault(path, _File(documents[path]))
    assert diagnostic.fix is not None
    known = {edit for edit, _ in file.edits}
    edits = [edit for edit in diagnostic.fix.edits if edit.at.file == path and edit not in known]
    found = placed(file.document, edits)
    file.refuse_clash(found)
    return found
