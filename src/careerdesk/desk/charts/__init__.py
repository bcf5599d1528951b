"""Charts drawn by pyqtgraph: the only place that knows it.

Importing this package does not import pyqtgraph, which takes half a second, nor anything else. The
chart classes are in :mod:`~careerdesk.desk.charts.scores` and :mod:`~careerdesk.desk.charts.radar`,
to be imported when :func:`~careerdesk.desk.charts.loading.ready` says so; what they show, in plain
data and in words, is in :mod:`~careerdesk.desk.charts.rows` at all times.
"""
