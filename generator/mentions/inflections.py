"""Spellings derived from a label by rule, from a table for each language.

A form that makes no sense costs nothing, since nobody writes it. A form that means something
else would make a wrong link, so a rule that could make one says where it does not apply.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.mentions.numbers import plurals, singulars
from generator.mentions.spellings import SPELLINGS

POSSESSIVE: Final = "possessive"


@dataclass(frozen=True, slots=True)
class Inflection:
    """A rule: its name, and the function from a spelling to others."""

    name: str
    derive: Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Language:
    """The rules of a language.

    Each step of `steps` works on all that the steps before it made. `endings` may follow any
    form, and are looked for in the text, so that no form is needed for each.
    """

    steps: tuple[tuple[Inflection, ...], ...] = ()
    short: tuple[Inflection, ...] = ()
    endings: tuple[str, ...] = ()


def language_of(tag: str) -> Language:
    """Return the rules for a BCP 47 tag; for a language without a table, none."""
    return LANGUAGES.get(tag.partition("-")[0].lower(), Language())


def derived(label: str, language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield spellings of a label, each with the rules that made it, the label itself left out."""
    yield from _derived(label, language.steps)


def derived_from_short(label: str, language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield spellings of an abbreviation, whose letters are no word to be respelt."""
    yield from _derived(label, (language.short,))


def _derived(
    label: str, steps: tuple[tuple[Inflection, ...], ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    found: dict[str, tuple[str, ...]] = {label: ()}
    for step in steps:
        for spelling, rules in list(found.items()):
            for inflection in step:
                for made in inflection.derive(spelling):
                    found.setdefault(made, (*rules, inflection.name))
    yield from ((spelling, rules) for spelling, rules in found.items() if rules)


_PREFIXES: Final = "auto|cyber|e|fine|hyper|meta|micro|multi|over|post|pre|semi|sub|super|under"
_CLOSED: Final = re.compile(rf"\b({_PREFIXES})-(?=\w)", re.IGNORECASE)


def _verb(label: str) -> Iterator[str]:
    """From `fine-tuning`: fine-tune, fine-tunes, fine-tuned.

    Only from compounds with a hyphen, which are verbs; `training` would give the noun `train`.
    """
    found = re.fullmatch(r"(.*\w-\w+)ing", label)
    if found is None:
        return
    stem = found[1]
    for base in (stem, f"{stem}e", *([stem[:-1]] if stem[-1] == stem[-2] else [])):
        past = f"{base}d" if base.endswith("e") else f"{base}ed"
        yield from (base, f"{base}s", past)


def _joined_otherwise(label: str) -> Iterator[str]:
    """From `fine-tuning`: fine tuning, finetuning. From `web site`: web-site.

    A phrase of more words than two is written with hyphens by nobody.
    """
    if "-" in label:
        yield label.replace("-", " ")
        if (closed := _CLOSED.sub(r"\1", label)) != label:
            yield closed
    if label.count(" ") == 1:
        yield label.replace(" ", "-")


def _plural_of_short(label: str) -> Iterator[str]:
    if label[-1].isalnum() and not label.endswith("s"):
        yield f"{label}s"


def _singular_of_short(label: str) -> Iterator[str]:
    if len(label) > 2 and label.endswith("s") and label[:-1].isupper():
        yield label[:-1]


LANGUAGES: Final[Mapping[str, Language]] = {
    "en": Language(
        steps=(
            tuple(Inflection(name, derive) for name, derive in SPELLINGS),
            (
                Inflection("plural", plurals),
                Inflection("singular", singulars),
                Inflection("verb", _verb),
            ),
            (Inflection("hyphen or space", _joined_otherwise),),
        ),
        short=(
            Inflection("plural", _plural_of_short),
            Inflection("singular", _singular_of_short),
        ),
        endings=("'s",),
    ),
}
