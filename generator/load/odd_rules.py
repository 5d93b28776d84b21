"""The rules of shape that an entry may break and still be understood."""

from generator.diagnostics import Rule, Severity, Theme

EMPTY_VALUE = Rule(
    "empty-value",
    Severity.WARNING,
    """A field that is written has a value.

An empty field is shown nowhere, and whoever reads the file cannot know whether something was
forgotten. Drafts may hold empty fields: they are still being written.

```yaml bad
- {id: token, name: Token, definition: A piece of text., why_it_matters: Cost., summary: ""}
```

```yaml good
- {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
```
""",
    Theme.SHAPE,
    fixable=True,
)
NEEDS_QUOTES = Rule(
    "needs-quotes",
    Severity.HINT,
    """Text that another program takes for a number, a date or yes and no stands in quotes.

Termloom reads `NO` as text, and `1.10` too. Many other programs, among them editors of YAML
and content management systems, read “false” and 1.1, and write that back.

```yaml bad
- id: norway
  text: "{name: Norway, abbreviation: NO, status: draft}"
```

```yaml good
- id: norway
  text: "{name: Norway, abbreviation: 'NO', status: draft}"
```
""",
    Theme.SHAPE,
    fixable=True,
)
CUT_BY_COMMENT = Rule(
    "cut-by-comment",
    Severity.WARNING,
    """Text is not cut off by a `#`.

After a space, `#` starts a comment in YAML, and the rest of the line is lost: of “Rank it as
#1 of ten” only “Rank it as” is left. In quotes the whole line is text. A real comment has a
space after its `#`.

```yaml bad
- id: rank
  text: "name: Rank\\nstatus: draft\\ndefinition: The page that comes as #1 of ten.\\n"
```

```yaml good
- id: rank
  text: "name: Rank\\nstatus: draft\\ndefinition: The place of a page.  # as search engines say\\n"
```
""",
    Theme.SHAPE,
)
SWALLOWED_LINE = Rule(
    "swallowed-line",
    Severity.WARNING,
    """Text holds no line that looks like the item of a list or like a field.

YAML joins indented lines to the text above. A list whose field has no line of its own, or a
field that is indented too far, becomes a part of that text without a word. A list within prose
needs `|` behind the field's name, and its lines below.

```yaml bad
- id: token
  text: |
    name: Token
      - Piece of text
    status: draft
```

```yaml good
- id: token
  text: |
    name: Token
    aliases:
      - Piece of text
    status: draft
    summary: A token is a piece of text -
      and not always a word.
```
""",
    Theme.SHAPE,
)
MISSING_COLON = Rule(
    "missing-colon",
    Severity.WARNING,
    """An item of a list has a colon after the name of its field.

Where the other items begin with a field, one that begins with the same word has lost its
colon, and the word would appear in the text.

```yaml bad
- id: token
  text: |
    name: Token
    status: draft
    key_takeaways:
      - point: You pay by it.
      - point It is a piece of text.
```

```yaml good
- id: token
  text: |
    name: Token
    status: draft
    key_takeaways:
      - point: You pay by it.
      - Point it out to others.
```
""",
    Theme.SHAPE,
    fixable=True,
)
UNBALANCED_QUOTE = Rule(
    "unbalanced-quote",
    Severity.WARNING,
    """A quotation mark at the end of a text has one at its beginning.

Only a mark in front of the text makes YAML take both away. Without it the last one appears on
the page.

```yaml bad
- id: token
  text: |
    name: Token"
    status: draft
```

```yaml good
- id: token
  text: |
    name: "Token"
    status: draft
    summary: Some call it a "token"
```
""",
    Theme.SHAPE,
)
REPEATED_ITEM = Rule(
    "repeated-item",
    Severity.WARNING,
    """A list says everything once.

The second of two items that are the same adds nothing, and is usually a slip of copying.

```yaml bad
- id: token
  name: Token
  status: draft
  key_takeaways: [You pay by it., Count it first., You pay by it.]
```

```yaml good
- id: token
  name: Token
  status: draft
  key_takeaways: [You pay by it., Count it first., You pay by it twice.]
```
""",
    Theme.SHAPE,
    fixable=True,
)

REMARKS = (
    EMPTY_VALUE,
    NEEDS_QUOTES,
    CUT_BY_COMMENT,
    SWALLOWED_LINE,
    MISSING_COLON,
    UNBALANCED_QUOTE,
    REPEATED_ITEM,
)
