"""The rules of the file itself: what keeps an entry from being read at all."""

from generator.diagnostics import Diagnostic, Fix, Location, Rule, Severity, Theme


def _rule(name: str, documentation: str, *, fixable: bool = False) -> Rule:
    return Rule(name, Severity.ERROR, documentation, Theme.FILE, adjustable=False, fixable=fixable)


YAML_SYNTAX = _rule(
    "yaml-syntax",
    """An entry is well-formed YAML.

Without that nothing else in the file can be understood. The place is where the reader
gave up; the cause is there or on the line above.

```yaml bad
name: Fine-tuning: an introduction
```

```yaml good
name: "Fine-tuning: an introduction"
status: draft
```
""",
)
DUPLICATE_KEY = _rule(
    "duplicate-key",
    """A field is written once.

Most YAML readers silently keep the last of two; the first then is lost without a word.

```yaml bad
name: Token
name: Tokens
```

```yaml good
name: Token
aliases: [Tokens]
status: draft
```
""",
    fixable=True,
)
MERGE_CONFLICT = _rule(
    "merge-conflict",
    """An entry holds no merge-conflict markers.

They mean that two versions of the file were never brought together.

```yaml bad
<<<<<<< HEAD
name: Token
=======
name: Tokens
>>>>>>> branch
```

```yaml good
name: Token
status: draft
```
""",
)
TAB_INDENTATION = _rule(
    "tab-indentation",
    """Lines are indented with spaces.

YAML does not allow tabs there, since editors show them in different widths.

```yaml bad
name: Token
faq:
\t- question: Is a token a word?
```

```yaml good
name: Token
faq:
  - question: Is a token a word?
    answer: Often a part of one.
status: draft
```
""",
)
ENCODING = _rule(
    "encoding",
    """An entry is UTF-8 text without a byte-order mark.

Other encodings look right on one machine and wrong on the next. Your editor's “Save with
encoding” offers UTF-8.
""",
)
FILE_TOO_LARGE = _rule(
    "file-too-large",
    """An entry has at most 1 MB.

A long entry has 20 KB; a file of megabytes is something else by mistake.
""",
)
EMPTY_FILE = _rule(
    "empty-file",
    """An entry is not empty.

An empty file says nothing; delete it, or start with `termloom new term "…"`.

```yaml bad
# nothing here yet
```

```yaml good
name: Token
status: draft
```
""",
)
NOT_FIELDS = _rule(
    "not-fields",
    """An entry is a list of fields, each with its value.

```yaml bad
- name: Token
```

```yaml good
name: Token
status: draft
```
""",
)
TOO_DEEP = _rule(
    "too-deep",
    """Values are nested at most 20 levels deep.

No field of ours is deeper than six; deeper nesting is a mistake or an attack.
""",
)
UNSUPPORTED_YAML = _rule(
    "unsupported-yaml",
    """An entry uses no anchors, aliases, tags or second documents.

A few hundred bytes of nested aliases can grow to gigabytes, and a reader who is no
programmer cannot see what they stand for. Write the value out.

```yaml bad
name: &n Token
aliases: [*n]
```

```yaml good
name: Token
aliases: [Text token]
status: draft
```
""",
)
INVALID_FILE_NAME = _rule(
    "invalid-file-name",
    """The file's name is a valid id.

The name becomes the address of the page: lower-case letters, digits and single hyphens,
ending in `.yml`.
""",
)
COLLIDING_IDS = _rule(
    "colliding-ids",
    """Every entry has an id of its own, on every disk.

The folder is no part of the id. Many disks ignore case, or store `é` in another way than it
was typed: there `Token.yml` and `token.yml` are one file, and one of the two would be lost.
""",
)
UNREADABLE_FILE = _rule(
    "unreadable-file",
    """An entry is a regular file that may be read.

A symbolic link is not followed: it could publish a file from outside the project.
""",
)
RESERVED_NAME = Rule(
    "reserved-name",
    Severity.ERROR,
    """The file's name is one that every computer can have.

Windows gives no file the names of devices: `con`, `prn`, `aux`, `nul`, `com1` to `com9` and
`lpt1` to `lpt9`. Nobody with Windows could check out the project.
""",
    Theme.FILE,
)

RULES = (
    YAML_SYNTAX,
    DUPLICATE_KEY,
    MERGE_CONFLICT,
    TAB_INDENTATION,
    ENCODING,
    FILE_TOO_LARGE,
    EMPTY_FILE,
    NOT_FIELDS,
    TOO_DEEP,
    UNSUPPORTED_YAML,
    INVALID_FILE_NAME,
    COLLIDING_IDS,
    RESERVED_NAME,
    UNREADABLE_FILE,
)


class Unreadable(Exception):
    """Carries the one diagnostic that says why a file cannot be read."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic.location))
        self.diagnostic = diagnostic


def unreadable(
    rule: Rule,
    location: Location,
    message: str,
    *,
    hint: str | None = None,
    source: str = "",
    related: tuple[tuple[Location, str], ...] = (),
    fix: Fix | None = None,
) -> Unreadable:
    """Return the exception that ends the reading of one file."""
    return Unreadable(
        Diagnostic(rule.name, rule.severity, location, message, hint, source, related, fix)
    )
