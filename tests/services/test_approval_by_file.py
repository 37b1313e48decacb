"""An approval by signed file: asked for, looked at, answered, believed; everything else is a sentence."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from inspector_app.domain.approval_by_file import ApprovalAnswer, ApprovalRequest, Decision, GivenAnswer
from inspector_app.domain.document import DocumentState, DocumentType
from inspector_app.domain.errors import NotAllowed, Problem, UnusableInput, WrongPassphrase
from inspector_app.domain.exchange import Card, KnownCard
from inspector_app.domain.people import Role
from inspector_app.exchange import approvals, wire
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock
from tests.services.approval_files import WORDS, Laptop, Pair, a_pair


@pytest.fixture
def pair(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule) -> Pair:
    return a_pair(tmp_path, clock)


def refused(kind: type[Problem], words: str) -> pytest.RaisesExc[Problem]:
    return pytest.raises(kind, match=words)


def keep_card(pair: Pair, card: Card) -> None:
    """Let Lin's laptop know a card that says something else of He's."""
    lin = pair.lin
    known = KnownCard(
        id=card.device, card=card, confirmed_by=lin.person.id, confirmed_at=lin.a.desk.clock.now()
    )
    with lin.a.desk.workspace.intention("laptop made known", lin.a.desk.author) as unit:
        unit.put(known)


def forged(pair: Pair, file: Path, **changes: object) -> Path:
    """Write an answer that He's laptop signs, with whatever a person could make it say."""
    put = pair.he.a.approval_answering.read(file)
    asked, person = put.asked, pair.he.person
    answer = ApprovalAnswer(
        **{
            "request": asked.id,
            "inspection": asked.inspection,
            "document": asked.document,
            "content": asked.content,
            "pdf": asked.pdf,
            "decision": Decision.APPROVED,
            "person": person.id,
            "name": person.name,
            "certificate_number": person.certificate_number,
            "role": person.role,
            "decided_at": pair.he.clock.now(),
            **changes,
        }  # type: ignore[arg-type]
    )
    key = pair.he.a.workspace.credentials.device_key()
    data = approvals.write_answer(answer, pair.lin.a.cards.own(), key.public_key, key.sign_bytes)
    path = pair.stick / "forged.approval"
    path.write_bytes(data)
    return path


def test_a_draft_is_asked_for_looked_at_approved_and_taken_in(pair: Pair) -> None:
    draft = pair.drafted()
    request = pair.asked(draft)
    put = pair.he.a.approval_answering.read(request)
    assert (put.asked.title, put.asked.party) == ("责令整改通知书", "青禾县仁安医院")
    assert put.asked.findings == 1
    assert put.asked.to_return > 0
    assert put.asked.deadline is not None
    assert hashlib.sha256(put.pdf).hexdigest() == put.asked.pdf
    assert "挂床住院" in "".join(page.extract_text() for page in PdfReader(io.BytesIO(put.pdf)).pages)
    assert put.hindrance is None
    taken = pair.take(pair.answered(request, remark="同意"))
    assert (taken.decision, taken.name, taken.document) == (Decision.APPROVED, "何清越", draft.id)
    approved = pair.document(draft)
    assert approved.state is DocumentState.APPROVED
    assert approved.signed is not None
    assert approved.signed.laptop == pair.he.a.cards.own().fingerprint
    assert approved.signed.remark == "同意"
    store = pair.lin.a.desk.inspection(pair.inspection)
    (kept,) = store.all(ApprovalRequest)
    assert store.blobs.read(kept.pdf) == put.pdf, "the very draft is kept"
    assert kept.file == approved.signed.file


def test_the_issued_notice_says_who_approved_by_whose_signed_file(pair: Pair) -> None:
    approved = pair.approved_by_file()
    notices = pair.lin.a.notices
    for person in (pair.lin.person, pair.zhou):
        notices.signing.sign(pair.inspection, approved.id, person.id, WORDS)
    notices.signing.issue(pair.inspection, approved.id)
    pdf = notices.pdf(pair.inspection, approved.id)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "")
    assert "批准：何清越" in text
    assert "经签名的批准文件批准" in text
    assert pair.he.a.cards.own().fingerprint in text
    told = " ".join(map(str, notices.verify(pair.inspection, approved.id).sentences))
    assert "经签名的批准文件批准" in told


