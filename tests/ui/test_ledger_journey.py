"""From the institution's files to a signed notice with its list of details, through the window."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.services.stock_files import write_example
from tests.services.trace_files import write_trace_files
from tests.ui.journey import HE, LIN, WORDS, Window
from tests.ui.test_window_journeys import (
    add_people,
    approve_sign_and_export,
    become,
    draft_and_mend,
    me,
    open_an_inspection,
    open_the_visit,
    set_the_laptop_up,
    verify,
    worker,
)

__all__ = ["me", "worker"]
pytestmark = pytest.mark.journey
DETAILS = ("收费明细.csv", "追溯码结算.csv", "同一追溯码多次结算", "沈一禾")


def import_files(me: Window, files: list[Path]) -> None:
    me.files(*files)
    me.keys("Ctrl+I")
    me.fill("Handed over by (of the institution)", "信息科 何清源", leave="Tab")
    me.keys("Ctrl+Return")


def test_stock_and_trace_codes_become_a_notice_with_its_annex(me: Window, tmp_path: Path) -> None:
    set_the_laptop_up(me)
    add_people(me)
    open_an_inspection(me)
    open_the_visit(me)
    me.keys("Alt+3")
    import_files(me, write_example(tmp_path))
    me.fill("Period from", "2026-01-01")
    me.fill("Period to", "2026-03-31")
    me.wait_for("+84")
    me.keys("Ctrl+Tab")
    import_files(me, write_trace_files(tmp_path))
    me.wait_for("Settled more than once")
    me.keys("S")
    for title in ("阿莫西林胶囊", "同一追溯码多次结算"):
        me.row("Suspicions", title)
        me.keys("Ctrl+Return")
        me.wait_for("Rests on")
        me.keys("Ctrl+Tab")
    for title in ("追溯码不是20位数字", "结算的追溯码无采购入库记录"):
        me.row("Suspicions", title)
        me.fill("Reason for dismissing", "另行核实", leave="Return")
    me.keys("Alt+8")
    me.keys("Alt+8")
    draft_and_mend(me)
    become(me, HE, WORDS[HE])
    me.link("not verified")
    me.click("The lead confirms this clause")
    become(me, LIN, WORDS[LIN])
    me.keys("Alt+8")
    approve_sign_and_export(me, tmp_path / "notice.pdf")
    verify(tmp_path / "notice.pdf")
    write_the_annex(me, tmp_path)


def write_the_annex(me: Window, folder: Path) -> None:
    """Issue the list of details; it leaves as paper and as workbook."""
    me.click("All documents")
    me.keys("Ctrl+Alt+N")
    me.click("Details of the findings")
    me.keys("Ctrl+Return")
    me.click("Issue it now")
    me.wait_for("is issued")
    me.files(folder / "details.xlsx")
    me.keys("Ctrl+Shift+X")
    me.wait_for("It is not encrypted.")
    me.files(folder / "details.pdf")
    me.keys("Ctrl+Shift+E")
    me.wait_for("details.pdf was written")
    page = load_workbook(folder / "details.xlsx").worksheets[0]
    cells = {str(cell.value) for row in page.iter_rows() for cell in row}
    assert {"收费明细.csv 第2行", "追溯码结算.csv 第2行", "沈一禾"} <= cells
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed; the workbook was looked at")
    command = ["pdftotext", "-raw", str(folder / "details.pdf"), "-"]
    told = "".join(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert [words for words in DETAILS if words not in told] == []
