"""Rows of three calm lines: what it is with its state, what it belongs to, what counts and the amount."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from inspector_app.ui import theme
from inspector_app.ui.models.entries import ENTRY, Entry
from inspector_app.ui.widgets.painted import MIDDLE, RIGHT, font_of, paint_chip

ROW = 78
Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry; what has no room is shortened, the amount never."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(260, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect
        base: QFont = option.font
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -2), 6, 6)
        else:
            painter.setPen(theme.colour("line"))
            painter.drawLine(rect.left() + 10, rect.bottom(), rect.right() - 10, rect.bottom())
        inner = rect.adjusted(12, 7, -12, -8)
        first = QRect(inner.left(), inner.top(), inner.width(), 23)
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), 19)
        third = QRect(inner.left(), second.bottom() + 1, inner.width(), 19)
        strong = theme.colour("selection_text" if selected else "text")
        chip = paint_chip(painter, base, first, entry.state)
        painter.setFont(font_of(base, 14, bold=True))
        painter.setPen(strong)
        _shorten(painter, first.adjusted(0, 0, chip - first.right() - 8, 0), entry.title)
        painter.setFont(font_of(base, 14, bold=True))
        painter.drawText(third, MIDDLE | RIGHT, entry.amount)
        taken = QFontMetrics(painter.font()).horizontalAdvance(entry.amount)
        painter.setFont(font_of(base, 13))
        painter.setPen(theme.colour("muted"))
        _shorten(painter, second, entry.about)
        _shorten(painter, third.adjusted(0, 0, -taken - 12, 0), entry.counts)
        painter.restore()


def entry_table(table: QTableView) -> QTableView:
    """Let a table of one column show entries."""
    table.setItemDelegate(EntryDelegate(table))
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _shorten(painter: QPainter, room: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, MIDDLE, shown)
