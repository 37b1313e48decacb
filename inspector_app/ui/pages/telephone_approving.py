"""What a document's page does about approvals by telephone: the form, the record, the confirmation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.ids import PersonId
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Intake, Source
from inspector_app.services.telephone_approving import TelephoneApproving as Service
from inspector_app.services.telephone_approving import TelephoneView
from inspector_app.ui.language import say
from inspector_app.ui.widgets.telephone_approval import CallConfirmation, CallForm


class TelephoneApproving(QObject):
    """Joins the two parts with the services; ``do`` acts on the document that is shown."""

    def __init__(
        self,
        call: CallForm,
        confirmation: CallConfirmation,
        do: Callable[..., Any],
        service: Callable[[Activities], Service],
        following: Callable[[], QWidget | None],
    ) -> None:
        """``following`` is where the keyboard goes when the form is gone."""
        super().__init__(call)
        self._do = do
        self._service = service
        self._following = following
        self._document = ""
        self._telephone: TelephoneView | None = None
        self.call, self.confirmation = call, confirmation
        self.call.hide()
        self.call.recorded.connect(self._record)
        self.call.left.connect(self.call.hide)
        self.confirmation.confirmed.connect(self._confirm)
        self.confirmation.scanWanted.connect(self._scan)

    def show_view(self, document: str, telephone: TelephoneView, *, may_be_approved: bool) -> None:
        """Follow the document that is shown; a form for another one, or after its approval, is gone."""
        is_same = self._document == document
        self._document, self._telephone = document, telephone
        self.confirmation.show_view(telephone)
        if not is_same or not may_be_approved:
            was_typing = self.call.isAncestorOf(self.call.window().focusWidget() or self.confirmation)
            self.call.hide()
            if was_typing and (following := self._following()) is not None:
                following.setFocus()

    def begin(self) -> None:
        """Show the form for a call."""
        if self._telephone is not None:
            self.call.begin(self._telephone)
            self.call.show()
            self.call.setFocus()

    @Slot(str, str, object, object)
    def _record(self, person: str, number: str, called_at: datetime, confirm_by: date | None) -> None:
        self._do(
            lambda a, i, d: self._service(a).approve(
                i, d, PersonId(person), number=number, called_at=called_at, confirm_by=confirm_by
            ),
            failed=lambda problem: self.call.tell(say(problem)),
        )

    @Slot(str)
    def _confirm(self, passphrase: str) -> None:
        self._do(lambda a, i, d: self._service(a).confirm(i, d, passphrase), failed=self._refused)

    def _refused(self, problem: Problem) -> None:
        self.confirmation.tell(say(problem))

    @Slot()
    def _scan(self) -> None:
        kinds = self.tr("Pictures and PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)")
        title = self.tr("The approver's signed confirmation")
        name, _kind = QFileDialog.getOpenFileName(self.confirmation, title, "", kinds)
        if name:
            source = Source.file(Path(name), IntakeWay.SCAN)
            self._do(
                lambda a, i, d: self._service(a).confirm_by_scan(i, d, source),
                done=self._scanned,
                failed=self._refused,
            )

    @Slot(object)
    def _scanned(self, intake: Intake) -> None:
        if intake.evidence is None and intake.said is not None:
            self.confirmation.tell(say(intake.said))
