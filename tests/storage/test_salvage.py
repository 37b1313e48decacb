"""Salvage of damaged files: no crash, no loss in silence, nothing kept that does not prove itself."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.domain.chain import hash_of
from inspector_app.domain.errors import Cancelled, DamagedFile, NewerFile
from inspector_app.domain.people import Person
from inspector_app.domain.ports import Silent
from inspector_app.domain.salvage import Salvage
from inspector_app.domain.wording import sentence
from inspector_app.storage.cells import INDEX_LEAF, TABLE_LEAF
from inspector_app.storage.cipher import PAGE_SIZE
from inspector_app.storage.pages import Pages
from inspector_app.storage.remains import gather
from inspector_app.storage.salvage import Target, salvage
from inspector_app.storage.setting_aside import exchange, finish_exchanges, fresh_beside, name_aside
from inspector_app.storage.store import Store
from tests.commit_rule import CommitRule
from tests.fakes import SequenceIds
from tests.storage.damaging import (
    HERE,
    KEY,
    LATER,
    Truth,
    closed_file,
    copied,
    cut,
    file_with_log,
    flip,
    flip_page,
    opened,
    salvaged,
)


@pytest.fixture(autouse=True)
def many_lines_at_once(commit_rule: CommitRule) -> Iterator[None]:
    with commit_rule.while_merging():
        yield


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    return closed_file(tmp_path_factory.mktemp("closed"))


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    return file_with_log(tmp_path_factory.mktemp("killed"))


def account(known: Truth, record: Salvage, store: Store) -> None:
    """Kept and lost together are all there was, or the record says that more may be gone."""
    kept = {(line.device, line.sequence) for line in store.journal.lines() if line.entity_id != record.id}
    lost = {(line.device, line.sequence) for line in record.lost_lines}
    assert kept <= known.lines
    assert not kept & lost
    assert len(kept) == record.lines_kept
    assert kept | lost == known.lines or record.end_unknown
    for line in store.journal.lines():
        assert hash_of(line) == line.hash
    hashes, gone = set(store.blobs.hashes()), {known.sha256 for known in record.lost_bytes}
    assert hashes <= known.hashes
    assert hashes | gone == known.hashes or record.end_unknown
    for sha256 in hashes:
        assert hashlib.sha256(store.blobs.read(sha256)).hexdigest() == sha256
    here = {one.id: one for one in store.all(Person)}
    named = {entry.id for entry in (*record.lost_entries, *record.older_entries)}
    differing = {identity for identity, one in known.people.items() if here.get(identity) != one}
    assert differing <= named or record.end_unknown
    if record.is_whole:
        assert (kept, hashes, here) == (known.lines, known.hashes, known.people)
    assert store.get(Salvage, record.id) == record


@pytest.mark.parametrize("which", ["closed", "killed"])
def test_an_undamaged_file_is_salvaged_whole(
    which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    known = request.getfixturevalue(which)
    record, store = salvaged(copied(known, tmp_path))
    account(known, record, store)
    assert record.is_whole
    assert store.check() == []
    store.close()


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("which", ["closed", "killed"])
def test_bytes_flipped_anywhere_lose_nothing_in_silence(
    seed: int, which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    known = request.getfixturevalue(which)
    path = copied(known, tmp_path)
    rnd = random.Random(seed)  # noqa: S311 - chance that can be repeated
    log = path.with_name(path.name + "-wal")
    for _ in range(rnd.choice((1, 3, 25))):
        victim = log if log.exists() and rnd.random() < 0.6 else path
        flip(victim, rnd.randrange(victim.stat().st_size))
    before = path.read_bytes()
    record, store = salvaged(path)
    account(known, record, store)
    assert path.read_bytes() == before
    store.close()


@pytest.mark.parametrize("part", [0.1, 0.5, 0.77, 0.98, 0.9999])
@pytest.mark.parametrize("which", ["closed", "killed"])
def test_a_file_cut_off_at_any_length_tells_what_is_gone(
    part: float, which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    known = request.getfixturevalue(which)
    path = copied(known, tmp_path)
    cut(path, int(path.stat().st_size * part))
    record, store = salvaged(path)
    account(known, record, store)
    assert not record.is_whole
    store.close()


@pytest.mark.parametrize("part", [0.05, 0.5, 0.98])
def test_a_log_cut_in_the_middle_of_a_page_tells_that_its_end_is_gone(
    part: float, killed: Truth, tmp_path: Path
) -> None:
    path = copied(killed, tmp_path)
    log = path.with_name(path.name + "-wal")
    cut(log, int(log.stat().st_size * part))
    record, store = salvaged(path)
    account(killed, record, store)
    assert record.end_unknown
    store.close()


def test_a_damaged_log_head_costs_nothing(killed: Truth, tmp_path: Path) -> None:
    path = copied(killed, tmp_path)
    flip(path.with_name(path.name + "-wal"), 2, 17)
    record, store = salvaged(path)
    account(killed, record, store)
    assert record.lines_kept == len(killed.lines)
    store.close()


def test_a_damaged_first_page_costs_nothing_but_its_own_content(closed: Truth, tmp_path: Path) -> None:
    path = copied(closed, tmp_path)
    flip(path, 9_000)
    record, store = salvaged(path)
    account(closed, record, store)
    assert record.lines_kept == len(closed.lines)
    assert record.bytes_kept == len(closed.hashes)
    store.close()


def test_one_wrong_byte_in_the_salt_is_found(closed: Truth, tmp_path: Path) -> None:
    path = copied(closed, tmp_path)
    flip(path, 3)
    record, store = salvaged(path)
    account(closed, record, store)
    assert record.salt_found
    assert record.lines_kept == len(closed.lines)
    store.close()


def test_without_the_salt_lines_and_originals_prove_themselves_by_their_hashes(
    closed: Truth, tmp_path: Path
) -> None:
    path = copied(closed, tmp_path)
    flip(path, *range(16), *range(4 * PAGE_SIZE + 7_777, path.stat().st_size, 9 * PAGE_SIZE))
    record, store = salvaged(path)
    account(closed, record, store)
    assert not record.salt_found
    assert record.without_history == ()
    assert record.lines_kept > 0
    assert not record.is_whole
    store.close()


def pages_with(path: Path, columns: tuple[type, ...]) -> list[int]:
    """Return the leaves that hold rows of this shape."""
    from inspector_app.storage.cells import rows_of

    pages = Pages(path, KEY)
    found = [
        number
        for number in pages.numbers()
        if pages.first_byte(number) in (TABLE_LEAF, INDEX_LEAF)
        and any(tuple(map(type, row.values)) == columns for row in rows_of(pages, number))
    ]
    pages.close()
    return found


JOURNAL = (str, str, int, int, str, str, str, str, str, int, str, str, str)
STATE = (str, str, str, int, int, str, int)


def test_values_whose_lines_are_lost_are_kept_and_listed_as_without_history(
    closed: Truth, tmp_path: Path
) -> None:
    path = copied(closed, tmp_path)
    flip_page(path, *pages_with(path, JOURNAL))
    record, store = salvaged(path)
    account(closed, record, store)
    assert record.lines_kept == 0
    assert {one.id: one for one in store.all(Person)} == closed.people
    assert {entry.id for entry in record.without_history} == set(closed.people)
    assert {(line.device, line.sequence) for line in record.lost_lines} == closed.lines
    assert set(store.blobs.hashes()) == closed.hashes, "the list of originals was whole"
    store.close()


def test_the_state_follows_from_the_lines_where_its_own_pages_are_gone(closed: Truth, tmp_path: Path) -> None:
    path = copied(closed, tmp_path)
    flip_page(path, *pages_with(path, STATE))
    record, store = salvaged(path)
    account(closed, record, store)
    assert record.lines_kept == len(closed.lines)
    assert {one.id: one for one in store.all(Person)} == closed.people
    assert store.check() == []
    store.close()


def test_lost_lines_are_named_by_the_indexes_and_their_places_stay_empty(
    closed: Truth, tmp_path: Path
) -> None:
    path = copied(closed, tmp_path)
    flip_page(path, pages_with(path, JOURNAL)[1])
    record, store = salvaged(path)
    account(closed, record, store)
    lost = {(line.device, line.sequence) for line in record.lost_lines}
    assert lost
    assert lost | {(line.device, line.sequence) for line in store.journal.lines()} >= closed.lines
    last = store.journal.last(HERE.device)
    assert last is not None
    assert last.sequence == max(number for device, number in closed.lines if device == HERE.device) + 1
    assert [fault.reason for fault in store.check()] != []
    store.close()


def test_an_original_whose_entry_is_gone_is_found_by_its_hash(closed: Truth, tmp_path: Path) -> None:
    path = copied(closed, tmp_path)
    flip_page(path, *pages_with(path, (str, int, int)))
    record, store = salvaged(path)
    account(closed, record, store)
    assert set(store.blobs.hashes()) == closed.hashes
    store.close()


def test_with_one_damaged_page_of_an_original_that_original_alone_is_lost(
    closed: Truth, tmp_path: Path
) -> None:
    path = copied(closed, tmp_path)
    pages = Pages(path, KEY)
    overflow = [number for number in pages.numbers() if pages.first_byte(number) == 0]
    pages.close()
    flip_page(path, overflow[len(overflow) // 2])
    record, store = salvaged(path)
    account(closed, record, store)
    assert len(record.lost_bytes) == 1
    assert record.lines_kept == len(closed.lines)
    assert not record.end_unknown, "the row itself says what stood on the page"
    store.close()


@pytest.mark.parametrize("size", [0, 100, PAGE_SIZE])
def test_a_file_of_which_nothing_is_left_is_a_sentence_and_no_new_file(
    size: int, closed: Truth, tmp_path: Path
) -> None:
    path = copied(closed, tmp_path)
    cut(path, size)
    with pytest.raises(DamagedFile, match=r"Nothing in damaged\.db"):
        salvaged(path)
    assert [found.name for found in tmp_path.iterdir()] == ["damaged.db"]


def test_a_foreign_file_and_a_wrong_key_keep_nothing(closed: Truth, tmp_path: Path) -> None:
    path = copied(closed, tmp_path)
    target = Target(path=fresh_beside(path), key=KEY, clock=LATER, ids=SequenceIds(), file_kind="inspection")
    with pytest.raises(DamagedFile):
        salvage(path, bytes(32), target, HERE, "aside.db", Silent())
    path.write_bytes(bytes(range(256)) * 1300)
    with pytest.raises(DamagedFile):
        salvage(path, KEY, target, HERE, "aside.db", Silent())
    assert not target.path.exists()


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    store = opened(tmp_path / "damaged.db")
    store._database.execute("PRAGMA user_version = 99")
    store.close()
    with pytest.raises(NewerFile):
        salvaged(tmp_path / "damaged.db")


def test_a_cancelled_salvage_leaves_nothing_behind(closed: Truth, tmp_path: Path) -> None:
    path = copied(closed, tmp_path)
    target = Target(path=fresh_beside(path), key=KEY, clock=LATER, ids=SequenceIds(), file_kind="inspection")

    class Stop:
        def report(self, done: int, total: int | None) -> None:
            if total and done > total * 0.7:
                raise Cancelled(sentence("Cancelled. Nothing of it was kept."))

    with pytest.raises(Cancelled):
        salvage(path, KEY, target, HERE, "aside.db", Stop())
    assert [found.name for found in tmp_path.iterdir()] == ["damaged.db"]


def test_the_damaged_file_goes_aside_with_its_log_under_a_name_that_says_why(
    killed: Truth, tmp_path: Path
) -> None:
    path = copied(killed, tmp_path)
    _record, store = salvaged(path)
    store.close()
    aside = name_aside(path, LATER.now())
    exchange(path, aside)
    assert aside.name == "damaged.damaged-20261121T143000Z.db"
    assert {found.name for found in tmp_path.iterdir()} == {path.name, aside.name, aside.name + "-wal"}
    again = opened(path)
    assert again.journal.count() == len(killed.lines) + 1
    again.close()


def test_an_exchange_that_was_cut_off_is_finished_and_a_half_written_file_is_dropped(
    killed: Truth, tmp_path: Path
) -> None:
    path = copied(killed, tmp_path)
    fresh_beside(path).write_bytes(b"half written")
    finish_exchanges(tmp_path)
    assert not fresh_beside(path).exists()
    _record, store = salvaged(path)
    store.close()
    aside = name_aside(path, LATER.now())
    path.rename(aside)
    finish_exchanges(tmp_path)
    assert {found.name for found in tmp_path.iterdir()} == {path.name, aside.name, aside.name + "-wal"}
    again = opened(path)
    assert again.journal.count() == len(killed.lines) + 1
    again.close()


def test_lines_of_pages_that_hold_are_never_taken_on_trust(closed: Truth, tmp_path: Path) -> None:
    pages = Pages(copied(closed, tmp_path), KEY)
    remains = gather(pages, Silent())
    pages.close()
    assert len(remains.lines) == len(closed.lines)
    assert all(hash_of(line) == line.hash for line in remains.lines.values())
