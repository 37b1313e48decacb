"""The beds as rows one can walk with one hand: big type, a key a status, forty pixels for a finger."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.domain.headcount import STATUS_KEYS, BedRow, BedStatus
from inspector_app.domain.masking import mask_name, mask_number
from inspector_app.ui import theme
from inspector_app.ui.bed_words import status_shade, status_short, status_word
from inspector_app.ui.models.bed_rows import VALUE, BedRowsModel

ROW_HEIGHT = 50
KEY_SIZE = QSize(42, 42)
_KEY_GAP = 2
_BED_WIDTH = 74
_STATUSES = tuple(STATUS_KEYS.items())
KEYS_WIDTH = len(_STATUSES) * (KEY_SIZE.width() + _KEY_GAP) + 8


def key_rect(row: QRect, number: int) -> QRect:
    """Where the ``number``-th status key of a row is."""
    left = row.right() - KEYS_WIDTH + number * (KEY_SIZE.width() + _KEY_GAP)
    return QRect(
        left, row.top() + (row.height() - KEY_SIZE.height()) // 2, KEY_SIZE.width(), KEY_SIZE.height()
    )


class BedDelegate(QStyledItemDelegate):
    """Paints a row and its keys; a click on a key is a status."""

    statusChosen = Signal(int, object)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(KEYS_WIDTH + _BED_WIDTH + 160, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: BedRow = index.data(VALUE)
        revealed = isinstance(model := index.model(), BedRowsModel) and model.revealed
        rect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, theme.colour("selection"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_person(painter, rect, row, revealed=revealed)
        for number, (key, status) in enumerate(_STATUSES):
            self._paint_key(painter, key_rect(rect, number), key, status, row, selected=selected)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            for number, (_, status) in enumerate(_STATUSES):
                if key_rect(option.rect, number).contains(event.position().toPoint()):
                    self.statusChosen.emit(index.row(), status)
                    return True
        return super().editorEvent(event, model, option, index)

    def _paint_person(self, painter: QPainter, rect: QRect, row: BedRow, *, revealed: bool) -> None:
        painter.setPen(theme.colour("text"))
        painter.setFont(_sized(painter.font(), 20, bold=True))
        bed = QRect(rect.left() + 12, rect.top(), _BED_WIDTH - 12, rect.height())
        painter.drawText(
            bed, int(Qt.AlignmentFlag.AlignVCenter), _fitted(painter, row.bed or "—", bed.width())
        )
        width = rect.width() - KEYS_WIDTH - _BED_WIDTH - 12
        name = row.name if revealed else mask_name(row.name)
        above = QRect(rect.left() + _BED_WIDTH, rect.top() + 4, width, 24)
        below = QRect(rect.left() + _BED_WIDTH, rect.top() + 27, width, 18)
        painter.setFont(_sized(painter.font(), 17, bold=False))
        painter.drawText(above, int(Qt.AlignmentFlag.AlignVCenter), _fitted(painter, name or "—", width))
        painter.setFont(_sized(painter.font(), 12, bold=False))
        text, shade = self._remark(row, revealed=revealed)
        painter.setPen(theme.colour(shade))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), _fitted(painter, text, width))

    def _remark(self, row: BedRow, *, revealed: bool) -> tuple[str, str]:
        """The line under the name: what is special about the row, the most telling thing first."""
        parts: list[str] = []
        shade = "muted"
        if row.check is not None and row.check.unknown_person and row.listed is None:
            parts.append(self.tr("not on the list"))
            shade = "warning"
        if row.proposed:
            parts.append(self.tr("may be on the list"))
            shade = "warning"
        if row.shares_bed:
            parts.append(self.tr("bed shared"))
            shade = "danger"
        if row.list_is_later:
            parts.append(self.tr("list is later than the walk"))
        if row.earlier is not None:
            parts.append(self.tr("before: {status}").format(status=status_word(row.earlier.status)))
        if row.check is not None and row.check.note:
            parts.append(row.check.note)
        if row.listed is not None:
            entry = row.listed.entry
            number = entry.hospital_number or entry.id_number
            parts.append(" ".join((entry.sex, entry.age)).strip())
            parts.append(number if revealed else mask_number(number))
        return " · ".join(part for part in parts if part), shade

    def _paint_key(
        self, painter: QPainter, rect: QRect, key: str, status: BedStatus, row: BedRow, *, selected: bool
    ) -> None:
        chosen = row.check is not None and row.check.status is status
        shade = status_shade(status)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setBrush(theme.colour(shade))
            painter.setPen(QPen(theme.colour(shade), 1))
        else:
            painter.setBrush(theme.colour("surface"))
            painter.setPen(QPen(theme.colour("line_strong" if selected else "line"), 1))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        weak = "text" if selected else "muted"
        painter.setPen(theme.colour("surface" if chosen else weak))
        painter.setFont(_sized(painter.font(), 15, bold=chosen or selected))
        painter.drawText(rect.adjusted(0, 3, 0, -17), int(Qt.AlignmentFlag.AlignCenter), key)
        painter.setFont(_sized(painter.font(), 10, bold=False))
        word = _fitted(painter, status_short(status), rect.width() - 2)
        painter.drawText(rect.adjusted(0, 20, 0, -2), int(Qt.AlignmentFlag.AlignCenter), word)


class BedList(QListView):
    """The walk: digits and letters are statuses, Enter is the next bed; the rest are the page's actions."""

    statusKeyed = Signal(object)
    statusClicked = Signal(int, object)
    lastPassed = Signal()
    """Enter on the last row."""
    revealHeld = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bedList")
        self.setAccessibleName(self.tr("Beds"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._delegate = BedDelegate(self)
        self._delegate.statusChosen.connect(self._on_clicked)
        self.setItemDelegate(self._delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        status = STATUS_KEYS.get(event.text().upper()) if plain else None
        if status is not None and self.currentIndex().isValid():
            self.statusKeyed.emit(status)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.next_row()
        elif event.key() == Qt.Key.Key_H and plain:
            if not event.isAutoRepeat():
                self.revealHeld.emit(True)
        elif plain and event.text() and event.text().isprintable():
            event.ignore()  # letters are the page's actions, never a search of the view
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_H and not event.isAutoRepeat():
            self.revealHeld.emit(False)
        super().keyReleaseEvent(event)

    def next_row(self) -> None:
        """Go to the next bed, or say that this was the last."""
        position = self.currentIndex().row() + 1
        if position < self.model().rowCount():
            self.go_to(position)
        else:
            self.lastPassed.emit()

    def go_to(self, position: int) -> None:
        index = self.model().index(position, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _on_clicked(self, position: int, status: object) -> None:
        self.setCurrentIndex(self.model().index(position, 0))
        self.statusClicked.emit(position, status)


def _sized(font: QFont, pixels: int, *, bold: bool) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    sized.setBold(bold)
    return sized


def _fitted(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
