"""The store: intentions, history, triggers, merging, damage."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from inspector_app.domain.chain import check_chain, code_of, has_head, hash_of
from inspector_app.domain.errors import DamagedFile, DiskFull, NewerFile
from inspector_app.domain.ids import DeviceId, PersonId
from inspector_app.domain.people import Author, Person
from inspector_app.storage import cipher, migrations
from inspector_app.storage.store import Store, open_store
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock, SequenceIds

KEY = bytes(range(32))
HERE = Author(person=PersonId("p1"), device=DeviceId("d1"))
THERE = Author(person=PersonId("p2"), device=DeviceId("d2"))


def opened(path: Path) -> Store:
    return open_store(path, KEY, clock=FakeClock(), ids=SequenceIds(), file_kind="inspection")


def person(identity: str, name: str) -> Person:
    return Person(id=PersonId(identity), name=name)


@pytest.fixture
def store(tmp_path: Path):
    with_store = opened(tmp_path / "inspection.db")
    yield with_store
    with_store.close()


def put(store: Store, value: Person, author: Author = HERE) -> None:
    with store.intention("person entered", author) as unit:
        unit.put(value)


def test_what_is_put_is_there_after_opening_again(tmp_path: Path) -> None:
    first = opened(tmp_path / "a.db")
    put(first, person("1", "韩知秋"))
    first.close()
    again = opened(tmp_path / "a.db")
    assert again.get(Person, "1") == person("1", "韩知秋")
    assert again.meta("file_kind") == "inspection"
    again.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_a_new_file_and_its_folder_are_their_owners_alone(tmp_path: Path) -> None:
    store = opened(tmp_path / "inspections" / "a.db")
    put(store, person("1", "韩知秋"))
    rights = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "inspections").iterdir()}
    store.close()
    assert {"a.db", "a.db-wal"} <= rights.keys()
    assert set(rights.values()) == {0o600}
    assert (tmp_path / "inspections").stat().st_mode & 0o777 == 0o700


def test_the_file_is_not_readable_without_its_key(tmp_path: Path) -> None:
    store = opened(tmp_path / "a.db")
    put(store, person("1", "韩知秋"))
    store.close()
    assert "韩知秋".encode() not in (tmp_path / "a.db").read_bytes()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(tmp_path / "a.db").execute("SELECT * FROM journal")
    with pytest.raises(DamagedFile):
        open_store(tmp_path / "a.db", bytes(32), clock=FakeClock(), ids=SequenceIds(), file_kind="inspection")


def test_an_intention_that_raises_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.intention("x", HERE) as unit:
        unit.put(person("1", "甲"))
        _ = 1 / 0
    assert store.all(Person) == []
    assert store.journal.count() == 0


def test_history_keeps_every_value(store: Store) -> None:
    for name in ("甲", "乙", "丙"):
        put(store, person("1", name))
    with store.intention("person removed", HERE) as unit:
        unit.remove(Person, "1")
    values = [revision.value for revision in store.history(Person, "1")]
    assert [getattr(value, "name", None) for value in values] == ["甲", "乙", "丙", None]
    assert store.get(Person, "1") is None
    assert store.check() == []


def test_of_several_changes_in_one_intention_the_last_counts(store: Store) -> None:
    with store.intention("entered twice", HERE) as unit:
        unit.put(person("1", "甲"))
        unit.put(person("1", "乙"))
        unit.put(person("2", "丙"))
        unit.remove(Person, "2")
    assert [found.name for found in store.all(Person)] == ["乙"]
    assert [getattr(found.value, "name", None) for found in store.history(Person, "1")] == ["乙"]


def test_bytes_that_are_gone_or_changed_are_not_handed_out(store: Store, commit_rule: CommitRule) -> None:
    with store.intention("bytes kept", HERE) as unit:
        ref = store.blobs.add([os.urandom(2_500_000)])
        unit.publish(ref)
        unit.put(person("1", "甲"))
    assert store.journal.cited_bytes() == {ref.sha256: 2_500_000}
    store._database.execute("DROP TRIGGER chunks_stay")
    store._database.execute("DELETE FROM chunks WHERE position = 2")
    with pytest.raises(DamagedFile):
        store.blobs.read(ref.sha256)
    assert not store.blobs.matches(ref.sha256)


def test_the_commit_rule_sees_rows_without_a_line(store: Store, commit_rule: CommitRule) -> None:
    with store._database.atomic():
        store._database.execute(
            "INSERT INTO records (kind, id, body, revision, clock, device) VALUES ('person','9','{}',1,1,'d')"
        )
    assert commit_rule.broken
    commit_rule.broken.clear()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET what = 'other'",
        "DELETE FROM journal",
        "DELETE FROM records",
        "UPDATE chunks SET data = x'00'",
        "DELETE FROM chunks",
        "UPDATE blobs SET size = 1",
        "DELETE FROM blobs",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal",
    ],
)
def test_what_is_stored_cannot_be_changed(store: Store, statement: str, commit_rule: CommitRule) -> None:
    with store.intention("bytes kept", HERE) as unit:
        unit.publish(store.blobs.add([b"original"]))
        unit.put(person("1", "甲"))
    with pytest.raises(dbapi2.IntegrityError):
        store._database.execute(statement)
    commit_rule.broken.clear()  # the statement was refused, so nothing was committed


def test_bytes_come_back_exactly_and_twice_the_same_are_kept_once(store: Store) -> None:
    data = os.urandom(2_500_000)
    for name in ("甲", "乙"):
        with store.intention("bytes kept", HERE) as unit:
            ref = store.blobs.add([data[:1_000_001], data[1_000_001:]])
            unit.publish(ref)
            unit.put(person(name, name))
    assert store.blobs.read(ref.sha256) == data
    assert all(store.blobs.matches(sha256) for sha256 in store.blobs.hashes())
    assert store._database.execute("SELECT count(*) FROM blobs").fetchone()[0] == 1
    assert store._database.execute("SELECT count(DISTINCT batch) FROM chunks").fetchone()[0] == 1


def test_staged_bytes_that_nobody_published_are_swept_at_the_next_start(tmp_path: Path) -> None:
    store = opened(tmp_path / "a.db")
    store.blobs.add([b"x" * 5_000_000])
    store.close()
    again = opened(tmp_path / "a.db")
    assert again.swept_chunks == 5
    assert again._database.execute("SELECT count(*) FROM chunks").fetchone()[0] == 0
    again.close()


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    store = opened(tmp_path / "a.db")
    store._database.execute(f"PRAGMA user_version = {len(migrations.STEPS) + 1}")
    store.close()
    before = (tmp_path / "a.db").read_bytes()
    with pytest.raises(NewerFile):
        opened(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == before


@pytest.mark.parametrize("step", range(len(migrations.STEPS)))
def test_a_file_of_every_earlier_step_is_brought_to_the_same_schema(tmp_path: Path, step: int) -> None:
    old = cipher.connect(tmp_path / "old.db", KEY)
    cipher.prepare(old)
    migrations.upgrade(old, upto=step)
    old.close()
    upgraded, new = opened(tmp_path / "old.db"), opened(tmp_path / "new.db")
    assert upgraded._database.schema == new._database.schema
    upgraded.close()
    new.close()


def test_a_copy_before_a_migration_leaves_the_bytes_out(tmp_path: Path) -> None:
    store = opened(tmp_path / "a.db")
    with store.intention("bytes kept", HERE) as unit:
        unit.publish(store.blobs.add([b"x" * 3_000_000]))
        unit.put(person("1", "甲"))
    cipher.copy_without_blobs(store._database, KEY, tmp_path / "copy.db")
    store.close()
    copy = cipher.connect(tmp_path / "copy.db", KEY)
    assert copy.execute("SELECT count(*) FROM journal").fetchone()[0] == 1
    assert "chunks" not in copy.table_names()
    copy.close()
    assert (tmp_path / "copy.db").stat().st_size < 1_000_000


def test_a_damaged_file_is_told_and_left_alone(tmp_path: Path) -> None:
    store = opened(tmp_path / "a.db")
    put(store, person("1", "甲"))
    store.close()
    damaged = bytearray((tmp_path / "a.db").read_bytes())
    damaged[100:200] = os.urandom(100)
    (tmp_path / "a.db").write_bytes(damaged)
    with pytest.raises(DamagedFile):
        opened(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == bytes(damaged)


# The chain


def chain(store: Store):
    for number, name in enumerate("甲乙丙丁戊"):
        put(store, person(str(number), name))
    return list(store.journal.lines_of(HERE.device))


def test_an_edited_deleted_or_reordered_line_is_named(store: Store) -> None:
    lines = chain(store)
    edited = [*lines[:2], replace(lines[2], body=lines[2].body.replace("丙", "丑")), *lines[3:]]
    assert (check_chain(lines), check_chain(edited).sequence) == (None, 3)  # type: ignore[union-attr]
    assert check_chain([*lines[:1], *lines[2:]]).sequence == 2  # type: ignore[union-attr]
    assert check_chain([lines[1], lines[0], *lines[2:]]).sequence == 1  # type: ignore[union-attr]


def test_a_cut_tail_or_a_full_rewrite_is_seen_against_a_printed_head(store: Store) -> None:
    lines = chain(store)
    code = code_of(lines[-1].hash)
    assert has_head(lines, code.lower().replace("-", " "))
    cut = lines[:-1]
    assert check_chain(cut) is None
    assert not has_head(cut, code)
    rewritten = []
    previous = lines[0].previous
    for line in lines:
        forged = replace(line, person=PersonId("somebody else"), previous=previous)
        forged = replace(forged, hash=hash_of(forged))
        rewritten.append(forged)
        previous = forged.hash
    assert check_chain(rewritten) is None
    assert not has_head(rewritten, code)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edits=st.lists(
        st.tuples(st.sampled_from("AB"), st.integers(0, 2), st.sampled_from(["甲", "乙", "丙", ""])),
        max_size=12,
    )
)
def test_two_devices_chains_give_one_state_in_either_order(
    tmp_path_factory: pytest.TempPathFactory, commit_rule: CommitRule, edits: list[tuple[str, int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    a, b, left, right = (opened(folder / f"{name}.db") for name in ("a", "b", "left", "right"))
    for number, (where, identity, name) in enumerate(edits):
        store, author = (a, HERE) if where == "A" else (b, THERE)
        store._ids = SequenceIds(prefix=f"e{number:03}")  # identities are unique across laptops
        with store.intention("edited", author) as unit:
            if name:
                unit.put(person(str(identity), name))
            else:
                unit.remove(Person, str(identity))
    lines_a, lines_b = list(a.journal.lines()), list(b.journal.lines())
    with commit_rule.while_merging():
        for chains, merged in (((lines_a, lines_b), left), ((lines_b, lines_a), right)):
            for lines in chains:
                if lines:
                    merged.merge(lines)
        a_takes_b = lines_b and a.merge(lines_b)
        b_takes_a = lines_a and b.merge(lines_a)
    revisions = [
        [store._revision("person", str(identity)) for identity in range(3)] for store in (left, right, a, b)
    ]
    assert all(found == revisions[0] for found in revisions)
    assert left.all(Person) == right.all(Person) == a.all(Person) == b.all(Person)
    assert [line.hash for line in left.journal.lines()] == [line.hash for line in right.journal.lines()]
    assert (a_takes_b or 0) + (b_takes_a or 0) == len(edits)
    for store in (a, b, left, right):
        assert store.check() == []
        store.close()


def test_a_chain_with_a_gap_or_a_forged_line_is_not_taken(tmp_path: Path, store: Store) -> None:
    lines = chain(store)
    other = opened(tmp_path / "other.db")
    with pytest.raises(ValueError, match="does not continue"):
        other.merge(lines[1:])
    with pytest.raises(ValueError, match="does not continue"):
        other.merge([replace(lines[0], what="forged")])
    assert other.all(Person) == []
    assert other.journal.count() == 0
    other.close()


# Kill and full disk

_WRITER = """
import sys
from pathlib import Path
from inspector_app.domain.people import Author, Person
from inspector_app.storage.store import open_store
from tests.fakes import FakeClock, SequenceIds
ids = SequenceIds(prefix="e" + sys.argv[2])
store = open_store(Path(sys.argv[1]), bytes(range(32)), clock=FakeClock(), ids=ids, file_kind="inspection")
author = Author(person="p1", device="d1")
number = int(sys.argv[2])
while True:
    with store.intention("entered", author) as unit:
        unit.publish(store.blobs.add([number.to_bytes(8, "big") * 5000]))
        unit.put(Person(id=str(number), name="甲"))
    print(number, flush=True)
    number += 1
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    acknowledged: set[str] = set()
    for round_number in range(6):
        start = 1 + round_number * 100_000
        process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(_WRITER), str(path), str(start)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert process.stdout is not None
        for line in itertools.islice(process.stdout, 3 + round_number * 4):
            acknowledged.add(line.strip())
        process.send_signal(signal.SIGKILL)
        acknowledged.update(line.strip() for line in process.stdout.read().splitlines() if line.strip())
        process.wait()
        process.stdout.close()
    store = opened(path)
    assert len(acknowledged) >= 6 * 3
    assert acknowledged <= {person.id for person in store.all(Person)}
    assert store.check() == []
    assert all(store.blobs.matches(sha256) for sha256 in store.blobs.hashes())
    store.close()


