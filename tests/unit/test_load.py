"""Documents to a glossary."""

from generator.load import entry_id, load
from generator.reading import Document
from tests.factories import comparison_text, term_text


def documents(**texts: str) -> dict[str, Document]:
    paths = {f"terms/{id}.yml": text for id, text in texts.items()}
    return {path: Document(path, text) for path, text in paths.items()}


def test_the_file_s_name_is_the_id_wherever_the_file_lies() -> None:
    assert entry_id("terms/deep/er/fine-tuning.yaml") == "fine-tuning"


def test_terms_and_comparisons_are_told_apart() -> None:
    loaded = load(documents(a=term_text(), b=comparison_text()), {})
    assert list(loaded.glossary.terms) == ["a"]
    assert list(loaded.glossary.comparisons) == ["b"]
    assert loaded.glossary.files == {"a": "terms/a.yml", "b": "terms/b.yml"}
    assert (loaded.diagnostics, loaded.faults) == ((), ())


def test_an_entry_that_does_not_fit_hides_no_other() -> None:
    loaded = load(documents(a="name: [\n", b="nmae: B\n", c=term_text()), {})
    assert list(loaded.glossary.terms) == ["c"]
    assert [diagnostic.rule for diagnostic in loaded.diagnostics] == ["yaml-syntax"]
    assert [rule.name for rule, _ in loaded.faults] == ["unknown-field"]


def test_hand_written_pages_come_along_by_path() -> None:
    pages = {path: Document(path, "# A\n") for path in ("docs/b.md", "docs/a.md")}
    assert list(load({}, pages).glossary.pages.items()) == [
        ("docs/a.md", "# A\n"),
        ("docs/b.md", "# A\n"),
    ]
