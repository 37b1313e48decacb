"""Taking in a hospital's export: preview, mapping, evidence, memory, carry-over."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from inspector_app.domain.errors import Cancelled, EnvironmentProblem, UnusableInput
from inspector_app.domain.evidence import Evidence, IntakeWay
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.roster import GuessGround, Mapping, RosterField
from inspector_app.domain.wording import sentence
from inspector_app.services import fiction
from inspector_app.services.desk import Desk
from inspector_app.services.headcounts import HeadcountService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.roster_reading import look_at
from inspector_app.services.rosters import RosterService
from tests import builders

LIST = "病区,床号,姓名,住院号\n内一科,01,沈一禾,Z1\n内一科,02,卢望川,Z2\n外科,1,贺南枝,Z3\n"


@pytest.fixture
def inspection_id(inspections: InspectionService) -> InspectionId:
    return inspections.open(builders.institution(), bureau="局", team=builders.team()).id


def written(folder: Path, text: str = LIST, name: str = "在院.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="gb18030")
    return path


def take(rosters: RosterService, inspection_id: InspectionId, path: Path, minutes: int = 0):
    return rosters.take(
        inspection_id,
        path,
        rosters.read(inspection_id, path),
        exported_by="苏映秋",
        exported_at=builders.EVENING + timedelta(minutes=minutes),
    )


def test_a_preview_stores_nothing(
    desk: Desk, rosters: RosterService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    before = desk.inspection(inspection_id).journal.count()
    preview = rosters.read(inspection_id, written(tmp_path))
    assert [entry.name for entry in preview.entries] == ["沈一禾", "卢望川", "贺南枝"]
    assert desk.inspection(inspection_id).journal.count() == before


def test_what_was_taken_can_be_read_again_and_its_source_is_evidence_byte_for_byte(
    desk: Desk, rosters: RosterService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    path = written(tmp_path)
    roster = take(rosters, inspection_id, path)
    store = desk.inspection(inspection_id)
    evidence = store.get(Evidence, roster.evidence)
    assert evidence is not None
    assert (evidence.way, evidence.provided_by) == (IntakeWay.IMPORT, "苏映秋")
    assert store.blobs.read(roster.source_sha256) == path.read_bytes()
    again = RosterService(desk, rosters._evidence)
    assert again.entries(inspection_id, roster) == rosters.read(inspection_id, path).entries
    assert (roster.persons, roster.rows_read, roster.wards) == (3, 4, ("内一科", "外科"))
    assert roster.taken_by == builders.LIN


def test_the_invented_hospitals_workbook_is_read_without_a_hand(
    rosters: RosterService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    people = fiction.inpatients(builders.EVENING)
    path = tmp_path / "在院.xlsx"
    path.write_bytes(fiction.roster_workbook(people, builders.EVENING))
    preview = rosters.read(inspection_id, path)
    assert len(preview.entries) == len(people) == 40
    assert preview.report.quarantined == ()
    assert preview.suggested_exported_by == "苏映秋"
    assert {entry.id_number for entry in preview.entries} == {person.id_number for person in people}


def test_a_corrected_mapping_is_remembered_for_the_institution(
    rosters: RosterService, inspections: InspectionService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    path = written(tmp_path, "甲栏,乙栏,床号\n沈一禾,内一科,1\n卢望川,内一科,2\n")
    mapping = Mapping(
        header_row=0,
        header_lines=1,
        columns=((0, RosterField.NAME), (1, RosterField.WARD), (2, RosterField.BED)),
    )
    preview = rosters.read(inspection_id, path, mapping=mapping)
    assert [column.ground for column in preview.columns[:2]] == [GuessGround.CHOSEN] * 2
    rosters.take(inspection_id, path, preview, exported_by="甲", exported_at=builders.EVENING)
    other = inspections.open(builders.institution(), bureau="局", team=builders.team()).id
    again = rosters.read(other, written(tmp_path, "青禾县某院,,\n甲栏,乙栏,床号\n贺南枝,外科,7\n", "b.csv"))
    assert [column.ground for column in again.columns] == [GuessGround.REMEMBERED] * 3
    assert (again.entries[0].name, again.entries[0].ward) == ("贺南枝", "外科")


def test_without_saying_who_exported_it_nothing_is_taken(
    rosters: RosterService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    path = written(tmp_path)
    preview = rosters.read(inspection_id, path)
    with pytest.raises(UnusableInput, match="who of the institution"):
        rosters.take(inspection_id, path, preview, exported_by=" ", exported_at=builders.EVENING)
    assert rosters.rosters(inspection_id) == []


def test_a_file_that_changed_since_the_preview_is_refused(
    rosters: RosterService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    path = written(tmp_path)
    preview = rosters.read(inspection_id, path)
    written(tmp_path, LIST + "外科,2,孟秋,Z4\n")
    with pytest.raises(UnusableInput, match="has changed"):
        rosters.take(inspection_id, path, preview, exported_by="苏映秋", exported_at=builders.EVENING)


def test_a_damaged_roster_is_a_sentence_and_nothing_is_harmed(
    rosters: RosterService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    path = tmp_path / "在院.xlsx"
    path.write_bytes(fiction.roster_workbook(fiction.inpatients(builders.EVENING), builders.EVENING)[:900])
    with pytest.raises(EnvironmentProblem, match=r"在院\.xlsx is damaged"):
        rosters.read(inspection_id, path)
    with pytest.raises(EnvironmentProblem, match="cannot be read"):
        rosters.read(inspection_id, tmp_path / "fehlt.csv")


def test_what_was_looked_at_is_kept_without_reading_the_file_again(
    desk: Desk, rosters: RosterService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    path = written(tmp_path)
    content = path.read_bytes()
    looked = look_at(path)
    path.unlink()
    roster = rosters.keep(inspection_id, looked, exported_by="苏映秋", exported_at=builders.EVENING)
    assert desk.inspection(inspection_id).blobs.read(roster.source_sha256) == content
    again = RosterService(desk, rosters._evidence)
    assert again.entries(inspection_id, roster) == looked.preview.entries


def test_a_look_can_be_cancelled_to_its_end(tmp_path: Path) -> None:
    class StopAt:
        def __init__(self, left: int) -> None:
            self.left = left

        def report(self, done: int, total: int | None) -> None:
            self.left -= 1
            if self.left < 0:
                raise Cancelled(sentence("Cancelled."))

    counting = StopAt(1_000)
    look_at(written(tmp_path), progress=counting)
    reports = 1_000 - counting.left
    assert reports >= 2
    for left in range(reports):
        with pytest.raises(Cancelled):
            look_at(written(tmp_path), progress=StopAt(left))


def test_a_cancelled_import_keeps_nothing(
    rosters: RosterService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    class Stop:
        def report(self, done: int, total: int | None) -> None:
            raise Cancelled(sentence("Cancelled."))

    path = written(tmp_path)
    preview = rosters.read(inspection_id, path)
    with pytest.raises(Cancelled):
        rosters.take(
            inspection_id, path, preview, exported_by="甲", exported_at=builders.EVENING, progress=Stop()
        )
    assert rosters.rosters(inspection_id) == []


def test_who_was_matched_stays_matched_to_the_same_person_of_a_newer_export(
    rosters: RosterService, headcounts: HeadcountService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    take(rosters, inspection_id, written(tmp_path))
    first, second, _ = rosters.listed(inspection_id)
    for one in (first, second):
        headcounts.check_bed(
            inspection_id, ward="内一科", bed=one.entry.bed, status=BedStatus.IN_BED, listed=one
        )
    newer = "病区,床号,姓名,住院号\n内一科,09,新人甲,Z9\n内一科,05,沈一禾,Z1\n"
    roster = take(rosters, inspection_id, written(tmp_path, newer, "新.csv"), minutes=10)
    checks = {check.name: check for check in headcounts.checks(inspection_id)}
    assert (checks["沈一禾"].roster, checks["沈一禾"].roster_row) == (roster.id, 3)
    assert not checks["卢望川"].is_matched
    assert [one.entry.name for one in rosters.listed(inspection_id)] == ["贺南枝", "新人甲", "沈一禾"]
