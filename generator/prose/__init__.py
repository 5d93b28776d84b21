"""Markdown prose to HTML, to plain text, and to everything else that stands in it.

The HTML is written from the parser's events: raw HTML becomes visible text, links may use
safe schemes only, and nh3 cleans the result once more, as a second lock should the first
one fail.
"""

from generator.prose.blocks import Block, Run, Shape
from generator.prose.containers import as_quotations
from generator.prose.html import to_html
from generator.prose.markdown import is_plain, is_remote, is_safe, slug
from generator.prose.refusals import Refusal, Refused, refusals
from generator.prose.resolver import Mentioned, Resolver, Target
from generator.prose.running import (
    PARTING,
    plain_running,
    running,
    running_sections,
    sections_of,
    switched,
)
from generator.prose.scan import Reference, references, to_text
from generator.prose.sentences import sentences
from generator.prose.stretches import Running, Standing, Stretch
from generator.prose.survey import Survey, survey

__all__ = [
    "PARTING",
    "Block",
    "Mentioned",
    "Reference",
    "Refusal",
    "Refused",
    "Resolver",
    "Run",
    "Running",
    "Shape",
    "Standing",
    "Stretch",
    "Survey",
    "Target",
    "as_quotations",
    "is_plain",
    "is_remote",
    "is_safe",
    "plain_running",
    "references",
    "refusals",
    "running",
    "running_sections",
    "sections_of",
    "sentences",
    "slug",
    "survey",
    "switched",
    "to_html",
    "to_text",
]
