"""The surface forms of a term."""

from generator.mentions import forms_of
from tests.factories import term


def texts(**fields: object) -> dict[str, bool]:
    return {form.text: form.exact for form in forms_of(term("rag", **fields), "en-AU")}


def test_a_term_has_its_labels_its_forms_and_what_rules_make_of_the_labels() -> None:
    fields = {"name": "Search", "abbreviation": "RAG", "aliases": ["Lookup"], "forms": ["finding"]}
    assert texts(**fields) == {
        "Search": False,
        "RAG": True,
        "Lookup": False,
        "finding": False,
        "Searches": False,
        "RAGs": True,
        "Lookups": False,
    }


def test_capitals_and_abbreviations_count_only_as_they_are_written() -> None:
    assert texts(name="RAG", abbreviation="LoRA", aliases=["C", "GPT-4", "Rag"]) == {
        "RAG": True,
        "LoRA": True,
        "C": False,
        "GPT-4": True,
        "Rag": False,
        "RAGs": True,
        "LoRAs": True,
        "Cs": False,
        "GPT-4s": True,
        "Rags": False,
    }


def test_a_term_may_refuse_inflection() -> None:
    refused = term("rag", name="Token", abbreviation="TK", inflect="false")
    found = forms_of(refused, "en")
    assert [(form.text, form.endings) for form in found] == [("Token", ()), ("TK", ())]
    assert forms_of(term("rag", name="Token", abbreviation="TK"), "en", inflections=False) == found


def test_each_form_knows_its_label_and_its_rules() -> None:
    fields = {"name": "Fine-tuning", "aliases": ["Tuning", "fine tuning"], "forms": ["fine-tuned"]}
    found = {form.text: (form.path, form.rules) for form in forms_of(term("a", **fields), "en")}
    assert found["Fine-tuning"] == (("name",), ())
    assert found["fine tuning"] == (("aliases", 1), ())
    assert found["fine-tuned"] == (("forms", 0), ())
    assert found["Fine-tunes"] == (("name",), ("verb",))
    assert "Fine tuning" not in found
