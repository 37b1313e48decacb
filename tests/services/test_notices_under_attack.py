"""A notice holds what was approved and signed, whatever is changed around it or breaks off between."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from inspector_app.documents.notice import inspector_field
from inspector_app.documents.signing import fields_of
from inspector_app.domain.document import Document, DocumentState, NumberState
from inspector_app.domain.errors import NotAllowed, WrongPassphrase
from inspector_app.domain.finding import Amounts, Finding, FindingState
from inspector_app.domain.inspection import Inspection
from inspector_app.services.numbers import NumberService
from inspector_app.services.revisions import Revisions
from tests.fakes import FakeClock
from tests.services.bureau import CONTACT, TYPE, WORDS, Bureau
from tests.services.test_findings import suspicion

A_DAY = 86400


class PowerCut(Exception):
    """Stands for the laptop going dark at this point."""


def power_cut(*_: object, **__: object) -> None:
    raise PowerCut


def laid_out(bureau: Bureau) -> Document:
    return bureau.notices.signing.lay_out(bureau.inspection, bureau.approved().id)


def signed_by_both(bureau: Bureau) -> Document:
    document = bureau.approved()
    for person in (bureau.lin, bureau.zhou):
        bureau.notices.signing.sign(bureau.inspection, document.id, person.id, WORDS)
    return document


def put(bureau: Bureau, value: object) -> None:
    """Change a value past the services, as lines of another laptop would."""
    with bureau.desk.inspection(bureau.inspection).intention("from elsewhere", bureau.desk.author) as unit:
        unit.put(value)


def the_finding(bureau: Bureau) -> Finding:
    return bureau.findings.findings(bureau.inspection)[0]


# Numbers


def test_a_wrong_passphrase_burns_no_number(bureau: Bureau) -> None:
    bureau.numbers.assign(TYPE, body="青医保", year=2026, first=1, last=9)
    document = bureau.approved()
    with pytest.raises(WrongPassphrase):
        bureau.notices.signing.sign(bureau.inspection, document.id, bureau.lin.id, "nonsense words here")
    assert bureau.numbers.register() == []
    assert not bureau.notices.view(bureau.inspection, document.id).is_laid_out


def test_a_person_who_does_not_sign_burns_no_number(bureau: Bureau) -> None:
    bureau.numbers.assign(TYPE, body="青医保", year=2026, first=1, last=9)
    document = bureau.approved()
    with pytest.raises(NotAllowed, match="named in this notice"):
        bureau.notices.signing.sign(bureau.inspection, document.id, bureau.he.id, WORDS)
    assert bureau.numbers.register() == []


def test_the_number_of_a_living_notice_is_not_declared_void(bureau: Bureau) -> None:
    bureau.numbers.assign(TYPE, body="青医保", year=2026, first=1, last=9)
    signed_by_both(bureau)
    (entry,) = bureau.numbers.register()
    with pytest.raises(NotAllowed, match="stands in a notice"):
        bureau.numbers.void(entry.id, "打印错误")
    issued = bureau.notices.signing.issue(bureau.inspection, bureau.notices.draft(bureau.inspection).id)
    with pytest.raises(NotAllowed, match="stands in a notice"):
        bureau.numbers.void(entry.id, "打印错误")
    bureau.notices.delivery.withdraw(bureau.inspection, issued.id, "金额有误")
    with pytest.raises(NotAllowed, match="stands in a notice"):
        bureau.numbers.void(entry.id, "打印错误")


def test_after_a_power_cut_the_page_shows_the_number_that_is_burned_already(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.numbers.assign(TYPE, body="青医保", year=2026, first=1, last=9)
    document = bureau.approved()
    with monkeypatch.context() as patch:
        patch.setattr(Revisions, "append", power_cut)
        with pytest.raises(PowerCut):
            bureau.notices.signing.lay_out(bureau.inspection, document.id)
    shown = bureau.notices.view(bureau.inspection, document.id).next_number
    assert shown == "青医保责改〔2026〕1号"
    assert bureau.notices.signing.lay_out(bureau.inspection, document.id).number == shown


def test_a_power_cut_after_a_withdrawal_leaves_no_number_in_use(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.numbers.assign(TYPE, body="青医保", year=2026, first=1, last=9)
    document = laid_out(bureau)
    with monkeypatch.context() as patch:
        patch.setattr(NumberService, "void", power_cut)
        with pytest.raises(PowerCut):
            bureau.notices.delivery.withdraw(bureau.inspection, document.id, "金额有误")
    assert bureau.numbers.register()[0].state is NumberState.USED
    bureau.notices.documents(bureau.inspection)
    (entry,) = bureau.numbers.register()
    assert (entry.state, entry.reason) == (NumberState.VOID, "金额有误")


def test_a_correction_is_one_step_in_the_history(bureau: Bureau) -> None:
    issued = bureau.issued()
    store = bureau.desk.inspection(bureau.inspection)
    before = store.journal.last(bureau.desk.device)
    new = bureau.notices.delivery.correct(bureau.inspection, issued.id, "金额有误")
    after = store.journal.last(bureau.desk.device)
    assert before is not None
    assert after is not None
    assert after.sequence == before.sequence + 1
    assert new.corrects == issued.id
    with pytest.raises(NotAllowed, match="Nobody approves"):
        bureau.notices.approve(bureau.inspection, new.id, bureau.lin.id, WORDS)


# Findings


def test_a_finding_of_an_issued_notice_is_neither_rewritten_nor_revived(bureau: Bureau) -> None:
    bureau.issued()
    finding = the_finding(bureau)
    bureau.workspace.unlock(bureau.he.id, WORDS)
    for change in (
        lambda: bureau.findings.record(bureau.inspection, replace(finding, description="另写")),
        lambda: bureau.findings.record(bureau.inspection, replace(finding, state=FindingState.TO_CONFIRM)),
        lambda: bureau.findings.restore(bureau.inspection, finding.id),
        lambda: bureau.findings.confirm_clause(bureau.inspection, finding.id, "regulation-15"),
        lambda: bureau.findings.withdraw(bureau.inspection, finding.id),
    ):
        with pytest.raises(NotAllowed, match="issued notice"):
            change()
    assert the_finding(bureau) == finding


def test_a_finding_of_a_notice_laid_out_for_signing_is_not_changed(bureau: Bureau) -> None:
    document = laid_out(bureau)
    finding = the_finding(bureau)
    for change in (
        lambda: bureau.findings.record(bureau.inspection, replace(finding, amounts=Amounts())),
        lambda: bureau.findings.restore(bureau.inspection, finding.id),
        lambda: bureau.findings.withdraw(bureau.inspection, finding.id),
    ):
        with pytest.raises(NotAllowed, match="laid out for signing"):
            change()
    bureau.notices.delivery.withdraw(bureau.inspection, document.id, "金额有误")
    changed = bureau.findings.record(bureau.inspection, replace(finding, description="另写"))
    assert the_finding(bureau) == changed


def test_undo_after_a_withdrawn_notice_does_not_bring_the_notified_state_back(bureau: Bureau) -> None:
    document = bureau.issued()
    bureau.notices.delivery.withdraw(bureau.inspection, document.id, "金额有误")
    restored = bureau.findings.restore(bureau.inspection, the_finding(bureau).id)
    assert restored.state is FindingState.CONFIRMED


def test_a_finding_that_differs_from_what_was_signed_stops_the_issue(bureau: Bureau) -> None:
    document = signed_by_both(bureau)
    finding = the_finding(bureau)
    put(bureau, replace(finding, amounts=Amounts(total=Decimal(1), fund=Decimal(1))))
    with pytest.raises(NotAllowed, match="no longer true"):
        bureau.notices.signing.issue(bureau.inspection, document.id)
    put(bureau, replace(finding, state=FindingState.WITHDRAWN))
    with pytest.raises(NotAllowed, match="no longer true"):
        bureau.notices.signing.issue(bureau.inspection, document.id)
    put(bureau, finding)
    assert bureau.notices.signing.issue(bureau.inspection, document.id).state is DocumentState.ISSUED


def test_an_approved_notice_is_taken_up_again_instead_of_a_second(bureau: Bureau) -> None:
    approved = bureau.approved()
    assert bureau.notices.draft(bureau.inspection).id == approved.id
    signed_by_both(bureau)
    assert bureau.notices.draft(bureau.inspection).id == approved.id


def test_no_finding_stands_in_two_living_notices(bureau: Bureau) -> None:
    first = bureau.issued()
    bureau.record(120)
    second = bureau.approved()
    third = bureau.notices.delivery.correct(bureau.inspection, first.id, "金额有误")
    for document in (second, third):
        bureau.notices.approve(bureau.inspection, document.id, bureau.he.id, WORDS)
    held = bureau.notices.signing.lay_out(bureau.inspection, second.id)
    assert len(held.findings) == 2
    (blocker,) = bureau.notices.blockers(bureau.inspection, third.id)
    assert "another notice" in str(blocker.words)
    with pytest.raises(NotAllowed, match="approved again"):
        bureau.notices.signing.lay_out(bureau.inspection, third.id)


def test_whoever_recorded_a_finding_does_not_approve_its_notice(bureau: Bureau) -> None:
    bureau.workspace.unlock(bureau.he.id, WORDS)
    bureau.record(33)
    bureau.workspace.unlock(bureau.lin.id, WORDS)
    document = bureau.drafted()
    with pytest.raises(NotAllowed, match="Nobody approves"):
        bureau.notices.approve(bureau.inspection, document.id, bureau.he.id, WORDS)


def test_a_lead_who_only_confirmed_clauses_may_approve(bureau: Bureau) -> None:
    bureau.workspace.unlock(bureau.he.id, WORDS)
    bureau.findings.confirm_clause(bureau.inspection, the_finding(bureau).id, "regulation-15")
    bureau.workspace.unlock(bureau.lin.id, WORDS)
    assert bureau.approved().approved_by == bureau.he.id


# The team


def test_the_team_stays_while_a_notice_waits_for_its_signatures(bureau: Bureau) -> None:
    document = laid_out(bureau)
    inspection = bureau.inspections.inspection(bureau.inspection)
    for team in (inspection.team[:1], tuple(reversed(inspection.team))):
        with pytest.raises(NotAllowed, match="team"):
            bureau.inspections.revise(replace(inspection, team=team))
    bureau.inspections.revise(replace(inspection, purpose="复查"))
    bureau.notices.delivery.withdraw(bureau.inspection, document.id, "换人")
    bureau.inspections.revise(replace(inspection, team=inspection.team[:1]))


def test_a_notice_waits_for_everybody_it_was_laid_out_for(bureau: Bureau) -> None:
    document = laid_out(bureau)
    bureau.notices.signing.sign(bureau.inspection, document.id, bureau.lin.id, WORDS)
    inspection = bureau.inspections.inspection(bureau.inspection)
    put(bureau, replace(inspection, team=inspection.team[:1]))
    with pytest.raises(NotAllowed, match="周叙白"):
        bureau.notices.signing.issue(bureau.inspection, document.id)
    bureau.notices.signing.sign(bureau.inspection, document.id, bureau.zhou.id, WORDS)
    with pytest.raises(NotAllowed, match="no longer true"):
        bureau.notices.signing.issue(bureau.inspection, document.id)


def test_each_signature_lands_in_its_own_place_whatever_the_order_of_the_team(bureau: Bureau) -> None:
    document = laid_out(bureau)
    known = bureau.desk.inspection(bureau.inspection).get(Inspection, bureau.inspection)
    assert known is not None
    put(bureau, replace(known, team=tuple(reversed(known.team))))
    bureau.notices.signing.sign(bureau.inspection, document.id, bureau.lin.id, WORDS)
    filled = fields_of(bureau.notices.pdf(bureau.inspection, document.id))
    assert {field for field, signed in filled.items() if signed} == {inspector_field(1)}
    (place, *_) = bureau.notices.view(bureau.inspection, document.id).signing
    assert (place.person, place.is_signed) == (bureau.lin, True)


def test_an_empty_place_stops_the_issue_even_if_the_record_says_that_all_signed(bureau: Bureau) -> None:
    document = laid_out(bureau)
    bureau.notices.signing.sign(bureau.inspection, document.id, bureau.lin.id, WORDS)
    kept = bureau.notices.documents(bureau.inspection)[-1]
    put(bureau, replace(kept, signers=kept.signers[:1]))
    with pytest.raises(NotAllowed, match="empty"):
        bureau.notices.signing.issue(bureau.inspection, document.id)


# Deadlines


def test_a_notice_is_not_laid_out_after_its_deadline(bureau: Bureau, clock: FakeClock) -> None:
    document = bureau.approved()
    clock.advance(60 * A_DAY)
    assert bureau.notices.view(bureau.inspection, document.id).approval_is_stale
    with pytest.raises(NotAllowed, match="deadline"):
        bureau.notices.signing.lay_out(bureau.inspection, document.id)


def test_a_notice_is_not_issued_after_its_deadline(bureau: Bureau, clock: FakeClock) -> None:
    document = signed_by_both(bureau)
    clock.advance(60 * A_DAY)
    with pytest.raises(NotAllowed, match="deadline"):
        bureau.notices.signing.issue(bureau.inspection, document.id)


def test_open_points_that_came_after_the_approval_stop_the_layout(bureau: Bureau) -> None:
    document = bureau.approved()
    bureau.findings.raise_suspicions(bureau.inspection, [suspicion()])
    assert not bureau.notices.view(bureau.inspection, document.id).approval_is_stale
    with pytest.raises(NotAllowed, match="neither confirmed nor dismissed"):
        bureau.notices.signing.lay_out(bureau.inspection, document.id)
    assert not bureau.notices.view(bureau.inspection, document.id).is_laid_out


def test_a_new_approval_reckons_the_deadline_anew(bureau: Bureau, clock: FakeClock) -> None:
    first = bureau.approved()
    bureau.findings.record(bureau.inspection, replace(the_finding(bureau), description="另写"))
    clock.advance(10 * A_DAY)
    again = bureau.notices.approve(bureau.inspection, first.id, bureau.he.id, WORDS)
    assert first.deadline is not None
    assert again.deadline is not None
    assert again.deadline > first.deadline


def test_a_typed_deadline_stays_until_it_is_taken_away(bureau: Bureau) -> None:
    document = bureau.drafted()
    typed = date(2026, 12, 30)
    bureau.notices.edit(bureau.inspection, document.id, deadline=typed)
    edited = bureau.notices.edit(bureau.inspection, document.id, fields={**CONTACT, "copies": "3"})
    assert edited.typed_deadline == typed
    approved = bureau.notices.approve(bureau.inspection, document.id, bureau.he.id, WORDS)
    assert approved.deadline == typed
    bureau.notices.edit(bureau.inspection, document.id, deadline=None)
    approved = bureau.notices.approve(bureau.inspection, document.id, bureau.he.id, WORDS)
    assert approved.deadline != typed
