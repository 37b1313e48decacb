"""A new inspection in three fields: where, who, why. Everything else can follow."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection, Mode
from inspector_app.domain.institution import Institution
from inspector_app.domain.people import Person
from inspector_app.services.activities import Activities
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.form import Form, choice
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import scrolled
from inspector_app.ui.widgets.team_picker import TeamPicker
from inspector_app.ui.worker import Worker

WIDTH = 640


def _begin(
    activities: Activities,
    known: Institution | None,
    name: str,
    team: tuple[Person, ...],
    purpose: str,
    mode: Mode,
) -> Inspection:
    institution = known or activities.inspections.new_institution(name)
    bureau = activities.workspace.profile().bureau
    return activities.inspections.open(institution, bureau=bureau, team=team, mode=mode, purpose=purpose)


class NewInspectionPage(Page):
    """Asks for institution, team and purpose, in the order of the Tab key."""

    concerns = frozenset({"person", "institution"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._institutions: list[Institution] = []
        self._me: Person | None = None
        self._added = ""
        """Who was entered for this inspection just now; they are in its team."""
        self.institution = QComboBox()
        self.institution.setEditable(True)
        self.institution.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        editor = self.institution.lineEdit()
        if editor is not None:
            editor.setPlaceholderText(self.tr("Name as on the licence"))
        completer = self.institution.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.team = TeamPicker()
        self.team.changed.connect(self._check)
        self.purpose = QLineEdit()
        self.purpose.setPlaceholderText(self.tr("Such as: night check of patients in bed"))
        self.mode = choice(Mode)

        form = Form(columns=1)
        form.add(
            self.tr("Institution"),
            self.institution,
            self.tr("Choose one that is known here or type a new name; code and address can follow."),
        )
        self.team_field = form.add(self.tr("Team"), self.team)
        self.people = QPushButton(self.tr("Add a person to this laptop …"))
        self.people.setProperty("role", "link")
        self.people.clicked.connect(self._to_people)
        form.add_widget(self.people)
        form.add(self.tr("Purpose"), self.purpose)
        form.add(self.tr("Mode"), self.mode)

        self.purpose.returnPressed.connect(self._ask)
        self.begin_action = self.action(self.tr("Open the inspection"), self._ask, "Ctrl+Return")
        self.cancel_action = self.action(self.tr("Back to the list"), self._leave, "Escape")
        begin = ActionButton(self.begin_action, quiet=False)
        begin.setProperty("role", "primary")
        back = ActionButton(self.cancel_action, text=self.tr("Back"), quiet=False)
        buttons = QHBoxLayout()
        buttons.addWidget(begin)
        buttons.addWidget(back)
        buttons.addStretch()

        column = QWidget()
        column.setFixedWidth(WIDTH)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18)
        layout.addWidget(label(self.tr("New inspection"), "title"))
        layout.addWidget(form)
        layout.addLayout(buttons)
        layout.addStretch()
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(12, 10, 0, 0)
        across.addWidget(column)
        across.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))
        self.setFocusProxy(self.institution)

    @Slot()
    def _to_people(self) -> None:
        """What was typed stays here; whoever is entered there is in the team on coming back."""
        self.goTo.emit("people/new", "")

    def select(self, identity: str) -> None:
        """Take a person into the team who was entered just now."""
        self._added = identity
        self.refresh()

    def refresh(self) -> None:
        self.worker.run(
            lambda a: (a.inspections.institutions(), a.workspace.people(), a.desk.person), self._show
        )

    @Slot(object)
    def _show(self, found: tuple[list[Institution], list[Person], Person]) -> None:
        institutions, people, me = found
        self._me = me
        typed = self.institution.currentText()
        if institutions != self._institutions:
            self._institutions = institutions
            self.institution.clear()
            self.institution.addItems([known.name for known in institutions])
        self.institution.setCurrentIndex(-1)
        self.institution.setEditText(typed)
        added = tuple(person for person in people if person.id == self._added)
        self.team.show_people(people, (self.team.chosen or (me,)) + added)
        self._check()
        if added:
            self._added = ""
            self.purpose.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.institution.setFocus()

    @Slot()
    def _check(self) -> None:
        able = sum(person.may_inspect for person in self.team.chosen)
        self.team_field.advise(
            ""
            if able >= 2
            else self.tr(
                "A visit needs two inspectors with certificate numbers; {count} chosen so far."
            ).format(count=able)
        )

    @Slot()
    def _ask(self) -> None:
        name = self.institution.currentText().strip()
        known = next((one for one in self._institutions if one.name == name), None)
        team, purpose, mode = self.team.chosen, self.purpose.text().strip(), self.mode.currentData()
        self.worker.run(lambda a: _begin(a, known, name, team, purpose, mode), self._begun)

    @Slot(object)
    def _begun(self, inspection: Inspection) -> None:
        self.institution.setEditText("")
        self.purpose.clear()
        self.goTo.emit("overview", InspectionId(inspection.id))

    @Slot()
    def _leave(self) -> None:
        self.goTo.emit("home", "")
