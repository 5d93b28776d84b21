"""Rules about how addresses, redirects and links of the finished site are made."""

from typing import Final

from generator.diagnostics import Rule, Severity, Theme

OUTSIDE_SITE: Final = Rule(
    "outside-site",
    Severity.ERROR,
    """A link within the site stays below the folder in which the site stands.

`site_url` says where that is. At `https://example.org/glossary/` an address that begins with a
slash leads past the glossary: it works while you preview the site, and no longer once it is
published. A link that is meant to leave the site names the host.

```html bad
<!-- index.html -->
<a href="/guide/">The guide</a>
<!-- guide/index.html -->
```

```html good
<!-- index.html -->
<a href="/glossary/guide/">The guide</a>, <a href="https://example.org/shop/">our shop</a>
<!-- guide/index.html -->
```
""",
    Theme.LINKS,
)
MALFORMED_ADDRESS: Final = Rule(
    "malformed-address",
    Severity.ERROR,
    """An address is one that a browser understands.

Slips of the finger turn `https://` into something that a browser takes for a file of the site,
or for nothing.

```html bad
<!-- index.html -->
<a href="https:/example.org/prices">Prices</a>
```

```html good
<!-- index.html -->
<a href="https://example.org/prices">Prices</a>
```
""",
    Theme.LINKS,
)
REDIRECT_CHAIN: Final = Rule(
    "redirect-chain",
    Severity.WARNING,
    """A page that sends readers on sends them to where they want to be.

Each stop on the way costs time, and is one more page that can be forgotten.

```html bad
<!-- oldest.html -->
<meta http-equiv="refresh" content="0; url=old.html">
<!-- old.html -->
<meta http-equiv="refresh" content="0; url=new.html">
<!-- new.html -->
```

```html good
<!-- oldest.html -->
<meta http-equiv="refresh" content="0; url=new.html">
<!-- old.html -->
<meta http-equiv="refresh" content="0; url=new.html">
<!-- new.html -->
```
""",
    Theme.LINKS,
)
REDIRECT_LOOP: Final = Rule(
    "redirect-loop",
    Severity.ERROR,
    """Redirects do not run in a circle.

The reader's browser would load the same pages for ever.

```html bad
<!-- old.html -->
<meta http-equiv="refresh" content="0; url=older.html">
<!-- older.html -->
<meta http-equiv="refresh" content="0; url=old.html">
```

```html good
<!-- old.html -->
<meta http-equiv="refresh" content="0; url=new.html">
<!-- older.html -->
<meta http-equiv="refresh" content="0; url=new.html">
<!-- new.html -->
```
""",
    Theme.LINKS,
)
DUPLICATE_ID: Final = Rule(
    "duplicate-id",
    Severity.WARNING,
    """An id stands once on a page.

A link to it leads to the first element only, and what a program looks for may be the other.

```html bad
<!-- index.html -->
<h2 id="price">Price per month</h2>
<h2 id="price">Price per year</h2>
```

```html good
<!-- index.html -->
<h2 id="price-per-month">Price per month</h2>
<h2 id="price-per-year">Price per year</h2>
```
""",
    Theme.LINKS,
)
NAMELESS_LINK: Final = Rule(
    "nameless-link",
    Severity.WARNING,
    """A link says where it leads, also to those who hear the page.

A screen reader says “link”, and nothing else. Words will do, or the `alt` of a picture, an
`aria-label` or a `title`.

```html bad
<!-- index.html -->
<a href="guide/"><img src="star.svg" alt=""></a>
<!-- guide/index.html -->
<!-- star.svg -->
```

```html good
<!-- index.html -->
<a href="guide/"><img src="star.svg" alt="The guide"></a>
<!-- guide/index.html -->
<!-- star.svg -->
```
""",
    Theme.LINKS,
)
MALFORMED_DATA: Final = Rule(
    "malformed-data",
    Severity.ERROR,
    """Site maps, feeds, manifests and JSON-LD can be read.

Programs read them, and a program that cannot says nothing: the feed stays empty.

```html bad
<!-- index.html -->
<script type="application/ld+json">{"url": "https://example.org/glossary/",}</script>
```

```html good
<!-- index.html -->
<script type="application/ld+json">{"url": "https://example.org/glossary/"}</script>
```
""",
    Theme.LINKS,
)
