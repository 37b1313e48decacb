"""A safety copy: made beside the work, grown by what is new, and gone on from when the laptop is lost."""

from __future__ import annotations

import errno
import json
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inspector_app.domain.document import DocumentType, NumberBlock
from inspector_app.domain.errors import Cancelled, DamagedFile, DiskFull, EnvironmentProblem, NotAllowed
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.finding import Finding
from inspector_app.domain.ports import Silent
from inspector_app.domain.safety_copy import Restoration, SafetyCopy
from inspector_app.domain.salvage import Salvage
from inspector_app.domain.wording import sentence
from inspector_app.services import copy_listing as lists
from inspector_app.services import copy_making, medium
from inspector_app.services.copy_making import CopyResult, make_copy
from inspector_app.services.copy_reading import open_copy, verify_copy
from inspector_app.services.safety_copies import SafetyCopyService, copy_age, restored_words, result_words
from inspector_app.services.salvage import SalvageService
from inspector_app.services.verification import verify_store
from tests.commit_rule import CommitRule
from tests.fakes import CountingProgress, FakeClock, FixedRandomness
from tests.services.bureau import CHEAP, WORDS, Bureau, bureau  # noqa: F401  (a fixture)
from tests.storage.damaging import flip


@pytest.fixture(autouse=True)
def many_lines_at_once(commit_rule: CommitRule) -> Iterator[None]:
    with commit_rule.while_merging():
        yield


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def copies(bureau: Bureau) -> SafetyCopyService:  # noqa: F811
    return SafetyCopyService(bureau.desk, bureau.workspace, cost=CHEAP)


@pytest.fixture
def copy(copies: SafetyCopyService, stick: Path) -> Callable[[], CopyResult]:
    def make() -> CopyResult:
        result = make_copy(copies.plan(stick), Silent())
        copies.record(result)
        return result

    return make


def the_copy(stick: Path) -> Path:
    (folder,) = stick.iterdir()
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def is_intact(stick: Path, clock: FakeClock, randomness: FixedRandomness) -> bool:
    opened = open_copy(the_copy(stick), passphrase=WORDS, clock=clock, randomness=randomness, cost=CHEAP)
    return verify_copy(opened, Silent()).intact


def test_a_copy_is_complete_and_intact_and_remembered(
    bureau: Bureau,  # noqa: F811
    copies: SafetyCopyService,
    copy: Callable[[], CopyResult],
    stick: Path,
    clock: FakeClock,
    randomness: FixedRandomness,
) -> None:
    assert copies.age().last is None
    result = copy()
    assert result.inspections == 1
    assert result.written == result.total > 0
    assert is_intact(stick, clock, randomness)
    made = copies.last()
    assert made is not None
    assert (made.place, made.by, made.at) == (str(stick), bureau.lin.id, clock.now())
    assert bureau.desk.workspace.journal.latest().what == "safety copy made"  # type: ignore[union-attr]
    assert "complete and was read back: 1 inspection," in str(result_words(result)[0])


def test_nothing_on_the_stick_tells_a_name(
    bureau: Bureau,  # noqa: F811
    copy: Callable[[], CopyResult],
    stick: Path,
) -> None:
    copy()
    for name, content in contents(stick).items():
        for word in ("林知远", "周叙白", "何清越", "仁安", "青禾", "YL-TEST"):
            assert word not in name
            assert word.encode() not in content
            assert json.dumps(word)[1:-1].encode() not in content, name
    about = json.loads((the_copy(stick) / lists.ABOUT).read_bytes())
    assert set(about) == {"format", "version", "workspace", "device"}
    keys = json.loads((the_copy(stick) / "keys.json").read_bytes())
    assert "device" not in keys["sealed"], "a copy cannot sign as the laptop"


def test_a_second_copy_writes_only_what_is_new(
    bureau: Bureau,  # noqa: F811
    copy: Callable[[], CopyResult],
    stick: Path,
    clock: FakeClock,
    randomness: FixedRandomness,
) -> None:
    store = bureau.desk.inspection(bureau.inspection)
    with store.intention("evidence taken in", bureau.desk.author) as unit:
        unit.publish(store.blobs.add([secrets.token_bytes(3_000_000)]))
    first = copy()
    before = contents(stick)
    second = copy()
    assert first.written > 3_000_000
    assert second.written == 0
    assert {name: before[name] for name in before if name.endswith(".part")}.items() <= contents(
        stick
    ).items(), "parts are never written again"
    bureau.record(90)
    third = copy()
    assert 0 < third.written < 600_000
    assert is_intact(stick, clock, randomness)


