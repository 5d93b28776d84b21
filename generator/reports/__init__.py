"""What an editor may want to look at: advice about the whole glossary, one function per report."""

from generator.reports.catalogue import REPORTS, reported
from generator.reports.finding import Finding, Located, Report, Reported
from generator.reports.material import Material
from generator.reports.page import MOST, PATH, report_page

__all__ = [
    "MOST",
    "PATH",
    "REPORTS",
    "Finding",
    "Located",
    "Material",
    "Report",
    "Reported",
    "report_page",
    "reported",
]
