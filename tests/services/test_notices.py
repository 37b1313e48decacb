"""A notice from draft to issue, and back."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.documents.verifying import verify
from inspector_app.domain.document import DocumentState, NumberState
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput, WrongPassphrase
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.finding import FindingState
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.journal import Head
from inspector_app.services.intake import Source
from tests.fakes import FakeClock
from tests.services.bureau import CONTACT, TYPE, WORDS, Bureau, a_picture


def test_a_complete_inspection_leaves_only_the_contact_open(bureau: Bureau) -> None:
    document = bureau.notices.draft(bureau.inspection)
    (blocker,) = bureau.notices.blockers(bureau.inspection, document.id)
    assert "contact" in str(blocker.words)
    assert blocker.place == f"documents/{document.id}"


def test_an_unfinished_draft_is_taken_up_again_instead_of_a_second(bureau: Bureau) -> None:
    assert bureau.notices.draft(bureau.inspection).id == bureau.notices.draft(bureau.inspection).id


def test_a_notice_with_open_points_is_not_approved(bureau: Bureau) -> None:
    document = bureau.notices.draft(bureau.inspection)
    with pytest.raises(NotAllowed, match="one point is open"):
        bureau.notices.approve(bureau.inspection, document.id, bureau.he.id, WORDS)


def test_a_code_that_cannot_be_right_is_told_and_stops_nothing(bureau: Bureau) -> None:
    store = bureau.desk.inspection(bureau.inspection)
    inspection = store.get(Inspection, bureau.inspection)
    assert inspection is not None
    wrong = replace(inspection.institution, code="H5309990012")
    with store.intention("institution revised", bureau.desk.author) as unit:
        unit.put(replace(inspection, institution=wrong))
    document = bureau.drafted()
    assert bureau.notices.blockers(bureau.inspection, document.id) == ()
    (doubt,) = bureau.notices.open_points(bureau.inspection)
    assert (doubt.place, "code" in str(doubt.words)) == ("institution", True)


def test_a_character_without_a_font_blocks_by_name(bureau: Bureau) -> None:
    bureau.record(120, department="医务科\U0001f3e5")
    document = bureau.drafted()
    (blocker,) = bureau.notices.blockers(bureau.inspection, document.id)
    assert "U+1F3E5" in str(blocker.words)


def test_an_unverified_clause_blocks_until_the_lead_confirmed_it(bureau: Bureau) -> None:
    finding = bureau.record(120)
    bureau.findings.record(bureau.inspection, replace(finding, clauses=("rules-2026-absent-stay",)))
    document = bureau.drafted()
    (blocker,) = bureau.notices.blockers(bureau.inspection, document.id)
    assert blocker.place == f"findings/{finding.id}"
    bureau.workspace.unlock(bureau.he.id, WORDS)
    bureau.findings.confirm_clause(bureau.inspection, finding.id, "rules-2026-absent-stay")
    assert bureau.notices.blockers(bureau.inspection, document.id) == ()


def test_nobody_approves_what_they_wrote(bureau: Bureau) -> None:
    document = bureau.drafted()
    with pytest.raises(NotAllowed, match="Nobody approves"):
        bureau.notices.approve(bureau.inspection, document.id, bureau.lin.id, WORDS)


def test_whoever_edited_the_draft_wrote_it_too(bureau: Bureau) -> None:
    document = bureau.drafted()
    bureau.workspace.unlock(bureau.he.id, WORDS)
    bureau.notices.edit(bureau.inspection, document.id, fields={"remedies": "可以提出异议。"})
    with pytest.raises(NotAllowed, match="Nobody approves"):
        bureau.notices.approve(bureau.inspection, document.id, bureau.he.id, WORDS)
    assert [one.person.id for one in bureau.notices.view(bureau.inspection, document.id).approvers] == [
        bureau.zhou.id
    ]


def test_an_approval_needs_the_second_persons_own_passphrase(bureau: Bureau) -> None:
    document = bureau.drafted()
    with pytest.raises(WrongPassphrase):
        bureau.notices.approve(bureau.inspection, document.id, bureau.he.id, "another passphrase")
    assert bureau.notices.documents(bureau.inspection)[0].state is DocumentState.DRAFT


def test_an_edit_ends_the_approval(bureau: Bureau) -> None:
    document = bureau.approved()
    edited = bureau.notices.edit(bureau.inspection, document.id, fields={"more_requirements": "退还押金。"})
    assert edited.state is DocumentState.DRAFT
    assert edited.approved_by is None


def test_a_finding_changed_after_the_approval_needs_a_new_one(bureau: Bureau) -> None:
    document = bureau.approved()
    assert not bureau.notices.view(bureau.inspection, document.id).approval_is_stale
    bureau.record(120)
    assert bureau.notices.view(bureau.inspection, document.id).approval_is_stale
    with pytest.raises(NotAllowed, match="approved again"):
        bureau.notices.signing.lay_out(bureau.inspection, document.id)


def test_the_approval_holds_over_midnight(bureau: Bureau, clock: FakeClock) -> None:
    document = bureau.approved()
    clock.advance(12 * 3600)
    assert bureau.notices.signing.lay_out(bureau.inspection, document.id).deadline == document.deadline


def test_three_signatures_make_an_issued_notice_that_verifies(bureau: Bureau) -> None:
    bureau.numbers.assign(TYPE, body="青医保", year=2026, first=5, last=6)
    document = bureau.issued()
    assert document.state is DocumentState.ISSUED
    assert document.number == "青医保责改〔2026〕5号"
    report = verify(bureau.notices.pdf(bureau.inspection, document.id))
    assert report.intact
    assert [signature.signer for signature in report.signatures] == ["林知远", "周叙白", "青禾县医疗保障局"]
    assert report.empty_places == 0


def test_each_revision_begins_with_the_bytes_of_the_one_before(bureau: Bureau) -> None:
    document = bureau.issued()
    kept = bureau.notices.revisions(bureau.inspection, document.id)
    assert len(kept) == 4
    for before, after in itertools.pairwise(kept):
        assert after.startswith(before)


def test_the_signed_head_of_the_journal_is_kept_and_printed(bureau: Bureau) -> None:
    document = bureau.issued()
    heads = bureau.desk.inspection(bureau.inspection).all(Head)
    assert len(heads) == 3  # of the record, of the layout and of the issue
    assert all(head.signature for head in heads)
    assert len(document.head_code) == 14


def test_the_bureau_does_not_sign_before_the_inspectors(bureau: Bureau) -> None:
    document = bureau.approved()
    bureau.notices.signing.sign(bureau.inspection, document.id, bureau.lin.id, WORDS)
    with pytest.raises(NotAllowed, match="周叙白"):
        bureau.notices.signing.issue(bureau.inspection, document.id)


def test_nobody_signs_twice_or_for_another(bureau: Bureau) -> None:
    document = bureau.approved()
    bureau.notices.signing.sign(bureau.inspection, document.id, bureau.lin.id, WORDS)
    with pytest.raises(NotAllowed, match="signed this notice already"):
        bureau.notices.signing.sign(bureau.inspection, document.id, bureau.lin.id, WORDS)
    with pytest.raises(NotAllowed, match="named in this notice"):
        bureau.notices.signing.sign(bureau.inspection, document.id, bureau.he.id, WORDS)


def test_without_a_block_the_draft_number_is_printed_and_nothing_is_burned(bureau: Bureau) -> None:
    document = bureau.issued()
    assert document.number == ""
    assert document.draft_number.startswith("草稿号")
    assert bureau.numbers.register() == []


def test_findings_of_an_issued_notice_are_notified_and_a_withdrawal_frees_them(bureau: Bureau) -> None:
    document = bureau.issued()
    (finding,) = bureau.findings.findings(bureau.inspection)
    assert finding.state is FindingState.NOTIFIED
    bureau.notices.delivery.withdraw(bureau.inspection, document.id, "金额有误")
    (finding,) = bureau.findings.findings(bureau.inspection)
    assert finding.state is FindingState.CONFIRMED


def test_an_issued_notice_is_never_edited(bureau: Bureau) -> None:
    document = bureau.issued()
    with pytest.raises(NotAllowed, match="never edited"):
        bureau.notices.edit(bureau.inspection, document.id, fields=CONTACT)


def test_a_correction_names_the_notice_it_replaces_and_both_stay(bureau: Bureau) -> None:
    bureau.numbers.assign(TYPE, body="青医保", year=2026, first=5, last=6)
    first = bureau.issued()
    second = bureau.notices.delivery.correct(bureau.inspection, first.id, "金额有误")
    assert second.corrects == first.id
    assert second.fields == first.fields
    assert [one.state for one in bureau.notices.documents(bureau.inspection)] == [
        DocumentState.WITHDRAWN,
        DocumentState.DRAFT,
    ]
    bureau.notices.approve(bureau.inspection, second.id, bureau.he.id, WORDS)
    again = bureau.notices.signing.lay_out(bureau.inspection, second.id)
    assert again.number == "青医保责改〔2026〕6号"


def test_a_second_notice_needs_a_finding_that_stands_in_none(bureau: Bureau) -> None:
    bureau.issued()
    second = bureau.drafted()
    (blocker,) = bureau.notices.blockers(bureau.inspection, second.id)
    assert blocker.place == "findings"
    bureau.record(120)
    assert bureau.notices.blockers(bureau.inspection, second.id) == ()


def test_a_withdrawal_before_issue_makes_the_number_void_for_good(bureau: Bureau) -> None:
    bureau.numbers.assign(TYPE, body="青医保", year=2026, first=5, last=5)
    document = bureau.approved()
    bureau.notices.signing.lay_out(bureau.inspection, document.id)
    bureau.notices.delivery.withdraw(bureau.inspection, document.id, "当事人名称有误")
    (entry,) = bureau.numbers.register()
    assert entry.state is NumberState.VOID
    assert bureau.numbers.next_free(TYPE, 2026) is None


def test_a_withdrawal_needs_a_reason(bureau: Bureau) -> None:
    with pytest.raises(UnusableInput):
        bureau.notices.delivery.withdraw(bureau.inspection, bureau.drafted().id, " ")


def test_printed_copies_are_counted_and_the_scan_comes_back_bound_to_the_notice(bureau: Bureau) -> None:
    document = bureau.issued()
    bureau.notices.delivery.printed(bureau.inspection, document.id, 2)
    assert bureau.notices.delivery.printed(bureau.inspection, document.id).copies_printed == 3
    scan = Source(name="scan.jpg", way=IntakeWay.SCAN, data=a_picture(90))
    intake = bureau.notices.delivery.take_scan(bureau.inspection, document.id, scan)
    assert intake.evidence is not None
    assert bureau.notices.view(bureau.inspection, document.id).scans == (intake.evidence,)


def test_preview_and_export_are_the_signed_bytes_once_there_are_any(bureau: Bureau, tmp_path: Path) -> None:
    document = bureau.drafted()
    assert bureau.notices.drawing(bureau.inspection, document.id)()[0].startswith(b"%PDF-")
    with pytest.raises(NotAllowed):
        bureau.notices.pdf(bureau.inspection, document.id)
    issued = bureau.issued()
    pdf = bureau.notices.pdf(bureau.inspection, issued.id)
    assert bureau.notices.drawing(bureau.inspection, issued.id)()[0] == pdf
    path = bureau.notices.delivery.export(bureau.inspection, issued.id, tmp_path / "notice.pdf")
    assert path.read_bytes() == pdf
    latest = bureau.desk.inspection(bureau.inspection).journal.latest()
    assert latest is not None
    assert latest.what == "notice exported unencrypted"


def test_an_export_that_cannot_be_written_says_so_and_harms_nothing(bureau: Bureau, tmp_path: Path) -> None:
    document = bureau.issued()
    with pytest.raises(EnvironmentProblem, match="untouched"):
        bureau.notices.delivery.export(
            bureau.inspection, document.id, tmp_path / "no-such-folder" / "notice.pdf"
        )