def test_work_goes_on_while_a_copy_is_made(
    bureau: Bureau,  # noqa: F811
    copies: SafetyCopyService,
    stick: Path,
    clock: FakeClock,
    randomness: FixedRandomness,
) -> None:
    class Working:
        recorded = 0

        def report(self, done: int, total: int | None) -> None:
            self.recorded += 1
            bureau.record(100 + self.recorded)

    working = Working()
    make_copy(copies.plan(stick), working)
    assert working.recorded > 2
    assert is_intact(stick, clock, randomness)
    assert len(bureau.desk.inspection(bureau.inspection).all(Finding)) == 1 + working.recorded
    bureau.desk.close_inspection(bureau.inspection)
    assert not bureau.desk.inspection(bureau.inspection).was_left_open
    make_copy(copies.plan(stick), Silent())
    assert is_intact(stick, clock, randomness)


@pytest.mark.parametrize("step", [1, 2, 4])
def test_a_copy_that_is_cut_off_leaves_the_former_one_and_is_finished_by_the_next(
    bureau: Bureau,  # noqa: F811
    copies: SafetyCopyService,
    copy: Callable[[], CopyResult],
    stick: Path,
    clock: FakeClock,
    randomness: FixedRandomness,
    step: int,
) -> None:
    class Stop:
        left = step

        def report(self, done: int, total: int | None) -> None:
            self.left -= 1
            if self.left <= 0:
                raise Cancelled(sentence("Cancelled. Nothing of it was kept."))

    copy()
    former = (the_copy(stick) / lists.LISTING).read_bytes()
    bureau.record(90)
    with pytest.raises(Cancelled):
        make_copy(copies.plan(stick), Stop())
    assert (the_copy(stick) / lists.LISTING).read_bytes() == former
    assert is_intact(stick, clock, randomness)
    copy()
    assert is_intact(stick, clock, randomness)
    assert not list(the_copy(stick).glob(f"*{lists.WRITING}"))
    assert not (the_copy(stick) / lists.UNFINISHED).exists()


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, DiskFull, "The stick is full"),
        (errno.EROFS, EnvironmentProblem, "cannot be written"),
        (errno.EIO, EnvironmentProblem, "no longer there"),
    ],
)
@pytest.mark.parametrize("at", ["flush", "flush_folder"])
def test_what_the_stick_refuses_is_a_sentence_and_harms_nothing(
    bureau: Bureau,  # noqa: F811
    copies: SafetyCopyService,
    copy: Callable[[], CopyResult],
    stick: Path,
    clock: FakeClock,
    randomness: FixedRandomness,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    kind: type[EnvironmentProblem],
    words: str,
    at: str,
) -> None:
    copy()
    bureau.record(90)
    with monkeypatch.context() as patch:

        def refuse(path: Path) -> None:
            raise OSError(number, "injected")

        patch.setattr(medium, at, refuse)
        with pytest.raises(kind, match=words):
            make_copy(copies.plan(stick), Silent())
    assert is_intact(stick, clock, randomness)


