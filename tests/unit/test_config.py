"""The one configuration."""

import pytest
from pydantic import ValidationError

from generator.config import Config, Judgement
from generator.diagnostics import Severity


def test_everything_has_a_default() -> None:
    config = Config()
    assert (config.terms, config.templates, config.language) == ("terms", "templates", "en-AU")


@pytest.mark.parametrize("folder", ["terms", "./terms", "terms/", "./terms/."])
def test_a_folder_is_named_in_one_way(folder: str) -> None:
    assert Config.model_validate({"terms": folder}).terms == "terms"


@pytest.mark.parametrize("folder", ["/terms", "..", "a/../..", "a\\b", ".", "./"])
def test_a_folder_outside_is_refused(folder: str) -> None:
    with pytest.raises(ValidationError, match="must lie inside the project"):
        Config.model_validate({"templates": folder})


def test_categories_keep_their_order() -> None:
    categories = {id: {"name": id.upper()} for id in ("c", "a", "b")}
    assert list(Config.model_validate({"categories": categories}).categories) == ["c", "a", "b"]


def test_a_rule_may_be_switched_off_or_have_another_severity() -> None:
    assert [judgement.severity for judgement in Judgement] == [
        Severity.ERROR,
        Severity.WARNING,
        Severity.HINT,
        None,
    ]


@pytest.mark.parametrize(
    ("written", "meant"), [("true", True), ("True", True), ("FALSE", False), (False, False)]
)
def test_a_switch_is_what_yaml_takes_for_true_or_false(written: object, meant: bool) -> None:
    config = Config.model_validate({"linking": {"inflections": written}})
    assert config.linking.inflections is meant


@pytest.mark.parametrize("written", ["yes", "no", "1", "", ["true"], None])
def test_a_switch_is_nothing_else(written: object) -> None:
    with pytest.raises(ValidationError, match=r"'true' (nor|or) 'false'"):
        Config.model_validate({"linking": {"inflections": written}})
