"""How a finished document of the visit leaves: printed and counted, exported, its signed scan taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Intake, Source
from inspector_app.ui.language import say
from inspector_app.ui.printing import Printing
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.worker import Worker

COPIES = 2
"""One for the inspected party, one for the file."""


class PaperLeaving(QObject):
    """Works on the document it was last told; without one nothing happens."""

    def __init__(self, page: QWidget, worker: Worker, banner: Banner) -> None:
        super().__init__(page)
        self._page, self._worker, self._banner = page, worker, banner
        self._inspection = InspectionId("")
        self._document: DocumentId | None = None
        self._title = ""
        self.printing = Printing(page)

    def be_about(self, inspection: str, document: DocumentId | None, title: str) -> None:
        self._inspection, self._document, self._title = InspectionId(inspection), document, title

    def print_out(self) -> None:
        self._do(
            lambda a, i, d: a.papers.records.shown(i, d),
            lambda pdf: self.printing.ask(pdf, self._title, COPIES, self._printed, self.fail),
        )

    def _printed(self, copies: int) -> None:
        self._do(lambda a, i, d: a.papers.records.printed(i, d, copies))

    def export(self) -> None:
        title = self.tr("Export; the copy is not encrypted")
        name, _ = QFileDialog.getSaveFileName(self._page, title, f"{self._title}.pdf", "PDF (*.pdf)")
        if name:
            path = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
            self._do(lambda a, i, d: a.papers.records.export(i, d, path), self._exported)

    def write_workbook(self) -> None:
        title = self.tr("Workbook; the copy is not encrypted")
        kinds = self.tr("Workbook (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(self._page, title, f"{self._title}.xlsx", kinds)
        if name:
            path = Path(name if name.lower().endswith(".xlsx") else f"{name}.xlsx")
            self._do(lambda a, i, d: a.papers.workbooks.write(i, d, path), self._exported)

    @Slot(object)
    def _exported(self, path: Path) -> None:
        told = self.tr("{name} was written. It is not encrypted.").format(name=path.name)
        self._banner.tell(told, "info")

    def scan(self) -> None:
        title = self.tr("Scan of the signed paper")
        kinds = self.tr("Pictures and PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)")
        name, _ = QFileDialog.getOpenFileName(self._page, title, "", kinds)
        if name:
            source = Source.file(Path(name), IntakeWay.SCAN)
            self._do(lambda a, i, d: a.papers.records.take_scan(i, d, source), self._scanned)

    @Slot(object)
    def _scanned(self, intake: Intake) -> None:
        if intake.evidence is None and intake.said is not None:
            self._banner.tell(say(intake.said))
        elif intake.evidence is not None:
            told = self.tr("The scan is evidence {number} and belongs to this paper.")
            self._banner.tell(told.format(number=intake.evidence.number), "success")

    def withdraw(self, reason: str, done: Callable[[Any], object] | None = None) -> None:
        self._do(lambda a, i, d: a.papers.records.withdraw(i, d, reason), done)

    def _do(
        self,
        work: Callable[[Activities, InspectionId, DocumentId], Any],
        done: Callable[[Any], object] | None = None,
    ) -> None:
        inspection, document = self._inspection, self._document
        if document is not None:
            self._worker.run(lambda a: work(a, inspection, document), done, self.fail)

    def fail(self, problem: Problem) -> None:
        self._banner.tell(say(problem))
