"""A filled checklist as a team lead reads it: what matters first, remarks on answers, print and files."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.exchange import Comment
from inspector_app.domain.filled_checklist import ExportFormat, Reading
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Source
from inspector_app.ui.models.filled_lines import ANSWER, MORE, QUESTION
from inspector_app.ui.pages import checklist_leaving
from inspector_app.ui.pages.filled_checklist import FilledChecklistPage
from inspector_app.ui.worker import Worker
from tests import builders
from tests.checklists.filling import table
from tests.services.bureau import a_picture

FORM = "\n".join(
    (
        table(
            "survey",
            "type | name | label | required | bind::fm:noncompliant",
            "begin_group | papers | 制度 | |",
            "select_one yn | rules | 有管理制度 | yes | no",
            "select_one yn | books | 账实相符 | yes | no",
            "text | keeper | 库管人员 | yes |",
            "text | note | 说明 | |",
            "end_group | | | |",
            "begin_group | rest | 其他 | |",
            "text | more | 补充 | |",
            "end_group | | | |",
        ),
        table("choices", "list_name | name | label", "yn | yes | 是", "yn | no | 否"),
        table(
            "settings",
            "form_title | form_id | version | namespaces",
            '自查 | own | 1 | fm="urn:inspection-desk:checklist:1"',
        ),
    )
)


class Reader:
    """The page with one filled checklist, and what a person sees there."""

    def __init__(self, qtbot: QtBot, worker: Worker, do: Any) -> None:
        self.qtbot, self.worker, self.do = qtbot, worker, do
        self.here, self.run = do(filled)
        self.page = FilledChecklistPage(worker)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.open(self.here)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            self.qtbot.waitUntil(lambda: self.worker.idle)

    def numbers(self) -> list[str]:
        model = self.page.model
        rows = range(model.rowCount())
        return [str(model.index(row, QUESTION).data()).split()[0] for row in rows]

    def tabs(self) -> list[str]:
        tabs = self.page.readings
        return [tabs.tabText(place) for place in range(tabs.count()) if tabs.isTabVisible(place)]

    def read(self, reading: Reading) -> None:
        self.page.readings.choose(reading)

    def go(self, path: str) -> None:
        self.page.select(f"{self.run}:{path}")
        self.settle()

    def row(self, path: str) -> tuple[str, str]:
        row = self.page.model.row_of(path)
        model = self.page.model
        return str(model.index(row, ANSWER).data()), str(model.index(row, MORE).data())


def filled(activities: Activities) -> tuple[InspectionId, ChecklistRunId]:
    made = activities.inspections.open(
        builders.institution(), bureau="青禾县医疗保障局", team=builders.team()
    )
    checklists = activities.checklists
    form = checklists.import_form(FORM.encode(), "own.md")
    run = checklists.start(made.id, form.id)
    for name, value in (("rules", "yes"), ("books", "yes"), ("books", "no"), ("note", "夜间清点")):
        checklists.answer(made.id, run.id, f"/data/papers/{name}", value)
    checklists.remark(made.id, run.id, "/data/papers/rules", "2024年修订")
    view = checklists.view(made.id, run.id)
    question = next(one for one in view.questions if one.path == "/data/papers/books")
    source = Source(name="账页.jpg", way=IntakeWay.FILE, data=a_picture())
    activities.evidence.take_in(made.id, [source], target=checklists.target(run.id, question))
    return made.id, run.id


@pytest.fixture
def reader(qtbot: QtBot, worker: Worker, do: Any) -> Reader:
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    return Reader(qtbot, worker, do)


def test_what_matters_is_shown_first(reader: Reader) -> None:
    assert reader.page.readings.reading is Reading.MATTERS
    assert reader.numbers() == ["1", "1.1", "1.2", "1.3"]
    assert reader.row("/data/papers/books") == ("否", "A-1 · changed")
    assert reader.row("/data/papers/rules") == ("是", "remark · changed")
    assert reader.row("/data/papers/keeper")[0] == "not answered"


def test_kinds_of_answers_are_tabs_with_counts_and_empty_ones_stay_away(reader: Reader) -> None:
    assert reader.tabs() == [
        "What matters  3",
        "Everything  5",
        "Does not comply  1",
        "Not answered  2",
        "Changed  2",
        "With a remark  1",
        "With evidence  1",
    ]
    reader.read(Reading.UNANSWERED)
    assert reader.numbers() == ["1", "1.3", "2", "2.1"]


def test_keys_turn_the_kinds_and_come_back_to_what_matters(reader: Reader) -> None:
    reader.page.table.setFocus()
    reader.qtbot.keyClick(reader.page.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert reader.page.readings.reading is Reading.ALL
    assert reader.numbers() == ["1", "1.1", "1.2", "1.3", "1.4", "2", "2.1"]
    for _ in range(2):
        reader.qtbot.keyClick(reader.page.table, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert reader.page.readings.reading is Reading.EVIDENCE
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    reader.qtbot.keyClick(reader.page.table, Qt.Key.Key_F, both)
    assert reader.numbers() == ["1", "1.2"]
    reader.qtbot.keyClick(reader.page.table, Qt.Key.Key_F, both)
    assert reader.page.readings.reading is Reading.MATTERS


def test_an_answer_is_read_closely_with_who_changed_it_and_its_picture(reader: Reader) -> None:
    reader.go("/data/papers/books")
    line = reader.page.line
    assert line.question.text() == "账实相符"
    assert line.answer.text() == "否"
    assert "Does not comply" in line.state.text()
    newest, before = line.changes.text().splitlines()
    assert newest.endswith("林知远  否")
    assert before.endswith("林知远  是")
    assert line.grid.isVisible()
    assert line.model.rowCount() == 1


def test_f8_goes_to_what_does_not_comply_and_enter_to_the_question(reader: Reader) -> None:
    reader.read(Reading.ALL)
    reader.go("/data/rest/more")
    reader.page.table.setFocus()
    reader.qtbot.keyClick(reader.page.table, Qt.Key.Key_F8)
    assert reader.page.line.question.text() == "账实相符"
    with reader.qtbot.waitSignal(reader.page.goTo) as told:
        reader.page.follow_action.trigger()
    assert told.args == [f"checklists/{reader.run}:/data/papers/books", ""]


def test_a_remark_on_an_answer_is_written_shown_and_settled(reader: Reader) -> None:
    reader.go("/data/papers/books")
    reader.page.comment_action.trigger()
    reader.qtbot.waitUntil(reader.page.line.comment.hasFocus)
    reader.qtbot.keyClicks(reader.page.line.comment, "which page?")
    reader.qtbot.keyClick(reader.page.line.comment, Qt.Key.Key_Return)
    reader.settle()
    (comment,) = reader.do(lambda a: a.reviewing.comments(reader.here))
    assert (comment.kind, comment.thing) == (TargetKind.ANSWER, f"{reader.run}:/data/papers/books")
    assert reader.page.line.comment.text() == ""
    assert reader.page.table.hasFocus()
    assert reader.row("/data/papers/books")[1] == "A-1 · changed · asked about"
    assert "Asked about  1" in reader.tabs()
    (row,) = reader.page.line.comments.rows
    assert row.answer is not None
    reader.qtbot.keyClicks(row.answer, "page 3")
    reader.qtbot.keyClick(row.answer, Qt.Key.Key_Return)
    reader.settle()
    assert reader.row("/data/papers/books")[1] == "A-1 · changed · settled"
    settled: Comment = reader.do(lambda a: a.reviewing.comments(reader.here))[0]
    assert settled.answer == "page 3"


def test_a_remark_that_was_begun_stays_with_its_answer(reader: Reader) -> None:
    reader.go("/data/papers/books")
    reader.page.comment_action.trigger()
    reader.qtbot.waitUntil(reader.page.line.comment.hasFocus)
    reader.qtbot.keyClicks(reader.page.line.comment, "which")
    reader.qtbot.keyClick(reader.page.line.comment, Qt.Key.Key_Escape)
    reader.qtbot.waitUntil(reader.page.table.hasFocus)
    reader.qtbot.keyClick(reader.page.table, Qt.Key.Key_Down)
    assert reader.page.line.question.text() == "库管人员"
    assert reader.page.line.comment.text() == ""
    reader.qtbot.keyClick(reader.page.table, Qt.Key.Key_Up)
    assert reader.page.line.comment.text() == "which"
    assert reader.do(lambda a: a.reviewing.comments(reader.here)) == []


def test_evidence_of_the_window_binds_to_the_answer_that_is_read(reader: Reader) -> None:
    reader.go("/data/papers/books")
    target = reader.page.target()
    assert target == Target(kind=TargetKind.ANSWER, id=f"{reader.run}:/data/papers/books", label="账实相符")
    reader.page.table.selectRow(0)
    assert reader.page.target() is None


def test_a_change_from_elsewhere_keeps_the_place_that_is_read(reader: Reader) -> None:
    reader.go("/data/papers/keeper")
    reader.do(lambda a: a.checklists.answer(reader.here, reader.run, "/data/papers/books", "yes"))
    reader.settle()
    assert reader.page.line.question.text() == "库管人员"
    assert "Does not comply  1" not in reader.tabs()


def test_nothing_that_stands_out_is_said_in_words(reader: Reader) -> None:
    reader.read(Reading.REMARKED)
    assert reader.page.nothing.isHidden()
    reader.do(lambda a: a.checklists.remark(reader.here, reader.run, "/data/papers/rules", ""))
    reader.settle()
    assert reader.page.nothing.isVisible()
    assert reader.page.model.rowCount() == 0


@pytest.mark.parametrize("kind", [ExportFormat.SUBMISSION, ExportFormat.WORKBOOK, ExportFormat.PDF])
def test_each_kind_of_file_is_written_told_and_kept_in_the_history(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: ExportFormat
) -> None:
    wanted = tmp_path / "自查"
    monkeypatch.setattr(checklist_leaving.QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    menu = reader.page.leaving.menu
    entry = next(entry for entry in menu.actions() if entry.data() == kind.value)
    entry.trigger()
    reader.settle()
    (path,) = tmp_path.glob("自查.*")
    if kind is ExportFormat.PDF:
        assert "账实相符" in PdfReader(path).pages[0].extract_text()
    else:
        assert zipfile.is_zipfile(path)
    assert path.name in reader.page.banner.text.text()
    (left,) = reader.do(lambda a: a.checklists.exports.exports(reader.here, reader.run))
    assert (left.format, left.name) == (kind, path.name)


def test_what_was_sent_to_a_printer_is_counted(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bytes] = []

    def ask(pdf: bytes, _title: str, _copies: int, done: Any, _failed: Any) -> None:
        sent.append(pdf)
        done(2)

    monkeypatch.setattr(reader.page.leaving.printing, "ask", ask)
    reader.page.print_action.trigger()
    reader.settle()
    assert sent[0].startswith(b"%PDF")
    (left,) = reader.do(lambda a: a.checklists.exports.exports(reader.here, reader.run))
    assert (left.format, left.copies) == (ExportFormat.PAPER, 2)


def test_an_inspection_without_a_checklist_says_so(reader: Reader) -> None:
    other = reader.do(
        lambda a: a.inspections.open(builders.institution(), bureau="", team=builders.team()).id
    )
    reader.page.open(other)
    reader.settle()
    assert reader.page.empty.isVisible()
    assert not reader.page.print_action.isEnabled()


def test_the_lines_are_a_sound_model(reader: Reader, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(reader.page.model)
