"""Checklists of an inspection: answers saved as entered, undone, cited, and made into findings."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path
from weakref import ref

import pytest

from inspector_app.domain.checklist import Answer, ChecklistForm, QuestionView, RunView
from inspector_app.domain.errors import DiskFull, NotAllowed, UnusableInput
from inspector_app.domain.evidence import Citation, TargetKind
from inspector_app.domain.ids import ChecklistRunId, CitationId, EvidenceId, InspectionId
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.wording import sentence
from inspector_app.services.checklists import ChecklistService
from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.packs import PackService
from tests import builders
from tests.checklists.filling import FORMS, SHIPPED

INSPECTION = InspectionId("f" * 32)
WARD = "/data/counts"


@pytest.fixture
def packs(tmp_path: Path) -> PackService:
    return PackService(tmp_path / "packs")


@pytest.fixture
def checklists(desk: Desk, findings: FindingService, packs: PackService) -> ChecklistService:
    desk.new_inspection(INSPECTION)
    return ChecklistService(desk, FORMS, findings, packs)


@pytest.fixture
def run(checklists: ChecklistService) -> ChecklistRunId:
    form = next(form for form in checklists.available() if form.form_id == "ward_headcount")
    return checklists.start(INSPECTION, form.id).id


def at(view: RunView, path: str) -> QuestionView:
    return next(question for question in view.questions if question.path == path)


def test_the_shipped_checklists_are_compiled_once(checklists: ChecklistService, desk: Desk) -> None:
    first = checklists.available()
    lines = desk.workspace.journal.count()
    assert checklists.available() == first
    assert desk.workspace.journal.count() == lines
    assert {form.form_id for form in first} == set(SHIPPED)


def test_an_answer_is_saved_by_one_line_of_the_journal(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    journal = desk.inspection(INSPECTION).journal
    before = journal.count()
    result = checklists.answer(INSPECTION, run, f"{WARD}/his_in", "30")
    assert journal.count() == before + 1
    assert [answer.value for answer in desk.inspection(INSPECTION).all(Answer)] == ["30"]
    assert "/data/close/sum_up" in {question.path for question in result.changed}
    assert result.progress.answered == 1


def test_answers_are_there_again_after_the_desk_was_locked(
    checklists: ChecklistService,
    run: ChecklistRunId,
    desk: Desk,
    findings: FindingService,
    packs: PackService,
) -> None:
    checklists.answer(INSPECTION, run, f"{WARD}/his_in", "30")
    checklists.answer(INSPECTION, run, f"{WARD}/seen", "2l")
    entry = checklists.add_entry(INSPECTION, run, "/data/patient")
    checklists.answer(INSPECTION, run, f"{entry}/bed", "12")
    checklists.remove_entry(INSPECTION, run, "/data/patient[1]")
    stored = checklists.view(INSPECTION, run)
    again = ChecklistService(desk, FORMS, findings, packs).view(INSPECTION, run)
    assert again.questions == stored.questions
    assert at(again, f"{WARD}/seen").value == "2l"
    assert at(again, f"{WARD}/seen").is_wrong
    assert at(again, f"{entry}/bed").number == "4.1.1"


def test_undo_goes_back_step_by_step(checklists: ChecklistService, run: ChecklistRunId) -> None:
    path = f"{WARD}/his_in"
    checklists.answer(INSPECTION, run, path, "3")
    checklists.answer(INSPECTION, run, path, "30")
    checklists.remark(INSPECTION, run, path, "按系统截图")
    assert checklists.undo(INSPECTION, run) == path
    assert (at(checklists.view(INSPECTION, run), path).remark) == ""
    checklists.undo(INSPECTION, run)
    assert at(checklists.view(INSPECTION, run), path).value == "3"
    checklists.undo(INSPECTION, run)
    assert at(checklists.view(INSPECTION, run), path).value == ""
    with pytest.raises(NotAllowed):
        checklists.undo(INSPECTION, run)


def test_a_removed_entry_comes_back_with_its_answers(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    entry = checklists.add_entry(INSPECTION, run, "/data/patient")
    checklists.answer(INSPECTION, run, f"{entry}/bed", "12")
    for path in (entry, "/data/patient[1]"):
        before = checklists.view(INSPECTION, run).questions
        checklists.remove_entry(INSPECTION, run, path)
        assert path not in {question.path for question in checklists.view(INSPECTION, run).questions}
        checklists.undo(INSPECTION, run)
        after = checklists.view(INSPECTION, run).questions
        assert {question.path for question in after} == {question.path for question in before}
    assert at(checklists.view(INSPECTION, run), f"{entry}/bed").value == "12"


def test_a_non_compliant_answer_proposes_its_finding_with_clause_and_numbers(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    checklists.answer(INSPECTION, run, "/data/before/ward", "内二科")
    checklists.answer(INSPECTION, run, f"{WARD}/his_in", "30")
    result = checklists.answer(INSPECTION, run, f"{WARD}/nobody", "4")
    assert result.progress.noncompliant == 1
    finding = checklists.proposal(INSPECTION, run, f"{WARD}/nobody")
    assert (finding.category, finding.item) == ("absent-stay", "挂床住院")
    assert finding.clauses == ("regulation-15", "regulation-38-1")
    assert finding.description == "内二科系统显示在院30人，其中4人现场查无此人，医护人员不能说明去向。"
    checklists.record_finding(INSPECTION, finding)
    assert checklists.view(INSPECTION, run).findings == {f"{WARD}/nobody": finding.id}


def test_photographs_of_an_answer_go_along_into_its_finding(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    path = f"{WARD}/nobody"
    checklists.answer(INSPECTION, run, path, "1")
    target = checklists.target(run, at(checklists.view(INSPECTION, run), path))
    store = desk.inspection(INSPECTION)
    citation = Citation(
        id=CitationId("c" * 32),
        evidence=EvidenceId("e" * 32),
        target=target,
        cited_at=desk.clock.now(),
        cited_by=desk.person.id,
    )
    with store.intention("evidence cited", desk.author) as unit:
        unit.put(citation)
    assert at(checklists.view(INSPECTION, run), path).photographs == 1
    finding = checklists.record_finding(INSPECTION, checklists.proposal(INSPECTION, run, path))
    assert [c.target.id for c in store.all(Citation) if c.target.kind is TargetKind.FINDING] == [finding.id]


def test_an_inspection_keeps_the_version_it_began_with(
    desk: Desk, findings: FindingService, packs: PackService, tmp_path: Path
) -> None:
    desk.new_inspection(INSPECTION)
    table = (FORMS / "ward_headcount.md").read_text(encoding="utf-8")
    (tmp_path / "ward_headcount.md").write_text(table, encoding="utf-8")
    checklists = ChecklistService(desk, tmp_path, findings, packs)
    run = checklists.start(INSPECTION, checklists.available()[0].id)
    version = checklists.available()[0].version
    changed = table.replace(version, "2099.1").replace("病区（科室）名称", "病区")
    (tmp_path / "ward_headcount.md").write_text(changed, encoding="utf-8")
    assert [form.version for form in checklists.available()] == ["2099.1"]
    view = ChecklistService(desk, tmp_path, findings, packs).view(INSPECTION, run.id)
    assert at(view, "/data/before/ward").label == "病区（科室）名称"
    assert len(desk.workspace.all(ChecklistForm)) == 2


def test_the_page_speaks_the_language_of_the_window(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    english = checklists.view(INSPECTION, run, "en")
    assert at(english, "/data/before/ward").label == "Name of the ward"
    assert at(checklists.view(INSPECTION, run, "zh"), "/data/before/ward").label == "病区（科室）名称"


def test_an_answer_to_nothing_is_refused_and_nothing_is_written(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    before = desk.inspection(INSPECTION).journal.count()
    for path in ("/data/counts", "/data/nowhere", "/data/counts/rate[3]"):
        with pytest.raises(UnusableInput):
            checklists.answer(INSPECTION, run, path, "1")
    assert desk.inspection(INSPECTION).journal.count() == before


def test_nothing_of_a_checklist_stays_in_memory_when_the_desk_is_locked(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    checklists.answer(INSPECTION, run, f"{WARD}/his_in", "30")
    session = ref(checklists._run(INSPECTION, run))
    desk.lock()
    gc.collect()
    assert session() is None


def test_an_answer_that_could_not_be_saved_is_not_shown(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = desk.inspection(INSPECTION)

    def full(*_: object, **__: object) -> None:
        raise DiskFull(sentence("The disk is full."))

    with monkeypatch.context() as patched:
        patched.setattr(store, "intention", full)
        with pytest.raises(DiskFull):
            checklists.answer(INSPECTION, run, f"{WARD}/his_in", "30")
    assert at(checklists.view(INSPECTION, run), f"{WARD}/his_in").value == ""


def test_what_is_shown_after_an_answer_is_what_a_fresh_look_shows(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    for question in checklists.view(INSPECTION, run).questions:
        if not question.kind.is_answerable or question.readonly:
            continue
        value = question.choices[-1].value if question.choices else "3"
        result = checklists.answer(INSPECTION, run, question.path, value)
        fresh = {view.path: view for view in checklists.view(INSPECTION, run).questions}
        assert all(fresh[view.path] == view for view in result.changed)
        assert result.progress == checklists.view(INSPECTION, run).progress


def table(*rows: str) -> bytes:
    survey = ["| survey |", *(f"| | {row} |" for row in rows)]
    return "\n".join([*survey, "| settings |", "| | form_id | version |", "| | own | 1 |"]).encode()


def test_an_imported_checklist_keeps_the_table_it_reads(checklists: ChecklistService) -> None:
    content = table("type | name | label", "select_one_from_file wards.csv | ward | Ward")
    with pytest.raises(UnusableInput, match=r"wards\.csv"):
        checklists.import_form(content, "own.md")
    files = {"wards.csv": "name,label\nw1,一病区\n".encode("gb18030"), "other.csv": b"a\n"}
    form = checklists.import_form(content, "own.md", files)
    assert [file.name for file in form.files] == ["wards.csv"]
    run = checklists.start(INSPECTION, form.id)
    (question,) = (one for one in checklists.view(INSPECTION, run.id).questions if one.choices)
    assert [(choice.value, choice.label) for choice in question.choices] == [("w1", "一病区")]


def test_a_checklist_that_cannot_run_is_refused_with_its_row(checklists: ChecklistService) -> None:
    content = table("type | name | label | relevant", "text | a | A |", "text | b | B | selectd(${a}, 'x')")
    with pytest.raises(UnusableInput, match=r"row 3, column relevant: .*selectd\(\)"):
        checklists.import_form(content, "own.md")


def test_what_a_form_sets_when_it_is_begun_is_stored_and_not_set_again(
    checklists: ChecklistService, desk: Desk
) -> None:
    content = table(
        "type | name | label | default", "start | begun | | ", "text | who | Who | concat('a', 'b')"
    )
    run = checklists.start(INSPECTION, checklists.import_form(content, "own.md").id)
    begun = {answer.path: answer.value for answer in desk.inspection(INSPECTION).all(Answer)}
    assert begun["/data/who"] == "ab"
    assert begun["/data/begun"].startswith("20")
    checklists.answer(INSPECTION, run.id, "/data/who", "c")
    checklists._open.forget(desk.inspection(INSPECTION), run.id)
    values = {one.path: one.value for one in checklists.view(INSPECTION, run.id).questions}
    assert values["/data/who"] == "c"


def test_why_and_what_a_change_reaches_are_said_in_the_words_of_the_form(
    checklists: ChecklistService,
) -> None:
    content = table(
        "type | name | label | relevant | required | constraint | constraint_message",
        "integer | beds | 床位数 | | yes | . < 100 | 床位过多。",
        "integer | more | 加床数 | ${beds} > 50 | ${beds} > 80 | . < ${beds} | 加床过多。",
    )
    run = checklists.start(INSPECTION, checklists.import_form(content, "own.md").id).id

    def why(path: str) -> list[str]:
        return [str(one) for one in checklists.why(INSPECTION, run, path)]

    assert why("/data/more") == ["Not asked, because “床位数” is not answered."]
    assert why("/data/beds") == ["Must always be answered."]
    checklists.answer(INSPECTION, run, "/data/beds", "90")
    checklists.answer(INSPECTION, run, "/data/more", "95")
    assert why("/data/more") == [
        "Must be answered, because “床位数” is 90.",
        "Cannot stand: 加床过多。 Compared: “床位数” is 90; “加床数” is 95.",
    ]
    assert [str(one) for one in checklists.reaches(INSPECTION, run, "/data/beds")] == [
        "加床数: asked or not, must be answered or may stay empty, checked anew"
    ]


def test_a_rule_can_ask_whether_a_photograph_is_there(checklists: ChecklistService, desk: Desk) -> None:
    content = table(
        "type | name | label | relevant",
        "image | door | Door |",
        "text | why | Why is none taken | ${door} = ''",
    )
    run = checklists.start(INSPECTION, checklists.import_form(content, "own.md").id).id
    door, why = (one for one in checklists.view(INSPECTION, run).questions if one.label)
    assert why.relevant
    citation = Citation(
        id=CitationId("c" * 32),
        evidence=EvidenceId("e" * 32),
        target=checklists.target(run, door),
        cited_at=desk.clock.now(),
        cited_by=desk.person.id,
    )
    with desk.inspection(INSPECTION).intention("evidence cited", desk.author) as unit:
        unit.put(citation)
    door, why = (one for one in checklists.view(INSPECTION, run).questions if one.label)
    assert not why.relevant
    assert (door.photographs, door.value) == (1, "")


def test_what_the_inspection_knows_is_not_asked_again(
    desk: Desk, inspections: InspectionService, checklists: ChecklistService
) -> None:
    here = inspections.open(
        builders.institution(level=InstitutionLevel.FIRST),
        bureau="青禾县医疗保障局",
        team=builders.team(),
        data_from=date(2026, 1, 1),
        data_to=date(2026, 6, 30),
    ).id
    form = next(form for form in checklists.available(here) if form.form_id == "inpatient_stay")
    stay = checklists.start(here, form.id).id
    view = checklists.view(here, stay)
    scope = "/data/scope"
    known = {name: at(view, f"{scope}/{name}").value for name in ("level", "from", "to")}
    assert known == {"level": "first", "from": "2026-01-01", "to": "2026-06-30"}
    assert at(view, f"{scope}/focus_first").relevant
    checklists.answer(here, stay, f"{scope}/level", "second")
    again = ChecklistService(desk, FORMS, checklists._findings, checklists._packs).view(here, stay)
    assert at(again, f"{scope}/level").value == "second"
    assert at(again, f"{scope}/from").value == "2026-01-01"
