"""The first start on another laptop: go on from a safety copy, with a passphrase or the recovery key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.errors import Cancelled, Problem
from inspector_app.domain.ids import PersonId
from inspector_app.services.copy_reading import FoundCopy
from inspector_app.services.restoring import Restored
from inspector_app.services.safety_copies import WhoGoesOn, restored_words
from inspector_app.ui.language import say
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.form import Field
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import NewPassphrase, passphrase_edit
from inspector_app.ui.worker import Task, Worker

WIDTH = 560
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RestorePage(QWidget):
    """Where the copy is, what opens it, who goes on."""

    unlocked = Signal()
    left = Signal()

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._who: WhoGoesOn | None = None
        self._task: Task | None = None
        self._done = False
        self.place = QLineEdit()
        self.place.setReadOnly(True)
        self.choose_button = QPushButton(self.tr("Choose the stick or folder…"))
        self.choose_button.clicked.connect(self._choose)
        self.copies = QComboBox()
        self.copies_field = Field(self.tr("Which copy"), self.copies)
        self.by_passphrase = QRadioButton(self.tr("With my passphrase"))
        self.by_paper = QRadioButton(self.tr("With the printed recovery key"))
        self.by_passphrase.setChecked(True)
        self.by_passphrase.toggled.connect(self._on_way)
        self.passphrase = passphrase_edit()
        self.passphrase_field = Field(
            self.tr("Passphrase"),
            self.passphrase,
            self.tr("The one that you had on the lost laptop on the day of the copy."),
        )
        self.key = QLineEdit()
        self.key_field = Field(
            self.tr("Recovery key"),
            self.key,
            self.tr("Eight groups of five characters. Case, spaces and dashes do not matter."),
        )
        self.person = QComboBox()
        self.person_field = Field(self.tr("Who goes on"), self.person)
        self.new = NewPassphrase()
        self.told = label("", "error", wrap=True)
        self.bar = QProgressBar()
        self.go_button = QPushButton(self.tr("Go on from this copy"))
        self.go_button.setProperty("role", "primary")
        self.go_button.clicked.connect(self.go_on)
        self.back_button = QPushButton(self.tr("Back"))
        self.back_button.setShortcut("Escape")
        self.back_button.clicked.connect(self._back)
        for button in (self.choose_button, self.go_button, self.back_button):
            button.setAutoDefault(True)
        for editor in (self.passphrase, self.key):
            editor.returnPressed.connect(self.go_on)
        self.new.entered.connect(self.go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column())
        self.setFocusProxy(self.choose_button)
        for widget in (self.copies_field, self.person_field, self.new, self.told, self.bar):
            widget.hide()
        self._on_way()

    def _column(self) -> Column:
        column = Column(WIDTH)
        column.rows.addStretch(1)
        column.rows.addWidget(label(self.tr("Go on from a safety copy"), "title"))
        column.rows.addWidget(
            label(
                self.tr(
                    "The copy is read through first. This laptop then goes on under a name of its own: "
                    "should the lost one be found, nothing of either is in doubt."
                ),
                "muted",
                wrap=True,
            )
        )
        place = QHBoxLayout()
        place.addWidget(self.place, 1)
        place.addWidget(self.choose_button)
        column.rows.addLayout(place)
        ways = QHBoxLayout()
        ways.addWidget(self.by_passphrase)
        ways.addWidget(self.by_paper)
        ways.addStretch()
        column.rows.addWidget(self.copies_field)
        column.rows.addLayout(ways)
        for widget in (
            self.passphrase_field,
            self.key_field,
            self.person_field,
            self.new,
            self.bar,
            self.told,
        ):
            column.rows.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch()
        column.rows.addLayout(buttons)
        column.rows.addStretch(2)
        return column

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on what has no Enter of its own is the page's main action."""
        if event.key() in ENTER and not isinstance(self.window().focusWidget(), QLineEdit):
            self.go_on()
        else:
            super().keyPressEvent(event)

    # Where

    @Slot()
    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.choose_button.text(), self.place.text())
        if chosen:
            self.look_in(Path(chosen))

    def look_in(self, place: Path) -> None:
        """Look for copies on a stick."""
        self.place.setText(str(place))
        self._forget()
        self._worker.run(lambda a: a.safety.find(place), self._show_copies, self._refused)

    @Slot(object)
    def _show_copies(self, found: tuple[FoundCopy, ...]) -> None:
        self.copies.clear()
        for one in found:
            self.copies.addItem(
                f"{one.changed_at.astimezone(BEIJING):%Y-%m-%d %H:%M}   {one.folder.name}", one.folder
            )
        self.copies_field.setVisible(len(found) > 1)
        self._tell("")
        (self.passphrase if self.by_passphrase.isChecked() else self.key).setFocus()

    # What opens it

    @Slot()
    def _on_way(self) -> None:
        paper = self.by_paper.isChecked()
        self.passphrase_field.setVisible(not paper)
        self.key_field.setVisible(paper)
        self._forget()

    def _forget(self) -> None:
        """What was opened belongs to another copy or another key."""
        self._who = None
        self.person_field.hide()
        self.new.hide()
        self.new.clear()
        self._tell("")

    @Slot()
    def go_on(self) -> None:
        """Open the copy; with the recovery key a person has to be named then; then put it back."""
        if self._done:
            self.unlocked.emit()
            return
        folder = self.copies.currentData()
        if not self.go_button.isEnabled():
            return
        if folder is None:
            self._tell(self.tr("Choose the stick or folder with the safety copy first."))
            self.choose_button.setFocus()
            return
        if self._who is not None and self._who.person is None:
            self._restore_with_key()
            return
        passphrase = self.passphrase.text()
        key = self.key.text() if self.by_paper.isChecked() else ""
        if not (key if self.by_paper.isChecked() else passphrase):
            (self.key if self.by_paper.isChecked() else self.passphrase).setFocus()
            return
        self.go_button.setEnabled(False)
        self._worker.run(
            lambda a: a.safety.open(folder, passphrase=passphrase, recovery_key=key),
            self._opened,
            self._refused,
        )

    @Slot(object)
    def _opened(self, who: WhoGoesOn) -> None:
        self._who = who
        self.go_button.setEnabled(True)
        self._tell("")
        if who.person is not None:
            self._restore(who.person.id, self.passphrase.text(), "")
            return
        self.person.clear()
        for one in who.people:
            self.person.addItem(one.name, one.id)
        self.person_field.show()
        self.new.show()
        self.person.setFocus()

    def _restore_with_key(self) -> None:
        if not self.new.check() or not self.new.text:
            self.new.first.setFocus()
            return
        self._restore(PersonId(self.person.currentData()), self.new.text, self.key.text())

    # Putting it back

    def _restore(self, person: PersonId, passphrase: str, key: str) -> None:
        who = self._who
        if who is None:
            return
        self.go_button.setEnabled(False)
        self.choose_button.setEnabled(False)
        self.back_button.setText(self.tr("Cancel"))
        self._tell("")
        self.bar.setRange(0, 0)
        self.bar.show()
        self._task = self._worker.start(
            lambda a, progress: a.safety.restore(
                who, person, progress, passphrase=passphrase, recovery_key=key
            ),
            self._restored,
            self._refused,
            title=self.tr("Going on from a safety copy"),
        )
        self._task.moved.connect(self._move)

    @Slot()
    def _move(self) -> None:
        if self._task is not None and self._task.total:
            self.bar.setRange(0, 1000)
            self.bar.setValue(self._task.done * 1000 // self._task.total)

    @Slot(object)
    def _restored(self, done: Restored) -> None:
        self._done = True
        self._task = None
        for editor in (self.passphrase, self.key):
            editor.clear()
        self.new.clear()
        self.bar.hide()
        self.back_button.hide()
        for widget in (self.passphrase_field, self.key_field, self.person_field, self.new):
            widget.hide()
        for button in (self.by_passphrase, self.by_paper, self.choose_button):
            button.setEnabled(False)
        self._tell("\n\n".join(say(one) for one in restored_words(done)), "")
        self.go_button.setText(self.tr("Begin"))
        self.go_button.setEnabled(True)
        self.go_button.setFocus()

    @Slot()
    def _back(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self.left.emit()

    def _refused(self, problem: Problem) -> None:
        self._task = None
        self.bar.hide()
        self.go_button.setEnabled(True)
        self.choose_button.setEnabled(True)
        self.back_button.setText(self.tr("Back"))
        self._tell(
            self.tr("Cancelled. Nothing was set up.") if isinstance(problem, Cancelled) else say(problem)
        )

    def _tell(self, text: str, role: str = "error") -> None:
        self.told.setText(text)
        self.told.setProperty("role", role)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setVisible(bool(text))
