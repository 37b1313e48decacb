"""The first start: whose laptop this is, its first person, and what opens it without a passphrase."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.access import check_passphrase
from inspector_app.domain.errors import Problem, UnusableInput
from inspector_app.domain.people import Person, Role
from inspector_app.domain.workspace import WaysIn
from inspector_app.services.activities import Activities
from inspector_app.ui.language import CHINESE, ENGLISH, say
from inspector_app.ui.pages.safekeeping import Safekeeping
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.form import Field, choice
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import NewPassphrase
from inspector_app.ui.worker import Worker

WIDTH = 560
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _bureau_of_region(activities: Activities) -> str:
    """Return the bureau that the region's pack names; a pack not filled in yet has a hint in brackets."""
    name = activities.packs.region().bureau.name
    return "" if name.startswith(("（", "(")) else name


class FirstStartPage(QWidget):
    """Two steps: who, and how not to lose everything."""

    unlocked = Signal()
    restoreWanted = Signal()
    languageWanted = Signal(str)
    """The code of a language that was chosen before anything else."""

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
        self.set_up.setAutoDefault(True)

        column = Column(WIDTH)
        column.rows.addStretch(1)
        welcome = QHBoxLayout()
        welcome.addWidget(label(self.tr("Welcome to the inspection desk"), "title"), 1)
        for code, name in ((CHINESE, "中文"), (ENGLISH, "English")):
            welcome.addWidget(self._language_button(code, name))
        column.rows.addLayout(welcome)
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
        self.bureau_field = Field(
            self.tr("Your bureau"), self.bureau, self.tr("As it stands on its documents.")
        )
        self.name_field = Field(self.tr("Your name"), self.name, self.tr("As it stands on your certificate."))
        column.rows.addWidget(self.bureau_field)
        column.rows.addWidget(self.name_field)
        for field in (self.bureau_field, self.name_field, self.new.second_field):
            field.keep_room()
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(
            Field(self.tr("Certificate number"), self.certificate, self.tr("Only holders may inspect.")),
            1,
            Qt.AlignmentFlag.AlignTop,
        )
        across.addWidget(Field(self.tr("Role"), self.role), 1, Qt.AlignmentFlag.AlignTop)
        column.rows.addLayout(across)
        column.rows.addWidget(self.new)
        column.rows.addWidget(self.fault)
        buttons = QHBoxLayout()
        buttons.addWidget(self.set_up)
        buttons.addStretch()
        self.restore = QPushButton(self.tr("Go on from a safety copy…"))
        self.restore.setProperty("role", "link")
        self.restore.setAutoDefault(True)
        self.restore.clicked.connect(self.restoreWanted)
        buttons.addWidget(self.restore)
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
        self.begin.setAutoDefault(True)
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

    def _language_button(self, code: str, name: str) -> QPushButton:
        chinese = QLocale().language() == QLocale.Language.Chinese
        button = QPushButton(name)
        button.setProperty("role", "quiet")
        button.setCheckable(True)
        button.setChecked(chinese == (code == CHINESE))
        button.setAutoDefault(True)
        button.setEnabled(not button.isChecked())
        button.clicked.connect(lambda: self.languageWanted.emit(code))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on what has no Enter of its own is the page's main action."""
        if event.key() not in ENTER or isinstance(self.window().focusWidget(), QLineEdit):
            super().keyPressEvent(event)
        elif self.steps.currentIndex() == 0:
            self._create()
        elif self.begin.isEnabled():
            self._begin()

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
        if not self.set_up.isEnabled() or not self._is_complete():
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

    def _is_complete(self) -> bool:
        """Mark everything that is missing or unusable, and stand in the first of it."""
        faults = (
            (self.bureau_field, "" if self.bureau.text().strip() else self.tr("Enter your bureau's name.")),
            (self.name_field, "" if self.name.text().strip() else self.tr("Enter your name.")),
            (self.new.first_field, self._fault_of_passphrase()),
        )
        for field, fault in faults:
            field.tell(fault)
        wrong = [field.editor for field, fault in faults if fault]
        if not self.new.check():
            wrong.append(self.new.second)
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def _fault_of_passphrase(self) -> str:
        try:
            check_passphrase(self.new.text, self.name.text().strip())
        except UnusableInput as problem:
            return say(problem)
        return ""

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
            hint = self.tr(
                "You can also set this up later; until it is set or the risk is ticked, "
                "no inspection can be opened."
            )
        self.hint.setText(hint)
        self.begin.setEnabled(not self.safekeeping.shows_a_key)

    @Slot()
    def _begin(self) -> None:
        self.unlocked.emit()
