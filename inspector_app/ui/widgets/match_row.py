"""One offered pair as a row: who was seen on the left, whom the list names on the right, and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.headcount import BedCheck
from inspector_app.domain.masking import mask_name, mask_number
from inspector_app.domain.matching import Candidate, MatchGround
from inspector_app.ui import theme
from inspector_app.ui.bed_words import ground_word, status_word
from inspector_app.ui.widgets.painted import MIDDLE, font_of

Pair = tuple[BedCheck, Candidate]
PAIR = int(Qt.ItemDataRole.UserRole)
ROW_HEIGHT = 88
_MARGIN = 14
_ARROW = 44
_KEY = 44
_KEY_GAP = 6
_SAME_BED = {
    MatchGround.BED_AND_NAME,
    MatchGround.BED_AND_SURNAME,
    MatchGround.BED_NAME_NOT_TAKEN,
    MatchGround.BED_OTHER_NAME,
}
_OTHER_NAME = {MatchGround.BED_OTHER_NAME}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one side says of a person."""

    bed: str
    name: str
    details: str


def walked_side(check: BedCheck, *, revealed: bool) -> Side:
    """Who was seen, where, how and when."""
    seen = f"{check.checked_at.astimezone(BEIJING):%m-%d %H:%M}"
    return Side(
        bed=check.bed or "—",
        name=_named(check.name, revealed=revealed) or QCoreApplication.translate("MatchList", "no name"),
        details=" · ".join((check.ward, status_word(check.status), seen)),
    )


def listed_side(one: Candidate, *, revealed: bool) -> Side:
    """Whom the list names, with what tells people of one name apart."""
    entry = one.listed.entry
    number = entry.hospital_number if revealed else mask_number(entry.hospital_number)
    admitted = f"{entry.admitted_at.astimezone(BEIJING):%m-%d}" if entry.admitted_at is not None else ""
    if admitted:
        admitted = QCoreApplication.translate("MatchList", "admitted {day}").format(day=admitted)
    person = " ".join(part for part in (entry.sex, entry.age) if part)
    return Side(
        bed=entry.bed or "—",
        name=_named(entry.name, revealed=revealed),
        details=" · ".join(part for part in (entry.ward, person, number, admitted) if part),
    )


def spoken(pair: Pair, *, revealed: bool) -> str:
    """The whole row in one line, for who listens to it."""
    check, one = pair
    sides = (walked_side(check, revealed=revealed), listed_side(one, revealed=revealed))
    walked, listed = (f"{side.bed} {side.name} {side.details}" for side in sides)
    return f"{walked}   →   {listed}   ({ground_word(one.ground)})"


def shade_of(ground: MatchGround) -> str:
    """The colour of a ground; its words say the same without colour."""
    if ground is MatchGround.BED_AND_NAME:
        return "success"
    return "warning" if ground in _OTHER_NAME or ground not in _SAME_BED else "info"


def columns(row: QRect) -> tuple[QRect, QRect]:
    """Where the two sides of a row stand."""
    room = row.adjusted(_MARGIN, 0, -(_MARGIN + 2 * (_KEY + _KEY_GAP)), 0)
    half = (room.width() - _ARROW) // 2
    left = QRect(room.left(), room.top(), half, room.height())
    return left, left.translated(half + _ARROW, 0)


def key_rect(row: QRect, *, same: bool) -> QRect:
    """Where the key for yes, or for no, stands on a row."""
    left = row.right() - _MARGIN - (2 if same else 1) * (_KEY + _KEY_GAP) + _KEY_GAP
    return QRect(left, row.top() + (row.height() - _KEY) // 2, _KEY, _KEY)


def _named(name: str, *, revealed: bool) -> str:
    return name if revealed else mask_name(name)


class MatchDelegate(QStyledItemDelegate):
    """Paints the two sides, the ground between them, and the two answers as keys one can click."""

    decided = Signal(int, bool)
    revealed = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(320, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        check, one = index.data(PAIR)
        rect: QRect = option.rect
        base: QFont = option.font
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, theme.colour("selection"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left, right = columns(rect)
        differs = {
            "bed": one.ground not in _SAME_BED,
            "name": one.ground in _OTHER_NAME,
        }
        self._paint_side(painter, base, left, walked_side(check, revealed=self.revealed), {})
        self._paint_side(painter, base, right, listed_side(one, revealed=self.revealed), differs)
        arrow = QRect(left.right(), rect.top(), _ARROW, 54)
        theme.icon("arrow-right", "muted").paint(painter, arrow.adjusted(12, 18, -12, -16))
        self._paint_ground(painter, base, QRect(left.left(), rect.top() + 58, 0, 22), one.ground)
        for same, key, icon in ((True, "Y", "check"), (False, "X", "x")):
            self._paint_key(painter, base, key_rect(rect, same=same), (key, icon), selected=selected)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            for same in (True, False):
                if key_rect(option.rect, same=same).contains(event.position().toPoint()):
                    self.decided.emit(index.row(), same)
                    return True
        return super().editorEvent(event, model, option, index)

    def _paint_side(
        self, painter: QPainter, base: QFont, room: QRect, side: Side, differs: dict[str, bool]
    ) -> None:
        above = QRect(room.left(), room.top() + 8, room.width(), 26)
        below = QRect(room.left(), room.top() + 34, room.width(), 20)
        painter.setFont(font_of(base, 20, bold=True))
        painter.setPen(theme.colour("warning" if differs.get("bed") else "text"))
        bed = painter.fontMetrics().elidedText(side.bed, Qt.TextElideMode.ElideRight, room.width() // 2)
        painter.drawText(above, MIDDLE, bed)
        used = max(painter.fontMetrics().horizontalAdvance(bed) + 14, 56)
        painter.setFont(font_of(base, 17))
        painter.setPen(theme.colour("warning" if differs.get("name") else "text"))
        self._fit(painter, above.adjusted(used, 0, 0, 0), side.name)
        painter.setFont(font_of(base, 13))
        painter.setPen(theme.colour("muted"))
        self._fit(painter, below, side.details)

    def _paint_ground(self, painter: QPainter, base: QFont, chip: QRect, ground: MatchGround) -> None:
        shade = shade_of(ground)
        painter.setFont(font_of(base, 12))
        words = ground_word(ground)
        chip.setWidth(painter.fontMetrics().horizontalAdvance(words) + 38)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{shade}_soft"))
        painter.drawRoundedRect(chip, 11, 11)
        icon = {"success": "circle-check", "info": "info"}.get(shade, "triangle-alert")
        theme.icon(icon, shade).paint(painter, QRect(chip.left() + 9, chip.center().y() - 6, 14, 14))
        painter.setPen(theme.colour(shade))
        painter.drawText(chip.adjusted(28, 0, -8, 0), MIDDLE, words)

    def _paint_key(
        self, painter: QPainter, base: QFont, rect: QRect, words: tuple[str, str], *, selected: bool
    ) -> None:
        key, icon = words
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line_strong" if selected else "line"), 1))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        shade = "text" if selected else "muted"
        theme.icon(icon, shade).paint(painter, QRect(rect.center().x() - 7, rect.top() + 6, 16, 16))
        painter.setFont(font_of(base, 12))
        painter.setPen(theme.colour(shade))
        painter.drawText(rect.adjusted(0, 22, 0, -4), int(Qt.AlignmentFlag.AlignCenter), key)

    def _fit(self, painter: QPainter, room: QRect, text: str) -> None:
        fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, MIDDLE, fitted)
