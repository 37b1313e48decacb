"""Saying who of the team walks a ward: a menu of the team, and the letter of a group."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.domain.headcount import Ward
from inspector_app.domain.ids import InspectionId, PersonId
from inspector_app.domain.people import Person
from inspector_app.ui.worker import Worker


class WardTakers(QObject):
    """Shows the team beside a button; each choice gives the ward to a person or takes it back."""

    def __init__(
        self, worker: Worker, beside: QWidget, ask_group: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._beside = beside
        self._ask_group = ask_group
        self.menu = QMenu(beside)
        self._inspection = InspectionId("")
        self._ward: Ward | None = None

    def ask(self, inspection_id: str, ward: Ward) -> None:
        """Read the team and open the menu."""
        self._inspection, self._ward = InspectionId(inspection_id), ward
        inspection = self._inspection
        self._worker.run(lambda a: a.inspections.inspection(inspection).team, self._open)

    @Slot(object)
    def _open(self, team: tuple[Person, ...]) -> None:
        ward = self._ward
        if ward is None:
            return
        self.menu.clear()
        for number, person in enumerate(team, start=1):
            action = self.menu.addAction(f"&{number}  {person.name}")
            action.setCheckable(True)
            action.setChecked(person.id in ward.taken_by)
            action.triggered.connect(lambda _checked=False, person_id=person.id: self._toggle(person_id))
        self.menu.addSeparator()
        nobody = self.menu.addAction(self.tr("&Open to everybody"))
        nobody.setEnabled(bool(ward.taken_by))
        nobody.triggered.connect(lambda _checked=False: self._give(()))
        group = self.menu.addAction(self.tr("&Letter of a group"))
        group.triggered.connect(lambda _checked=False: self._ask_group())
        corner = self._beside.mapToGlobal(QPoint(self._beside.width(), 0))
        self.menu.popup(corner - QPoint(0, self.menu.sizeHint().height() - self._beside.height()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _toggle(self, person_id: PersonId) -> None:
        if self._ward is not None:
            taken = self._ward.taken_by
            without = tuple(one for one in taken if one != person_id)
            self._give(without if person_id in taken else (*taken, person_id))

    def _give(self, people: tuple[PersonId, ...]) -> None:
        if self._ward is not None:
            inspection, ward_id = self._inspection, self._ward.id
            self._worker.run(lambda a: a.headcounts.give_ward(inspection, ward_id, people))