def test_a_full_disk_is_told_and_what_was_saved_is_safe(tmp_path: Path) -> None:
    store = opened(tmp_path / "a.db")
    put(store, person("1", "甲"))
    pages = store._database.execute("PRAGMA page_count").fetchone()[0]
    store._database.execute(f"PRAGMA max_page_count = {pages + 4}")  # SQLite says FULL as a full disk does
    with pytest.raises(DiskFull), store.intention("bytes kept", HERE) as unit:
        unit.publish(store.blobs.add([b"x" * 4_000_000]))
        unit.put(person("2", "乙"))
    assert [found.name for found in store.all(Person)] == ["甲"]
    store._database.execute("PRAGMA max_page_count = 1000000")
    put(store, person("2", "乙"))
    assert store.check() == []
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path):
    """A file system of 12 MB, where this user may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root; the injected error above stands for it")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode != 0:
        pytest.skip("this machine does not allow mounting a small file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_really_full_file_system_loses_nothing_and_work_goes_on_after(small_disk: Path) -> None:
    store = opened(small_disk / "a.db")
    saved: list[str] = []
    with pytest.raises(DiskFull):
        for number in range(40):
            with store.intention("bytes kept", HERE) as unit:
                unit.publish(store.blobs.add([os.urandom(1_000_000)]))
                unit.put(person(str(number), "甲"))
            saved.append(str(number))
    assert saved
    assert {found.id for found in store.all(Person)} == set(saved)
    store.close()
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    again = opened(small_disk / "a.db")
    again._ids = SequenceIds(prefix="b")  # another start makes other identities
    put(again, person("after", "乙"))
    assert {found.id for found in again.all(Person)} == {*saved, "after"}
    assert again.check() == []
    assert all(again.blobs.matches(sha256) for sha256 in again.blobs.hashes())
    again.close()
