"""Diagnostics for people and for programs."""

from generator.reporting.formats import REPORTERS

__all__ = ["REPORTERS"]
