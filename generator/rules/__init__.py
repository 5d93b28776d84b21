"""Everything that makes sense or does not, one function per rule."""

from generator.rules.catalogue import CHECKS, JudgeMemory, judge
from generator.rules.check import Brief, Check, Dossier, EntryCheck

__all__ = ["CHECKS", "Brief", "Check", "Dossier", "EntryCheck", "JudgeMemory", "judge"]
