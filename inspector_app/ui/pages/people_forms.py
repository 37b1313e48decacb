"""The small forms of the people page: a person, a passphrase, a certificate."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.access import Voucher
from inspector_app.domain.people import Person, Role
from inspector_app.ui.widgets.form import Field, choice, choose
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import NewPassphrase, passphrase_edit


class SmallForm(QWidget):
    """A title, fields, one button that does it and one that leaves."""

    submitted = Signal()
    left = Signal()

    def __init__(self, title: str, do: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_ordered = False
        self.title = label(title, "subtitle", wrap=True)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        self.do = QPushButton(do)
        self.do.setProperty("role", "primary")
        self.do.clicked.connect(self.submit)
        self.back = QPushButton(self.tr("Cancel"))
        self.back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.do)
        buttons.addWidget(self.back)
        buttons.addStretch()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.title)
        layout.addLayout(self.rows)
        layout.addWidget(self.fault)
        layout.addLayout(buttons)
        layout.addStretch()

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes through the fields to the button that does it; the button was made before them."""
        super().showEvent(event)
        fields = [
            one
            for one in self.findChildren(QWidget)
            if one not in (self.do, self.back) and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if fields and not self._is_ordered:
            self._is_ordered = True
            self.setTabOrder(fields[-1], self.do)
            self.setTabOrder(self.do, self.back)

    @Slot()
    def submit(self) -> None:
        """Ask for it to be done; once, until it is answered."""
        if self.is_complete() and self.do.isEnabled():
            self.fault.hide()
            self.do.setEnabled(False)
            self.submitted.emit()

    def is_complete(self) -> bool:
        return True

    def answer(self, fault: str = "") -> None:
        """Show why it could not be done, or be ready for the next time."""
        self.do.setEnabled(True)
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))


