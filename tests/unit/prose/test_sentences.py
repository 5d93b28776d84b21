"""Where sentences end."""

import pytest

from generator.prose import sentences


@pytest.mark.parametrize(
    "whole",
    [
        "One. | Two? | Three! | Four… | Five",
        "  One.  |  Two.  ",
        "“One.” | (Two.) | “Three?” | ‘Four’",
        "One of 3.5 or v1.2.3 at example.org or a.b.",
        "Tools, e.g. Google, i.e. Not only Dr. Smith, Mr. Jones vs. Ms. Lee, cf. Others.",
        "By J. R. Smith. | Then I went, and so did I. | Then we.",
        "See No. 5, p. 3, Fig. 2 and Art. 6. | No. | We do not.",
        "Apples, pears, etc. and so on. | Apples etc. | Then more.",
        "In the U.S. and elsewhere. | In the U.S. | Then more.",
        "Wait... what? | Wait... | What?",
        "Since 2 Aug. 2025 it holds.",
        "Really?! | Yes.",
        "",
        "   ",
        "…",
    ],
)
def test_sentences_end_where_readers_stop(whole: str) -> None:
    text = whole.replace("|", "")
    wanted = [sentence.strip() for sentence in whole.split("|") if sentence.strip()]
    assert [text[start:end] for start, end in sentences(text)] == wanted


def test_a_text_of_many_sentences_takes_time_in_proportion() -> None:
    assert len(list(sentences("One two. " * 20_000))) == 20_000
