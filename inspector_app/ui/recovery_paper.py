"""The printed recovery key: one sheet of paper that goes into the bureau's safe."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def print_recovery_key(groups: tuple[str, ...], bureau: str, parent: QWidget) -> bool:
    """Ask for a printer and print; return whether it was printed. Nothing is written to the disk."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:  # a key never goes into a file
        return False
    draw_recovery_key(groups, bureau, printer)
    return True


def draw_recovery_key(groups: tuple[str, ...], bureau: str, printer: QPrinter) -> None:
    """Draw the sheet; the key stands in two rows of large groups."""
    translate = QCoreApplication.translate
    half = len(groups) // 2
    rows = "<br>".join("&nbsp;&nbsp;".join(map(escape, row)) for row in (groups[:half], groups[half:]))
    title = escape(translate("RecoveryPaper", "Recovery key of the inspection desk"))
    text = escape(
        translate(
            "RecoveryPaper",
            "Whoever holds this sheet can open the data of the laptop it belongs to. Keep it in the bureau's "
            "safe, never with the laptop. It lets a person who forgot the passphrase set a new one. A newer "
            "sheet makes this one worthless.",
        )
    )
    document = QTextDocument()
    document.setHtml(
        f"<h1>{title}</h1><p>{escape(bureau)}</p>"
        f'<p style="font-size:22pt; line-height:160%">{rows}</p><p>{text}</p>'
    )
    document.print_(printer)