class PersonForm(SmallForm):
    """A new or corrected person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", self.tr("Save"), parent)
        self.name, self.number, self.unit = QLineEdit(), QLineEdit(), QLineEdit()
        self.role = choice(Role)
        self.person: Person | None = None
        for text, editor in (
            (self.tr("Name"), self.name),
            (self.tr("Certificate number"), self.number),
            (self.tr("Role"), self.role),
            (self.tr("Unit"), self.unit),
        ):
            self.rows.addWidget(Field(text, editor))
        self.lead_passphrase = passphrase_edit()
        self.lead_field = Field(
            self.tr("Passphrase of a lead or head of an office"),
            self.lead_passphrase,
            self.tr("Who leads, or heads an office, is confirmed by somebody who does already."),
        )
        self.rows.addWidget(self.lead_field)
        self._has_lead = False
        self._draft: tuple[str, str, str, Role] | None = None
        """What was typed of a new person and not saved; a person is corrected meanwhile, say."""
        self._is_new = False
        self.back.clicked.connect(self.forget)
        self.role.currentIndexChanged.connect(self._on_role)
        self.name.returnPressed.connect(self.number.setFocus)
        self.number.returnPressed.connect(self.role.setFocus)
        self.unit.returnPressed.connect(self._on_unit)
        self.lead_passphrase.returnPressed.connect(self.submit)
        self.setFocusProxy(self.name)

    def show_person(self, person: Person | None, *, has_lead: bool = False) -> None:
        """Begin with that person, or with what was begun of a new one.

        ``has_lead`` says that a lead has a passphrase here.
        """
        if self._is_new:
            self._draft = self.name.text(), self.number.text(), self.unit.text(), self.role.currentData()
        name, number, unit, role = self._draft or ("", "", "", Role.INSPECTOR)
        if person is not None:
            name, number, unit, role = person.name, person.certificate_number, person.unit, person.role
        self.person, self._has_lead, self._is_new = person, has_lead, person is None
        self.lead_passphrase.clear()
        self.title.setText(self.tr("Add a person") if person is None else self.tr("Correct a person"))
        self.name.setText(name)
        self.number.setText(number)
        self.unit.setText(unit)
        choose(self.role, role)
        self._on_role()
        self.answer()

    @Slot()
    def forget(self) -> None:
        """Begin empty the next time: it was saved, or nobody wants it."""
        if self._is_new:
            self._draft = None
        self._is_new = False
        self.lead_passphrase.clear()

    @Slot()
    def _on_unit(self) -> None:
        if self.lead_field.isVisible() and not self.lead_passphrase.text():
            self.lead_passphrase.setFocus()
        else:
            self.submit()

    @Slot()
    def _on_role(self) -> None:
        before: Role | None = self.person.role if self.person is not None else None
        now: Role = self.role.currentData()
        concerns_leads = now.leads or (before is not None and before.leads)
        self.lead_field.setVisible(self._has_lead and before is not now and concerns_leads)


class PassphraseForm(SmallForm):
    """A new passphrase; the old one is asked for where there is one, else whoever has to vouch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", self.tr("Set the passphrase"), parent)
        self.old = passphrase_edit()
        self.old_field = Field(self.tr("Present passphrase"), self.old)
        self.new = NewPassphrase()
        self.new.entered.connect(self.submit)
        self.old.returnPressed.connect(self.new.setFocus)
        self.note = label(
            self.tr(
                "Somebody else's desk is open while it is typed, so it counts as set by them. It is to be "
                "changed after the first unlocking of one's own; before that, nobody approves with it."
            ),
            "muted",
            wrap=True,
        )
        self.rows.addWidget(self.note)
        self.rows.addWidget(self.old_field)
        self.rows.addWidget(self.new)

    def show_person(self, person: Person, voucher: Voucher) -> None:
        has_one = voucher is Voucher.THEMSELVES
        asked = {
            Voucher.LEAD: self.tr("Passphrase of a lead"),
            Voucher.RECOVERY: self.tr("Recovery key or the bureau's private key"),
        }
        self.old_field.rename(asked.get(voucher, self.tr("Present passphrase")))
        words = (
            self.tr("{name} types a new passphrase")
            if has_one
            else self.tr("{name} types a passphrase of their own")
        )
        self.title.setText(words.format(name=person.name))
        is_asked = voucher is not Voucher.NOBODY
        self.old_field.setVisible(is_asked)
        self.note.setVisible(not has_one)
        self.setFocusProxy(self.old if is_asked else self.new.first)
        self.old.clear()
        self.new.clear()
        self.answer()

    def is_complete(self) -> bool:
        return self.new.check()


class CertificateForm(SmallForm):
    """A certificate file from outside (.p12, .pfx), and the way to a certificate on a token."""

    tokenWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", self.tr("Import"), parent)
        self.token = QPushButton(self.tr("It is on a token (USB key): use that instead"))
        self.token.setProperty("role", "link")
        self.token.clicked.connect(self.tokenWanted)
        self.rows.addWidget(self.token, 0, Qt.AlignmentFlag.AlignLeft)
        self.file = QLineEdit()
        choose_file = QPushButton(self.tr("Choose …"))
        choose_file.clicked.connect(self._choose)
        self.file_passphrase, self.passphrase = passphrase_edit(), passphrase_edit()
        file = Field(self.tr("Certificate file (.p12, .pfx)"), self.file)
        file.put_beside(choose_file)
        self.rows.addWidget(file)
        self.rows.addWidget(Field(self.tr("Passphrase of the file"), self.file_passphrase))
        self.own_field = Field(self.tr("Own passphrase on this laptop"), self.passphrase)
        self.rows.addWidget(self.own_field)
        self.passphrase.returnPressed.connect(self.submit)
        self.setFocusProxy(self.file)

    def show_owner(self, name: str, *, is_bureau: bool) -> None:
        self.title.setText(self.tr("A certificate from outside for {name}").format(name=name))
        self.own_field.setVisible(not is_bureau)
        for editor in (self.file, self.file_passphrase, self.passphrase):
            editor.clear()
        self.answer()

    def is_complete(self) -> bool:
        return bool(self.file.text().strip())

    @Slot()
    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Certificate file"), "", self.tr("Certificate files (*.p12 *.pfx)")
        )
        if name:
            self.file.setText(name)
