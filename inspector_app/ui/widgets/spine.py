"""The spine of an inspection: its places in the order of the visit, each with its progress."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.ui import theme

_ICON, _KEY, _PROGRESS, _DONE = (Qt.ItemDataRole.UserRole + number for number in range(4))


ROOM_FOR_WORDS = 80


HIGHEST, LOWEST = 40, 34
"""Height of a line in pixels: as a finger wants it, and where twelve would not fit as low as still reads."""


class _Entry(QStyledItemDelegate):
    """One line: icon, title, and at the right how far it has come."""

    height = HIGHEST

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(180, self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(8, 2, -8, -2)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if selected else "neutral_soft"))
            painter.drawRoundedRect(box, 6, 6)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        shade = "accent" if selected else "muted"
        icon_rect = QRect(box.left() + 10, box.center().y() - 8, 18, 18)
        theme.icon(index.data(_ICON), shade).paint(painter, icon_rect)
        if box.width() < ROOM_FOR_WORDS:
            painter.restore()
            return
        painter.setPen(theme.colour("selection_text" if selected else "text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(38, 0, -8, 0), middle, index.data(Qt.ItemDataRole.DisplayRole))
        painter.setPen(theme.colour("success" if index.data(_DONE) else "muted"))
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        painter.drawText(
            box.adjusted(0, 0, -10, 0), middle | Qt.AlignmentFlag.AlignRight, index.data(_PROGRESS) or ""
        )
        painter.restore()


class Spine(QListWidget):
    """The places of one inspection."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spineList")
        self._entries = _Entry(self)
        self.setItemDelegate(self._entries)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Twelve places are higher than a small screen: a bar would cut the icons; wheel and arrows scroll.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Places of the inspection"))
        self.currentItemChanged.connect(self._on_current)
        theme.current().changed.connect(self.viewport().update)

    def add(self, key: str, text: str, icon: str, tip: str) -> None:
        item = QListWidgetItem(text, self)
        item.setData(_KEY, key)
        item.setData(_ICON, icon)
        item.setToolTip(tip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the lines move together, so that the last place is seen too."""
        super().resizeEvent(event)
        height = max(LOWEST, min(HIGHEST, self.viewport().height() // max(self.count(), 1)))
        if height != self._entries.height:
            self._entries.height = height
            self.scheduleDelayedItemsLayout()

    def show_chosen(self, key: str) -> None:
        item = self._item(key)
        if item is not None and not item.isSelected():  # focus alone makes a place current, not chosen
            self.blockSignals(True)
            self.setCurrentItem(item)
            item.setSelected(True)
            self.blockSignals(False)

    def show_progress(self, key: str, text: str, *, done: bool = False) -> None:
        item = self._item(key)
        if item is not None:
            item.setData(_PROGRESS, text)
            item.setData(_DONE, done)
            name = item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name} {text}".strip())

    def progress(self, key: str) -> str:
        item = self._item(key)
        return str(item.data(_PROGRESS) or "") if item is not None else ""

    def _item(self, key: str) -> QListWidgetItem | None:
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                return self.item(row)
        return None

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_KEY))
