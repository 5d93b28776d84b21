"""The checklist of whoever reviews a change, from the rules: what is left for a person to judge."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from generator.diagnostics import Theme
from generator.pipeline import RULES
from generator.reporting.facts import THEMES

# What no rule can judge, by theme; every theme has its line, even an empty one.
_LEFT: Final[Mapping[Theme, tuple[str, ...]]] = {
    Theme.FILE: (),
    Theme.SHAPE: ("Does each text stand in the field that it belongs to?",),
    Theme.LABELS: (
        "Is the name the one that people in the field use?",
        "Is an alias the same thing, and not one that is only near to it?",
    ),
    Theme.DEFINITION: (
        "Is it true?",
        "Does it say what kind of thing it is, and what sets it apart from its neighbours?",
        "Would somebody understand it who meets the word for the first time?",
    ),
    Theme.RELATIONS: (
        "Does each relation read true as a sentence, from both ends?",
        "Does a term that was removed or renamed leave nobody behind? `termloom diff` tells.",
    ),
    Theme.PROSE: (
        "Is it in our own words? Search for a sentence of it.",
        "Does it sell nothing, and praise nobody?",
        "Does every web address lead where its words say?",
    ),
    Theme.MENTIONS: ("Do words that became links mean the term here? `termloom diff` lists them.",),
    Theme.QUESTIONS: (
        "Does the answer come first, and then the reasons?",
        "Do people really believe what stands there as a misconception?",
    ),
    Theme.COMPARISONS: (
        "Is every option judged by the same measure?",
        "Is a rating what a fair opponent would give?",
    ),
    Theme.REGIONS: ("Is what the law is said to ask for really in the source, for that region?",),
    Theme.FRESHNESS: (
        "Does each source say what it is named for, and is it the first one to have said so?",
        "Has somebody really read the entry on the day of `reviewed`?",
    ),
    Theme.SITE: (
        "Does the entry stand on the shelf where a reader would look for it?",
        "If `mkdocs.yml` or a template changes: read it as you would read a program.",
    ),
    Theme.LINKS: ("Is what stands behind a new link fit for our readers?",),
    Theme.SUPPRESSIONS: ("Does the comment give a reason, and do you share it?",),
}


_FIRST: Final = (
    "Are the checks green? If not, the diagnostics say what to mend.",
    "What will readers see change? `termloom diff` says it, and so does the summary of the checks.",
    "Is one change one matter? If not, ask for two.",
)
_LAST: Final = (
    "Would you stand by it if a reader asked?",
    "Say thank you. Say what you changed, and why.",
)


def review_page() -> Iterator[str]:
    """Yield the paragraphs of the checklist."""
    yield "# Review checklist"
    yield (
        "For whoever decides whether a change of the glossary is taken. What stands under “Checked "
        "already” holds if the checks are green: spend no time on it. What is left needs a person, "
        "and above all somebody who knows the subject."
    )
    yield "## First"
    yield _list(_FIRST)
    for theme in Theme:
        yield f"## {theme.value.capitalize()}"
        yield THEMES[theme]
        yield _list(_LEFT[theme]) if _LEFT[theme] else "Nothing is left to judge."
        yield "Checked already:"
        yield _list(_checked(theme))
    yield "## Last"
    yield _list(_LAST)


def _checked(theme: Theme) -> Iterator[str]:
    """Yield what must hold by the rules of a theme; those that are off come last."""
    rules = sorted((not rule.enabled, name) for name, rule in RULES.items() if rule.theme is theme)
    for is_off, name in rules:
        where = " (if `mkdocs.yml` says so)" if is_off else ""
        yield f"[{RULES[name].sentence.rstrip('.')}](rules/{name}.md){where}"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
