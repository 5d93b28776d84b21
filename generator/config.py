"""The one configuration, read from the plugin's options in `mkdocs.yml`.

The command line and the MkDocs plugin use the same model; defaults are written here, once.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePosixPath

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from generator.diagnostics import Severity
from generator.part import Part
from generator.text import CategoryId, EntryId, InlineProse, Line, Name, Prose, RegionCode, Url


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


class CallToAction(Part):
    """An invitation at the end of a page."""

    heading: Line = Field(
        title="Heading", description="A few words.", examples=["Not sure where to start?"]
    )
    text: InlineProse | None = Field(
        None, title="Text", description="One or two sentences.", examples=["Ask us a question."]
    )
    label: Line = Field(title="Label", description="The words of the link.", examples=["Ask us"])
    url: Line = Field(
        title="Address",
        description="A web address, a `mailto:` address, or a page below `docs/`.",
        examples=["https://example.org/contact", "contact.md"],
    )


class Publisher(Part):
    """Who publishes the glossary."""

    name: Name = Field(
        title="Name", description="Who publishes the glossary.", examples=["Example Cooperative"]
    )
    url: Url | None = Field(
        None, title="Address", description="The publisher's site.", examples=["https://example.org"]
    )
    about: Prose | None = Field(
        None,
        title="About",
        description="Who you are and why readers may trust you; stands below every term.",
        examples=["We are a cooperative of editors."],
    )
    call_to_action: CallToAction | None = Field(
        None,
        title="Call to action",
        description="Stands below every term, unless its category has its own.",
        examples=[{"heading": "Questions?", "label": "Write to us", "url": "contact.md"}],
    )


class Category(Part):
    """A shelf of the glossary. Every term stands on one."""

    name: Name = Field(
        title="Name", description="As readers see it.", examples=["Customising models"]
    )
    description: InlineProse | None = Field(
        None,
        title="Description",
        description="One or two sentences for the top of the category's page.",
        examples=["Ways to make a general model fit your work."],
    )
    call_to_action: CallToAction | None = Field(
        None,
        title="Call to action",
        description="Instead of the publisher's, for terms of this category.",
        examples=[{"heading": "Questions?", "label": "Write to us", "url": "contact.md"}],
    )


class Region(Part):
    """A region or group of regions that ISO 3166-1 does not name, or a name of your own."""

    name: Name = Field(
        title="Name", description="As readers see it.", examples=["Nordic countries"]
    )
    members: tuple[RegionCode, ...] = Field(
        (), title="Members", description="The regions of a group.", examples=[["DK", "NO", "SE"]]
    )


class Home(Part):
    """The home page that Termloom makes when `docs/` has no `index.md`."""

    heading: Line | None = Field(
        None,
        title="Heading",
        description="The first words of the home page; the site's name if absent.",
        examples=["Customising AI, in plain words"],
    )
    introduction: Prose | None = Field(
        None,
        title="Introduction",
        description="A paragraph below the heading.",
        examples=["Plain answers for people who buy and run AI tools."],
    )
    featured: tuple[EntryId, ...] = Field(
        (),
        title="Featured",
        description="Ids of terms and comparisons to show first.",
        examples=[["fine-tuning"]],
    )


class Config(Part):
    """Everything a publisher may set."""

    terms: Line = Field(
        Line("terms"),
        title="Terms",
        description="The folder of entries, from the project's root.",
        examples=["terms"],
    )
    templates: Line = Field(
        Line("templates"),
        title="Templates",
        description=(
            "The folder of your own templates, from the project's root. A file in it replaces "
            "the packaged one of the same name; it need not exist."
        ),
        examples=["templates"],
    )
    language: Line = Field(
        Line("en-AU"),
        title="Language",
        description=(
            "The language of the entries as a BCP 47 tag; region names and dates follow it."
        ),
        examples=["en-AU"],
    )
    home: Home = Field(
        Home(),
        title="Home page",
        description="What the generated home page says.",
        examples=[{"heading": "Customising AI, in plain words"}],
    )
    categories: Mapping[CategoryId, Category] = Field(
        {},
        title="Categories",
        description="The shelves of the glossary, by id, in the order readers see them.",
        examples=[{"customising-models": {"name": "Customising models"}}],
    )
    regions: Mapping[RegionCode, Region] = Field(
        {},
        title="Regions",
        description=(
            "Groups, subdivisions and names of your own. Countries of ISO 3166-1 and `EU` are "
            "known without being listed; listed regions come first on every page."
        ),
        examples=[{"AU-NSW": {"name": "New South Wales"}}],
    )
    publisher: Publisher | None = Field(
        None,
        title="Publisher",
        description="Who publishes the glossary, and what stands below every term.",
        examples=[{"name": "Example Cooperative"}],
    )
    edit_url: Url | None = Field(
        None,
        title="Edit address",
        description="What stands before an entry's path in the address where it can be edited.",
        examples=["https://github.com/example/glossary/edit/main/"],
    )
    labels: Mapping[str, Line] = Field(
        {},
        title="Labels",
        description="Other words for the site's visible texts; see the reference of labels.",
        examples=[{"faq": "Common questions"}],
    )
    rules: Mapping[str, Judgement] = Field(
        {},
        title="Rules",
        description="Another severity for a rule: `error`, `warning`, `hint` or `off`.",
        examples=[{"definition-too-long": "error"}],
    )

    @field_validator("terms", "templates")
    @classmethod
    def _stays_inside(cls, value: Line) -> Line:
        path = PurePosixPath(value)
        if path.is_absolute() or ".." in path.parts or "\\" in value or not path.parts:
            raise PydanticCustomError(
                "outside", "this folder must lie inside the project: no '..', no leading '/'"
            )
        return Line(str(path))

    @field_validator("categories", "regions")
    @classmethod
    def _leave_the_list_its_address(cls, value: Mapping[str, Part]) -> Mapping[str, Part]:
        if any(id.lower() == "index" for id in value):
            raise PydanticCustomError(
                "taken", "'index' is the address of the list itself; choose another id"
            )
        return value
