"""Rules about labels: the whole of what is told, and what is fixed."""

from pathlib import Path

from generator.config import Config
from generator.link import link
from generator.rules import Brief, judge
from tests.factories import TODAY, glossary, term, term_text, told
from tests.unit.rules.fixing import fixed


def one(text: str) -> dict[str, str | bytes]:
    return {"terms/token.yml": text}


def test_a_label_of_two_entries_is_told_once_though_one_has_it_twice(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms/key.yml": term_text("key", aliases=["token", "Token"]),
        "terms/token.yml": term_text("token"),
    }
    assert told(tmp_path, files) == (
        "terms/key.yml:6:3: warning: the label 'Token' stands twice in this entry [repeated-label]\n"
        "  6 │ - Token\n"
        "    │   ^^^^^ remove this one\n"
        "   terms/key.yml:5:3: first here\n"
        "   fix: Remove the repeated 'Token' (termloom check --fix)\n"
        "terms/token.yml:1:7: error: 'Token' also names the entry 'key' [ambiguous-label]\n"
        "  1 │ name: Token\n"
        "    │       ^^^^^ keep the label in one of the two; the other may list it under 'avoid', "
        "and link to the first in 'because'\n"
        "   terms/key.yml:5:3: claimed here too"
    )


def test_an_alias_that_is_the_name_is_removed(tmp_path: Path) -> None:
    text = (
        "name: Token\naliases:\n  - Piece\n  - token # as spoken\ndefinition: A part.\nanalogy: x\n"
    )
    assert told(tmp_path, one(text)) == (
        "terms/token.yml:4:5: warning: the label 'token' stands twice in this entry "
        "[repeated-label]\n"
        "  4 │   - token # as spoken\n"
        "    │     ^^^^^ remove this one\n"
        "   terms/token.yml:1:7: first here\n"
        "   fix: Remove the repeated 'token' (termloom check --fix)"
    )


def test_repeated_aliases_forms_and_tags_are_removed(tmp_path: Path) -> None:
    text = (
        "name: Token\n"
        "aliases:\n- Piece\n- token\n"
        "tags: [cost, Cost, text]\n"
        "forms: [tokened, Tokened]\n"
        "definition: A part.\nanalogy: x\n"
    )
    assert fixed(tmp_path, one(text)) == (
        "name: Token\n"
        "aliases:\n- Piece\n"
        "tags: [cost, text]\n"
        "forms: [tokened]\n"
        "definition: A part.\nanalogy: x\n"
    )


def test_an_abbreviation_that_is_the_name_is_removed(tmp_path: Path) -> None:
    text = "name: QLoRA\nabbreviation: QLoRA\ndefinition: A part.\nanalogy: x\n"
    assert fixed(tmp_path, one(text)) == "name: QLoRA\ndefinition: A part.\nanalogy: x\n"


def test_another_spelling_of_an_abbreviation_is_left_to_the_author(tmp_path: Path) -> None:
    text = "name: Radio range\nabbreviation: RADAR\naliases: [radar]\ndefinition: A.\nanalogy: x\n"
    assert told(tmp_path, one(text)) == (
        "terms/token.yml:3:11: warning: 'radar' is 'RADAR' in other capitals [repeated-label]\n"
        "  3 │ aliases: [radar]\n"
        "    │           ^^^^^ remove it; a spelling that is to count in prose belongs to 'forms'"
    )
    assert fixed(tmp_path, one(text)) == text


def test_a_label_that_is_used_and_avoided(tmp_path: Path) -> None:
    text = (
        "name: Token\nforms: [Pieces]\navoid:\n- {label: Pieces, because: It is vague.}\n"
        "- {label: Bits, because: They are numbers.}\n- {label: Bits, because: It is vague.}\n"
        "definition: A part.\nanalogy: x\n"
    )
    assert told(tmp_path, one(text)) == (
        "terms/token.yml:4:11: warning: the label 'Pieces' is both used and to be avoided "
        "[repeated-label]\n"
        "  4 │ - {label: Pieces, because: It is vague.}\n"
        "    │           ^^^^^^ keep one of the two\n"
        "   terms/token.yml:2:9: the other\n"
        "terms/token.yml:6:11: warning: the label 'Bits' is to be avoided twice [repeated-label]\n"
        "  6 │ - {label: Bits, because: It is vague.}\n"
        "    │           ^^^^ keep one of the two\n"
        "   terms/token.yml:5:11: the other"
    )


def test_an_abbreviation_among_the_aliases(tmp_path: Path) -> None:
    text = (
        "name: Graphics processing unit\naliases: [GPU, Graphics card]\n"
        "definition: A part.\nanalogy: x\n"
    )
    assert told(tmp_path, one(text)) == (
        "terms/token.yml:2:11: warning: 'GPU' is an abbreviation, listed as an alias "
        "[abbreviation-in-aliases]\n"
        "  2 │ aliases: [GPU, Graphics card]\n"
        "    │           ^^^ write 'abbreviation: GPU' instead\n"
        "   fix: Move 'GPU' to 'abbreviation' (termloom check --fix)"
    )
    assert fixed(tmp_path, one(text)) == (
        "name: Graphics processing unit\nabbreviation: GPU\naliases: [Graphics card]\n"
        "definition: A part.\nanalogy: x\n"
    )


def test_of_two_abbreviations_the_author_chooses(tmp_path: Path) -> None:
    text = (
        "name: Machine translation\naliases: [MT, Automatic translation, AT]\n"
        "definition: A part.\nanalogy: x\n"
    )
    assert fixed(tmp_path, one(text)) == text


def test_an_avoided_label_of_another_entry(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms/key.yml": term_text("key", aliases=["Secret"]),
        "terms/token.yml": term_text("token", avoid=[{"label": "secret", "because": "Vague."}]),
    }
    assert told(tmp_path, files) == (
        "terms/token.yml:5:10: warning: 'secret' is to be avoided here, but names the entry 'key' "
        "[avoided-label-in-use]\n"
        "  5 │ - label: secret\n"
        "    │          ^^^^^^ link to [[key]] in 'because'\n"
        "   terms/key.yml:5:3: used here"
    )


def test_a_label_that_two_entries_own_needs_one_link(tmp_path: Path) -> None:
    avoid = [{"label": "Thing", "because": "Say [[b]] if you mean that."}]
    entries = glossary(
        term("a", name="Thing"), term("b", aliases=["Thing"]), term("c", avoid=avoid)
    )
    found = {rule.name for rule, _ in judge(Brief(link(entries), Config(), TODAY))}
    assert "ambiguous-label" in found
    assert "avoided-label-in-use" not in found
