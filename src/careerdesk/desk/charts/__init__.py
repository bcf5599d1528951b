"""Charts drawn by pyqtgraph: the only place that knows it.

Importing this package does not import pyqtgraph, which takes half a second. The chart classes are
in :mod:`~careerdesk.desk.charts.scores` and :mod:`~careerdesk.desk.charts.radar`, to be imported
when :func:`ready` says so; what charts show, in plain data and in words, is there at all times.
"""

from careerdesk.desk.charts.loading import ChartLoader, load, ready
from careerdesk.desk.charts.rows import ScoreRow, interests_in_words, scores_in_words

__all__ = ["ChartLoader", "ScoreRow", "interests_in_words", "load", "ready", "scores_in_words"]
