"""What a document's page does about approvals on another laptop: the request, the answer that came."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.domain.approval_by_file import Decision
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import DeviceId, DocumentId, InspectionId
from inspector_app.services.approval_asking import AskingView, TakenAnswer
from inspector_app.ui.exchange_words import answer_text
from inspector_app.ui.incoming import ask_folder
from inspector_app.ui.language import say
from inspector_app.ui.widgets.asking_form import AskingForm
from inspector_app.ui.worker import Worker


class ApprovalAskingPart(QObject):
    """Joins the form with the services; its page says which document is shown."""

    goTo = Signal(str, str)

    def __init__(self, worker: Worker, parent: QWidget, told: Callable[[str, str], object]) -> None:
        """``told`` says what became of an answer, for the form may be gone with it."""
        super().__init__(parent)
        self._worker = worker
        self._told = told
        self._begun = False
        """A person wants to ask; before, only what is on its way or came back is shown."""
        self._inspection = InspectionId("")
        self._document: DocumentId | None = None
        self.form = AskingForm()
        self.form.hide()
        self.form.asked.connect(self._ask)
        self.form.answerWanted.connect(self._choose)
        self.form.laptopsWanted.connect(lambda: self.goTo.emit("laptops", ""))

    def show_document(self, inspection: str, document: DocumentId, *, may_be_approved: bool) -> None:
        """Follow the document that is shown; one that cannot be approved now shows nothing of this."""
        if document != self._document or not may_be_approved:
            self._begun = False
            self.form.tell("")
            self.form.hide()
        self._inspection, self._document = InspectionId(inspection), document
        if may_be_approved:
            self._worker.run(
                lambda a: (document, a.approval_asking.view(InspectionId(inspection), document)), self._show
            )

    def begin(self) -> None:
        """Offer to ask, whatever was asked before."""
        self._begun = True
        self.form.show()

    @Slot(object)
    def _show(self, found: tuple[DocumentId, AskingView]) -> None:
        document, view = found
        if document == self._document:
            self.form.show_view(view)
            self.form.setVisible(self._begun or bool(view.waiting) or view.returned is not None)

    @Slot(str)
    def _ask(self, device: str) -> None:
        folder = ask_folder(self.form, self.form.write.text())
        if folder is not None:
            self.write_to(DeviceId(device), folder)

    def write_to(self, device: DeviceId, folder: Path) -> None:
        """Write the request for a laptop into a folder."""
        inspection, document = self._inspection, self._document
        if document is not None:
            self._worker.run(
                lambda a: a.approval_asking.ask(inspection, document, device, folder),
                self._written,
                self._failed,
            )

    @Slot(object)
    def _written(self, path: Path) -> None:
        words = self.tr("{name} was written. Bring it to {who}; it opens on that laptop alone.")
        self.form.tell(words.format(name=path.name, who=self.form.people.currentText()))

    @Slot()
    def _choose(self) -> None:
        kinds = self.tr("Answer") + " (*.approval)"
        name, _kind = QFileDialog.getOpenFileName(self.form, self.form.take.text(), "", kinds)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Take an answer in."""
        self._worker.run(lambda a: a.approval_asking.take(path), self._taken, self._failed)

    @Slot(object)
    def _taken(self, taken: TakenAnswer) -> None:
        self._told(answer_text(taken), "success" if taken.decision is Decision.APPROVED else "info")

    def _failed(self, problem: Problem) -> None:
        self.form.tell(say(problem), "error")
