"""English words and what rules make of them."""

import pytest

from generator.mentions.inflections import derived, derived_from_short, language_of

ENGLISH = language_of("en-AU")


def made(label: str) -> dict[str, tuple[str, ...]]:
    return dict(derived(label, ENGLISH))


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("token", "tokens"),
        ("bus", "buses"),
        ("bias", "biases"),
        ("loss", "losses"),
        ("lens", "lenses"),
        ("analysis", "analyses"),
        ("hypothesis", "hypotheses"),
        ("axis", "axes"),
        ("corpus", "corpora"),
        ("status", "statuses"),
        ("box", "boxes"),
        ("batch", "batches"),
        ("cache", "caches"),
        ("database", "databases"),
        ("size", "sizes"),
        ("quiz", "quizzes"),
        ("policy", "policies"),
        ("survey", "surveys"),
        ("cookie", "cookies"),
        ("matrix", "matrices"),
        ("criterion", "criteria"),
        ("person", "people"),
        ("embedding", "embeddings"),
        ("large language model", "large language models"),
        ("open-weight model", "open-weight models"),
    ],
)
def test_number_is_derived_both_ways(singular: str, plural: str) -> None:
    assert made(singular)[plural] == ("plural",)
    assert made(plural)[singular] == ("singular",)


@pytest.mark.parametrize(
    ("label", "never"),
    [
        ("news", "new"),
        ("means", "mean"),
        ("goods", "good"),
        ("data", "datas"),
        ("analytics", "analytic"),
        ("analytics", "analyticses"),
        ("bias", "bia"),
        ("status", "statu"),
        ("process", "proces"),
        ("analysis", "analysi"),
        ("weights", "weightses"),
        ("series", "serie"),
        ("training", "train"),
        ("grounding", "ground"),
        ("gas", "ga"),
    ],
)
def test_what_means_something_else_is_not_derived(label: str, never: str) -> None:
    assert never not in made(label)


@pytest.mark.parametrize(
    ("label", "other", "rule"),
    [
        ("organisation", "organization", "-ise and -ize"),
        ("tokenization", "tokenisation", "-ise and -ize"),
        ("optimise", "optimize", "-ise and -ize"),
        ("analyse", "analyze", "-yse and -yze"),
        ("behaviour", "behavior", "-our and -or"),
        ("color model", "colour model", "-our and -or"),
        ("data centre", "data center", "-re and -er"),
        ("catalogue", "catalog", "-ogue and -og"),
        ("licence", "license", "-ence and -ense"),
        ("modelling", "modeling", "-ll- and -l-"),
        ("labeled data", "labelled data", "-ll- and -l-"),
        ("artefact", "artifact", "British and American words"),
        ("fine-tuning", "fine tuning", "hyphen or space"),
        ("fine-tuning", "finetuning", "hyphen or space"),
        ("web site", "web-site", "hyphen or space"),
        ("fine-tuning", "fine-tune", "verb"),
        ("fine-tuning", "fine-tunes", "verb"),
        ("fine-tuning", "fine-tuned", "verb"),
        ("pre-training", "pre-trained", "verb"),
        ("hot-swapping", "hot-swap", "verb"),
    ],
)
def test_a_spelling_says_which_rule_made_it(label: str, other: str, rule: str) -> None:
    assert made(label)[other] == (rule,)


def test_rules_work_on_what_rules_made() -> None:
    assert made("fine-tuning")["fine tuned"] == ("verb", "hyphen or space")
    assert made("Behaviour")["Behaviors"] == ("-our and -or", "plural")
    assert made("ORGANISATION")["ORGANIZATION"] == ("-ise and -ize",)


def test_a_phrase_of_three_words_gets_no_hyphens() -> None:
    assert [form for form in made("large language model") if "-" in form] == []


@pytest.mark.parametrize(
    ("label", "forms"),
    [("RAG", ["RAGs"]), ("LLMs", ["LLM"]), ("LoRA", ["LoRAs"]), ("AWS", ["AWSs"]), ("C++", [])],
)
def test_an_abbreviation_has_a_number_and_no_other_spelling(label: str, forms: list[str]) -> None:
    assert [form for form, _ in derived_from_short(label, ENGLISH)] == forms


def test_a_language_without_rules_derives_nothing() -> None:
    assert list(derived("Banane", language_of("de-CH"))) == []
    assert language_of("de-CH").endings == ()
    assert list(derived("token", language_of("EN"))) != []
