"""Paints one piece of evidence in the gallery and edits its caption."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.domain.evidence import Evidence, IntakeWay
from inspector_app.ui import theme
from inspector_app.ui.evidence_words import short_time
from inspector_app.ui.models.evidence import EVIDENCE, IS_CITED, IS_MARKED
from inspector_app.ui.widgets.painted import MIDDLE, RIGHT, font_of

_GAP = 10
AROUND = 2 * _GAP
"""What a cell is wider than its picture."""
_LINE = 19
_TEXT = 3 * _LINE + 8
_CAPTION_LINES = 2
Index = QModelIndex | QPersistentModelIndex


class EvidenceCell(QStyledItemDelegate):
    """Picture; number and time; the caption in two lines; marks readable without colour."""

    def __init__(self, picture: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = picture

    @property
    def size(self) -> QSize:
        return QSize(self.picture.width() + AROUND, self.picture.height() + _TEXT + AROUND)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        evidence: Evidence = index.data(EVIDENCE)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect.adjusted(3, 3, -3, -3)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(theme.colour("selection"))
            painter.drawRoundedRect(whole, 6, 6)
        elif state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, 6, 6)
        corner = whole.topLeft()
        size = self.picture
        frame = QRect(corner.x() + _GAP - 3, corner.y() + _GAP - 3, size.width(), size.height())
        self._paint_picture(painter, frame, index.data(Qt.ItemDataRole.DecorationRole), evidence)
        signs = [name for name, role in (("link", IS_CITED), ("pencil", IS_MARKED)) if index.data(role)]
        self._paint_marks(painter, frame, evidence, signs)
        self._paint_text(painter, option.font, frame, evidence)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, frame: QRect, picture: QPixmap | None, evidence: Evidence
    ) -> None:
        painter.fillRect(frame, theme.colour("sunken"))
        if picture is None or picture.isNull():
            side = min(frame.height() // 2, 64)
            place = QRect(0, 0, side, side)
            place.moveCenter(frame.center())
            theme.icon(_icon_of(evidence), "muted").paint(painter, place)
            return
        size = picture.deviceIndependentSize().toSize()
        size = size.scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(frame.topLeft(), size)
        place.moveCenter(frame.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture)

    def _paint_marks(self, painter: QPainter, frame: QRect, evidence: Evidence, signs: list[str]) -> None:
        """A link for what is cited, a pencil for a marked copy; the words for what is no original."""
        for place, name in enumerate(signs):
            corner = QRect(frame.right() - 25 - 26 * place, frame.top() + 4, 22, 22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(corner, 4, 4)
            theme.icon(name, "accent").paint(painter, corner.adjusted(3, 3, -3, -3))
        words = [] if evidence.is_original else [self.tr("Not original")]
        if evidence.set_aside:
            words.insert(0, self.tr("Set aside"))
        if words:
            text = " · ".join(words)
            width = painter.fontMetrics().horizontalAdvance(text) + 12
            strip = QRect(frame.left(), frame.bottom() - 21, min(width, frame.width()), 22)
            painter.fillRect(strip, theme.colour("warning_soft"))
            painter.setPen(theme.colour("warning"))
            painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_text(self, painter: QPainter, base: QFont, frame: QRect, evidence: Evidence) -> None:
        first = QRect(frame.left(), frame.bottom() + 5, frame.width(), _LINE)
        painter.setFont(font_of(base, 12))
        painter.setPen(theme.colour("muted"))
        painter.drawText(first, MIDDLE | RIGHT, short_time(evidence))
        painter.setFont(_struck(font_of(base, 14, bold=True), evidence))
        painter.setPen(theme.colour("text"))
        painter.drawText(first, MIDDLE, evidence.number)
        painter.setFont(_struck(font_of(base, 13), evidence))
        if not evidence.caption:
            painter.setPen(theme.colour("muted"))
        line = first.translated(0, _LINE + 1)
        for words in in_lines(evidence.caption or evidence.original_name, painter.font(), frame.width()):
            painter.drawText(line, MIDDLE, words)
            line.translate(0, _LINE)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Caption"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        whole: QRect = option.rect
        editor.setGeometry(whole.adjusted(4, whole.height() - 2 * _LINE - 12, -4, -4))


def in_lines(text: str, font: QFont, width: int) -> list[str]:
    """Break a caption into at most two lines; the second is shortened when more follows."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    while len(found) < _CAPTION_LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        begin = line.textStart()
        found.append(text[begin : begin + line.textLength()].strip())
        if len(found) == _CAPTION_LINES and begin + line.textLength() < len(text):
            found[-1] = found[-1][:-1] + "…"
    layout.endLayout()
    return found


def _struck(font: QFont, evidence: Evidence) -> QFont:
    """What was set aside is struck through, and still readable."""
    font.setStrikeOut(bool(evidence.set_aside))
    return font


def _icon_of(evidence: Evidence) -> str:
    if evidence.way is IntakeWay.REGISTERED:
        return "video"
    if evidence.media_type == "application/pdf":
        return "file-text"
    return "image" if evidence.media_type.startswith("image/") else "table"
