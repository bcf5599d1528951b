"""Paper: what leaves the desk as PDF, the same from the window and from the command line.

A sheet is plain data made here (:mod:`~careerdesk.sheets.first_page`,
:mod:`~careerdesk.sheets.second_page`) and typeset by the templates in ``resources/sheets/``.
"""

from careerdesk.sheets.role import file_name, role_sheet
from careerdesk.sheets.typesetter import SheetProblem

__all__ = ["SheetProblem", "file_name", "role_sheet"]
