"""A filled checklist leaves: a submission that is the form's own instance, a workbook, a PDF."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree
from openpyxl import load_workbook
from pypdf import PdfReader

from inspector_app.checklists.filled_workbook import filled_workbook
from inspector_app.checklists.reading import read_form
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.views import questions
from inspector_app.domain.checklist import Answer, ChecklistForm, QuestionKind, QuestionView, answer_id
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.filled_checklist import ChecklistExport, ExportFormat
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.services.checklist_exports import EXPORTED, PRINTED, SUBMISSION
from inspector_app.services.checklists import ChecklistService
from inspector_app.services.desk import Desk
from inspector_app.services.evidence import EvidenceService
from inspector_app.services.findings import FindingService
from inspector_app.services.intake import Source
from inspector_app.services.packs import PackService
from tests.checklists.filling import FORMS, SHIPPED, fitting, table, world
from tests.fakes import FakeClock
from tests.services.bureau import a_picture

INSPECTION = InspectionId("e" * 32)
YES_NO = table("choices", "list_name | name | label", "yn | yes | 是", "yn | no | 否")
FORM = "\n".join(
    (
        table(
            "survey",
            "type | name | label | relevant | required",
            "start | begun",
            "end | ended",
            "select_one yn | open | 营业 | | yes",
            "text | why | 停业原因 | ${open} = 'no'",
            "time | at | 时刻",
            "datetime | moment | 时间",
            "image | photo | 照片",
            "begin_repeat | shelf | 货架",
            "text | drug | 药品",
            "select_multiple yn | kept | 保存",
            "integer | count | 数量",
            "image | label | 标签",
            "end_repeat |",
        ),
        YES_NO,
        table("settings", "form_id | form_title | version", "shop | 营业检查 | 7"),
    )
)


@pytest.fixture
def checklists(desk: Desk, findings: FindingService, tmp_path: Path) -> ChecklistService:
    desk.new_inspection(INSPECTION)
    return ChecklistService(desk, FORMS, findings, PackService(tmp_path / "packs"))


@pytest.fixture
def run(checklists: ChecklistService) -> ChecklistRunId:
    started = checklists.start(INSPECTION, checklists.import_form(FORM.encode(), "shop.md").id).id
    for name, value in (("open", "no"), ("why", "盘点"), ("open", "yes"), ("at", "21:30")):
        checklists.answer(INSPECTION, started, f"/data/{name}", value)
    checklists.answer(INSPECTION, started, "/data/moment", "2026-03-01 21:30")
    checklists.answer(INSPECTION, started, "/data/shelf[1]/drug", "=1+1 <&>")
    checklists.answer(INSPECTION, started, "/data/shelf[1]/kept", "yes no")
    entry = checklists.add_entry(INSPECTION, started, "/data/shelf")
    checklists.answer(INSPECTION, started, f"{entry}/count", "12")
    return started


def photograph(desk: Desk, run: ChecklistRunId, path: str, shade: int) -> str:
    service = EvidenceService(desk)
    target = Target(kind=TargetKind.ANSWER, id=answer_id(run, path), label="照片")
    (intake,) = service.take_in(
        INSPECTION, [Source(name="某人.jpg", way=IntakeWay.FILE, data=a_picture(shade))], target=target
    )
    assert intake.evidence is not None
    return intake.evidence.number


def opened(path: Path) -> tuple[Element, dict[str, bytes]]:
    with zipfile.ZipFile(path) as book:
        files = {name: book.read(name) for name in book.namelist()}
    root: Element = ElementTree.fromstring(files.pop(SUBMISSION))
    return root, files


def plain(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def text(root: Element, path: str) -> str | None:
    found = root.find(path)
    assert found is not None, path
    return found.text


def test_a_submission_carries_form_version_identity_and_what_is_relevant(
    checklists: ChecklistService, run: ChecklistRunId, tmp_path: Path
) -> None:
    made = checklists.exports.submission(INSPECTION, run, tmp_path / "shop.zip")
    root, files = opened(made.path)
    assert (plain(root), root.get("id"), root.get("version")) == ("data", "shop", "7")
    identity = text(root, "meta/instanceID")
    assert identity is not None
    assert re.fullmatch(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", identity)
    assert identity.replace("-", "") == f"uuid:{run}"
    assert root.find("why") is None, "what is not relevant is not sent"
    assert text(root, "at") == "21:30:00.000+08:00"
    assert text(root, "moment") == "2026-03-01T21:30:00.000+08:00"
    assert [text(shelf, "drug") for shelf in root.findall("shelf")] == ["=1+1 <&>", None]
    assert [text(shelf, "count") for shelf in root.findall("shelf")] == [None, "12"]
    assert text(root, "shelf/kept") == "yes no"
    assert files == {}


def test_files_go_under_the_names_the_record_calls_them_by(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk, tmp_path: Path
) -> None:
    whole = photograph(desk, run, "/data/photo", 1)
    second = photograph(desk, run, "/data/photo", 90)
    label = photograph(desk, run, "/data/shelf[1]/label", 150)
    photograph(desk, run, "/data/open", 220)
    made = checklists.exports.submission(INSPECTION, run, tmp_path / "shop.zip")
    root, files = opened(made.path)
    assert text(root, "photo") == f"{whole}.jpg"
    assert text(root, "shelf/label") == f"{label}.jpg"
    assert set(files) == {f"{whole}.jpg", f"{label}.jpg"}
    assert files[f"{whole}.jpg"] == a_picture(1), "the original, byte for byte"
    assert (made.files, made.left_out) == (2, 2), "one file a question; a choice takes none"
    assert second not in str(sorted(files))


def test_no_file_is_named_for_a_question_that_is_not_asked(
    checklists: ChecklistService, desk: Desk, tmp_path: Path
) -> None:
    form = "\n".join(
        (
            table(
                "survey", "type | name | label | relevant", "text | a | 甲", "image | p | 照片 | ${a} = 'x'"
            ),
            table("settings", "form_id | version", "small | 1"),
        )
    )
    run = checklists.start(INSPECTION, checklists.import_form(form.encode(), "small.md").id).id
    photograph(desk, run, "/data/p", 1)
    made = checklists.exports.submission(INSPECTION, run, tmp_path / "a.zip")
    root, files = opened(made.path)
    assert root.find("p") is None
    assert (files, made.left_out) == ({}, 1)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_submission_read_into_the_form_again_says_the_same(
    name: str, checklists: ChecklistService, desk: Desk, tmp_path: Path
) -> None:
    form = next(one for one in checklists.available() if one.form_id == name)
    run = checklists.start(INSPECTION, form.id).id
    for _ in range(3):
        for question in checklists.view(INSPECTION, run).questions:
            if question.is_open and question.kind is not QuestionKind.RANK:
                checklists.answer(INSPECTION, run, question.path, fitting(question))
    made = checklists.exports.submission(INSPECTION, run, tmp_path / f"{name}.zip")
    root, _ = opened(made.path)
    again = read_again(form, root)
    told = said(checklists.view(INSPECTION, run).questions)
    assert len([one for one in told if one[1]]) > 5
    assert said(questions(again)) == told
    assert allowed(form, root) == []


def said(shown: tuple[QuestionView, ...]) -> list[tuple[str, str, str, bool]]:
    """What is relevant, with times as people type them: without seconds and zone."""
    times = {QuestionKind.TIME, QuestionKind.DATE_TIME}

    def plainly(question: QuestionView, words: str) -> str:
        return re.sub(r":00\.000\+08:00$", "", words) if question.kind in times else words

    return [
        (one.number, plainly(one, one.value), plainly(one, one.value_label), one.noncompliant)
        for one in shown
        if one.relevant
    ]


def read_again(form: ChecklistForm, record: Element) -> FormSession:
    """Put the record where the form has its empty one, as a server does that shows a submission."""
    html = ElementTree.fromstring(form.xform)
    xforms = "{http://www.w3.org/2002/xforms}"
    (instance, *_) = html.iter(f"{xforms}instance")
    for child in list(instance):
        instance.remove(child)
    instance.append(record)
    from xml.etree.ElementTree import tostring

    definition = read_form(tostring(html, encoding="unicode"))
    return FormSession(definition, world(), language="中文 (zh)", first=False)


def allowed(form: ChecklistForm, record: Element) -> list[str]:
    """Return elements of a record that the form's primary instance does not have there, or out of order."""
    html = ElementTree.fromstring(form.xform)
    (instance, *_) = html.iter("{http://www.w3.org/2002/xforms}instance")

    def strange(there: Element, model: Element) -> list[str]:
        order = [plain(one) for one in model]
        found, last = [], 0
        for child in there:
            if plain(child) not in order or order.index(plain(child)) < last:
                found.append(plain(child))
                continue
            last = order.index(plain(child))
            found += strange(child, model[last])
        return found

    return strange(record, instance[0])


