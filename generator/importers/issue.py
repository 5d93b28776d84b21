"""An issue that somebody wrote with our form, to the fields of a draft."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final

from pydantic import ValidationError

from generator.forms.github import CONSENT
from generator.forms.questions import NEEDED, Question, Shape
from generator.importers.answers import Answers, answers
from generator.importers.lists import items, links
from generator.importers.suggestion import Refused, Remark, Suggestion
from generator.model import Term
from generator.model.written import in_yaml
from generator.shape import did_you_mean, misfits

# GitHub takes no issue of more characters than 65,536.
LONGEST: Final = 100_000
_TOO_LONG = f"it has more than {LONGEST:,} characters"
_NO_FORM = "none of the form's headings is in it; use the form 'Suggest a term'"


@dataclass(slots=True)
class _Collected:
    """The fields that fit so far, and what did not."""

    data: dict[str, Any] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)


def suggestion(body: str, questions: Sequence[Question]) -> Suggestion:
    """Return what an issue says of a term, every field checked by the model.

    Answers that do not fit are left out and explained. Nothing of it is trusted: it is text.
    """
    if len(body) > LONGEST:
        return Suggestion(reasons=(_TOO_LONG,))
    said = answers(body, [*(question.label for question in questions), CONSENT])
    if not said.present:
        return Suggestion(reasons=(_NO_FORM,))
    collected = _Collected()
    for name, group in groupby(questions, lambda question: question.path[0]):
        _collect(name, list(group), said, collected)
    return Suggestion(
        {name: collected.data[name] for name in Term.model_fields if name in collected.data},
        {question.path[0]: question.label.partition(":")[0] for question in questions},
        tuple((q.label, q.help) for q in questions if q.label not in said.typed),
        tuple(collected.refused),
        tuple(_remarks(said)),
        tuple(_reasons(collected, questions)),
    )


def _collect(name: str, group: list[Question], said: Answers, collected: _Collected) -> None:
    """Take a field from its box, or from the boxes of its one item."""
    typed = [question for question in group if question.label in said.typed]
    if not typed:
        return
    values: dict[str, Any] = {}
    for question in typed:
        answer = said.typed[question.label]
        value = _value(question, answer)
        if isinstance(value, Refused):
            collected.refused.append(value)
        else:
            values[question.path[-1]] = value
    whole = " · ".join(said.typed[question.label] for question in typed)
    if group[0].path == (name,):
        if name in values:
            _take(name, values[name], (group[0].label, whole), collected)
    elif len(values) == len(group):
        _take(name, [values], (group[0].label.partition(":")[0], whole), collected)
    elif len(typed) < len(group):
        absent = ", ".join(question.label for question in group if question not in typed)
        message = f"it needs an answer to '{absent}' as well"
        collected.refused.append(Refused(typed[0].label, whole, message))


def _value(question: Question, answer: str) -> Any:
    match question.shape:
        case Shape.LINE:
            return " ".join(answer.split())
        case Shape.TEXT:
            return answer
        case Shape.LIST:
            return items(answer)
        case Shape.LINKS:
            return links(answer)
        case Shape.CHOICE:
            chosen = " ".join(answer.split())
            if chosen in question.options:
                return question.options[chosen]
            known = ", ".join(question.options)
            hint = did_you_mean(chosen, tuple(question.options)) or f"known: {known}"
            return Refused(
                question.label, answer, f"'{chosen[:80]}' is not one of the choices", hint
            )


def _take(name: str, value: Any, said: tuple[str, str], collected: _Collected) -> None:
    """Take a value, or of a list the items that fit."""
    label, answer = said
    faults: dict[int | None, tuple[str, str | None]] = {}
    for misfit_path, message, hint in _faults(name, value):
        number = misfit_path[1] if len(misfit_path) > 1 and isinstance(value, list) else None
        faults.setdefault(number if isinstance(number, int) else None, (message, hint))
    for number, (message, hint) in faults.items():
        shown = answer if number is None else _shown(value[number])
        collected.refused.append(Refused(label, shown, message, hint))
    if None in faults:
        return
    kept = [v for n, v in enumerate(value) if n not in faults] if isinstance(value, list) else value
    if kept:
        collected.data[name] = kept


def _faults(name: str, value: Any) -> Iterator[tuple[tuple[str | int, ...], str, str | None]]:
    try:
        Term.model_validate({"id": "draft", "name": "Draft", name: value})
    except ValidationError as error:
        for misfit in misfits(error, Term):
            yield misfit.path, misfit.message, misfit.hint


def _shown(value: Any) -> str:
    return " ".join(map(str, value.values())) if isinstance(value, dict) else str(value)


def _reasons(collected: _Collected, questions: Sequence[Question]) -> Iterator[str]:
    """Yield why there is not enough for a draft."""
    refused = {one.label for one in collected.refused}
    for question in questions:
        if question.path[0] in NEEDED and question.path[0] not in collected.data:
            does = "does not fit" if question.label in refused else "is missing"
            yield f"'{question.label}' {does}"


def _remarks(said: Answers) -> Iterator[Remark]:
    for label in said.doubtful:
        message = "the heading of this box stands more than once"
        yield Remark(label, message, "see that no answer was cut in two")
    if said.unseen:
        many = "character" if said.unseen == 1 else "characters"
        yield Remark("Whole text", f"{said.unseen:,} {many} that nobody can see were taken out")
    if CONSENT in said.present and "- [x]" not in said.typed.get(CONSENT, "").lower():
        yield Remark(CONSENT, "the box is not ticked", "ask whether it may be published")


def text_of(found: Suggestion) -> str:
    """Return the text of a draft's file, one line for each value that is text."""
    data = {**found.data, "status": "draft"}
    return "".join(f"{line}\n" for name, value in data.items() for line in in_yaml(name, value))
