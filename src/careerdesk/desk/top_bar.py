"""The bar above the pages: back and forward, search, language, text size, theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton

from careerdesk.desk import icons, theme
from careerdesk.desk.context import Context
from careerdesk.desk.menu import Menu
from careerdesk.desk.parts import Panel, Parts, Segments, clear
from careerdesk.i18n import LANGUAGE_NAMES

QUERY_LENGTH = 200


class SearchBox(QLineEdit):
    """The search field; Down goes to the results, Escape clears it."""

    down_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


class TopBar(Panel):
    """Emits what the student asks for; shows what the window tells it."""

    back_asked = Signal()
    forward_asked = Signal()
    query_typed = Signal(str)
    results_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.colours, edge="border", side="bottom")
        self._context = context
        self._line = QHBoxLayout(self)
        self.search = SearchBox()
        self.search.setObjectName("search")
        self.search.setMaxLength(QUERY_LENGTH)
        self.search.setClearButtonEnabled(True)
        self._clear = self.search.findChild(QAction)
        self.search.textChanged.connect(self.query_typed)
        self.search.down_pressed.connect(self.results_asked)
        self._glass = self.search.addAction(
            icons.icon("search", context.colours.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self._back = QToolButton()
        self._forward = QToolButton()
        self.show_history(can_go_back=False, can_go_forward=False)
        self.rebuild()

    def rebuild(self) -> None:
        """Show everything anew, in the present look."""
        can_back, can_forward = self._back.isEnabled(), self._forward.isEnabled()
        focused = [button.hasFocus() for button in self._buttons()]
        clear(self._line, but=self.search)
        parts = Parts(self._context)
        t = parts.t
        self._line.setContentsMargins(parts.px(14), parts.px(8), parts.px(14), parts.px(8))
        self._line.setSpacing(parts.px(6))
        self._back = parts.icon_button("back", t.say("Back (Alt+Left)"), self.back_asked.emit)
        self._forward = parts.icon_button(
            "forward", t.say("Forward (Alt+Right)"), self.forward_asked.emit
        )
        self.show_history(can_back, can_forward)
        self.wear(parts.colours)
        parts.dress(self.search)
        self.search.setPlaceholderText(t.say("Search jobs, skills, subjects (Ctrl+K)"))
        self.search.setAccessibleName(t.say("Search"))
        self.search.setMinimumHeight(parts.px(34))
        self.search.setMaximumWidth(parts.px(640))
        self._glass.setIcon(icons.icon("search", parts.colours.muted, parts.px(18)))
        if self._clear is not None:
            # Qt draws its own in a grey that a dark theme swallows, and does not name it.
            self._clear.setIcon(icons.icon("close", parts.colours.muted, parts.px(18)))
            self._clear.setText(t.say("Clear the search"))
        self._line.addWidget(self._back)
        self._line.addWidget(self._forward)
        self._line.addSpacing(parts.px(8))
        self._line.addWidget(self.search, stretch=4)
        self._line.addStretch(1)
        self._line.addWidget(self._languages(parts))
        self._line.addSpacing(parts.px(6))
        self._line.addWidget(self._text_sizes(parts))
        self._line.addWidget(self._themes(parts))
        if True in focused:
            # Whoever changed the look by keyboard finds it on the button that was pressed.
            button = self._buttons()[focused.index(True)]
            button.parentWidget().show()
            button.show()
            button.setFocus()

    def _buttons(self) -> list[QToolButton]:
        """Return the buttons of the bar from left to right, without those thrown away."""
        items = (self._line.itemAt(number).widget() for number in range(self._line.count()))
        buttons: list[QToolButton] = []
        for part in items:
            if isinstance(part, QToolButton):
                buttons.append(part)
            elif part is not None and part is not self.search:
                buttons += part.findChildren(QToolButton)
        return buttons

    def show_history(self, can_go_back: bool, can_go_forward: bool) -> None:
        """Show whether there is a way back and a way forward."""
        self._back.setEnabled(can_go_back)
        self._forward.setEnabled(can_go_forward)

    def show_query(self, query: str) -> None:
        """Show ``query`` in the search field without searching again."""
        if self.search.text() != query:
            # Its own signals have to pass: the button that clears it listens to them.
            self.search.textChanged.disconnect(self.query_typed)
            self.search.setText(query)
            self.search.textChanged.connect(self.query_typed)

    def _languages(self, parts: Parts) -> Segments:
        choices = (("en", "EN"), ("ms", "BM"))
        name = parts.t.say("Language")
        chosen = Segments(
            parts,
            name,
            choices,
            parts.t.language,
            lambda key: self._context.change_look(language=key),
        )
        chosen.setToolTip(" · ".join(LANGUAGE_NAMES.values()))
        return chosen

    def _text_sizes(self, parts: Parts) -> QToolButton:
        t = parts.t
        choices = [(str(size), f"{size} %") for size in theme.TEXT_SIZES]
        return self._menu_button(
            parts,
            "text-size",
            t.say("Text size"),
            choices,
            str(self._context.percent),
            lambda key: self._context.change_look(percent=int(key)),
        )

    def _themes(self, parts: Parts) -> QToolButton:
        t = parts.t
        choices = [
            ("system", t.say("As the computer")),
            ("light", t.say("Light")),
            ("dark", t.say("Dark")),
            ("contrast", t.say("High contrast")),
        ]
        return self._menu_button(
            parts,
            "theme",
            t.say("Theme"),
            choices,
            self._context.look.theme,
            lambda key: self._context.change_look(theme=key),
        )

    def _menu_button(
        self,
        parts: Parts,
        icon: str,
        name: str,
        choices: Sequence[tuple[str, str]],
        chosen: str,
        on_choice: Callable[[str], None],
    ) -> QToolButton:
        button = parts.icon_button(
            icon, name, lambda: _open_menu(button, choices, chosen, on_choice), size=20
        )
        return button


def _open_menu(
    button: QToolButton,
    choices: Sequence[tuple[str, str]],
    chosen: str,
    on_choice: Callable[[str], None],
) -> None:
    """Open a menu of ``choices`` (key, words) below ``button``; it is made when first asked for."""
    menu = Menu(button)
    group = QActionGroup(menu)
    for key, words in choices:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.triggered.connect(lambda _checked=False, k=key: on_choice(k))
        group.addAction(action)
        menu.addAction(action)
    menu.open_at(button.mapToGlobal(button.rect().bottomLeft()))
