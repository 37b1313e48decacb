"""The key file opens for those it was made for, and for nobody through damage or exchange."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.domain.access import SlotKind
from inspector_app.domain.errors import (
    DamagedFile,
    DiskFull,
    NewerFile,
    NotAllowed,
    Problem,
    UnusableInput,
    WrongPassphrase,
)
from inspector_app.domain.ids import PersonId, SlotId
from inspector_app.domain.wording import sentence
from inspector_app.system import keys as keys_module
from inspector_app.system import slotfile
from inspector_app.system.keys import COPY_NAME, FILE_NAME, KeyFile, file_key
from inspector_app.system.wrapping import Cost

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
ANNA, BORIS = PersonId("p-anna"), PersonId("p-boris")


class StoppedClock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 4, 23, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return 0.0


class CountedBytes:
    """Different bytes at every call, the same in every run."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def bytes(self, count: int) -> bytes:
        return next(self._numbers).to_bytes(8, "big").rjust(count, b"\x5a")[-count:]


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


def key_file(folder: Path, clock: StoppedClock) -> KeyFile:
    return KeyFile(folder, clock, CountedBytes(), CHEAP)


@pytest.fixture
def keys(tmp_path: Path, clock: StoppedClock) -> KeyFile:
    file = key_file(tmp_path, clock)
    file.create("w-1", ANNA, "安青禾", "correct horse", b"anna's signing key")
    return file


def master_of(keys: KeyFile) -> bytes:
    return keys.open_person(ANNA, "correct horse").master


def test_the_passphrase_opens_the_key_and_the_persons_secret(tmp_path: Path, clock: StoppedClock) -> None:
    master = key_file(tmp_path, clock).create("w-1", ANNA, "安青禾", "correct horse", b"secret")
    opened = key_file(tmp_path, clock).open_person(ANNA, "correct horse")
    assert opened.master == master
    assert opened.secret == b"secret"
    assert len(master) == 32
    assert master.hex() not in repr(opened)


def test_full_width_typing_of_the_same_passphrase_opens_too(keys: KeyFile) -> None:
    assert keys.open_person(ANNA, "ｃｏｒｒｅｃｔ　horse").master


def test_neither_key_nor_secret_nor_passphrase_is_readable_in_the_file(
    tmp_path: Path, clock: StoppedClock
) -> None:
    master = key_file(tmp_path, clock).create("w-1", ANNA, "安青禾", "correct horse", b"a secret of anna")
    contents = slotfile.read((tmp_path / FILE_NAME).read_bytes(), FILE_NAME)
    everything = b"".join(slot.master + slot.secret + slot.salt for slot in contents.slots)
    assert master not in everything
    assert b"a secret" not in everything
    assert b"correct" not in (tmp_path / FILE_NAME).read_bytes()


def test_each_file_has_its_own_key() -> None:
    master = bytes(range(32))
    made = {file_key(master, name) for name in ("workspace", "a", "b")}
    assert len(made) == 3
    assert all(len(key) == 32 for key in made)
    assert file_key(master, "a") == file_key(master, "a")
    assert file_key(bytes(32), "a") not in made


def test_a_wrong_passphrase_is_a_sentence(keys: KeyFile) -> None:
    with pytest.raises(WrongPassphrase, match="安青禾"):
        keys.open_person(ANNA, "wrong")


def test_waiting_grows_survives_a_restart_and_ends_with_success(
    keys: KeyFile, tmp_path: Path, clock: StoppedClock
) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            keys.open_person(ANNA, "wrong")
    again = key_file(tmp_path, clock)
    assert again.seconds_to_wait(ANNA) == 5
    with pytest.raises(NotAllowed, match="5 seconds"):
        again.open_person(ANNA, "correct horse")
    clock.time += timedelta(seconds=4.2)
    assert again.seconds_to_wait(ANNA) == 1
    clock.time += timedelta(seconds=1)
    with pytest.raises(WrongPassphrase):
        again.open_person(ANNA, "wrong")
    assert again.seconds_to_wait(ANNA) == 10
    clock.time += timedelta(seconds=10)
    assert again.open_person(ANNA, "correct horse")
    assert again.slots[0].failures == 0


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(hours=-1)])
def test_setting_the_clock_back_neither_shortens_nor_lengthens_the_wait(
    keys: KeyFile, clock: StoppedClock, jump: timedelta
) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            keys.open_person(ANNA, "wrong")
    clock.time += jump
    assert keys.seconds_to_wait(ANNA) == 5


