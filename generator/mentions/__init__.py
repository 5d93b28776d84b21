"""Which words of a text stand for a term, and why the others do not.

Everything that links, explains or reports asks `occurrences`, so that no two of them can
disagree.
"""

from generator.mentions.finding import (
    Found,
    Prepared,
    found_in,
    linked_in_entry,
    linked_on_page,
    may_hold_form,
)
from generator.mentions.forms import Form, forms_of
from generator.mentions.lexicon import Claim, Lexicon, claims_of
from generator.mentions.memory import MentionMemory, ambiguities
from generator.mentions.occurrences import Context, Occurrence, occurrences
from generator.mentions.texts import Text, texts_of_entry, texts_of_page
from generator.mentions.verdict import Verdict

__all__ = [
    "Claim",
    "Context",
    "Form",
    "Found",
    "Lexicon",
    "MentionMemory",
    "Occurrence",
    "Prepared",
    "Text",
    "Verdict",
    "ambiguities",
    "claims_of",
    "forms_of",
    "found_in",
    "linked_in_entry",
    "linked_on_page",
    "may_hold_form",
    "occurrences",
    "texts_of_entry",
    "texts_of_page",
]
