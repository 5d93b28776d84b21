"""The page of each rule, and the page that lists them."""

from collections.abc import Iterator

from generator.diagnostics import Rule, Theme
from generator.pipeline import RULES
from generator.reporting.facts import THEMES, documented, facts, marks


def rules_page() -> Iterator[str]:
    """Yield the paragraphs of the page that lists the rules by theme."""
    yield "# Rules"
    yield (
        "For editors who have met a diagnostic, and for publishers who want another severity. "
        "The name of the rule stands in brackets at the end of a diagnostic's first line. "
        "`termloom rules` lists the rules in the terminal, and `termloom explain` with the "
        "name of a rule prints one."
    )
    yield (
        "An **error** stops the build. A **warning** does so under `--strict`. A **hint** "
        "never does. Another severity for a rule, or `off`, is one line under "
        "[`rules`](config.md#rules) in `mkdocs.yml`, and a comment suppresses a rule at one "
        "place: the page of each rule shows both. *Always* means that neither is possible, "
        "because the entry could not be read. *Fixable* means that `termloom check --fix` "
        "mends it where only one fix is right. *Off* means that the rule judges only if "
        "`mkdocs.yml` switches it on."
    )
    for theme in Theme:
        rules = [rule for _, rule in sorted(RULES.items()) if rule.theme is theme]
        if rules:
            yield f"## {theme.value.capitalize()}"
            yield THEMES[theme]
            rows = "\n".join(map(_row, rules))
            yield f"| Rule | Severity | What must hold |\n| --- | --- | --- |\n{rows}"


def rule_pages() -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the name of each rule with the paragraphs of its page."""
    for name, rule in sorted(RULES.items()):
        yield name, _page(rule)


def _row(rule: Rule) -> str:
    # Links to the time when all rules stood on this page keep leading to the right line.
    anchor = f'<a id="{rule.name}"></a>'
    severity = ", ".join([rule.severity.value, *(f"*{mark}*" for mark in marks(rule))])
    sentence = rule.sentence.replace("|", "\\|")
    return f"| {anchor}[`{rule.name}`](rules/{rule.name}.md) | {severity} | {sentence} |"


def _page(rule: Rule) -> Iterator[str]:
    yield f"# `{rule.name}`"
    sentence, _, rest = documented(rule).partition("\n")
    yield sentence
    theme = f"[{rule.theme.value.capitalize()}](../rules.md#{rule.theme.value})"
    yield "\n".join(
        f"- {name}: {theme if name == 'Theme' else value}" for name, value in facts(rule).items()
    )
    yield rest.strip()
    if rule.adjustable:
        yield from _ways_out(rule)
    else:
        yield "It cannot be switched off or suppressed: the entry could not be read."


def _ways_out(rule: Rule) -> Iterator[str]:
    """Yield how to have another severity, everywhere or at one place."""
    other = "off" if rule.enabled else rule.severity.value
    yield f"## Switch it {'off' if rule.enabled else 'on'}"
    yield "For the whole glossary, in `mkdocs.yml`:"
    yield f"```yaml\nplugins:\n  - termloom:\n      rules:\n        {rule.name}: {other}\n```"
    yield (
        "It may also say `error`, `warning` or `hint`, or say it for one folder: see "
        "[`rules`](../config.md#rules) and [`folders`](../config.md#folders)."
    )
    yield "## Suppress it at one place"
    yield (
        "If you know better at one place, say so in a comment at the end of the line, or on a "
        "line of its own above the field. Say why, for whoever reads it next:"
    )
    yield f"```yaml\n# termloom: ignore[{rule.name}] because …\n```"
    yield "In a hand-written page the comment stands above the line:"
    yield f"```html\n<!-- termloom: ignore[{rule.name}] because … -->\n```"
