"""Issue forms of GitHub.

https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from generator.forms.questions import Question, Shape, options, questions
from generator.model import Term
from generator.model.written import in_yaml
from generator.project import Project
from generator.text import RegionCode

FOLDER: Final = ".github/ISSUE_TEMPLATE"
SUGGESTION: Final = "suggest-a-term.yml"
ERROR: Final = "report-an-error.yml"
SUGGESTION_LABEL: Final = "term suggestion"
CONSENT: Final = "Before you send it"
CONSENTED: Final = (
    "I wrote this myself, and it may be published here under the licence of this glossary."
)
_NOTE: Final = "# Made by 'termloom forms' from the fields of a term. Do not edit: type it again."
_KINDS: Final = (
    "It is wrong",
    "It is out of date",
    "It is hard to understand",
    "Something is missing",
    "A link does not work",
    "Spelling or grammar",
)
_ELEMENTS: Final = {Shape.LINE: "input", Shape.CHOICE: "dropdown"}


def forms(project: Project) -> dict[str, str]:
    """Return the files of the forms by name: two forms, and what stands beside them."""
    made = {
        SUGGESTION: _suggestion(project),
        ERROR: _error(project),
        "config.yml": _config(project),
    }
    return {name: _text(fields) for name, fields in made.items()}


def is_ours(text: str) -> bool:
    """Return whether a file's text is a form that Termloom wrote, in this version or another."""
    return text.startswith(_NOTE.partition(" from ")[0])


def _text(fields: Mapping[str, Any]) -> str:
    lines = [line for key, value in fields.items() for line in in_yaml(key, value)]
    return "\n".join([_NOTE, *lines]) + "\n"


def _suggestion(project: Project) -> dict[str, Any]:
    return {
        "name": "Suggest a term",
        "description": "Tell us about a word that should be in the glossary.",
        "title": "Term: ",
        "labels": [SUGGESTION_LABEL],
        "body": [
            _words(
                "Thank you for helping. Write what you know, and leave the rest empty: only the "
                "name and the definition are needed. A program makes a draft of your answers, and "
                "a person reads it before it is published."
            ),
            *(_asked(question) for question in questions(project.config)),
            {
                "type": "checkboxes",
                "id": "consent",
                "attributes": {
                    "label": CONSENT,
                    "options": [{"label": CONSENTED, "required": True}],
                },
            },
        ],
    }


def _error(project: Project) -> dict[str, Any]:
    return {
        "name": "Report an error",
        "description": "Tell us what is wrong, out of date or hard to understand.",
        "title": "Error: ",
        "labels": ["error report"],
        "body": list(_about_an_error(project)),
    }


def _about_an_error(project: Project) -> Iterator[dict[str, Any]]:
    headings = [str(Term.model_fields[name].title) for name in Term.section_fields()]
    yield _words("Thank you for telling us. One error in each report is easiest to deal with.")
    yield _box("page", "Page", "The name of the term, or the address of the page.", needed=True)
    yield _choice("section", "Section", "Where on the page, if you know.", headings)
    yield _choice("kind", "Kind of error", "What fits best.", _KINDS, needed=True)
    yield _box(
        "error", "Error", "What is wrong, or what you stumbled over.", long=True, needed=True
    )
    yield _box("correction", "Correction", "What it should say instead, if you know.", long=True)
    if regions := options(RegionCode, project.config):
        yield _choice("region", "Region", "If it is so in one region only.", list(regions))
    yield _box("evidence", "Source", "How you know: best the address of a page that says so.")


def _config(project: Project) -> dict[str, Any]:
    config: dict[str, Any] = {"blank_issues_enabled": True}
    if project.site_url is not None:
        about = "See whether the term is there already, or what it says now."
        config["contact_links"] = [
            {"name": "Read the glossary", "url": project.site_url, "about": about}
        ]
    return config


def _asked(question: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label, "description": question.help}
    if question.shape is Shape.CHOICE:
        attributes["options"] = list(question.options)
    else:
        attributes["placeholder"] = question.example
    element = _ELEMENTS.get(question.shape, "textarea")
    return _element(element, question.id, attributes, needed=question.is_needed)


def _words(text: str) -> dict[str, Any]:
    return {"type": "markdown", "attributes": {"value": text}}


def _box(
    id: str, label: str, description: str, *, long: bool = False, needed: bool = False
) -> dict[str, Any]:
    attributes = {"label": label, "description": description}
    return _element("textarea" if long else "input", id, attributes, needed=needed)


def _choice(
    id: str, label: str, description: str, options: Sequence[str], *, needed: bool = False
) -> dict[str, Any]:
    attributes = {"label": label, "description": description, "options": list(options)}
    return _element("dropdown", id, attributes, needed=needed)


def _element(
    element: str, id: str, attributes: Mapping[str, Any], *, needed: bool
) -> dict[str, Any]:
    made = {"type": element, "id": id, "attributes": dict(attributes)}
    return made | ({"validations": {"required": True}} if needed else {})
