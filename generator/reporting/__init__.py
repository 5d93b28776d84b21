"""Diagnostics for people and for programs."""

from generator.reporting.formats import REPORTERS
from generator.reporting.job_summary import job_summary
from generator.reporting.report import Report, Reporter

__all__ = ["REPORTERS", "Report", "Reporter", "job_summary"]
