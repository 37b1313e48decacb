"""People and keys: who works with this laptop, their passphrases and certificates, and the ways in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.access import Voucher
from inspector_app.domain.calendar import official_day
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import PersonId
from inspector_app.domain.people import Person, Role
from inspector_app.services.activities import Activities
from inspector_app.ui.language import say
from inspector_app.ui.models.people import CERTIFICATE, NAME, PeopleModel, PersonRow
from inspector_app.ui.pages.page import Page
from inspector_app.ui.pages.people_forms import CertificateForm, PassphraseForm, PersonForm, SmallForm
from inspector_app.ui.pages.safekeeping import Safekeeping
from inspector_app.ui.pages.token_form import TokenForm
from inspector_app.ui.widgets.action_bar import ActionBar
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker

_RIGHT_WIDTH = 370
_NARROW = 1060
"""Pixels; below, the table has the whole width."""
_LEAST_TABLE = 150
_WIDEST = 16_777_215
"""Qt's own largest size: no limit."""


def _read(activities: Activities) -> tuple[list[PersonRow], PersonId, str]:
    workspace = activities.workspace
    unlocks = {str(slot.id) for slot in workspace.people_who_unlock()}
    certificates = {entry.id: entry for entry in workspace.credentials.certificates()}
    people = workspace.people()
    names = {person.id: person.name for person in people}
    today = official_day(activities.desk.clock.now())
    rows = []
    for person in people:
        standing = workspace.standing(person.id)
        row = PersonRow(
            person=person,
            unlocks=person.id in unlocks,
            certificate=certificates.get(person.id),
            voucher=workspace.voucher_for(person.id),
            standing=standing,
            giver=names.get(standing.given.by, "") if standing.given else "",
            is_here=person.id == activities.desk.person.id,
            today=today,
        )
        rows.append(row)
    return rows, activities.desk.person.id, workspace.profile().bureau


def _save(
    activities: Activities, old: Person | None, name: str, number: str, role: Role, unit: str, lead: str
) -> Person:
    if old is None:
        return activities.workspace.add_person(name, number, role, unit=unit, lead_passphrase=lead)
    changed = replace(old, name=name.strip(), certificate_number=number.strip(), role=role, unit=unit.strip())
    return activities.workspace.revise_person(changed, lead_passphrase=lead)


def _set_passphrase(activities: Activities, person: PersonId, old: str, new: str) -> None:
    if activities.workspace.voucher_for(person) is Voucher.THEMSELVES:
        activities.workspace.change_passphrase(person, old, new)
    else:
        activities.workspace.give_passphrase(person, new, vouched=old)


def _import(activities: Activities, owner: PersonId | None, own: str, file: Path, words: str) -> None:
    credentials = activities.workspace.credentials
    if owner is None:
        credentials.import_file_for_bureau(file, words)
    else:
        credentials.import_file_for_person(owner, own, file, words)