def test_the_request_opens_for_its_approver_alone_and_shows_nothing_outside(
    pair: Pair, tmp_path: Path, clock: FakeClock
) -> None:
    request = pair.asked(pair.drafted())
    assert "青禾县仁安医院".encode() not in request.read_bytes()
    zhou = Laptop.make(tmp_path, clock, "周叙白", Role.LEAD, "c")
    zhou.know(pair.lin)
    with refused(NotAllowed, "not for this laptop"):
        zhou.a.approval_answering.read(request)
    body = wire.load(request.read_bytes())
    with pytest.raises(UnusableInput):
        approvals.read_request(
            replace(
                approvals.open_outside(request.read_bytes(), approvals.REQUEST),
                inside=base64.b64decode(body["inside"]),
            ),
            zhou.a.workspace.credentials.box_identity(),
        )


def test_a_return_changes_nothing_but_shows_its_remark_until_it_is_asked_again(pair: Pair) -> None:
    draft = pair.drafted()
    asking = pair.lin.a.approval_asking
    request = pair.asked(draft)
    (waiting,) = asking.view(pair.inspection, draft.id).waiting
    assert waiting.to_name == "何清越"
    put = pair.he.a.approval_answering.read(request)
    with refused(UnusableInput, "Say what is to be changed"):
        pair.he.a.approval_answering.answer(put, Decision.RETURNED, "  ", WORDS)
    pair.take(pair.answered(request, Decision.RETURNED, "金额请复核"))
    view = asking.view(pair.inspection, draft.id)
    assert view.returned is not None
    assert view.returned.answer is not None
    assert view.returned.answer.remark == "金额请复核"
    assert pair.document(draft).state is DocumentState.DRAFT
    assert view.waiting == ()
    again = pair.asked(draft)
    assert asking.view(pair.inspection, draft.id).returned is None
    pair.take(pair.answered(again))
    assert pair.document(draft).state is DocumentState.APPROVED


def test_the_approvers_passphrase_is_asked_and_one_request_has_one_answer(pair: Pair) -> None:
    request = pair.asked(pair.drafted())
    answering = pair.he.a.approval_answering
    put = answering.read(request)
    with pytest.raises(WrongPassphrase):
        answering.answer(put, Decision.APPROVED, "", "nonsense words here")
    assert pair.he.a.desk.workspace.all(GivenAnswer) == []
    given = answering.answer(put, Decision.APPROVED, "", WORDS)
    with refused(NotAllowed, "answered here already"):
        answering.answer(put, Decision.RETURNED, "other", WORDS)
    assert answering.read(request).given == given
    assert answering.write(given, pair.stick).exists()
    assert answering.write(given, pair.stick).exists(), "it can be written again"


def test_an_answer_is_taken_in_once(pair: Pair) -> None:
    answer = pair.answered(pair.asked(pair.drafted()))
    pair.take(answer)
    with refused(UnusableInput, "taken in already"):
        pair.take(answer)


def test_an_approval_survives_neither_a_change_nor_a_change_and_back(pair: Pair) -> None:
    draft = pair.drafted()
    answer = pair.answered(pair.asked(draft))
    edit = pair.lin.a.notices.edit
    edit(pair.inspection, draft.id, fields={"more_facts": "另有一事。"})
    with refused(NotAllowed, "changed after 何清越 was asked"):
        pair.take(answer)
    edit(pair.inspection, draft.id, fields={"more_facts": ""})
    with refused(NotAllowed, "changed after 何清越 was asked"):
        pair.take(answer)
    assert pair.document(draft).state is DocumentState.DRAFT


def test_the_deadline_that_the_approver_saw_holds_while_the_file_travels(
    pair: Pair, clock: FakeClock
) -> None:
    draft = pair.drafted()
    request = pair.asked(draft)
    seen = pair.he.a.approval_answering.read(request).asked.deadline
    clock.advance(2 * 24 * 3600)
    pair.take(pair.answered(request))
    assert pair.document(draft).deadline == seen
    assert not pair.lin.a.notices.view(pair.inspection, draft.id).approval_is_stale


