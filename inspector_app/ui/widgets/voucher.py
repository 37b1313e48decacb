"""A person gives their own passphrase for one act: an approval, a signature."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.people import Person
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import passphrase_edit


class Voucher(QWidget):
    """Who, their passphrase, and the button that says what it is for."""

    given = Signal(str, str)
    """The person's id and the passphrase; the line is empty again afterwards."""

    def __init__(self, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = QComboBox()
        self.people.setAccessibleName(self.tr("Person"))
        self.passphrase = passphrase_edit()
        self.passphrase.setAccessibleName(self.tr("Passphrase of this person"))
        self.passphrase.setPlaceholderText(self.tr("their own passphrase"))
        self.button = QPushButton(act)
        self.button.setProperty("role", "primary")
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.people, 2)
        row.addWidget(self.passphrase, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.fault)
        layout.addWidget(self.button)
        self.passphrase.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)
        self.people.currentIndexChanged.connect(self._forget)
        self.setFocusProxy(self.passphrase)

    def offer(self, people: Sequence[Person]) -> None:
        """Offer these people; the chosen one stays chosen where possible."""
        offered = [self.people.itemData(row) for row in range(self.people.count())]
        if offered == [person.id for person in people]:
            return
        chosen = self.people.currentData()
        self.people.clear()
        for person in people:
            self.people.addItem(person.name, person.id)
        self.people.setCurrentIndex(max(self.people.findData(chosen), 0 if people else -1))
        self.button.setEnabled(bool(people))

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

    @Slot()
    def _give(self) -> None:
        person, passphrase = self.people.currentData(), self.passphrase.text()
        if person and passphrase:
            self._forget()
            self.given.emit(person, passphrase)
