"""Draws the list of inspections: a heading a group, two calm lines an inspection."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.inspection import InspectionCard
from inspector_app.domain.search import Hit
from inspector_app.ui import theme
from inspector_app.ui.models.inspections import CARD, HIT
from inspector_app.ui.search_words import icon_of, where
from inspector_app.ui.states import word
from inspector_app.ui.widgets.painted import MIDDLE, RIGHT, font_of, paint_chip

_ROW, _HIT_ROW, _HEADING = 64, 42, 40


class CardDelegate(QStyledItemDelegate):
    """One inspection: name and what is known at the left; counts, next step and state at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if index.data(CARD) is not None:
            return QSize(400, _ROW)
        return QSize(400, _HIT_ROW if index.data(HIT) is not None else _HEADING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        base: QFont = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card, hit = index.data(CARD), index.data(HIT)
        if hit is not None:
            self._paint_hit(painter, rect, state, base, hit)
        elif card is None:
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
        selected = self._paint_ground(painter, rect, state)
        inner = rect.adjusted(0, 1, 0, -1).adjusted(14, 9, -14, -9)
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

    def _paint_hit(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, base: QFont, hit: Hit
    ) -> None:
        selected = self._paint_ground(painter, rect, state)
        inner = rect.adjusted(14, 1, -14, -1)
        theme.icon(icon_of(hit.kind), "muted").paint(painter, inner.left(), inner.center().y() - 8, 18, 18)
        inner.setLeft(inner.left() + 30)
        painter.setFont(font_of(base, 13))
        metrics = QFontMetrics(painter.font())
        right = metrics.elidedText(where(hit), Qt.TextElideMode.ElideMiddle, inner.width() // 2)
        painter.setPen(theme.colour("muted"))
        painter.drawText(inner, MIDDLE | RIGHT, right)
        room = inner.width() - metrics.horizontalAdvance(right) - 20
        painter.setFont(font_of(base, 14))
        painter.setPen(theme.colour("selection_text" if selected else "text"))
        label = QFontMetrics(painter.font()).elidedText(hit.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, MIDDLE, label)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> bool:
        """Paint what lies under a row; return whether it is selected."""
        selected = bool(state & QStyle.StateFlag.State_Selected)
        box = rect.adjusted(0, 1, 0, -1)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if selected else "sunken"))
            painter.drawRoundedRect(box, 8, 8)
        else:
            painter.setPen(theme.colour("line"))
            painter.drawLine(box.left() + 12, rect.bottom(), box.right() - 12, rect.bottom())
        return selected

    def _left_text(self, card: InspectionCard) -> str:
        moment = (card.visited_at or card.created_at).astimezone(BEIJING)
        parts = [card.institution_code, moment.strftime("%Y-%m-%d"), "、".join(card.team_names)]
        if card.beds_checked:
            words = self.tr("1 bed") if card.beds_checked == 1 else self.tr("{count} beds")
            parts.append(words.format(count=card.beds_checked))
        if card.evidence_count:
            one = card.evidence_count == 1
            words = self.tr("1 piece of evidence") if one else self.tr("{count} pieces of evidence")
            parts.append(words.format(count=card.evidence_count))
        if card.findings_count:
            words = self.tr("1 finding") if card.findings_count == 1 else self.tr("{count} findings")
            parts.append(words.format(count=card.findings_count))
        parts.append(card.notice_number)
        return "  ·  ".join(part for part in parts if part)

    def _right_text(self, card: InspectionCard) -> str:
        if card.purged_at is not None:
            return self.tr("Removed from this laptop")
        parts = [self.tr("Next: {step}").format(step=word(card.next_step))]
        if card.deadline is not None:
            parts.insert(0, self.tr("until {date}").format(date=card.deadline.isoformat()))
        if card.call_until is not None:
            call = self.tr("approval by telephone to confirm until {date}")
            parts.insert(0, call.format(date=card.call_until.isoformat()))
        return "  ·  ".join(parts)


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