def test_a_notice_that_went_on_another_way_takes_no_answer(pair: Pair) -> None:
    draft = pair.drafted()
    answer = pair.answered(pair.asked(draft))
    pair.lin.a.notices.delivery.withdraw(pair.inspection, draft.id, "另行处理")
    with refused(NotAllowed, "never edited"):
        pair.take(answer)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"content": "0" * 64}, "another text"),
        ({"pdf": "0" * 64}, "another text"),
        ({"request": "another"}, "answers nothing"),
        ({"document": "another"}, "answers nothing"),
        ({"inspection": "another"}, "not on this laptop"),
        ({"name": "周叙白"}, "in the name of 周叙白"),
    ],
)
def test_a_signed_answer_about_something_else_is_refused(
    pair: Pair, change: dict[str, object], words: str
) -> None:
    draft = pair.drafted()
    request = pair.asked(draft)
    with refused(Problem, words):
        pair.take(forged(pair, request, **change))
    assert pair.document(draft).state is DocumentState.DRAFT


def test_nobody_approves_what_they_wrote_on_either_side(pair: Pair) -> None:
    draft = pair.drafted()
    request = pair.asked(draft)
    for change in (
        {"person": pair.lin.person.id},
        {"certificate_number": pair.lin.person.certificate_number},
    ):
        with refused(NotAllowed, "nobody approves what they wrote"):
            pair.take(forged(pair, request, **change))
    keep_card(pair, replace(pair.he.a.cards.own(), name="林知远"))
    assert pair.lin.a.approval_asking.view(pair.inspection, draft.id).receivers == ()
    with refused(NotAllowed, "may not approve this document"):
        pair.asked(draft)


def test_the_approver_sees_why_they_may_not_approve_but_may_return(pair: Pair) -> None:
    request = pair.asked(pair.drafted())
    answering = pair.he.a.approval_answering
    put = answering.read(request)
    person = pair.he.a.desk.person
    wrote = replace(put.asked.writers[0], name=person.name, certificate_number="")
    mine = replace(put, asked=replace(put.asked, writers=(wrote,)))
    with refused(NotAllowed, "You wrote in this document"):
        answering.answer(mine, Decision.APPROVED, "", WORDS)
    assert answering.answer(mine, Decision.RETURNED, "我也写了", WORDS).answer.remark == "我也写了"


def test_the_level_that_the_pack_asks_for_is_asked_of_the_card(pair: Pair) -> None:
    draft = pair.lin.a.papers.draft(pair.inspection, DocumentType.TRANSFER)
    fields = {"recipient": "青禾县公安局", "recipient_kind": "police", "facts": "涉嫌骗取医保基金。"}
    known = {one.name for one in pair.lin.a.papers.view(pair.inspection, draft.id).fields}
    pair.lin.a.papers.edit(
        pair.inspection, draft.id, {name: fields.get(name, "移送材料一份") for name in known}
    )
    request = pair.asked(draft)
    answer = pair.answered(request)
    keep_card(pair, replace(pair.he.a.cards.own(), role=Role.INSPECTOR))
    with refused(NotAllowed, "somebody of a higher office"):
        pair.take(answer)
    pair.lin.know(pair.he)
    pair.take(answer)
    view = pair.lin.a.papers.view(pair.inspection, draft.id)
    assert view.document.state is DocumentState.APPROVED
    assert not view.approval_is_stale


def test_clocks_that_contradict_one_another_are_said(tmp_path: Path, clock: FakeClock) -> None:
    slow = FakeClock(clock.now())
    pair = a_pair(tmp_path, clock, hers=lambda: slow)
    request = pair.asked(pair.drafted())
    slow.jump_wall(-3600)
    early = forged(pair, request, decided_at=slow.now())
    with refused(NotAllowed, "before the draft was sent"):
        pair.take(early)
    slow.jump_wall(3 * 3600)
    late = forged(pair, request, decided_at=slow.now())
    with refused(NotAllowed, "lies in the future"):
        pair.take(late)


