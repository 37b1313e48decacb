"""A sum as a picture: each term a bar that begins where the one before ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.ui import theme
from inspector_app.ui.widgets.painted import font_of

_ROW = 30
_BAR = 16
_GAP = 10


class BarKind(Enum):
    """What a bar means; it decides the colour."""

    ADDS = "success"
    TAKES = "warning"
    SUM = "accent"
    OVER = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One term: where it begins and ends on the common scale, and how it is written."""

    name: str
    begin: Fraction
    end: Fraction
    text: str
    kind: BarKind


class Waterfall(QWidget):
    """Bars one below the other on one scale, each with its name at the left and its figure at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The sum as a picture"))

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these terms; what cannot be seen stands in the accessible description."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("; ".join(f"{bar.name} {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, len(self._bars) * _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, len(self._bars) * _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_of(self.font(), 13))
        metrics = QFontMetrics(painter.font())
        left = max(metrics.horizontalAdvance(bar.name) for bar in self._bars) + _GAP
        right = max(metrics.horizontalAdvance(bar.text) for bar in self._bars) + _GAP
        low = min(min(bar.begin, bar.end) for bar in self._bars)
        high = max(max(bar.begin, bar.end) for bar in self._bars)
        low, room = min(low, Fraction(0)), max(self.width() - left - right, 20)
        scale = room / float(max(high - low, Fraction(1)))
        for row, bar in enumerate(self._bars):
            top = row * _ROW
            painter.setPen(theme.colour("muted"))
            painter.drawText(QRectF(0, top, left - _GAP, _ROW), Qt.AlignmentFlag.AlignVCenter, bar.name)
            first, last = sorted((bar.begin, bar.end))
            x = left + float(first - low) * scale
            box = QRectF(x, top + (_ROW - _BAR) / 2, max(float(last - first) * scale, 2.0), _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(bar.kind.value))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(theme.colour("danger" if bar.kind is BarKind.OVER else "text"))
            where = QRectF(self.width() - right, top, right, _ROW)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, bar.text)
        painter.end()
