"""The findings page as a person sees it: rows, what is missing, evidence, grounds and keys."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.finding import FindingState, Lack
from inspector_app.domain.ids import InspectionId, SuspicionId
from inspector_app.domain.suspicion import Suspicion, SuspicionState
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Source
from inspector_app.ui.models.entries import ENTRY
from inspector_app.ui.pages.findings import FINDINGS, SUSPICIONS, FindingsPage
from inspector_app.ui.worker import Worker
from tests import builders, pictures
from tests.builders import EVENING

FINDING = builders.finding().id
BED = Target(kind=TargetKind.BED_CHECK, id="b" * 32, label="内一科 3床")


class Screen:
    """The page with one finding, and what a person does there."""

    def __init__(self, qtbot: QtBot, worker: Worker, do: Any) -> None:
        self.qtbot, self.worker, self.do = qtbot, worker, do
        self.here: InspectionId = do(
            lambda a: (
                a.inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=builders.team()).id
            )
        )
        do(lambda a: a.findings.record(self.here, builders.finding(persons=4)))
        self.page = FindingsPage(worker)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.open(self.here)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            self.qtbot.waitUntil(lambda: self.worker.idle)
            QApplication.processEvents()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.page, key, modifier)
        self.settle()

    def raise_suspicion(self, **over: Any) -> Suspicion:
        values: dict[str, Any] = {
            "id": SuspicionId("5" * 32),
            "key": "bed:3",
            "rule": "headcount.absent",
            "title": "内一科3床现场查无此人",
            "statement": "内一科3床住院患者现场查无此人。",
            "category": "absent-stay",
            "persons": 1,
            "rests_on": (BED,),
            "raised_at": EVENING,
        }
        made = Suspicion(**{**values, **over})
        self.do(lambda a: a.findings.raise_suspicions(self.here, [made]))
        self.settle()
        return made

    def evidence(self) -> str:
        source = Source(name="one.jpg", way=IntakeWay.FILE, data=pictures.photograph())
        target = Target(kind=TargetKind.FINDING, id=FINDING)
        [taken] = self.do(lambda a: a.evidence.take_in(self.here, [source], target=target))
        self.settle()
        return str(taken.evidence.id)

    def missing(self) -> set[Lack]:
        return {lack for lack, link in self.page.editor.missing.links.items() if link.isVisible()}


@pytest.fixture
def screen(qtbot: QtBot, worker: Worker, do: Any) -> Screen:
    return Screen(qtbot, worker, do)


def test_a_row_says_what_a_person_looks_for(screen: Screen) -> None:
    screen.evidence()
    entry = screen.page.findings_model.index(0, 0).data(ENTRY)
    assert entry.title == "1  在床核查"
    assert entry.about.endswith("挂床住院")
    assert entry.counts == "Persons: 4  ·  Evidence: 1"
    assert entry.amount == "¥ 0.00"
    assert entry.state is FindingState.TO_CONFIRM


def test_what_is_missing_stands_above_the_form_and_leads_to_its_field(screen: Screen) -> None:
    assert screen.missing() == {Lack.CLAUSE, Lack.EVIDENCE, Lack.REQUIREMENT}
    editor = screen.page.editor
    screen.qtbot.mouseClick(editor.missing.links[Lack.REQUIREMENT], Qt.MouseButton.LeftButton)
    assert editor.requirement.hasFocus()
    assert not editor.requirement.visibleRegion().isEmpty()
    screen.qtbot.keyClicks(editor.requirement, "x")
    assert screen.missing() == {Lack.CLAUSE, Lack.EVIDENCE}
    screen.evidence()
    assert screen.missing() == {Lack.CLAUSE}
    screen.qtbot.mouseClick(editor.missing.links[Lack.CLAUSE], Qt.MouseButton.LeftButton)
    assert editor.clauses.search.hasFocus()
    editor.clauses.list.item(0).setCheckState(Qt.CheckState.Checked)
    screen.settle()
    assert screen.missing() == set()
    assert "Complete" in editor.missing.said.text()
    cited = editor.clauses.chosen
    editor.conduct_from.show_day(date(1999, 1, 1))
    editor.conduct_from.dayChanged.emit()
    screen.settle()
    assert editor.clauses.chosen == cited, "days that the clause does not cover take nothing away"
    assert "not in force" in editor.clauses.doubt.text()
    screen.qtbot.mouseClick(editor.missing.doubt, Qt.MouseButton.LeftButton)
    assert not editor.clauses.doubt.visibleRegion().isEmpty()


def test_evidence_stands_as_pictures_and_is_taken_away_by_a_key(screen: Screen) -> None:
    piece = screen.evidence()
    cited = screen.page.editor.evidence
    assert [cited.model.evidence(row).id for row in range(cited.model.rowCount())] == [piece]
    index = cited.model.index(0)
    screen.qtbot.waitUntil(lambda: index.data(Qt.ItemDataRole.DecorationRole) is not None)
    cited.grid.setFocus()
    cited.grid.setCurrentIndex(index)
    with screen.qtbot.waitSignal(screen.page.goTo) as gone:
        screen.key(Qt.Key.Key_Return)
    assert gone.args[0] == f"evidence/{piece}"
    screen.key(Qt.Key.Key_Delete)
    assert cited.count == 0
    assert Lack.EVIDENCE in screen.missing()
    assert len(screen.do(lambda a: a.evidence.gallery(screen.here)).evidence) == 1


def test_a_suspicion_leads_to_what_it_rests_on(screen: Screen) -> None:
    screen.raise_suspicion()
    screen.page.tabs.setCurrentIndex(SUSPICIONS)
    [link] = screen.page.suspicion.rests_on.links
    assert "内一科 3床" in link.text()
    with screen.qtbot.waitSignal(screen.page.goTo) as gone:
        screen.qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert gone.args[0] == f"wards/{BED.id}"


def test_one_key_confirms_a_suspicion_and_the_finding_stands_beside_it(screen: Screen) -> None:
    screen.raise_suspicion()
    screen.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    screen.page.suspicions.setFocus()
    screen.key(Qt.Key.Key_Return)
    assert screen.page.tabs.currentIndex() == FINDINGS
    assert screen.page.editor.item.text() == "内一科3床现场查无此人"
    assert len(screen.do(lambda a: a.findings.findings(screen.here))) == 2


def test_delete_asks_the_reason_and_enter_dismisses(screen: Screen) -> None:
    made = screen.raise_suspicion()
    screen.page.tabs.setCurrentIndex(SUSPICIONS)
    screen.page.suspicions.setFocus()
    screen.key(Qt.Key.Key_Delete)
    assert screen.page.suspicion.reason.hasFocus()
    screen.qtbot.keyClicks(screen.page.suspicion.reason, "slip shown")
    screen.key(Qt.Key.Key_Return)
    [now] = screen.do(lambda a: a.findings.suspicions(screen.here))
    assert (now.id, now.state, now.reason) == (made.id, SuspicionState.DISMISSED, "slip shown")


def test_a_withdrawn_finding_comes_back_with_its_suspicion(screen: Screen) -> None:
    screen.raise_suspicion()
    screen.page.tabs.setCurrentIndex(SUSPICIONS)
    screen.page.suspicions.setFocus()
    screen.key(Qt.Key.Key_Return)
    screen.page.withdraw_action.trigger()
    reason = screen.page.editor.withdrawal.reason
    assert reason.hasFocus()
    screen.qtbot.keyClicks(reason, "checked again")
    screen.key(Qt.Key.Key_Return)
    [open_again] = screen.do(lambda a: a.findings.suspicions(screen.here))
    assert open_again.state is SuspicionState.OPEN
    screen.page.undo_action.trigger()
    screen.settle()
    [decided] = screen.do(lambda a: a.findings.suspicions(screen.here))
    assert decided.state is SuspicionState.CONFIRMED
    assert decided.finding == screen.page.editor.finding.id


def test_a_narrow_page_offers_findings_in_one_line_and_keys_go_through_them(screen: Screen) -> None:
    screen.raise_suspicion()
    screen.page.tabs.setCurrentIndex(SUSPICIONS)
    screen.page.suspicions.setFocus()
    screen.key(Qt.Key.Key_Return)
    screen.page.resize(760, 420)
    screen.settle()
    page = screen.page
    assert page.chooser.isVisible()
    assert not page.findings.isVisible()
    assert page.editor.item.width() > 500
    assert page.chooser.currentText().startswith("1  内一科3床")
    page.next_action.trigger()
    screen.settle()
    assert page.chooser.currentText().startswith("2  在床核查")
    assert page.editor.item.text() == "在床核查"
    page.resize(1200, 420)
    screen.settle()
    assert page.findings.isVisible()


def test_an_unsaved_finding_is_put_away_without_a_reason(screen: Screen) -> None:
    screen.page.new_action.trigger()
    screen.settle()
    assert screen.page.editor.item.text() == ""
    screen.page.withdraw_action.trigger()
    screen.settle()
    assert screen.page.editor.item.text() == "在床核查"
    assert len(screen.do(lambda a: a.findings.findings(screen.here))) == 1


def test_tab_goes_through_the_form_from_top_to_bottom(screen: Screen) -> None:
    editor = screen.page.editor
    editor.group.setFocus()
    places = []
    for _ in range(22):
        focus = QApplication.focusWidget()
        assert focus is not None
        if not editor.isAncestorOf(focus):
            break
        place = focus.mapTo(editor, QPoint(0, 0))
        places.append((place.y() // 30, place.x()))
        screen.key(Qt.Key.Key_Tab)
    assert len(places) > 15
    assert places == sorted(places)


def test_the_form_is_never_wider_than_its_place(screen: Screen) -> None:
    screen.evidence()
    other = Source(name="two.jpg", way=IntakeWay.FILE, data=pictures.photograph(width=90))
    screen.do(lambda a: a.evidence.take_in(screen.here, [other]))
    screen.settle()
    assert screen.page.editor.evidence.offered.isVisible()
    for width in (900, 1080, 1400, 760):
        screen.page.resize(width, 600)
        screen.settle()
        area = screen.page.form_area
        assert area.widget().width() <= area.viewport().width()


def test_a_finding_that_a_notice_holds_fast_says_so_and_cannot_be_typed_over(screen: Screen) -> None:
    notified = builders.finding(persons=4, state=FindingState.NOTIFIED)

    def notify(a: Activities) -> None:
        with a.desk.inspection(screen.here).intention("notice issued", a.desk.author) as unit:
            unit.put(notified)

    screen.do(notify)
    screen.page.open(screen.here)
    screen.settle()
    editor = screen.page.editor
    assert not editor.item.isEnabled()
    assert not editor.withdrawal.isEnabled()
    assert "issued notice" in editor.missing.said.text()
    assert not screen.page.confirm_action.isEnabled()
    screen.page.new_action.trigger()
    screen.settle()
    assert editor.item.isEnabled()
