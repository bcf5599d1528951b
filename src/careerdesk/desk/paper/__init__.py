"""Sheets in the window: seen before they are made, saved, and printed.

:class:`~careerdesk.desk.paper.dialog.SheetDialog` opens with an :class:`~careerdesk.sheets.Order`;
:meth:`careerdesk.desk.window.MainWindow.open_sheet` shows it.
"""
