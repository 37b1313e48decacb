"""Several suspicions are dismissed together, with one reason and one line of the journal."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import InspectionId, SuspicionId
from inspector_app.domain.suspicion import SuspicionState
from inspector_app.ui.pages.findings import SUSPICIONS, FindingsPage
from inspector_app.ui.worker import Worker
from tests.ui.test_pages import findings, idle, inspection, suspicion

__all__ = ["findings", "inspection"]


@pytest.fixture
def raised(worker: Worker, inspection: InspectionId, do: Any) -> tuple[SuspicionId, ...]:
    made = [
        suspicion(id=SuspicionId(number * 32), key=f"bed:{number}", title=f"内一科{number}床")
        for number in "567"
    ]
    do(lambda a: a.findings.raise_suspicions(inspection, made))
    return tuple(one.id for one in made)


def test_those_selected_share_the_reason(
    qtbot: QtBot,
    worker: Worker,
    findings: FindingsPage,
    inspection: InspectionId,
    raised: tuple[SuspicionId, ...],
    do: Any,
) -> None:
    findings.refresh()
    idle(qtbot, worker)
    findings.tabs.setCurrentIndex(SUSPICIONS)
    findings.suspicions.selectRow(0)
    qtbot.keyClick(findings.suspicions, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    idle(qtbot, worker)
    lines = do(lambda a: a.desk.inspection(inspection).journal.count())
    findings.suspicion.reason.setText("护士站登记外出检查")
    qtbot.mouseClick(findings.suspicion.dismiss, Qt.MouseButton.LeftButton)
    idle(qtbot, worker)
    states = sorted(str(one.state) for one in do(lambda a: a.findings.suspicions(inspection)))
    assert states == ["dismissed", "dismissed", "open"]
    assert do(lambda a: a.desk.inspection(inspection).journal.count()) == lines + 1


def test_without_a_reason_and_where_one_is_a_finding_already_none_is_dismissed(
    inspection: InspectionId, raised: tuple[SuspicionId, ...], do: Any
) -> None:
    with pytest.raises(UnusableInput, match="reason"):
        do(lambda a: a.findings.dismiss_together(inspection, raised, "  "))
    do(lambda a: a.findings.confirm(inspection, raised[0], a.findings.new(item="挂床住院")))
    with pytest.raises(NotAllowed, match="became a finding"):
        do(lambda a: a.findings.dismiss_together(inspection, raised, "核实"))
    states = [one.state for one in do(lambda a: a.findings.suspicions(inspection)) if one.id != raised[0]]
    assert states == [SuspicionState.OPEN, SuspicionState.OPEN]
