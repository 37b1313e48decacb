"""The workspace opens for its people, can be recovered, and is not lost by one forgotten passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from inspector_app.domain.access import PassphraseGiven, PassphraseWay, Voucher
from inspector_app.domain.errors import NotAllowed, UnusableInput, WrongPassphrase
from inspector_app.domain.ids import InspectionId, PersonId
from inspector_app.domain.people import Device, Person, Role
from inspector_app.domain.workspace import BUREAU
from inspector_app.services.desk import Desk
from inspector_app.services.workspace import WorkspaceService
from inspector_app.system.device import head_holds
from inspector_app.system.wrapping import Cost
from tests.documents.signed_notices import signer
from tests.documents.test_authority import outside_signer, pkcs12_of
from tests.fakes import FakeClock, FixedRandomness, SequenceIds

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
WORDS, OTHER_WORDS = "a walk through wards", "the night is long"


class Laptop:
    """A desk with its service; ``restart`` is what a new process would see."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.folder, self.clock = folder, clock
        self.ids, self.randomness = SequenceIds(), FixedRandomness()
        self.restart()

    def restart(self) -> WorkspaceService:
        if hasattr(self, "desk"):
            self.desk.lock()
        self.desk = Desk(self.folder, clock=self.clock, ids=self.ids, randomness=self.randomness)
        self.service = WorkspaceService(self.desk, cost=CHEAP)
        return self.service


@pytest.fixture
def empty(tmp_path: Path, clock: FakeClock) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "desk", clock)
    yield laptop
    laptop.desk.lock()


@pytest.fixture
def laptop(empty: Laptop) -> Laptop:
    empty.service.create(
        bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
    )
    return empty


def lin(laptop: Laptop) -> PersonId:
    return PersonId(laptop.service.people_who_unlock()[0].id)


def test_the_first_start_makes_a_workspace_that_opens_again(empty: Laptop) -> None:
    assert not empty.service.exists
    made = empty.service.create(
        bureau=" 青禾县医疗保障局 ", name="林知远", certificate_number="1", passphrase=WORDS
    )
    assert empty.desk.person == made
    again = empty.restart()
    assert again.exists
    assert not empty.desk.is_unlocked
    assert [slot.label for slot in again.people_who_unlock()] == ["林知远"]
    assert again.unlock(made.id, WORDS) == made
    assert again.profile().bureau == "青禾县医疗保障局"
    assert again.people() == [made]


@pytest.mark.parametrize(
    "wrong", [{"bureau": " "}, {"name": ""}, {"passphrase": "short"}, {"passphrase": "aaaaaaaaaaaa"}]
)
def test_a_first_start_with_something_missing_leaves_nothing(empty: Laptop, wrong: dict[str, str]) -> None:
    given = {"bureau": "局", "name": "林知远", "certificate_number": "1", "passphrase": WORDS}
    with pytest.raises(UnusableInput):
        empty.service.create(**{**given, **wrong})  # type: ignore[arg-type]
    assert not empty.service.exists


def test_a_second_first_start_is_refused(laptop: Laptop) -> None:
    with pytest.raises(NotAllowed, match="already"):
        laptop.service.create(bureau="局", name="x", certificate_number="", passphrase=WORDS)


def test_data_without_its_key_file_is_not_taken_for_an_empty_laptop(laptop: Laptop) -> None:
    service = laptop.restart()
    for name in ("keys.json", "keys-copy.json"):
        (laptop.folder / name).unlink()
    with pytest.raises(NotAllowed, match=r"keys\.json"):
        _ = service.exists


def test_an_interrupted_first_start_is_made_up_for_at_the_next_unlock(laptop: Laptop) -> None:
    """The key file was written, then the power went: the person still gets in."""
    person = lin(laptop)
    laptop.desk.lock()
    for path in laptop.folder.glob("workspace.db*"):
        path.unlink()
    assert laptop.restart().unlock(person, WORDS).name == "林知远"
    assert laptop.service.profile().bureau == ""
    assert laptop.service.confirm(person, WORDS).signer.name == "林知远"


def test_a_wrong_passphrase_opens_nothing_and_makes_waiting_grow(laptop: Laptop) -> None:
    person, service = lin(laptop), laptop.restart()
    for _ in range(3):
        with pytest.raises(WrongPassphrase, match="林知远"):
            service.unlock(person, "wrong words here")
    assert service.seconds_to_wait(person) == 5
    assert not laptop.desk.is_unlocked
    laptop.clock.advance(5)
    assert service.unlock(person, WORDS)


