"""Draws the list of inspections: a heading a group, two calm lines an inspection."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.domain.inspection import InspectionCard
from inspector_app.ui import theme
from inspector_app.ui.models.inspections import CARD
from inspector_app.ui.states import mark, word

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight
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
            painter.setFont(_font(base, 12, bold=True))
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

        chip_left = _paint_chip(painter, base, upper, card)
        painter.setFont(_font(base, 15, bold=True))
        painter.setPen(theme.colour("selection_text" if selected else "text"))
        room = chip_left - upper.left() - 16
        name = QFontMetrics(painter.font()).elidedText(
            card.institution_name, Qt.TextElideMode.ElideMiddle, room
        )
        painter.drawText(upper, _MIDDLE, name)

        painter.setFont(_font(base, 13))
        right = self._right_text(card)
        painter.setPen(theme.colour("accent"))
        painter.drawText(lower, _MIDDLE | _RIGHT, right)
        room = lower.width() - QFontMetrics(painter.font()).horizontalAdvance(right) - 24
        painter.setPen(theme.colour("muted"))
        left = QFontMetrics(painter.font()).elidedText(
            self._left_text(card), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(lower, _MIDDLE, left)

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


def _font(base: QFont, pixels: int, *, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _paint_chip(painter: QPainter, base: QFont, line: QRect, card: InspectionCard) -> int:
    """Draw the state at the right end of a line; return where it begins."""
    found = mark(card.stage)
    shade = found.role.removeprefix("chip").removeprefix("-") or "neutral"
    painter.setFont(_font(base, 12))
    width = QFontMetrics(painter.font()).horizontalAdvance(found.word) + 42
    chip = QRect(line.right() - width + 1, line.top(), width, line.height() - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{shade}_soft"))
    painter.drawRoundedRect(chip, 11, 11)
    icon_box = QRect(chip.left() + 10, chip.center().y() - 6, 14, 14)
    theme.icon(found.icon, shade).paint(painter, icon_box)
    painter.setPen(theme.colour(shade))
    painter.drawText(chip.adjusted(29, 0, -8, 0), _MIDDLE, found.word)
    return chip.left()


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
