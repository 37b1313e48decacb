"""How a filled checklist leaves: printed and counted, or exported as one of three kinds of file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from inspector_app.domain.filled_checklist import ExportFormat
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.domain.wording import counted
from inspector_app.services.activities import Activities
from inspector_app.services.checklist_exports import Exported
from inspector_app.ui.pages.checklist_reading import language
from inspector_app.ui.printing import Printing
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.worker import Worker

_SUFFIXES = {ExportFormat.SUBMISSION: ".zip", ExportFormat.WORKBOOK: ".xlsx", ExportFormat.PDF: ".pdf"}


def _write(
    activities: Activities,
    inspection: InspectionId,
    run: ChecklistRunId,
    kind: ExportFormat,
    path: Path,
    spoken: str,
) -> Exported:
    exports = activities.checklists.exports
    if kind is ExportFormat.SUBMISSION:
        return exports.submission(inspection, run, path)
    if kind is ExportFormat.WORKBOOK:
        return exports.workbook(inspection, run, path, spoken)
    return exports.export_pdf(inspection, run, path, spoken)


class ChecklistLeaving(QObject):
    """Works on the checklist it was last told; without one nothing happens."""

    def __init__(self, page: QWidget, worker: Worker, banner: Banner) -> None:
        super().__init__(page)
        self._page, self._worker, self._banner = page, worker, banner
        self._inspection = InspectionId("")
        self._run = ChecklistRunId("")
        self._title = ""
        self.printing = Printing(page)
        self.menu = QMenu(page)
        warning = self.menu.addAction(self.tr("The copy is not encrypted; the timeline keeps that it left."))
        warning.setEnabled(False)
        words = {
            ExportFormat.PDF: self.tr("PDF, as it is printed…"),
            ExportFormat.WORKBOOK: self.tr("Workbook, a sheet for each repeat…"),
            ExportFormat.SUBMISSION: self.tr("Submission for ODK Central or Kobo…"),
        }
        for kind, text in words.items():
            entry = self.menu.addAction(text)
            entry.setData(kind.value)
            entry.triggered.connect(lambda _checked=False, kind=kind: self._choose(kind))

    def be_about(self, inspection: str, run: ChecklistRunId, title: str) -> None:
        self._inspection, self._run, self._title = InspectionId(inspection), run, title

    def offer(self, button: QWidget) -> None:
        """Ask as what it shall leave."""
        if self._run:
            self.menu.popup(button.mapToGlobal(QPoint(0, button.height())))
            self.menu.setActiveAction(self.menu.actions()[1])

    def _choose(self, kind: ExportFormat) -> None:
        suffix = _SUFFIXES[kind]
        title = self.tr("Export; the copy is not encrypted")
        name, _ = QFileDialog.getSaveFileName(self._page, title, f"{self._title}{suffix}", f"*{suffix}")
        if name:
            self.write(kind, Path(name if name.lower().endswith(suffix) else f"{name}{suffix}"))

    def write(self, kind: ExportFormat, path: Path) -> None:
        """Write a copy under that name."""
        inspection, run, spoken = self._inspection, self._run, language()
        self._worker.run(lambda a: _write(a, inspection, run, kind, path, spoken), self._written)

    @Slot(object)
    def _written(self, made: Exported) -> None:
        words = [self.tr("{name} was written. It is not encrypted.").format(name=made.path.name)]
        if made.left_out:
            words.append(
                counted(
                    made.left_out,
                    self.tr("One piece of evidence has no place in this format and was left out."),
                    self.tr("{count} pieces of evidence have no place in this format and were left out."),
                ).format(count=made.left_out)
            )
        if made.wrong:
            words.append(
                counted(
                    made.wrong,
                    self.tr("One answer does not fit its question and is empty in it."),
                    self.tr("{count} answers do not fit their questions and are empty in it."),
                ).format(count=made.wrong)
            )
        self._banner.tell(" ".join(words), "info")

    def print_out(self) -> None:
        inspection, run, spoken, title = self._inspection, self._run, language(), self._title
        if run:
            self._worker.run(
                lambda a: a.checklists.exports.pdf(inspection, run, spoken),
                lambda pdf: self.printing.ask(pdf, title, 1, self._printed, self._worker.problem.emit),
            )

    def _printed(self, copies: int) -> None:
        inspection, run = self._inspection, self._run
        self._worker.run(lambda a: a.checklists.exports.printed(inspection, run, copies))
        self._banner.tell(self.tr("The checklist went to the printer."), "success")
