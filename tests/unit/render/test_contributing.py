"""Where a reader can change something."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.config import Config
from generator.render.contributing import Contributing, Here
from tests.factories import glossary, term

GITHUB = "https://github.com/example/glossary/edit/main/"
GITLAB = "https://gitlab.com/group/sub/glossary/-/edit/main/handbook/"
HERE = Here("Ant & bee", "https://e.org/terms/ant/")


def ways(**config: Any) -> Contributing:
    return Contributing.to(glossary(term("ant")), Config.model_validate(config))


def asked(url: str | None) -> tuple[str, dict[str, list[str]]]:
    parts = urlsplit(url or "")
    return f"{parts.scheme}://{parts.netloc}{parts.path}", parse_qs(parts.query)


def test_where_nothing_is_configured_nothing_is_offered() -> None:
    assert (ways().edit("terms/a.yml"), ways().suggest(HERE), ways().add()) == (None, None, None)


def test_a_change_is_suggested_in_an_issue_of_github() -> None:
    assert asked(ways(edit_url=GITHUB).suggest(HERE)) == (
        "https://github.com/example/glossary/issues/new",
        {
            "template": ["report-an-error.yml"],
            "title": ["Ant & bee"],
            "page": ["https://e.org/terms/ant/"],
        },
    )


def test_a_change_is_suggested_in_an_issue_of_gitlab() -> None:
    assert asked(ways(edit_url=GITLAB).suggest(HERE)) == (
        "https://gitlab.com/group/sub/glossary/-/issues/new",
        {"issue[title]": ["Ant & bee"], "issue[description]": ["https://e.org/terms/ant/"]},
    )


def test_another_address_for_suggestions_goes_first() -> None:
    found = ways(edit_url=GITHUB, suggest_url="https://e.org/ask?about={page}&what={title}")
    assert found.suggest(HERE) == (
        "https://e.org/ask?about=https%3A%2F%2Fe.org%2Fterms%2Fant%2F&what=Ant%20%26%20bee"
    )


def test_a_new_file_of_github_is_filled_in() -> None:
    where, said = asked(ways(edit_url=GITHUB, categories={"a": {"name": "A"}}).add())
    assert where == "https://github.com/example/glossary/new/main"
    assert said["filename"] == ["terms/your-term.yml"]
    assert "\ncategory: a\n" in said["value"][0]


def test_a_new_file_of_gitlab_is_filled_in() -> None:
    where, said = asked(ways(edit_url=GITLAB).add())
    assert where == "https://gitlab.com/group/sub/glossary/-/new/main"
    assert said["file_name"] == ["handbook/terms/your-term.yml"]
    assert "\nname: To be written\n" in said["content"][0]


def test_a_term_is_added_to_the_category_of_the_page() -> None:
    categories = {"a": {"name": "A"}, "b": {"name": "B"}}
    _, said = asked(ways(edit_url=GITHUB, categories=categories).add("b"))
    assert "\ncategory: b\n" in said["value"][0]


def test_the_address_of_a_new_file_is_one_that_hosts_take() -> None:
    names = {f"a-category-with-a-long-name-{n}": {"name": "A"} for n in range(20)}
    url = ways(edit_url=GITHUB, categories=names).add()
    assert url is not None
    assert len(url) < 4_000


@pytest.mark.parametrize("url", ["https://e.org/edit/", "https://e.org/wiki?edit="])
def test_of_another_host_only_the_edit_link_is_known(url: str) -> None:
    found = ways(edit_url=url)
    assert (found.suggest(HERE), found.add()) == (None, None)
    assert found.edit("terms/a b.yml") == f"{url}terms/a%20b.yml"


def test_where_there_is_a_form_entries_are_changed_there() -> None:
    ant = term("ant")
    entries = glossary(ant)
    config = Config.model_validate({"edit_url": GITHUB, "admin": {"repo": "example/glossary"}})
    found = Contributing.to(entries, config)
    assert found.suggest(Here("Ant", "x", ant)) == "admin/?entry=terms/ant"
    assert found.add() == "admin/?new=terms"
    assert asked(found.suggest(HERE))[0].endswith("/issues/new")
