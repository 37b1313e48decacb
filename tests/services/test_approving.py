"""A second person is one: who let them in is asked, kept with the approval, printed and verified."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.documents.verifying import verify
from inspector_app.domain.access import PassphraseWay
from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DocumentId
from inspector_app.domain.inspection import Visit
from inspector_app.domain.people import Role
from inspector_app.services.standings import standing_sentences
from inspector_app.storage.kinds import from_plain, to_plain
from tests import builders
from tests.services.bureau import FIRST_WORDS, TYPE, WORDS, Bureau


def test_an_approver_whose_passphrase_the_author_set_changes_it_first(bureau: Bureau) -> None:
    document = bureau.drafted()
    with pytest.raises(NotAllowed, match="Ctrl\\+L"):
        bureau.notices.approve(bureau.inspection, document.id, bureau.zhou.id, WORDS)
    assert bureau.notices.view(bureau.inspection, document.id).document.state is DocumentState.DRAFT
    bureau.workspace.unlock(bureau.zhou.id, WORDS)
    bureau.workspace.change_passphrase(bureau.zhou.id, WORDS, "the second one's own")
    bureau.workspace.unlock(bureau.lin.id, WORDS)
    approved = bureau.notices.approve(bureau.inspection, document.id, bureau.zhou.id, "the second one's own")
    assert approved.state is DocumentState.APPROVED


def test_a_change_at_the_authors_desk_does_not_make_the_passphrase_their_own(bureau: Bureau) -> None:
    document = bureau.drafted()
    bureau.workspace.change_passphrase(bureau.zhou.id, WORDS, "chosen by the author")
    with pytest.raises(NotAllowed, match="changes it first"):
        bureau.notices.approve(bureau.inspection, document.id, bureau.zhou.id, "chosen by the author")


def test_a_change_to_the_same_words_is_none(bureau: Bureau) -> None:
    with pytest.raises(UnusableInput, match="present passphrase"):
        bureau.workspace.change_passphrase(bureau.lin.id, WORDS, WORDS)


def test_who_need_not_change_anything_is_offered_first(bureau: Bureau) -> None:
    offered = bureau.notices.view(bureau.inspection, bureau.drafted().id).approvers
    assert [(one.person.name, one.must_change) for one in offered] == [("何清越", False), ("周叙白", True)]
    assert [one.template for one in offered[1].said] == [
        "Passphrase set by {name} on {date}.",
        "Not changed by themselves since.",
    ]


def test_a_passphrase_given_anew_is_no_longer_the_persons_own_choice(bureau: Bureau) -> None:
    groups = bureau.workspace.make_recovery_key()
    bureau.workspace.revise_person(replace(bureau.he, role=Role.SUPERVISOR), lead_passphrase=WORDS)
    bureau.workspace.take_passphrase_away(bureau.he.id)
    bureau.workspace.give_passphrase(bureau.he.id, FIRST_WORDS, vouched="-".join(groups))
    standing = bureau.workspace.standing(bureau.he.id)
    assert standing.changed_at is None
    assert standing.given is not None
    assert standing.given.way is PassphraseWay.RECOVERY
    assert not standing.knows_passphrase(bureau.lin.id), "the holder of the key let them in"


def test_the_approval_keeps_how_the_approver_stood_then(bureau: Bureau) -> None:
    approved = bureau.approved()
    frozen = approved.approver
    assert frozen is not None
    assert frozen.entered_by == bureau.lin.id
    assert frozen.given is not None
    assert frozen.changed_at is not None
    bureau.workspace.unlock(bureau.he.id, WORDS)
    bureau.workspace.change_passphrase(bureau.he.id, WORDS, "once more another")
    bureau.workspace.unlock(bureau.lin.id, WORDS)
    view = bureau.notices.view(bureau.inspection, approved.id)
    assert view.document.approver == frozen
    assert view.approved_by is not None
    assert view.approved_by.person.id == bureau.he.id


def test_an_edit_takes_the_approvers_standing_back_too(bureau: Bureau) -> None:
    approved = bureau.approved()
    edited = bureau.notices.edit(bureau.inspection, approved.id, fields={"more_facts": "补充。"})
    assert edited.approver is None


def test_an_approval_of_an_older_version_is_still_read() -> None:
    plain = to_plain(_document())
    del plain["approver"]
    assert from_plain(Document, plain).approver is None


def _document() -> Document:
    return Document(id=DocumentId("d"), type=TYPE, created_at=builders.EVENING, written_by=builders.LIN)


def test_paper_and_verifier_say_that_the_author_made_the_approver(bureau: Bureau) -> None:
    issued = bureau.issued()
    report = verify(bureau.notices.pdf(bureau.inspection, issued.id))
    assert report.is_good
    said = next(words for words in report.sentences if "approval" in words.template)
    assert "批准：何清越" in said.values["words"]
    assert "由起草人林知远于" in said.values["words"]
    assert "自行更改口令" in said.values["words"]


def test_what_opened_after_the_approval_stops_the_signing_in_its_own_words(bureau: Bureau) -> None:
    approved = bureau.approved()
    store = bureau.desk.inspection(bureau.inspection)
    visit = store.all(Visit)[-1]
    with store.intention("visit revised", bureau.desk.author) as unit:
        unit.put(replace(visit, rights_told_at=None))
    with pytest.raises(NotAllowed, match="cannot be signed yet"):
        bureau.notices.signing.sign(bureau.inspection, approved.id, bureau.lin.id, WORDS)


def test_who_set_the_laptop_up_chose_for_themselves(bureau: Bureau) -> None:
    (said,) = standing_sentences(bureau.lin.id, bureau.workspace.standing(bureau.lin.id), {})
    assert "Set this laptop up" in said.template


def test_before_a_notice_is_drafted_the_open_points_are_the_inspections(bureau: Bureau) -> None:
    assert bureau.notices.open_points(bureau.inspection) == ()
    document = bureau.notices.draft(bureau.inspection)
    assert bureau.notices.open_points(bureau.inspection) == bureau.notices.blockers(
        bureau.inspection, document.id
    )


def test_the_empty_fields_show_what_will_be_printed(bureau: Bureau) -> None:
    view = bureau.notices.view(bureau.inspection, bureau.drafted().id)
    assert view.usual["copies"].isdecimal()
    assert view.usual_deadline is not None
