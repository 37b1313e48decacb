"""Printing a notice without a printer: what the system would be given."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.documents.notice import layout_notice
from inspector_app.domain.errors import Problem
from inspector_app.ui.pdf_printing import draw_pdf
from inspector_app.ui.printing import Printing
from tests.documents.notices import a_notice

PIPES = pytest.mark.skipif(sys.platform == "win32", reason="there is no lp on Windows")


@pytest.fixture
def printing(qtbot: QtBot) -> Printing:
    window = QWidget()
    qtbot.addWidget(window)
    return Printing(window)


def program(path: Path, text: str) -> str:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


@PIPES
def test_the_spooler_gets_the_signed_file_byte_for_byte(
    qtbot: QtBot, printing: Printing, tmp_path: Path
) -> None:
    pdf = layout_notice(a_notice()).pdf
    lp = program(tmp_path / "lp", f'echo "$@" > {tmp_path}/asked; cat > {tmp_path}/got')
    done: list[int] = []
    printing.hand_over(lp, "office", 2, pdf, done.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(done))
    assert done == [2]
    assert (tmp_path / "got").read_bytes() == pdf
    assert (tmp_path / "asked").read_text().split() == ["-d", "office", "-n", "2", "-"]


@PIPES
def test_a_printer_that_refuses_is_told_in_a_sentence(
    qtbot: QtBot, printing: Printing, tmp_path: Path
) -> None:
    lp = program(tmp_path / "lp", "cat > /dev/null; exit 1")
    failed: list[Problem] = []
    printing.hand_over(lp, "office", 1, b"%PDF-", pytest.fail, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert "print again" in str(failed[0])


def test_where_no_spooler_takes_the_file_every_page_is_drawn(qapp: QApplication, tmp_path: Path) -> None:
    laid = layout_notice(a_notice())
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    draw_pdf(laid.pdf, printer)
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") == laid.pages


def test_printing_into_a_file_is_refused_and_the_way_to_take_one_along_is_said(
    printing: Printing, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    failed: list[Problem] = []
    printing.send(b"%PDF-", printer, pytest.fail, failed.append)
    assert "export it" in str(failed[0])
    assert not (tmp_path / "out.pdf").exists()


def test_without_a_printer_no_dialog_is_opened(printing: Printing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    failed: list[Problem] = []
    printing.ask(b"%PDF-", "notice", 1, pytest.fail, failed.append)
    assert "No printer is set up" in str(failed[0])
