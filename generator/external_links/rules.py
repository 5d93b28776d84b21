"""The rules about links to other sites; they judge only when servers are asked."""

from typing import Final

from generator.diagnostics import Rule, Severity, Theme

LINK_GONE: Final = Rule(
    "link-gone",
    Severity.ERROR,
    """A link leads to a page that is there.

A reader who follows it finds nothing, and a statement loses its source. It is an error only if
two runs that lie some hours apart found the page gone: the server answered 404 or 410, or there is
no such host. See [`confirm_hours`](../config.md#links).

Find the page's new address, or link to another page. Of a source that is gone for good, leave
the title and the publisher, and link to an archived copy. A copy of your own list, written with
`termloom links --external --archive-file`, says what the page was called and when it was last
seen.
""",
    Theme.LINKS,
)
LINK_GONE_ONCE: Final = Rule(
    "link-gone-once",
    Severity.WARNING,
    """A link that was not found is asked after once more.

One run found the page gone. Servers are mended and moved, so this becomes `link-gone` only if
another run, some hours later, finds the same. A link that was just written is probably misspelt.
""",
    Theme.LINKS,
)
LINK_MOVED: Final = Rule(
    "link-moved",
    Severity.HINT,
    """A link names the present address of a page.

The server says that the page has moved for good. It still forwards readers, but one day it will
not. A temporary redirect is no reason to change a link, and nothing is said of it. Where a page
was forwarded to the front page of a site, it is probably gone: look before you change it.
""",
    Theme.LINKS,
    fixable=True,
)
LINK_REFUSED: Final = Rule(
    "link-refused",
    Severity.HINT,
    """A link can be checked.

The server did not show the page to a program, with an answer such as 401, 403 or 429. Readers
may well see it: open it yourself. If they do, list it under
[`ignore`](../config.md#links), with the reason and a day to look again.
""",
    Theme.LINKS,
)
LINK_FLAKY: Final = Rule(
    "link-flaky",
    Severity.HINT,
    """A link leads to a server that works.

The server failed, was silent, or could not be reached, also when asked again. That says nothing
about the page. If it goes on for weeks, readers meet it too.
""",
    Theme.LINKS,
)
LINK_UNTRUSTED: Final = Rule(
    "link-untrusted",
    Severity.WARNING,
    """A link leads to a server whose certificate can be trusted.

Browsers warn their readers of such a page, and do not show it. Most often the certificate ran
out, and somebody renews it. If not, link to another page.
""",
    Theme.LINKS,
)
LINK_NOT_PUBLIC: Final = Rule(
    "link-not-public",
    Severity.WARNING,
    """A link leads to a place that everybody can reach.

An address of a private network, of this machine, or with a password in it is of no use to
readers. It is never asked: entries may come from strangers, who could make your machine talk to
your own network. A host of your house that readers can reach may be listed under
[`allow`](../config.md#links).
""",
    Theme.LINKS,
)
FRAGMENT_GONE: Final = Rule(
    "fragment-gone",
    Severity.HINT,
    """A link to a part of a page leads to a part that is there.

The page is there, and has no element of the name behind the `#`. Readers arrive at its top. A
page that a program fills in the browser may have it all the same.
""",
    Theme.LINKS,
)
IGNORED_LINK_UNUSED: Final = Rule(
    "ignored-link-unused",
    Severity.WARNING,
    """A line of the list of ignored links covers a link.

The link has been mended or removed. Left there, the line would hide the next one.
""",
    Theme.LINKS,
)
IGNORED_LINK_EXPIRED: Final = Rule(
    "ignored-link-expired",
    Severity.WARNING,
    """A link is ignored no longer than was meant.

The day under `until` has passed, so the link is asked after again. If the reason still holds,
write a later day; if not, remove the line.
""",
    Theme.LINKS,
)
RULES: Final = (
    LINK_GONE,
    LINK_GONE_ONCE,
    LINK_MOVED,
    LINK_REFUSED,
    LINK_FLAKY,
    LINK_UNTRUSTED,
    LINK_NOT_PUBLIC,
    FRAGMENT_GONE,
    IGNORED_LINK_UNUSED,
    IGNORED_LINK_EXPIRED,
)
