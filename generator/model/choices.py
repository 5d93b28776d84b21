"""What the entries of one project may refer to, for a schema that offers it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.values import one_of
from generator.text import CategoryId, JsonSchema, RegionCode, TermId

_TERM = "No term has this id; if it is a new one, refresh this schema with 'termloom schema'"
_CATEGORY = "No category has this id; mkdocs.yml says which there are"
_REGION = "No region has this code; use one of ISO 3166, or declare a group in mkdocs.yml"
_TAKEN = "This id is in use, so it cannot be a former one"


@dataclass(frozen=True, slots=True)
class Choices:
    """Ids, codes and tags, each with what an editor says of it.

    `countries` are the codes whose subdivisions count as known; `taken` gives, for the name of
    a model, the ids whose pages stand where a former id would redirect from.
    """

    terms: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)
    taken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def definitions(self) -> dict[str, JsonSchema]:
        """Return the schemas that take the place of those for any id or code at all."""
        subdivision = rf"^\s*(?:{'|'.join(self.countries)})-[A-Z0-9]{{1,3}}\s*$"
        return {
            TermId.__name__: one_of(self.terms, _TERM),
            CategoryId.__name__: one_of(self.categories, _CATEGORY),
            RegionCode.__name__: {
                "anyOf": [
                    one_of(self.regions, _REGION),
                    {"title": "A part of a country", "type": "string", "pattern": subdivision},
                    # `001` is the world, and a number to an editor.
                    {"title": "A code of digits", "type": "integer", "minimum": 1, "maximum": 999},
                ]
            },
        }

    def not_taken(self, model: str, id: JsonSchema) -> JsonSchema:
        """Return the schema of a former id of an entry, given that of any id."""
        taken = list(self.taken.get(model, ()))
        refusal = {"enum": [], "errorMessage": _TAKEN}
        return {"allOf": [id], "if": {"enum": taken}, "then": refusal} if taken else id
