"""The beds as rows one can walk with one hand: big type, a key a status, forty pixels for a finger."""

from __future__ import annotations

from functools import partial

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
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.domain.headcount import STATUS_KEYS, BedRow, BedStatus
from inspector_app.domain.masking import mask_name
from inspector_app.ui import theme
from inspector_app.ui.bed_remarks import about_person, remark
from inspector_app.ui.bed_words import status_labels, status_shade, status_word
from inspector_app.ui.keys import give_keys
from inspector_app.ui.models.bed_rows import VALUE, BedRowsModel

ROW_HEIGHT = 50
_KEY_HEIGHT = 42
_NARROWEST, _WIDEST = 42, 76
"""Of a key; a finger needs forty pixels."""
_KEY_GAP = 2
_BED_WIDE, _BED_NARROW = 74, 58
_PERSON = 150
"""What the person's words should have before the keys grow."""
_MARGIN = 12
_STATUSES = tuple(STATUS_KEYS.items())


def key_width(row_width: int) -> int:
    """How wide a key is on a row: the words of the keys are read first, then the person has the rest."""
    room = (row_width - _BED_WIDE - _PERSON - _MARGIN) // len(_STATUSES) - _KEY_GAP
    return min(max(room, _NARROWEST), _WIDEST)


def key_rect(row: QRect, number: int) -> QRect:
    """Where the ``number``-th status key of a row is."""
    wide = key_width(row.width())
    left = row.right() - _MARGIN // 2 - (len(_STATUSES) - number) * (wide + _KEY_GAP) + _KEY_GAP
    return QRect(left, row.top() + (row.height() - _KEY_HEIGHT) // 2, wide, _KEY_HEIGHT)


class BedDelegate(QStyledItemDelegate):
    """Paints a row and its keys; a click on a key is a status."""

    statusChosen = Signal(int, object)
    is_resting = False
    """Whether the keys take no click now."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(len(_STATUSES) * (_NARROWEST + _KEY_GAP) + _BED_NARROW + _MARGIN, ROW_HEIGHT)

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
        is_click = event.type() == QEvent.Type.MouseButtonRelease and not self.is_resting
        if is_click and isinstance(event, QMouseEvent):
            for number, (_, status) in enumerate(_STATUSES):
                if key_rect(option.rect, number).contains(event.position().toPoint()):
                    self.statusChosen.emit(index.row(), status)
                    return True
        return super().editorEvent(event, model, option, index)

    def _paint_person(self, painter: QPainter, rect: QRect, row: BedRow, *, revealed: bool) -> None:
        keys = key_rect(rect, 0)
        bed_width = _BED_NARROW if keys.width() == _NARROWEST else _BED_WIDE
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(theme.colour("text"))
        painter.setFont(_sized(painter.font(), 20, bold=True))
        bed = QRect(rect.left() + _MARGIN, rect.top(), bed_width - _MARGIN, rect.height())
        painter.drawText(bed, middle, _fitted(painter, row.bed or "—", bed.width() - 2))
        left = rect.left() + bed_width
        width = keys.left() - left - _MARGIN
        painter.setFont(_sized(painter.font(), 17, bold=False))
        name = _fitted(painter, (row.name if revealed else mask_name(row.name)) or "—", width)
        used = painter.fontMetrics().horizontalAdvance(name) + 10
        painter.setFont(_sized(painter.font(), 13, bold=False))
        about = about_person(row)
        fits = painter.fontMetrics().horizontalAdvance(about) <= width - used
        text, shade = remark(row, revealed=revealed, about="" if fits else about)
        # A name with nothing beneath it stands in the middle of its row, as the bed does.
        above = QRect(left, rect.top() + (4 if text else (rect.height() - 24) // 2), width, 24)
        below = QRect(left, rect.top() + 27, width, 18)
        beside = above.adjusted(used, 2, 0, 0)
        painter.setFont(_sized(painter.font(), 17, bold=False))
        painter.drawText(above, middle, name)
        painter.setFont(_sized(painter.font(), 13, bold=False))
        if fits:
            painter.setPen(theme.colour("muted"))
            painter.drawText(beside, middle, about)
        painter.setFont(_sized(painter.font(), 12, bold=False))
        painter.setPen(theme.colour(shade))
        painter.drawText(below, middle, _fitted(painter, text, width))

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
        weak = "disabled" if self.is_resting else "text" if selected else "muted"
        painter.setPen(theme.colour("surface" if chosen else weak))
        painter.setFont(_sized(painter.font(), 15, bold=chosen or selected))
        painter.drawText(rect.adjusted(0, 2, 0, -18), int(Qt.AlignmentFlag.AlignCenter), key)
        painter.setFont(_sized(painter.font(), 12, bold=False))
        word = key_word(status, painter.fontMetrics(), rect.width() - 4)
        if painter.fontMetrics().horizontalAdvance(word) > rect.width() - 4:
            painter.setFont(_sized(painter.font(), 11, bold=False))
            word = _fitted(painter, word, rect.width() - 3)
        painter.drawText(rect.adjusted(1, 19, -1, -2), int(Qt.AlignmentFlag.AlignCenter), word)


class BedList(QListView):
    """The walk: an action a status and one for the next bed; the other letters are the page's actions."""

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

        self.status_actions = tuple(self._action(status_word(status), key) for key, status in _STATUSES)
        for action, (_, status) in zip(self.status_actions, _STATUSES, strict=True):
            action.setAutoRepeat(False)
            action.triggered.connect(partial(self._on_key, status))
        following = self._action(self.tr("Next bed"), "Return")
        following.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        following.triggered.connect(self.next_row)

    def _action(self, text: str, keys: str) -> QAction:
        """An action of this list alone: in a field beside it the key is a letter."""
        action = give_keys(QAction(text, self), keys, Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        return action

    def _on_key(self, status: BedStatus, _checked: bool = False) -> None:
        if self.currentIndex().isValid():
            self.statusKeyed.emit(status)

    def rest(self, reason: str) -> None:
        """Show the keys of the rows grey and take no click on them, until there is no reason any more."""
        self._delegate.is_resting = bool(reason)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if event.key() == Qt.Key.Key_H and plain:
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


def key_word(status: BedStatus, metrics: QFontMetrics, width: int) -> str:
    """The status as it is written on a key of that width."""
    wide, narrow = status_labels(status)
    return wide if metrics.horizontalAdvance(wide) <= width else narrow


def _sized(font: QFont, pixels: int, *, bold: bool) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    sized.setBold(bold)
    return sized


def _fitted(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
