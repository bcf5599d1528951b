"""Drawings that must appear at once: our own painting, no chart library.

Every drawing takes what it shows, the translator, the colours and the text size when it is made,
has a height for every width, and says all that it shows in its accessible description.
"""

from careerdesk.desk.drawings.legend import Legend
from careerdesk.desk.drawings.marks import Mark
from careerdesk.desk.drawings.pay_range import PayAxis, PayRange
from careerdesk.desk.drawings.ring import ProgressRing
from careerdesk.desk.drawings.timeline import TimelineDrawing

__all__ = ["Legend", "Mark", "PayAxis", "PayRange", "ProgressRing", "TimelineDrawing"]