def test_every_copy_is_journalled_with_its_hash(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk, tmp_path: Path
) -> None:
    exports, store = checklists.exports, desk.inspection(INSPECTION)
    before = store.journal.count()
    exports.submission(INSPECTION, run, tmp_path / "a.zip")
    exports.workbook(INSPECTION, run, tmp_path / "a.xlsx")
    exports.export_pdf(INSPECTION, run, tmp_path / "a.pdf")
    exports.printed(INSPECTION, run, copies=2)
    assert store.journal.count() == before + 4
    assert [line.what for line in store.journal.newest(4)] == [PRINTED, EXPORTED, EXPORTED, EXPORTED]
    made = exports.exports(INSPECTION, run)
    assert [(one.format, one.name, one.copies) for one in made] == [
        (ExportFormat.SUBMISSION, "a.zip", 1),
        (ExportFormat.WORKBOOK, "a.xlsx", 1),
        (ExportFormat.PDF, "a.pdf", 1),
        (ExportFormat.PAPER, "", 2),
    ]
    for one in made[:3]:
        assert one.sha256 == hashlib.sha256((tmp_path / one.name).read_bytes()).hexdigest()


def test_what_cannot_be_written_is_told_and_not_journalled(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk, tmp_path: Path
) -> None:
    with pytest.raises(EnvironmentProblem):
        checklists.exports.workbook(INSPECTION, run, tmp_path / "nowhere" / "a.xlsx")
    assert desk.inspection(INSPECTION).all(ChecklistExport) == []


