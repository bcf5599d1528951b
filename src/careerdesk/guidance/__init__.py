"""Guidance: what helps a student choose, worked out from the catalogue and free of any window.

:mod:`~careerdesk.guidance.compare` lays roles side by side;
:mod:`~careerdesk.guidance.subjects` says where a school subject leads;
:mod:`~careerdesk.guidance.neighbours` finds roles near another, and
:mod:`~careerdesk.guidance.surprise` one that nobody asked for. All of it is plain data that screen,
paper and a screen reader share.
"""

LEAST_COMPARED = 2
MOST_COMPARED = 4
"""How many roles can stand side by side."""
