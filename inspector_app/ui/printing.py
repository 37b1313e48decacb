"""Printing a paper: on Linux the printer gets its bytes by a pipe, elsewhere drawn pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QProcess, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from inspector_app.domain.errors import EnvironmentProblem, Problem
from inspector_app.domain.wording import sentence
from inspector_app.ui.pdf_printing import draw_pdf

Done = Callable[[int], object]
Failed = Callable[[Problem], object]


def has_printer() -> bool:
    """Whether the system knows a printer at all."""
    return bool(QPrinterInfo.availablePrinterNames())


class Printing(QObject):
    """One job at a time; the printer and its dialog live as long as this does, or Qt crashes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._printer: QPrinter | None = None
        self._dialog: QPrintDialog | None = None

    def ask(self, pdf: bytes, title: str, copies: int, done: Done, failed: Failed) -> None:
        """Show the system's dialog; ``done`` gets how many copies went to the printer.

        Without a printer the dialog would offer nothing but a file, and that would be a copy in plain sight.
        """
        if not has_printer():
            words = sentence(
                "No printer is set up, so nothing was printed. Connect one and print again, or export the "
                "document to print it elsewhere; that copy is not encrypted."
            )
            failed(EnvironmentProblem(words))
            return
        printer = self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setCopyCount(copies)
        dialog = self._dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)

        def answered(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                self.send(pdf, printer, done, failed)

        dialog.finished.connect(answered)
        dialog.show()

    def send(self, pdf: bytes, printer: QPrinter, done: Done, failed: Failed) -> None:
        """Print on the printer that was chosen."""
        program = shutil.which("lp")
        to_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
        if to_file:
            words = sentence(
                "Choose a printer. To take the document along as a file, export it: that copy is not "
                "encrypted, and it is counted."
            )
            failed(EnvironmentProblem(words))
            return
        if program and printer.printerName():
            self.hand_over(program, printer.printerName(), printer.copyCount(), pdf, done, failed)
            return
        copies = printer.copyCount()
        draw_pdf(pdf, printer)
        done(copies)

    def hand_over(self, program: str, name: str, copies: int, pdf: bytes, done: Done, failed: Failed) -> None:
        """Give the file, byte for byte, to the system's spooler; nothing of it touches the disk here."""
        process = QProcess(self)

        def ended(code: int, status: QProcess.ExitStatus) -> None:
            process.deleteLater()
            if code == 0 and status is QProcess.ExitStatus.NormalExit:
                done(copies)
            else:
                words = sentence("The printer did not take the document. Check it and print again.")
                failed(EnvironmentProblem(words))

        process.finished.connect(ended)
        process.start(program, ["-d", name, "-n", str(copies), "-"])
        process.write(QByteArray(pdf))
        process.closeWriteChannel()
