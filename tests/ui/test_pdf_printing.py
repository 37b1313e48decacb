"""A PDF in memory goes to the printer page by page."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from inspector_app.documents.ward_sheet import SheetRow, WardSheet, layout_ward_sheet
from inspector_app.system.wording_files import WordingBook
from inspector_app.ui.pdf_printing import draw_pdf


def sheet(folder: Path) -> bytes:
    rows = tuple(SheetRow(bed=str(bed), name="沈一禾") for bed in range(1, 31))
    wording = WordingBook(folder).section("ward_sheet")
    return layout_ward_sheet(
        WardSheet(wording=wording, institution="某院", ward="内一科", rows=rows, keys={"1": "在床"})
    )


def test_every_page_is_drawn_on_the_paper(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    pdf = sheet(tmp_path)
    pages = len(pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert draw_pdf(pdf, printer) == pages == 2
    printed = pypdf.PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == pages
    assert all(len(page.images) == 1 for page in printed.pages)
