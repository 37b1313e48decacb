"""The first start: whose laptop this is, its first person, and what opens it without a passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import Problem
from inspector_app.domain.people import Person, Role
from inspector_app.domain.workspace import WaysIn
from inspector_app.services.activities import Activities
from inspector_app.ui.language import say
from inspector_app.ui.pages.safekeeping import Safekeeping
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.form import Field, choice
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import NewPassphrase
from inspector_app.ui.worker import Worker

WIDTH = 560


def _bureau_of_region(activities: Activities) -> str:
    """Return the bureau that the region's pack names; a pack not filled in yet has a hint in brackets."""
    name = activities.packs.region().bureau.name
    return "" if name.startswith(("（", "(")) else name


class FirstStartPage(QWidget):
    """Two steps: who, and how not to lose everything."""

    unlocked = Signal()

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._ways: WaysIn | None = None
        self.steps = QStackedWidget()
        self.steps.addWidget(self._build_who())
        self.steps.addWidget(self._build_safekeeping())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.steps)
        self.setFocusProxy(self.bureau)
        worker.run(_bureau_of_region, self._propose_bureau, lambda _problem: None)

    def _build_who(self) -> Column:
        self.bureau = QLineEdit()
        self.name = QLineEdit()
        self.certificate = QLineEdit()
        self.role = choice(Role)
        self.new = NewPassphrase()
        self.new.entered.connect(self._create)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        self.set_up = QPushButton(self.tr("Set up this laptop"))
        self.set_up.setProperty("role", "primary")
        self.set_up.clicked.connect(self._create)

        column = Column(WIDTH)
        column.rows.addStretch(1)
        column.rows.addWidget(label(self.tr("Welcome to the inspection desk"), "title"))
        column.rows.addWidget(
            label(
                self.tr(
                    "This laptop is not set up yet. Everything you record stays on it, encrypted; "
                    "it works without a network."
                ),
                "muted",
                wrap=True,
            )
        )
        column.rows.addWidget(
            Field(self.tr("Your bureau"), self.bureau, self.tr("As it stands on its documents."))
        )
        column.rows.addWidget(Field(self.tr("Your name"), self.name))
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(
            Field(self.tr("Certificate number"), self.certificate, self.tr("Only holders may inspect.")), 1
        )
        across.addWidget(Field(self.tr("Role"), self.role), 1)
        column.rows.addLayout(across)
        column.rows.addWidget(self.new)
        column.rows.addWidget(self.fault)
        buttons = QHBoxLayout()
        buttons.addWidget(self.set_up)
        buttons.addStretch()
        column.rows.addLayout(buttons)
        column.rows.addStretch(2)
        for editor, following in ((self.bureau, self.name), (self.name, self.certificate)):
            editor.returnPressed.connect(following.setFocus)
        self.certificate.returnPressed.connect(self.new.first.setFocus)
        return column

    def _build_safekeeping(self) -> Column:
        self.safekeeping = Safekeeping(self._worker)
        self.safekeeping.waysChanged.connect(self._on_ways)
        self.safekeeping.kept.clicked.connect(self._on_kept)
        self.begin = QPushButton(self.tr("Begin"))
        self.begin.setProperty("role", "primary")
        self.begin.clicked.connect(self._begin)
        self.hint = label("", "muted", wrap=True)
        column = Column(WIDTH)
        column.rows.addStretch(1)
        column.rows.addWidget(label(self.tr("What opens this laptop"), "title"))
        column.rows.addWidget(self.safekeeping)
        buttons = QHBoxLayout()
        buttons.addWidget(self.begin)
        buttons.addWidget(self.hint, 1)
        column.rows.addLayout(buttons)
        column.rows.addStretch(2)
        return column

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.steps.currentIndex() == 0:
            self.bureau.setFocus()

    @Slot(object)
    def _propose_bureau(self, name: str) -> None:
        if not self.bureau.text():
            self.bureau.setText(name)
            self.bureau.selectAll()

    @Slot()
    def _create(self) -> None:
        if not self.new.check() or not self.set_up.isEnabled():
            return
        given = {
            "bureau": self.bureau.text(),
            "name": self.name.text(),
            "certificate_number": self.certificate.text(),
            "passphrase": self.new.text,
        }
        role = self.role.currentData()
        self.set_up.setEnabled(False)
        self.fault.hide()
        self._worker.run(lambda a: a.workspace.create(**given, role=role), self._created, self._refused)

    @Slot(object)
    def _created(self, _person: Person) -> None:
        self.new.clear()
        self.steps.setCurrentIndex(1)
        self.safekeeping.refresh()
        self.safekeeping.make_key.setFocus()

    def _refused(self, problem: Problem) -> None:
        self.set_up.setEnabled(True)
        self.fault.setText(say(problem))
        self.fault.show()

    @Slot(object)
    def _on_ways(self, ways: WaysIn) -> None:
        self._ways = ways
        self._show_hint()

    @Slot()
    def _on_kept(self) -> None:
        self._show_hint()
        self.begin.setFocus()

    def _show_hint(self) -> None:
        hint = ""
        if self.safekeeping.shows_a_key:
            hint = self.tr("Print or write down the key first.")
        elif self._ways is not None and not self._ways.may_inspect:
            hint = self.tr("You can do this later; until then no inspection can be opened.")
        self.hint.setText(hint)
        self.begin.setEnabled(not self.safekeeping.shows_a_key)

    @Slot()
    def _begin(self) -> None:
        self.unlocked.emit()
