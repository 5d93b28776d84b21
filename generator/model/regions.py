"""Regions: their names, and which of them contain which.

Codes are those of ISO 3166-1 and 3166-2, the groups that Unicode's CLDR knows (`EU`), `001`
for the world, and whatever the config declares.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from generator.config import Config

WORLD = "001"


@dataclass(frozen=True, slots=True)
class Regions:
    """The regions of one project, named in its language."""

    declared: Mapping[str, str]
    territories: Mapping[str, str]

    @classmethod
    def of(cls, config: Config) -> "Regions":
        """Return the regions that a config knows."""
        declared = {str(code): str(region.name) for code, region in config.regions.items()}
        return cls(declared, _territories(config.language))

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and (
            code in self.declared or code in self.territories or self._is_subdivision(code)
        )

    def name(self, code: str) -> str:
        """Return the name for readers; the code itself where no name is known."""
        return self.declared.get(code) or self.territories.get(code) or code

    def order(self, code: str) -> tuple[int, str]:
        """Return a sort key: declared regions as declared, then the others by name."""
        declared = list(self.declared)
        place = declared.index(code) if code in self.declared else len(declared)
        return place, self.name(code)

    def known(self) -> list[str]:
        """Return every code that has a name, for suggestions."""
        return [*self.declared, *self.territories]

    def meant(self, code: str) -> str | None:
        """Return the code for which another one is in use, of three letters or digits, or `UK`."""
        country, hyphen, part = code.partition("-")
        known = get_global("territory_aliases").get(country, ())
        # Shorter ones are of countries that are no more.
        if len(known) != 1 or (len(country) < 3 and country != "UK"):
            return None
        meant = f"{known[0]}{hyphen}{part}"
        return meant if meant in self else None

    def _is_subdivision(self, code: str) -> bool:
        # CLDR data in Babel has no names for ISO 3166-2; the country must at least exist.
        country, hyphen, part = code.partition("-")
        return bool(hyphen) and country in self.territories and 1 <= len(part) <= 3


@cache
def _territories(language: str) -> Mapping[str, str]:
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return dict(locale.territories)
