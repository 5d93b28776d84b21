"""The rules of shape: what a value must be like for an entry to be understood."""

from generator.diagnostics import Rule, Severity, Theme

UNKNOWN_FIELD = Rule(
    "unknown-field",
    Severity.ERROR,
    """A field is one that the model knows, and stands at its place.

A misspelt field would otherwise be left out without a word. Bad indentation is the commonest
reason: the field then belongs to something else.

```yaml bad
- {id: token, name: Token, definiton: A piece of text.}
```

```yaml good
- {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
```
""",
    Theme.SHAPE,
    adjustable=False,
    fixable=True,
)
MISSING_FIELD = Rule(
    "missing-field",
    Severity.ERROR,
    """A field that an entry needs is there.

Without it there is nothing to show: a question without an answer, an entry without a name.

```yaml bad
- {id: token, definition: A piece of text., why_it_matters: You pay by it.}
```

```yaml good
- {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
```
""",
    Theme.SHAPE,
    adjustable=False,
    fixable=True,
)
WRONG_VALUE = Rule(
    "wrong-value",
    Severity.ERROR,
    """A value is of the kind that its field asks for.

A date that is no date can be neither compared nor shown.

```yaml bad
- {id: token, name: Token, reviewed: last week}
```

```yaml good
- {id: token, name: Token, status: draft, reviewed: "2026-11-21"}
```
""",
    Theme.SHAPE,
    adjustable=False,
    fixable=True,
)
MEANT_AS_TEXT = Rule(
    "meant-as-text",
    Severity.ERROR,
    """Text that looks like a list or like fields stands in quotes.

YAML takes `[…]` for a list, `{…}` for fields, and `Note: …` for a field called `Note`. In
quotes they are text.

```yaml bad
- {id: token, text: "{name: Token, status: draft, key_takeaways: [Note: you pay by it.]}"}
```

```yaml good
- {id: token, name: Token, status: draft, key_takeaways: ["Note: you pay by it."]}
```
""",
    Theme.SHAPE,
    adjustable=False,
    fixable=True,
)
REFUSALS = (UNKNOWN_FIELD, MISSING_FIELD, WRONG_VALUE, MEANT_AS_TEXT)
