"""Lines of ledgers behind findings: followed to the source, counted once where two claim them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.domain.held_rows import HeldRows
from inspector_app.domain.ids import InspectionId, SuspicionId
from inspector_app.domain.ports import Silent, finish
from inspector_app.domain.suspicion import Suspicion
from inspector_app.services.activities import Activities
from inspector_app.services.ledger_reading import look_at_all
from inspector_app.ui.pages.findings import FINDINGS, SUSPICIONS, FindingsPage
from inspector_app.ui.pages.findings_layout import EDITOR, ROWS
from inspector_app.ui.worker import Worker
from tests.services.stock_files import write_example
from tests.ui.test_pages import idle, inspection, shown

__all__ = ["inspection"]


def claim(a: Activities, inspection: InspectionId, ledger: Any, name: str, rows: str, fund: str) -> Suspicion:
    suspicion = Suspicion(
        id=SuspicionId(a.desk.ids.new()),
        key=name,
        rule=name,
        title=name,
        statement=name,
        rows=(HeldRows(ledger=ledger.id, file=0, sheet=0, rows=rows),),
        category="stock-mismatch",
        amount=Decimal(fund),
        raised_at=a.desk.clock.now(),
    )
    a.findings.raise_suspicions(inspection, [suspicion])
    return suspicion


@pytest.fixture
def page(qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path) -> FindingsPage:
    """Two findings that both claim line 3 of the billing, and a suspicion of line 4."""
    files = write_example(tmp_path)[:1]

    def prepare(a: Activities) -> None:
        (looked,) = look_at_all(files, (), Silent())
        ledger = finish(
            a.ledgers.take(
                inspection,
                looked,
                handed_over_by="信息科",
                exported_at=None,
                exported_how="",
                progress=Silent(),
            )
        )
        for name, rows, fund in (("甲药多计", "2-3", "1575.00"), ("乙药串换", "3-4", "800.00")):
            suspicion = claim(a, inspection, ledger, name, rows, fund)
            a.findings.confirm(inspection, suspicion.id, a.findings.proposal(suspicion))
        claim(a, inspection, ledger, "丙药待核", "4", "25.00")

    worker.run(prepare)
    idle(qtbot, worker)
    page = shown(qtbot, worker, FindingsPage(worker))
    page.open(inspection)
    idle(qtbot, worker)
    return page


def said(page: FindingsPage) -> list[str]:
    return [row.findChild(type(page.rows.title)).text() for row in page.claimed.lines]


def press(qtbot: QtBot, worker: Worker, page: FindingsPage, words: str) -> None:
    (button,) = [
        one for row in page.claimed.lines for one in row.findChildren(QPushButton) if one.text() == words
    ]
    button.click()
    idle(qtbot, worker)


def test_a_finding_leads_to_the_lines_it_rests_on_and_escape_leads_back(
    qtbot: QtBot, worker: Worker, page: FindingsPage
) -> None:
    assert page.claimed.rows.text() == "Rests on 2 lines of the ledgers"
    page.claimed.rows.click()
    idle(qtbot, worker)
    assert page.work.currentIndex() == ROWS
    assert [page.rows_model.index(row, 1).data() for row in range(page.rows_model.rowCount())] == ["2", "3"]
    page.rows_action.trigger()
    assert page.work.currentIndex() == EDITOR


def test_lines_that_two_findings_claim_are_told_and_counted_where_a_person_says(
    qtbot: QtBot, worker: Worker, page: FindingsPage
) -> None:
    assert said(page) == ["1 of them, worth ¥ 800.00, count in “乙药串换” too."]
    press(qtbot, worker, page, "Count them here")
    assert said(page) == ["1 of them count here; “乙药串换” deducts ¥ 800.00."]
    press(qtbot, worker, page, "Show the other finding")
    assert said(page) == ["1 of them count in “甲药多计”; ¥ 800.00 are deducted here."]
    assert page.total.text().endswith("1,575.00")
    press(qtbot, worker, page, "Decide again")
    assert page.total.text().endswith("2,375.00")


def test_what_was_deducted_for_a_withdrawn_finding_is_added_again(
    qtbot: QtBot, worker: Worker, page: FindingsPage
) -> None:
    press(qtbot, worker, page, "Count them there")
    press(qtbot, worker, page, "Show the other finding")
    page.editor.withdrawal.reason.setText("另案")
    page.editor.withdrawal.wanted.emit("另案")
    idle(qtbot, worker)
    assert said(page) == ["¥ 800.00 are deducted here for a finding that was withdrawn."]
    press(qtbot, worker, page, "Add them again")
    assert said(page) == []
    assert page.total.text().endswith("1,575.00")


def test_a_suspicion_leads_to_its_lines_too(qtbot: QtBot, worker: Worker, page: FindingsPage) -> None:
    page.tabs.setCurrentIndex(SUSPICIONS)
    idle(qtbot, worker)
    assert page.suspicion.rows.text() == "Show the lines of the ledgers: 1"
    page.suspicion.rows.click()
    idle(qtbot, worker)
    assert page.rows_model.index(0, 1).data() == "4"
    page.tabs.setCurrentIndex(FINDINGS)
    assert page.work.currentIndex() == EDITOR


def test_a_link_to_the_finding_shown_last_leads_there_from_the_suspicions_too(
    qtbot: QtBot, worker: Worker, page: FindingsPage
) -> None:
    target = page.target()
    assert target is not None
    page.tabs.setCurrentIndex(SUSPICIONS)
    page.select(target.id)
    idle(qtbot, worker)
    assert page.tabs.currentIndex() == FINDINGS
    assert page.work.currentIndex() == EDITOR
