"""A record or an interview that was withdrawn: its paper as it was, and why it no longer counts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.document import Document
from inspector_app.domain.errors import NotAllowed, Problem
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.services.activities import Activities
from inspector_app.ui.document_words import name_of
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.paper import PaperView
from inspector_app.ui.worker import Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class _Withdrawn:
    document: Document
    pdf: bytes
    """Empty for what was withdrawn before it was finished."""


def _read(activities: Activities, inspection: InspectionId, identity: DocumentId) -> _Withdrawn:
    records = activities.papers.records
    document = records.document(inspection, identity)
    try:
        pdf = records.shown(inspection, identity)
    except NotAllowed:  # it never became a paper that holds
        pdf = b""
    return _Withdrawn(document=document, pdf=pdf)


class WithdrawnPaperPage(InspectionPage):
    """Shows and changes nothing."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._document = DocumentId("")
        self.title = label("", "subtitle")
        self.reason = label("", "chip-warning", wrap=True)
        self.banner = Banner()
        self.paper = PaperView()
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 6, 16, 4)
        self.head.setSpacing(12)
        self.head.addWidget(self.title)
        self.head.addWidget(self.reason, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.head)
        layout.addWidget(self.banner)
        layout.addWidget(self.paper, 1)
        self.setFocusProxy(self.paper)

    def select(self, identity: str) -> None:
        self._document = DocumentId(identity)
        self.paper.show_pdf(b"")
        self.refresh()

    def refresh(self) -> None:
        inspection, document = InspectionId(self.inspection_id), self._document
        if document:
            self.worker.run(lambda a: _read(a, inspection, document), self._show, self._failed)

    @Slot(object)
    def _show(self, found: _Withdrawn) -> None:
        document = found.document
        if document.id != self._document:
            return
        self.title.setText(name_of(document.type))
        self.reason.setText(self.tr("Withdrawn: {reason}").format(reason=document.withdrawn_reason))
        self.paper.show_pdf(found.pdf)
        self.banner.hide()
        if not found.pdf:
            self.banner.tell(
                self.tr("It was withdrawn before it was finished, so there is no paper of it."), "info"
            )

    def _failed(self, problem: Problem) -> None:
        self.banner.tell(say(problem))
