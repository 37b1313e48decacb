"""What the pages of lists, letters and receipts share: head, entries beside the paper, how it leaves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import DocumentId
from inspector_app.domain.ink import SIGNED_TYPES
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.pages.paper_leaving import PaperLeaving
from inspector_app.ui.pages.signing_on_screen import SigningOnScreen
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.beside_paper import BesidePaper
from inspector_app.ui.widgets.paper import PaperView
from inspector_app.ui.widgets.paper_head import PaperHead
from inspector_app.ui.worker import Worker


class PaperPage(InspectionPage):
    """One document at a time, chosen by ``select``; a subclass reads and shows it."""

    deliverWanted = Signal()

    def __init__(self, worker: Worker, entries: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.document: DocumentId | None = None
        self.banner = Banner()
        self.paper = PaperView()
        self.drawing = PaperDrawing(worker, self.paper.show_pdf, self.fail)
        self.head = PaperHead()
        self.leaving = PaperLeaving(self, worker, self.banner)
        self.next_action = self.action(
            self.tr("Next step of this document"), self.go_on, "Ctrl+Return", changes=True
        )
        self.turn_action = self.action(self.tr("Entries or paper"), self._turn, "F4")
        self.print_action = self.action(self.tr("Print"), self.leaving.print_out, "Ctrl+P", changes=True)
        self.export_action = self.action(
            self.tr("Export unencrypted"), self.leaving.export, "Ctrl+Shift+E", changes=True
        )
        self.scan_action = self.action(
            self.tr("Take in the scan of the paper"), self.leaving.scan, "Ctrl+Shift+S", changes=True
        )
        self.head.nextWanted.connect(self.go_on)
        for action, text in (
            (self.turn_action, self.tr("Paper")),
            (self.export_action, self.tr("Export unencrypted")),
            (self.print_action, self.tr("Print")),
            (self.scan_action, self.tr("Take in a scan")),
        ):
            self.head.offer(action, text)
        self.frame = BesidePaper(entries, self.paper)
        self.changes(entries, self.head.next, self.head.asking)
        self.signing = SigningOnScreen(self, self.frame, self.head, self.banner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.head)
        layout.addWidget(self.frame, 1)
        self.setFocusProxy(self.head.next)

    def open(self, inspection_id: str) -> None:
        """Forget the paper of another inspection before anything of this one is shown."""
        if inspection_id != self.inspection_id:
            self.show_nothing()
        super().open(inspection_id)

    def select(self, identity: str) -> None:
        if identity != self.document:
            self.show_nothing()
            self.document = DocumentId(identity)
        self.refresh()

    def show_nothing(self) -> None:
        """Forget the document that was shown."""
        self.document = None
        self.banner.hide()
        self.head.asking.hide()
        self.drawing.forget()
        self.paper.show_pdf(b"")
        self.leaving.be_about("", None, "")
        self.signing.be_about("", None, finished=False)

    def go_on(self) -> None:
        """Do the next step, or put the keyboard where it is done."""
        raise NotImplementedError

    def may_be_signed(self, document: Document) -> None:
        """Offer signing on the screen where the document is finished, holds, and has lines for names."""
        is_issued = document.state is DocumentState.ISSUED and document.type in SIGNED_TYPES
        self.signing.be_about(self.inspection_id, self.document, finished=is_issued)

    def enable(self, step: str, *, finished: bool) -> None:
        """Offer what may be done with the document besides its next step."""
        self.next_action.setEnabled(bool(step))
        self.head.allow(self.print_action, finished, is_next=step == "print")
        self.head.allow(self.export_action, finished)
        self.head.allow(self.scan_action, finished, is_next=step == "scan")
        self.name_sides()

    def name_sides(self) -> None:
        self.head.allow(self.turn_action, self.frame.is_narrow)
        is_paper = self.frame.shows_paper
        self.head.rename(self.turn_action, self.tr("Entries") if is_paper else self.tr("Paper"))

    def fail(self, problem: Problem) -> None:
        self.banner.tell(say(problem))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.name_sides()

    def _turn(self) -> None:
        self.frame.show_side(paper=not self.frame.shows_paper)
        self.name_sides()
