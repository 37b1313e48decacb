"""An approval by telephone is recorded, printed as such, and stays open until it is confirmed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from inspector_app.domain.calendar import official_day
from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import NotAllowed, Problem, UnusableInput, WrongPassphrase
from inspector_app.domain.evidence import IntakeWay
from inspector_app.services.intake import Source
from tests.fakes import FakeClock
from tests.services.bureau import CONTACT, WORDS, Bureau, a_picture

NUMBER = "0000-0000 0001"


def call(bureau: Bureau, **changes: object) -> Document:
    document = bureau.drafted()
    said = {"number": NUMBER, "called_at": bureau.desk.clock.now(), **changes}
    return bureau.notices.telephone.approve(
        bureau.inspection,
        document.id,
        bureau.he.id,
        **said,  # type: ignore[arg-type]
    )


def waiting(bureau: Bureau) -> list[str]:
    return [str(one.words) for one in bureau.notices.telephone.waiting(bureau.inspection)]


def test_a_call_approves_and_keeps_who_when_number_recorder_and_term(bureau: Bureau) -> None:
    approved = call(bureau)
    kept = approved.telephone
    assert kept is not None
    assert approved.state is DocumentState.APPROVED
    assert approved.approved_by == bureau.he.id
    assert approved.approved_at == kept.called_at
    assert (kept.number, kept.recorded_by) == (NUMBER, bureau.lin.id)
    calendar = bureau.packs.holidays()
    today = official_day(bureau.desk.clock.now())
    assert kept.confirm_by == calendar.after_working_days(today, 3), "three working days by the pack"


def test_the_call_stands_on_the_paper_and_the_number_called_does_not(bureau: Bureau) -> None:
    approved = call(bureau)
    for person in (bureau.lin, bureau.zhou):
        bureau.notices.signing.sign(bureau.inspection, approved.id, person.id, WORDS)
    bureau.notices.signing.issue(bureau.inspection, approved.id)
    pdf = bureau.notices.pdf(bureau.inspection, approved.id)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "")
    assert "电话批准，由林知远记录，须于" in text
    assert "0000-0000 0001" not in text


def test_a_call_stays_on_the_list_until_the_approver_confirms_even_after_issue(bureau: Bureau) -> None:
    approved = call(bureau)
    for person in (bureau.lin, bureau.zhou):
        bureau.notices.signing.sign(bureau.inspection, approved.id, person.id, WORDS)
    bureau.notices.signing.issue(bureau.inspection, approved.id)
    before = bureau.notices.pdf(bureau.inspection, approved.id)
    (told,) = waiting(bureau)
    assert "何清越 approved" in told
    assert bureau.notices.open_points(bureau.inspection)[0].place == f"documents/{approved.id}"
    with pytest.raises(WrongPassphrase):
        bureau.notices.telephone.confirm(bureau.inspection, approved.id, "nonsense words here")
    assert waiting(bureau) == [told]
    confirmed = bureau.notices.telephone.confirm(bureau.inspection, approved.id, WORDS)
    assert confirmed.telephone is not None
    assert confirmed.telephone.confirmed_at == bureau.desk.clock.now()
    assert confirmed.state is DocumentState.ISSUED
    assert waiting(bureau) == []
    assert bureau.notices.pdf(bureau.inspection, approved.id) == before, "the paper is never touched"
    with pytest.raises(NotAllowed, match="waits for confirmation"):
        bureau.notices.telephone.confirm(bureau.inspection, approved.id, WORDS)


def test_a_scanned_confirmation_is_evidence_of_the_notice(bureau: Bureau) -> None:
    approved = call(bureau)
    source = Source(name="confirmation.jpg", way=IntakeWay.SCAN, data=a_picture(90))
    intake = bureau.notices.telephone.confirm_by_scan(bureau.inspection, approved.id, source)
    view = bureau.notices.view(bureau.inspection, approved.id)
    assert intake.evidence is not None
    assert view.telephone.given is not None
    assert view.telephone.given.scan == intake.evidence.id
    assert not view.telephone.waits
    assert intake.evidence.id in {piece.id for piece in view.scans}


def test_a_call_that_nobody_confirmed_in_time_is_overdue(bureau: Bureau, clock: FakeClock) -> None:
    approved = call(bureau)
    assert approved.telephone is not None
    days = (approved.telephone.confirm_by - official_day(clock.now())).days
    clock.advance(days * 86400)
    assert "waits for confirmation" in waiting(bureau)[0], "the last day is still in time"
    clock.advance(86400)
    assert "overdue" in waiting(bureau)[0]
    assert bureau.notices.view(bureau.inspection, approved.id).telephone.is_overdue


def test_an_edit_ends_the_approval_and_with_it_the_waiting(bureau: Bureau) -> None:
    approved = call(bureau)
    edited = bureau.notices.edit(bureau.inspection, approved.id, fields={**CONTACT, "copies": "3"})
    assert (edited.state, edited.telephone) == (DocumentState.DRAFT, None)
    assert waiting(bureau) == []


def _to_the_writer(bureau: Bureau, document: Document) -> None:
    bureau.notices.telephone.approve(
        bureau.inspection,
        document.id,
        bureau.lin.id,
        number=NUMBER,
        called_at=bureau.desk.clock.now(),
    )


def _without_number(bureau: Bureau, _document: Document) -> None:
    call(bureau, number="no")


def _in_the_future(bureau: Bureau, _document: Document) -> None:
    call(bureau, called_at=bureau.desk.clock.now() + timedelta(minutes=2))


def _before_the_text(bureau: Bureau, _document: Document) -> None:
    call(bureau, called_at=bureau.desk.clock.now() - timedelta(hours=2))


def _too_late(bureau: Bureau, _document: Document) -> None:
    call(bureau, confirm_by=date(2027, 1, 5))


def _over_already(bureau: Bureau, _document: Document) -> None:
    call(bureau, confirm_by=official_day(bureau.desk.clock.now()) - timedelta(days=1))


@pytest.mark.parametrize(
    ("refused", "kind", "words"),
    [
        (_to_the_writer, NotAllowed, "did not write it"),
        (_without_number, UnusableInput, "number that was called"),
        (_in_the_future, UnusableInput, "in the future"),
        (_before_the_text, UnusableInput, "not about this text"),
        (_too_late, UnusableInput, "between today and"),
        (_over_already, UnusableInput, "between today and"),
    ],
)
def test_what_cannot_be_a_call_about_this_notice_is_refused(
    bureau: Bureau,
    refused: Callable[[Bureau, Document], None],
    kind: type[Problem],
    words: str,
) -> None:
    document = bureau.drafted()
    with pytest.raises(kind, match=words):
        refused(bureau, document)
    assert bureau.notices.view(bureau.inspection, document.id).document.state is DocumentState.DRAFT


def test_one_who_has_no_passphrase_here_can_be_called_and_confirms_on_paper(bureau: Bureau) -> None:
    away = bureau.workspace.add_person("陆望舒")
    document = bureau.drafted()
    assert away in bureau.notices.view(bureau.inspection, document.id).telephone.people
    bureau.notices.telephone.approve(
        bureau.inspection, document.id, away.id, number=NUMBER, called_at=bureau.desk.clock.now()
    )
    view = bureau.notices.view(bureau.inspection, document.id).telephone
    assert (view.approver, view.can_unlock, view.waits) == (away, False, True)
