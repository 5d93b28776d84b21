"""What came of a suggestion, as Markdown for a comment below the issue or a pull request."""

from collections.abc import Iterable, Iterator

from generator.importers.suggestion import Refused, Remark, Suggestion
from generator.reporting.addresses import rule_address
from generator.reporting.job_summary import literal

_LONGEST, _MOST = 300, 20


def as_markdown(found: Suggestion, path: str | None) -> str:
    """Return what was taken, what is missing and what does not fit; `path` is the draft's file.

    For people who know neither YAML nor git. Nothing of what was typed becomes markup.
    """
    return "\n\n".join(_paragraphs(found, path)) + "\n"


def _paragraphs(found: Suggestion, path: str | None) -> Iterator[str]:
    name = str(found.data.get("name", ""))
    yield f"## Your suggestion: {literal(name)}" if name else "## Your suggestion"
    if path is not None:
        yield f"Thank you. A draft is in {literal(path)}. Readers see it once it is published."
    else:
        yield "Thank you. There is no draft yet, because of this:"
        yield _list(f"{literal(reason)}." for reason in found.reasons)
        yield "Edit the text of the issue to mend it."
    if found.refused:
        yield "### What does not fit"
        yield "These answers are not in the draft. Nothing is lost: they stand in the issue."
        yield _first(list(map(_refused, found.refused)))
    if found.remarks:
        yield "### What is worth a look"
        yield _first(list(map(_remark, found.remarks)))
    if found.data:
        yield "### What was taken"
        yield _list(
            f"**{literal(found.labels.get(field, field))}**: {_shortened(_said(value))}"
            for field, value in found.data.items()
        )
    if found.missing:
        yield "### What is missing"
        yield "The entry is better with each of these."
        yield _list(f"**{literal(label)}**: {literal(help)}" for label, help in found.missing)


def _refused(one: Refused) -> str:
    way_out = f" ({literal(one.hint)})" if one.hint else ""
    return (
        f"**{literal(one.label)}**: {_sentence(one.message)}{way_out}. "
        f"You wrote: “{_shortened(one.answer)}”"
    )


def _remark(one: Remark) -> str:
    way_out = f" ({literal(one.hint)})" if one.hint else ""
    more = f" [{one.rule}]({rule_address(one.rule)})" if one.rule else ""
    return f"**{literal(one.label)}**: {_sentence(one.message)}{way_out}{more}"


def _sentence(message: str) -> str:
    return literal(" ".join(message.split()))


def _said(value: object) -> str:
    match value:
        case dict():
            return ", ".join(map(_said, value.values()))
        case list():
            return " · ".join(map(_said, value))
        case _:
            return str(value)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return literal(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…")


def _first(lines: list[str]) -> str:
    """Return the first of many lines, and how many more there are."""
    more = [f"{len(lines) - _MOST:,} more"] if len(lines) > _MOST else []
    return _list([*lines[:_MOST], *more])


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
