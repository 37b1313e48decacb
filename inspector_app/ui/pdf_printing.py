"""Draws a PDF that exists in memory only onto a printer's paper; nothing touches the disk."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from inspector_app.ui.pdf_pages import draw_page

_LONGEST_SIDE = 3508
"""An A4 page at 300 dots per inch."""


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
