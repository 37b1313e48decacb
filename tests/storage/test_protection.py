"""A file whose triggers or tables were changed from outside is known by it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.domain.ids import DeviceId, PersonId
from inspector_app.domain.people import Author, Person
from inspector_app.domain.wording import Sentence
from inspector_app.services.verification import verify_store
from inspector_app.storage.protection import SchemaFault, Tampering
from inspector_app.storage.store import Store, open_store
from tests.fakes import FakeClock, SequenceIds

HERE = Author(person=PersonId("p1"), device=DeviceId("d1"))
TRIGGERS = [
    "journal_keeps",
    "journal_stays",
    "touched_keeps",
    "touched_stays",
    "chunks_keep",
    "chunks_stay",
    "blobs_keep",
    "blobs_stay",
    "records_stay",
    "document_revisions_keep",
    "evidence_keeps_its_bytes",
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(
        tmp_path / "i.db", bytes(range(32)), clock=FakeClock(), ids=SequenceIds(), file_kind="inspection"
    )
    with opened.intention("person entered", HERE) as unit:
        unit.put(Person(id=PersonId("1"), name="甲"))
    yield opened
    opened.close()


def told(store: Store) -> str:
    report = verify_store(store, {})
    assert not report.intact
    assert all(isinstance(one, Sentence) for one in report.sentences)
    return " ".join(map(str, report.sentences))


def test_a_file_as_the_program_made_it_has_no_fault(store: Store) -> None:
    assert store.schema_faults() == []
    store._database.execute("ANALYZE")
    assert store.schema_faults() == [], "statistics are SQLite's own"
    assert verify_store(store, {}).intact


@pytest.mark.parametrize("name", TRIGGERS)
def test_a_dropped_trigger_is_named(store: Store, name: str) -> None:
    store._database.execute(f"DROP TRIGGER {name}")
    assert store.schema_faults() == [SchemaFault(kind="trigger", name=name, tampering=Tampering.REMOVED)]
    assert f"The protection {name} was removed" in told(store)


def test_every_trigger_of_the_program_is_among_those_tried(store: Store) -> None:
    assert sorted(trigger.name for trigger in store._database.triggers) == sorted(TRIGGERS)


def test_a_trigger_that_was_put_back_toothless_is_named(store: Store) -> None:
    store._database.execute("DROP TRIGGER journal_stays")
    store._database.execute(
        "CREATE TRIGGER journal_stays BEFORE DELETE ON journal WHEN 0 "
        "BEGIN SELECT RAISE(ABORT, 'journal cannot be changed'); END"
    )
    assert "The protection journal_stays in this file was changed" in told(store)


def test_a_trigger_that_the_program_never_made_is_named(store: Store) -> None:
    store._database.execute("CREATE TRIGGER helpful AFTER INSERT ON records BEGIN SELECT 1; END")
    assert "holds helpful, which the program never put there" in told(store)


def test_a_table_of_another_shape_is_named(store: Store) -> None:
    store._database.execute("ALTER TABLE derived ADD COLUMN note TEXT")
    assert "The part derived of this file is not built as the program builds it" in told(store)


def test_a_file_that_claims_to_be_older_than_it_is_does_not_hide_what_was_dropped(store: Store) -> None:
    store._database.execute("DROP TRIGGER journal_stays")
    store._database.execute("PRAGMA user_version = 0")
    assert not verify_store(store, {}).intact
