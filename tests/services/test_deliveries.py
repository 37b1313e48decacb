"""Delivery of what was issued: received, refused before a witness, left on the premises."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.inspection import Stage
from inspector_app.domain.record import DeliveryMode
from inspector_app.services.intake import Source
from tests.services.bureau import WORDS, Bureau, a_picture

POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def text_of(pdf: bytes) -> str:
    made = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(made.stdout.decode("utf-8").split())


def test_nothing_is_delivered_before_it_is_issued(bureau: Bureau) -> None:
    draft = bureau.drafted()
    deliveries = bureau.made.deliveries
    with pytest.raises(NotAllowed, match="issued"):
        deliveries.begin(bureau.inspection)
    with pytest.raises(NotAllowed, match="issued"):
        deliveries.begin(bureau.inspection, [draft.id])


def test_what_is_missing_is_the_next_step_before_the_approval_it_would_stop(bureau: Bureau) -> None:
    bureau.drafted()
    assert bureau.inspections.refresh_card(bureau.inspection).next_step == "approve"
    bureau.inspections.open_visit(bureau.inspection)
    assert bureau.inspections.refresh_card(bureau.inspection).next_step == "points"


@POPPLER
def test_a_notice_that_is_received_counts_as_delivered(bureau: Bureau) -> None:
    notice = bureau.issued()
    deliveries = bureau.made.deliveries
    (waiting,) = deliveries.waiting(bureau.inspection)
    assert waiting.id == notice.id
    delivery = deliveries.begin(bureau.inspection)
    assert delivery.place == "云岭市青禾县杏林路1号"
    assert deliveries.lacking(bureau.inspection, delivery.id)
    deliveries.receive(bureau.inspection, delivery.id, received_by="苏映秋", relation="医务科")
    closed = deliveries.close(bureau.inspection, delivery.id)
    assert closed.delivered_at is not None
    text = text_of(deliveries.pdf(bureau.inspection, delivery.id))
    for words in ("直接送达", "责令整改通知书", notice.draft_number.split("（")[0].split()[-1], "苏映秋"):
        assert words in text
    assert "拒绝签收情况" not in text
    assert deliveries.waiting(bureau.inspection) == []
    card = bureau.inspections.refresh_card(bureau.inspection)
    assert (card.stage, card.next_step) == (Stage.DELIVERED, "done")


def test_several_documents_go_with_one_receipt_or_wait_for_another(bureau: Bureau) -> None:
    notice = bureau.issued()
    papers, deliveries = bureau.made.papers, bureau.made.deliveries
    draft = papers.draft(bureau.inspection, DocumentType.PROPOSAL)
    begun = deliveries.begin(bureau.inspection)
    with pytest.raises(NotAllowed, match="another delivery"):
        deliveries.choose(bureau.inspection, begun.id, [notice.id, draft.id])
    with pytest.raises(NotAllowed, match="at least"):
        deliveries.choose(bureau.inspection, begun.id, [])
    papers.approve(bureau.inspection, draft.id, bureau.he.id, WORDS)
    second = papers.issue(bureau.inspection, draft.id)
    both = deliveries.choose(bureau.inspection, begun.id, [second.id, notice.id])
    assert set(both.documents) == {notice.id, second.id}
    assert deliveries.waiting(bureau.inspection) == []
    alone = deliveries.choose(bureau.inspection, begun.id, [second.id])
    assert alone.documents == (second.id,)
    assert [one.id for one in deliveries.waiting(bureau.inspection)] == [notice.id]


@POPPLER
def test_a_refusal_needs_a_witness_or_a_picture_and_says_how_it_was(bureau: Bureau) -> None:
    bureau.issued()
    deliveries = bureau.made.deliveries
    delivery = deliveries.begin(bureau.inspection)
    with pytest.raises(UnusableInput):
        deliveries.refuse(bureau.inspection, delivery.id, reason=" ")
    deliveries.refuse(bureau.inspection, delivery.id, reason="称须请示后再签", received_by="苏映秋")
    with pytest.raises(NotAllowed, match="witness"):
        deliveries.close(bureau.inspection, delivery.id)
    source = Source(name="left.jpg", way=IntakeWay.FILE, data=a_picture(33))
    intake = deliveries.photograph(bureau.inspection, delivery.id, source)
    assert intake.evidence is not None
    closed = deliveries.close(bureau.inspection, delivery.id)
    assert closed.mode is DeliveryMode.LEFT_ON_PREMISES
    text = text_of(deliveries.pdf(bureau.inspection, delivery.id))
    for words in ("留置送达", "称须请示后再签", f"证据{intake.evidence.number}", "拒绝签收"):
        assert words in text
    assert "受送达人签名或者盖章" not in text
    with pytest.raises(NotAllowed, match="never changed"):
        deliveries.receive(bureau.inspection, delivery.id, received_by="苏映秋")


@POPPLER
def test_a_witness_suffices_and_a_changed_mind_takes_the_refusal_back(bureau: Bureau) -> None:
    bureau.issued()
    deliveries = bureau.made.deliveries
    delivery = deliveries.begin(bureau.inspection)
    deliveries.refuse(bureau.inspection, delivery.id, reason="不签", witness="云中鹤", witness_unit="居委会")
    assert deliveries.lacking(bureau.inspection, delivery.id) == ()
    text = text_of(deliveries.drawing(bureau.inspection, delivery.id)())
    assert "送达人将文书留置于" in text
    assert "拍照" not in text, "nobody took a picture"
    received = deliveries.receive(bureau.inspection, delivery.id, received_by="苏映秋")
    assert not received.was_refused
    assert deliveries.close(bureau.inspection, delivery.id).mode is DeliveryMode.DIRECT


def test_a_delivery_that_was_withdrawn_lets_the_notice_wait_again(bureau: Bureau) -> None:
    notice = bureau.issued()
    deliveries = bureau.made.deliveries
    delivery = deliveries.begin(bureau.inspection)
    deliveries.receive(bureau.inspection, delivery.id, received_by="苏映秋")
    deliveries.close(bureau.inspection, delivery.id)
    bureau.made.kept.withdraw(bureau.inspection, delivery.id, "送错地点")
    assert [one.id for one in deliveries.waiting(bureau.inspection)] == [notice.id]
    assert bureau.inspections.refresh_card(bureau.inspection).stage is Stage.ISSUED
    document = bureau.desk.inspection(bureau.inspection).get(Document, delivery.id)
    assert document is not None
    assert document.state is DocumentState.WITHDRAWN
    again = deliveries.begin(bureau.inspection)
    deliveries.receive(bureau.inspection, again.id, received_by="苏映秋")
    deliveries.close(bureau.inspection, again.id)
    assert bureau.made.kept.document(bureau.inspection, again.id).corrects == delivery.id


def test_pictures_that_are_not_there_are_not_cited(bureau: Bureau) -> None:
    bureau.issued()
    delivery = bureau.made.deliveries.begin(bureau.inspection)
    with pytest.raises(UnusableInput):
        bureau.made.deliveries.cite(bureau.inspection, delivery.id, ["no-such-evidence"])  # type: ignore[list-item]
