"""Rules about what stands where a link of the finished site leads."""

from typing import Final

from generator.diagnostics import Rule, Severity, Theme

MISSING_PAGE: Final = Rule(
    "missing-page",
    Severity.ERROR,
    """A link leads to a page or a file that is on the site.

A link that leads nowhere costs a reader's trust in all others. What entries say is judged by
`dead-link` before the site is built. This rule reads everything as it was built: pages of the
theme and your own too, the site map, feeds and the index of the search.

```html bad
<!-- index.html -->
<a href="guides/crumb/">How to crumble</a>
<!-- guides/crumbs/index.html -->
<p>Crumbs.</p>
```

```html good
<!-- index.html -->
<a href="guides/crumbs/">How to crumble</a>
<!-- guides/crumbs/index.html -->
<p>Crumbs.</p>
```
""",
    Theme.LINKS,
)
MISSING_ANCHOR: Final = Rule(
    "missing-anchor",
    Severity.ERROR,
    """A link to a place within a page leads to a place that is there.

Otherwise the reader arrives at the top of a long page, and looks for what was promised. An
anchor is the `id` of an element, or the `name` of an `a`.

```html bad
<!-- index.html -->
<a href="guide/#prices">What it costs</a>
<!-- guide/index.html -->
<h2 id="price">Price</h2>
```

```html good
<!-- index.html -->
<a href="guide/#price">What it costs</a>, <a href="#top">back to the top</a>
<!-- guide/index.html -->
<h2 id="price">Price</h2>
```
""",
    Theme.LINKS,
)
MISSING_ASSET: Final = Rule(
    "missing-asset",
    Severity.ERROR,
    """Every picture, script, style sheet, font and other file that a page loads is there.

A page without its style sheet is hard to read, and a missing picture says that nobody looked.
This holds for `src`, `srcset` and `poster`, for `url()` and `@import` in style sheets, and for
pictures that a page names for other sites to show.

```html bad
<!-- index.html -->
<img src="images/map.png" srcset="images/map-large.png 2x" alt="A map">
<!-- images/map.png -->
```

```html good
<!-- index.html -->
<img src="images/map.png" srcset="images/map-large.png 2x" alt="A map">
<!-- images/map.png -->
<!-- images/map-large.png -->
```
""",
    Theme.LINKS,
)
WRONG_CASE: Final = Rule(
    "wrong-case",
    Severity.ERROR,
    """An address is written with the capitals of the file that it names.

A Mac and Windows take `Guide/` and `guide/` for the same; nearly every web server does not. So
the link works where it was tried, and nowhere else.

```html bad
<!-- index.html -->
<a href="Guide/">The guide</a>
<!-- guide/index.html -->
```

```html good
<!-- index.html -->
<a href="guide/">The guide</a>
<!-- guide/index.html -->
```
""",
    Theme.LINKS,
)
MISSING_SLASH: Final = Rule(
    "missing-slash",
    Severity.WARNING,
    """The address of a page that is a folder ends in a slash.

Most servers send the reader on to the address with the slash, which costs a moment on every
visit. Some do not, and show an error.

```html bad
<!-- index.html -->
<a href="guide">The guide</a>
<!-- guide/index.html -->
```

```html good
<!-- index.html -->
<a href="guide/">The guide</a>
<!-- guide/index.html -->
```
""",
    Theme.LINKS,
)
LINK_TO_DRAFT: Final = Rule(
    "link-to-draft",
    Severity.ERROR,
    """Nothing links to a draft, for a draft has no page.

The link will work one day. Until then it leads nowhere. A reference such as `[[token]]` shows
its words alone, and becomes a link when the term is published.

```html bad
<!-- terms/token.yml -->
name: Token
status: draft
<!-- index.html -->
<a href="terms/token/">Tokens</a>
```

```html good
<!-- terms/token.yml -->
name: Token
status: draft
<!-- index.html -->
<p>Tokens</p>
```
""",
    Theme.LINKS,
)
