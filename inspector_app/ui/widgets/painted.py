"""Pieces that lists paint themselves: a font of a size, and the chip of a state."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from inspector_app.ui import theme
from inspector_app.ui.states import mark

MIDDLE = Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight


def font_of(base: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """The list's own font in another size."""
    font = QFont(base)
    font.setPixelSize(pixels)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def paint_chip(painter: QPainter, base: QFont, line: QRect, state: object) -> int:
    """Draw the state at the right end of a line; return where it begins."""
    found = mark(state)
    shade = found.role.removeprefix("chip").removeprefix("-") or "neutral"
    painter.setFont(font_of(base, 12))
    width = QFontMetrics(painter.font()).horizontalAdvance(found.word) + 42
    chip = QRect(line.right() - width + 1, line.top(), width, line.height() - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{shade}_soft"))
    painter.drawRoundedRect(chip, 11, 11)
    icon_box = QRect(chip.left() + 10, chip.center().y() - 6, 14, 14)
    theme.icon(found.icon, shade).paint(painter, icon_box)
    painter.setPen(theme.colour(shade))
    painter.drawText(chip.adjusted(29, 0, -8, 0), MIDDLE, found.word)
    return chip.left()
