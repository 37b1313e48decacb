"""Trace codes scanned on site: a scanner that types like a keyboard, or a photograph; the answer at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.scanned_codes import ScanMeaning
from inspector_app.services.intake import Source
from inspector_app.services.trace_scanning import ScanSheet, codes_in_picture
from inspector_app.ui.language import say
from inspector_app.ui.ledger_words import account
from inspector_app.ui.models.scanned_codes import ITEM, ScanLine, ScannedCodesModel, scan_text
from inspector_app.ui.models.table import VALUE
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import Chip, label
from inspector_app.ui.widgets.plain import choose, plain_table
from inspector_app.ui.worker import Worker


class TraceScanningPage(InspectionPage):
    """The field has the keyboard, so the scanner's Enter keeps a code; the newest stands large above."""

    concerns = frozenset({"imported_ledger", "scanned_code"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.sheet: ScanSheet | None = None
        self._last = ""
        self._reckoning = PaperDrawing[ScanSheet](worker, self._show_sheet, self._on_fault)
        self.photograph_action = self.action(
            self.tr("Read photographs"), self.choose_photographs, "Ctrl+O", changes=True
        )
        self.forget_action = self.action(self.tr("Take the scan out"), self._forget, "Ctrl+Del", changes=True)
        self.suspicions_action = self.action(
            self.tr("Show the suspicions"), lambda: self.goTo.emit("findings/suspicions", "")
        )
        self.banner = Banner()
        self.code = QLineEdit()
        self.code.setAccessibleName(self.tr("Trace code"))
        self.code.setPlaceholderText(self.tr("Scan a box, or type its 20 digits and Enter"))
        self.code.returnPressed.connect(self._scanned)
        self.changes(self.code)
        self.chip = Chip()
        self.answer = label("", "title", wrap=True)
        self.about = label("", "muted", wrap=True)
        self.ledgers_text = label("", "muted", wrap=True)
        self.model = ScannedCodesModel()
        self.model.setParent(self)
        self.table = plain_table(self.model, self.tr("Scanned codes"), ITEM)
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.empty = EmptyState(
            "search",
            self.tr("Nothing scanned yet"),
            self.tr(
                "Scan boxes on the shelf with any scanner that types like a keyboard, or photograph their "
                "codes. A box that was settled and is still here, or that nobody bought, is pointed at."
            ),
            self.photograph_action,
        )
        head = QHBoxLayout()
        head.addWidget(self.code, 1)
        head.addWidget(ActionButton(self.photograph_action, icon="camera", quiet=False))
        foot = QHBoxLayout()
        self.account = label("", "muted", wrap=True)
        foot.addWidget(self.account, 1)
        foot.addWidget(ActionButton(self.forget_action, icon="x"))
        foot.addWidget(ActionButton(self.suspicions_action, icon="flag"))
        scans = QWidget()
        column = QVBoxLayout(scans)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        newest = QHBoxLayout()
        newest.setSpacing(12)
        newest.addWidget(self.chip)
        newest.addWidget(self.answer, 1)
        column.addLayout(newest)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(scans)
        around = QVBoxLayout()
        around.setContentsMargins(20, 10, 20, 8)
        around.setSpacing(8)
        around.addLayout(head)
        around.addWidget(self.ledgers_text)
        around.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addLayout(around, 1)
        self.setFocusProxy(self.code)

    def open(self, inspection_id: str) -> None:
        if inspection_id != self.inspection_id:
            self._reckoning.forget()
            self.sheet, self._last = None, ""
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        if inspection:
            self.worker.run(lambda a: a.scanning.reckoning(inspection), self._reckoning.draw, self._on_fault)

    def _show_sheet(self, sheet: ScanSheet) -> None:
        self.sheet = sheet
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.scanning.raise_points(inspection, sheet), None, self._on_fault)
        said = "  ·  ".join(account(sheet.ledgers))
        nothing = self.tr("No settled codes and no purchases were imported; scans are kept for them.")
        self.ledgers_text.setText(said or nothing)
        lines = [ScanLine(scanned=one, facts=sheet.facts[one.id]) for one in sheet.codes]
        self.model.show_rows(lines)
        self.table.resizeColumnsToContents()
        self.stack.setCurrentIndex(1 if lines else 0)
        pointed = sum(
            line.facts.meaning in (ScanMeaning.SETTLED, ScanMeaning.NOT_PURCHASED) for line in lines
        )
        self.account.setText(
            self.tr("Scanned: {count}  ·  pointed at: {pointed}").format(count=len(lines), pointed=pointed)
        )
        row = next((place for place, line in enumerate(lines) if line.facts.code == self._last), 0)
        if lines:
            choose(self.table, row)
            self._answer(lines[row])

    def _answer(self, line: ScanLine) -> None:
        self.chip.show_state(line.facts.meaning)
        self.answer.setText(line.facts.name or line.facts.code)
        self.about.setText(f"{line.facts.code}  {scan_text(line.facts)}")

    # Doing

    @Slot()
    def _scanned(self) -> None:
        inspection, text = InspectionId(self.inspection_id), self.code.text()
        self.code.clear()
        if text.strip():
            self.worker.run(lambda a: a.scanning.scan(inspection, text), self._kept, self._on_fault)

    @Slot(object)
    def _kept(self, found: object) -> None:
        """A code that was scanned before changes nothing, and is answered all the same."""
        self.banner.hide()
        codes = list(found) if isinstance(found, tuple) else []
        if codes:
            self._last = codes[-1].id
            self.refresh()

    def choose_photographs(self) -> None:
        """Read codes in pictures; the pictures are kept as evidence."""
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png *.heic *.tif *.tiff *.bmp *.webp)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Photographs of codes"), "", kinds)
        for name in names:
            self.read_photograph(Source.file(Path(name), IntakeWay.FILE))

    def read_photograph(self, source: Source) -> None:
        inspection = InspectionId(self.inspection_id)

        def keep(codes: tuple[str, ...]) -> None:
            self.worker.run(
                lambda a: a.scanning.keep_photograph(inspection, source, codes), self._kept, self._on_fault
            )

        self.worker.compute(lambda: codes_in_picture(source), keep, self._on_fault)

    def _forget(self) -> None:
        inspection, line = InspectionId(self.inspection_id), self.table.currentIndex().data(VALUE)
        if isinstance(line, ScanLine):
            codes = [line.facts.code]
            self.worker.run(lambda a: a.scanning.forget(inspection, codes), None, self._on_fault)

    def _on_fault(self, problem: Problem) -> None:
        self.banner.tell(say(problem))
