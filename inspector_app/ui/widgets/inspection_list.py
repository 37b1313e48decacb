"""Draws the list of inspections: a heading a group, two calm lines an inspection."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.domain.inspection import InspectionCard
from inspector_app.ui import theme
from inspector_app.ui.models.inspections import CARD
from inspector_app.ui.states import word
from inspector_app.ui.widgets.painted import MIDDLE, RIGHT, font_of, paint_chip

_ROW, _HEADING = 64, 40


class CardDelegate(QStyledItemDelegate):
    """One inspection: name and what is known at the left; counts, next step and state at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(400, _ROW if index.data(CARD) is not None else _HEADING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        base: QFont = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = index.data(CARD)
        if card is None:
            painter.setFont(font_of(base, 12, bold=True))
            painter.setPen(theme.colour("muted"))
            text = index.data(Qt.ItemDataRole.DisplayRole)
            painter.drawText(rect.adjusted(12, 0, -12, -6), Qt.AlignmentFlag.AlignBottom, text)
        else:
            self._paint_card(painter, rect, state, base, card)
        painter.restore()

    def _paint_card(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, base: QFont, card: InspectionCard
    ) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        box = rect.adjusted(0, 1, 0, -1)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if selected else "sunken"))
            painter.drawRoundedRect(box, 8, 8)
        else:
            painter.setPen(theme.colour("line"))
            painter.drawLine(box.left() + 12, rect.bottom(), box.right() - 12, rect.bottom())
        inner = box.adjusted(14, 9, -14, -9)
        upper = QRect(inner.left(), inner.top(), inner.width(), 23)
        lower = QRect(inner.left(), inner.top() + 25, inner.width(), 19)

        chip_left = paint_chip(painter, base, upper, card.review or card.stage)
        painter.setFont(font_of(base, 15, bold=True))
        painter.setPen(theme.colour("selection_text" if selected else "text"))
        room = chip_left - upper.left() - 16
        name = QFontMetrics(painter.font()).elidedText(
            card.institution_name, Qt.TextElideMode.ElideMiddle, room
        )
        painter.drawText(upper, MIDDLE, name)

        painter.setFont(font_of(base, 13))
        right = self._right_text(card)
        painter.setPen(theme.colour("accent"))
        painter.drawText(lower, MIDDLE | RIGHT, right)
        room = lower.width() - QFontMetrics(painter.font()).horizontalAdvance(right) - 24
        painter.setPen(theme.colour("muted"))
        left = QFontMetrics(painter.font()).elidedText(
            self._left_text(card), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(lower, MIDDLE, left)

    def _left_text(self, card: InspectionCard) -> str:
        moment = (card.visited_at or card.created_at).astimezone()
        parts = [card.institution_code, moment.strftime("%Y-%m-%d"), "、".join(card.team_names)]
        if card.beds_checked:
            parts.append(self.tr("{count} beds").format(count=card.beds_checked))
        if card.evidence_count:
            parts.append(self.tr("{count} pieces of evidence").format(count=card.evidence_count))
        if card.findings_count:
            parts.append(self.tr("{count} findings").format(count=card.findings_count))
        parts.append(card.notice_number)
        return "  ·  ".join(part for part in parts if part)

    def _right_text(self, card: InspectionCard) -> str:
        step = self.tr("Next: {step}").format(step=word(card.next_step))
        if card.deadline is None:
            return step
        return self.tr("until {date}").format(date=card.deadline.isoformat()) + "  ·  " + step


class InspectionList(QListView):
    """The list itself; Enter or a click opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(CardDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        theme.current().changed.connect(self.viewport().update)
