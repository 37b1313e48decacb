"""A document is verified by anybody; an inspection's history names the first line that does not hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from inspector_app.domain.chain import NOTHING, code_of, hash_of
from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.ids import DeviceId, PersonId, Sha256
from inspector_app.domain.journal import Head, Line
from inspector_app.domain.people import Author, Person
from inspector_app.domain.verification import JournalReport, Vouching
from inspector_app.services.roster_reading import look_at
from inspector_app.services.verification import verify_file, verify_store
from inspector_app.storage import migrations
from inspector_app.storage.store import Store, open_store
from inspector_app.system.device import DeviceKey
from tests.commit_rule import CommitRule
from tests.documents.signed_notices import NIGHT, authority, signed
from tests.fakes import FakeClock, SequenceIds

HERE = Author(person=PersonId("p1"), device=DeviceId("d1"))


def told(report: JournalReport) -> str:
    return "\n".join(map(str, report.sentences))


# Documents


def test_a_document_is_verified_without_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "notice.pdf").write_bytes(signed(3))
    (tmp_path / "root.der").write_bytes(authority().certificate)
    assert verify_file(tmp_path / "notice.pdf").is_good
    trusting = verify_file(tmp_path / "notice.pdf", [tmp_path / "root.der"])
    assert {fact.vouching for fact in trusting.signatures} == {Vouching.TRUSTED}


def test_files_that_cannot_be_read_are_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"gone\.pdf"):
        verify_file(tmp_path / "gone.pdf")
    (tmp_path / "notice.pdf").write_bytes(signed(1))
    with pytest.raises(UnusableInput, match="no certificate"):
        verify_file(tmp_path / "notice.pdf", [tmp_path / "notice.pdf"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("read", [verify_file, look_at])
def test_a_pipe_or_a_device_is_a_sentence_instead_of_a_wait_without_end(
    tmp_path: Path, read: Callable[[Path], object]
) -> None:
    os.mkfifo(tmp_path / "notice.pdf")
    for path in (tmp_path / "notice.pdf", Path("/dev/null")):
        with pytest.raises(UnusableInput, match="pipe or a device"):
            read(path)


# The journal


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(
        tmp_path / "i.db", bytes(range(32)), clock=FakeClock(), ids=SequenceIds(), file_kind="inspection"
    )
    for number, name in enumerate("甲乙丙丁戊"):
        with opened.intention("person entered", HERE) as unit:
            unit.put(Person(id=PersonId(str(number)), name=name))
            unit.publish(opened.blobs.add([name.encode()]))
    yield opened
    opened.close()


@pytest.fixture
def tamper(store: Store, commit_rule: CommitRule) -> Iterator[Store]:
    """Somebody with the key and an SQL shell: the triggers are gone."""
    store._database.execute("PRAGMA foreign_keys = OFF")
    names = store._database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        store._database.execute(f"DROP TRIGGER {name}")
    yield store
    commit_rule.broken.clear()


def head_of(store: Store) -> str:
    last = store.journal.last(HERE.device)
    assert last is not None
    return code_of(last.hash)


def protected_again(store: Store) -> None:
    """Whoever tampers well puts the triggers back in their own words."""
    made = Database(memory=True)
    migrations.upgrade(made)
    for (sql,) in made.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'"):
        store._database.execute(sql)
    made.close()


def rewrite(store: Store, lines: list[Line]) -> None:
    store._database.execute("DELETE FROM journal")
    for line in lines:
        store.journal.append(line)


def test_an_intact_history_says_where_it_ends(store: Store) -> None:
    report = verify_store(store, {}, head_of(store))
    assert report.intact
    assert report.lines == 5
    assert head_of(store) in told(report)
    assert "--head" in told(verify_store(store, {}))


def test_an_edited_line_is_named(tamper: Store) -> None:
    tamper._database.execute("UPDATE journal SET person = 'other' WHERE sequence = 3")
    report = verify_store(tamper, {})
    assert not report.intact
    assert "Line 3 of laptop d1 was changed" in told(report)


def test_a_deleted_line_is_named(tamper: Store) -> None:
    tamper._database.execute("DELETE FROM journal WHERE sequence = 2")
    assert "Line 2 of laptop d1 is missing" in told(verify_store(tamper, {}))


def test_exchanged_lines_are_named(tamper: Store) -> None:
    lines = list(tamper.journal.lines_of(HERE.device))
    lines[1], lines[2] = replace(lines[1], sequence=3), replace(lines[2], sequence=2)
    rewrite(tamper, lines)
    assert "Line 2 of laptop d1" in told(verify_store(tamper, {}))


def test_a_cut_tail_is_noticed_against_a_printed_code(tamper: Store) -> None:
    code = head_of(tamper)
    rewrite(tamper, list(tamper.journal.lines_of(HERE.device))[:-1])
    tamper._database.execute("DELETE FROM records WHERE id = '4'")
    tamper._database.execute("DELETE FROM touched WHERE id = '4'")
    protected_again(tamper)
    assert verify_store(tamper, {}).intact, "without a code nobody can know"
    report = verify_store(tamper, {}, code)
    assert not report.intact
    assert "cut off or rewritten" in told(report)


def test_a_full_rewrite_with_new_hashes_is_noticed_against_a_printed_code(tamper: Store) -> None:
    code, previous, forged = head_of(tamper), NOTHING, []
    for line in tamper.journal.lines_of(HERE.device):
        unhashed = replace(line, person=PersonId("somebody else"), previous=previous)
        forged.append(replace(unhashed, hash=hash_of(unhashed)))
        previous = forged[-1].hash
    rewrite(tamper, forged)
    protected_again(tamper)
    assert verify_store(tamper, {}).intact
    assert not verify_store(tamper, {}, code).intact


def test_a_value_changed_behind_the_journal_is_noticed(tamper: Store) -> None:
    tamper._database.execute("UPDATE records SET body = replace(body, '丙', '丑')")
    assert "One entry was changed without a line" in told(verify_store(tamper, {}))


def test_a_value_without_any_line_is_noticed(tamper: Store) -> None:
    tamper._database.execute(
        "INSERT INTO records SELECT kind, '99', body, 1, 1, 'd1', 0 FROM records LIMIT 1"
    )
    assert "without a line" in told(verify_store(tamper, {}))


@pytest.mark.parametrize("body", ["{", "{}", '{"id": 1, "name": []}', "[]", "null"])
def test_a_value_that_cannot_be_read_any_more_is_noticed(tamper: Store, body: str) -> None:
    tamper._database.execute("UPDATE records SET body = ? WHERE id = '2'", [body])
    assert "One entry was changed without a line" in told(verify_store(tamper, {}))


def test_a_value_of_an_unknown_kind_is_noticed(tamper: Store) -> None:
    tamper._database.execute("UPDATE records SET kind = 'forged' WHERE id = '2'")
    assert "2 entries were changed without a line" in told(verify_store(tamper, {}))


def test_an_entity_that_was_made_to_forget_its_lines_is_noticed(tamper: Store) -> None:
    tamper._database.execute("DELETE FROM touched WHERE id = '2'")
    assert "One entry was changed without a line" in told(verify_store(tamper, {}))


@pytest.mark.parametrize("at", ["", "yesterday", "2026-13-01T00:00:00+00:00"])
def test_a_line_whose_time_cannot_be_read_is_named(tamper: Store, at: str) -> None:
    code = head_of(tamper)
    tamper._database.execute("UPDATE journal SET at = ? WHERE sequence = 3", [at])
    assert "Line 3 of laptop d1 was changed" in told(verify_store(tamper, {}, code))


def test_changed_evidence_is_named_by_its_hash(tamper: Store) -> None:
    tamper._database.execute("UPDATE chunks SET data = x'00' WHERE rowid = 1")
    assert "was changed. Take it from a safety copy" in told(verify_store(tamper, {}))


def with_signed_head(store: Store, key: DeviceKey, **over: object) -> None:
    line = list(store.journal.lines_of(HERE.device))[2]
    head = Head(
        id="h", device=HERE.device, sequence=line.sequence, hash=line.hash, signed_at=NIGHT, signature=""
    )
    with store.intention("head signed", HERE) as unit:
        unit.put(replace(key.sign(head, NIGHT), **over))  # type: ignore[arg-type]


def test_a_signed_head_that_still_stands_is_no_fault(store: Store) -> None:
    key = DeviceKey(bytes(32))
    with_signed_head(store, key)
    assert verify_store(store, {HERE.device: key.public_key}).intact


@pytest.mark.parametrize(
    "over", [{"hash": "sha256:" + "0" * 64}, {"signature": "ed25519:00"}, {"sequence": 99}]
)
def test_a_signed_head_that_the_history_does_not_fit_is_a_fault(
    store: Store, over: dict[str, object]
) -> None:
    key = DeviceKey(bytes(32))
    with_signed_head(store, key, **over)
    assert "no longer fits the point" in told(verify_store(store, {HERE.device: key.public_key}))


def test_removed_values_are_no_fault(store: Store) -> None:
    with store.intention("person removed", HERE) as unit:
        unit.remove(Person, "1")
    assert verify_store(store, {}).intact
    assert store.blobs.has(Sha256(store.blobs.hashes()[0]))


def test_evidence_that_is_gone_altogether_is_noticed(store: Store, commit_rule: CommitRule) -> None:
    with store.intention("bytes kept", HERE) as unit:
        unit.publish(store.blobs.add([b"an original"]))
    assert verify_store(store, {}).intact
    for trigger in store._database.triggers:
        store._database.execute(f"DROP TRIGGER {trigger.name}")
    store._database.execute("DELETE FROM blobs")
    store._database.execute("DELETE FROM chunks")
    report = verify_store(store, {})
    assert not report.intact
    assert "is gone" in told(report)
    commit_rule.broken.clear()  # tampering is what this test does
