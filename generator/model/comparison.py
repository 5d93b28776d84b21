"""A comparison: an entry that sets two or more terms side by side by criteria."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from generator.model.entry import Entry, Named
from generator.model.parts import Takeaway
from generator.model.sources import Source
from generator.part import Part, ShortPart
from generator.text import InlineProse, Line, Name, Prose, TermId


class Option(ShortPart):
    """One of the terms that are compared. Plain text means `term`."""

    short_for: ClassVar[str] = "term"

    term: TermId = Field(title="Term", description="The id of the term.", examples=["fine-tuning"])
    label: Name | None = Field(
        None,
        title="Label",
        description="A shorter or more exact label than the term's name, for this comparison.",
        examples=["Full fine-tuning"],
    )
    summary: InlineProse | None = Field(
        None,
        title="Summary",
        description="What it is, for its card; the term's definition if absent.",
        examples=["Train the model further on your own examples."],
    )


class Cell(ShortPart):
    """What holds for one option by one criterion. Plain text means `text`."""

    short_for: ClassVar[str] = "text"

    text: InlineProse = Field(
        title="Text", description="What holds, in a few words.", examples=["Days to weeks"]
    )
    rating: int | None = Field(
        None,
        ge=1,
        le=5,
        title="Rating",
        description="How well the option does by this criterion: 1 is poor, 5 is excellent.",
        examples=[2],
    )


class Criterion(Part):
    """What the options are compared by: one row of the table."""

    name: Line = Field(title="Name", description="A few words.", examples=["Time to start"])
    meaning: InlineProse | None = Field(
        None,
        title="Meaning",
        description="What is asked, in a sentence.",
        examples=["How long until the first useful result."],
    )
    cells: Mapping[TermId, Cell] = Field(
        title="Cells",
        description="One cell for each option, by the option's term id.",
        examples=[{"fine-tuning": {"text": "Days to weeks", "rating": 2}}],
    )


class Verdict(Part):
    """When this holds, choose that."""

    when: InlineProse = Field(
        title="When", description="The situation.", examples=["The facts change every week"]
    )
    choose: TermId = Field(
        title="Choose",
        description="The term id of the option to choose.",
        examples=["retrieval-augmented-generation"],
    )
    because: InlineProse | None = Field(
        None,
        title="Because",
        description="Why.",
        examples=["It reads the documents at the moment of the question."],
    )


class Kinded(Named):
    """What tells a comparison from a term; it stands below the name."""

    kind: Literal["comparison"] = Field(
        title="Kind", description="Always `comparison`.", examples=["comparison"]
    )


class Comparison(Entry, Kinded):
    """An entry that sets two or more terms side by side by criteria."""

    question: Line = Field(
        title="Question",
        description="The question that the comparison answers.",
        examples=["Prompting, RAG or fine-tuning: which should we use?"],
    )
    summary: Prose | None = Field(
        None,
        title="Short answer",
        description="The answer in one paragraph.",
        examples=["Start with the prompt; add documents; train last."],
    )
    options: tuple[Option, ...] = Field(
        title="Options",
        description="The terms that are compared, in the order of the columns.",
        examples=[["prompt-engineering", "fine-tuning"]],
    )
    criteria: tuple[Criterion, ...] = Field(
        title="Criteria",
        description="What the options are compared by, in the order of the rows.",
        examples=[[{"name": "Cost", "cells": {"fine-tuning": "High"}}]],
    )
    verdicts: tuple[Verdict, ...] = Field(
        (),
        title="Which one when",
        description="When this holds, choose that, because.",
        examples=[[{"when": "You have no examples", "choose": "prompt-engineering"}]],
    )
    key_takeaways: tuple[Takeaway, ...] = Field(
        (),
        title="Key takeaways",
        description="Points worth remembering.",
        examples=[["They can be combined."]],
    )
    sources: tuple[Source, ...] = Field(
        (),
        title="Sources",
        description="Where the statements come from.",
        examples=[[{"title": "LoRA", "url": "https://arxiv.org/abs/2106.09685"}]],
    )
