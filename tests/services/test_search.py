"""Search over everything: every kind is found, nothing stale is shown, nothing stays after locking."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inspector_app.domain.checklist import Answer
from inspector_app.domain.document import Document, DocumentType
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.evidence import Evidence, EvidenceType, IntakeWay
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import BedCheckId, ChecklistRunId, DocumentId, EvidenceId, InspectionId, Sha256
from inspector_app.domain.record import Exchange, Interview, Interviewed, InterviewRole
from inspector_app.domain.search import Found, HitKind
from inspector_app.services.desk import Desk
from inspector_app.services.inspections import InspectionService
from inspector_app.services.packs import PackService
from inspector_app.services.rosters import RosterService
from inspector_app.services.search import SHOWN_OF_A_KIND, SearchService
from tests import builders

LIST = (
    "病区,床号,姓名,住院号\n内一科,01,沈一禾,Z2026001\n内一科,02,卢望川,Z2026002\n外科,12,贺南枝,Z2026003\n"
)
HASH = Sha256("7f3a" + "0" * 56 + "beef")


@pytest.fixture
def search(desk: Desk, tmp_path: Path) -> SearchService:
    return SearchService(desk, PackService(tmp_path / "packs"))


@pytest.fixture
def inspection_id(
    desk: Desk, inspections: InspectionService, rosters: RosterService, tmp_path: Path
) -> InspectionId:
    """An inspection with one thing of every kind."""
    institution = builders.institution(contact_person="苏映秋")
    made = inspections.open(institution, bureau="局", team=builders.team()).id
    path = tmp_path / "在院.csv"
    path.write_text(LIST, encoding="gb18030")
    rosters.take(made, path, rosters.read(made, path), exported_by="苏映秋", exported_at=builders.EVENING)
    with desk.inspection(made).intention("everything", builders.author()) as unit:
        unit.put(
            Evidence(
                id=EvidenceId("e1"),
                group="A",
                running_number=7,
                device=builders.LAPTOP,
                sha256=HASH,
                size=1,
                media_type="image/jpeg",
                evidence_type=EvidenceType.DOCUMENTARY,
                way=IntakeWay.FILE,
                taken_in_at=builders.EVENING,
                taken_in_by=builders.LIN,
                caption="护士站交班本",
            )
        )
        unit.put(builders.finding(description="理疗记录与收费不符"))
        unit.put(
            Document(
                id=DocumentId("d1"),
                type=DocumentType.RECTIFICATION_NOTICE,
                created_at=builders.EVENING,
                written_by=builders.LIN,
                number="青医保改〔2026〕7号",
            )
        )
        unit.put(
            Answer(
                id="r1:store/expiry",
                run=ChecklistRunId("r1"),
                path="store/expiry",
                value="no",
                remark="冷藏柜温度未登记",
                answered_at=builders.EVENING,
                person=builders.LIN,
            )
        )
        unit.put(
            Interview(
                id=DocumentId("i1"),
                role=InterviewRole.PHYSICIAN,
                person=Interviewed(name="许知秋"),
                begun_at=builders.EVENING,
                recorded_by=builders.LIN,
                session=1,
                exchanges=(
                    Exchange(question="您的职务？", answer=""),
                    Exchange(question="谁收的钱？", answer="住院时交了押金"),
                ),
            )
        )
        unit.put(builders.bed_check(id=BedCheckId("b9"), bed="加3", status=BedStatus.EMPTY_BED))
    return made


def find(search: SearchService, query: str) -> Found:
    """Ask as the window does: read what changed, then ask again."""
    for one in search.find(query).unread:
        search.read(one)
    found = search.find(query)
    assert found.unread == ()
    return found


@pytest.mark.parametrize(
    ("query", "kind", "place"),
    [
        ("仁安", HitKind.INSTITUTION, "overview"),
        ("h99990000001", HitKind.INSTITUTION, "overview"),
        ("苏映秋", HitKind.STAFF, "institution/contact_person"),
        ("YL-TEST-0002", HitKind.INSPECTOR, "institution/team"),
        ("a-7", HitKind.EVIDENCE, "evidence/e1"),
        ("交班", HitKind.EVIDENCE, "evidence/e1"),
        ("7F3A", HitKind.EVIDENCE, "evidence/e1"),
        ("理疗 收费", HitKind.FINDING, f"findings/{builders.finding().id}"),
        ("〔2026〕7号", HitKind.DOCUMENT, "documents/d1"),
        ("冷藏", HitKind.ANSWER, "checklists/r1:store/expiry"),
        ("加3床", HitKind.BED, "wards/b9"),
        ("押金", HitKind.INTERVIEW, "interviews/i1/1"),
        ("许知秋", HitKind.STAFF, "interviews/i1"),
    ],
)
def test_every_kind_is_found_and_leads_to_its_place(
    search: SearchService, inspection_id: InspectionId, query: str, kind: HitKind, place: str
) -> None:
    hits = [(hit.kind, hit.place, hit.inspection) for hit in find(search, query).hits]
    assert (kind, place, inspection_id) in hits


def test_two_characters_find_a_patient_whose_name_stays_masked(
    search: SearchService, inspection_id: InspectionId
) -> None:
    (hit,) = find(search, "望川").hits
    assert (hit.kind, hit.label) == (HitKind.PATIENT, "卢**  内一科  02床")
    assert hit.place.startswith("wards/")
    assert hit.place.endswith("/3")
    assert hit.institution == "青禾县仁安医院"
    assert find(search, "z2026002").hits == (hit,)


def test_who_is_found_by_the_bed_is_shown_as_a_bed(
    search: SearchService, inspection_id: InspectionId
) -> None:
    (hit,) = find(search, "外科 12").hits
    assert (hit.kind, hit.label) == (HitKind.BED, "贺**  外科  12床")


def test_a_hash_is_found_by_its_beginning_of_four_digits_only(
    search: SearchService, inspection_id: InspectionId
) -> None:
    assert find(search, "7f3").hits == ()
    assert find(search, "beef").hits == ()
    assert [hit.kind for hit in find(search, "7f3a0").hits] == [HitKind.EVIDENCE]


def test_a_clause_and_somebody_who_works_here_belong_to_no_inspection(
    desk: Desk, search: SearchService
) -> None:
    with desk.workspace.intention("people entered", builders.author()) as unit:
        unit.put(builders.person(name="温时雨"))
    (person,) = search.find("时雨").hits
    assert (person.place, person.inspection) == (f"people/{builders.LIN}", None)
    clause = next(hit for hit in search.find("第三十八条").hits if hit.kind is HitKind.CLAUSE)
    assert clause.place.startswith("clause/")
    assert search.clause(clause.place.removeprefix("clause/")).article == 38
    with pytest.raises(UnusableInput, match="does not hold"):
        search.clause("nothing")


def test_one_letter_finds_nothing_and_one_chinese_character_does(
    search: SearchService, inspection_id: InspectionId
) -> None:
    assert find(search, "z").hits == ()
    assert find(search, " ").hits == ()
    assert [hit.kind for hit in find(search, "枝").hits] == [HitKind.PATIENT]


def test_what_was_written_since_is_found_and_what_was_corrected_is_not(
    desk: Desk, search: SearchService, inspection_id: InspectionId
) -> None:
    find(search, "理疗")
    with desk.inspection(inspection_id).intention("finding revised", builders.author()) as unit:
        unit.put(builders.finding(description="电疗仪次数不足"))
    assert search.find("电疗仪").unread == (inspection_id,)
    assert [hit.kind for hit in find(search, "电疗仪").hits] == [HitKind.FINDING]
    assert find(search, "理疗").hits == ()


def test_locking_drops_every_text_from_memory_and_unlocking_needs_no_reading(
    desk: Desk, search: SearchService, inspection_id: InspectionId
) -> None:
    find(search, "望川")
    desk.lock()
    assert search._kept is None
    desk.open_workspace(bytes(range(32)))
    desk.seat(builders.person(), builders.LAPTOP)
    assert len(search.find("望川").hits) == 1
    find(search, "望川")
    assert not desk.is_open(inspection_id)


def test_a_file_replaced_behind_our_back_is_read_again(
    desk: Desk, search: SearchService, inspection_id: InspectionId, tmp_path: Path
) -> None:
    desk.close_inspection(inspection_id)
    path = desk.inspection_path(inspection_id)
    shutil.copy(path, tmp_path / "earlier.db")
    with desk.inspection(inspection_id).intention("finding revised", builders.author()) as unit:
        unit.put(builders.finding(description="电疗仪次数不足"))
    desk.close_inspection(inspection_id)
    assert [hit.kind for hit in find(search, "电疗仪").hits] == [HitKind.FINDING]
    shutil.copy(tmp_path / "earlier.db", path)
    assert search.find("理疗").unread == (inspection_id,)
    assert [hit.kind for hit in find(search, "理疗").hits] == [HitKind.FINDING]
    assert find(search, "电疗仪").hits == ()


def test_a_closed_file_is_only_looked_into(
    desk: Desk, search: SearchService, inspection_id: InspectionId
) -> None:
    desk.close_inspection(inspection_id)
    before = desk.inspection_path(inspection_id).read_bytes()
    assert len(find(search, "望川").hits) == 1
    assert desk.inspection_path(inspection_id).read_bytes() == before
    assert not desk.is_open(inspection_id)


def test_a_damaged_file_is_passed_over_until_it_changes(
    desk: Desk, search: SearchService, inspections: InspectionService, inspection_id: InspectionId
) -> None:
    other = inspections.open(builders.institution(name="青禾县安和医院"), bureau="局", team=builders.team())
    desk.close_inspection(other.id)
    good = desk.inspection_path(other.id).read_bytes()
    desk.inspection_path(other.id).write_bytes(bytes(len(good)))
    assert find(search, "安和").hits == ()
    assert len(find(search, "望川").hits) == 1
    desk.inspection_path(other.id).write_bytes(good)
    assert [hit.inspection for hit in find(search, "安和").hits] == [other.id]


def test_an_inspection_that_went_away_is_no_longer_found(
    desk: Desk, search: SearchService, inspection_id: InspectionId
) -> None:
    find(search, "望川")
    desk.close_inspection(inspection_id)
    desk.inspection_path(inspection_id).unlink()
    assert search.find("望川").hits == ()
    search.forget()
    assert search.find("望川").hits == ()
    assert desk.workspace.derived.starting_with("terms:") == {}
    assert desk.workspace.derived.starting_with("rows:") == {}


def test_of_many_the_first_are_shown_and_all_are_counted(
    desk: Desk, search: SearchService, inspection_id: InspectionId
) -> None:
    with desk.inspection(inspection_id).intention("many", builders.author()) as unit:
        for number in range(30):
            check = builders.bed_check(id=BedCheckId(f"m{number:02}"), bed=str(number), name=f"聂{number}")
            unit.put(replace(check, checked_at=check.checked_at + timedelta(minutes=number)))
    found = find(search, "聂")
    assert len(found.hits) == SHOWN_OF_A_KIND
    assert dict(found.counts)[HitKind.PATIENT] == 30
