"""The window: the only room that knows Qt, and ``charts/`` the only one that knows pyqtgraph.

Modules here are imported late. :mod:`careerdesk.desk.preflight` runs before Qt is touched, and the
pages come in when a student first opens them.
"""
