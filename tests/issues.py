"""Issues as GitHub renders them when somebody fills in a form."""

from collections.abc import Mapping
from typing import Any

from generator.forms.github import CONSENT, CONSENTED
from generator.forms.questions import Question, Shape


def issue(
    fields: Mapping[str, Any], questions: tuple[Question, ...], *, ticked: bool = True
) -> str:
    """Return the body of an issue with these fields of a term, as they stand in YAML."""
    parts = []
    for question in questions:
        value = fields.get(question.path[0])
        if value is not None and len(question.path) > 1:
            value = value[0][question.path[1]]
        parts += [f"### {question.label}", _typed(value, question) or "_No response_"]
    parts += [f"### {CONSENT}", f"- [{'X' if ticked else ' '}] {CONSENTED}"]
    return "\n\n".join(parts)


def _typed(value: Any, question: Question) -> str:
    match question.shape:
        case _ if value is None:
            return ""
        case Shape.CHOICE:
            return next(label for label, id in question.options.items() if id == value)
        case Shape.LIST:
            return "\n".join(
                _item(v if isinstance(v, str) else next(iter(v.values()))) for v in value
            )
        case Shape.LINKS:
            return "\n".join(
                _item(", ".join(filter(None, (v["title"], v.get("url"))))) for v in value
            )
        case _:
            return str(value)


def _item(text: str) -> str:
    return "- " + "\n  ".join(text.strip().split("\n"))
