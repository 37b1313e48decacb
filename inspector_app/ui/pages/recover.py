"""A forgotten passphrase: the printed key or the bureau's key lets a person back in with a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QVBoxLayout, QWidget

from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import PersonId
from inspector_app.domain.people import Person
from inspector_app.services.activities import Activities
from inspector_app.ui.language import say
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.form import Field
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import NewPassphrase
from inspector_app.ui.worker import Worker

WIDTH = 520
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _recover(activities: Activities, key: str, person: PersonId, passphrase: str, *, bureau: bool) -> Person:
    if bureau:
        return activities.workspace.recover_as_bureau(key, person, passphrase)
    return activities.workspace.recover(key, person, passphrase)


class RecoverPage(QWidget):
    """Takes the key from paper and a new passphrase for one person."""

    unlocked = Signal()
    left = Signal()

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._person = PersonId("")
        self.by_paper = QRadioButton(self.tr("With the printed recovery key"))
        self.by_bureau = QRadioButton(self.tr("With the bureau's private key"))
        self.by_paper.setChecked(True)
        self.by_paper.toggled.connect(self._on_way)
        self.key = QLineEdit()
        self.key_field = Field("", self.key)
        self.new = NewPassphrase()
        self.key.returnPressed.connect(self.new.first.setFocus)
        self.new.entered.connect(self._recover)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        self.button = QPushButton(self.tr("Set the passphrase and unlock"))
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self._recover)
        back = QPushButton(self.tr("Back"))
        for button in (self.button, back):
            button.setAutoDefault(True)
        back.setShortcut("Escape")
        back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addWidget(back)
        buttons.addStretch()

        column = Column(WIDTH)
        column.rows.addStretch(1)
        column.rows.addWidget(label(self.tr("Forgot your passphrase?"), "title"))
        column.rows.addWidget(
            label(
                self.tr(
                    "Nobody can read your passphrase back to you. With one of these keys you set a new one; "
                    "the data stays as it is. Your signing key cannot be saved: you get a new certificate, "
                    "and one that was imported has to be imported again."
                ),
                "muted",
                wrap=True,
            )
        )
        for widget in (self.by_paper, self.by_bureau, self.key_field, self.new, self.fault):
            column.rows.addWidget(widget)
        column.rows.addLayout(buttons)
        column.rows.addStretch(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.setFocusProxy(self.key)
        self._on_way()

    def ask_for(self, person_id: str) -> None:
        """Begin for that person, with nothing typed."""
        self._person = PersonId(person_id)
        self.key.clear()
        self.new.clear()
        self.fault.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.key.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on what has no Enter of its own is the page's main action."""
        if event.key() in ENTER and not isinstance(self.focusWidget(), QLineEdit):
            self._recover()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_way(self) -> None:
        paper = self.by_paper.isChecked()
        text = self.tr("Recovery key") if paper else self.tr("Private key (begins with AGE-SECRET-KEY-1)")
        hint = (
            self.tr("Eight groups of five characters. Case, spaces and dashes do not matter.")
            if paper
            else ""
        )
        self.key_field.rename(text)
        self.key_field.advise(hint)
        self.key.setEchoMode(QLineEdit.EchoMode.Normal if paper else QLineEdit.EchoMode.Password)
        self.key.clear()

    @Slot()
    def _recover(self) -> None:
        if not self.new.check() or not self.button.isEnabled():
            return
        key, passphrase, person = self.key.text(), self.new.text, self._person
        bureau = self.by_bureau.isChecked()
        self.button.setEnabled(False)
        self._worker.run(
            lambda a: _recover(a, key, person, passphrase, bureau=bureau), self._opened, self._refused
        )

    @Slot(object)
    def _opened(self, _person: Person) -> None:
        self.button.setEnabled(True)
        self.key.clear()
        self.new.clear()
        self.unlocked.emit()

    def _refused(self, problem: Problem) -> None:
        self.button.setEnabled(True)
        self.fault.setText(say(problem))
        self.fault.show()