class PeoplePage(Page):
    """A table of people; what is done with the chosen one stands beside it, never over it."""

    concerns = frozenset({"person", "profile", "certificate"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._me = PersonId("")
        self._bureau = ""
        self._has_lead = False
        self._owner: PersonId | None = None
        self._wanted = ""
        """What a link asked for and the table has to be here for."""
        self._comes_from_new = False
        """A new inspection waits for a person; it is gone on with once that is done or left."""
        self._saved_last: PersonId | None = None
        """Whoever was entered or corrected last is chosen once the table shows them."""
        self.model = PeopleModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("People"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(CERTIFICATE, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.doubleClicked.connect(lambda _index: self._correct())

        self.add_action = self.action(self.tr("Add a person"), self._add, "Ctrl+Shift+A")
        self.correct_action = self.action(self.tr("Correct the details"), self._correct, "F2")
        self.passphrase_action = self.action(self.tr("Change the passphrase"), self._passphrase, "F6")
        self.certificate_action = self.action(self.tr("Import a certificate"), self._certificate, "F7")
        self.bureau_action = self.action(self.tr("Import the bureau's certificate"), self._bureaus, "F8")
        self.token_action = self.action(self.tr("Use a token"), self._token, "Shift+F7")
        self.bureau_token_action = self.action(
            self.tr("Use a token for the bureau"), self._bureaus_token, "Shift+F8"
        )
        self.end_action = self.action(self.tr("End access"), self._end_access)
        self._forms()
        self._arrange()
        self.setFocusProxy(self.table)

    def _forms(self) -> None:
        self.person_form, self.passphrase_form = PersonForm(), PassphraseForm()
        self.certificate_form, self.token_form = CertificateForm(), TokenForm(self.worker)
        self.safekeeping = Safekeeping(self.worker)
        self.safekeeping.setAccessibleName(self.tr("What opens this laptop"))
        ways = QWidget()
        rows = QVBoxLayout(ways)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(14)
        rows.addWidget(label(self.tr("What opens this laptop"), "subtitle"))
        rows.addWidget(self.safekeeping)
        rows.addStretch()
        self.side = QStackedWidget()
        self.side.addWidget(ways)
        for form in (self.person_form, self.passphrase_form, self.certificate_form, self.token_form):
            self.side.addWidget(form)
            form.left.connect(self._leave_form)
        self.person_form.submitted.connect(self._save_person)
        self.passphrase_form.submitted.connect(self._save_passphrase)
        self.certificate_form.submitted.connect(self._save_certificate)
        self.certificate_form.tokenWanted.connect(self._token_instead)
        self.token_form.done.connect(lambda: self._done(self.token_form))

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        add = ActionButton(self.add_action, quiet=False)
        add.setProperty("role", "primary")
        others = (self.correct_action, self.passphrase_action, self.certificate_action, self.end_action)
        buttons.addWidget(add)
        buttons.addWidget(ActionBar(others), 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(label(self.tr("People & keys"), "title"))
        left.addLayout(buttons)
        left.addWidget(self.table, 1)
        bureau = QHBoxLayout()
        self.bureau_label = label("", "muted", wrap=True)
        bureau.addWidget(self.bureau_label, 1)
        bureau.addWidget(ActionButton(self.bureau_action, quiet=False))
        left.addLayout(bureau)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.side)
        self._area = area
        self.table.setMinimumHeight(_LEAST_TABLE)
        self._sides = QHBoxLayout(self)
        self._sides.setContentsMargins(28, 22, 28, 20)
        self._sides.setSpacing(36)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(area)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put what stands beside the table beneath it where there is no room for both."""
        is_narrow = self.width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(direction)
        self._sides.setSpacing(14 if is_narrow else 36)
        self._sides.setStretch(1, 1 if is_narrow else 0)
        self._area.setMinimumWidth(0 if is_narrow else _RIGHT_WIDTH + 20)
        self._area.setMaximumWidth(_WIDEST if is_narrow else _RIGHT_WIDTH + 20)

    # Showing

    def refresh(self) -> None:
        self.worker.run(_read, self._show)
        self.safekeeping.refresh()

    @Slot(object)
    def _show(self, found: tuple[list[PersonRow], PersonId, str]) -> None:
        rows, self._me, self._bureau = found
        self._has_lead = any(row.unlocks and row.person.role.leads for row in rows)
        chosen = self.chosen
        self.model.set_rows(rows)
        wanted, self._saved_last = self._saved_last, None
        row = self.model.row_of(wanted or (chosen.person.id if chosen else self._me))
        self.table.setCurrentIndex(self.model.index(max(row, 0), NAME))
        self.bureau_label.setText(self._bureau)
        self._on_row()
        asked, self._wanted = self._wanted, ""
        if asked == "passphrase":
            self.select(self._me)
            self._passphrase()
        elif asked == "new":
            self._add()
            self._comes_from_new = True

    @property
    def chosen(self) -> PersonRow | None:
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def select(self, identity: str) -> None:
        """Choose a person; ``passphrase`` asks whoever is here for a new one, ``new`` for a new person.

        ``new`` comes from a new inspection and leads back there.
        """
        if identity in ("passphrase", "new"):
            self._wanted = identity
            self.refresh()
            return
        self.table.setCurrentIndex(self.model.index(self.model.row_of(identity), NAME))

    @Slot()
    def _on_row(self) -> None:
        row = self.chosen
        self.correct_action.setEnabled(row is not None)
        self.passphrase_action.setEnabled(row is not None)
        has_one = row is None or row.unlocks
        words = self.tr("Change the passphrase") if has_one else self.tr("Set a passphrase")
        self.passphrase_action.setText(words)
        self.certificate_action.setEnabled(row is not None and row.unlocks)
        self.token_action.setEnabled(row is not None and row.unlocks)
        self.end_action.setEnabled(row is not None and row.unlocks and row.person.id != self._me)

    # Doing

    def _open_form(self, form: SmallForm) -> None:
        self.side.setCurrentWidget(form)
        form.setFocus()

    @Slot()
    def _leave_form(self) -> None:
        self.side.setCurrentIndex(0)
        self.table.setFocus()
        if self._comes_from_new:
            self._comes_from_new = False
            self.goTo.emit("new", "")

    def _done(self, form: SmallForm) -> None:
        form.answer()
        self._leave_form()
        self.refresh()

    def _add(self) -> None:
        """Ask for a new person; what was typed before and not saved is still there."""
        self._comes_from_new = False
        self.person_form.show_person(None, has_lead=self._has_lead)
        self._open_form(self.person_form)

    def _correct(self) -> None:
        if self.chosen is not None:
            self.person_form.show_person(self.chosen.person, has_lead=self._has_lead)
            self._open_form(self.person_form)

    def _passphrase(self) -> None:
        if self.chosen is not None:
            self.passphrase_form.show_person(self.chosen.person, self.chosen.voucher)
            self._owner = self.chosen.person.id
            self._open_form(self.passphrase_form)

    def _certificate(self) -> None:
        if self.chosen is not None:
            self._owner = self.chosen.person.id
            self.certificate_form.show_owner(self.chosen.person.name, is_bureau=False)
            self._open_form(self.certificate_form)

    def _bureaus(self) -> None:
        self._owner = None
        self.certificate_form.show_owner(self._bureau, is_bureau=True)
        self._open_form(self.certificate_form)

    def _token(self) -> None:
        if self.chosen is not None:
            self.token_form.show_owner(self.chosen.person.name, self.chosen.person.id)
            self._open_form(self.token_form)

    @Slot()
    def _token_instead(self) -> None:
        (self.bureau_token_action if self._owner is None else self.token_action).trigger()

    def _bureaus_token(self) -> None:
        self.token_form.show_owner(self._bureau, None)
        self._open_form(self.token_form)

    def _end_access(self) -> None:
        """Ends at once; the recovery key or the bureau's key lets the person in again."""
        if self.chosen is not None:
            person = self.chosen.person.id
            self.worker.run(lambda a: a.workspace.take_passphrase_away(person), lambda _none: self.refresh())

    @Slot()
    def _save_person(self) -> None:
        form = self.person_form
        old, role = form.person, form.role.currentData()
        name, number, unit = form.name.text(), form.number.text(), form.unit.text()
        lead = form.lead_passphrase.text()
        self.worker.run(
            lambda a: _save(a, old, name, number, role, unit, lead),
            self._person_saved,
            lambda problem: self._refused(form, problem),
        )

    @Slot(object)
    def _person_saved(self, person: Person) -> None:
        self._saved_last = person.id
        self.person_form.forget()
        waits, self._comes_from_new = self._comes_from_new, False
        self._done(self.person_form)
        if waits:
            self.goTo.emit(f"new/{person.id}", "")

    @Slot()
    def _save_passphrase(self) -> None:
        form, person = self.passphrase_form, self._owner
        if person is None:
            return
        old, new = form.old.text(), form.new.text
        self.worker.run(
            lambda a: _set_passphrase(a, person, old, new),
            lambda _none: self._passphrase_saved(),
            lambda problem: self._refused(form, problem),
        )

    def _passphrase_saved(self) -> None:
        self.passphrase_form.old.clear()
        self.passphrase_form.new.clear()
        self._done(self.passphrase_form)

    @Slot()
    def _save_certificate(self) -> None:
        form, owner = self.certificate_form, self._owner
        file, words, own = Path(form.file.text().strip()), form.file_passphrase.text(), form.passphrase.text()
        self.worker.run(
            lambda a: _import(a, owner, own, file, words),
            lambda _none: self._certificate_saved(),
            lambda problem: self._refused(form, problem),
        )

    def _certificate_saved(self) -> None:
        self.certificate_form.file_passphrase.clear()
        self.certificate_form.passphrase.clear()
        self._done(self.certificate_form)

    def _refused(self, form: SmallForm, problem: Problem) -> None:
        form.answer(say(problem))
