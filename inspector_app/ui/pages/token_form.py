"""Signing with a token: its driver's library, the certificates found on it, and one try with the PIN."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
)

from inspector_app.domain.calendar import official_day
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import PersonId
from inspector_app.services.activities import Activities
from inspector_app.services.token_keys import TokenOffer
from inspector_app.ui.language import say
from inspector_app.ui.pages.people_forms import SmallForm
from inspector_app.ui.widgets.form import Field
from inspector_app.ui.widgets.passphrase import passphrase_edit
from inspector_app.ui.worker import Worker

_ROW = 46
"""Pixels; a certificate takes two lines."""
_SHOWN = 3


def _use(activities: Activities, owner: PersonId | None, own: str, offer: TokenOffer, pin: str) -> None:
    if owner is None:
        activities.workspace.tokens.use_for_bureau(offer, pin)
    else:
        activities.workspace.tokens.use_for_person(owner, own, offer, pin)


class TokenForm(SmallForm):
    """Asks for what is needed and lets the token be tried; the PIN is forgotten afterwards."""

    done = Signal()

    def __init__(self, worker: Worker) -> None:
        super().__init__("", self.tr("Try the PIN and use it"))
        self._worker = worker
        self._owner: PersonId | None = None
        self._offers: tuple[TokenOffer, ...] = ()
        self.library = QComboBox()
        self.library.setEditable(True)
        self.library.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.library.setMinimumContentsLength(16)
        self.library.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choose = QPushButton(self.tr("Choose …"))
        choose.clicked.connect(self._choose)
        hint = self.tr("The PKCS#11 library that the token's driver put on this laptop.")
        self.library_field = Field(self.tr("Driver of the token"), self.library, hint)
        line = self.library.lineEdit()
        if line is not None:
            line.setAccessibleName(self.library.accessibleName())
        self.library_field.put_beside(choose)
        self.look = QPushButton(self.tr("Look on the token"))
        self.look.clicked.connect(self._look)
        self.certificates = QListWidget()
        self.certificates.setWordWrap(True)
        self.certificates.setTabKeyNavigation(False)
        self.certificates_field = Field(self.tr("Certificates on the token"), self.certificates)
        self.pin: QLineEdit = passphrase_edit()
        self.pin_field = Field(
            self.tr("PIN of the token"),
            self.pin,
            self.tr("One signature on an empty page is tried. The PIN is not kept."),
        )
        self.passphrase = passphrase_edit()
        self.own_field = Field(self.tr("Own passphrase on this laptop"), self.passphrase)
        self.rows.addWidget(self.library_field)
        self.rows.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        for field in (self.certificates_field, self.pin_field, self.own_field):
            self.rows.addWidget(field)
        self.pin.returnPressed.connect(self._on_pin)
        self.passphrase.returnPressed.connect(self.submit)
        self.submitted.connect(self._try)
        self.library.editTextChanged.connect(lambda _text: self._show_offers(()))
        self.setFocusProxy(self.library)
        self._show_offers(())

    def show_owner(self, name: str, owner: PersonId | None) -> None:
        """Begin for a person, or with ``None`` for the bureau."""
        self._owner = owner
        self.title.setText(self.tr("A token signs for {name}").format(name=name))
        self.own_field.setVisible(owner is not None)
        self._forget()
        self._show_offers(())
        self.answer()
        self._worker.run(lambda a: a.workspace.tokens.libraries(), self._show_libraries)

    @Slot(object)
    def _show_libraries(self, libraries: tuple[Path, ...]) -> None:
        typed = self.library.currentText()
        self.library.clear()
        self.library.addItems([str(path) for path in libraries])
        if typed:
            self.library.setEditText(typed)

    @Slot()
    def _choose(self) -> None:
        kinds = self.tr("Libraries (*.so *.dll *.dylib)")
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("Driver of the token"), "", kinds)
        if name:
            self.library.setEditText(name)

    @Slot()
    def _look(self) -> None:
        path = self.library.currentText().strip()
        if not path:
            self.library.setFocus()
            return
        self.look.setEnabled(False)
        self._worker.run(
            lambda a: a.workspace.tokens.certificates(Path(path)), self._show_offers, self._not_found
        )

    def _not_found(self, problem: Problem) -> None:
        self._show_offers(())
        self.answer(say(problem))

    @Slot(object)
    def _show_offers(self, offers: tuple[TokenOffer, ...]) -> None:
        self._offers = offers
        self.look.setEnabled(True)
        self.certificates.clear()
        for offer in offers:
            until = self.tr("{name}, valid until {date}").format(
                name=offer.name, date=official_day(offer.valid_until)
            )
            beside = self.tr("issued by {issuer}, token {token}").format(
                issuer=offer.issuer, token=offer.token
            )
            self.certificates.addItem(QListWidgetItem(f"{until}\n{beside}"))
        self.certificates.setFixedHeight(_ROW * min(len(offers), _SHOWN) + 6)
        for field in (self.certificates_field, self.pin_field):
            field.setVisible(bool(offers))
        self.own_field.setVisible(bool(offers) and self._owner is not None)
        self.do.setVisible(bool(offers))
        if offers:
            self.answer()
            self.certificates.setCurrentRow(0)
            (self.certificates if len(offers) > 1 else self.pin).setFocus()

    @Slot()
    def _on_pin(self) -> None:
        if self.own_field.isVisible():
            self.passphrase.setFocus()
        else:
            self.submit()

    def is_complete(self) -> bool:
        return bool(self.pin.text()) and 0 <= self.certificates.currentRow() < len(self._offers)

    @Slot()
    def _try(self) -> None:
        owner, offer = self._owner, self._offers[self.certificates.currentRow()]
        pin, own = self.pin.text(), self.passphrase.text()
        self._forget()
        self._worker.run(
            lambda a: _use(a, owner, own, offer, pin), lambda _none: self.done.emit(), self._refused
        )

    def _refused(self, problem: Problem) -> None:
        self.answer(say(problem))
        self.pin.setFocus()

    def _forget(self) -> None:
        self.pin.clear()
        self.passphrase.clear()
