"""A picture to draw marks on: by dragging, or with the keys by a frame that moves and grows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from inspector_app.domain.markup import RED, WHITE, Shape, Tool
from inspector_app.ui import theme

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SET = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_COARSE, _FINE = 40, 400
"""A step of the keys is this part of the longer side; with Ctrl the fine one."""
_CLICK = 6
"""Screen pixels below which a drag is a click."""


class MarkupCanvas(QWidget):
    """Shows the picture fitted with its marks and reports new ones in pixels of the original."""

    drawn = Signal(object)
    """A ``Shape`` without text."""
    textWanted = Signal(int, int)
    """Where a text is to stand, in pixels of the original."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture to mark"))
        self.setMinimumSize(120, 90)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.tool = Tool.MOSAIC
        self.shapes: Sequence[Shape] = ()
        self._pixmap = QPixmap()
        self._size = QSize()
        self._frame: Shape | None = None
        self._from: QPoint | None = None

    def show_picture(self, image: QImage, size: QSize) -> None:
        """Show a picture whose original has ``size`` pixels, upright."""
        self._pixmap, self._size = QPixmap.fromImage(image), size
        self._frame = self._from = None
        self.update()

    def show_shapes(self, shapes: Sequence[Shape]) -> None:
        self.shapes = shapes
        self.update()

    def choose(self, tool: Tool) -> None:
        """Take a tool; the frame of the keys stands in the middle until it is moved."""
        self.tool = tool
        if self._frame is not None:
            self._frame = self._middle() if tool is Tool.TEXT else self._with_tool(self._frame)
        self.update()

    @property
    def frame(self) -> Shape | None:
        """What Enter would set now."""
        return self._frame

    def forget_frame(self) -> bool:
        """Let go of the frame; tell whether there was one."""
        had, self._frame, self._from = self._frame is not None, None, None
        self.update()
        return had

    # Keys

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_ours(event) or self._size.isEmpty():
            super().keyPressEvent(event)
            return
        if event.key() in _SET:
            self._set()
            return
        across, down = _STEPS[Qt.Key(event.key())]
        held = event.modifiers()
        fine = bool(held & Qt.KeyboardModifier.ControlModifier)
        step = max(1, max(self._size.width(), self._size.height()) // (_FINE if fine else _COARSE))
        frame = self._frame or self._middle()
        x, y, width, height = frame.x, frame.y, frame.width, frame.height
        if held & Qt.KeyboardModifier.ShiftModifier:
            width, height = width + across * step, height + down * step
            if self.tool is not Tool.ARROW:
                width, height = max(step, width), max(step, height)
        else:
            x, y = x + across * step, y + down * step
            x = max(-min(0, width), min(x, self._size.width() - max(0, width)))
            y = max(-min(0, height), min(y, self._size.height() - max(0, height)))
        moved = Shape(tool=self.tool, x=x, y=y, width=width, height=height)
        if self.tool is Tool.ARROW:
            moved = moved.kept_inside(self._size.width(), self._size.height())
        else:
            right, bottom = self._size.width() - x, self._size.height() - y
            moved = Shape(tool=self.tool, x=x, y=y, width=min(width, right), height=min(height, bottom))
        self._frame = moved
        self.update()

    def _is_ours(self, event: QKeyEvent) -> bool:
        return event.key() in _SET or event.key() in _STEPS

    def _set(self) -> None:
        if self._frame is None:
            self._frame = self._middle()
            self.update()
            return
        self._report(self._frame)

    def _middle(self) -> Shape:
        wide, high = self._size.width(), self._size.height()
        size = (0, 0) if self.tool is Tool.TEXT else (wide // 4, high // 4)
        return Shape(tool=self.tool, x=wide * 3 // 8, y=high * 3 // 8, width=size[0], height=size[1])

    def _with_tool(self, frame: Shape) -> Shape:
        width, height = (frame.width, frame.height) if frame.width or frame.height else (
            self._size.width() // 4, self._size.height() // 4)  # fmt: skip
        plain = Shape(tool=self.tool, x=frame.x, y=frame.y, width=width, height=height)
        return plain.kept_inside(self._size.width(), self._size.height())

    def _report(self, shape: Shape) -> None:
        kept = shape.kept_inside(self._size.width(), self._size.height())
        self._frame = None
        self.update()
        if self.tool is Tool.TEXT:
            self.textWanted.emit(kept.x, kept.y)
        elif not kept.is_nothing:
            self.drawn.emit(kept)

    # Mouse and touch

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._size.isEmpty():
            self._from = event.position().toPoint()
            self._frame = None
        self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._frame = self._between(self._from, event.position().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        start, end = self._from, event.position().toPoint()
        self._from = None
        if self.tool is Tool.TEXT or (end - start).manhattanLength() >= _CLICK:
            self._report(self._between(start, end))
        else:
            self.forget_frame()

    def _between(self, start: QPoint, end: QPoint) -> Shape:
        first, last = self._to_picture(start), self._to_picture(end)
        away = last - first
        shape = Shape(tool=self.tool, x=first.x(), y=first.y(), width=away.x(), height=away.y())
        return shape.kept_inside(self._size.width(), self._size.height())

    # Where things are

    def place(self) -> QRectF:
        """Where the picture stands in the widget."""
        room = QRectF(self.rect())
        size = self._size.toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        found = QRectF(0, 0, size.width(), size.height())
        found.moveCenter(room.center())
        return found

    def to_widget(self, x: float, y: float) -> QPointF:
        """Where a pixel of the original stands in the widget."""
        place = self.place()
        scale = place.width() / max(1, self._size.width())
        return QPointF(place.left() + x * scale, place.top() + y * scale)

    def _to_picture(self, at: QPoint) -> QPoint:
        place = self.place()
        scale = max(1, self._size.width()) / max(1.0, place.width())
        return QPoint(round((at.x() - place.left()) * scale), round((at.y() - place.top()) * scale))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        if self._pixmap.isNull() or self._size.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.place(), self._pixmap, QRectF(self._pixmap.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in self.shapes:
            self._paint(painter, shape)
        if self._frame is not None:
            self._paint_frame(painter, self._frame)

    def _rect(self, shape: Shape) -> QRectF:
        first = self.to_widget(shape.x, shape.y)
        return QRectF(first, self.to_widget(shape.x + shape.width, shape.y + shape.height)).normalized()

    def _paint_frame(self, painter: QPainter, frame: Shape) -> None:
        if self.tool is Tool.ARROW:
            self._paint(painter, frame)
            return
        rect = self._rect(frame)
        if self.tool is Tool.TEXT:
            rect = QRectF(self.to_widget(frame.x, frame.y), self._letter() * 4)
        for colour, style in ((QColor(*WHITE), Qt.PenStyle.SolidLine), (QColor(*RED), Qt.PenStyle.DashLine)):
            painter.setPen(QPen(colour, 2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)

    def _letter(self) -> QSize:
        side = max(8, round(max(self.place().width(), self.place().height()) / 36))
        return QSize(side, max(1, side // 2))

    def _paint(self, painter: QPainter, shape: Shape) -> None:
        thick = max(2.0, max(self.place().width(), self.place().height()) / 280)
        match shape.tool:
            case Tool.MOSAIC:
                _paint_mosaic(painter, self._rect(shape))
            case Tool.BOX:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for colour, width in ((WHITE, thick * 2), (RED, thick)):
                    painter.setPen(QPen(QColor(*colour), width))
                    painter.drawRect(self._rect(shape))
            case Tool.ARROW:
                start = self.to_widget(shape.x, shape.y)
                _paint_arrow(
                    painter, start, self.to_widget(shape.x + shape.width, shape.y + shape.height), thick
                )
            case Tool.TEXT:
                self._paint_text(painter, shape)

    def _paint_text(self, painter: QPainter, shape: Shape) -> None:
        font = QFont(self.font())
        font.setPixelSize(self._letter().width())
        font.setBold(True)
        around = font.pixelSize() / 3
        wide = QFontMetricsF(font).horizontalAdvance(shape.text) + 2 * around
        rect = QRectF(self.to_widget(shape.x, shape.y), QSize(1, 1))
        rect.setSize(QRectF(0, 0, wide, font.pixelSize() * 2).size())
        rect.moveLeft(max(self.place().left(), min(rect.left(), self.place().right() - wide)))
        rect.moveTop(min(rect.top(), self.place().bottom() - rect.height()))
        painter.setPen(QPen(QColor(*RED), 1))
        painter.setBrush(QColor(*WHITE))
        painter.drawRect(rect)
        painter.setFont(font)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), shape.text)


def _paint_mosaic(painter: QPainter, rect: QRectF) -> None:
    """Squares of two tones that hide all below, as on the copy; its own tone is chosen there."""
    painter.save()
    painter.setClipRect(rect)
    painter.fillRect(rect, QColor(144, 144, 144))
    cell = max(4.0, min(rect.width(), rect.height()) / 6)
    rows, columns = int(rect.height() / cell) + 1, int(rect.width() / cell) + 1
    for row in range(rows):
        for column in range(row % 2, columns, 2):
            square = QRectF(rect.left() + column * cell, rect.top() + row * cell, cell, cell)
            painter.fillRect(square, QColor(120, 120, 120))
    painter.restore()


def _paint_arrow(painter: QPainter, start: QPointF, end: QPointF, thick: float) -> None:
    away = end - start
    length = (away.x() ** 2 + away.y() ** 2) ** 0.5
    if length < 1:
        return
    along = away / length
    across = QPointF(-along.y(), along.x())
    long = min(length, 6 * thick)
    foot = end - along * long
    head = QPolygonF([end, foot + across * long * 0.5, foot - across * long * 0.5])
    for colour, width in ((WHITE, thick), (RED, 0.0)):
        painter.setPen(QPen(QColor(*colour), thick + width))
        painter.drawLine(start, foot)
        painter.setPen(QPen(QColor(*colour), max(width, 0.1)))
        painter.setBrush(QColor(*colour))
        painter.drawPolygon(head)