def test_a_form_that_wants_encrypted_submissions_is_refused(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk, tmp_path: Path
) -> None:
    store = desk.inspection(INSPECTION)
    (form,) = store.all(ChecklistForm)
    asking = form.xform.replace("<model", '<model><submission base64RsaPublicKey="AA"/></model><model', 1)
    with store.intention("checklist taken in", desk.author) as unit:
        unit.put(replace(form, xform=asking))
    with pytest.raises(UnusableInput):
        checklists.exports.submission(INSPECTION, run, tmp_path / "a.zip")
    assert not (tmp_path / "a.zip").exists()


def test_characters_that_xml_and_workbooks_cannot_hold_do_not_break_them(
    checklists: ChecklistService, run: ChecklistRunId, tmp_path: Path
) -> None:
    checklists.answer(INSPECTION, run, "/data/shelf[1]/drug", "甲\x00\x0b乙\ufffe")
    made = checklists.exports.submission(INSPECTION, run, tmp_path / "a.zip")
    assert text(opened(made.path)[0], "shelf/drug") == "甲\ufffd\ufffd乙\ufffd"
    checklists.exports.workbook(INSPECTION, run, tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx")["货架"]["B3"].value == "甲\ufffd\ufffd乙\ufffd"


def test_a_workbook_has_a_sheet_for_a_repeat_and_calculates_nothing(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    content = filled_workbook(checklists.filled.read(INSPECTION, run))
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["营业检查", "货架"]
    rows = {row[-1]: row for row in book["营业检查"].iter_rows(values_only=True)}
    assert rows["open"][1:4] == ("营业", "是", "yes")
    assert "why" not in rows
    assert not any(str(name).startswith("drug") for name in rows), "entries stand on their own sheet"
    shelf = list(book["货架"].iter_rows(values_only=True))
    assert shelf[0] == ("序号", "药品", "保存", "保存（值）", "数量", "标签")
    assert shelf[1] == (None, "drug", "kept", "kept", "count", "label")
    assert shelf[2] == ("6.1", "=1+1 <&>", "是、否", "yes no", None, None)
    assert shelf[3] == ("6.2", None, None, None, 12, None)
    assert book["货架"]["B3"].data_type == "s"
    assert all(cell.data_type != "f" for page in book for row in page.iter_rows() for cell in row)


def test_the_print_leaves_out_what_is_not_relevant_and_counts_its_pages(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    checklists.remark(INSPECTION, run, "/data/at", "按挂钟")
    number = photograph(desk, run, "/data/photo", 1)
    reader = PdfReader(io.BytesIO(checklists.exports.pdf(INSPECTION, run)))
    words = "".join(page.extract_text() for page in reader.pages)
    found = re.sub(r"\s", "", words)
    for wanted in ("营业检查", "营业", "按挂钟", f"证据：{number}", "第1页共1页", "记录链代码", "=1+1<&>"):
        assert wanted in found, wanted
    assert "停业原因" not in found


def test_finishing_sets_the_end_and_says_so_until_something_changes(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk, clock: FakeClock
) -> None:
    before = desk.inspection(INSPECTION).journal.count()
    assert checklists.finish(INSPECTION, run).finished_at is not None
    assert desk.inspection(INSPECTION).journal.count() == before + 1
    ended = desk.inspection(INSPECTION).get(Answer, answer_id(run, "/data/ended"))
    assert ended is not None
    assert datetime.fromisoformat(ended.value).astimezone(UTC).date() == desk.clock.now().date()
    assert checklists.view(INSPECTION, run).is_finished
    clock.advance(1)
    checklists.answer(INSPECTION, run, "/data/at", "22:00")
    assert not checklists.view(INSPECTION, run).is_finished


def test_what_lacks_a_required_answer_is_not_finished(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    checklists.answer(INSPECTION, run, "/data/open", "")
    before = desk.inspection(INSPECTION).journal.count()
    with pytest.raises(NotAllowed):
        checklists.finish(INSPECTION, run)
    assert desk.inspection(INSPECTION).journal.count() == before
    assert not checklists.view(INSPECTION, run).is_finished
