"""Lists and letters, from draft to issue."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector_app.domain.document import DocumentState, DocumentType
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.ids import DocumentId
from inspector_app.domain.inspection import Mode
from inspector_app.domain.papers import RegisteredLine
from inspector_app.domain.record import EvidenceList, Registration
from inspector_app.services.intake import Source
from inspector_app.system.paths import RESOURCES
from tests.fakes import FakeClock
from tests.services.bureau import WORDS, Bureau, a_picture

POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
TALK = {"when": "2026年11月30日上午9时30分", "place": "县医保局会议室"}


def text_of(pdf: bytes) -> str:
    made = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(made.stdout.decode("utf-8").split())


def drafted(bureau: Bureau, document_type: DocumentType, **fields: str) -> DocumentId:
    document = bureau.made.papers.draft(bureau.inspection, document_type)
    bureau.made.papers.edit(bureau.inspection, document.id, fields)
    return document.id


def issued(bureau: Bureau, document_type: DocumentType, **fields: str) -> str:
    """Issue a document, approved where it needs that; return its text."""
    papers, identity = bureau.made.papers, drafted(bureau, document_type, **fields)
    if papers.view(bureau.inspection, identity).needs_approval:
        papers.approve(bureau.inspection, identity, bureau.he.id, WORDS)
    papers.issue(bureau.inspection, identity)
    return text_of(papers.pdf(bureau.inspection, identity))


@POPPLER
def test_the_confirmation_lists_every_finding_with_sums_that_add_up(bureau: Bureau) -> None:
    bureau.record(90)
    text = issued(bureau, DocumentType.CONFIRMATION)
    assert text.count("挂床住院") >= 2
    assert "共2项" in text
    assert "7,642.02" in text  # 2 × (3,821.02 − 0.01)
    assert "柒仟陆佰肆拾贰元零贰分" in text
    assert "草稿" not in text


@POPPLER
def test_clean_numbers_of_an_evidence_list_stay_as_they_were_issued(bureau: Bureau) -> None:
    papers = bureau.made.papers
    identity = drafted(bureau, DocumentType.EVIDENCE_LIST)
    papers.issue(bureau.inspection, identity)
    before = papers.pdf(bureau.inspection, identity)
    source = Source(name="late.jpg", way=IntakeWay.FILE, data=a_picture(11))
    bureau.evidence.take_in(bureau.inspection, [source])
    frozen = bureau.desk.inspection(bureau.inspection).get(EvidenceList, identity)
    assert frozen is not None
    assert [(line.number, line.label) for line in frozen.lines] == [(1, "A-1")]
    assert papers.drawing(bureau.inspection, identity)() == before
    assert "问题1" in text_of(before)
    assert frozen.lines[0].sha256 in text_of(before)


@POPPLER
def test_photographs_are_printed_small_under_the_hash_of_the_original(bureau: Bureau) -> None:
    (piece,) = bureau.evidence.gallery(bureau.inspection).evidence
    text = issued(bureau, DocumentType.PHOTOGRAPHS)
    assert f"SHA-256{piece.sha256}" in text
    assert "A-1" in text


def test_an_inspection_that_comes_unannounced_has_no_notice_beforehand(bureau: Bureau) -> None:
    with pytest.raises(NotAllowed, match="not announced"):
        bureau.made.papers.draft(bureau.inspection, DocumentType.INSPECTION_NOTICE)
    inspection = bureau.inspections.inspection(bureau.inspection)
    bureau.inspections.revise(replace(inspection, mode=Mode.ANNOUNCED))
    assert bureau.made.papers.draft(bureau.inspection, DocumentType.INSPECTION_NOTICE)


@POPPLER
def test_a_talk_notice_needs_time_and_place_and_an_approval_by_the_office_named(bureau: Bureau) -> None:
    papers = bureau.made.papers
    identity = drafted(bureau, DocumentType.TALK_NOTICE)
    assert len(papers.view(bureau.inspection, identity).lacking) == 2
    with pytest.raises(NotAllowed, match="when the talk is"):
        papers.approve(bureau.inspection, identity, bureau.he.id, WORDS)
    papers.edit(bureau.inspection, identity, TALK)
    with pytest.raises(NotAllowed, match="needs an approval"):
        papers.issue(bureau.inspection, identity)
    for person in (bureau.lin, bureau.zhou):
        with pytest.raises(NotAllowed):
            papers.approve(bureau.inspection, identity, person.id, WORDS)
    papers.approve(bureau.inspection, identity, bureau.he.id, WORDS)
    papers.edit(bureau.inspection, identity, {"place": "另一处"})
    with pytest.raises(NotAllowed, match="needs an approval"):
        papers.issue(bureau.inspection, identity)


def test_an_approval_does_not_outlive_what_it_approved(bureau: Bureau) -> None:
    papers = bureau.made.papers
    identity = drafted(bureau, DocumentType.PROPOSAL)
    papers.approve(bureau.inspection, identity, bureau.he.id, WORDS)
    bureau.record(90)
    assert papers.view(bureau.inspection, identity).approval_is_stale
    with pytest.raises(NotAllowed, match="approved again"):
        papers.issue(bureau.inspection, identity)


@POPPLER
def test_a_letter_takes_the_next_number_of_its_own_block(bureau: Bureau) -> None:
    bureau.numbers.assign(DocumentType.TALK_NOTICE, body="青医保", year=2026, first=3, last=4)
    papers, identity = bureau.made.papers, drafted(bureau, DocumentType.TALK_NOTICE, **TALK)
    assert papers.view(bureau.inspection, identity).next_number == "青医保约〔2026〕3号"
    text = issued(bureau, DocumentType.TALK_NOTICE)
    assert "青医保约〔2026〕3号" in text
    assert "法定代表人或者主要负责人" in text


@POPPLER
@pytest.mark.parametrize("kind", ["police", "health", "market", "discipline", "audit", "agency", "other"])
def test_a_transfer_speaks_to_its_kind_of_recipient_and_lists_the_evidence(bureau: Bureau, kind: str) -> None:
    text = issued(
        bureau,
        DocumentType.TRANSFER,
        recipient_kind=kind,
        recipient="青禾县有关单位",
        persons="某某，内一科，主管",
    )
    assert "青禾县有关单位：" in text
    assert "人民币叁仟捌佰贰拾壹元零壹分（¥3,821.01）" in text
    assert "主管" in text
    assert "A-1" in text
    assert "移送材料回执" in text
    assert ("涉嫌犯罪" in text) == (kind == "police")


@POPPLER
@pytest.mark.parametrize("document_type", [DocumentType.PROPOSAL, DocumentType.PROPOSAL_LETTER])
def test_proposals_go_to_the_institution_or_to_another_authority(
    bureau: Bureau, document_type: DocumentType
) -> None:
    fields = {"recipient": "青禾县卫生健康局"} if document_type is DocumentType.PROPOSAL_LETTER else {}
    text = issued(bureau, document_type, proposals="第一条。\n第二条。", **fields)
    assert f"{fields.get('recipient', '青禾县仁安医院')}：" in text
    assert "（一）第一条。（二）第二条。" in text


def test_without_a_finding_there_is_nothing_to_propose_about(bureau: Bureau) -> None:
    (finding,) = bureau.findings.findings(bureau.inspection)
    bureau.findings.withdraw(bureau.inspection, finding.id, "误录")
    identity = drafted(bureau, DocumentType.PROPOSAL)
    with pytest.raises(NotAllowed, match="no finding yet"):
        bureau.made.papers.approve(bureau.inspection, identity, bureau.he.id, WORDS)
    bureau.made.papers.edit(bureau.inspection, identity, {"problems": "请假审批登记不完整。"})
    assert bureau.made.papers.view(bureau.inspection, identity).lacking == ()


@POPPLER
def test_a_commitment_has_no_letterhead_of_the_bureau(bureau: Bureau) -> None:
    text = issued(bureau, DocumentType.COMMITMENT)
    assert text.startswith("承诺书本单位郑重承诺：")


@POPPLER
def test_without_the_holidays_of_next_year_the_day_of_a_registration_is_typed(
    bureau: Bureau, clock: FakeClock
) -> None:
    papers = bureau.made.papers
    clock.advance(38 * 86400)  # 28 December; the holidays of 2027 are not published here
    identity = drafted(bureau, DocumentType.REGISTRATION, kept_at="库房", custodian="穆青砚")
    papers.register(bureau.inspection, identity, (RegisteredLine(name="出入库登记册", quantity="1"),))
    (told,) = papers.view(bureau.inspection, identity).lacking
    assert "enter the deadline as a date" in str(told)
    for wrong in ("soon", "2027-02-30", "2026-12-01"):
        papers.edit(bureau.inspection, identity, {"deadline": wrong})
        assert len(papers.view(bureau.inspection, identity).lacking) == 1, wrong
    papers.edit(bureau.inspection, identity, {"deadline": "2027年1月7日"})
    papers.approve(bureau.inspection, identity, bureau.he.id, WORDS)
    papers.issue(bureau.inspection, identity)
    assert "2027年1月7日前" in text_of(papers.pdf(bureau.inspection, identity))


@POPPLER
def test_what_is_registered_is_decided_within_seven_working_days(bureau: Bureau) -> None:
    papers = bureau.made.papers
    identity = drafted(bureau, DocumentType.REGISTRATION, kept_at="库房", custodian="穆青砚")
    with pytest.raises(NotAllowed, match="Nothing is listed"):
        papers.approve(bureau.inspection, identity, bureau.he.id, WORDS)
    papers.register(
        bureau.inspection, identity, (RegisteredLine(name="出入库登记册", quantity="1", unit="册"),)
    )
    papers.edit(bureau.inspection, identity, {"deadline": "2026-12-02"})
    with pytest.raises(NotAllowed, match="2026-12-01"):
        papers.approve(bureau.inspection, identity, bureau.he.id, WORDS)
    papers.edit(bureau.inspection, identity, {"deadline": ""})
    papers.approve(bureau.inspection, identity, bureau.he.id, WORDS)
    papers.issue(bureau.inspection, identity)
    # Registered on Friday 20 November 2026; the seventh working day after it is Tuesday 1 December.
    kept = bureau.desk.inspection(bureau.inspection).get(Registration, identity)
    assert kept is not None
    assert kept.deadline == date(2026, 12, 1)
    text = text_of(papers.pdf(bureau.inspection, identity))
    for words in ("2026年12月1日前", "出入库登记册", "1册", "何清越", "第五十六条"):
        assert words in text


def test_an_issued_letter_is_never_changed_only_withdrawn(bureau: Bureau) -> None:
    papers, kept = bureau.made.papers, bureau.made.kept
    identity = drafted(bureau, DocumentType.CONFIRMATION)
    papers.issue(bureau.inspection, identity)
    with pytest.raises(NotAllowed, match="never changed"):
        papers.edit(bureau.inspection, identity, {"statement": "另有说明"})
    with pytest.raises(UnusableInput):
        kept.withdraw(bureau.inspection, identity, " ")
    assert kept.withdraw(bureau.inspection, identity, "误出").state is DocumentState.WITHDRAWN
    assert papers.pdf(bureau.inspection, identity)
    assert papers.draft(bureau.inspection, DocumentType.CONFIRMATION).id != identity


@POPPLER
def test_the_paper_after_a_withdrawn_one_names_it_and_both_stay(bureau: Bureau) -> None:
    papers, kept = bureau.made.papers, bureau.made.kept
    chain = []
    for _ in range(3):
        chain.append(drafted(bureau, DocumentType.CONFIRMATION))
        papers.issue(bureau.inspection, chain[-1])
        kept.withdraw(bureau.inspection, chain[-1], "金额有误")
    named = [kept.document(bureau.inspection, one).corrects for one in chain]
    assert named == [None, *chain[:2]], "each names the one before it alone"
    text = text_of(papers.pdf(bureau.inspection, chain[1]))
    assert "（本文书更正并替代2026年11月20日22时30分出具、已撤回的签字反馈表）" in text
    assert "更正并替代" not in text_of(papers.pdf(bureau.inspection, chain[0]))


def test_a_letter_to_somebody_else_replaces_nothing(bureau: Bureau) -> None:
    papers, kept = bureau.made.papers, bureau.made.kept
    first = drafted(bureau, DocumentType.PROPOSAL_LETTER, recipient="青禾县卫生健康局")
    papers.approve(bureau.inspection, first, bureau.he.id, WORDS)
    papers.issue(bureau.inspection, first)
    kept.withdraw(bureau.inspection, first, "误出")
    other = drafted(bureau, DocumentType.PROPOSAL_LETTER, recipient="青禾县公安局")
    assert kept.matter(bureau.inspection, kept.document(bureau.inspection, other)).replaces is None
    papers.edit(bureau.inspection, other, {"recipient": "青禾县卫生健康局"})
    replaced = kept.matter(bureau.inspection, kept.document(bureau.inspection, other)).replaces
    assert replaced is not None
    assert replaced.id == first


def test_a_draft_is_taken_up_again_and_a_field_that_does_not_exist_is_a_bug(bureau: Bureau) -> None:
    papers = bureau.made.papers
    first = papers.draft(bureau.inspection, DocumentType.TRANSFER)
    assert papers.draft(bureau.inspection, DocumentType.TRANSFER).id == first.id
    with pytest.raises(ValueError, match="no such field"):
        papers.edit(bureau.inspection, first.id, {"sum": "1"})
    with pytest.raises(NotAllowed, match="not finished"):
        papers.pdf(bureau.inspection, first.id)


def test_copies_scans_and_exports_are_kept_in_mind(bureau: Bureau, tmp_path: Path) -> None:
    papers, kept = bureau.made.papers, bureau.made.kept
    identity = drafted(bureau, DocumentType.CONFIRMATION)
    papers.issue(bureau.inspection, identity)
    assert kept.printed(bureau.inspection, identity, 2).copies_printed == 2
    path = kept.export(bureau.inspection, identity, tmp_path / "confirmation.pdf")
    assert path.read_bytes() == papers.pdf(bureau.inspection, identity)
    source = Source(name="scan.jpg", way=IntakeWay.SCAN, data=a_picture(5))
    intake = kept.take_scan(bureau.inspection, identity, source)
    assert intake.evidence is not None


@pytest.mark.parametrize("document_type", [one for one in DocumentType if one in (
    DocumentType.CONFIRMATION, DocumentType.EVIDENCE_LIST, DocumentType.PHOTOGRAPHS,
    DocumentType.TALK_NOTICE, DocumentType.TRANSFER, DocumentType.PROPOSAL, DocumentType.PROPOSAL_LETTER,
    DocumentType.COMMITMENT, DocumentType.REGISTRATION)])  # fmt: skip
def test_a_draft_can_always_be_looked_at(bureau: Bureau, document_type: DocumentType) -> None:
    document = bureau.made.papers.draft(bureau.inspection, document_type)
    assert bureau.made.papers.drawing(bureau.inspection, document.id)().startswith(b"%PDF")


def test_a_letter_that_cannot_be_printed_burns_no_number(bureau: Bureau) -> None:
    bureau.numbers.assign(DocumentType.TALK_NOTICE, body="青医保", year=2026, first=3, last=4)
    identity = drafted(bureau, DocumentType.TALK_NOTICE, **{**TALK, "place": "会议室\U0001f3e5"})
    bureau.made.papers.approve(bureau.inspection, identity, bureau.he.id, WORDS)
    with pytest.raises(NotAllowed, match=r"U\+1F3E5"):
        bureau.made.papers.issue(bureau.inspection, identity)
    assert bureau.numbers.register() == []


def test_rules_that_are_older_than_a_type_of_document_leave_the_shipped_ones(bureau: Bureau) -> None:
    packs = bureau.packs
    region = packs.region()
    assert region.document(DocumentType.RECORD) is not None
    older = Path(bureau.desk.folder.parent / "packs")
    older.mkdir(exist_ok=True)
    shipped = (RESOURCES / "packs" / "region-default.toml").read_text(encoding="utf-8")
    own = shipped.split('[[document]]\ntype = "record"')[0].replace('id = "default"', 'id = "own"', 1)
    (older / "region-own.toml").write_text(own, encoding="utf-8")
    packs.reload()
    inspection = bureau.inspections.inspection(bureau.inspection)
    bureau.inspections.revise(replace(inspection, region="own"))
    document = bureau.made.papers.draft(bureau.inspection, DocumentType.CONFIRMATION)
    assert packs.region("own").document(DocumentType.CONFIRMATION) is None
    assert bureau.made.papers.view(bureau.inspection, document.id).title == "签字反馈表"
