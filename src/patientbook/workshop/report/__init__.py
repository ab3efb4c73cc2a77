"""The report of a workshop: what the room knew before and after, without anything about one person."""

from .as_csv import report_to_csv
from .as_html import report_to_html
from .as_json import report_to_json
from .as_pdf import report_to_pdf
from .making import make_report
from .model import Report

__all__ = ["Report", "make_report", "report_to_csv", "report_to_html", "report_to_json", "report_to_pdf"]
