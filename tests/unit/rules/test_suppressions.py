"""What comments suppress, and what an author is told about them."""

from pathlib import Path

from tests.factories import told

FILE = "terms/token.yml"
TERM = "name: Token\nstatus: draft\n"
RAW = "definition: A <piece> of text."


def check(tmp_path: Path, text: str, expected: str, **config: object) -> None:
    assert told(tmp_path, {FILE: text}, config) == expected.strip("\n").replace("@", FILE)


def test_a_diagnostic_with_a_reason_not_to_show_it_is_not_shown(tmp_path: Path) -> None:
    check(tmp_path, f"{TERM}{RAW} # termloom: ignore[raw-html] because of this\n", "")


def test_one_rule_is_suppressed_and_the_others_speak(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}definition: A <piece> of text # termloom: ignore[raw-html] because of this\n",
        """
@:3:26: hint: this definition ends without a full stop [definition-without-full-stop]
  3 │ definition: A <piece> of text # termloom: ignore[raw-html] because of this
    │                          ^^^^ end it with '.'
   fix: Add the full stop (termloom check --fix)
""",
    )


def test_a_comment_that_is_of_no_use(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}owner: Me # termloom: ignore[raw-html, bare-url] because of this\n",
        """
@:3:11: warning: there is nothing here that 'raw-html', 'bare-url' would complain about [unused-suppression]
  3 │ owner: Me # termloom: ignore[raw-html, bare-url] because of this
    │           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ remove the comment
   fix: Remove the comment (termloom check --fix)
""",
    )


def test_a_name_that_is_of_no_use(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}{RAW} # termloom: ignore[raw-html, bare-url] because of this\n",
        """
@:3:61: warning: there is nothing here that 'bare-url' would complain about [unused-suppression]
  3 │ definition: A <piece> of text. # termloom: ignore[raw-html, bare-url] because of this
    │                                                             ^^^^^^^^ remove its name
   fix: Remove 'bare-url' (termloom check --fix)
""",
    )


def test_without_a_reason_it_is_suppressed_but_not_in_silence(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}{RAW} # termloom: ignore[raw-html]\n",
        """
@:3:32: warning: this comment does not say why [malformed-suppression]
  3 │ definition: A <piece> of text. # termloom: ignore[raw-html]
    │                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write 'because …' behind the ']'
""",
    )


def test_names_that_cannot_be_suppressed(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}owner: Me # termloom: ignore[raw-htlm, yaml-syntax] because of this\n",
        """
@:3:30: warning: no rule is called 'raw-htlm' [malformed-suppression]
  3 │ owner: Me # termloom: ignore[raw-htlm, yaml-syntax] because of this
    │                              ^^^^^^^^ did you mean 'raw-html'?
@:3:40: warning: 'yaml-syntax' cannot be suppressed: the entry could not be read [malformed-suppression]
  3 │ owner: Me # termloom: ignore[raw-htlm, yaml-syntax] because of this
    │                                        ^^^^^^^^^^^ mend what it complains about
""",
    )


def test_a_word_that_means_nothing_suppresses_nothing(tmp_path: Path) -> None:
    shown = told(tmp_path, {FILE: f"{TERM}{RAW} # termloom: ignroe[raw-html] because of this\n"})
    assert [line for line in shown.splitlines() if line.startswith("terms/")] == [
        f"{FILE}:3:15: error: HTML is not allowed in prose: <piece> [raw-html]",
        f"{FILE}:3:32: warning: 'termloom: ignroe' means nothing [malformed-suppression]",
    ]


def test_what_makes_an_entry_unreadable_is_not_suppressed(tmp_path: Path) -> None:
    text = f"{TERM}colour: red # termloom: ignore[unknown-field, raw-html] because of this\n"
    shown = told(tmp_path, {FILE: text})
    assert [
        line.rpartition(" [")[2] for line in shown.splitlines() if line.startswith("terms/")
    ] == [
        "unknown-field]",
        "malformed-suppression]",
    ]


def test_a_rule_that_is_off_is_not_missed(tmp_path: Path) -> None:
    text = f"{TERM}{RAW} # termloom: ignore[raw-html] because of this\n"
    check(tmp_path, text, "", rules={"raw-html": "off"})


def test_how_bad_a_useless_comment_is_the_config_says(tmp_path: Path) -> None:
    text = f"{TERM}owner: Me # termloom: ignore[raw-html] because of this\n"
    check(tmp_path, text, "", rules={"unused-suppression": "off"})
    shown = told(tmp_path, {FILE: text}, {"rules": {"unused-suppression": "error"}})
    assert shown.startswith(f"{FILE}:3:11: error: there is nothing here")
