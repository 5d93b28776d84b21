"""Everything that makes sense or does not, one function per rule."""

from generator.rules.catalogue import CHECKS, judge
from generator.rules.check import Brief, Check, Dossier, EntryCheck
from generator.rules.memory import JudgeMemory

__all__ = ["CHECKS", "Brief", "Check", "Dossier", "EntryCheck", "JudgeMemory", "judge"]
