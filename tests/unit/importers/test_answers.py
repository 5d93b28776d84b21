"""Which part of an issue answers which box."""

import pytest

from generator.importers.answers import answers

LABELS = ("Name", "Meaning", "Sources")


def typed(body: str) -> dict[str, str]:
    return answers(body, LABELS).typed


def test_each_box_has_its_answer() -> None:
    body = "### Name\n\nToken\n\n### Meaning\n\n_No response_\n\n### Sources\n\n- One\n- Two\n"
    assert typed(body) == {"Name": "Token", "Sources": "- One\n- Two"}
    assert answers(body, LABELS).present == {"Name", "Meaning", "Sources"}


def test_windows_ends_its_lines_otherwise() -> None:
    assert typed("### Name\r\n\r\nToken\r\n\r\n### Meaning\r\n\r\nA\r\nB\r\n") == {
        "Name": "Token",
        "Meaning": "A\nB",
    }


def test_a_heading_of_an_author_stays_in_the_answer() -> None:
    body = "### Name\n\nToken\n\n### Meaning\n\nA\n\n### Mine\n\n### Name\n\nB\n\n### Sources\n\nC"
    assert typed(body)["Meaning"] == "A\n\n### Mine\n\n### Name\n\nB"
    assert answers(body, LABELS).doubtful == ("Name",)


@pytest.mark.parametrize("fence", ["```", "~~~~", "```md"])
def test_a_heading_in_code_stays_in_the_answer(fence: str) -> None:
    close = fence.rstrip("md")
    code = f"{fence}\n### Sources\n\nnot these\n{close}"
    body = f"### Meaning\n\n{code}\n\n### Sources\n\nthese"
    assert typed(body) == {"Meaning": code, "Sources": "these"}
    assert answers(body, LABELS).doubtful == ()


def test_code_that_nobody_closed_hides_no_box() -> None:
    body = "### Name\n\n```\n\n### Meaning\n\nA\n\n### Sources\n\nB"
    assert typed(body) == {"Name": "```", "Meaning": "A", "Sources": "B"}


def test_two_open_fences_hide_no_box_between_them() -> None:
    body = "### Name\n\n```\n\n### Meaning\n\nA\n\n### Sources\n\n```"
    assert typed(body) == {"Name": "```", "Meaning": "A", "Sources": "```"}


def test_what_cannot_be_seen_is_taken_out_and_counted() -> None:
    found = answers("\ufeff### Name\n\nTo\u202eken\x1b[31m\x00", LABELS)
    assert found.typed == {"Name": "Token[31m"}
    assert found.unseen == 4


def test_another_text_has_no_answers() -> None:
    assert (
        answers("Hello\n\n## Name\n\nx\n\n#### Name\n\n### Name x", LABELS).present == frozenset()
    )
