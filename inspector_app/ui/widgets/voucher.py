"""A person gives their own passphrase, and their token's PIN, for one act: an approval, a signature."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.people import Person
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import passphrase_edit


class Voucher(QWidget):
    """Who, their passphrase, and the button that says what it is for, in one line."""

    given = Signal(str, str, str)
    """The person's id, the passphrase and the PIN, empty where no token signs; nothing stays typed."""

    changeWanted = Signal()
    """The person must change their passphrase first, which they do on a desk of their own."""

    def __init__(self, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: Mapping[str, str] = {}
        self._tokens: Mapping[str, str] = {}
        self._changing: Collection[str] = ()
        self.people = QComboBox()
        self.people.setAccessibleName(self.tr("Person"))
        self.people.setMinimumWidth(110)
        self.passphrase = passphrase_edit()
        self.passphrase.setAccessibleName(self.tr("Passphrase of this person"))
        self.passphrase.setPlaceholderText(self.tr("their own passphrase"))
        self.passphrase.setMinimumWidth(120)
        self.pin = passphrase_edit()
        self.pin.setAccessibleName(self.tr("PIN of this person's token"))
        self.pin.setPlaceholderText(self.tr("PIN of the token"))
        self.pin.setMinimumWidth(96)
        self.pin.hide()
        self.button = QPushButton(act)
        self.button.setProperty("role", "primary")
        self.note = label("", "small", wrap=True)
        self.fault = label("", "error", wrap=True)
        self.change = QPushButton()
        self.change.setProperty("role", "link")
        self.change.clicked.connect(self.changeWanted)
        self.change.hide()
        self.note.hide()
        self.fault.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.people, 2)
        row.addWidget(self.passphrase, 3)
        row.addWidget(self.pin, 2)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.note)
        layout.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.fault)
        self.passphrase.returnPressed.connect(self._on_passphrase)
        self.pin.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)
        self.people.currentIndexChanged.connect(self._forget)
        self.setFocusProxy(self.passphrase)

    def offer(
        self,
        people: Sequence[Person],
        notes: Mapping[str, str] | None = None,
        tokens: Mapping[str, str] | None = None,
        changing: Collection[str] = (),
    ) -> None:
        """Offer these people, each with what is to be known of them; the chosen one stays chosen.

        ``tokens`` names the token of everybody whose PIN is asked for besides; ``changing`` holds who has
        to change their passphrase before it counts.
        """
        self._notes, self._tokens, self._changing = notes or {}, tokens or {}, changing
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
        self.pin.clear()
        self.tell("")
        self._show_note()

    def _show_note(self) -> None:
        person = str(self.people.currentData())
        note, token = self._notes.get(person, ""), self._tokens.get(person, "")
        if token:
            words = self.tr("Signs with the token “{token}”: plug it in.").format(token=token)
            note = f"{words} {note}".strip()
        self.pin.setVisible(bool(token))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.change.setVisible(person in self._changing)
        words = self.tr("Lock, so that {name} changes it  Ctrl+L")
        self.change.setText(words.format(name=self.people.currentText()))

    @Slot()
    def _on_passphrase(self) -> None:
        if self.passphrase.text() and not self.pin.isHidden() and not self.pin.text():
            self.pin.setFocus()
        else:
            self._give()

    @Slot()
    def _give(self) -> None:
        person, passphrase, pin = self.people.currentData(), self.passphrase.text(), self.pin.text()
        needs_pin = not self.pin.isHidden()
        if person and passphrase and (pin or not needs_pin):
            self._forget()
            self.given.emit(person, passphrase, pin)
        else:
            (self.pin if passphrase and needs_pin else self.passphrase).setFocus()
