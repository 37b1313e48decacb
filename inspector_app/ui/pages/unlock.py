"""The unlock page: who goes on, and their passphrase; after wrong ones it counts down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.errors import DamagedWorkspace, Problem
from inspector_app.domain.ids import PersonId
from inspector_app.ui.language import say
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.form import Field
from inspector_app.ui.widgets.key_caps import KeyHints
from inspector_app.ui.widgets.marks import IconLabel, label
from inspector_app.ui.widgets.passphrase import passphrase_edit
from inspector_app.ui.worker import Worker

if TYPE_CHECKING:
    from inspector_app.domain.access import Slot as KeySlot
    from inspector_app.domain.people import Person

WIDTH = 400
_FORGOTTEN = "F2"
_ID = int(Qt.ItemDataRole.UserRole)


class UnlockPage(QWidget):
    """Asks for a person's own passphrase; the journal's person is whoever gave it."""

    unlocked = Signal()
    recoverWanted = Signal(str)
    """A person's id: the passphrase is forgotten."""
    damaged = Signal(str, str, object)
    """A person's id and passphrase, and what is said of the workspace's file, which they do not open."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._seconds = 0
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)

        self.people = QListWidget()
        self.people.setProperty("role", "boxed")
        self.people_field = Field(self.tr("Who are you?"), self.people)
        self.passphrase = passphrase_edit()
        self.passphrase.returnPressed.connect(self._unlock)
        self.passphrase.textChanged.connect(self._show_state)
        self.passphrase.installEventFilter(self)
        self.passphrase_field = Field(self.tr("Passphrase"), self.passphrase)
        self.button = QPushButton(self.tr("Unlock"))
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self._unlock)
        self.forgotten = QPushButton(self.tr("Forgot your passphrase?"))
        self.forgotten.setProperty("role", "link")
        self.forgotten.setShortcut(QKeySequence(_FORGOTTEN))
        self.forgotten.clicked.connect(lambda: self.recoverWanted.emit(self.person_id))
        self.people.currentItemChanged.connect(self._on_person)
        self.people.itemActivated.connect(lambda _item: self.passphrase.setFocus())

        column = Column(WIDTH)
        column.rows.setContentsMargins(0, 20, 0, 20)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel("lock", "accent", 24))
        head.addWidget(label(self.tr("The desk is locked"), "title"), 1)
        column.rows.addStretch(1)
        column.rows.addLayout(head)
        column.rows.addWidget(
            label(
                self.tr("Everything on this laptop is encrypted. Your passphrase opens it."),
                "muted",
                wrap=True,
            )
        )
        column.rows.addWidget(self.people_field)
        column.rows.addWidget(self.passphrase_field)
        column.rows.addWidget(self.button)
        column.rows.addWidget(self.forgotten, alignment=Qt.AlignmentFlag.AlignLeft)
        hints = (
            ("↑ ↓", self.tr("another person")),
            ("Enter", self.tr("unlock")),
            (_FORGOTTEN, self.tr("forgotten")),
        )
        column.rows.addWidget(KeyHints(hints))
        column.rows.addStretch(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.setFocusProxy(self.passphrase)
        self._show_state()
        self.refresh()

    @property
    def person_id(self) -> str:
        item = self.people.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def refresh(self) -> None:
        """Ask who has a passphrase here."""
        self._worker.glance(lambda door: door.people_who_unlock(), self._show_people)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.passphrase.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down choose who it is, also from the line of the passphrase."""
        if (
            watched is self.passphrase
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                row = self.people.currentRow() + step
                self.people.setCurrentRow(min(max(row, 0), self.people.count() - 1))
                return True
        return super().eventFilter(watched, event)

    @Slot(object)
    def _show_people(self, slots: tuple[KeySlot, ...]) -> None:
        chosen = self.person_id
        self.people.clear()
        for slot in slots:
            item = QListWidgetItem(slot.label, self.people)
            item.setData(_ID, slot.id)
            if slot.id == chosen:
                self.people.setCurrentItem(item)
        if self.people.currentItem() is None:
            self.people.setCurrentRow(0)
        rows = min(max(self.people.count(), 1), 5)
        self.people.setFixedHeight(rows * 40 + 8)

    @Slot()
    def _on_person(self) -> None:
        self.passphrase.clear()
        self.passphrase_field.tell("")
        self._wait(0)
        self._ask_wait()

    def _ask_wait(self) -> None:
        person = PersonId(self.person_id)
        if person:
            self._worker.glance(lambda door: (person, door.seconds_to_wait(person)), self._on_wait)

    @Slot(object)
    def _on_wait(self, answer: tuple[PersonId, int]) -> None:
        person, seconds = answer
        if person == self.person_id:
            self._wait(seconds)

    @Slot()
    def _unlock(self) -> None:
        if not self.button.isEnabled():
            return
        person, passphrase = PersonId(self.person_id), self.passphrase.text()
        self._busy = True
        self.passphrase_field.tell("")
        self._show_state()
        self._worker.run(lambda a: a.workspace.unlock(person, passphrase), self._opened, self._refused)

    @Slot(object)
    def _opened(self, _person: Person) -> None:
        self._busy = False
        self.passphrase.clear()
        self.unlocked.emit()

    def _refused(self, problem: Problem) -> None:
        self._busy = False
        if isinstance(problem, DamagedWorkspace):
            passphrase = self.passphrase.text()
            self.passphrase.clear()
            self.damaged.emit(self.person_id, passphrase, problem)
            return
        self.passphrase_field.tell(say(problem))
        self.passphrase.selectAll()
        self.passphrase.setFocus()
        self._show_state()
        self._ask_wait()

    def _wait(self, seconds: int) -> None:
        self._seconds = seconds
        if seconds:
            self._timer.start()
        else:
            self._timer.stop()
        self._show_state()

    @Slot()
    def _count_down(self) -> None:
        self._wait(max(0, self._seconds - 1))

    @Slot()
    def _show_state(self) -> None:
        """The button says what it waits for."""
        if self._seconds:
            text = self.tr("Try again in {seconds} s").format(seconds=self._seconds)
        else:
            text = self.tr("Opening …") if self._busy else self.tr("Unlock")
        self.button.setText(text)
        self.button.setEnabled(bool(self.passphrase.text()) and not self._seconds and not self._busy)
