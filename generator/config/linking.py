"""How prose links itself."""

from enum import StrEnum

from pydantic import Field

from generator.part import Part, Switch


class Mentions(StrEnum):
    """Which mentions of a term become links."""

    SECTION = "section"
    PAGE = "page"
    EVERY = "every"
    OFF = "off"


class Linking(Part):
    """How prose links itself to the terms it mentions."""

    mentions: Mentions = Field(
        Mentions.SECTION,
        title="Mentions",
        description=(
            "Which mentions of a term become links: the first of each `section` or of each "
            "`page`, `every` one, or none (`off`). `[[term]]` is a link in any case."
        ),
        examples=["page"],
    )
    inflections: Switch = Field(
        default=True,
        title="Inflections",
        description=(
            "Whether plurals, possessives and other spellings of a label count too. They are "
            "derived by rules of the `language`; of today's languages English has such rules."
        ),
        examples=["false"],
    )
