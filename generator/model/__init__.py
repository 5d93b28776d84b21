"""What an entry is. The JSON Schema for editors is made from these models."""

from generator.model.comparison import Cell, Comparison, Criterion, Option, Verdict
from generator.model.entry import Entry, Status
from generator.model.glossary import Glossary
from generator.model.relations import RelationKind
from generator.model.term import Term, TermHeader
from generator.model.walk import leaves, value_at

__all__ = [
    "Cell",
    "Comparison",
    "Criterion",
    "Entry",
    "Glossary",
    "Option",
    "RelationKind",
    "Status",
    "Term",
    "TermHeader",
    "Verdict",
    "leaves",
    "value_at",
]
