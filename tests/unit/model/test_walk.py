"""Every value of an entry, with its path."""

from generator.model import leaves
from generator.text import TermId
from tests.factories import comparison, term


def test_leaves_come_in_the_order_of_the_model_without_the_absent_ones() -> None:
    entry = term(
        "token",
        definition="A piece.",
        aliases=["Bit", "Bite"],
        related=[{"term": "word", "note": "Near."}],
        why_it_matters=None,
    )
    assert [(path, str(value)) for path, value in leaves(entry)] == [
        (("id",), "token"),
        (("name",), "Token"),
        (("aliases", 0), "Bit"),
        (("aliases", 1), "Bite"),
        (("inflect",), "True"),
        (("status",), "published"),
        (("definition",), "A piece."),
        (("related", 0, "term"), "word"),
        (("related", 0, "relation"), "related"),
        (("related", 0, "note"), "Near."),
    ]


def test_a_key_of_a_mapping_is_a_value_at_the_path_of_what_it_names() -> None:
    found = [(path, value) for path, value in leaves(comparison()) if isinstance(value, TermId)]
    assert found == [
        (("options", 0, "term"), "walk"),
        (("options", 1, "term"), "ride"),
        (("criteria", 0, "cells", "walk"), "walk"),
        (("criteria", 0, "cells", "ride"), "ride"),
    ]
