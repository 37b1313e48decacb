"""Chooses the team among the people of this laptop; who may not inspect says why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from inspector_app.domain.people import Person
from inspector_app.ui.states import word

_PERSON = int(Qt.ItemDataRole.UserRole)


class TeamPicker(QListWidget):
    """A list with boxes to tick; Space ticks."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Team"))
        self.setProperty("role", "boxed")
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.itemChanged.connect(self._on_changed)

    def show_people(self, people: list[Person], chosen: tuple[Person, ...]) -> None:
        """Offer the people of the laptop and whoever is in the team already."""
        self.blockSignals(True)
        self.clear()
        ids = {person.id for person in chosen}
        known = {person.id for person in people}
        for person in [*people, *(person for person in chosen if person.id not in known)]:
            number = person.certificate_number or self.tr("no certificate number")
            item = QListWidgetItem(f"{person.name}    {word(person.role)} · {number}", self)
            item.setData(_PERSON, person)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Checked if person.id in ids else Qt.CheckState.Unchecked
            item.setCheckState(state)
        rows = min(max(self.count(), 2), 6)
        self.setFixedHeight(rows * 40 + 8)
        self.blockSignals(False)

    def tick(self, name: str) -> None:
        """Tick the person of that name."""
        for row in range(self.count()):
            if self.item(row).data(_PERSON).name == name:
                self.item(row).setCheckState(Qt.CheckState.Checked)

    @property
    def chosen(self) -> tuple[Person, ...]:
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.data(_PERSON) for item in items if item.checkState() == Qt.CheckState.Checked)

    @Slot(QListWidgetItem)
    def _on_changed(self, _item: QListWidgetItem) -> None:
        self.changed.emit()
