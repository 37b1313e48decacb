"""Approval files from somebody with a known key of their own: whatever they hold, a problem and no crash."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.approval_by_file import ApprovalAnswer, AskedApproval, Decision, Wrote
from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import Problem, UnusableInput
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId, Sha256
from inspector_app.domain.people import Role
from inspector_app.domain.region import ApprovalLevel
from inspector_app.exchange import approvals, wire
from inspector_app.exchange.envelope import open_sealed, seal_to
from tests.exchange.laptops import Laptop

AT = datetime(2026, 3, 4, 15, 30, tzinfo=UTC)
PDF = b"%PDF-1.4 a draft"
LIN, HE = Laptop.make("林知远"), Laptop.make("何清越", Role.LEAD)
ASKED = AskedApproval(
    id="request-1",
    inspection=InspectionId("inspection-1"),
    document=DocumentId("document-1"),
    type=DocumentType.RECTIFICATION_NOTICE,
    content=Sha256("a" * 64),
    pdf=Sha256("4d6fbd3d8f8f4d9c9bb4d6a4a86f3a3c0e2e7c86f6a4b0f0b9a7e1d7c3a1b2c3"),
    title="责令整改通知书",
    number="草稿号 1",
    bureau="青禾县医疗保障局",
    party="青禾县仁安医院",
    level=ApprovalLevel.DIRECTOR,
    writers=(Wrote(id=PersonId("lin"), name="林知远", certificate_number="YL-1"),),
    asked_by="林知远",
    asked_at=AT,
)
ANSWER = ApprovalAnswer(
    request="request-1",
    inspection=InspectionId("inspection-1"),
    document=DocumentId("document-1"),
    content=Sha256("a" * 64),
    pdf=Sha256("b" * 64),
    decision=Decision.RETURNED,
    remark="金额\n请复核",
    person=PersonId("he"),
    name="何清越",
    role=Role.LEAD,
    decided_at=AT,
)
REQUEST_FILE = approvals.write_request(ASKED, PDF, HE.card, LIN.card.verify_key, LIN.sign)
ANSWER_FILE = approvals.write_answer(ANSWER, LIN.card, HE.card.verify_key, HE.sign)


def inner(data: bytes, kind: str, receiver: Laptop) -> dict[str, Any]:
    outside = approvals.open_outside(data, kind)
    return wire.load(open_sealed(outside.inside, receiver.identity))


REQUEST_BODY = inner(REQUEST_FILE, approvals.REQUEST, HE)
ANSWER_BODY = inner(ANSWER_FILE, approvals.ANSWER, LIN)


def resealed(body: Any, kind: str, sender: Laptop, receiver: Laptop) -> approvals.Outside:
    """Sign and envelope any inside, as a laptop with a known key could."""
    sealed = seal_to(wire.dump(body), [receiver.card.box_key])
    outer = {
        "kind": kind,
        "format": wire.FORMAT,
        "from": sender.card.verify_key,
        "to": receiver.card.fingerprint,
        "inside": base64.b64encode(sealed).decode(),
    }
    data = wire.dump({**outer, "signature": sender.sign(wire.signed_bytes(outer))})
    return approvals.open_outside(data, kind)


def test_what_is_asked_and_answered_comes_back_as_it_was() -> None:
    asked, pdf = approvals.read_request(approvals.open_outside(REQUEST_FILE, approvals.REQUEST), HE.identity)
    assert pdf == PDF
    assert (asked.title, asked.writers, asked.level) == (ASKED.title, ASKED.writers, ASKED.level)
    assert asked.pdf != ASKED.pdf, "the hash is that of the bytes that came, whatever was claimed"
    outside = approvals.open_outside(ANSWER_FILE, approvals.ANSWER)
    assert approvals.read_answer(outside, LIN.identity) == ANSWER


def test_a_request_is_no_answer_and_an_answer_no_request() -> None:
    with pytest.raises(UnusableInput):
        approvals.open_outside(REQUEST_FILE, approvals.ANSWER)
    as_answer = resealed(REQUEST_BODY, approvals.ANSWER, LIN, HE)
    with pytest.raises(UnusableInput):
        approvals.read_answer(as_answer, HE.identity)


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=80),
    st.lists(st.text(max_size=5), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
    st.sampled_from(["2026-13-45", "1E+999999", "NaN", "../../etc", "", "0" * 64, "9" * 5000]),
)


@given(name=st.sampled_from(sorted(ANSWER_BODY)), value=ODD)
def test_an_answer_with_any_odd_value_is_read_or_refused(name: str, value: object) -> None:
    try:
        outside = resealed({**ANSWER_BODY, name: value}, approvals.ANSWER, HE, LIN)
        approvals.read_answer(outside, LIN.identity)
    except (Problem, UnicodeEncodeError):  # half a character cannot even be written
        pass


@given(name=st.sampled_from(sorted(REQUEST_BODY)), value=ODD)
def test_a_request_with_any_odd_value_is_read_or_refused(name: str, value: object) -> None:
    try:
        outside = resealed({**REQUEST_BODY, name: value}, approvals.REQUEST, LIN, HE)
        approvals.read_request(outside, HE.identity)
    except (Problem, UnicodeEncodeError):
        pass


@given(name=st.sampled_from(sorted(ANSWER_BODY)))
def test_an_answer_without_one_of_its_values_is_refused(name: str) -> None:
    body = {key: value for key, value in ANSWER_BODY.items() if key != name}
    with pytest.raises(UnusableInput):
        approvals.read_answer(resealed(body, approvals.ANSWER, HE, LIN), LIN.identity)
