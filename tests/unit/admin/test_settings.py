"""The settings of the form, and where in it an entry is."""

from generator.admin import Shelf, cms_settings, hosts, shelves
from generator.config import Admin, Config
from generator.link import link
from generator.model import Comparison, Glossary, Term
from generator.text import EntryId
from tests.factories import comparison, glossary, term


def placed(**folders: str) -> Glossary:
    """Return a glossary of terms, and of one comparison `walk-or-ride`, each in a folder."""
    entries = {id.replace("_", "-"): folder for id, folder in folders.items()}
    made = {id: comparison(id=id) if id == "walk-or-ride" else term(id) for id in entries}
    files = {id: f"{folder}/{id}.yml" for id, folder in entries.items()}
    return Glossary.of(made, files)


def settings(entries: Glossary, **admin: object) -> dict[str, object]:
    said = Admin.model_validate({"repo": "example/glossary"} | admin)
    return cms_settings(link(entries, config=Config()), Config(), said, docs="docs")


def test_an_empty_glossary_has_a_place_for_either_kind() -> None:
    assert shelves(glossary(), Config()) == (
        Shelf(Term, "terms", "terms"),
        Shelf(Comparison, "terms/comparisons", "comparisons"),
    )


def test_every_folder_has_a_list_of_its_own() -> None:
    found = shelves(placed(a="terms", b="terms/deep/er", walk_or_ride="terms"), Config())
    assert [(shelf.folder, shelf.name) for shelf in found] == [
        ("terms", "terms"),
        ("terms/deep/er", "terms-deep-er"),
        ("terms", "comparisons"),
    ]


def test_an_entry_is_where_its_file_is() -> None:
    entries = placed(a="terms", b="terms/deep")
    at_top, deep, _ = shelves(entries, Config())
    b = entries.terms[EntryId("b")]
    assert (at_top.holds(b, entries.files[b.id]), deep.holds(b, entries.files[b.id])) == (
        False,
        True,
    )
    assert deep.address("b") == "admin/?entry=terms-deep/b"
    assert at_top.address() == "admin/?new=terms"
    assert not deep.holds(b, "terms/deep/b.yaml")


def test_saving_opens_a_pull_request_and_nothing_goes_past_it() -> None:
    found = settings(placed(a="terms"))
    assert found["publish_mode"] == "editorial_workflow"
    for collection in found["collections"]:  # type: ignore[attr-defined]
        assert collection.get("hide") or (collection["delete"], collection["publish"]) == (
            False,
            False,
        )


def test_the_host_is_told_what_the_config_says_and_no_more() -> None:
    plain = settings(placed(a="terms"))["backend"]
    assert plain == {
        "name": "github",
        "repo": "example/glossary",
        "branch": "main",
        "squash_merges": True,
        "commit_messages": {
            "create": "Add {{slug}}",
            "update": "Change {{slug}}",
            "uploadMedia": "Add {{path}}",
            "deleteMedia": "Remove {{path}}",
        },
    }
    more = settings(placed(a="terms"), host="gitlab", app_id="b9", open_authoring="true")
    backend = more["backend"]
    assert isinstance(backend, dict)
    assert (backend["auth_type"], backend["app_id"], backend["open_authoring"]) == (
        "pkce",
        "b9",
        True,
    )


def test_folders_count_from_the_top_of_the_repository() -> None:
    found = settings(placed(a="terms"), folder="handbook")
    folders = [collection["folder"] for collection in found["collections"]]  # type: ignore[attr-defined]
    assert folders == ["handbook/terms", "handbook/terms/comparisons", "handbook/terms"]
    assert found["media_folder"] == "handbook/docs/images"


def test_terms_and_comparisons_in_one_folder_are_told_apart() -> None:
    found = settings(placed(a="terms", walk_or_ride="terms"))
    filters = [collection["filter"]["value"] for collection in found["collections"]]  # type: ignore[attr-defined]
    assert filters == ["term", "comparison", "term"]


def test_the_page_may_ask_the_host_the_login_and_this_machine() -> None:
    assert hosts(Admin(repo="a/b")) == ("https://api.github.com", "http://localhost:8081")
    own = Admin.model_validate(
        {
            "repo": "a/b",
            "host": "gitlab",
            "api_root": "https://git.example.org/api/v4",
            "base_url": "https://git.example.org",
        }
    )
    assert hosts(own) == ("https://git.example.org", "http://localhost:8081")
