"""The pages of a sheet as pictures, below one another, as they will be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from careerdesk.desk.parts import Parts, clear

FIT = "fit"
ZOOMS = (FIT, "100", "150", "200")
"""The width of the view, or per cent of the size on paper."""

SCREEN = 96.0
"""Dots per inch of a screen, as Qt counts them."""
LEAST_RESOLUTION = 48.0
"""Below this, hatching has no pixels to be drawn with."""


class PagePicture(QWidget):
    """One page; its picture is unpacked when it is seen."""

    def __init__(self, png: bytes, size: QSize, name: str, edge: str) -> None:
        super().__init__()
        self._png, self._edge = png, edge
        self._image: QImage | None = None
        self.setFixedSize(size)
        self.setAccessibleName(name)

    def show_png(self, png: bytes) -> None:
        """Show a sharper picture of the same page."""
        self._png, self._image = png, None
        self.update()

    def picture_width(self) -> int:
        """Return how many pixels wide the picture is."""
        return QImage.fromData(self._png).width()

    def forget(self) -> None:
        """Give back the memory of a page that is out of sight."""
        self._image = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._image is None:
            self._image = QImage.fromData(self._png)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
        painter.setPen(QColor(self._edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Preview(QScrollArea):
    """Shows pages at one zoom, and asks for sharper pictures when that changes."""

    resolution_wanted = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._zoom = FIT
        self._pictures: list[bytes] = []
        self._millimetres = (210.0, 297.0)
        self._pages: list[PagePicture] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(parts.t.say("Preview"))
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            parts.dress(bar)
        self._ground = QWidget()
        palette = self._ground.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(parts.colours.sunken))
        self._ground.setPalette(palette)
        self._ground.setAutoFillBackground(True)
        self._column = QVBoxLayout(self._ground)
        margin = parts.px(12)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(margin)
        self.setWidget(self._ground)
        self.verticalScrollBar().valueChanged.connect(self._forget_hidden)
        self.say(parts.t.say("The preview is being made …"))

    def resolution(self) -> float:
        """Return the dots per inch that pictures need at this zoom, on this screen."""
        per_inch = self._width() / (self._millimetres[0] / 25.4) * self.devicePixelRatioF()
        return max(LEAST_RESOLUTION, round(per_inch, 1))

    def set_zoom(self, zoom: str) -> None:
        """Show the pages at ``zoom``, one of :data:`ZOOMS`; they get sharp a moment later."""
        self._zoom = zoom
        self._lay_out()
        self.resolution_wanted.emit()

    def show_pictures(self, pictures: Sequence[bytes], millimetres: tuple[float, float]) -> None:
        """Show the pages of a sheet of that width and height; the place in it is kept."""
        alike = len(pictures) == len(self._pages) and millimetres == self._millimetres
        self._pictures, self._millimetres = list(pictures), millimetres
        if alike:
            for page, png in zip(self._pages, pictures, strict=True):
                page.show_png(png)
            self._resize_pages()
        else:
            self._lay_out()

    def say(self, words: str) -> None:
        """Show a sentence in place of pages."""
        self._pictures, self._pages = [], []
        clear(self._column)
        self._column.addWidget(self._parts.muted(words), 0, Qt.AlignmentFlag.AlignCenter)

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return len(self._pages)

    def _width(self) -> float:
        """Return the width of a page, in pixels of the window."""
        if self._zoom != FIT:
            return self._millimetres[0] / 25.4 * SCREEN * int(self._zoom) / 100
        margins = self._column.contentsMargins()
        bar = self.verticalScrollBar().sizeHint().width()
        return max(120.0, self.width() - margins.left() - margins.right() - bar - 4)

    def _page_size(self) -> QSize:
        width = self._width()
        return QSize(round(width), round(width * self._millimetres[1] / self._millimetres[0]))

    def _lay_out(self) -> None:
        if not self._pictures:
            return
        clear(self._column)
        size, total, t = self._page_size(), len(self._pictures), self._parts.t
        self._pages = [
            PagePicture(
                png,
                size,
                t.say("Page {page} of {pages}", page=number, pages=total),
                self._parts.colours.border,
            )
            for number, png in enumerate(self._pictures, start=1)
        ]
        for page in self._pages:
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)

    def _resize_pages(self) -> None:
        size = self._page_size()
        for page in self._pages:
            page.setFixedSize(size)

    def _forget_hidden(self) -> None:
        for page in self._pages:
            if page.visibleRegion().isEmpty():
                page.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._zoom == FIT and event.size().width() != event.oldSize().width():
            self._resize_pages()
            self.resolution_wanted.emit()