def test_changing_person_takes_that_persons_passphrase(laptop: Laptop) -> None:
    zhou = laptop.service.add_person("周叙白", "YL-TEST-0002", passphrase=OTHER_WORDS)
    laptop.service.lock()
    with pytest.raises(WrongPassphrase):
        laptop.service.unlock(zhou.id, WORDS)
    assert laptop.service.unlock(zhou.id, OTHER_WORDS) == zhou
    assert laptop.desk.author.person == zhou.id


def test_the_laptop_stays_the_same_device_whoever_unlocks(laptop: Laptop) -> None:
    device = laptop.desk.device
    zhou = laptop.service.add_person("周叙白", passphrase=OTHER_WORDS)
    laptop.restart().unlock(zhou.id, OTHER_WORDS)
    assert laptop.desk.device == device
    known = laptop.desk.workspace.get(Device, device)
    assert known is not None
    assert known.public_key.startswith(f"ed25519:{device}")


def test_a_locked_desk_answers_nothing(laptop: Laptop) -> None:
    laptop.service.lock()
    for ask in (laptop.service.people, laptop.service.make_recovery_key, laptop.service.profile):
        with pytest.raises(NotAllowed, match="locked"):
            ask()


def test_a_person_without_passphrase_is_known_and_cannot_unlock(laptop: Laptop) -> None:
    expert = laptop.service.add_person("何清越", role=Role.EXPERT, unit="云岭市第三医院")
    assert expert in laptop.service.people()
    with pytest.raises(NotAllowed):
        laptop.service.unlock(expert.id, WORDS)
    laptop.service.give_passphrase(expert.id, OTHER_WORDS)
    assert laptop.service.unlock(expert.id, OTHER_WORDS) == expert


def test_nobody_sets_somebody_elses_passphrase(laptop: Laptop) -> None:
    zhou = laptop.service.add_person("周叙白", passphrase=OTHER_WORDS)
    with pytest.raises(NotAllowed, match="only they can change"):
        laptop.service.give_passphrase(zhou.id, "a stolen identity")


def test_changing_a_passphrase_keeps_the_signing_key(laptop: Laptop) -> None:
    before = laptop.service.confirm(lin(laptop), WORDS).signer
    laptop.service.change_passphrase(lin(laptop), WORDS, OTHER_WORDS)
    assert laptop.service.confirm(lin(laptop), OTHER_WORDS).signer == before
    with pytest.raises(WrongPassphrase):
        laptop.service.confirm(lin(laptop), WORDS)


def test_access_can_be_ended_by_others_only(laptop: Laptop) -> None:
    zhou = laptop.service.add_person("周叙白", passphrase=OTHER_WORDS)
    with pytest.raises(NotAllowed, match="your own"):
        laptop.service.take_passphrase_away(lin(laptop))
    laptop.service.take_passphrase_away(zhou.id)
    assert zhou in laptop.service.people()
    with pytest.raises(NotAllowed):
        laptop.service.unlock(zhou.id, OTHER_WORDS)


def test_one_passphrase_alone_forbids_inspections_until_the_risk_is_confirmed(laptop: Laptop) -> None:
    ways = laptop.service.ways_in()
    assert ways.is_one_passphrase
    assert not ways.may_inspect
    with pytest.raises(NotAllowed, match="everything here is lost"):
        laptop.service.require_recovery()
    assert laptop.service.accept_risk().may_inspect
    laptop.service.require_recovery()
    profile = laptop.restart().unlock(lin(laptop), WORDS) and laptop.service.profile()
    assert profile
    assert profile.risk_accepted_by == lin(laptop)
    assert profile.risk_accepted_at == laptop.clock.now()


@pytest.mark.parametrize("way", ["recovery", "bureau", "person"])
def test_any_second_way_in_allows_inspections(laptop: Laptop, way: str) -> None:
    if way == "recovery":
        laptop.service.make_recovery_key()
    elif way == "bureau":
        laptop.service.set_bureau_key(str(pyrage.x25519.Identity.generate().to_public()))
    else:
        laptop.service.add_person("周叙白", passphrase=OTHER_WORDS)
    laptop.service.require_recovery()
    assert not laptop.service.ways_in().risk_accepted


def test_the_printed_key_lets_a_person_back_in_with_a_new_certificate(laptop: Laptop) -> None:
    before = laptop.service.confirm(lin(laptop), WORDS).signer
    groups = laptop.service.make_recovery_key()
    person, service = lin(laptop), laptop.restart()
    with pytest.raises(UnusableInput):
        service.recover(" ".join(groups), person, "short")
    assert service.recover(" ".join(groups).lower(), person, OTHER_WORDS).name == "林知远"
    after = service.confirm(person, OTHER_WORDS).signer
    assert after.name == before.name
    assert after.key != before.key
    assert laptop.restart().unlock(person, OTHER_WORDS).certificate_number == "YL-TEST-0001"