def test_laptops_that_do_not_know_one_another_refuse(pair: Pair) -> None:
    draft = pair.drafted()
    request = pair.asked(draft)
    answer = pair.answered(request)
    pair.he.a.cards.forget(pair.lin.a.cards.own().device)
    with refused(NotAllowed, "not known here"):
        pair.he.a.approval_answering.read(request)
    device = pair.he.a.cards.own().device
    pair.lin.a.cards.forget(device)
    with refused(NotAllowed, "not known here"):
        pair.take(answer)
    with refused(NotAllowed, "not known here"):
        pair.lin.a.approval_asking.ask(pair.inspection, draft.id, device, pair.stick)


def test_another_known_laptop_cannot_answer_for_the_one_that_was_asked(
    pair: Pair, tmp_path: Path, clock: FakeClock
) -> None:
    other = Laptop.make(tmp_path, clock, "宋闻笛", Role.LEAD, "c")
    pair.lin.know(other)
    request = pair.asked(pair.drafted())
    put = pair.he.a.approval_answering.read(request)
    given = pair.he.a.approval_answering.answer(put, Decision.APPROVED, "", WORDS)
    key = other.a.workspace.credentials.device_key()
    path = pair.stick / "other.approval"
    path.write_bytes(
        approvals.write_answer(given.answer, pair.lin.a.cards.own(), key.public_key, key.sign_bytes)
    )
    with refused(NotAllowed, "何清越 was asked, and 宋闻笛's laptop answers"):
        pair.take(path)


def _kind(body: dict[str, object]) -> dict[str, object]:
    return {**body, "kind": approvals.REQUEST}


def _newer(body: dict[str, object]) -> dict[str, object]:
    return {**body, "format": wire.FORMAT + 1}


def _inside(body: dict[str, object]) -> dict[str, object]:
    return {**body, "inside": base64.b64encode(b"age-encryption.org/v1\nnonsense").decode()}


@pytest.mark.parametrize("change", [_kind, _newer, _inside])
def test_hostile_outsides_are_refused_even_when_they_are_signed(
    pair: Pair, change: Callable[[dict[str, object]], dict[str, object]]
) -> None:
    answer = pair.answered(pair.asked(pair.drafted()))
    body = wire.load(answer.read_bytes())
    del body["signature"]
    key = pair.he.a.workspace.credentials.device_key()
    changed = change(body)
    answer.write_bytes(wire.dump({**changed, "signature": key.sign_bytes(wire.signed_bytes(changed))}))
    with refused(UnusableInput, "not an approval file|newer version"):
        pair.take(answer)


@pytest.mark.parametrize("which", ["request", "answer"])
def test_no_changed_byte_is_believed(pair: Pair, which: str) -> None:
    request = pair.asked(pair.drafted())
    path = pair.answered(request) if which == "answer" else request
    read = pair.take if which == "answer" else pair.he.a.approval_answering.read
    data = path.read_bytes()
    for place in range(0, len(data), max(1, len(data) // 60)):
        flipped = bytearray(data)
        flipped[place] ^= 1
        path.write_bytes(bytes(flipped))
        with pytest.raises(Problem):
            read(path)
    for cut in (0, 1, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:cut])
        with pytest.raises(Problem):
            read(path)
    path.write_bytes(data + b"\n")
    with pytest.raises(Problem):
        read(path)


def test_files_that_are_too_large_or_gone_are_a_sentence(pair: Pair) -> None:
    path = pair.stick / "large.approval"
    with path.open("wb") as file:
        file.truncate(approvals.MOST_BYTES + 1)
    with pytest.raises(Problem):
        pair.take(path)
    with pytest.raises(Problem):
        pair.take(pair.stick / "nowhere.approval")


def test_a_document_that_needs_no_approval_is_not_asked_for(pair: Pair) -> None:
    draft = pair.lin.a.papers.draft(pair.inspection, DocumentType.EVIDENCE_LIST)
    with refused(NotAllowed, "needs no approval"):
        pair.asked(draft)
    assert pair.lin.a.approval_asking.view(pair.inspection, draft.id).receivers == ()


def test_a_draft_with_open_points_is_not_asked_for(pair: Pair) -> None:
    draft = pair.lin.a.notices.draft(pair.inspection)
    with refused(NotAllowed, "cannot be approved yet"):
        pair.asked(draft)
