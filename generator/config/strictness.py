"""How strict the rules are, and where."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from generator.diagnostics import Severity
from generator.part import Part


class Judgement(StrEnum):
    """What the config may say of a rule."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    OFF = "off"

    @property
    def severity(self) -> Severity | None:
        """Return the severity, or nothing where the rule is switched off."""
        return None if self is Judgement.OFF else Severity(self.value)


class Limits(Part):
    """How long things may be before a rule complains."""

    definition_words: int = Field(
        60,
        ge=1,
        title="Words of a definition",
        description="For `definition-too-long`.",
        examples=[40],
    )
    sentence_words: int = Field(
        35,
        ge=1,
        title="Words of a sentence",
        description="For `long-sentence`, which is off unless you switch it on.",
        examples=[30],
    )
    paragraph_words: int = Field(
        120,
        ge=1,
        title="Words of a paragraph",
        description="For `long-paragraph`, which is off unless you switch it on.",
        examples=[100],
    )


class Folder(Part):
    """What differs for the files below one folder."""

    rules: Mapping[str, Judgement] = Field(
        {},
        title="Rules",
        description="Other severities for these files.",
        examples=[{"source-not-accessed": "off"}],
    )
    limits: Limits = Field(
        Limits(),
        title="Limits",
        description="Other limits for these files; those that are not named stay.",
        examples=[{"definition_words": 80}],
    )
