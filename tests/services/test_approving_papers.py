"""Letters and lists are approved as notices are: the pack's level, a second person, by call or by file."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.people import Role
from inspector_app.services.approval_subjects import Approvables
from tests.fakes import FakeClock
from tests.services.bureau import FIRST_WORDS, WORDS, Bureau, choose_own_passphrase

LEVELLED = (DocumentType.PROPOSAL, DocumentType.TALK_NOTICE, DocumentType.PROPOSAL_LETTER)


def a_letter(bureau: Bureau, kind: DocumentType = DocumentType.PROPOSAL) -> Document:
    papers = bureau.made.papers
    draft = papers.draft(bureau.inspection, kind)
    names = [one.name for one in papers.view(bureau.inspection, draft.id).fields]
    return papers.edit(bureau.inspection, draft.id, dict.fromkeys(names, "县卫生健康局"))


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "")


@pytest.mark.parametrize("kind", LEVELLED)
def test_the_packs_level_decides_who_approves_a_letter(bureau: Bureau, kind: DocumentType) -> None:
    draft, papers = a_letter(bureau, kind), bureau.made.papers
    choose_own_passphrase_of_zhou(bureau)
    view = papers.view(bureau.inspection, draft.id)
    assert [one.person.id for one in view.approvers] == [bureau.he.id], (
        "section level: a director may, an inspector not"
    )
    with pytest.raises(NotAllowed, match="Ask somebody of the office"):
        papers.approve(bureau.inspection, draft.id, bureau.zhou.id, "the second one's own")
    with pytest.raises(NotAllowed, match="Nobody approves what they wrote"):
        papers.approve(bureau.inspection, draft.id, bureau.lin.id, WORDS)
    approved = papers.approve(bureau.inspection, draft.id, bureau.he.id, WORDS)
    assert approved.approver is not None, "how the approver stood is kept"


def choose_own_passphrase_of_zhou(bureau: Bureau) -> None:
    workspace = bureau.workspace
    workspace.unlock(bureau.zhou.id, WORDS)
    workspace.change_passphrase(bureau.zhou.id, WORDS, "the second one's own")
    workspace.unlock(bureau.lin.id, WORDS)


def test_who_approved_and_how_stands_on_the_issued_letter(bureau: Bureau) -> None:
    draft, papers = a_letter(bureau), bureau.made.papers
    papers.approve(bureau.inspection, draft.id, bureau.he.id, WORDS)
    papers.issue(bureau.inspection, draft.id)
    text = text_of(papers.pdf(bureau.inspection, draft.id))
    assert "批准：何清越" in text
    assert "口令由林知远于" in text


def test_a_letter_is_approved_by_telephone_and_waits_for_confirmation(bureau: Bureau) -> None:
    draft, papers = a_letter(bureau), bureau.made.papers
    people = papers.view(bureau.inspection, draft.id).telephone.people
    assert [one.id for one in people] == [bureau.he.id]
    with pytest.raises(NotAllowed, match="Call somebody who did not write it"):
        papers.telephone.approve(
            bureau.inspection,
            draft.id,
            bureau.zhou.id,
            number="0000-0000001",
            called_at=bureau.desk.clock.now(),
        )
    approved = papers.telephone.approve(
        bureau.inspection, draft.id, bureau.he.id, number="0000-0000001", called_at=bureau.desk.clock.now()
    )
    assert approved.state is DocumentState.APPROVED
    papers.issue(bureau.inspection, draft.id)
    assert "电话批准，由林知远记录" in text_of(papers.pdf(bureau.inspection, draft.id))
    (waiting,) = bureau.notices.open_points(bureau.inspection)[:1]
    assert waiting.place == f"documents/{draft.id}"
    papers.telephone.confirm(bureau.inspection, draft.id, WORDS)
    assert papers.telephone.waiting(bureau.inspection) == ()


def test_a_call_before_the_last_word_was_not_about_this_letter(bureau: Bureau, clock: FakeClock) -> None:
    draft, papers = a_letter(bureau), bureau.made.papers
    before = clock.now()
    clock.advance(120)
    name = papers.view(bureau.inspection, draft.id).fields[0].name
    papers.edit(bureau.inspection, draft.id, {name: "市卫生健康委员会"})
    with pytest.raises(UnusableInput, match="changed after this call"):
        papers.telephone.approve(
            bureau.inspection,
            draft.id,
            bureau.he.id,
            number="0000-0000001",
            called_at=before - timedelta(minutes=1),
        )


def test_an_approver_whose_passphrase_a_writer_knows_changes_it_first(bureau: Bureau) -> None:
    draft, papers = a_letter(bureau), bureau.made.papers
    song = bureau.workspace.add_person(
        "宋闻笛", role=Role.DIRECTOR, passphrase=FIRST_WORDS, lead_passphrase=WORDS
    )
    (first, second) = papers.view(bureau.inspection, draft.id).approvers
    assert (first.person.id, second.person.id, second.must_change) == (bureau.he.id, song.id, True)
    with pytest.raises(NotAllowed, match="set by somebody who wrote this document"):
        papers.approve(bureau.inspection, draft.id, song.id, FIRST_WORDS)
    choose_own_passphrase(bureau.workspace, song, bureau.lin)
    assert papers.approve(bureau.inspection, draft.id, song.id, WORDS).state is DocumentState.APPROVED


def test_a_list_that_needs_no_approval_offers_nobody(bureau: Bureau) -> None:
    papers = bureau.made.papers
    draft = papers.draft(bureau.inspection, DocumentType.EVIDENCE_LIST)
    view = papers.view(bureau.inspection, draft.id)
    assert (view.approvers, view.telephone.people) == ((), ())
    with pytest.raises(NotAllowed, match="needs no approval"):
        papers.approve(bureau.inspection, draft.id, bureau.he.id, WORDS)


def test_one_way_leads_to_both_kinds(bureau: Bureau) -> None:
    ways = Approvables(bureau.desk, bureau.notices.subjects, bureau.made.papers)
    notice, letter = bureau.drafted(), a_letter(bureau)
    assert ways.subject(bureau.inspection, notice.id).findings == 1
    assert ways.subject(bureau.inspection, letter.id).rules.type is DocumentType.PROPOSAL
    assert ways.writers(bureau.inspection, letter.id) == {bureau.lin.id}