def test_the_bureau_lets_a_person_back_in(laptop: Laptop) -> None:
    identity = pyrage.x25519.Identity.generate()
    laptop.service.set_bureau_key(str(identity.to_public()))
    person, service = lin(laptop), laptop.restart()
    assert service.recover_as_bureau(str(identity), person, OTHER_WORDS).id == person


def test_each_persons_own_passphrase_gives_their_own_signer(laptop: Laptop) -> None:
    zhou = laptop.service.add_person("周叙白", "YL-TEST-0002", passphrase=OTHER_WORDS)
    mine, theirs = laptop.service.confirm(lin(laptop), WORDS), laptop.service.confirm(zhou.id, OTHER_WORDS)
    assert (mine.person.name, mine.signer.name) == ("林知远", "林知远")
    assert theirs.signer.certificate_number == "YL-TEST-0002"
    assert mine.signer.authority_code == theirs.signer.authority_code
    assert laptop.service.confirm(lin(laptop), WORDS).signer == mine.signer
    with pytest.raises(WrongPassphrase):
        laptop.service.confirm(zhou.id, WORDS)
    assert mine.signer.key.hex() not in repr(mine)


def test_a_corrected_name_or_an_expired_certificate_gets_a_new_certificate(laptop: Laptop) -> None:
    person = laptop.service.people()[0]
    laptop.service.revise_person(Person(id=person.id, name="林致远", certificate_number="YL-TEST-0009"))
    first = laptop.service.confirm(person.id, WORDS).signer
    assert (first.name, first.certificate_number) == ("林致远", "YL-TEST-0009")
    laptop.clock.advance(6 * 365 * 86400)
    assert laptop.service.confirm(person.id, WORDS).signer.is_valid_at(laptop.clock.now())


def test_an_imported_certificate_is_used_from_then_on(laptop: Laptop) -> None:
    outside = outside_signer()
    content = pkcs12_of(outside, b"file words")
    credentials = laptop.service.credentials
    with pytest.raises(WrongPassphrase):
        credentials.import_for_person(lin(laptop), WORDS, content, "wrong")
    known = credentials.import_for_person(lin(laptop), WORDS, content, "file words")
    assert known.is_vouched_outside
    assert laptop.service.confirm(lin(laptop), WORDS).signer == outside
    assert {entry.id: entry.issuer for entry in credentials.certificates()}[lin(laptop)] == "云岭数字证书"


def test_a_certificate_number_is_one_persons(laptop: Laptop) -> None:
    zhou = laptop.service.add_person("周叙白", "YL-TEST-0002")
    with pytest.raises(UnusableInput, match="0002 is 周叙白's"):
        laptop.service.add_person("林知远", "ＹＬ-test-0002")
    with pytest.raises(UnusableInput, match="is 林知远's"):
        laptop.service.revise_person(Person(id=zhou.id, name="周叙白", certificate_number="YL-TEST-0001"))
    assert laptop.service.revise_person(Person(id=zhou.id, name="周叙青", certificate_number="YL-TEST-0002"))
    assert laptop.service.add_person("何清越").certificate_number == ""
    assert laptop.service.add_person("苏映秋").certificate_number == ""


def test_nobody_signs_with_a_certificate_of_somebody_else(laptop: Laptop) -> None:
    zhou = laptop.service.add_person("周叙白", "YL-TEST-0002", passphrase=OTHER_WORDS)
    credentials, content = laptop.service.credentials, pkcs12_of(outside_signer(), b"file words")
    before = laptop.service.confirm(zhou.id, OTHER_WORDS).signer
    with pytest.raises(UnusableInput, match="issued to 林知远, not to 周叙白"):
        credentials.import_for_person(zhou.id, OTHER_WORDS, content, "file words")
    assert laptop.service.confirm(zhou.id, OTHER_WORDS).signer == before


def test_the_bureau_signs_by_the_own_authority_until_its_certificate_comes(laptop: Laptop) -> None:
    credentials = laptop.service.credentials
    made = credentials.bureau_signer()
    assert made.name == "青禾县医疗保障局"
    assert not made.is_vouched_outside
    assert credentials.bureau_signer() == made
    credentials.import_for_bureau(pkcs12_of(signer(2), b"p"), "p")
    assert credentials.bureau_signer() == signer(2)
    assert BUREAU in {entry.id for entry in credentials.certificates()}


