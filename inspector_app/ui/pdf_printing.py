"""Prints a PDF that exists in memory only, through the system's dialog; nothing touches the disk."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from inspector_app.ui.pdf_pages import draw_page

_LONGEST_SIDE = 3508
"""An A4 page at 300 dots per inch."""


def print_pdf(data: bytes, title: str, parent: QWidget) -> int:
    """Ask for a printer and print; return how many copies were sent, 0 when nobody wanted any."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return 0
    draw_pdf(data, printer)
    return printer.copyCount()


def draw_pdf(data: bytes, printer: QPrinter) -> int:
    """Draw every page onto the printer's paper, margins as in the PDF; return the number of pages."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    page, count = 0, 1
    while page < count:
        image, count = draw_page(data, page, _LONGEST_SIDE)
        if page:
            printer.newPage()
        paper = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        painter.drawImage(QRect(0, 0, paper.width(), paper.height()), image)
        page += 1
    painter.end()
    return count
