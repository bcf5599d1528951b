"""Colours that can be read: contrast as WCAG 2.2 computes it, in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

import sample
from careerdesk.catalogue.search import Filter, Kind, Search
from careerdesk.desk import theme
from careerdesk.desk.context import Context
from careerdesk.desk.explore.filters import FilterMenu
from careerdesk.desk.theme import Colours
from colour_contrast import contrast

TEXT = [
    ("text", "page"),
    ("text", "surface"),
    ("text", "sunken"),
    ("text", "accent_soft"),
    ("muted", "page"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("accent", "page"),
    ("accent", "surface"),
    ("accent", "sunken"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("warning", "warning_page"),
    ("warning", "surface"),
    ("good", "surface"),
    ("hard", "surface"),
    ("heart", "surface"),
    ("heart", "accent_soft"),
    ("surface", "text"),
]
"""What is written in which colour on which ground; the last one is the toast."""

SHAPES = [
    ("control", "page"),
    ("control", "surface"),
    ("accent", "page"),
    ("accent", "surface"),
    ("on_accent", "accent"),
    ("bar", "surface"),
    ("heart", "surface"),
    ("good", "surface"),
    ("hard", "surface"),
]
"""Outlines of controls, focus frames, bars and marks."""


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(ink: str, ground: str, colours: Colours) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize(("ink", "ground"), SHAPES)
def test_shapes_can_be_seen(ink: str, ground: str, colours: Colours) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 3


def test_the_palette_can_be_read(colours: Colours, fonts: QApplication) -> None:  # noqa: ARG001
    palette = theme.palette(colours)
    role = QPalette.ColorRole
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
        for ink, ground in (
            (role.WindowText, role.Window),
            (role.Text, role.Base),
            (role.ButtonText, role.Button),
            (role.ToolTipText, role.ToolTipBase),
            (role.HighlightedText, role.Highlight),
            (role.PlaceholderText, role.Base),
            (role.Link, role.Base),
        ):
            pair = palette.color(group, ink).name(), palette.color(group, ground).name()
            assert contrast(*pair) >= 4.5, (group, ink)


def test_the_style_sheet_names_no_colour_that_is_not_there(colours: Colours) -> None:
    assert "@" not in theme.style_sheet(colours)


def test_every_theme_has_its_own_name() -> None:
    assert set(theme.THEME_NAMES) == {"system", *theme.THEMES}


def test_fields_can_be_told_on_their_ground() -> None:
    for field in sample.content().shared.fields.values():
        assert contrast(field.colour, theme.THEMES["light"].surface) >= 3
        for name in ("dark", "contrast"):
            assert contrast(field.colour_dark, theme.THEMES[name].surface) >= 3


def test_boxes_to_tick_are_seen_in_menus(colours: Colours, context: Context) -> None:
    QApplication.setPalette(theme.menu_palette(colours), "QMenu")
    parent = QWidget()
    menu = FilterMenu(Kind.ROUTE, context, parent)
    menu.show_counts({Filter(Kind.ROUTE, "tvet"): 3}, Search())
    image = menu.grab().toImage()
    place = menu.actionGeometry(menu.actions()[0])
    height = place.center().y()
    line = [image.pixelColor(x, height).name() for x in range(2, place.height())]
    assert max(contrast(colour, colours.surface) for colour in line) >= 3
