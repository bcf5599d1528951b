"""Roles that a role points to."""

from __future__ import annotations

from collections.abc import Mapping

from careerdesk.catalogue.role import Role
from careerdesk.catalogue.store import Store
from careerdesk.catalogue.text import Text


def related_titles(store: Store, role: Role) -> Mapping[str, Text]:
    """Return the titles of the neighbours and ladder rungs of ``role`` that are offered, by id."""
    ids = [neighbour.role for neighbour in role.neighbours]
    ids += [rung.role for rung in role.ladder if rung.role is not None]
    cards = (store.card(role_id) for role_id in dict.fromkeys(ids))
    return {card.id: card.title for card in cards if card is not None and not card.retired}
