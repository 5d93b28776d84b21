"""A term: an entry that defines one concept.

The fields of `Term` that `TermHeader` does not have are the sections of its page: the
heading is the field's title, the place is the field's place, and an absent field makes no
section. Adding a section is adding a field here.
"""

from pydantic import Field

from generator.model.entry import Entry, Named
from generator.model.parts import (
    AvoidedLabel,
    Example,
    HowItWorks,
    Misconception,
    Mistake,
    MisuseCase,
    Question,
    RegionalNote,
    Relation,
    Takeaway,
    UseCase,
)
from generator.model.sources import Resource, Source
from generator.part import Switch
from generator.text import CategoryId, InlineProse, Name, Prose, TermId


class Labelled(Named):
    """The labels of a term, and how they count in prose."""

    abbreviation: Name | None = Field(
        None,
        title="Abbreviation",
        description="The usual short form. In prose it counts only in this spelling.",
        examples=["RAG"],
    )
    aliases: tuple[Name, ...] = Field(
        (),
        title="Also called",
        description="Other labels that are fine to use.",
        examples=[["Model fine-tuning"]],
    )
    avoid: tuple[AvoidedLabel, ...] = Field(
        (),
        title="Labels to avoid",
        description="Labels that writers should not use for this concept, with the reason.",
        examples=[[{"label": "Model training", "because": "It also means training from scratch."}]],
    )
    forms: tuple[Name, ...] = Field(
        (),
        title="Forms",
        description="Inflections that cannot be derived by rule.",
        examples=[["fine-tuned", "fine-tunes"]],
    )
    inflect: Switch = Field(
        default=True,
        title="Inflect",
        description=(
            "Whether plurals, possessives and other spellings of the labels count in prose. "
            "Write `false` where they mean something else; `forms` can name those that count."
        ),
        examples=["false"],
    )
    prefer_in: tuple[CategoryId, ...] = Field(
        (),
        title="Prefer in",
        description=(
            "Ids of categories. In their entries, a spelling that several terms claim means "
            "this term."
        ),
        examples=[["models-and-training"]],
    )


class TermHeader(Entry, Labelled):
    """What stands above the sections of a term's page.

    Fields come in the order of the bases, the last one first: name, labels, and the rest.
    """

    superseded_by: TermId | None = Field(
        None,
        title="Superseded by",
        description="The id of the term that replaces a deprecated one.",
        examples=["fine-tuning"],
    )


class Term(TermHeader):
    """An entry that defines one concept."""

    definition: InlineProse | None = Field(
        None,
        title="Definition",
        description="What it is, in one or two sentences of at most 60 words.",
        examples=["Training an existing model further on examples of your own."],
    )
    summary: Prose | None = Field(
        None,
        title="In short",
        description="A slightly longer answer, for readers who want one paragraph.",
        examples=["Fine-tuning changes the model itself, not the question you ask it."],
    )
    pull_quote: InlineProse | None = Field(
        None,
        title="Pull quote",
        description="One sentence worth quoting.",
        examples=["A prompt is a briefing; fine-tuning is an apprenticeship."],
    )
    explanation: Prose | None = Field(
        None,
        title="What it means",
        description="The explanation in depth.",
        examples=["A general model knows a little about everything …"],
    )
    analogy: Prose | None = Field(
        None,
        title="An analogy",
        description="The idea, carried over to something everybody knows.",
        examples=["Think of a chef who has cooked in many kitchens …"],
    )
    how_it_works: HowItWorks | None = Field(
        None,
        title="How it works",
        description="Prose, numbered steps, or both.",
        examples=[{"steps": ["Collect examples.", "Train.", "Compare."]}],
    )
    why_it_matters: Prose | None = Field(
        None,
        title="Why it matters",
        description="What changes for the reader.",
        examples=["It can take hours of editing out of every week."],
    )
    in_practice: Prose | None = Field(
        None,
        title="How it shows up in practice",
        description="Where one meets it at work.",
        examples=["You meet it when a supplier offers a model “trained on your brand”."],
    )
    business_context: Prose | None = Field(
        None,
        title="For the business",
        description="Cost, people, risk: what a team has to decide.",
        examples=["The largest cost is people's time, not computing."],
    )
    when_to_use: tuple[UseCase, ...] = Field(
        (),
        title="When to use it",
        description="Situations in which it is the right choice.",
        examples=[["You need the same style thousands of times."]],
    )
    when_not_to_use: tuple[MisuseCase, ...] = Field(
        (),
        title="When not to use it",
        description="Situations in which it is the wrong choice, and what to use instead.",
        examples=[[{"when": "Facts change weekly.", "instead": "retrieval-augmented-generation"}]],
    )
    examples: tuple[Example, ...] = Field(
        (),
        title="Examples",
        description="The term in use, each with its context.",
        examples=[[{"context": "In a budget meeting", "text": "“Let us try the prompt first.”"}]],
    )
    common_mistakes: tuple[Mistake, ...] = Field(
        (),
        title="Common mistakes",
        description="What people do wrong, and what to do about it.",
        examples=[["Training on whatever documents are at hand."]],
    )
    misconceptions: tuple[Misconception, ...] = Field(
        (),
        title="Misconceptions",
        description="What people believe, and what is the case, in pairs.",
        examples=[[{"misconception": "It teaches facts.", "reality": "It teaches manner."}]],
    )
    key_takeaways: tuple[Takeaway, ...] = Field(
        (),
        title="Key takeaways",
        description="Points worth remembering.",
        examples=[["Try a better prompt first."]],
    )
    regional_notes: tuple[RegionalNote, ...] = Field(
        (),
        title="In your region",
        description="What differs from region to region.",
        examples=[[{"region": "AU", "text": "The Privacy Act 1988 applies."}]],
    )
    perspective: Prose | None = Field(
        None,
        title="Our view",
        description="What the publisher thinks, marked as an opinion.",
        examples=["We would try everything else first."],
    )
    faq_intro: InlineProse | None = Field(
        None,
        title="Introduction to the questions",
        description="A sentence before the questions.",
        examples=["What people ask us most."],
    )
    faq: tuple[Question, ...] = Field(
        (),
        title="Questions and answers",
        description="Questions that readers ask, with answers.",
        examples=[[{"question": "How long does it take?", "answer": "Days, mostly of people."}]],
    )
    related: tuple[Relation, ...] = Field(
        (),
        title="Related terms",
        description="Edges to other terms, each written once.",
        examples=[[{"term": "prompt-engineering", "relation": "alternative_to"}]],
    )
    resources: tuple[Resource, ...] = Field(
        (),
        title="Keep reading",
        description="Guides and tools.",
        examples=[[{"title": "A worked example", "url": "https://example.org/guide"}]],
    )
    sources: tuple[Source, ...] = Field(
        (),
        title="Sources",
        description="Where the statements come from.",
        examples=[[{"title": "LoRA", "url": "https://arxiv.org/abs/2106.09685"}]],
    )

    @property
    def labels(self) -> tuple[str, ...]:
        """Return every label that is fine to use, the name first."""
        short = (self.abbreviation,) if self.abbreviation else ()
        return (self.name, *short, *self.aliases)

    @classmethod
    def section_fields(cls) -> tuple[str, ...]:
        """Return the names of the fields that are sections, in page order."""
        return tuple(name for name in cls.model_fields if name not in TermHeader.model_fields)
