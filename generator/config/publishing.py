"""What a publisher says of itself, of the shelves, and on the home page."""

from pydantic import Field

from generator.part import Part
from generator.text import EntryId, InlineProse, Line, Name, Prose, RegionCode, Url


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
