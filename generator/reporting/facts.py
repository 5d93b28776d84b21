"""What can be said about every rule, in words."""

import re

from generator.diagnostics import Rule, Theme

_BAD = re.compile(r"^```(yaml|html) bad$", re.MULTILINE)
_GOOD = re.compile(r"^```(yaml|html) good$", re.MULTILINE)

THEMES: dict[Theme, str] = {
    Theme.FILE: "Whether a file can be read at all.",
    Theme.SHAPE: "Whether it holds the fields and the kinds of value that an entry has.",
    Theme.LABELS: "Names, aliases, abbreviations and labels to avoid.",
    Theme.DEFINITION: "What a definition says, and how.",
    Theme.RELATIONS: "How terms point to each other.",
    Theme.PROSE: "Markdown, links, images and wording in longer texts.",
    Theme.MENTIONS: "Words that link themselves to the terms they stand for.",
    Theme.QUESTIONS: "Questions with their answers, and misconceptions.",
    Theme.COMPARISONS: "Tables that set terms side by side.",
    Theme.REGIONS: "Notes on what differs in a place.",
    Theme.FRESHNESS: "Dates, reviews and sources.",
    Theme.SITE: "What an entry becomes on the site, and the settings in `mkdocs.yml`.",
    Theme.LINKS: "Where links lead, on the finished site and to other sites.",
    Theme.SUPPRESSIONS: "Comments that switch a rule off at one place.",
}


def documented(rule: Rule) -> str:
    """Return a rule's documentation, with words for what its fences say to the tests.

    They say which example is good.
    """
    text = _BAD.sub(r"Not like this:\n\n```\1", rule.documentation)
    return _GOOD.sub(r"Like this:\n\n```\1", text).strip()


def reason(rule: Rule) -> str:
    """Return why the rule is there: what its documentation says before the examples."""
    return rule.documentation.partition("\n")[2].partition("```")[0].strip()


def marks(rule: Rule) -> tuple[str, ...]:
    """Return what is special about a rule, a word each."""
    said = {"always": not rule.adjustable, "fixable": rule.fixable, "off": not rule.enabled}
    return tuple(mark for mark, holds in said.items() if holds)


def facts(rule: Rule) -> dict[str, str]:
    """Return what there is to know about a rule besides its documentation, by its heading.

    The values are Markdown.
    """
    switched = "yes" if rule.enabled else f"by `{rule.name}: {rule.severity.value}` in `mkdocs.yml`"
    command = "links --external" if rule.theme is Theme.LINKS else "check"
    fix = f"`termloom {command} --fix`, where only one fix is right" if rule.fixable else "by hand"
    return {
        "Severity": rule.severity.value + ("" if rule.adjustable else ", always"),
        "Theme": rule.theme.value.capitalize(),
        "Fixed": fix,
        "Switched on": switched,
    }
