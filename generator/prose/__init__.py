"""Markdown prose to HTML, to plain text, and to the references in it.

The HTML is written from the parser's events: raw HTML becomes visible text, links may use
safe schemes only, and nh3 cleans the result once more, as a second lock should the first
one fail.
"""

from generator.prose.html import to_html
from generator.prose.markdown import is_remote, is_safe, slug
from generator.prose.resolver import Resolver, Target
from generator.prose.scan import Reference, Refusal, Refused, references, refusals, to_text

__all__ = [
    "Reference",
    "Refusal",
    "Refused",
    "Resolver",
    "Target",
    "is_remote",
    "is_safe",
    "references",
    "refusals",
    "slug",
    "to_html",
    "to_text",
]
