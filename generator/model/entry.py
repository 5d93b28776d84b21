"""What terms and comparisons have in common."""

from enum import StrEnum

from pydantic import Field

from generator.model.times import Day, Interval
from generator.part import Part
from generator.text import CategoryId, EntryId, Line, Name


class Status(StrEnum):
    """Where an entry stands in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    DEPRECATED = "deprecated"


class Named(Part):
    """What stands first in every entry: its id, which is the file's name, and its name."""

    id: EntryId = Field(
        title="Id",
        description="The permanent slug: the file's name without `.yml`. Not written in the file.",
        examples=["fine-tuning"],
    )
    name: Name = Field(title="Name", description="The preferred label.", examples=["Fine-tuning"])


class Entry(Named):
    """One YAML file. Its file name is its id."""

    former_ids: tuple[EntryId, ...] = Field(
        (),
        title="Former ids",
        description="Ids this entry had before; each becomes a redirect.",
        examples=[["model-fine-tuning"]],
    )
    category: CategoryId | None = Field(
        None,
        title="Category",
        description="The id of a category that `mkdocs.yml` declares.",
        examples=["customising-models"],
    )
    tags: tuple[Name, ...] = Field(
        (), title="Tags", description="Free keywords.", examples=[["training", "cost"]]
    )
    status: Status = Field(
        Status.PUBLISHED,
        title="Status",
        description="A draft is checked but has no page; a deprecated entry names its successor.",
        examples=["draft"],
    )
    owner: Line | None = Field(
        None, title="Owner", description="Who keeps this entry right.", examples=["Content team"]
    )
    reviewed: Day | None = Field(
        None,
        title="Reviewed",
        description="The day somebody last checked the whole entry.",
        examples=["2026-11-21"],
    )
    review_every: Interval | None = Field(
        None,
        title="Review every",
        description="How long a review holds.",
        examples=["6 months"],
    )

    @property
    def is_published(self) -> bool:
        """Return whether the entry has a page: deprecated entries keep theirs, drafts have none."""
        return self.status is not Status.DRAFT
