"""What the documents page does about approvals by telephone: the form, the record, the confirmation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.ids import PersonId
from inspector_app.services.intake import Intake, Source
from inspector_app.services.notices import NoticeView
from inspector_app.ui.language import say
from inspector_app.ui.widgets.notice_head import NoticeHead
from inspector_app.ui.widgets.notice_panel import NoticePanel


class TelephoneApproving(QObject):
    """Joins the two parts of the panel with the services; ``do`` acts on the notice that is shown."""

    def __init__(self, panel: NoticePanel, head: NoticeHead, do: Callable[..., Any]) -> None:
        super().__init__(panel)
        self._panel = panel
        self._head = head
        self._do = do
        self._view: NoticeView | None = None
        self.call, self.confirmation = panel.call, panel.confirmation
        self.call.recorded.connect(self._record)
        self.call.left.connect(self.call.hide)
        self.confirmation.confirmed.connect(self._confirm)
        self.confirmation.scanWanted.connect(self._scan)

    def show_view(self, view: NoticeView) -> None:
        """Follow the notice that is shown; a form for another notice, or after its approval, is gone."""
        is_same = self._view is not None and self._view.document.id == view.document.id
        self._view = view
        self.confirmation.show_view(view.telephone)
        if not is_same or not view.may_be_approved:
            was_typing = self.call.isAncestorOf(self.call.window().focusWidget() or self._panel)
            self.call.hide()
            if was_typing and (following := self._head.next_widget) is not None:
                following.setFocus()

    def begin(self) -> None:
        """Show the form for a call."""
        if self._view is not None:
            self.call.begin(self._view.telephone)
            self.call.show()
            self.call.setFocus()

    @Slot(str, str, object, object)
    def _record(self, person: str, number: str, called_at: datetime, confirm_by: date | None) -> None:
        self._do(
            lambda a, i, d: a.notices.telephone.approve(
                i, d, PersonId(person), number=number, called_at=called_at, confirm_by=confirm_by
            ),
            failed=lambda problem: self.call.tell(say(problem)),
        )

    @Slot(str)
    def _confirm(self, passphrase: str) -> None:
        self._do(lambda a, i, d: a.notices.telephone.confirm(i, d, passphrase), failed=self._refused)

    def _refused(self, problem: Problem) -> None:
        self.confirmation.tell(say(problem))

    @Slot()
    def _scan(self) -> None:
        kinds = self.tr("Pictures and PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)")
        title = self.tr("The approver's signed confirmation")
        name, _kind = QFileDialog.getOpenFileName(self._panel, title, "", kinds)
        if name:
            source = Source.file(Path(name), IntakeWay.SCAN)
            self._do(
                lambda a, i, d: a.notices.telephone.confirm_by_scan(i, d, source),
                done=self._scanned,
                failed=self._refused,
            )

    @Slot(object)
    def _scanned(self, intake: Intake) -> None:
        if intake.evidence is None and intake.said is not None:
            self.confirmation.tell(say(intake.said))
