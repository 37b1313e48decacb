"""Printing through the system's dialog; on Linux the printer gets the signed file itself, by a pipe."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QProcess, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from inspector_app.domain.errors import EnvironmentProblem, Problem
from inspector_app.domain.wording import sentence


class Printing(QObject):
    """One job at a time; the printer and its dialog live as long as this does."""

    def __init__(self, parent: QWidget, paint: Callable[[QPrinter], None]) -> None:
        """``paint`` draws the pages where no program takes the file."""
        super().__init__(parent)
        self._window = parent
        self._paint = paint
        self._printer: QPrinter | None = None
        self._dialog: QPrintDialog | None = None
        self._process: QProcess | None = None

    def ask(
        self, pdf: bytes, copies: int, done: Callable[[int], object], failed: Callable[[Problem], object]
    ) -> None:
        """Show the system's dialog; ``done`` gets how many copies went to the printer."""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setCopyCount(copies)
        self._dialog = QPrintDialog(self._printer, self._window)
        self._dialog.finished.connect(lambda result: self._on_answer(result, pdf, done, failed))
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.show()

    def _on_answer(
        self, result: int, pdf: bytes, done: Callable[[int], object], failed: Callable[[Problem], object]
    ) -> None:
        printer = self._printer
        if printer is None or result != QDialog.DialogCode.Accepted:
            return
        program = shutil.which("lp")
        to_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat or not printer.printerName()
        if program and not to_file:
            self._hand_over(program, printer, pdf, done, failed)
        else:
            copies = printer.copyCount()
            self._paint(printer)
            done(copies)

    def _hand_over(
        self,
        program: str,
        printer: QPrinter,
        pdf: bytes,
        done: Callable[[int], object],
        failed: Callable[[Problem], object],
    ) -> None:
        copies = printer.copyCount()
        process = QProcess(self)
        self._process = process

        def ended(code: int, _status: QProcess.ExitStatus) -> None:
            if code == 0:
                done(copies)
            else:
                failed(
                    EnvironmentProblem(
                        sentence("The printer did not take the document. Check it and print again.")
                    )
                )

        process.finished.connect(ended)
        process.start(program, ["-d", printer.printerName(), "-n", str(copies), "-"])
        process.write(QByteArray(pdf))
        process.closeWriteChannel()
