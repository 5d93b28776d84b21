"""Rules about the comments that suppress other rules, and what those comments do."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Address, Diagnostic, Edit, Fix, Location, Rule, Severity, Theme
from generator.reading.suppressions import WHOLE_FILE, NamedRule, Suppression
from generator.shape import did_you_mean

UNUSED_SUPPRESSION = Rule(
    "unused-suppression",
    Severity.WARNING,
    """A comment that suppresses a rule suppresses something.

What it speaks of has been mended since, or the comment stands at the wrong place. Left there
it would hide the next mistake.

```yaml bad
- id: token
  text: |
    name: Token
    status: draft
    # termloom: ignore[raw-html] because the angle brackets are an example
    definition: A piece of text.
```

```yaml good
- id: token
  text: |
    name: Token
    status: draft
    # termloom: ignore[raw-html] because the angle brackets are an example
    definition: A <piece> of text.
```
""",
    Theme.SUPPRESSIONS,
    fixable=True,
)
MALFORMED_SUPPRESSION = Rule(
    "malformed-suppression",
    Severity.WARNING,
    """A comment that suppresses rules names them, and says why.

`# termloom: ignore[name-of-the-rule] because …` behind a value covers that value; on a line of
its own it covers the field or the item of a list that follows. `ignore-file` instead of
`ignore` covers the file and stands above the first field. In a hand-written page the comment
stands between `<!--` and `-->` and covers the next line. What keeps an entry from being read
cannot be suppressed.

```yaml bad
- id: token
  text: |
    name: Token
    status: draft
    definition: A <piece> of text. # termloom: ignore[raw-html]
```

```yaml good
- id: token
  text: |
    name: Token
    status: draft
    definition: A <piece> of text. # termloom: ignore[raw-html] because it is an example
```
""",
    Theme.SUPPRESSIONS,
)
RULES = (UNUSED_SUPPRESSION, MALFORMED_SUPPRESSION)
_VERBS = ("ignore", "ignore-file")

Configured = Callable[[Rule, str], Rule | None]


def silence(
    diagnostics: Iterable[Diagnostic],
    suppressions: Iterable[Suppression],
    rules: Mapping[str, Rule],
    *,
    configured: Configured,
    elsewhere: Collection[str] = (),
    unjudged: frozenset[str] = frozenset(),
) -> Iterator[Diagnostic]:
    """Leave out what comments suppress, and yield what is wrong with those comments.

    `configured` gives a rule with its severity for a file, or nothing where it is off. Files
    that are `unjudged` could not be loaded: whether a comment there is used nobody knows. Nor
    is it known of rules that another run judges by, `elsewhere`.
    """
    effects = [_Effect(said, frozenset(_usable(said, rules))) for said in suppressions]
    by_file: dict[str, list[_Effect]] = defaultdict(list)
    for effect in effects:
        by_file[effect.suppression.location.path].append(effect)
    for diagnostic in diagnostics:
        hits = [effect.hit(diagnostic) for effect in by_file.get(diagnostic.location.path, ())]
        if not any(hits):
            yield diagnostic
    for effect in effects:
        suppression, file = effect.suppression, effect.suppression.location.path
        if (rule := configured(MALFORMED_SUPPRESSION, file)) is not None:
            for complaint in _malformed(suppression, rules):
                yield _diagnostic(rule, suppression, complaint)
        if (rule := configured(UNUSED_SUPPRESSION, file)) is not None and file not in unjudged:
            unused = [
                named
                for named in suppression.rules
                if named in effect.usable - effect.used
                and named.name not in elsewhere
                and configured(rules[named.name], file) is not None
            ]
            for complaint in _unused(suppression, unused):
                yield _diagnostic(rule, suppression, complaint)


@dataclass(slots=True)
class _Effect:
    """What one comment suppresses: the rules it may, and those of them that it did."""

    suppression: Suppression
    usable: frozenset[NamedRule]
    used: set[NamedRule] = field(default_factory=set)

    def hit(self, diagnostic: Diagnostic) -> bool:
        """Return whether the comment suppresses this diagnostic, and remember it."""
        if not self.suppression.covers(diagnostic.location):
            return False
        hits = {named for named in self.usable if named.name == diagnostic.rule}
        self.used |= hits
        return bool(hits)


@dataclass(frozen=True, slots=True)
class _Complaint:
    location: Location
    message: str
    hint: str | None
    fix: Fix | None = None


def _diagnostic(rule: Rule, suppression: Suppression, complaint: _Complaint) -> Diagnostic:
    return Diagnostic(
        rule.name,
        rule.severity,
        complaint.location,
        complaint.message,
        complaint.hint,
        suppression.source,
        fix=complaint.fix,
    )


def _usable(suppression: Suppression, rules: Mapping[str, Rule]) -> list[NamedRule]:
    """Return the rules that the comment may suppress."""
    if _misused(suppression) is not None:
        return []
    known = (named for named in suppression.rules if named.name in rules)
    return [named for named in known if rules[named.name].adjustable]


def _malformed(suppression: Suppression, rules: Mapping[str, Rule]) -> Iterator[_Complaint]:
    """Yield what is wrong with how the comment is written."""
    if (misused := _misused(suppression)) is not None:
        yield misused
        return
    unusable = [named for named in suppression.rules if named not in _usable(suppression, rules)]
    for named in unusable:
        if named.name in rules:
            message = f"'{named.name}' cannot be suppressed: the entry could not be read"
            hint = "mend what it complains about"
        else:
            message = f"no rule is called '{named.name}'"
            hint = did_you_mean(named.name, rules) or "'termloom rules' lists the rules"
        yield _Complaint(named.location, message, hint)
    if not suppression.reason and not unusable:
        message, hint = "this comment does not say why", "write 'because …' behind the ']'"
        yield _Complaint(suppression.location, message, hint)


def _misused(suppression: Suppression) -> _Complaint | None:
    """Return why the comment suppresses nothing at all, if so."""
    if suppression.verb not in _VERBS:
        hint = did_you_mean(suppression.verb, _VERBS) or "write 'ignore[…] because …'"
        message = f"'termloom: {suppression.verb}' means nothing"
    elif not suppression.rules:
        message, hint = "this comment names no rule", "write 'ignore[name-of-the-rule]'"
    elif suppression.verb == "ignore-file" and suppression.lines != WHOLE_FILE:
        message = "'ignore-file' stands below the first field"
        hint = "move it to the top of the file, or write 'ignore' for one value"
    else:
        return None
    return _Complaint(suppression.location, message, hint)


def _unused(suppression: Suppression, unused: list[NamedRule]) -> Iterator[_Complaint]:
    file = suppression.location.path
    if unused and len(unused) == len(suppression.rules):
        names = ", ".join(f"'{named.name}'" for named in unused)
        edit = Edit(Address(file, span=suppression.span), "")
        yield _Complaint(
            suppression.location,
            f"there is nothing here that {names} would complain about",
            "remove the comment",
            Fix("Remove the comment", (edit,)),
        )
        return
    for named in unused:
        edit = Edit(Address(file, span=named.span), "")
        yield _Complaint(
            named.location,
            f"there is nothing here that '{named.name}' would complain about",
            "remove its name",
            Fix(f"Remove '{named.name}'", (edit,)),
        )
