"""The schema of one project: what it offers, and in which words."""

from typing import Any

from generator.config import Config
from generator.link import link
from generator.schema import is_schema_of_ours, project_schema, written
from tests.factories import comparison, glossary, term

CONFIG = Config.model_validate(
    {
        "categories": {"models": {"name": "Models"}, "data": {"name": "Data"}},
        "regions": {"NORDIC": {"name": "Nordic countries"}, "NZ": {"name": "Aotearoa"}},
    }
)
ENTRIES = glossary(
    term("token", tags=["cost", "basics"], definition="A **piece** of [[word|words]]."),
    term("word", tags=["cost"], definition="Very long. " * 30),
    term("idea", status="draft", definition=None, tags=["secret"]),
    comparison("token-or-word", ("token", "word")),
)


def offered(schema: dict[str, Any], kind: str) -> dict[str, str]:
    found = schema["$defs"][kind]
    found = found["anyOf"][0] if "anyOf" in found else found
    return dict(zip(found["enum"], found["enumDescriptions"], strict=True))


def test_terms_are_offered_by_id_with_name_and_definition_in_plain_words() -> None:
    terms = offered(project_schema(link(ENTRIES), CONFIG), "TermId")
    assert list(terms) == ["idea", "token", "word"]
    assert terms["idea"] == "Idea"
    assert terms["token"] == "Token: A piece of words."
    assert terms["word"].startswith("Word: Very long. Very long. ")
    assert terms["word"].endswith("Very long. …")
    assert len(terms["word"]) <= 162


def test_drafts_are_no_business_of_the_public() -> None:
    schema = project_schema(link(ENTRIES), CONFIG, drafts=False)
    assert list(offered(schema, "TermId")) == ["token", "word"]
    assert "secret" not in written(schema)


def test_declared_regions_come_first_and_every_country_is_known() -> None:
    regions = offered(project_schema(link(ENTRIES), CONFIG), "RegionCode")
    assert list(regions)[:2] == ["NORDIC", "NZ"]
    assert (regions["NORDIC"], regions["NZ"], regions["AU"]) == (
        "Nordic countries",
        "Aotearoa",
        "Australia",
    )
    assert list(regions).count("NZ") == 1


def test_categories_stand_in_the_order_of_the_config() -> None:
    schema = project_schema(link(ENTRIES), CONFIG)
    assert offered(schema, "CategoryId") == {"models": "Models", "data": "Data"}


def test_tags_are_offered_the_commonest_first() -> None:
    schema = project_schema(link(ENTRIES), CONFIG)
    suggested, anything = schema["$defs"]["Term"]["properties"]["tags"]["items"]["anyOf"]
    assert dict(zip(suggested["enum"], suggested["enumDescriptions"], strict=True)) == {
        "cost": "On 2 entries",
        "basics": "On 1 entry",
        "secret": "On 1 entry",
    }
    assert anything["anyOf"][0] == {"$ref": "#/$defs/Name"}


def test_ids_in_use_are_no_former_ids() -> None:
    definitions = project_schema(link(ENTRIES), CONFIG)["$defs"]
    for model, taken in (("Term", ["token", "word"]), ("Comparison", ["token-or-word"])):
        assert definitions[model]["properties"]["former_ids"]["items"]["if"] == {"enum": taken}


def test_a_file_that_cannot_be_loaded_may_be_named() -> None:
    schema = project_schema(link(ENTRIES), CONFIG, unloaded=["broken", "token", "token-or-word"])
    terms = offered(schema, "TermId")
    assert list(terms) == ["broken", "idea", "token", "word"]
    assert terms["broken"] == "Its file has errors."


def test_the_same_entries_give_the_same_text() -> None:
    text = written(project_schema(link(ENTRIES), CONFIG))
    assert text == written(project_schema(link(ENTRIES), CONFIG))
    assert text.startswith('{\n "$schema": "https://json-schema.org/draft/2020-12/schema",\n')
    assert text.endswith("}\n")


def test_our_schemas_are_told_from_other_files() -> None:
    assert is_schema_of_ours(written(project_schema(link(ENTRIES), CONFIG)))
    for other in ("", "{}", "[]", "no JSON", '{"title": "Another schema"}'):
        assert not is_schema_of_ours(other)
