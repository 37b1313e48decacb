"""The small cap that shows a key, and a row of keys with a word each."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from inspector_app.ui import theme

HEIGHT = 40
"""Pixels of a button that shows its key, and of a row of keys beside it."""
_CAP_HEIGHT = 20
_CAP_SIDE = 6
_HINT_GAP = 5
Hint = tuple[str, str]
"""A key and what it does, for keys that are no actions."""


class KeyHints(QWidget):
    """Keys that belong to the list itself, each with a word."""

    def __init__(self, hints: tuple[Hint, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self.setAccessibleName(" · ".join(f"{keys}: {words}" for keys, words in hints))
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._width(keys, words) for keys, words in self._hints), HEIGHT)

    def _width(self, keys: str, words: str) -> int:
        text = self.fontMetrics().horizontalAdvance(words)
        return cap_width(self.font(), keys) + text + 3 * _HINT_GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        left = 0
        for keys, words in self._hints:
            cap = cap_width(self.font(), keys)
            paint_cap(painter, self.rect().adjusted(left, 0, left + cap - self.width(), 0), keys)
            painter.setPen(theme.colour("muted"))
            painter.drawText(
                self.rect().adjusted(left + cap + _HINT_GAP, 0, 0, 0),
                int(Qt.AlignmentFlag.AlignVCenter),
                words,
            )
            left += self._width(keys, words)
        painter.end()


def cap_width(font: QFont, keys: str) -> int:
    """How wide the cap of some keys is; nothing for no keys."""
    if not keys:
        return 0
    return max(QFontMetrics(_cap_font(font)).horizontalAdvance(keys) + 2 * _CAP_SIDE, _CAP_HEIGHT)


def paint_cap(painter: QPainter, rect: QRect, keys: str, shade: str = "muted") -> None:
    """Draw the cap of some keys into the middle of a rectangle of its width."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_cap_font(painter.font()))
    cap = QRect(rect.left(), rect.center().y() - _CAP_HEIGHT // 2 + 1, rect.width(), _CAP_HEIGHT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("line_strong"), 1))
    painter.drawRoundedRect(cap.adjusted(0, 0, -1, -1), 4, 4)
    painter.setPen(theme.colour(shade))
    painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), keys)
    painter.restore()


def _cap_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(12)
    small.setBold(False)
    return small
