"""Takes strokes by pen, finger or mouse and shows them; it knows nothing of what is signed."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from inspector_app.domain.ink import (
    FULL_PRESSURE,
    LONGEST,
    MOST_POINTS,
    MOST_STROKES,
    Ink,
    Point,
    Stroke,
    is_nothing,
)
from inspector_app.ui import theme

_INCH = 2540
"""Hundredths of a millimetre."""
_PLAIN_DENSITY = 96.0
_EVEN = FULL_PRESSURE // 2
"""The pressure of what cannot tell one."""
_NIB = 2.6
"""Pixels of an even stroke."""
_TOUCHES = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
}


class InkCanvas(QWidget):
    """One stroke at a time, from the source that began it; what is too much is not taken any more."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(240, 96)
        self.setAccessibleName(self.tr("Field to sign in"))
        self._strokes: list[list[Point]] = []
        self._source: QEvent.Type | None = None
        self._began = 0
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(680, 260)

    @property
    def ink(self) -> Ink:
        """What was drawn, in hundredths of a millimetre."""
        xs = [point.x for stroke in self._strokes for point in stroke]
        ys = [point.y for stroke in self._strokes for point in stroke]
        width, height = round(self.width() * self._unit), round(self.height() * self._unit)
        return Ink(
            strokes=tuple(Stroke(points=tuple(points)) for points in self._strokes),
            width=max(width, *xs, 1),
            height=max(height, *ys, 1),
        )

    @property
    def is_empty(self) -> bool:
        return is_nothing(self.ink)

    @property
    def is_full(self) -> bool:
        """Tell whether no more is taken: nobody signs for so long."""
        is_late = bool(self._strokes) and self._strokes[-1][-1].at >= LONGEST
        points = sum(map(len, self._strokes))
        return is_late or points >= MOST_POINTS or len(self._strokes) >= MOST_STROKES

    def clear(self) -> None:
        """Forget every stroke."""
        self._strokes.clear()
        self._source = None
        self._tell()

    def undo(self) -> None:
        """Forget the last stroke."""
        if self._strokes and self._source is None:
            self._strokes.pop()
            self._tell()

    def _tell(self) -> None:
        count = len(self._strokes)
        self.setAccessibleDescription(self.tr("%n strokes", "", count))
        self.update()
        self.changed.emit()

    # What draws

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(QEvent.Type.MouseButtonPress, event.position(), event.timestamp(), _EVEN)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(QEvent.Type.MouseButtonPress, event.position(), event.timestamp(), _EVEN)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end(QEvent.Type.MouseButtonPress)

    def tabletEvent(self, event: QTabletEvent) -> None:
        pressure = round(event.pressure() * FULL_PRESSURE)
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._begin(QEvent.Type.TabletPress, event.position(), event.timestamp(), pressure)
        elif kind == QEvent.Type.TabletMove:
            self._go(QEvent.Type.TabletPress, event.position(), event.timestamp(), pressure)
        elif kind == QEvent.Type.TabletRelease:
            self._end(QEvent.Type.TabletPress)
        event.accept()  # else it comes once more as a mouse

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.type() in _TOUCHES:
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        """Follow the first finger; a hand that lies down beside it draws nothing."""
        kind = QEvent.Type.TouchBegin
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel) or not event.points():
            self._end(kind)
            return
        finger = event.points()[0]
        pressure = round(finger.pressure() * FULL_PRESSURE) if 0 < finger.pressure() < 1 else _EVEN
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(kind, finger.position(), event.timestamp(), pressure)
        else:
            self._go(kind, finger.position(), event.timestamp(), pressure)

    def _begin(self, source: QEvent.Type, at: QPointF, time: int, pressure: int) -> None:
        if self._source is not None or self.is_full:
            return
        self._source = source
        if not self._strokes:
            self._began = time
        self._strokes.append([self._point(at, time, pressure)])
        self._tell()

    def _go(self, source: QEvent.Type, at: QPointF, time: int, pressure: int) -> None:
        if self._source is not source or self.is_full:
            return
        before = self._strokes[-1][-1]
        point = self._point(at, time, pressure)
        if (point.x, point.y) != (before.x, before.y):
            self._strokes[-1].append(point)
            around = 4 * _NIB
            box = QRectF(self._place(before), self._place(point)).normalized()
            self.update(box.adjusted(-around, -around, around, around).toAlignedRect())

    def _end(self, source: QEvent.Type) -> None:
        if self._source is source:
            self._source = None
            self._tell()

    # Where and when

    @property
    def _unit(self) -> float:
        """Hundredths of a millimetre in a pixel; screens that tell nonsense count as plain ones."""
        density = self.screen().physicalDotsPerInch()
        return _INCH / (density if 60 <= density <= 400 else _PLAIN_DENSITY)

    def _point(self, at: QPointF, time: int, pressure: int) -> Point:
        """Measure where the pen is, kept inside the field, and never earlier than before."""
        x = min(max(at.x(), 0.0), float(self.width()))
        y = min(max(at.y(), 0.0), float(self.height()))
        last = self._strokes[-1][-1].at if self._strokes else 0
        return Point(
            round(x * self._unit),
            round(y * self._unit),
            min(max(time - self._began, last), LONGEST),
            min(max(pressure, 0), FULL_PRESSURE),
        )

    def _place(self, point: Point) -> QPointF:
        return QPointF(point.x / self._unit, point.y / self._unit)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        edge = theme.colour("focus" if self.hasFocus() else "line_strong")
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(frame, 8, 8)
        self._paint_line(painter)
        for points in self._strokes:
            self._paint(painter, points, QRectF(event.rect()))

    def _paint_line(self, painter: QPainter) -> None:
        """Draw the line to sign on, and in an empty field what it is for."""
        y = self.height() * 0.74
        painter.setPen(QPen(theme.colour("line_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(24, y), QPointF(self.width() - 24, y))
        if not self._strokes:
            painter.setPen(theme.colour("muted"))
            room = QRectF(24, y + 4, self.width() - 48, self.height() - y - 8)
            words = self.tr("Write your name here with pen, finger or mouse")
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint(self, painter: QPainter, points: list[Point], region: QRectF) -> None:
        colour = theme.colour("text")
        places = [self._place(point) for point in points]
        if len(places) == 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(places[0], _NIB / 2, _NIB / 2)
            return
        around = 3 * _NIB
        for number, (first, last) in enumerate(pairwise(places), start=1):
            box = QRectF(first, last).normalized().adjusted(-around, -around, around, around)
            if box.intersects(region):
                width = _NIB * (0.55 + 0.9 * points[number].pressure / FULL_PRESSURE)
                pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawLine(first, last)