@pytest.mark.expects_log
def test_a_full_disk_does_not_shut_people_out(keys: KeyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise DiskFull(sentence("full"))

    monkeypatch.setattr(keys_module, "write_durably", full)
    with pytest.raises(WrongPassphrase):
        keys.open_person(ANNA, "wrong")
    assert keys.open_person(ANNA, "correct horse")


def test_changing_a_passphrase_keeps_the_key_and_ends_the_old_one(keys: KeyFile, tmp_path: Path) -> None:
    before = keys.open_person(ANNA, "correct horse")
    keys.change_passphrase(ANNA, "correct horse", "another horse")
    assert keys.open_person(ANNA, "another horse") == before
    with pytest.raises(WrongPassphrase):
        keys.open_person(ANNA, "correct horse")
    assert (tmp_path / COPY_NAME).read_bytes() == (tmp_path / FILE_NAME).read_bytes()


def test_a_failed_change_of_passphrase_changes_nothing(
    keys: KeyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise DiskFull(sentence("full"))

    with monkeypatch.context() as patch:
        patch.setattr(keys_module, "write_durably", full)
        with pytest.raises(DiskFull):
            keys.change_passphrase(ANNA, "correct horse", "another horse")
    assert keys.open_person(ANNA, "correct horse")


def test_two_people_open_the_same_workspace_each_with_their_own_secret(keys: KeyFile) -> None:
    keys.set_person(master_of(keys), BORIS, "白石桥", "boris's words", b"boris's signing key")
    anna, boris = keys.open_person(ANNA, "correct horse"), keys.open_person(BORIS, "boris's words")
    assert anna.master == boris.master
    assert (anna.secret, boris.secret) == (b"anna's signing key", b"boris's signing key")


def test_a_person_who_was_removed_no_longer_opens(keys: KeyFile) -> None:
    keys.set_person(master_of(keys), BORIS, "白石桥", "boris's words", b"")
    keys.remove(SlotId(ANNA))
    with pytest.raises(NotAllowed):
        keys.open_person(ANNA, "correct horse")
    with pytest.raises(NotAllowed, match="last way"):
        keys.remove(SlotId(BORIS))


def test_the_recovery_key_opens_as_printed_and_as_typed(keys: KeyFile) -> None:
    groups = keys.make_recovery_key(master_of(keys))
    assert keys.open_recovery(" ".join(groups).lower()) == master_of(keys)
    assert [slot.kind for slot in keys.slots] == [SlotKind.PERSON, SlotKind.RECOVERY]


def test_a_newer_recovery_key_ends_the_older(keys: KeyFile) -> None:
    old = keys.make_recovery_key(master_of(keys))
    new = keys.make_recovery_key(master_of(keys))
    with pytest.raises(WrongPassphrase, match="replaced"):
        keys.open_recovery("".join(old))
    assert keys.open_recovery("".join(new)) == master_of(keys)


def test_a_mistyped_recovery_key_names_the_group(keys: KeyFile) -> None:
    groups = list(keys.make_recovery_key(master_of(keys)))
    groups[2] = groups[2][:4] + ("0" if groups[2][4] != "0" else "1")
    with pytest.raises(UnusableInput, match="mistyped: 3"):
        keys.open_recovery("-".join(groups))
    with pytest.raises(UnusableInput, match="8 groups"):
        keys.open_recovery("-".join(groups[:7]))


def test_without_a_recovery_key_or_bureau_key_a_sentence_says_so(keys: KeyFile) -> None:
    with pytest.raises(NotAllowed, match="no recovery key"):
        keys.open_recovery("x")
    with pytest.raises(NotAllowed, match="never set"):
        keys.open_bureau("x")


def test_the_bureau_opens_with_its_private_key_only(keys: KeyFile) -> None:
    identity, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    keys.set_bureau_key(master_of(keys), f" {identity.to_public()}\n")
    assert keys.open_bureau(f"{identity}\n") == master_of(keys)
    for wrong in (str(other), "not a key"):
        with pytest.raises(WrongPassphrase):
            keys.open_bureau(wrong)
    with pytest.raises(UnusableInput, match="age1"):
        keys.set_bureau_key(master_of(keys), str(identity))


def test_after_recovery_a_forgotten_passphrase_is_replaced(keys: KeyFile) -> None:
    master = keys.open_recovery("".join(keys.make_recovery_key(master_of(keys))))
    keys.set_person(master, ANNA, "安青禾", "a new beginning", b"a new signing key")
    assert keys.open_person(ANNA, "a new beginning").master == master


def test_secrets_of_the_laptop_are_sealed_by_name(keys: KeyFile, tmp_path: Path, clock: StoppedClock) -> None:
    master = master_of(keys)
    assert keys.unseal(master, "device") is None
    keys.seal(master, "device", b"device key")
    assert key_file(tmp_path, clock).unseal(master, "device") == b"device key"
    with pytest.raises(DamagedFile):
        keys.unseal(bytes(32), "device")


def test_a_second_workspace_in_the_same_place_is_refused(keys: KeyFile) -> None:
    with pytest.raises(NotAllowed, match="already"):
        keys.create("w-2", BORIS, "白石桥", "words", b"")


def test_exchanged_slots_open_for_nobody(keys: KeyFile, tmp_path: Path, clock: StoppedClock) -> None:
    """Anna writes her own wrapped key into Boris's slot: it must not make her Boris."""
    keys.set_person(master_of(keys), BORIS, "白石桥", "boris's words", b"boris's")
    contents = slotfile.read((tmp_path / FILE_NAME).read_bytes(), FILE_NAME)
    anna, boris = contents.slots
    forged = replace(contents, slots=(anna, replace(anna, id=boris.id, label=boris.label)))
    (tmp_path / FILE_NAME).write_bytes(slotfile.write(forged))
    with pytest.raises(WrongPassphrase):
        key_file(tmp_path, clock).open_person(BORIS, "correct horse")


def test_a_slot_of_another_workspace_opens_nothing(
    keys: KeyFile, tmp_path: Path, clock: StoppedClock
) -> None:
    contents = slotfile.read((tmp_path / FILE_NAME).read_bytes(), FILE_NAME)
    (tmp_path / FILE_NAME).write_bytes(slotfile.write(replace(contents, workspace="w-2")))
    with pytest.raises(WrongPassphrase):
        key_file(tmp_path, clock).open_person(ANNA, "correct horse")


def test_a_foreign_signing_secret_in_a_slot_is_damage(
    keys: KeyFile, tmp_path: Path, clock: StoppedClock
) -> None:
    contents = slotfile.read((tmp_path / FILE_NAME).read_bytes(), FILE_NAME)
    slot = contents.slots[0]
    forged = replace(slot, secret=bytes([slot.secret[0] ^ 1]) + slot.secret[1:])
    (tmp_path / FILE_NAME).write_bytes(slotfile.write(contents.with_slot(forged)))
    with pytest.raises(DamagedFile, match="something other"):
        key_file(tmp_path, clock).open_person(ANNA, "correct horse")


def test_a_damaged_file_is_replaced_by_its_copy_and_kept_aside(
    keys: KeyFile, tmp_path: Path, clock: StoppedClock
) -> None:
    good = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(good[:100])
    assert key_file(tmp_path, clock).open_person(ANNA, "correct horse")
    assert (tmp_path / FILE_NAME).read_bytes() == good
    assert (tmp_path / "keys-damaged.json").read_bytes() == good[:100]


def test_when_file_and_copy_are_damaged_a_sentence_says_what_to_do(
    keys: KeyFile, tmp_path: Path, clock: StoppedClock
) -> None:
    for name in (FILE_NAME, COPY_NAME):
        (tmp_path / name).write_bytes(b"\x00\xff")
    with pytest.raises(DamagedFile, match="safety copy"):
        _ = key_file(tmp_path, clock).slots


def test_a_missing_file_is_a_sentence(tmp_path: Path, clock: StoppedClock) -> None:
    with pytest.raises(DamagedFile, match="missing"):
        _ = key_file(tmp_path, clock).slots


def test_a_file_of_a_newer_program_is_refused(keys: KeyFile, tmp_path: Path, clock: StoppedClock) -> None:
    body = json.loads((tmp_path / FILE_NAME).read_bytes())
    (tmp_path / FILE_NAME).write_text(json.dumps({**body, "version": 2}), encoding="utf-8")
    with pytest.raises(NewerFile):
        _ = key_file(tmp_path, clock).slots


def test_an_absurd_cost_is_damage_and_never_computed(keys: KeyFile, tmp_path: Path) -> None:
    contents = slotfile.read((tmp_path / FILE_NAME).read_bytes(), FILE_NAME)
    slot = replace(contents.slots[0], cost=Cost(memory_kib=1 << 40, passes=1, lanes=1))
    with pytest.raises(DamagedFile):
        slotfile.read(slotfile.write(contents.with_slot(slot)), FILE_NAME)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changed_byte_of_the_file_is_noticed_or_harmless(
    keys: KeyFile, tmp_path: Path, data: st.DataObject
) -> None:
    good = (tmp_path / FILE_NAME).read_bytes()
    at = data.draw(st.integers(0, len(good) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda value: value != good[at]))
    try:
        read = slotfile.read(good[:at] + bytes([other]) + good[at + 1 :], FILE_NAME)
    except Problem:
        return
    assert read == slotfile.read(good, FILE_NAME)


@given(st.binary(max_size=200))
def test_no_bytes_are_more_than_a_sentence(content: bytes) -> None:
    with pytest.raises(Problem):
        slotfile.read(content, FILE_NAME)
