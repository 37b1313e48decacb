"""The workspace's own file is gone while inspections are there: told, made anew, no number given twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.app import build_activities
from inspector_app.domain.document import Document, DocumentState, DocumentType, NumberState
from inspector_app.domain.errors import DamagedFile, MissingWorkspace
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.people import Role
from inspector_app.domain.ports import Silent
from inspector_app.services.activities import Activities
from inspector_app.system.wrapping import Cost
from tests import builders
from tests.fakes import FakeClock

WORDS = "a walk through wards"
TYPE = DocumentType.RECTIFICATION_NOTICE


def laptop(folder: Path) -> Activities:
    return build_activities(folder, clock=FakeClock(), cost=Cost(memory_kib=8, passes=1, lanes=1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def inspection_id(folder: Path) -> InspectionId:
    """A laptop with two people and an inspection whose notice carries number 7; locked."""
    a = laptop(folder)
    lin = a.workspace.create(
        bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
    )
    a.workspace.add_person("何清越", role=Role.LEAD, passphrase=WORDS)
    a.workspace.accept_risk()
    opened = a.inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=(lin,))
    year = a.desk.clock.now().year
    with a.desk.inspection(opened.id).intention("notice laid out", a.desk.author) as unit:
        unit.put(
            Document(
                id=DocumentId("f" * 32),
                type=TYPE,
                state=DocumentState.ISSUED,
                number=f"青医保责改〔{year}〕7号",
                created_at=builders.EVENING,
                written_by=lin.id,
            )
        )
    a.workspace.lock()
    return opened.id


def lose(folder: Path, *, leave_it_empty: bool = False) -> None:
    for path in folder.glob("workspace.db*"):
        path.unlink()
    if leave_it_empty:
        (folder / "workspace.db").touch()


def first_person(a: Activities) -> PersonId:
    return PersonId(a.workspace.people_who_unlock()[0].id)


@pytest.mark.parametrize("leave_it_empty", [False, True])
def test_a_file_that_is_gone_is_told_and_not_replaced_in_silence(
    folder: Path, inspection_id: InspectionId, leave_it_empty: bool
) -> None:
    lose(folder, leave_it_empty=leave_it_empty)
    a = laptop(folder)
    with pytest.raises(MissingWorkspace, match="gone or empty"):
        a.workspace.unlock(first_person(a), WORDS)
    assert not a.desk.is_unlocked
    assert (folder / "workspace.db").exists() == leave_it_empty


@pytest.mark.parametrize("leave_it_empty", [False, True])
def test_made_anew_it_names_the_people_and_lists_the_inspections(
    folder: Path, inspection_id: InspectionId, leave_it_empty: bool
) -> None:
    lose(folder, leave_it_empty=leave_it_empty)
    a = laptop(folder)
    done = a.workspace_salvage.salvage(first_person(a), WORDS, Silent())
    assert set(done.people_from_keys) == {"林知远", "何清越"}
    assert not done.report.salvage.is_whole
    assert {one.name for one in a.workspace.people()} == {"林知远", "何清越"}
    assert [card.id for card in a.inspections.cards()] == [inspection_id]
    assert [line.what for line in a.desk.workspace.journal.newest(9)][-1] == "workspace made anew"
    a.workspace.lock()
    assert laptop(folder).workspace.unlock(first_person(a), WORDS).name == "林知远"


def test_a_block_entered_again_gives_no_number_that_a_document_carries(
    folder: Path, inspection_id: InspectionId
) -> None:
    lose(folder)
    a = laptop(folder)
    a.workspace_salvage.salvage(first_person(a), WORDS, Silent())
    year = a.desk.clock.now().year
    a.numbers.assign(TYPE, body="青医保", year=year, first=5, last=9)
    assert {one.number: one.state for one in a.numbers.register()} == {
        5: NumberState.VOID,
        6: NumberState.VOID,
        7: NumberState.USED,
    }
    free = a.numbers.next_free(TYPE, year)
    assert free is not None
    assert free[1] == 8
    a.workspace.lock()


def test_an_inspections_file_that_was_emptied_is_damaged_and_stays_in_the_list(
    folder: Path, inspection_id: InspectionId
) -> None:
    path = folder / "inspections" / f"{inspection_id}.db"
    path.write_bytes(b"")
    a = laptop(folder)
    a.workspace.unlock(first_person(a), WORDS)
    for _ in range(2):
        with pytest.raises(DamagedFile, match="empty"):
            a.inspections.visits(inspection_id)
        assert [card.id for card in a.inspections.cards()] == [inspection_id]
    assert path.read_bytes() == b""
    a.workspace.lock()


def test_what_a_start_that_was_cut_off_left_behind_is_no_inspection(
    folder: Path, inspection_id: InspectionId
) -> None:
    (folder / "inspections" / f"{'0' * 32}.db").touch()
    a = laptop(folder)
    a.workspace.unlock(first_person(a), WORDS)
    assert [card.id for card in a.inspections.cards()] == [inspection_id]
    a.workspace.lock()
