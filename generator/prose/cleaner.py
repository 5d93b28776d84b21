"""The second lock behind prose: only what our own writer writes gets through."""

import nh3

from generator.prose.markdown import SAFE_SCHEMES

CLEANER = nh3.Cleaner(
    tags={
        *("a", "blockquote", "br", "code", "del", "div", "em", "h3", "h4", "h5", "h6", "hr", "img"),
        *(
            "li",
            "ol",
            "p",
            "pre",
            "strong",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
        ),
    },
    attributes={
        "*": {"id", "class"},
        "a": {"href", "title", "rel", "role", "aria-label", "data-term"},
        "div": {"role", "tabindex"},
        "pre": {"tabindex"},
        "img": {"src", "alt", "loading"},
        "ol": {"start"},
        "th": {"scope"},
    },
    url_schemes=SAFE_SCHEMES,
    link_rel=None,
)
