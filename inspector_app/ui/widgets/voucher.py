"""A person gives their own passphrase for one act: an approval, a signature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.people import Person
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import passphrase_edit


class Voucher(QWidget):
    """Who, their passphrase, and the button that says what it is for, in one line."""

    given = Signal(str, str)
    """The person's id and the passphrase; the line is empty again afterwards."""

    def __init__(self, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: Mapping[str, str] = {}
        self.people = QComboBox()
        self.people.setAccessibleName(self.tr("Person"))
        self.people.setMinimumWidth(110)
        self.passphrase = passphrase_edit()
        self.passphrase.setAccessibleName(self.tr("Passphrase of this person"))
        self.passphrase.setPlaceholderText(self.tr("their own passphrase"))
        self.passphrase.setMinimumWidth(120)
        self.button = QPushButton(act)
        self.button.setProperty("role", "primary")
        self.note = label("", "small", wrap=True)
        self.fault = label("", "error", wrap=True)
        self.note.hide()
        self.fault.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.people, 2)
        row.addWidget(self.passphrase, 3)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.note)
        layout.addWidget(self.fault)
        self.passphrase.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)
        self.people.currentIndexChanged.connect(self._forget)
        self.setFocusProxy(self.passphrase)

    def offer(self, people: Sequence[Person], notes: Mapping[str, str] | None = None) -> None:
        """Offer these people, each with what is to be known of them; the chosen one stays chosen."""
        self._notes = notes or {}
        offered = [self.people.itemData(row) for row in range(self.people.count())]
        if offered != [person.id for person in people]:
            chosen = self.people.currentData()
            self.people.clear()
            for person in people:
                self.people.addItem(person.name, person.id)
            self.people.setCurrentIndex(max(self.people.findData(chosen), 0 if people else -1))
            self.button.setEnabled(bool(people))
        self._show_note()

    def tell(self, fault: str) -> None:
        """Say beneath the line why it did not work."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault:
            self.passphrase.setFocus()

    @Slot()
    def _forget(self) -> None:
        self.passphrase.clear()
        self.tell("")
        self._show_note()

    def _show_note(self) -> None:
        note = self._notes.get(str(self.people.currentData()), "")
        self.note.setText(note)
        self.note.setVisible(bool(note))

    @Slot()
    def _give(self) -> None:
        person, passphrase = self.people.currentData(), self.passphrase.text()
        if person and passphrase:
            self._forget()
            self.given.emit(person, passphrase)
        else:
            self.passphrase.setFocus()
