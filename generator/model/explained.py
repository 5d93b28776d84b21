"""What fields and parts are for, as an editor shows it: words, an example, a link to more."""

from typing import Final

from pydantic.fields import FieldInfo

from generator.model.entry import Entry
from generator.model.snippets import words
from generator.model.term import Term
from generator.model.written import in_yaml
from generator.part import Part
from generator.text import JsonSchema

FIELDS: Final = "https://github.com/termloom/termloom/blob/main/docs/reference/fields.md"


def explained(model: type[Part]) -> JsonSchema:
    """Return what an entry or a part is, in words."""
    text = " ".join((model.__doc__ or "").split())
    return {
        "title": _capital(words(model)),
        "description": text,
        "markdownDescription": f"{text}\n\n[Reference]({FIELDS}#{words(model).replace(' ', '-')})",
    }


def explained_field(model: type[Part], name: str, field: FieldInfo) -> JsonSchema:
    """Return what a field is for, in words, and for editors with an example of its use."""
    required = " *Required.*" if field.is_required() else ""
    example = "\n".join(in_yaml(name, (field.examples or [""])[0]))
    return {
        "title": field.title,
        "description": field.description,
        "markdownDescription": (
            f"{field.description}{required}\n\n```yaml\n{example}\n```\n\n"
            f"[Reference]({FIELDS}#{_anchor(model, name)})"
        ),
    }


def _anchor(model: type[Part], name: str) -> str:
    """Return where the reference of fields speaks of a field."""
    if not issubclass(model, Entry):
        return words(model).replace(" ", "-")
    return name if model is Term or name in Entry.model_fields else f"comparison-{name}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
