"""Names drawn on the screen: over which bytes, before whom, never edited, never in place of a refusal."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.documents.authority import Authority
from inspector_app.documents.verifying import verify
from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DeviceId, DocumentId, Sha256
from inspector_app.domain.ink import DrawnSignature
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.record import Interviewed, InterviewRole
from inspector_app.services.interviews import InterviewService
from tests.builders import drawn_ink
from tests.services.bureau import Bureau
from tests.services.test_records import opened, text_of

TOOLS = pytest.mark.skipif(
    not (shutil.which("qpdf") and shutil.which("pdfsig")), reason="qpdf or poppler-utils is not installed"
)


def closed_record(bureau: Bureau) -> DocumentId:
    (record,) = bureau.made.records.records(bureau.inspection)
    return record.id


def delivered(bureau: Bureau) -> DocumentId:
    bureau.issued()
    delivery = bureau.made.deliveries.begin(bureau.inspection)
    bureau.made.deliveries.receive(
        bureau.inspection, delivery.id, received_by="苏映秋", relation="医务科工作人员"
    )
    bureau.made.deliveries.close(bureau.inspection, delivery.id)
    return delivery.id


def sign(bureau: Bureau, document: DocumentId, place: str = "party", **over: str) -> DrawnSignature:
    shown = bureau.made.drawn.to_sign(bureau.inspection, document)
    given = {"name": "苏映秋", "over": shown.over, **over}
    return bureau.made.drawn.strokes_taken(bureau.inspection, document, place, drawn_ink(), **given)  # type: ignore[arg-type]


def test_the_person_is_told_what_lies_before_them_and_whom_the_paper_expects(bureau: Bureau) -> None:
    delivery = delivered(bureau)
    shown = bureau.made.drawn.to_sign(bureau.inspection, delivery)
    pdf = bureau.made.deliveries.pdf(bureau.inspection, delivery)
    assert shown.over == hashlib.sha256(pdf).hexdigest()
    assert (shown.title, shown.institution, shown.pages) == ("送达回证", "青禾县仁安医院", 1)
    assert [(one.place, one.line, one.name, one.is_fixed) for one in shown.lines] == [
        ("party", "受送达人签名或者盖章：", "苏映秋", False),
        ("inspector-1", "送达人签名：", "林知远", True),
        ("inspector-2", "送达人签名：", "周叙白", True),
    ]


def test_strokes_are_kept_with_the_bytes_they_were_drawn_over_and_stand_on_the_paper(bureau: Bureau) -> None:
    delivery = delivered(bureau)
    before = bureau.made.deliveries.pdf(bureau.inspection, delivery)
    drawn = sign(bureau, delivery, post="医务科工作人员")
    after = bureau.made.deliveries.pdf(bureau.inspection, delivery)
    assert after.startswith(before)
    assert drawn.over == hashlib.sha256(before).hexdigest()
    assert drawn.present == ("林知远", "周叙白")
    assert bureau.made.drawn.drawn(bureau.inspection, delivery) == [drawn]
    history = bureau.desk.inspection(bureau.inspection).history(DrawnSignature, drawn.id)
    assert [revision.line.what for revision in history] == ["strokes taken"]
    report = verify(after)
    told = "\n".join(map(str, report.sentences))
    assert report.is_good
    assert "苏映秋（医务科工作人员）于2026年" in told
    assert "在“受送达人签名或者盖章”处手写签名，林知远、周叙白在场" in told
    assert "不是法律规定的电子签名" in told


def test_the_seal_is_the_laptops_and_of_its_own_authority(bureau: Bureau) -> None:
    delivery = delivered(bureau)
    sign(bureau, delivery)
    _, fact = verify(bureau.made.deliveries.pdf(bureau.inspection, delivery)).signatures
    assert fact.signer.startswith("检查终端")
    assert fact.certificate_number == ""
    again = bureau.workspace.credentials.laptop_signer()
    assert again == bureau.workspace.credentials.laptop_signer()
    assert again.name == fact.signer


def test_each_signs_over_what_the_one_before_left(bureau: Bureau) -> None:
    record = closed_record(bureau)
    first = sign(bureau, record)
    second = sign(bureau, record, "inspector-1", name="somebody else")
    assert second.name == "林知远"
    assert second.present == ("周叙白",)
    assert second.over != first.over
    pdf = bureau.made.records.pdf(bureau.inspection, record)
    report = verify(pdf)
    assert report.is_good
    assert [fact.field for fact in report.signatures] == ["laptop", "ink-party-1", "ink-inspector-1-1"]


def test_another_paper_than_the_one_that_was_shown_is_refused(bureau: Bureau) -> None:
    record = closed_record(bureau)
    shown = bureau.made.drawn.to_sign(bureau.inspection, record)
    sign(bureau, record, "inspector-2")
    with pytest.raises(NotAllowed, match="another one"):
        sign(bureau, record, over=shown.over)
    with pytest.raises(NotAllowed, match="another one"):
        sign(bureau, record, over=Sha256("0" * 64))


def test_a_second_name_on_a_line_needs_a_reason_and_both_stay(bureau: Bureau) -> None:
    record = closed_record(bureau)
    first = sign(bureau, record)
    with pytest.raises(NotAllowed, match="both stay"):
        sign(bureau, record)
    party = bureau.made.drawn.to_sign(bureau.inspection, record).lines[0]
    assert (party.name, party.is_free, party.may_be_struck_out) == ("苏映秋", False, True)
    second = sign(bureau, record, strike_reason="写错了字")
    assert (second.strikes, second.strike_reason) == (first.id, "写错了字")
    assert bureau.made.drawn.drawn(bureau.inspection, record) == [first, second]
    assert "写错了字" in "\n".join(
        map(str, verify(bureau.made.records.pdf(bureau.inspection, record)).sentences)
    )
    with pytest.raises(NotAllowed, match="Withdraw the paper"):
        sign(bureau, record, strike_reason="又写错了")


def test_who_refused_is_never_drawn_but_the_witness_of_it_is(bureau: Bureau) -> None:
    bureau.issued()
    deliveries = bureau.made.deliveries
    delivery = deliveries.begin(bureau.inspection)
    deliveries.refuse(bureau.inspection, delivery.id, reason="称须请示后再签", witness="安青禾")
    deliveries.close(bureau.inspection, delivery.id)
    with pytest.raises(NotAllowed, match="no such line"):
        sign(bureau, delivery.id)
    assert sign(bureau, delivery.id, "witness", name="安青禾").name == "安青禾"
    record = opened(bureau)
    bureau.made.records.note_refusal(bureau.inspection, record, "称不了解情况，拒绝签名")
    bureau.made.records.close(bureau.inspection, record)
    with pytest.raises(NotAllowed, match="refused"):
        sign(bureau, record)


def test_an_open_or_withdrawn_paper_is_not_signed(bureau: Bureau) -> None:
    record = opened(bureau)
    with pytest.raises(NotAllowed, match="not finished"):
        bureau.made.drawn.to_sign(bureau.inspection, record)
    closed = closed_record_of(bureau, record)
    bureau.made.kept.withdraw(bureau.inspection, closed, "时间有误")
    with pytest.raises(NotAllowed, match="withdrawn"):
        bureau.made.drawn.to_sign(bureau.inspection, closed)


def closed_record_of(bureau: Bureau, record: DocumentId) -> DocumentId:
    return bureau.made.records.close(bureau.inspection, record).id


def test_a_letter_without_a_line_for_a_name_is_signed_on_paper_only(bureau: Bureau) -> None:
    photographs = bureau.made.papers.draft(bureau.inspection, DocumentType.PHOTOGRAPHS)
    bureau.made.papers.issue(bureau.inspection, photographs.id)
    with pytest.raises(NotAllowed, match="Print it"):
        bureau.made.drawn.to_sign(bureau.inspection, photographs.id)


def test_a_paper_that_another_laptop_sealed_is_signed_with_a_pen(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = closed_record(bureau)
    now = bureau.desk.clock.now()
    stranger = Authority.make("云岭市医疗保障局", now).certify("检查终端", "", "云岭市医疗保障局", now)
    monkeypatch.setattr(bureau.workspace.credentials, "laptop_signer", lambda: stranger)
    with pytest.raises(NotAllowed, match="another laptop"):
        bureau.made.drawn.to_sign(bureau.inspection, record)


def test_a_laptop_that_only_takes_part_takes_no_strokes(bureau: Bureau) -> None:
    record = closed_record(bureau)
    store = bureau.desk.inspection(bureau.inspection)
    inspection = store.get(Inspection, bureau.inspection)
    assert inspection is not None
    with store.intention("issued elsewhere", bureau.desk.author) as unit:
        unit.put(replace(inspection, issuing=DeviceId("another")))
    with pytest.raises(NotAllowed, match="Another laptop issues"):
        sign(bureau, record)
    assert bureau.made.drawn.drawn(bureau.inspection, record) == []


def test_nothing_is_kept_of_an_empty_pad_or_of_nobody(bureau: Bureau) -> None:
    record = closed_record(bureau)
    before = bureau.made.records.pdf(bureau.inspection, record)
    with pytest.raises(UnusableInput, match="name of who signs"):
        sign(bureau, record, name="  ")
    shown = bureau.made.drawn.to_sign(bureau.inspection, record)
    empty = replace(drawn_ink(), strokes=())
    with pytest.raises(UnusableInput, match="Nothing is drawn"):
        bureau.made.drawn.strokes_taken(
            bureau.inspection, record, "party", empty, over=shown.over, name="苏映秋"
        )
    assert bureau.made.records.pdf(bureau.inspection, record) == before
    assert bureau.made.drawn.drawn(bureau.inspection, record) == []


@TOOLS
def test_an_interview_is_signed_by_who_was_asked_and_public_tools_accept_it(
    bureau: Bureau, tmp_path: Path
) -> None:
    interviews = InterviewService(bureau.desk, bureau.made.kept)
    interview = interviews.begin(
        bureau.inspection, InterviewRole.NURSE, Interviewed(name="安青禾", post="护士")
    )
    interviews.tell_rights(bureau.inspection, interview.id, "听清了")
    interviews.answer(bureau.inspection, interview.id, 0, "是的")
    interviews.end(bureau.inspection, interview.id)
    lines = {one.place: one.name for one in bureau.made.drawn.to_sign(bureau.inspection, interview.id).lines}
    assert lines == {
        "person": "安青禾", "inspector-1": "林知远", "inspector-2": "周叙白", "recorder": "林知远"
    }  # fmt: skip
    for place, name in lines.items():
        sign(bureau, interview.id, place, name=name)
    path = tmp_path / "interview.pdf"
    path.write_bytes(interviews.pdf(bureau.inspection, interview.id))
    assert subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
    told = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False).stdout
    assert told.count("Signature is Valid") == 5
    assert "安青禾" in text_of(path.read_bytes())
