"""The settings of Decap CMS for one project: https://decapcms.org/docs/configuration-options/."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from generator.admin.collections import Shelf, shelves
from generator.admin.fields import EVERY_TERM, Offers, Widget, form_fields
from generator.config import Admin, Config, Host
from generator.graph import Graph
from generator.model import Comparison, Term
from generator.model.regions import Regions

# Ours, registered by the script of the form.
_FORMAT: Final = "termloom"
_DEEPEST: Final = 20
_LOCAL: Final = "http://localhost:8081"
_APIS: Final = {
    Host.GITHUB: "https://api.github.com",
    Host.GITLAB: "https://gitlab.com",
    Host.GITEA: "https://try.gitea.io",
}


def cms_settings(graph: Graph, config: Config, admin: Admin, *, docs: str) -> Widget:
    """Return the settings, for JSON. `docs` is the folder of hand-written pages."""
    found = shelves(graph.glossary, config)
    top = f"{admin.folder}/" if admin.folder else ""
    offers = _offers(graph, config)
    fields = {model: form_fields(model, offers) for model in (Term, Comparison)}
    return {
        "load_config_file": False,
        "backend": _backend(admin),
        "local_backend": True,
        "publish_mode": "editorial_workflow",
        "show_preview_links": False,
        "media_folder": f"{top}{docs}/images",
        "public_folder": "images",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "collections": [
            *(_collection(shelf, top, fields[shelf.model], found) for shelf in found),  # type: ignore[index]
            _every_term(f"{top}{config.terms}", fields[Term]),
        ],
    }


def hosts(admin: Admin) -> tuple[str, ...]:
    """Return the hosts that the form may ask once somebody logs in, and the local try-out."""
    wanted = (admin.api_root or _APIS[admin.host], admin.base_url, _LOCAL)
    origins = (urlsplit(str(address)) for address in wanted if address)
    return tuple(dict.fromkeys(f"{each.scheme}://{each.netloc}" for each in origins))


def _backend(admin: Admin) -> Widget:
    said = {
        "name": admin.host.value,
        "repo": str(admin.repo),
        "branch": str(admin.branch),
        "base_url": admin.base_url,
        "auth_endpoint": admin.auth_endpoint,
        "api_root": admin.api_root,
        "app_id": admin.app_id,
        "auth_type": "pkce" if admin.app_id else None,
        "open_authoring": admin.open_authoring or None,
        "squash_merges": True if admin.host is not Host.GITEA else None,
        "commit_messages": {
            "create": "Add {{slug}}",
            "update": "Change {{slug}}",
            "uploadMedia": "Add {{path}}",
            "deleteMedia": "Remove {{path}}",
        },
    }
    return {name: value for name, value in said.items() if value is not None}


def _collection(shelf: Shelf, top: str, fields: list[Widget], found: tuple[Shelf, ...]) -> Widget:
    first = next(other for other in found if other.model is shelf.model)
    noun = shelf.model.__name__.lower()
    where = "" if shelf is first else f" in {shelf.folder}"
    return {
        "name": shelf.name,
        "label": f"{noun.capitalize()}s{where}",
        "label_singular": noun.capitalize(),
        "description": "The file is named after the name: an id that stays for ever.",
        "folder": f"{top}{shelf.folder}",
        "create": True,
        # The CMS would delete and publish on the branch itself, past every check.
        "delete": False,
        "publish": False,
        "identifier_field": "name",
        "summary": "{{name}}",
        "sortable_fields": ["name"],
        **_kind_of_file(noun),
        "fields": fields,
    }


def _every_term(folder: str, fields: list[Widget]) -> Widget:
    """Return the collection of terms in all folders, which the choices of terms look into."""
    shown = ("name", "kind", "abbreviation", "aliases")
    return {
        "name": EVERY_TERM,
        "label": "Every term",
        "folder": folder,
        "hide": True,
        "create": False,
        "nested": {"depth": _DEEPEST, "summary": "{{name}}"},
        **_kind_of_file("term"),
        "fields": [field for field in fields if field["name"] in shown],
    }


def _kind_of_file(noun: str) -> dict[str, Any]:
    return {
        "extension": "yml",
        "format": _FORMAT,
        "filter": {"field": "kind", "value": noun},
    }


def _offers(graph: Graph, config: Config) -> Offers:
    regions = Regions.of(config)
    codes = dict.fromkeys((*config.regions, *_in_use(graph), *regions.known()))
    return Offers(
        {str(id): str(category.name) for id, category in config.categories.items()},
        {str(code): regions.name(code) for code in codes},
    )


def _in_use(graph: Graph) -> Iterator[str]:
    for term in graph.glossary.terms.values():
        yield from (str(note.region) for note in term.regional_notes)