def test_a_head_is_signed_by_the_laptop(laptop: Laptop) -> None:
    inspection = InspectionId("f" * 32)
    laptop.desk.new_inspection(inspection)
    assert laptop.service.credentials.signed_head(inspection) is None
    with laptop.desk.inspection(inspection).intention("x", laptop.desk.author) as unit:
        unit.put(laptop.desk.person)
    head = laptop.service.credentials.signed_head(inspection)
    assert head is not None
    assert head.sequence == 1
    assert head_holds(head, laptop.service.credentials.device_key().public_key)


def test_what_happens_to_the_keys_stands_in_the_journal(laptop: Laptop) -> None:
    laptop.service.make_recovery_key()
    laptop.service.change_passphrase(lin(laptop), WORDS, OTHER_WORDS)
    done = [line.what for line in laptop.desk.workspace.journal.lines()]
    assert done == [
        "laptop introduced",
        "workspace created",
        "certificate made",
        "recovery key made",
        "passphrase changed",
    ]


def test_no_name_stands_readable_in_the_database(laptop: Laptop) -> None:
    laptop.service.add_person("何清越", "YL-TEST-0003")
    laptop.desk.lock()
    for path in laptop.folder.rglob("*"):
        if path.is_file():
            assert "何清越".encode() not in path.read_bytes()


def test_a_passphrase_taken_away_comes_back_by_the_recovery_or_bureau_key_only(laptop: Laptop) -> None:
    zhou = laptop.service.add_person("周叙白", passphrase=OTHER_WORDS)
    groups = laptop.service.make_recovery_key()
    laptop.service.take_passphrase_away(zhou.id)
    assert laptop.service.voucher_for(zhou.id) is Voucher.RECOVERY
    with pytest.raises(NotAllowed, match="taken away"):
        laptop.service.give_passphrase(zhou.id, "words of mine alone")
    laptop.service.give_passphrase(zhou.id, "the night is longer", vouched=" ".join(groups))
    given = laptop.service.passphrase_given_by(zhou.id)
    assert given is not None
    assert (given.way, given.by) == (PassphraseWay.RECOVERY, lin(laptop))
    assert laptop.service.voucher_for(zhou.id) is Voucher.THEMSELVES


def test_the_bureaus_key_gives_back_a_passphrase_that_was_taken_away(laptop: Laptop) -> None:
    identity = pyrage.x25519.Identity.generate()
    laptop.service.set_bureau_key(str(identity.to_public()))
    zhou = laptop.service.add_person("周叙白", passphrase=OTHER_WORDS)
    laptop.service.take_passphrase_away(zhou.id)
    laptop.service.give_passphrase(zhou.id, OTHER_WORDS, vouched=str(identity))
    given = laptop.service.passphrase_given_by(zhou.id)
    assert given is not None
    assert given.way is PassphraseWay.BUREAU


def test_once_there_is_a_lead_nobody_makes_or_unmakes_one_alone(laptop: Laptop) -> None:
    service = laptop.service
    spare = service.add_person("穆知秋", role=Role.LEAD)
    he = service.add_person("何清越", role=Role.LEAD, passphrase=OTHER_WORDS)
    zhou = service.add_person("周叙白")
    with pytest.raises(NotAllowed, match="confirmed by a lead"):
        service.add_person("苏映秋", role=Role.LEAD, passphrase="an invented lead")
    with pytest.raises(NotAllowed, match="confirmed by a lead"):
        service.revise_person(replace(zhou, role=Role.LEAD))
    with pytest.raises(WrongPassphrase):
        service.revise_person(replace(he, role=Role.INSPECTOR), lead_passphrase=WORDS)
    with pytest.raises(NotAllowed, match="confirmed by a lead"):
        service.give_passphrase(spare.id, "a lead kept in reserve")
    with pytest.raises(NotAllowed, match="two steps"):
        service.take_passphrase_away(he.id)
    assert [one.role for one in service.people() if one.name in ("何清越", "周叙白")] == [
        Role.LEAD,
        Role.INSPECTOR,
    ]
    service.give_passphrase(spare.id, "a lead kept in reserve", vouched=OTHER_WORDS)
    service.revise_person(replace(zhou, role=Role.LEAD), lead_passphrase="a lead kept in reserve")
    service.revise_person(replace(he, role=Role.INSPECTOR), lead_passphrase=OTHER_WORDS)
    service.take_passphrase_away(he.id)


def test_who_gave_a_passphrase_is_known(laptop: Laptop) -> None:
    he = laptop.service.add_person("何清越", role=Role.LEAD, passphrase=OTHER_WORDS)
    assert laptop.service.passphrase_given_by(lin(laptop)) is None, "who set the laptop up chose their own"
    given = laptop.service.passphrase_given_by(he.id)
    assert given == PassphraseGiven(by=lin(laptop), way=PassphraseWay.PERSON, at=laptop.clock.now())
