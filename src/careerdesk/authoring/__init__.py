"""The authoring room: from the text in ``data/`` to one catalogue file.

It reads the YAML with the line of every key, checks everything at once, works out the scores and
builds the catalogue. The running desk never comes here.
"""

from careerdesk.authoring.check import check
from careerdesk.authoring.content import Content
from careerdesk.authoring.edition import build_catalogue, read_content
from careerdesk.authoring.faults import Fault, FaultsFound, NoData, Severity, is_error
from careerdesk.authoring.report import report

__all__ = [
    "Content",
    "Fault",
    "FaultsFound",
    "NoData",
    "Severity",
    "build_catalogue",
    "check",
    "is_error",
    "read_content",
    "report",
]
