"""The parts that entries are made of."""

from typing import ClassVar

from pydantic import Field

from generator.model.relations import RelationKind
from generator.model.sources import Source
from generator.model.times import Day
from generator.part import Part, ShortPart
from generator.text import InlineProse, Line, Name, Prose, RegionCode, TermId


class AvoidedLabel(Part):
    """A label that writers should not use for this concept."""

    label: Name = Field(
        title="Label", description="The label to avoid.", examples=["Model training"]
    )
    because: InlineProse = Field(
        title="Because",
        description="Why not, in one sentence.",
        examples=["It also means training from scratch."],
    )
    say_instead: Name | None = Field(
        None,
        title="Say instead",
        description="What to say; the term's name if absent.",
        examples=["fine-tuning"],
    )


class Step(ShortPart):
    """One step of how something works. Plain text means `text`."""

    short_for: ClassVar[str] = "text"

    title: Line | None = Field(
        None, title="Title", description="A few words.", examples=["Collect examples"]
    )
    text: InlineProse = Field(
        title="Text",
        description="What happens in this step.",
        examples=["Gather pairs of a request and the answer you would have written."],
    )


class HowItWorks(ShortPart):
    """How something works: prose, numbered steps, or both. Plain text means `text`."""

    short_for: ClassVar[str] = "text"

    text: Prose | None = Field(
        None,
        title="Text",
        description="Prose before the steps.",
        examples=["The model sees many examples and adjusts itself a little after each."],
    )
    steps: tuple[Step, ...] = Field(
        (),
        title="Steps",
        description="What happens, in order.",
        examples=[["Collect examples.", "Train.", "Compare with the original model."]],
    )


class UseCase(ShortPart):
    """A situation in which something is the right choice. Plain text means `when`."""

    short_for: ClassVar[str] = "when"

    when: InlineProse = Field(
        title="When",
        description="The situation.",
        examples=["You write thousands of product descriptions in one style."],
    )
    because: InlineProse | None = Field(
        None, title="Because", description="Why.", examples=["Style is what it learns best."]
    )


class MisuseCase(ShortPart):
    """A situation in which something is the wrong choice. Plain text means `when`."""

    short_for: ClassVar[str] = "when"

    when: InlineProse = Field(
        title="When",
        description="The situation.",
        examples=["The answer changes every week."],
    )
    because: InlineProse | None = Field(
        None, title="Because", description="Why not.", examples=["Trained facts go stale."]
    )
    instead: TermId | None = Field(
        None,
        title="Instead",
        description="The id of the term to use instead.",
        examples=["retrieval-augmented-generation"],
    )


class Example(ShortPart):
    """The term in use. Plain text means `text`."""

    short_for: ClassVar[str] = "text"

    context: Line | None = Field(
        None,
        title="Context",
        description="Where one might hear or see this.",
        examples=["In a budget meeting"],
    )
    text: Prose = Field(
        title="Text",
        description="What is said or done.",
        examples=["“Before we pay for training, let us try twenty good examples in the prompt.”"],
    )


class Mistake(ShortPart):
    """What people do wrong, and what to do about it. Plain text means `mistake`."""

    short_for: ClassVar[str] = "mistake"

    mistake: InlineProse = Field(
        title="Mistake",
        description="What people do wrong.",
        examples=["Training on whatever documents are at hand."],
    )
    remedy: InlineProse | None = Field(
        None,
        title="Remedy",
        description="What to do about it.",
        examples=["Pick a hundred examples that you would be proud to publish."],
    )


class Misconception(Part):
    """What people believe, and what is the case."""

    misconception: InlineProse = Field(
        title="Misconception",
        description="What people believe, as they would say it.",
        examples=["Fine-tuning teaches the model our facts."],
    )
    reality: InlineProse = Field(
        title="Reality",
        description="What is the case.",
        examples=["It teaches manner far more reliably than matter."],
    )


class Takeaway(ShortPart):
    """A point worth remembering. Plain text means `point`."""

    short_for: ClassVar[str] = "point"

    point: InlineProse = Field(
        title="Point", description="One short sentence.", examples=["Try a better prompt first."]
    )
    detail: InlineProse | None = Field(
        None, title="Detail", description="One or two sentences.", examples=["It costs an hour."]
    )


class Question(Part):
    """A question that readers ask, and its answer."""

    question: Line = Field(
        title="Question",
        description="As a reader would ask it.",
        examples=["How many examples do we need?"],
    )
    answer: Prose = Field(
        title="Answer",
        description="The answer first, then the reasons.",
        examples=["Fewer than most people think, if they are good."],
    )


class Relation(ShortPart):
    """An edge to another term. Plain text means `term`."""

    short_for: ClassVar[str] = "term"

    term: TermId = Field(
        title="Term", description="The id of the other term.", examples=["prompt-engineering"]
    )
    relation: RelationKind = Field(
        RelationKind.RELATED,
        title="Relation",
        description="What the other term is to this one. Its inverse is derived: write it once.",
        examples=["alternative_to"],
    )
    note: InlineProse | None = Field(
        None,
        title="Note",
        description="Why a reader of this term should look there.",
        examples=["Try this first: it needs no training."],
    )


class RegionalNote(Part):
    """What differs in one region, for everybody or for one audience."""

    region: RegionCode = Field(
        title="Region",
        description="An ISO 3166 code (`AU`, `AU-NSW`) or a group such as `EU`.",
        examples=["AU"],
    )
    audience: Line | None = Field(
        None, title="Audience", description="Whom it concerns.", examples=["Small businesses"]
    )
    title: Line | None = Field(
        None, title="Title", description="A few words.", examples=["Personal information"]
    )
    text: Prose = Field(
        title="Text",
        description="What differs there.",
        examples=["The Privacy Act 1988 applies to training data about people."],
    )
    sources: tuple[Source, ...] = Field(
        (),
        title="Sources",
        description="Where the statements come from; laws above all.",
        examples=[[{"title": "Privacy Act 1988 (Cth)"}]],
    )
    reviewed: Day | None = Field(
        None,
        title="Reviewed",
        description="The day somebody last checked this note.",
        examples=["2026-11-21"],
    )
