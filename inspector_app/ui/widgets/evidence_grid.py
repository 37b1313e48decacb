"""The gallery: small pictures with number, caption and marks; the caption is written in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.domain.evidence import Evidence, IntakeWay
from inspector_app.ui import theme
from inspector_app.ui.models.evidence import EVIDENCE, IS_CITED, SHOWN

_GAP = 10
_TEXT = 46
CELL = QSize(SHOWN.width() + 2 * _GAP, SHOWN.height() + _TEXT + 2 * _GAP)
Index = QModelIndex | QPersistentModelIndex


class EvidenceGrid(QListView):
    """Cells of one size, so that ten thousand are laid out at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A wrapped list is laid out by rows; Qt's icon mode would place every item by itself.
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Cell(self))
        self.setAccessibleName(self.tr("Evidence"))


class _Cell(QStyledItemDelegate):
    """Paints one piece and edits its caption."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        evidence: Evidence = index.data(EVIDENCE)
        painter.save()
        whole: QRect = option.rect.adjusted(3, 3, -3, -3)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(theme.colour("selection"))
            painter.drawRoundedRect(whole, 6, 6)
        frame = QRect(whole.left() + _GAP - 3, whole.top() + _GAP - 3, SHOWN.width(), SHOWN.height())
        self._paint_picture(painter, frame, index.data(Qt.ItemDataRole.DecorationRole), evidence)
        self._paint_marks(painter, frame, evidence, is_cited=bool(index.data(IS_CITED)))
        self._paint_text(painter, frame, evidence)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, frame: QRect, picture: QPixmap | None, evidence: Evidence
    ) -> None:
        if picture is None or picture.isNull():
            painter.fillRect(frame, theme.colour("sunken"))
            icon = theme.icon(_icon_of(evidence), "muted")
            icon.paint(painter, frame.adjusted(60, 40, -60, -40))
            return
        size = picture.deviceIndependentSize().toSize()
        size = size.scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(frame.topLeft(), size)
        place.moveCenter(frame.center())
        painter.fillRect(frame, theme.colour("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture)

    def _paint_marks(self, painter: QPainter, frame: QRect, evidence: Evidence, *, is_cited: bool) -> None:
        """A link for what is cited; the words for what is no original, readable without colour."""
        if is_cited:
            corner = QRect(frame.right() - 25, frame.top() + 4, 22, 22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(corner, 4, 4)
            theme.icon("link", "accent").paint(painter, corner.adjusted(3, 3, -3, -3))
        if not evidence.is_original:
            text = self.tr("Not original")
            width = painter.fontMetrics().horizontalAdvance(text) + 12
            strip = QRect(frame.left(), frame.bottom() - 21, min(width, frame.width()), 22)
            painter.fillRect(strip, theme.colour("warning_soft"))
            painter.setPen(theme.colour("warning"))
            painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_text(self, painter: QPainter, frame: QRect, evidence: Evidence) -> None:
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        first = QRect(frame.left(), frame.bottom() + 5, frame.width(), 20)
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, evidence.number)
        font.setBold(False)
        painter.setFont(font)
        second = first.translated(0, 20)
        text = evidence.caption
        if not text:
            painter.setPen(theme.colour("muted"))
            text = evidence.original_name
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

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
        editor.setGeometry(whole.adjusted(4, whole.height() - 40, -4, -4))


def _icon_of(evidence: Evidence) -> str:
    if evidence.way is IntakeWay.REGISTERED:
        return "video"
    if evidence.media_type == "application/pdf":
        return "file-text"
    return "image" if evidence.media_type.startswith("image/") else "table"
