"""The record of a visit, from opening to closing."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import DocumentId, LedgerId
from inspector_app.domain.imported_ledger import ImportedLedger, LedgerFile
from inspector_app.domain.inspection import Visit
from inspector_app.domain.ledger import LedgerKind, ReadingCounts
from inspector_app.domain.ledger_mapping import LedgerMapping
from inspector_app.domain.papers import Attendee, HandedLine
from inspector_app.services.readiness import obstacles
from tests.fakes import FakeClock
from tests.services.bureau import Bureau

POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def opened(bureau: Bureau) -> DocumentId:
    """Enter again and open the record of this second visit."""
    bureau.inspections.open_visit(bureau.inspection, received_by="医务科 苏映秋")
    bureau.inspections.show_certificates(bureau.inspection)
    bureau.inspections.tell_rights(bureau.inspection, answer="已听清，不申请回避。")
    return bureau.made.records.open(bureau.inspection).id


def told(bureau: Bureau, record: DocumentId) -> str:
    content = bureau.made.records.content(bureau.inspection, record)
    return "\n".join(fact for area in content.areas for fact in (area.area, *area.facts))


def text_of(pdf: bytes) -> str:
    made = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(made.stdout.decode("utf-8").split())


def test_a_record_begins_with_the_visit_and_a_second_is_not_begun_beside_it(bureau: Bureau) -> None:
    record = opened(bureau)
    assert bureau.made.records.open(bureau.inspection).id == record
    content = bureau.made.records.content(bureau.inspection, record)
    assert content.begun == "2026年11月20日22时30分"
    assert content.present_text == "苏映秋（医务科）"
    assert content.rights_answer == "已听清，不申请回避。"
    assert [officer.certificate for officer in content.inspectors] == ["YL-TEST-0001", "YL-TEST-0002"]


def test_no_record_without_a_visit(bureau: Bureau) -> None:
    store = bureau.desk.inspection(bureau.inspection)
    with store.intention("visits gone", bureau.desk.author) as unit:
        for visit in store.all(Visit):
            unit.remove(Visit, visit.id)
    with pytest.raises(NotAllowed, match="No visit was opened"):
        bureau.made.records.open(bureau.inspection)


def test_wards_are_counted_and_beds_told_without_a_judgement(bureau: Bureau) -> None:
    for bed, status in (("1", BedStatus.IN_BED), ("2", BedStatus.IN_BED), ("3", BedStatus.NOT_FOUND)):
        bureau.made.headcounts.check_bed(
            bureau.inspection, ward="内一科", bed=bed, status=status, name=f"青{bed}"
        )
    text = told(bureau, opened(bureau))
    assert "病区：内一科" in text
    assert "在床率2/3（66.7%）" in text
    assert "在床的2人；现场未见本人的1人" in text
    assert "3床，登记姓名青3：现场未见本人" in text
    assert "1床" not in text
    assert not any(word in text for word in ("挂床", "涉嫌", "违规", "虚假"))


def test_a_later_record_tells_what_no_earlier_one_told(bureau: Bureau, clock: FakeClock) -> None:
    beds, records = bureau.made.headcounts, bureau.made.records
    beds.check_bed(bureau.inspection, ward="内一科", bed="3", status=BedStatus.NOT_FOUND, name="青三")
    first = opened(bureau)
    clock.advance(60)
    records.close(bureau.inspection, first)
    bureau.inspections.close_visit(bureau.inspection)
    clock.advance(86400)
    second = opened(bureau)
    assert told(bureau, second) == ""
    beds.check_bed(bureau.inspection, ward="内一科", bed="5", status=BedStatus.NOT_FOUND, name="青五")
    text = told(bureau, second)
    assert "登记姓名青五" in text
    assert "登记姓名青三" not in text
    assert not records.content(bureau.inspection, second).evidence
    bureau.made.kept.withdraw(bureau.inspection, first, "重新制作")
    again = told(bureau, second)
    assert "登记姓名青三" in again, "what was withdrawn is told by the next"
    later = bureau.made.kept.document(bureau.inspection, second)
    assert bureau.made.kept.matter(bureau.inspection, later).replaces is None, "another visit's record"


def test_answers_of_checklists_are_told_as_they_were_given(bureau: Bureau) -> None:
    checklists = bureau.made.checklists
    form = next(form for form in checklists.available() if form.id.startswith("drug_in_out"))
    run = checklists.start(bureau.inspection, form.id)
    checklists.answer(bureau.inspection, run.id, "/data/papers/inout_kept", "no")
    text = told(bureau, opened(bureau))
    assert f"检查清单：{form.title}" in text
    assert "：否" in text


def test_ledgers_are_told_with_who_gave_them(bureau: Bureau) -> None:
    (piece,) = bureau.desk.inspection(bureau.inspection).all(Evidence)
    ledger = ImportedLedger(
        id=LedgerId("ledger-1"), kind=LedgerKind.PURCHASES,
        files=(LedgerFile(name="采购入库.xlsx", sha256=piece.sha256, evidence=piece.id),),
        mapping=LedgerMapping(kind=LedgerKind.PURCHASES, columns=()),
        counts=ReadingCounts(read=12, used=9, quarantined=1, not_data=2), table=piece.sha256,
        handed_over_by="药剂科 穆青砚", taken_at=bureau.desk.clock.now(), taken_by=bureau.lin.id,
    )  # fmt: skip
    with bureau.desk.inspection(bureau.inspection).intention("ledger taken in", bureau.desk.author) as unit:
        unit.put(ledger)
    text = told(bureau, opened(bureau))
    assert "被检查单位由药剂科 穆青砚提供电子数据“采购入库.xlsx”，读取12行（证据A-1）。" in text


def test_what_was_written_is_kept_by_area_and_can_be_taken_back(bureau: Bureau) -> None:
    records, record = bureau.made.records, opened(bureau)
    records.note(bureau.inspection, record, "西药房", "货架第3层有散装药品。")
    records.note(bureau.inspection, record, "", "走廊监控正常。")
    records.note(bureau.inspection, record, "西药房", "冷藏柜温度4℃。")
    records.take_note_back(bureau.inspection, record, 1)
    assert told(bureau, record).endswith("西药房\n货架第3层有散装药品。\n冷藏柜温度4℃。")
    with pytest.raises(UnusableInput):
        records.note(bureau.inspection, record, "西药房", "  ")


@POPPLER
def test_the_closed_record_prints_everything_and_never_changes_again(
    bureau: Bureau, clock: FakeClock
) -> None:
    records, record = bureau.made.records, opened(bureau)
    records.name_present(
        bureau.inspection, record, (Attendee(name="苏映秋", post="医务科"), Attendee(name=""))
    )
    records.hand_over(bureau.inspection, record, (HandedLine(name="在院名单", quantity="1份"),))
    records.take_statement(bureau.inspection, record, "情况属实，㐂某除外。")
    clock.advance(3600)
    closed = records.close(bureau.inspection, record)
    assert closed.closed_at == clock.now()
    document = bureau.desk.inspection(bureau.inspection).get(Document, record)
    assert document is not None
    assert document.state is DocumentState.ISSUED
    pdf = records.pdf(bureau.inspection, record)
    text = text_of(pdf)
    for words in ("2026年11月20日23时30分", "在院名单", "情况属实，㐂某除外。", "A-1", document.head_code):
        assert words in text
    assert "草稿" not in text
    with pytest.raises(NotAllowed, match="never changed"):
        records.take_statement(bureau.inspection, record, "另有说明")
    with pytest.raises(NotAllowed, match="never changed"):
        records.close(bureau.inspection, record)
    bureau.inspections.close_visit(bureau.inspection)
    assert records.drawing(bureau.inspection, record)() == pdf


def test_certificates_and_rights_come_before_the_closing(bureau: Bureau) -> None:
    bureau.inspections.open_visit(bureau.inspection)
    record = bureau.made.records.open(bureau.inspection).id
    with pytest.raises(NotAllowed, match="certificates were shown"):
        bureau.made.records.close(bureau.inspection, record)


def test_a_character_without_a_font_is_named_before_anything_is_closed(bureau: Bureau) -> None:
    record = opened(bureau)
    bureau.made.records.take_statement(bureau.inspection, record, "见\U0001f3e5")
    with pytest.raises(NotAllowed, match=r"U\+1F3E5"):
        bureau.made.records.close(bureau.inspection, record)
    assert bureau.made.records.record(bureau.inspection, record).closed_at is None


@POPPLER
def test_an_imported_name_that_no_font_has_is_written_as_its_code(bureau: Bureau) -> None:
    bureau.made.headcounts.check_bed(
        bureau.inspection, ward="内一科", bed="3", status=BedStatus.NOT_FOUND, name="𪛖田"
    )
    record = opened(bureau)
    bureau.made.records.close(bureau.inspection, record)
    assert "登记姓名〔U+2A6D6〕田" in text_of(bureau.made.records.pdf(bureau.inspection, record))


def test_a_notice_waits_for_the_closing_of_the_record(bureau: Bureau) -> None:
    assert bureau.notices.draft(bureau.inspection)
    record = opened(bureau)
    bureau.inspections.compare_clock(bureau.inspection, bureau.desk.clock.now(), "手机")
    bureau.inspections.close_visit(bureau.inspection)
    (waiting,) = obstacles(bureau.desk, bureau.inspection)
    assert "no closing time" in str(waiting.words)
    with pytest.raises(NotAllowed, match="no closing time"):
        bureau.notices.approve(bureau.inspection, bureau.drafted().id, bureau.he.id, "nothing")
    bureau.made.records.close(bureau.inspection, record)
    assert obstacles(bureau.desk, bureau.inspection) == ()


def test_a_record_that_was_withdrawn_leaves_the_notice_without_one(bureau: Bureau) -> None:
    (record,) = bureau.made.records.records(bureau.inspection)
    bureau.made.kept.withdraw(bureau.inspection, record.id, "首部误填")
    (missing,) = obstacles(bureau.desk, bureau.inspection)
    assert "no record" in str(missing.words)


def test_a_notice_laid_out_is_not_issued_while_a_new_record_is_open(bureau: Bureau) -> None:
    document = bureau.approved()
    for person in (bureau.lin, bureau.zhou):
        bureau.notices.signing.sign(bureau.inspection, document.id, person.id, "a walk through wards")
    opened(bureau)
    with pytest.raises(NotAllowed, match="no closing time"):
        bureau.notices.signing.issue(bureau.inspection, document.id)
