"""What a form asks of somebody who suggests a term, read off the model.

`ASKED` is the one place that decides which fields are asked for; everything else follows from
the field: its label, its help, its example, and how an answer is written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Final, TypeGuard, get_args, get_origin

from generator.config import Config
from generator.model import Term
from generator.model.regions import Regions
from generator.model.sources import Resource, Source
from generator.part import Part, ShortPart
from generator.shape import annotation_at
from generator.text import CategoryId, Prose, RegionCode

# Fields that anybody can fill in who knows the term, and how many a person has the patience for.
ASKED: Final = (
    "name",
    "abbreviation",
    "aliases",
    "category",
    "definition",
    "explanation",
    "why_it_matters",
    "when_to_use",
    "examples",
    "faq",
    "regional_notes",
    "sources",
)
# Without these there is nothing to begin with.
NEEDED: Final = ("name", "definition")
_LISTED = "One on each line, each after a hyphen and a space."
_LINKED = "One on each line: the title, a comma and the web address."


class Shape(Enum):
    """How an answer is written."""

    LINE = auto()
    TEXT = auto()
    LIST = auto()
    LINKS = auto()
    CHOICE = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """One box of the form. `path` is the field, and of a part of its one item the part's field.

    `options` are the values that may be chosen, by what people see of them.
    """

    path: tuple[str, ...]
    label: str
    help: str
    example: str
    shape: Shape
    is_needed: bool = False
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the name of the box, which may stand in the address of a filled-in form."""
        return "-".join(self.path).replace("_", "-")


def questions(config: Config) -> tuple[Question, ...]:
    """Return what is asked, in the order of the form.

    Where the project has no categories or regions, nobody is asked to choose one.
    """
    return tuple(question for name in ASKED for question in _questions(name, config))


def _questions(name: str, config: Config) -> Iterator[Question]:
    annotation = annotation_at(Term, (name,))
    item = get_args(annotation)[0] if get_origin(annotation) is tuple else None
    found: list[tuple[type[Part], tuple[str, ...]]] = [(Term, (name,))]
    if _is_part(item) and not issubclass(item, ShortPart | Source | Resource):
        # Of other parts a form has room for one, and for what it must have.
        found = [(item, (name, n)) for n, f in item.model_fields.items() if f.is_required()]
    made = [_question(model, path, config) for model, path in found]
    if all(question.options or question.shape is not Shape.CHOICE for question in made):
        yield from made


def _question(model: type[Part], path: tuple[str, ...], config: Config) -> Question:
    told = model.model_fields[path[-1]]
    annotation = annotation_at(model, path[-1:])
    shape = _shape(annotation)
    titles = (Term.model_fields[path[0]].title, told.title)
    label = ": ".join(str(title) for title in dict.fromkeys(titles))
    return Question(
        path,
        label,
        _help(str(told.description), shape),
        _example((told.examples or [""])[0], shape),
        shape,
        is_needed=path[0] in NEEDED,
        options=options(annotation, config) if shape is Shape.CHOICE else {},
    )


def _help(description: str, shape: Shape) -> str:
    match shape:
        case Shape.LIST:
            return f"{description} {_LISTED}"
        case Shape.LINKS:
            return f"{description} {_LINKED}"
        case Shape.CHOICE:
            return "Choose one if it fits, or leave it."
        case _:
            return description


def _shape(annotation: Any) -> Shape:
    if get_origin(annotation) is tuple:
        item = get_args(annotation)[0]
        return Shape.LINKS if item in (Source, Resource) else Shape.LIST
    if annotation in (CategoryId, RegionCode):
        return Shape.CHOICE
    return Shape.TEXT if issubclass(annotation, Prose) else Shape.LINE


def options(annotation: Any, config: Config) -> dict[str, str]:
    """Return the categories or regions of a project by what people see, no two of them alike."""
    if annotation is CategoryId:
        named = {str(id): str(category.name) for id, category in config.categories.items()}
    else:
        regions = Regions.of(config)
        named = {str(code): regions.name(code) for code in config.regions}
    seen = [name.casefold() for name in named.values()]
    return {
        # GitHub keeps 'None' for itself.
        name
        if seen.count(name.casefold()) == 1 and name.casefold() != "none"
        else f"{name} ({id})": id
        for id, name in named.items()
    }


def _example(example: Any, shape: Shape) -> str:
    match example:
        case list():
            mark = "" if shape is Shape.LINKS else "- "
            return "\n".join(f"{mark}{_example(item, shape)}" for item in example)
        case {"title": title, "url": url}:
            return f"{title}, {url}"
        case dict():
            return str(example.get("text") or next(iter(example.values())))
        case _:
            return str(example)


def _is_part(annotation: Any) -> TypeGuard[type[Part]]:
    return isinstance(annotation, type) and issubclass(annotation, Part)
