"""A role nobody asked for: drawn by chance, with better odds for what was not yet looked at.

The same seed, catalogue and visit give the same role. No role is drawn twice while there is one
that was not looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from careerdesk.catalogue.cards import RoleCard
from careerdesk.catalogue.facets import Facets
from careerdesk.catalogue.store import Store
from careerdesk.catalogue.wording import label
from careerdesk.i18n import Translator

_FIELD_COUNTS = 3.0
"""How much each role of a field that was looked at lowers the odds of that field's others."""

_SCHOOLING_COUNTS = 1.0
"""How much each role that was looked at lowers the odds of those that need the same schooling."""


@dataclass(frozen=True, slots=True)
class Surprise:
    """What was drawn, and why it was likelier than others."""

    card: RoleCard
    reason: str
    """One sentence, in the reader's language."""


def surprise(
    store: Store, looked_at: Sequence[str], seed: int, translator: Translator
) -> Surprise | None:
    """Draw a role; ``looked_at`` are the ids of those that were opened in this visit.

    Returns None when the catalogue has no role.
    """
    facets = store.facets
    seen = [facets[role_id] for role_id in dict.fromkeys(looked_at) if role_id in facets]
    unseen = [found for role_id, found in facets.items() if role_id not in set(looked_at)]
    # After the last one, all but the role on the screen.
    choices = unseen or [found for found in facets.values() if found.role != looked_at[-1]]
    choices = choices or list(facets.values())
    if not choices:
        return None
    fields = Counter(found.field for found in seen)
    schoolings = Counter(found.schooling for found in seen)
    weights = [
        1.0
        / (1.0 + _FIELD_COUNTS * fields[found.field])
        / (1.0 + _SCHOOLING_COUNTS * schoolings[found.schooling])
        for found in choices
    ]
    (drawn,) = Random(seed).choices(choices, weights)
    card = store.card(drawn.role)
    assert card is not None
    new_field = not fields[drawn.field]
    new_schooling = drawn.schooling is not None and not schoolings[drawn.schooling]
    reason = _reason(store, drawn, translator, bool(unseen), new_field, new_schooling)
    return Surprise(card, reason)


def _reason(
    store: Store,
    drawn: Facets,
    translator: Translator,
    unseen: bool,
    new_field: bool,
    new_schooling: bool,
) -> str:
    """Return why the draw favoured this role."""
    if not unseen:
        return translator.say("You have looked at every role; here is one again.")
    field = store.shared.fields[drawn.field].name.in_language(translator.language)
    way = "" if drawn.schooling is None else label(drawn.schooling, translator)
    if new_field and new_schooling:
        return translator.say(
            "A field and a way in that you have not looked at yet: {field}; {way}.",
            field=field,
            way=way,
        )
    if new_field:
        return translator.say("A field that you have not looked at yet: {field}.", field=field)
    if new_schooling:
        return translator.say("A way in that you have not looked at yet: {way}.", way=way)
    return translator.say("A role that you have not looked at yet; its field you know.")
