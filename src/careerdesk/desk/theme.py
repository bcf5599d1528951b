"""Colours, fonts and the style sheet of the window.

Every pair of text and ground keeps a contrast of at least 4.5 to 1; ``tests/desk/test_theme.py``
measures them.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from careerdesk import resources

FONT_FAMILY = "Noto Sans"
FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")

TEXT_SIZES = (90, 100, 115, 130, 150)
"""Percent of the usual size of text."""

BAR_WIDTH = 12
"""Pixels of a scroll bar, as the style sheet has it."""

_OUTLINE = 140
"""By how many percent Qt darkens a colour for its lines."""
_BASE_POINTS = 10.5


class Colours(NamedTuple):
    """The colours of one theme, as ``#rrggbb``."""

    page: str
    surface: str
    sunken: str
    border: str
    control: str
    """Outline of things that can be pressed; 3 to 1 against the page."""
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    warning: str
    warning_page: str
    good: str
    hard: str
    heart: str
    bar: str
    bar_soft: str
    grid: str


THEMES = {
    "light": Colours(
        page="#f4f6f8",
        surface="#ffffff",
        sunken="#eceff3",
        border="#d5dbe3",
        control="#7b8797",
        text="#18212d",
        muted="#4f5b6b",
        accent="#0f5c94",
        on_accent="#ffffff",
        accent_soft="#e0edf7",
        warning="#6d4700",
        warning_page="#fff2d1",
        good="#17633f",
        hard="#8a3b12",
        heart="#b3204a",
        bar="#1f6fae",
        bar_soft="#a9cdea",
        grid="#dfe4ea",
    ),
    "dark": Colours(
        page="#12161c",
        surface="#1b212a",
        sunken="#242c37",
        border="#36404d",
        control="#8592a3",
        text="#e8ecf1",
        muted="#a9b4c2",
        accent="#86bff3",
        on_accent="#0b1b2a",
        accent_soft="#1f3448",
        warning="#f3cf86",
        warning_page="#3a2e12",
        good="#79cfa2",
        hard="#f0a57c",
        heart="#ff86a4",
        bar="#6fb0e8",
        bar_soft="#2f5573",
        grid="#2e3743",
    ),
    "contrast": Colours(
        page="#000000",
        surface="#000000",
        sunken="#1a1a1a",
        border="#ffffff",
        control="#ffffff",
        text="#ffffff",
        muted="#f0f0f0",
        accent="#ffe45c",
        on_accent="#000000",
        accent_soft="#333000",
        warning="#ffe45c",
        warning_page="#262200",
        good="#7dffb0",
        hard="#ffb37d",
        heart="#ff9db5",
        bar="#ffe45c",
        bar_soft="#6b6020",
        grid="#777777",
    ),
}

THEME_NAMES = ("system", "light", "dark", "contrast")


def colours(name: str) -> Colours:
    """Return the colours of the theme ``name``; ``system`` follows the computer's setting."""
    if name == "system":
        hints = QGuiApplication.styleHints()
        name = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    return THEMES[name]


def load_fonts() -> None:
    """Make the bundled fonts known to Qt, so that no computer shows empty boxes."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(resources.path(f"fonts/{name}")))


def font(percent: int, *, scale: float = 1.0, strong: bool = False) -> QFont:
    """Return the window's font at ``percent`` text size, ``scale`` times the body size."""
    chosen = QFont(FONT_FAMILY)
    chosen.setPointSizeF(_BASE_POINTS * scale * percent / 100)
    chosen.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    return chosen


def palette(look: Colours) -> QPalette:
    """Return the palette that goes with ``look``."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, value in {
        role.Window: look.page,
        role.WindowText: look.text,
        role.Base: look.page,
        role.AlternateBase: look.sunken,
        role.Text: look.text,
        role.PlaceholderText: look.muted,
        role.Button: look.surface,
        role.ButtonText: look.text,
        role.ToolTipBase: look.surface,
        role.ToolTipText: look.text,
        role.Highlight: look.accent,
        role.HighlightedText: look.on_accent,
        role.Link: look.accent,
        role.Light: look.surface,
        role.Midlight: look.sunken,
        role.Mid: look.border,
        role.Dark: look.control,
        role.Shadow: look.border,
        role.BrightText: look.heart,
        role.Accent: look.accent,
    }.items():
        made.setColor(name, QColor(value))
    disabled = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, name, QColor(look.muted))
    return made


def menu_palette(look: Colours) -> QPalette:
    """Return the palette of menus, whose boxes to tick and edges must be seen on any ground.

    Qt draws these lines in a darker shade of the window's colour, which a dark theme swallows.
    """
    made = palette(look)
    role = QPalette.ColorRole
    made.setColor(role.Window, QColor(look.control).lighter(_OUTLINE))
    made.setColor(role.Base, QColor(look.surface))
    return made


@cache
def style_sheet(look: Colours) -> str:
    """Return the style sheet of the widgets that Qt paints, with the colours of ``look``."""
    sheet = resources.text("style/desk.qss")
    for name, colour in look._asdict().items():
        sheet = sheet.replace(f"@{name}@", colour)
    return sheet
