"""The laptop is lost: another one goes on from the safety copy, under a name of its own."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inspector_app.app import build_activities
from inspector_app.domain.document import BurnedNumber, DocumentType, NumberBlock
from inspector_app.domain.errors import Cancelled, DamagedFile, NotAllowed, UnusableInput, WrongPassphrase
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.finding import Finding
from inspector_app.domain.people import Device
from inspector_app.domain.ports import Silent
from inspector_app.domain.safety_copy import Restoration
from inspector_app.domain.wording import sentence
from inspector_app.services.activities import Activities
from inspector_app.services.copy_listing import LISTING
from inspector_app.services.copy_making import make_copy
from inspector_app.services.copy_reading import open_copy, verify_copy
from inspector_app.services.door import Door
from inspector_app.services.restoring import RESTORED
from inspector_app.services.safety_copies import SafetyCopyService
from inspector_app.services.verification import verify_store
from inspector_app.system import moving_in
from inspector_app.system.keys import KeyFile
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock, FixedRandomness, SequenceIds
from tests.services.bureau import CHEAP, WORDS, Bureau, bureau  # noqa: F401  (a fixture)

NEW_WORDS = "a walk through other wards"


@pytest.fixture(autouse=True)
def many_lines_at_once(commit_rule: CommitRule) -> Iterator[None]:
    with commit_rule.while_merging():
        yield


@pytest.fixture
def stick(bureau: Bureau, tmp_path: Path) -> Path:  # noqa: F811
    folder = tmp_path / "stick"
    folder.mkdir()
    (bureau.desk.folder / "packs").mkdir()
    (bureau.desk.folder / "packs" / "region-own-1.0.toml").write_text("own = 1")
    copies = SafetyCopyService(bureau.desk, bureau.workspace, cost=CHEAP)
    make_copy(copies.plan(folder), Silent())
    return folder


@pytest.fixture
def laptop(tmp_path: Path, clock: FakeClock) -> Iterator[Activities]:
    """Another laptop, on which nothing was set up yet."""
    made = build_activities(
        tmp_path / "other",
        clock=clock,
        ids=SequenceIds("b"),
        randomness=FixedRandomness(b"another laptop"),
        cost=CHEAP,
    )
    yield made
    made.workspace.lock()


def copy_on(stick: Path) -> Path:
    (folder,) = stick.iterdir()
    return folder


def test_with_a_passphrase_another_laptop_goes_on(
    bureau: Bureau,  # noqa: F811
    stick: Path,
    laptop: Activities,
) -> None:
    lost = bureau.desk
    heads = {one.id: one.hash for one in lost.inspection(bureau.inspection).journal.lines()}
    found = laptop.safety.find(stick)
    who = laptop.safety.open(found[0].folder, passphrase=WORDS)
    assert who.person is not None
    done = laptop.safety.restore(who, who.person.id, Silent(), passphrase=WORDS)
    desk = laptop.desk
    assert desk.person == bureau.lin
    assert desk.device != lost.device
    assert done.restoration.former_device == lost.device
    store = desk.inspection(bureau.inspection)
    assert {one.id: one.hash for one in store.journal.lines_of(lost.device)} == heads
    assert store.all(Finding) == lost.inspection(bureau.inspection).all(Finding)
    assert verify_store(store, {}).intact
    assert verify_store(desk.workspace, {}).intact
    assert desk.workspace.all(Restoration) == store.all(Restoration) == [done.restoration]
    assert {one.id for one in desk.workspace.all(Device)} >= {lost.device, desk.device}
    assert [slot.label for slot in laptop.workspace.people_who_unlock()] == ["林知远", "周叙白", "何清越"]
    assert (desk.folder / "packs" / "region-own-1.0.toml").read_text() == "own = 1"
    assert not (desk.folder / moving_in.BESIDE).exists()
    assert [card.id for card in laptop.inspections.cards()] == [bureau.inspection]


def test_with_the_recovery_key_a_person_gets_a_new_passphrase(
    bureau: Bureau,  # noqa: F811
    tmp_path: Path,
    laptop: Activities,
) -> None:
    groups = " ".join(bureau.workspace.make_recovery_key())
    stick = tmp_path / "stick"
    stick.mkdir()
    make_copy(SafetyCopyService(bureau.desk, bureau.workspace).plan(stick), Silent())
    who = laptop.safety.open(copy_on(stick), recovery_key=groups)
    assert who.person is None
    assert {one.name for one in who.people} == {"林知远", "周叙白", "何清越"}
    laptop.safety.restore(who, bureau.zhou.id, Silent(), passphrase=NEW_WORDS, recovery_key=groups)
    assert laptop.desk.person == bureau.zhou
    laptop.workspace.lock()
    assert laptop.workspace.unlock(bureau.zhou.id, NEW_WORDS) == bureau.zhou
    assert laptop.workspace.confirm(bureau.zhou.id, NEW_WORDS).person == bureau.zhou


def go_on(laptop: Activities, stick: Path) -> None:
    who = laptop.safety.open(copy_on(stick), passphrase=WORDS)
    assert who.person is not None
    laptop.safety.restore(who, who.person.id, Silent(), passphrase=WORDS)


def test_work_goes_on_and_later_lines_of_the_lost_laptop_still_join_it(
    bureau: Bureau,  # noqa: F811
    stick: Path,
    laptop: Activities,
) -> None:
    bureau.record(90)  # after the copy, on the laptop that is lost
    go_on(laptop, stick)
    found = laptop.findings.new(category="absent_stay", item="挂床住院", description="另一台电脑上继续。")
    laptop.findings.record(bureau.inspection, found)
    store, lost = laptop.desk.inspection(bureau.inspection), bureau.desk.inspection(bureau.inspection)
    late = [line for line in lost.journal.lines_of(bureau.desk.device) if line.sequence > 0]
    for sha256 in lost.blobs.hashes():
        if not store.blobs.has(sha256):
            with store.intention("evidence restored", laptop.desk.author) as unit:
                unit.publish(store.blobs.add(lost.blobs.stream(sha256)))
    assert store.merge(late) > 0
    assert len(store.all(Finding)) == 3
    assert {one.group for one in store.all(Evidence)} == {"A"}
    assert laptop.evidence.group(bureau.inspection) == "B", "no number is given twice"
    assert verify_store(store, {}).intact


def test_no_number_is_given_twice_after_a_laptop_was_lost(
    bureau: Bureau,  # noqa: F811
    tmp_path: Path,
    laptop: Activities,
) -> None:
    of = DocumentType.RECTIFICATION_NOTICE
    bureau.numbers.assign(of, body="青医保", year=2026, first=1, last=9)
    bureau.numbers.assign(of, body="青医基", year=2026, first=1, last=9)
    bureau.issued()
    stick = tmp_path / "stick"
    stick.mkdir()
    make_copy(SafetyCopyService(bureau.desk, bureau.workspace).plan(stick), Silent())
    who = laptop.safety.open(copy_on(stick), passphrase=WORDS)
    assert who.person is not None
    done = laptop.safety.restore(who, who.person.id, Silent(), passphrase=WORDS)
    assert done.blocks_closed == 2
    assert len(laptop.desk.workspace.all(BurnedNumber)) == 1
    assert [(one.first, one.last) for one in laptop.desk.workspace.all(NumberBlock)] == [(1, 1)]
    assert laptop.numbers.next_free(of, 2026) is None
    laptop.numbers.assign(of, body="青医保", year=2026, first=4, last=9)
    block_and_number = laptop.numbers.next_free(of, 2026)
    assert block_and_number is not None
    assert block_and_number[1] == 4


def test_a_wrong_passphrase_opens_nothing_and_leaves_the_stick_alone(
    bureau: Bureau,  # noqa: F811
    stick: Path,
    laptop: Activities,
) -> None:
    before = {path: path.read_bytes() for path in copy_on(stick).iterdir()}
    with pytest.raises(WrongPassphrase, match="opens nothing in this safety copy"):
        laptop.safety.open(copy_on(stick), passphrase="something else entirely")
    assert {path: path.read_bytes() for path in copy_on(stick).iterdir()} == before
    assert not laptop.workspace.exists


def test_a_folder_without_a_copy_is_a_sentence(laptop: Activities, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="no safety copy in"):
        laptop.safety.find(tmp_path)


def test_a_damaged_copy_is_refused_and_nothing_is_set_up(
    bureau: Bureau,  # noqa: F811
    stick: Path,
    laptop: Activities,
) -> None:
    part = max(copy_on(stick).glob("*.part"), key=lambda path: path.stat().st_size)
    content = bytearray(part.read_bytes())
    content[len(content) // 2] ^= 1
    part.write_bytes(content)
    who = laptop.safety.open(copy_on(stick), passphrase=WORDS)
    with pytest.raises(DamagedFile, match="missing or damaged in the copy"):
        laptop.safety.restore(who, bureau.lin.id, Silent(), passphrase=WORDS)
    assert not laptop.workspace.exists
    assert [path.name for path in laptop.desk.folder.iterdir()] == []


@pytest.mark.parametrize("step", [1, 3, 5])
def test_cancelled_restoring_leaves_nothing_behind_and_can_begin_again(
    bureau: Bureau,  # noqa: F811
    stick: Path,
    laptop: Activities,
    step: int,
) -> None:
    class Stop:
        left = step

        def report(self, done: int, total: int | None) -> None:
            self.left -= 1
            if not self.left:
                raise Cancelled(sentence("Cancelled. Nothing of it was kept."))

    who = laptop.safety.open(copy_on(stick), passphrase=WORDS)
    with pytest.raises(Cancelled):
        laptop.safety.restore(who, bureau.lin.id, Stop(), passphrase=WORDS)
    assert not laptop.workspace.exists
    go_on(laptop, stick)
    assert laptop.desk.is_unlocked


def test_a_power_cut_while_it_moves_in_is_finished_by_the_next_start(
    bureau: Bureau,  # noqa: F811
    stick: Path,
    laptop: Activities,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    who = laptop.safety.open(copy_on(stick), passphrase=WORDS)

    class PowerCut(BaseException):
        pass

    replace, done = Path.replace, 0

    def cut(self: Path, target: Path) -> Path:
        nonlocal done
        done += self.parent.name == moving_in.BESIDE and target.parent == laptop.desk.folder
        if done == 4:
            raise PowerCut
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with pytest.raises(PowerCut):
            laptop.safety.restore(who, bureau.lin.id, Silent(), passphrase=WORDS)
    folder = laptop.desk.folder
    assert (folder / "workspace.db").exists()
    assert not (folder / "keys.json").exists()
    assert Door(folder, KeyFile(folder, clock, FixedRandomness(), CHEAP)).exists
    assert laptop.workspace.unlock(bureau.lin.id, WORDS) == bureau.lin
    assert laptop.desk.workspace.journal.latest().what == RESTORED  # type: ignore[union-attr]


def test_a_laptop_that_is_set_up_takes_no_copy(bureau: Bureau, stick: Path) -> None:  # noqa: F811
    copies = SafetyCopyService(bureau.desk, bureau.workspace, cost=CHEAP)
    who = copies.open(copy_on(stick), passphrase=WORDS)
    with pytest.raises(NotAllowed, match="set up already"):
        copies.restore(who, bureau.lin.id, Silent(), passphrase=WORDS)


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed here")
@pytest.mark.parametrize("step", [1, 3, 4])
def test_a_program_killed_in_the_middle_of_a_copy_leaves_the_former_one(
    bureau: Bureau,  # noqa: F811
    stick: Path,
    clock: FakeClock,
    randomness: FixedRandomness,
    step: int,
) -> None:
    copies = SafetyCopyService(bureau.desk, bureau.workspace, cost=CHEAP)
    former = (copy_on(stick) / LISTING).read_bytes()
    bureau.record(90)

    class Kill:
        left = step

        def report(self, done: int, total: int | None) -> None:
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)

    plan = copies.plan(stick)
    child = os.fork()
    if not child:
        make_copy(plan, Kill())
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    assert (copy_on(stick) / LISTING).read_bytes() == former

    def intact() -> bool:
        opened = open_copy(copy_on(stick), passphrase=WORDS, clock=clock, randomness=randomness, cost=CHEAP)
        return verify_copy(opened, Silent()).intact

    assert intact()
    make_copy(copies.plan(stick), Silent())
    assert intact()
    assert verify_store(bureau.desk.inspection(bureau.inspection), {}).intact


def _small_disk(folder: Path, megabytes: int) -> Callable[[], None]:
    """Mount a small file system of its own, where that is allowed."""
    import subprocess

    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no file system may be mounted here")

    def unmount() -> None:
        subprocess.run(["umount", str(folder)], check=True)

    return unmount


def test_a_stick_that_is_really_full_keeps_the_former_copy(
    bureau: Bureau,  # noqa: F811
    tmp_path: Path,
    clock: FakeClock,
    randomness: FixedRandomness,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from inspector_app.domain.errors import DiskFull
    from inspector_app.services import copy_making

    small = tmp_path / "small"
    unmount = _small_disk(small, 4)
    try:
        copies = SafetyCopyService(bureau.desk, bureau.workspace, cost=CHEAP)
        make_copy(copies.plan(small), Silent())
        store = bureau.desk.inspection(bureau.inspection)
        with store.intention("evidence taken in", bureau.desk.author) as unit:
            unit.publish(store.blobs.add([secrets.token_bytes(5_000_000)]))
        with pytest.raises(DiskFull, match="MB left"):
            make_copy(copies.plan(small), Silent())
        monkeypatch.setattr(copy_making, "overhead", lambda _size: 0)
        with pytest.raises(DiskFull, match="stick is full"):
            make_copy(copies.plan(small), Silent())
        opened = open_copy(copy_on(small), passphrase=WORDS, clock=clock, randomness=randomness, cost=CHEAP)
        assert verify_copy(opened, Silent()).intact
    finally:
        unmount()