def test_too_little_room_is_told_before_anything_is_written(
    copies: SafetyCopyService, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = 1000

    monkeypatch.setattr(copy_making.shutil, "disk_usage", lambda _: Usage)
    with pytest.raises(DiskFull, match="stick has 0 MB left"):
        make_copy(copies.plan(stick), Silent())
    assert not list(the_copy(stick).glob("*.part*"))


def test_a_stick_that_gives_back_other_bytes_is_found_out(
    bureau: Bureau,  # noqa: F811
    copies: SafetyCopyService,
    copy: Callable[[], CopyResult],
    stick: Path,
    clock: FakeClock,
    randomness: FixedRandomness,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copy()
    bureau.record(90)
    with monkeypatch.context() as patch:

        def flush(path: Path) -> None:
            if path.name.endswith(lists.WRITING):
                content = bytearray(path.read_bytes())
                content[len(content) // 2] ^= 1
                path.write_bytes(content)

        patch.setattr(medium, "flush", flush)
        with pytest.raises(medium.NotReadBack, match="does not give back"):
            make_copy(copies.plan(stick), Silent())
    assert is_intact(stick, clock, randomness)


def test_the_copy_of_another_laptop_is_refused_and_not_touched(
    copies: SafetyCopyService, copy: Callable[[], CopyResult], stick: Path
) -> None:
    copy()
    folder = the_copy(stick)
    about = json.loads((folder / lists.ABOUT).read_bytes())
    (folder / lists.ABOUT).write_text(json.dumps({**about, "device": "f" * 32}))
    before = contents(stick)
    with pytest.raises(NotAllowed, match="safety copy of another laptop"):
        make_copy(copies.plan(folder), Silent())
    assert contents(stick) == before


def test_a_copy_inside_the_workspace_is_refused(bureau: Bureau, copies: SafetyCopyService) -> None:  # noqa: F811
    with pytest.raises(NotAllowed, match="would be lost with it"):
        copies.plan(bureau.desk.folder)


def test_a_place_that_is_not_there_is_a_sentence(copies: SafetyCopyService, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="Put the stick in"):
        copies.plan(tmp_path / "pulled out")


def test_each_damaged_byte_of_a_copy_shows_when_it_is_verified(
    copy: Callable[[], CopyResult], stick: Path, clock: FakeClock, randomness: FixedRandomness
) -> None:
    copy()
    for part in the_copy(stick).glob("*.part"):
        content = part.read_bytes()
        for place in (30, len(content) // 2, len(content) - 1):
            part.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
            assert not is_intact(stick, clock, randomness)
        part.write_bytes(content[:-1])
        assert not is_intact(stick, clock, randomness)
        part.unlink()
        assert not is_intact(stick, clock, randomness)
        part.write_bytes(content)
    assert is_intact(stick, clock, randomness)
    listing = the_copy(stick) / lists.LISTING
    listing.write_bytes(listing.read_bytes()[:-1])
    with pytest.raises(DamagedFile, match="list of this safety copy is damaged"):
        is_intact(stick, clock, randomness)


def test_a_part_that_is_gone_from_the_stick_is_copied_again(
    copy: Callable[[], CopyResult], stick: Path, clock: FakeClock, randomness: FixedRandomness
) -> None:
    copy()
    next(the_copy(stick).glob("*.part")).unlink()
    copy()
    assert is_intact(stick, clock, randomness)


def test_a_day_without_a_copy_is_overdue_only_where_there_is_newer_work(
    bureau: Bureau,  # noqa: F811
    copies: SafetyCopyService,
    copy: Callable[[], CopyResult],
    clock: FakeClock,
) -> None:
    assert copies.age().is_overdue, "an inspection that stands on one disk alone"
    copy()
    clock.advance(25 * 3600)
    assert not copies.age().has_newer_work
    assert not copies.age().is_overdue
    bureau.desk.close_inspection(bureau.inspection)
    later = (clock.now().timestamp(),) * 2
    os.utime(bureau.desk.inspection_path(bureau.inspection), later)
    assert not copies.age().has_newer_work, "closing a file is no work"
    bureau.record(90)
    assert copies.age().is_overdue
    copy()
    assert not copy_age(bureau.desk).has_newer_work


def test_a_damaged_inspection_is_put_back_under_a_new_name_of_the_laptop(
    bureau: Bureau,  # noqa: F811
    copies: SafetyCopyService,
    copy: Callable[[], CopyResult],
    stick: Path,
) -> None:
    desk, inspection = bureau.desk, bureau.inspection
    copy()
    bureau.record(91)
    desk.close_inspection(inspection)
    path = desk.inspection_path(inspection)
    content = bytearray(path.read_bytes())
    content[20_000:40_000] = bytes(20_000)
    path.write_bytes(content)
    former = desk.device
    progress = CountingProgress()
    done = copies.restore_inspection(inspection, stick, progress)
    assert progress.reports
    assert desk.device == done.restoration.device != former
    store = desk.inspection(inspection)
    assert len(store.all(Evidence)) == 1, "what was entered after the copy is not in it"
    assert store.all(Restoration) == [done.restoration]
    assert verify_store(store, {}).intact
    asides = list(path.parent.glob("*.damaged-*.db"))
    assert [aside.read_bytes() for aside in asides] == [bytes(content)]
    bureau.record(92)
    assert [one.group for one in store.all(Evidence)] == ["A", "B"]
    assert "One inspection is back" in str(restored_words(done)[0])
    copy()
    assert len(list(stick.iterdir())) == 2, "the copy of the former name is not touched"
    assert desk.workspace.count(SafetyCopy) == 2


def test_an_original_that_was_lost_here_is_still_in_the_copy_after_a_salvage(
    bureau: Bureau,  # noqa: F811
    copies: SafetyCopyService,
    copy: Callable[[], CopyResult],
    stick: Path,
    clock: FakeClock,
    randomness: FixedRandomness,
) -> None:
    desk, inspection = bureau.desk, bureau.inspection
    store = desk.inspection(inspection)
    with store.intention("evidence taken in", desk.author) as unit:
        ref = store.blobs.add([secrets.token_bytes(9_000_000)])
        unit.publish(ref)
    copy()
    desk.close_inspection(inspection)
    path = desk.inspection_path(inspection)
    flip(path, path.stat().st_size - 4_000_000)
    SalvageService(desk).salvage(inspection, Silent())
    assert not desk.inspection(inspection).blobs.has(ref.sha256)
    result = copy()
    assert result.written < 2_000_000, "the originals of the former history are not written again"
    assert is_intact(stick, clock, randomness)
    copies.restore_inspection(inspection, stick, Silent())
    restored = desk.inspection(inspection)
    assert restored.blobs.matches(ref.sha256)
    assert restored.count(Salvage) == 1


def test_number_blocks_are_not_closed_where_the_laptop_is_not_lost(
    bureau: Bureau,  # noqa: F811
    copies: SafetyCopyService,
    copy: Callable[[], CopyResult],
    stick: Path,
) -> None:
    bureau.numbers.assign(DocumentType.RECTIFICATION_NOTICE, body="青医保", year=2026, first=1, last=9)
    copy()
    copies.restore_inspection(bureau.inspection, stick, Silent())
    assert [block.last for block in bureau.desk.workspace.all(NumberBlock)] == [9]
