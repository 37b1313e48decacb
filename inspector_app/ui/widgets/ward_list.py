"""The wards in walking order, each with how far it has come and who takes it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.services.walk_views import WardProgress
from inspector_app.ui import theme
from inspector_app.ui.models.bed_rows import VALUE, WardsModel, progress_of, takers_of

_LOW, _HIGH = 40, 52


class _WardDelegate(QStyledItemDelegate):
    """Name at the left, progress at the right, whose it is beneath."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _HIGH if takers_of(index.data(VALUE)) else _LOW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        one: WardProgress = index.data(VALUE)
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        if selected:
            painter.fillRect(rect, theme.colour("selection"))
        takers = takers_of(one)
        inner = rect.adjusted(14, 0, -12, 0)
        line = QRect(inner.left(), inner.top() + 6, inner.width(), 22) if takers else inner
        done = one.is_done
        progress = progress_of(one)
        small = painter.font()
        small.setPixelSize(12)
        plain = painter.font()
        painter.setFont(small)
        wide = painter.fontMetrics().horizontalAdvance(progress)
        painter.setPen(theme.colour("warning" if one.proposals else "success" if done else "muted"))
        painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignRight), progress)
        if takers:
            beneath = QRect(inner.left(), inner.top() + 28, inner.width(), 18)
            painter.setPen(theme.colour("accent" if one.is_mine else "muted"))
            elided = painter.fontMetrics().elidedText(takers, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(beneath, int(middle), elided)
        painter.setFont(plain)
        painter.setPen(theme.colour("selection_text" if selected else "text"))
        name = painter.fontMetrics().elidedText(
            one.ward.name, Qt.TextElideMode.ElideRight, inner.width() - wide - 8
        )
        painter.drawText(line, int(middle), name)
        painter.restore()


class WardList(QListView):
    """Says which ward was chosen."""

    chosen = Signal(str)

    def __init__(self, model: WardsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wards = model
        self.ward_id = ""
        self.setObjectName("wardList")
        self.setAccessibleName(self.tr("Wards"))
        self.setModel(model)
        self.setItemDelegate(_WardDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_wards(self, wards: tuple[WardProgress, ...], ward_id: str) -> None:
        """Show the wards and mark one, without saying that it was chosen."""
        self._wards.show(wards)
        self.ward_id = ward_id
        position = self._wards.position_of(ward_id)
        if position != self.currentIndex().row():
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(self._wards.index(position))
            self.viewport().update()

    def step(self, by: int) -> None:
        """Choose the next ward, or the one before."""
        position = self._wards.position_of(self.ward_id) + by
        if self._wards.ward(position) is not None:
            self.setCurrentIndex(self._wards.index(position))

    def order_after_moving(self, by: int) -> tuple[str, ...]:
        """The wards' ids with the marked one moved; empty where it cannot move further."""
        ids = [one.ward.id for one in map(self._wards.ward, range(self._wards.rowCount())) if one is not None]
        position = self._wards.position_of(self.ward_id)
        if not 0 <= position + by < len(ids):
            return ()
        ids[position], ids[position + by] = ids[position + by], ids[position]
        return tuple(ids)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        ward = self._wards.ward(current.row())
        if ward is not None and ward.ward.id != self.ward_id:
            self.ward_id = ward.ward.id
            self.chosen.emit(self.ward_id)
