"""The pages about fields and options, from the models."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.config import CallToAction, Config, IgnoredLink
from generator.model import Comparison, Entry, RelationKind, Term, TermHeader
from generator.part import Part
from reference.notation import KINDS, documentation, in_yaml, kind, present, words


def fields_page() -> Iterator[str]:
    """Yield the paragraphs of the page about terms and comparisons."""
    yield "# Fields"
    yield (
        "For editors who want to know what a field is for. An entry is one YAML file below "
        "`terms/`: a term, or a comparison of terms. Its file name, without `.yml`, is its id. "
        "The id is never written in the file."
    )
    yield (
        "A field that you have nothing to say for is left out. Lines that begin with `#` are "
        "comments, and readers never see them."
    )
    yield from _kinds()
    yield "## Term"
    yield documentation(Term)
    yield "These fields stand above the sections of the page:"
    yield from _entry_fields(Term, tuple(n for n in TermHeader.model_fields if n != "id"), "")
    yield "## Sections of a term"
    yield (
        "Each of these fields is a section of the term's page. The sections stand in this "
        "order, whatever the order in the file. The heading can be changed: see the "
        "[labels](labels.md)."
    )
    yield from _entry_fields(Term, Term.section_fields(), "")
    yield "## Comparison"
    yield documentation(Comparison)
    shared = tuple(name for name in Entry.model_fields if name != "id")
    also = ", ".join(f"[`{name}`](#{name})" for name in shared)
    yield f"A comparison has these fields like a term: {also}. The others are its own:"
    own = tuple(n for n in Comparison.model_fields if n not in Entry.model_fields)
    yield from _entry_fields(Comparison, own, "Comparison: ")
    yield "## Parts"
    yield "The values of some fields have fields of their own."
    users = _users((Term, Comparison))
    for part in sorted(users, key=words):
        yield f"### {_capital(words(part))}"
        yield f"*Used in {_and(users[part])}.*"
        yield from _part(part)
    yield from _relations()


def config_page() -> Iterator[str]:
    """Yield the paragraphs of the page about the config."""
    yield "# Config"
    yield (
        "For publishers. These options stand in `mkdocs.yml`, under the plugin `termloom`. "
        "All of them may be left out. The command `termloom` and the plugin read the same "
        "options, so a site is built alike by both."
    )
    yield in_yaml({"plugins": ["search", "tags", {"termloom": {"language": "en-AU"}}]})
    for name, field in Config.model_fields.items():
        yield f"## `{name}`"
        yield _sentence(field.description)
        default = field.get_default()
        yield f"*{_capital(kind(field, lambda *_: 'fields of its own'))}. {_default(default)}*"
        yield from _option(name, field)
    yield "## Call to action"
    yield from _part(CallToAction)
    yield "## Ignored link"
    yield from _part(IgnoredLink)


def _option(name: str, field: FieldInfo) -> Iterator[str]:
    """Yield the fields of an option that has some, and its whole example."""
    part = next(_parts_of(field.annotation), None)
    if part is None:
        yield in_yaml({name: field.examples[0]})  # type: ignore[index]
        return
    yield "\n".join(_bullet(*pair) for pair in part.model_fields.items())
    if get_origin(field.annotation) is not Mapping:
        yield in_yaml({name: _example(part)})
        return
    yield in_yaml({name: field.examples[0]})  # type: ignore[index]
    yield "One of them with every field:"
    yield in_yaml(_example(part))


def _kinds() -> Iterator[str]:
    yield "## Kinds of value"
    rows = "\n".join(
        f"| {_capital(name)} | {how}{_longest(type_)} |" for type_, (name, _, how) in KINDS.items()
    )
    yield f"| Kind | How to write it |\n| --- | --- |\n{rows}"
    yield (
        "Every value is text to Termloom. The region `NO` stays `NO`, and a date needs no "
        "quotation marks. Quotation marks are needed only where YAML would read something "
        "else: around a text that holds a colon or a `#` beside a space, and around one that "
        "begins with a sign such as `[`, `{`, `*`, `&`, `%`, `@` or a quotation mark. To write "
        "more than one line, put `|` after the field and indent the text below it."
    )


def _longest(type_: type) -> str:
    longest = getattr(type_, "longest", None)
    shown = longest is not None and getattr(type_, "pattern", None) is None
    return f" At most {longest:,} characters." if shown else ""


def _entry_fields(model: type[BaseModel], names: tuple[str, ...], before: str) -> Iterator[str]:
    for name in names:
        field = model.model_fields[name]
        yield f"### {before}`{name}`"
        yield f"**{field.title}.** {_sentence(field.description)}"
        required = "required" if field.is_required() else "optional"
        yield f"*{_capital(kind(field))}; {required}.*"
        yield in_yaml({name: field.examples[0]})  # type: ignore[index]


def _part(part: type[Part]) -> Iterator[str]:
    yield documentation(part)
    yield "\n".join(_bullet(name, field) for name, field in part.model_fields.items())
    yield in_yaml(_example(part))


def _example(part: type[Part]) -> dict[str, Any]:
    return {name: field.examples[0] for name, field in part.model_fields.items()}  # type: ignore[index]


def _bullet(name: str, field: FieldInfo) -> str:
    required = "required" if field.is_required() else "optional"
    return f"- `{name}`: {kind(field)}, {required}. {_sentence(field.description)}"


def _users(models: tuple[type[BaseModel], ...]) -> dict[type[Part], list[str]]:
    """Return the parts that models use, each with where it is used."""
    found: dict[type[Part], list[str]] = {}
    waiting: list[type[BaseModel]] = list(models)
    seen: set[type[BaseModel]] = set()
    for model in waiting:
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            for part in _parts_of(field.annotation):
                where = f"`{name}` of a [{words(model)}](#{words(model).replace(' ', '-')})"
                found.setdefault(part, []).append(where)
                waiting.append(part)
    return found


def _parts_of(annotation: Any) -> Iterator[type[Part]]:
    annotation = present(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts_of(argument)


def _relations() -> Iterator[str]:
    yield "## Kinds of relation"
    yield documentation(RelationKind)
    yield (
        "Write a relation in one of the two entries. The page of the other shows the inverse "
        "by itself."
    )
    rows = "\n".join(
        f"| `{member.value}` | {member.label} | `{member.inverse.value}` |"
        for member in RelationKind
    )
    yield f"| Relation | Wording on the page | Inverse |\n| --- | --- | --- |\n{rows}"


def _default(default: object) -> str:
    if isinstance(default, bool):
        return f"Default: `{str(default).lower()}`."
    if isinstance(default, str):
        return f"Default: `{default}`."
    return "Default: none."


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str | None) -> str:
    return " ".join((text or "").split())
