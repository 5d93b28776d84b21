"""Everything that makes sense or does not, one function per rule."""

from generator.rules.catalogue import CHECKS, judge
from generator.rules.check import Brief, Check, rule

__all__ = ["CHECKS", "Brief", "Check", "judge", "rule"]
