"""What every model of ours has in common, and how a short form of a part is read."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from generator.text import JsonSchema


class Part(BaseModel):
    """A frozen group of values that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class ShortPart(Part):
    """A part that may be written as plain text when only one of its fields is needed.

    `- We have few examples` then means `- when: We have few examples`.
    """

    short_for: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {cls.short_for: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchema:
        whole = handler(core)
        resolved = handler.resolve_ref_schema(whole)
        short = dict(resolved["properties"][cls.short_for])
        short.pop("title", None)
        details = dict(resolved)
        resolved.clear()
        resolved.update(
            title=details.pop("title"),
            description=details.pop("description", ""),
            anyOf=[short, details],
        )
        return whole
