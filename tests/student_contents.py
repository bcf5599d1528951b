"""Anything that a student file may hold."""

from __future__ import annotations

from hypothesis import strategies as st

from careerdesk.catalogue.text import Text
from careerdesk.student import Content, SkillState, StudentFile

NURSE = Text("Nurse", "Jururawat")
IDS = st.text(min_size=1, max_size=20).map(lambda text: text.replace("\0", "x"))
WORDS = st.text(max_size=40).map(lambda text: text.replace("\0", "x"))


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Return what any student file may hold, made by its own verbs."""
    with StudentFile.in_memory() as student:
        for role_id in draw(st.lists(IDS, max_size=4)):
            student.add(role_id, Text(draw(WORDS), draw(WORDS)))
            student.set_note(role_id, draw(WORDS))
            student.set_why(role_id, draw(WORDS))
        for skill_id in draw(st.lists(IDS, max_size=4)):
            student.mark_skill(skill_id, NURSE, draw(st.sampled_from(SkillState)))
            student.set_proof(skill_id, NURSE, draw(WORDS))
        for question_id in draw(st.lists(IDS, max_size=4)):
            student.answer(question_id, draw(st.integers(1, 5)))
        for key in draw(st.lists(IDS, max_size=2)):
            student.set_preference(key, draw(WORDS))
        return student.content
