"""A sum as a picture: each term a bar that begins where the one before ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.ui import theme
from inspector_app.ui.widgets.painted import font_of

_ROW = 30
_BAR = 16
_GAP = 10
_NAMES = 0.45
"""Part of the width that names have at most; longer ones are shortened."""


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
        self._full = Fraction(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The sum as a picture"))

    def show_bars(self, bars: Sequence[Bar], full: Fraction = Fraction(0)) -> None:
        """Show these terms; what cannot be seen stands in the accessible description.

        ``full`` is where the scale ends, unless a bar reaches beyond it.
        """
        self._bars, self._full = tuple(bars), full
        self.setAccessibleDescription("; ".join(f"{bar.name} {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, len(self._bars) * _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, len(self._bars) * _ROW)

    @property
    def full(self) -> Fraction:
        return self._full

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setFont(font_of(self.font(), 13))
        draw_bars(painter, QRectF(self.rect()), self._bars, theme.colour, full=self._full)
        painter.end()


def draw_bars(
    painter: QPainter,
    area: QRectF,
    bars: Sequence[Bar],
    colour: Callable[[str], QColor],
    *,
    row: float = _ROW,
    full: Fraction = Fraction(0),
) -> None:
    """Draw bars with the painter's font, each ``row`` high, in colours by their meaning."""
    if not bars:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = QFontMetrics(painter.font())
    gap, thick = _GAP * row / _ROW, _BAR * row / _ROW
    longest = max(metrics.horizontalAdvance(bar.name) for bar in bars)
    left = min(longest, area.width() * _NAMES) + gap
    right = max(metrics.horizontalAdvance(bar.text) for bar in bars) + gap
    ends = [end for bar in bars for end in (bar.begin, bar.end)]
    low, high = min(Fraction(0), *ends), max(full, *ends)
    scale = max(area.width() - left - right, 20) / float(high - low or 1)
    for place, bar in enumerate(bars):
        top = area.top() + place * row
        painter.setPen(colour("muted"))
        name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, int(left - gap) + 1)
        painter.drawText(QRectF(area.left(), top, left - gap, row), Qt.AlignmentFlag.AlignVCenter, name)
        first, last = sorted((bar.begin, bar.end))
        x = area.left() + left + float(first - low) * scale
        box = QRectF(x, top + (row - thick) / 2, max(float(last - first) * scale, 2.0), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(bar.kind.value))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(colour("danger" if bar.kind is BarKind.OVER else "text"))
        where = QRectF(area.right() - right, top, right, row)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, bar.text)
