"""The JSON Schema of an entry, made from the models.

JSON Schema 2020-12, https://json-schema.org/draft/2020-12/schema. An entry is a comparison
if it says `kind: comparison`, a term otherwise. Besides the standard's words it has those that
editors understand: `markdownDescription`, `enumDescriptions`, `defaultSnippets`,
`errorMessage` and `patternErrorMessage`.
"""

from collections.abc import Mapping
from typing import Any, Final, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.choices import Choices
from generator.model.comparison import Comparison
from generator.model.entry import Entry
from generator.model.explained import explained, explained_field
from generator.model.snippets import entry_snippets, part_snippet
from generator.model.term import Term
from generator.model.times import Interval
from generator.model.values import BESIDE, FREE_TEXTS, kinds, one_of
from generator.part import Part, ShortPart
from generator.shape import annotation_at
from generator.text import CategoryId, EntryId, JsonSchema, Prose, TermId

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
TITLE: Final = "Termloom entry"
_KINDS: Final = {
    "term": "It defines one concept. This is so unless you say otherwise.",
    "comparison": "It sets two or more terms side by side.",
}
# Kinds whose example may well be right as it is. Any other would be left standing by mistake.
_OFFERED = (Interval,)
_BLOCKS = ((Term, Prose), (Comparison, Prose))
_BLOCK = {"label": "text of several lines", "body": "|\n  $1"}
_LIST = "Expected a list: each value on a line of its own, after '- '"
_CELLS = "Expected one line for each option: its term id, a colon, and what holds"


def json_schema(choices: Choices | None = None, address: str | None = None) -> JsonSchema:
    """Return the schema of an entry's file: without `id`, which is the file's name.

    With `choices`, references must name what there is. `address` is where it is published.
    """
    writer = _Writer(choices)
    for model in (Term, Comparison):
        writer.definitions[model.__name__] = writer.entry(model)
    return {
        "$schema": DIALECT,
        **({"$id": address} if address else {}),
        "title": TITLE,
        "description": "One YAML file: a term, or a comparison of terms.",
        "if": {
            "type": "object",
            "properties": {"kind": {"const": "comparison"}},
            "required": ["kind"],
        },
        "then": _to(Comparison),
        "else": _to(Term),
        **_begins(list(entry_snippets())),
        "$defs": dict(sorted(writer.definitions.items())),
    }


