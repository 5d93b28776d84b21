"""The rules about links of the finished site.

Each documents itself with a small site in one block: a comment alone in its line names the file
that follows. The site stands at `https://example.org/glossary/`, and a file below `terms/`
that ends in `.yml` is an entry.
"""

from typing import Final

from generator.check.rules.leading import (
    LINK_TO_DRAFT,
    MISSING_ANCHOR,
    MISSING_ASSET,
    MISSING_PAGE,
    MISSING_SLASH,
    WRONG_CASE,
)
from generator.check.rules.wording import (
    DUPLICATE_ID,
    MALFORMED_ADDRESS,
    MALFORMED_DATA,
    NAMELESS_LINK,
    OUTSIDE_SITE,
    REDIRECT_CHAIN,
    REDIRECT_LOOP,
)

RULES: Final = (
    MISSING_PAGE,
    MISSING_ANCHOR,
    MISSING_ASSET,
    WRONG_CASE,
    MISSING_SLASH,
    LINK_TO_DRAFT,
    OUTSIDE_SITE,
    MALFORMED_ADDRESS,
    REDIRECT_CHAIN,
    REDIRECT_LOOP,
    DUPLICATE_ID,
    NAMELESS_LINK,
    MALFORMED_DATA,
)

__all__ = [
    "DUPLICATE_ID",
    "LINK_TO_DRAFT",
    "MALFORMED_ADDRESS",
    "MALFORMED_DATA",
    "MISSING_ANCHOR",
    "MISSING_ASSET",
    "MISSING_PAGE",
    "MISSING_SLASH",
    "NAMELESS_LINK",
    "OUTSIDE_SITE",
    "REDIRECT_CHAIN",
    "REDIRECT_LOOP",
    "RULES",
    "WRONG_CASE",
]
