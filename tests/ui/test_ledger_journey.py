"""From the institution's files to a signed notice with its list of details, through the window.

Beds, stock with trace codes and dialysis go one way together: setting the laptop up costs more than each.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector_app.services.fiction import inpatients, roster_workbook
from tests.services.dialysis_files import write_dialysis_files
from tests.services.stock_files import write_example
from tests.services.trace_files import write_trace_files
from tests.ui.journey import HE, LIN, WORDS, Window
from tests.ui.test_window_journeys import (
    NIGHT,
    add_people,
    approve_sign_and_export,
    become,
    draft_and_mend,
    me,
    open_an_inspection,
    open_the_visit,
    photograph,
    set_the_laptop_up,
    verify,
    worker,
)

__all__ = ["me", "worker"]
pytestmark = pytest.mark.journey
DETAILS = (
    *("收费明细.csv", "追溯码结算.csv", "同一追溯码多次结算", "沈一禾"),
    *("透析费用明细.csv", "透析计费次数多于治疗记录", "住院明细.csv", "云二川"),
)
ABSENT = """人员编号,姓名,住院号,医疗类别,入院日期,出院日期,费用发生时间,项目名称,数量,单价,金额,基金支付金额
FX3,云二川,ZY202600003,普通住院,2026-11-14,2026-11-18,2026-11-17 09:00:00,Ⅱ级护理,1,20,20,16
FX3,云二川,ZY202600003,普通住院,2026-11-14,2026-11-18,2026-11-20 09:00:00,Ⅱ级护理,1,20,20,16
"""
"""What is billed two days after the discharge of the patient whose bed is empty."""
FOUND = (
    *("内一科03床现场查无此人", "住院日期以外计收费用", "阿莫西林胶囊"),
    *("同一追溯码多次结算", "透析计费次数多于治疗记录"),
)

ASIDE = (
    *("内一科未在院人数占比达到挂床认定标准", "住院期间连续无收费项目", "计费透析器型号与治疗记录不一致"),
    *("追溯码不是20位数字", "结算的追溯码无采购入库记录", "已出院患者仍列在院名单"),
)


def import_files(me: Window, files: list[Path]) -> None:
    me.files(*files)
    me.keys("Ctrl+I")
    me.fill("Handed over by (of the institution)", "信息科 何清源", leave="Tab")
    me.keys("Ctrl+Return")


def walk_with_the_list(me: Window, folder: Path) -> None:
    """The hospital's list of three; one of them is not in bed."""
    roster = folder / "在院.xlsx"
    roster.write_bytes(roster_workbook(inpatients(NIGHT)[:3], NIGHT))
    me.keys("Alt+2")
    me.files(roster)
    me.keys("Ctrl+I")
    me.fill("Exported by (of the institution)", "苏映秋")
    me.keys("Ctrl+Return")
    me.wait_for("内一科")
    for key in "118":
        me.keys(key)
        me.keys("Down")
    me.wait_for("3 of 3 seen")


def take_the_ledgers(me: Window, folder: Path) -> None:
    """Billing of the wards, stock and trace codes, then dialysis; each place points at something."""
    billed = folder / "住院明细.csv"
    billed.write_text(ABSENT, encoding="gb18030")
    me.keys("Alt+3")
    import_files(me, write_example(folder))
    me.fill("Period from", "2026-01-01")
    me.fill("Period to", "2026-03-31")
    me.wait_for("+84")
    me.keys("Ctrl+Tab")
    import_files(me, write_trace_files(folder))
    me.wait_for("Settled more than once")
    for _ in range(3):
        me.keys("Ctrl+Tab")
    import_files(me, [billed])
    me.wait_for("Fees outside the stay")
    me.keys("Alt+4")
    import_files(me, write_dialysis_files(folder))
    me.wait_for("2026-02")
    me.keys("Ctrl+Tab")
    me.wait_for("Billed, not recorded")
    me.keys("S")


def decide(me: Window, folder: Path) -> None:
    """The empty bed is proved by a photograph, the others by the rows of their ledgers."""
    for title in FOUND:
        me.row("Suspicions", title)
        me.keys("Ctrl+Return")
        me.wait_for("To return, yuan")
        if title == FOUND[0]:
            photograph(me, folder)
        me.keys("Ctrl+Tab")
    for title in ASIDE:
        me.row("Suspicions", title)
        me.fill("Reason for dismissing", "另行核实", leave="Return")


def test_beds_stock_trace_codes_and_dialysis_become_a_notice_with_its_annex(
    me: Window, tmp_path: Path
) -> None:
    set_the_laptop_up(me)
    add_people(me)
    open_an_inspection(me)
    open_the_visit(me)
    walk_with_the_list(me, tmp_path)
    take_the_ledgers(me, tmp_path)
    decide(me, tmp_path)
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
