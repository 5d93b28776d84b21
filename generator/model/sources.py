"""Where statements come from, and where to go on reading."""

from pydantic import Field

from generator.model.times import Day, When
from generator.part import Part
from generator.text import InlineProse, Line, Url


class Source(Part):
    """Where a statement comes from."""

    title: Line = Field(
        title="Title",
        description="The title of the document.",
        examples=["LoRA: Low-Rank Adaptation of Large Language Models"],
    )
    publisher: Line | None = Field(
        None,
        title="Publisher",
        description="Who published it: a journal, an agency, a company.",
        examples=["arXiv"],
    )
    url: Url | None = Field(
        None,
        title="Address",
        description="A stable web address.",
        examples=["https://arxiv.org/abs/2106.09685"],
    )
    published: When | None = Field(
        None, title="Published", description="When it was published.", examples=["2021-06"]
    )
    accessed: Day | None = Field(
        None,
        title="Accessed",
        description="The day somebody last read it.",
        examples=["2026-11-21"],
    )


class Resource(Part):
    """Somewhere to go on reading, or a tool to use."""

    title: Line = Field(title="Title", description="What it is.", examples=["A worked example"])
    url: Line = Field(
        title="Address",
        description="A web address, or a page below `docs/`.",
        examples=["https://example.org/guide", "guides/first-steps.md"],
    )
    note: InlineProse | None = Field(
        None, title="Note", description="Why it is worth the time.", examples=["Ten minutes."]
    )
