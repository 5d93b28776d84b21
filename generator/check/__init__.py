"""The finished site, checked offline."""

from generator.check.paths import RULES, collisions

__all__ = ["RULES", "collisions"]
