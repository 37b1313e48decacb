"""Small signs: an icon that follows the mode, the chip of a state, a thin line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from inspector_app.ui import theme


class IconLabel(QLabel):
    """An icon of the bundled set, drawn anew when the mode changes."""

    def __init__(
        self, name: str, shade: str = "muted", pixels: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._shade, self._pixels = name, shade, pixels
        theme.current().changed.connect(self._draw)
        self._draw()

    def show_icon(self, name: str, shade: str) -> None:
        self._name, self._shade = name, shade
        self._draw()

    @Slot()
    def _draw(self) -> None:
        size = QSize(self._pixels, self._pixels)
        self.setPixmap(theme.icon(self._name, self._shade).pixmap(size, self.devicePixelRatio()))


class Chip(QLabel):
    """The word of a state in its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setProperty("role", "chip")

    def show_state(self, value: object) -> None:
        from inspector_app.ui.states import mark  # names every state of the domain: late, for start-up

        found = mark(value)
        theme.set_role(self, found.role)  # first: the size of the text includes the chip's padding
        self.setText(found.word)


class FittedLabel(QLabel):
    """One line that gives way: what has no room is cut with an ellipsis and stands in the tooltip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        fitted = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if fitted != self.text() else "")
        self.style().drawItemText(
            painter,
            room,
            int(Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            fitted,
            self.foregroundRole(),
        )


def thin_line(parent: QWidget | None = None) -> QFrame:
    """A separator."""
    line = QFrame(parent)
    line.setProperty("role", "line")
    return line


def label(text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label with its place in the style sheet."""
    made = QLabel(text, parent)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made
