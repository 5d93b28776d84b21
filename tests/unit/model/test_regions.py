"""Regions: names and order."""

import pytest

from generator.config import Config
from generator.model.regions import Regions


def regions(language: str = "en-AU", **declared: str) -> Regions:
    config = {code.replace("_", "-"): {"name": name} for code, name in declared.items()}
    return Regions.of(Config.model_validate({"language": language, "regions": config}))


@pytest.mark.parametrize("code", ["AU", "NO", "EU", "001", "AU-NSW", "GB-ENG", "US-CA"])
def test_countries_groups_of_cldr_and_subdivisions_are_known(code: str) -> None:
    assert code in regions()


@pytest.mark.parametrize("code", ["AUS", "XQ", "XQ-1", "AU-NSWX", "NORDICS", ""])
def test_other_codes_are_not(code: str) -> None:
    assert code not in regions()


def test_a_declared_group_is_known_by_its_name() -> None:
    known = regions(NORDICS="Nordic countries")
    assert "NORDICS" in known
    assert known.name("NORDICS") == "Nordic countries"


def test_a_declared_name_wins() -> None:
    assert regions(AU="Down under").name("AU") == "Down under"


def test_names_follow_the_language() -> None:
    assert regions("de").name("AU") == "Australien"


@pytest.mark.parametrize("language", ["xx-nowhere", "not a language", "e"])
def test_an_unknown_language_falls_back_to_english(language: str) -> None:
    assert regions(language).name("DE") == "Germany"


def test_a_code_without_a_name_stands_for_itself() -> None:
    assert regions().name("AU-NSW") == "AU-NSW"


def test_declared_regions_come_first_as_declared_then_the_others_by_name() -> None:
    known = regions(US="United States", AU="Australia")
    codes = sorted(["NZ", "AU", "DE", "US", "FR"], key=known.order)
    assert codes == ["US", "AU", "FR", "DE", "NZ"]


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("AUS", "AU"),
        ("CHN", "CN"),
        ("CHE", "CH"),
        ("036", "AU"),
        ("UK", "GB"),
        ("UK-ENG", "GB-ENG"),
    ],
)
def test_another_code_of_the_same_country_says_which_is_meant(code: str, meant: str) -> None:
    assert regions().meant(code) == meant


@pytest.mark.parametrize("code", ["NORDIC", "DD", "SUN", "AU", "AAA", "AUS-NSWX", "XQ"])
def test_a_code_that_stands_for_no_one_country_is_not_replaced(code: str) -> None:
    assert regions().meant(code) is None