class _Writer:
    """Writes the schema of each part once, into `definitions`."""

    def __init__(self, choices: Choices | None) -> None:
        self.definitions = {kind.__name__: schema for kind, schema in kinds()} | BESIDE
        self._choices = choices
        self._wordy: tuple[type, ...] = (*FREE_TEXTS, EntryId, TermId, CategoryId)
        if choices is not None:
            self.definitions |= choices.definitions()
            self._wordy = (*FREE_TEXTS, EntryId)

    def entry(self, model: type[Entry]) -> JsonSchema:
        """Return the schema of a term or a comparison."""
        written = self._details(model)
        fields = written["properties"]
        del fields["id"]
        fields.setdefault("kind", {"title": "Kind", "description": "What it is."} | one_of(_KINDS))
        written["required"].remove("id")
        if self._choices is not None:
            former = fields["former_ids"]
            former["items"] = self._choices.not_taken(model.__name__, former["items"])
            tags = fields["tags"]
            tags["items"] = _suggested(one_of(self._choices.tags), tags["items"])
        return {**explained(model), **written}

    def _details(self, model: type[Part]) -> JsonSchema:
        return {
            "type": "object",
            "properties": {
                name: self._field(model, name, field) for name, field in model.model_fields.items()
            },
            "required": [n for n, field in model.model_fields.items() if field.is_required()],
            "additionalProperties": False,
        }

    def _field(self, model: type[Part], name: str, field: FieldInfo) -> JsonSchema:
        annotation = annotation_at(model, (name,))
        return {
            **explained_field(model, name, field),
            **self._or_absent(annotation, field),
            **(
                {"defaultSnippets": [_BLOCK]}
                if annotation is Prose and issubclass(model, Entry)
                else {}
            ),
            **({"examples": field.examples} if annotation in _OFFERED else {}),
        }

    def _or_absent(self, annotation: Any, field: FieldInfo) -> JsonSchema:
        """Return the schema of a field's value, which is absent where only its key stands."""
        value, origin = self._value(annotation, field), get_origin(annotation)
        if field.is_required():
            least = {tuple: {"minItems": 1}, Mapping: {"minProperties": 1}}.get(origin, {})
            return self._or_word(value, annotation) | least
        if origin is tuple:
            # `items` stands outside for editors, which begin a list when the field is picked.
            items = value.pop("items")
            return {"items": items, "anyOf": [value, _to("Nothing")]}
        beside = "NothingOrWord" if annotation in self._wordy else "Nothing"
        return {"anyOf": [value, _to(beside)]}

    def _or_word(self, value: JsonSchema, annotation: Any) -> JsonSchema:
        return {"anyOf": [value, _to("Word")]} if annotation in self._wordy else value

    def _value(self, annotation: Any, field: FieldInfo) -> JsonSchema:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is tuple:
            items = self._or_word(self._value(arguments[0], field), arguments[0])
            return {"type": "array", "items": items, "errorMessage": _LIST}
        if origin is Mapping:
            key, each = (self._value(argument, field) for argument in arguments)
            values = {"anyOf": [each, _to("Nothing")]}
            return {
                "type": "object",
                "propertyNames": key,
                "additionalProperties": values,
                "errorMessage": _CELLS,
            }
        if origin is Literal:
            return one_of(_KINDS)
        if annotation is int:
            return _number(field)
        if annotation is bool:
            return _switch()
        if annotation.__name__ not in self.definitions:
            self.definitions[annotation.__name__] = self._part(annotation)
        return _to(annotation)

    def _part(self, part: type[Part]) -> JsonSchema:
        details = self._details(part)
        described = explained(part) | _begins([part_snippet(part)])
        if not issubclass(part, ShortPart):
            return described | details
        kind = annotation_at(part, (part.short_for,))
        short = self._value(kind, part.model_fields[part.short_for])
        return {
            **described,
            # Not `anyOf`, of which an editor could not say which one the author meant.
            "if": {"type": "object"},
            "then": details,
            "else": self._or_word(short, kind),
            **(_suggested(short, {}) if kind is TermId else {}),
        }


def _to(kind: type | str) -> JsonSchema:
    name = kind if isinstance(kind, str) else kind.__name__
    return {"$ref": f"#/$defs/{name}"}


def _suggested(some: JsonSchema, every: JsonSchema) -> JsonSchema:
    """Return the schema of a value that may be anything, of which an editor offers some."""
    return {"anyOf": [some, every]}


def _begins(snippets: list[JsonSchema]) -> JsonSchema:
    """Return what offers a beginning where nothing stands yet."""
    nothing = {"type": ["object", "null"], "maxProperties": 0}
    # With another type editors would offer each beginning twice.
    return {"allOf": [{"if": nothing, "then": {"type": "object", "defaultSnippets": snippets}}]}


def _number(field: FieldInfo) -> JsonSchema:
    """Return the schema of a whole number, which the author may have put in quotes."""
    bounds = {n: getattr(m, n) for m in field.metadata for n in ("ge", "le") if hasattr(m, n)}
    known = list(range(bounds["ge"], bounds["le"] + 1))
    message = f"Expected a whole number from {known[0]} to {known[-1]}"
    quoted = {"title": "In quotes", "type": "string", "pattern": f"^[{known[0]}-{known[-1]}]$"}
    return {"anyOf": [{"enum": known, "errorMessage": message}, quoted]}


def _switch() -> JsonSchema:
    """Return the schema of true or false, which the author may have put in quotes."""
    known = {"enum": [True, False], "errorMessage": "Expected true or false"}
    words = "^(?:true|True|TRUE|false|False|FALSE)$"
    return {"anyOf": [known, {"title": "In quotes", "type": "string", "pattern": words}]}
