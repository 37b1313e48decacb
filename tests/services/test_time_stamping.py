"""A time stamp is off until an authority is set, asked for by a person, and never a condition."""

from __future__ import annotations

import pytest

from inspector_app.documents.verifying import verify
from inspector_app.domain.document import Document
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.services.time_stamping import TimeStamping, obtain
from tests.services.bureau import Bureau
from tests.time_stamps import NAME, Authority, served


@pytest.fixture
def stamping(bureau: Bureau) -> TimeStamping:
    return TimeStamping(bureau.desk)


def issued(bureau: Bureau) -> Document:
    return bureau.issued()


def test_nobody_is_asked_before_an_authority_is_set(bureau: Bureau, stamping: TimeStamping) -> None:
    assert stamping.address() == ""
    with pytest.raises(NotAllowed, match="No time-stamp authority is set"):
        stamping.plan(bureau.inspection, issued(bureau).id)


def test_an_issued_notice_is_stamped_once_and_stays_what_it_was(
    bureau: Bureau, stamping: TimeStamping
) -> None:
    document = issued(bureau)
    before = bureau.notices.pdf(bureau.inspection, document.id)
    authority = Authority(bureau.desk.clock.now())
    with served(authority.answer) as address:
        stamping.choose(f"  {address} ")
        assert stamping.address() == address
        plan = stamping.plan(bureau.inspection, document.id)
        assert authority.asked == 0, "setting and planning ask nobody"
        stamping.keep(plan, obtain(plan))
    after = bureau.notices.pdf(bureau.inspection, document.id)
    assert after.startswith(before)
    assert after != before
    view = bureau.notices.view(bureau.inspection, document.id)
    assert view.is_stamped
    assert view.document == document
    stamp = verify(after).stamp
    assert stamp is not None
    assert (stamp.authority, stamp.at) == (NAME, bureau.desk.clock.now().replace(microsecond=0))
    with pytest.raises(NotAllowed, match="already"):
        stamping.plan(bureau.inspection, document.id)


def test_without_a_network_the_notice_holds_and_nothing_is_kept(
    bureau: Bureau, stamping: TimeStamping
) -> None:
    document = issued(bureau)
    before = bureau.notices.revisions(bureau.inspection, document.id)
    with served(lambda request: request) as address:
        stamping.choose(address)
    with pytest.raises(EnvironmentProblem, match="holds without a time stamp"):
        obtain(stamping.plan(bureau.inspection, document.id))
    assert bureau.notices.revisions(bureau.inspection, document.id) == before
    assert verify(before[-1]).is_good


def test_a_stamp_on_what_is_no_longer_the_newest_is_not_kept(bureau: Bureau, stamping: TimeStamping) -> None:
    document = issued(bureau)
    with served(Authority(bureau.desk.clock.now()).answer) as address:
        stamping.choose(address)
        plan = stamping.plan(bureau.inspection, document.id)
        late = obtain(plan)
        stamping.keep(plan, late)
    with pytest.raises(UnusableInput, match="changed while the authority was asked"):
        stamping.keep(plan, late)


def test_a_draft_gets_none_and_a_wrong_address_is_refused(bureau: Bureau, stamping: TimeStamping) -> None:
    stamping.choose("https://tsa.example/")
    with pytest.raises(NotAllowed, match="finished document"):
        stamping.plan(bureau.inspection, bureau.drafted().id)
    with pytest.raises(UnusableInput, match="no address"):
        stamping.choose("file:///etc/passwd")
    assert stamping.address() == "https://tsa.example/"
    assert stamping.choose(" ") == ""
