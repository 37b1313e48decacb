"""The workspace's own file is damaged: people, numbers and the list come back as far as they can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.app import build_activities
from inspector_app.domain.document import BurnedNumber, DocumentType, NumberState
from inspector_app.domain.errors import Cancelled, DamagedFile, DamagedWorkspace, NotAllowed
from inspector_app.domain.ids import DocumentId, PersonId
from inspector_app.domain.people import Role
from inspector_app.domain.ports import Silent
from inspector_app.domain.wording import sentence
from inspector_app.services.activities import Activities
from inspector_app.services.desk import WORKSPACE_FILE
from inspector_app.storage.cells import rows_of
from inspector_app.storage.pages import Pages
from inspector_app.system.keys import file_key
from inspector_app.system.wrapping import Cost
from tests import builders
from tests.commit_rule import CommitRule
from tests.fakes import CountingProgress, FakeClock
from tests.storage.damaging import flip, flip_page

WORDS = "a walk through wards"
TYPE = DocumentType.RECTIFICATION_NOTICE
CHEAP = Cost(memory_kib=8, passes=1, lanes=1)


@pytest.fixture(autouse=True)
def many_lines_at_once(commit_rule: CommitRule) -> Iterator[None]:
    with commit_rule.while_merging():
        yield


def laptop(folder: Path) -> Activities:
    return build_activities(folder, clock=FakeClock(), cost=CHEAP)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def lin(folder: Path) -> PersonId:
    """A laptop with two people, an inspection, five numbers, three of them burned; locked."""
    a = laptop(folder)
    lin = a.workspace.create(
        bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
    )
    a.workspace.add_person("何清越", role=Role.LEAD, passphrase=WORDS)
    a.workspace.accept_risk()
    opened = a.inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=(lin,))
    year = a.desk.clock.now().year
    a.numbers.assign(TYPE, body="青医保", year=year, first=5, last=9)
    for number in range(3):
        a.numbers.burn(TYPE, inspection=opened.id, document=DocumentId(f"{number:032x}"))
    a.workspace.lock()
    return lin.id


def damage(folder: Path, word: str) -> None:
    """Damage every page with a row that holds a word."""
    a = laptop(folder)
    opened = a.workspace.credentials._keys.open_person(a.workspace.people_who_unlock()[0].id, WORDS)
    pages = Pages(folder / "workspace.db", file_key(opened.master, WORKSPACE_FILE))
    found = {
        number
        for number in pages.numbers()
        for row in rows_of(pages, number)
        if any(word in str(value) for value in row.values)
    }
    pages.close()
    flip_page(folder / "workspace.db", *found)


def test_a_lost_salt_costs_nothing_but_the_check(folder: Path, lin: PersonId) -> None:
    flip(folder / "workspace.db", 3)
    a = laptop(folder)
    with pytest.raises(DamagedWorkspace, match="safe"):
        a.workspace.unlock(lin, WORDS)
    done = a.workspace_salvage.salvage(lin, WORDS, CountingProgress())
    assert [one.name for one in a.workspace.people()] == ["林知远", "何清越"]
    assert done.people_from_keys == ()
    assert a.desk.person.certificate_number == "YL-TEST-0001"
    assert len(a.inspections.cards()) == 1
    assert (folder / done.report.salvage.set_aside).stat().st_size > 0
    assert "2 people" in [str(words) for words in done.report.kept]
    a.workspace.lock()
    assert laptop(folder).workspace.unlock(lin, WORDS).name == "林知远"


def test_no_number_is_given_twice_after_part_of_the_register_is_gone(folder: Path, lin: PersonId) -> None:
    damage(folder, "number burned")
    a = laptop(folder)
    with pytest.raises(DamagedWorkspace):
        a.workspace.unlock(lin, WORDS)
    done = a.workspace_salvage.salvage(lin, WORDS, Silent())
    year = a.desk.clock.now().year
    free = a.numbers.next_free(TYPE, year)
    assert free is None or free[1] > 7
    assert not done.report.salvage.is_whole
    assert done.blocks_closed == 1
    burned = {one.number: one.state for one in a.desk.workspace.all(BurnedNumber)}
    assert all(state in NumberState for state in burned.values())
    a.workspace.lock()


def test_people_whose_entry_is_gone_still_unlock_and_are_named(folder: Path, lin: PersonId) -> None:
    a = laptop(folder)
    a.workspace.unlock(lin, WORDS)
    for number in range(60):  # so that not everybody stands on one page
        a.workspace.add_person(f"第{number}人", unit="甲" * 300)
    a.workspace.lock()
    damage(folder, "何清越")
    a = laptop(folder)
    with pytest.raises(DamagedWorkspace):
        a.workspace.unlock(lin, WORDS)
    done = a.workspace_salvage.salvage(lin, WORDS, Silent())
    assert "何清越" in done.people_from_keys
    names = {one.name for one in a.workspace.people()}
    assert {"林知远", "何清越", "第59人"} <= names
    assert len(a.inspections.cards()) == 1
    a.workspace.lock()


def test_a_file_of_which_nothing_holds_is_left_as_it_is(folder: Path, lin: PersonId) -> None:
    (folder / "workspace.db").write_bytes(bytes(16384 * 4))
    a = laptop(folder)
    with pytest.raises(DamagedFile, match="safety copy"):
        a.workspace_salvage.salvage(lin, WORDS, Silent())
    assert (folder / "workspace.db").read_bytes() == bytes(16384 * 4)
    assert not a.desk.is_unlocked


def test_cancelled_it_leaves_the_damaged_file_as_it_was(folder: Path, lin: PersonId) -> None:
    class Stopping(Silent):
        def report(self, done: int, total: int | None) -> None:
            raise Cancelled(sentence("stopped"))

    flip(folder / "workspace.db", 3)
    before = (folder / "workspace.db").read_bytes()
    a = laptop(folder)
    with pytest.raises(Cancelled):
        a.workspace_salvage.salvage(lin, WORDS, Stopping())
    assert (folder / "workspace.db").read_bytes() == before
    assert not a.desk.is_unlocked
    assert not list(folder.glob("*.salvaged"))


def test_a_workspace_that_can_be_read_is_not_salvaged(folder: Path, lin: PersonId) -> None:
    a = laptop(folder)
    with pytest.raises(NotAllowed, match="as it is"):
        a.workspace_salvage.salvage(lin, WORDS, Silent())
    a.workspace.lock()


def test_an_exchange_that_was_cut_off_is_finished_by_the_next_start(folder: Path, lin: PersonId) -> None:
    path = folder / "workspace.db"
    path.rename(folder / "workspace.db.salvaged")
    (folder / "workspace.damaged-20260101T000000Z.db").write_bytes(b"what was damaged")
    a = laptop(folder)
    assert a.workspace.unlock(lin, WORDS).name == "林知远"
    assert len(a.workspace.people()) == 2
    a.workspace.lock()
