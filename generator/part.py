"""What every model of ours has in common, and how a short form of a part is read."""

from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError


def _true_or_false(value: Any) -> bool:
    """Return what YAML 1.2 takes for true or false; every scalar arrives as text."""
    if isinstance(value, bool):
        return value
    if value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return bool(value.lower() == "true")
    if isinstance(value, str):
        message = "{value} is neither 'true' nor 'false'"
        raise PydanticCustomError("not_a_switch", message, {"value": repr(value)})
    raise PydanticCustomError("not_a_switch", "expected 'true' or 'false'")


Switch: TypeAlias = Annotated[bool, BeforeValidator(_true_or_false)]


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
