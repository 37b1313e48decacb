"""What is known of the inspected party and of the assignment: everything that a notice names."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from inspector_app.domain.codes import credit_code_fault, institution_code_fault, normalised_code
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection, Mode
from inspector_app.domain.institution import InstitutionKind, InstitutionLevel, Ownership
from inspector_app.domain.people import Person
from inspector_app.services.activities import Activities
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.date_field import DateField
from inspector_app.ui.widgets.form import Form, choice, choose
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.team_picker import TeamPicker
from inspector_app.ui.worker import Worker

_ROOM_FOR_HINT = 940
"""Pixels of the page."""
_TEXTS = (
    "name",
    "code",
    "credit_code",
    "address",
    "legal_representative",
    "contact_person",
    "contact_phone",
    "hospital_software",
)


def _save(activities: Activities, inspection: Inspection) -> Inspection:
    activities.inspections.register(inspection.institution)
    return activities.inspections.revise(inspection)


class InstitutionPage(InspectionPage):
    """Edits the institution, the team and the assignment of one inspection."""

    concerns = frozenset({"inspection", "person"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._inspection: Inspection | None = None
        self.texts = {name: QLineEdit() for name in _TEXTS}
        self.kind = choice(InstitutionKind)
        self.level = choice(InstitutionLevel)
        self.ownership = choice(Ownership)
        party = Form()
        self.name = party.add(self.tr("Name as on the licence"), self.texts["name"], wide=True)
        self.code = party.add(
            self.tr("Code of the designated institution"),
            self.texts["code"],
            self.tr("12 characters: H or P and 11 digits"),
        )
        self.credit_code = party.add(
            self.tr("Unified social credit code"),
            self.texts["credit_code"],
            self.tr("18 characters, the last is a check character"),
        )
        party.add(self.tr("Kind"), self.kind)
        party.add(self.tr("Level"), self.level)
        party.add(self.tr("Ownership"), self.ownership)
        party.add(self.tr("Legal representative"), self.texts["legal_representative"])
        party.add(self.tr("Address"), self.texts["address"], wide=True)
        party.add(self.tr("Contact"), self.texts["contact_person"])
        party.add(self.tr("Telephone"), self.texts["contact_phone"])
        party.add(self.tr("Hospital software"), self.texts["hospital_software"])

        self.team = TeamPicker()
        self.purpose = QLineEdit()
        self.task_number = QLineEdit()
        self.mode = choice(Mode)
        self.data_from, self.data_to = DateField(), DateField()
        task = Form()
        task.add(self.tr("Team"), self.team, wide=True)
        task.add(self.tr("Purpose"), self.purpose, wide=True)
        task.add(self.tr("Task number"), self.task_number)
        task.add(self.tr("Mode"), self.mode)
        task.add(self.tr("Data period from"), self.data_from)
        task.add(self.tr("Data period to"), self.data_to)

        self.done_action = self.action(self.tr("Done, back to the overview"), self._finish, "Ctrl+Return")
        self.done_action.setShortcuts([*self.done_action.shortcuts(), QKeySequence("Ctrl+S")])
        self.leave_action = self.action(self.tr("Back to the overview"), self._finish, "Escape")
        done = ActionButton(self.done_action, quiet=False)
        done.setProperty("role", "primary")
        self.saved = label(self.tr("Every field is saved as it is left."), "muted")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(self.tr("Institution and assignment"), "title"))
        head.addWidget(self.saved)
        head.addStretch()
        head.addWidget(done)

        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 8, 28, 20)
        column.setSpacing(14)
        column.addWidget(label(self.tr("Inspected party"), "caption"))
        column.addWidget(party)
        column.addSpacing(10)
        column.addWidget(label(self.tr("Assignment"), "caption"))
        column.addWidget(task)
        self.changes(party, task)
        column.addStretch()
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        head.setContentsMargins(28, 0, 28, 0)
        layout.addLayout(head)
        layout.addWidget(area, 1)
        for name in ("name", "code", "credit_code"):
            self.texts[name].editingFinished.connect(self._check)
        for line in (*self.texts.values(), self.purpose, self.task_number):
            line.editingFinished.connect(self._keep)
        for day in (self.data_from, self.data_to):
            day.editingFinished.connect(self._keep)
        for box in (self.kind, self.level, self.ownership, self.mode):
            box.activated.connect(self._keep)
        self.team.changed.connect(self._keep)
        self.setFocusProxy(self.texts["name"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The heading and the button are never cut for the hint."""
        super().resizeEvent(event)
        self.saved.setVisible(self.width() >= _ROOM_FOR_HINT)

    def open(self, inspection_id: str) -> None:
        self._inspection = None
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: (a.inspections.inspection(inspection), a.workspace.people()), self._show)

    def select(self, identity: str) -> None:
        """Put the keyboard into the field of that name, or the team."""
        field = self.team if identity == "team" else self.texts.get(identity)
        if field is not None:
            field.setFocus()
            self._area.ensureWidgetVisible(field)

    @Slot(object)
    def _show(self, found: tuple[Inspection, list[Person]]) -> None:
        inspection, people = found
        if inspection.id != self.inspection_id:
            return
        is_first, self._inspection = self._inspection is None, inspection
        institution = inspection.institution
        texts = {editor: getattr(institution, name) for name, editor in self.texts.items()}
        texts |= {self.purpose: inspection.purpose, self.task_number: inspection.task_number}
        for editor, text in texts.items():
            if is_first or not editor.hasFocus():  # what is being typed stays
                editor.setText(text)
                editor.setCursorPosition(0)
        choose(self.kind, institution.kind)
        choose(self.level, institution.level)
        choose(self.ownership, institution.ownership)
        choose(self.mode, inspection.mode)
        if is_first or self.team.chosen != inspection.team:
            self.team.show_people(people, inspection.team)
        for field, day in ((self.data_from, inspection.data_from), (self.data_to, inspection.data_to)):
            if is_first or not field.hasFocus():
                field.show_day(day)
        self._check()

    @Slot()
    def _check(self) -> None:
        """Say what is wrong with the codes; a wrong code is kept all the same, the place may print it so."""
        is_named = bool(self.texts["name"].text().strip())
        self.name.tell("" if is_named else self.tr("Without a name the one before stays."))
        code = normalised_code(self.texts["code"].text())
        credit = normalised_code(self.texts["credit_code"].text())
        fault = institution_code_fault(code) if code else None
        self.code.tell(say(fault) if fault else "")
        fault = credit_code_fault(credit) if credit else None
        self.credit_code.tell(say(fault) if fault else "")

    def _read(self, before: Inspection) -> Inspection:
        values = {name: editor.text().strip() for name, editor in self.texts.items()}
        for name in ("code", "credit_code"):
            values[name] = normalised_code(values[name])
        values["name"] = values["name"] or before.institution.name
        institution = replace(
            before.institution,
            **values,  # type: ignore[arg-type]
            kind=self.kind.currentData(),
            level=self.level.currentData(),
            ownership=self.ownership.currentData(),
        )
        return replace(
            before,
            institution=institution,
            team=self.team.chosen,
            purpose=self.purpose.text().strip(),
            task_number=self.task_number.text().strip(),
            mode=self.mode.currentData(),
            data_from=self.data_from.day,
            data_to=self.data_to.day,
        )

    @Slot()
    def _keep(self, _choice: int = 0) -> None:
        """Save what differs from what is stored; what cannot be saved is told, and stays as typed."""
        if self._inspection is None:
            return
        before, revised = self._inspection, self._read(self._inspection)
        if revised != before:
            self._inspection = revised
            self.worker.run(lambda a: _save(a, revised), self._saved, partial(self._refused, before))

    @Slot(object)
    def _saved(self, _inspection: Inspection) -> None:
        self.saved.setText(self.tr("Saved."))

    def _refused(self, before: Inspection, problem: Problem) -> None:
        self._inspection = before
        self.saved.setText(self.tr("Not saved."))
        self.worker.problem.emit(problem)

    @Slot()
    def _finish(self) -> None:
        self._keep()
        self.goTo.emit("overview", "")
