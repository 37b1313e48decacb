"""The wards in walking order, each with how far it has come."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QListView, QWidget

from inspector_app.services.headcounts import WardProgress
from inspector_app.ui.models.bed_rows import WardsModel

_WIDTH = 190


class WardList(QListView):
    """Shows itself when there is a ward; says which one was chosen."""

    chosen = Signal(str)

    def __init__(self, model: WardsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wards = model
        self.ward_id = ""
        self.setObjectName("wardList")
        self.setAccessibleName(self.tr("Wards"))
        self.setModel(model)
        self.setFixedWidth(_WIDTH)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.hide()

    def show_wards(self, wards: tuple[WardProgress, ...], ward_id: str) -> None:
        """Show the wards and mark one, without saying that it was chosen."""
        self._wards.show(wards)
        self.setVisible(bool(wards))
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
