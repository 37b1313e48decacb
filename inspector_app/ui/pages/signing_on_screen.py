"""Joins the pad to the document of a page: shows what is signed, hands strokes to the services."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import DocumentId, InspectionId, Sha256
from inspector_app.domain.ink import DrawnSignature
from inspector_app.services.drawn_signatures import ToSign
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.beside_paper import BesidePaper
from inspector_app.ui.widgets.paper_head import PaperHead
from inspector_app.ui.widgets.signature_pad import SignaturePad, Signed


class SigningOnScreen(QObject):
    """Works on the document it was last told; another document puts the pad away."""

    def __init__(self, page: Page, frame: BesidePaper, head: PaperHead, banner: Banner) -> None:
        super().__init__(page)
        self._worker, self._frame, self._head, self._banner = page.worker, frame, head, banner
        self._inspection = InspectionId("")
        self._document: DocumentId | None = None
        self._over = Sha256("")
        self.pad: SignaturePad | None = None
        self.action = page.action(self.tr("Sign on the screen"), self.begin, "Ctrl+Alt+S")
        head.offer(self.action, self.tr("Sign on the screen"))
        head.allow(self.action, False)

    def be_about(self, inspection: str, document: DocumentId | None, *, finished: bool) -> None:
        """Take the document that is shown; only a finished one is signed."""
        if (inspection, document) != (self._inspection, self._document) or not finished:
            self._put_away()
        self._inspection, self._document = InspectionId(inspection), document
        self._head.allow(self.action, finished and document is not None)

    @property
    def is_open(self) -> bool:
        return self.pad is not None and self._frame.covering is self.pad

    def begin(self) -> None:
        """Bring the pad with the first free line of this document."""
        inspection, document = self._inspection, self._document
        if document is not None:
            self._worker.run(
                lambda a: a.drawn_signatures.to_sign(inspection, document), self._show, self._refused
            )

    @Slot(object)
    def _show(self, shown: ToSign) -> None:
        if shown.document != self._document:
            return
        self._over = shown.over
        if self.pad is None:
            self.pad = SignaturePad()
            self.pad.signed.connect(self._given)
        self._banner.hide()
        self._frame.cover(self.pad)
        self.pad.show_paper(shown)

    @Slot(object)
    def _given(self, signed: Signed | None) -> None:
        inspection, document, over = self._inspection, self._document, self._over
        if signed is None or document is None:
            self._put_away()
            self._head.next.setFocus()
            return
        self._worker.run(
            lambda a: a.drawn_signatures.strokes_taken(
                inspection, document, signed.place, signed.ink, over=over, name=signed.name,
                post=signed.post, strike_reason=signed.strike_reason,
            ),
            self._taken,
            self._failed,
        )  # fmt: skip

    @Slot(object)
    def _taken(self, drawn: DrawnSignature) -> None:
        self._put_away()
        told = self.tr("{name} has signed. The paper with the strokes is sealed; Ctrl+Alt+S takes the next.")
        self._banner.tell(told.format(name=drawn.name), "success")
        self._head.next.setFocus()

    def _put_away(self) -> None:
        if self.pad is not None and self.is_open:
            self.pad.canvas.clear()
            self._frame.cover(None)

    def _failed(self, problem: Problem) -> None:
        if self.pad is not None:
            self.pad.refuse(say(problem))

    def _refused(self, problem: Problem) -> None:
        self._banner.tell(say(problem))
