"""The pages of the shell, driven as people drive them; what counts is what the services then say."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.domain.finding import Amounts, FindingState
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import InspectionId, SuspicionId
from inspector_app.domain.suspicion import Suspicion, SuspicionState
from inspector_app.services.preferences import PreferenceService
from inspector_app.services.readiness import obstacles
from inspector_app.ui.pages.findings import SUSPICIONS, FindingsPage
from inspector_app.ui.pages.home import HomePage
from inspector_app.ui.pages.institution import InstitutionPage
from inspector_app.ui.pages.new_inspection import NewInspectionPage
from inspector_app.ui.pages.overview import OverviewPage
from inspector_app.ui.pages.settings import SettingsPage
from inspector_app.ui.pages.timeline import TimelinePage
from inspector_app.ui.widgets.amount_edit import read_amount
from inspector_app.ui.widgets.palette import score
from inspector_app.ui.worker import Worker
from tests import builders


def shown(qtbot: QtBot, worker: Worker, page: Any) -> Any:
    """Show a page and wait until it has what it asked for."""
    qtbot.addWidget(page)
    page.resize(1086, 700)
    page.show()
    idle(qtbot, worker)
    return page


def idle(qtbot: QtBot, worker: Worker) -> None:
    qtbot.waitUntil(lambda: worker.idle)


@pytest.fixture
def inspection(do: Any) -> InspectionId:
    made = do(
        lambda a: a.inspections.open(
            builders.institution(), bureau="青禾县医疗保障局", team=builders.team(), purpose="夜间在床核查"
        )
    )
    return InspectionId(made.id)


def suspicion(**over: Any) -> Suspicion:
    return Suspicion(
        **{
            "id": SuspicionId("5" * 32),
            "key": "absent:1",
            "rule": "absent",
            "title": "内一科未在院占比超过阈值",
            "statement": "在院20人，未见4人。",
            "category": "in_bed",
            "raised_at": builders.EVENING,
            **over,
        }
    )


# Home and a new inspection


def test_an_empty_home_says_what_belongs_here_and_offers_the_first_step(qtbot: QtBot, worker: Worker) -> None:
    page = shown(qtbot, worker, HomePage(worker))
    page.refresh()
    idle(qtbot, worker)
    assert page.stack.currentWidget() is page.empty


def test_home_finds_an_inspection_by_a_few_letters_and_enter_opens_it(
    qtbot: QtBot, worker: Worker, inspection: InspectionId
) -> None:
    page = shown(qtbot, worker, HomePage(worker))
    page.refresh()
    idle(qtbot, worker)
    qtbot.keyClicks(page.search, "nothing of that name")
    assert page.model.cards == []
    page.search.setText("仁安 林知远")
    with qtbot.waitSignal(page.goTo) as followed:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert followed.args == ["overview", inspection]
    tester = ModelTester(None)
    tester.check(page.model)


def test_three_fields_make_an_inspection(qtbot: QtBot, worker: Worker, do: Any) -> None:
    page = shown(qtbot, worker, NewInspectionPage(worker))
    page.refresh()
    idle(qtbot, worker)
    page.institution.setEditText("栖霞谷精神病医院")
    page.team.tick("周叙白")
    qtbot.keyClicks(page.purpose, "night check")
    with qtbot.waitSignal(page.goTo) as followed:
        page.begin_action.trigger()
    made = do(lambda a: a.inspections.inspection(InspectionId(followed.args[1])))
    assert made.institution.name == "栖霞谷精神病医院"
    assert [person.name for person in made.team] == ["林知远", "周叙白"]
    assert (made.purpose, made.bureau) == ("night check", "青禾县医疗保障局")


def test_codes_are_kept_as_registers_write_them_and_a_wrong_one_is_named(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, do: Any
) -> None:
    page = shown(qtbot, worker, InstitutionPage(worker))
    page.open(inspection)
    idle(qtbot, worker)
    page.texts["code"].setText("h99990000002")
    page.texts["credit_code"].setText("1234")
    page.texts["credit_code"].editingFinished.emit()
    assert page.credit_code.editor.property("wrong")
    page.texts["address"].setFocus()
    qtbot.keyClicks(page.texts["address"], "A")
    with qtbot.waitSignal(page.goTo):
        page.leave_action.trigger()
    idle(qtbot, worker)
    kept = do(lambda a: a.inspections.inspection(inspection)).institution
    assert kept.code == "H99990000002"
    assert kept.address.startswith("A") or kept.address.endswith("A"), "Escape loses nothing that was typed"
    page.open(inspection)
    idle(qtbot, worker)
    page.texts["contact_person"].setText("苏映秋")
    page.texts["name"].clear()
    page.texts["name"].editingFinished.emit()
    assert "the one before stays" in page.name.note.text()
    page.texts["contact_person"].setFocus()
    with qtbot.waitSignal(page.goTo):
        qtbot.keyClick(page.texts["contact_person"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, worker)
    kept = do(lambda a: a.inspections.inspection(inspection)).institution
    assert (kept.contact_person, bool(kept.name)) == ("苏映秋", True)


# The overview


def test_a_visit_with_one_inspector_is_refused_with_a_sentence(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, do: Any
) -> None:
    do(lambda a: a.inspections.revise(builders.inspection(id=inspection, team=(builders.person(),))))
    page = shown(qtbot, worker, OverviewPage(worker))
    page.open(inspection)
    idle(qtbot, worker)
    with qtbot.waitSignal(worker.problem) as told:
        qtbot.mouseClick(page.steps.open.button, Qt.MouseButton.LeftButton)
    assert "two inspectors" in str(told.args[0])


def test_what_is_missing_for_the_notice_leads_to_where_it_is_mended(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, do: Any
) -> None:
    do(lambda a: a.findings.record(inspection, builders.finding()))
    missing = do(lambda a: obstacles(a.desk, inspection))
    places = {str(obstacle.words): obstacle.place for obstacle in missing}
    assert places["Without evidence: finding 1."] == f"findings/{builders.finding().id}"
    assert places["No visit was opened."] == "overview"


# Findings


@pytest.fixture
def findings(qtbot: QtBot, worker: Worker, inspection: InspectionId, do: Any) -> FindingsPage:
    do(lambda a: a.findings.record(inspection, builders.finding()))
    page = shown(qtbot, worker, FindingsPage(worker))
    page.open(inspection)
    idle(qtbot, worker)
    return page  # type: ignore[no-any-return]


def leave(field: QLineEdit, text: str) -> None:
    """Type and go on, as the Tab key does."""
    field.setText(text)
    field.editingFinished.emit()


def test_a_field_is_saved_when_it_is_left(
    qtbot: QtBot, worker: Worker, findings: FindingsPage, inspection: InspectionId, do: Any
) -> None:
    leave(findings.editor.total, "56,124.60")
    leave(findings.editor.fund, "４３０００")
    leave(findings.editor.deduction, "1200.505")
    idle(qtbot, worker)
    (saved,) = do(lambda a: a.findings.findings(inspection))
    assert saved.amounts == Amounts(
        total=Decimal("56124.60"), fund=Decimal("43000.00"), deduction=Decimal("1200.51")
    )
    assert findings.editor.to_return.text() == "41,799.49"


def test_amounts_that_contradict_each_other_are_named_and_not_saved(
    qtbot: QtBot, worker: Worker, findings: FindingsPage, inspection: InspectionId, do: Any
) -> None:
    leave(findings.editor.fund, "100")
    idle(qtbot, worker)
    assert findings.editor.fund.property("wrong")
    assert do(lambda a: a.findings.findings(inspection))[0].amounts == Amounts()


def test_the_last_change_of_a_finding_is_undone(
    qtbot: QtBot, worker: Worker, findings: FindingsPage, inspection: InspectionId, do: Any
) -> None:
    leave(findings.editor.item, "写错了")
    idle(qtbot, worker)
    findings.undo_action.trigger()
    idle(qtbot, worker)
    assert do(lambda a: a.findings.findings(inspection))[0].item == "在床核查"
    assert findings.editor.item.text() == "在床核查"


def test_a_category_proposes_clause_and_requirement_and_a_person_decides(
    qtbot: QtBot, worker: Worker, findings: FindingsPage, inspection: InspectionId, do: Any
) -> None:
    pack = do(lambda a: a.packs.categories())
    category = next(known for known in pack.categories if known.clauses and known.requirement)
    editor = findings.editor
    editor.group.setCurrentIndex(editor.group.findData(category.group))
    editor.group.activated.emit(editor.group.currentIndex())
    editor.category.setCurrentIndex(editor.category.findData(category.id))
    editor.category.activated.emit(editor.category.currentIndex())
    qtbot.waitUntil(lambda: worker.idle)
    (saved,) = do(lambda a: a.findings.findings(inspection))
    assert saved.category == category.id
    assert saved.requirement == category.requirement
    assert set(saved.clauses) <= set(category.clauses)
    assert saved.clauses


def test_a_suspicion_is_confirmed_into_a_finding_or_dismissed_with_a_reason(
    qtbot: QtBot, worker: Worker, findings: FindingsPage, inspection: InspectionId, do: Any
) -> None:
    second = suspicion(id=SuspicionId("6" * 32), key="absent:2", title="康复科未在院占比超过阈值")
    do(lambda a: a.findings.raise_suspicions(inspection, [suspicion(), second]))
    idle(qtbot, worker)
    findings.tabs.setCurrentIndex(SUSPICIONS)
    qtbot.mouseClick(findings.suspicion.confirm, Qt.MouseButton.LeftButton)
    idle(qtbot, worker)
    findings.select(second.id)
    idle(qtbot, worker)
    with qtbot.waitSignal(worker.problem):
        qtbot.mouseClick(findings.suspicion.dismiss, Qt.MouseButton.LeftButton)
    findings.suspicion.reason.setText("已出示请假条")
    qtbot.mouseClick(findings.suspicion.dismiss, Qt.MouseButton.LeftButton)
    idle(qtbot, worker)
    states = {known.id: known.state for known in do(lambda a: a.findings.suspicions(inspection))}
    assert states == {suspicion().id: SuspicionState.CONFIRMED, second.id: SuspicionState.DISMISSED}
    assert len(do(lambda a: a.findings.findings(inspection))) == 2


def test_several_suspicions_selected_by_keys_become_one_finding(
    qtbot: QtBot, worker: Worker, findings: FindingsPage, inspection: InspectionId, do: Any
) -> None:
    raised = [
        suspicion(
            id=SuspicionId(number * 32),
            key=f"bed:{number}",
            title=f"内一科{number}床现场查无此人",
            statement=f"内一科{number}床现场查无此人。",
            category="absent-stay",
            persons=1,
        )
        for number in "567"
    ]
    do(lambda a: a.findings.raise_suspicions(inspection, raised))
    idle(qtbot, worker)
    findings.tabs.setCurrentIndex(SUSPICIONS)
    findings.suspicions.selectRow(0)
    qtbot.keyClick(findings.suspicions, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    idle(qtbot, worker)
    assert findings.suspicion.title.text() == "挂床住院"
    assert len(findings.suspicion.statement.text().splitlines()) == 2
    qtbot.keyClick(findings.suspicions, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, worker)
    findings.refresh()
    idle(qtbot, worker)
    qtbot.mouseClick(findings.suspicion.confirm, Qt.MouseButton.LeftButton)
    idle(qtbot, worker)
    made = next(known for known in do(lambda a: a.findings.findings(inspection)) if known.suspicion)
    assert (made.item, made.persons, len(made.description.splitlines())) == ("挂床住院", 3, 3)
    assert findings.editor.item.text() == "挂床住院"
    states = {known.state for known in do(lambda a: a.findings.suspicions(inspection))}
    assert states == {SuspicionState.CONFIRMED}


def test_confirming_and_withdrawing_a_finding(
    qtbot: QtBot, worker: Worker, findings: FindingsPage, inspection: InspectionId, do: Any
) -> None:
    findings.confirm_action.trigger()
    idle(qtbot, worker)
    assert do(lambda a: a.findings.findings(inspection))[0].state is FindingState.CONFIRMED
    findings.withdraw_action.trigger()
    qtbot.keyClick(findings.editor.withdrawal.reason, Qt.Key.Key_Return)
    assert findings.editor.withdrawal.fault.isVisible()
    qtbot.keyClicks(findings.editor.withdrawal.reason, "does not hold")
    qtbot.keyClick(findings.editor.withdrawal.reason, Qt.Key.Key_Return)
    idle(qtbot, worker)
    assert do(lambda a: a.findings.findings(inspection)) == []
    assert "Ctrl+Z" in findings.banner.text.text()
    findings.undo_action.trigger()
    idle(qtbot, worker)
    assert do(lambda a: a.findings.findings(inspection))[0].state is FindingState.CONFIRMED
    assert findings.editor.item.text() == "在床核查"


def test_a_finding_of_one_inspection_is_never_saved_into_another(
    qtbot: QtBot, worker: Worker, findings: FindingsPage, do: Any
) -> None:
    other = do(lambda a: a.inspections.open(builders.institution(name="另一家"), bureau="局", team=()))
    findings.open(other.id)
    leave(findings.editor.item, "写到别处")
    idle(qtbot, worker)
    assert do(lambda a: a.findings.findings(other.id)) == []


def test_the_rows_of_findings_are_a_sound_model(qtbot: QtBot, findings: FindingsPage) -> None:
    for model in (findings.findings_model, findings.suspicions_model):
        tester = ModelTester(None)
        tester.check(model)


# Timeline and settings


def test_the_timeline_tells_what_happened_newest_first(
    qtbot: QtBot, worker: Worker, inspection: InspectionId
) -> None:
    page = shown(qtbot, worker, TimelinePage(worker))
    page.open(inspection)
    idle(qtbot, worker)
    assert page.model.index(page.model.rowCount() - 1, 2).data() == "inspection opened"
    assert page.model.index(0, 1).data() == "林知远"
    tester = ModelTester(None)
    tester.check(page.model)


def test_like_acts_are_one_row_that_opens_and_each_line_leads_to_its_thing(
    qtbot: QtBot, worker: Worker, do: Any, inspection: InspectionId
) -> None:
    check = None
    for bed in ("1", "2", "3"):
        check = do(
            lambda a, bed=bed: a.headcounts.check_bed(
                inspection, ward="内一科", bed=bed, status=BedStatus.IN_BED
            )
        )
    page = shown(qtbot, worker, TimelinePage(worker))
    page.open(inspection)
    idle(qtbot, worker)
    rows = [page.model.index(row, 2).data() for row in range(page.model.rowCount())]
    together = next(row for row, words in enumerate(rows) if "×3" in words)
    assert "内一科 1" in page.model.index(together, 3).data()
    page.table.setCurrentIndex(page.model.index(together, 0))
    page.table.setFocus()
    assert not page.follow.isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.model.rowCount() == len(rows) + 3
    page.table.setCurrentIndex(page.model.index(together + 1, 0))
    with qtbot.waitSignal(page.goTo) as followed:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert followed.args == [f"wards/{check.id}", ""]
    page.search.setText("内一科 2")
    assert page.model.rowCount() == 2
    ModelTester(None).check(page.model)


def test_preferences_are_kept_and_a_damaged_file_costs_nothing_else(
    qtbot: QtBot, worker: Worker, tmp_path: Path
) -> None:
    service = PreferenceService(tmp_path)
    page = shown(qtbot, worker, SettingsPage(worker, service))
    page.refresh()
    idle(qtbot, worker)
    page.auto_lock.setCurrentIndex(page.auto_lock.findData(5))
    with qtbot.waitSignal(page.preferred):
        page.auto_lock.activated.emit(page.auto_lock.currentIndex())
    assert PreferenceService(tmp_path).now.auto_lock_minutes == 5
    (tmp_path / "preferences.json").write_text('{"auto_lock_minutes": "five", "later": 1', encoding="utf-8")
    assert PreferenceService(tmp_path).now.auto_lock_minutes == 10


def test_a_block_of_numbers_is_entered_and_an_overlap_is_told_beside_it(
    qtbot: QtBot, worker: Worker, tmp_path: Path, do: Any
) -> None:
    page = shown(qtbot, worker, SettingsPage(worker, PreferenceService(tmp_path)))
    page.refresh()
    idle(qtbot, worker)
    for first, last in (("1", "20"), ("15", "30")):
        page.blocks.body.setText("青医保")
        page.blocks.year.setText("2026")
        page.blocks.first.setText(first)
        page.blocks.last.setText(last)
        qtbot.mouseClick(page.blocks.add, Qt.MouseButton.LeftButton)
        idle(qtbot, worker)
    assert [(view.block.first, view.block.last) for view in do(lambda a: a.numbers.blocks())] == [(1, 20)]
    assert page.blocks.fault.isVisible()


# Small things


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("56,124.60", "56124.60"),
        ("¥ １２３．４５６", "123.46"),
        ("", "0"),
        ("十二", None),
        ("1e400", None),
        ("nan", None),
        ("-5", "-5.00"),
    ],
)
def test_amounts_are_read_as_people_type_them(typed: str, read: str | None) -> None:
    assert read_amount(typed) == (None if read is None else Decimal(read))


def test_the_palette_prefers_what_stands_together() -> None:
    assert score("time", "Timeline") == 0
    assert score("tl", "Timeline") is not None
    assert score("lt", "Tim") is None
    near, far = score("find", "Findings"), score("find", "Full index and")
    assert near is not None
    assert far is not None
    assert near < far
