"""A damaged inspection, from the list to the new file, through the services that the window uses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from inspector_app.domain.errors import Cancelled, DamagedFile, Problem
from inspector_app.domain.evidence import Evidence, EvidenceType, IntakeWay
from inspector_app.domain.headcount import BedCheck
from inspector_app.domain.ids import BedCheckId, EvidenceId, InspectionId
from inspector_app.domain.inspection import Stage
from inspector_app.domain.ports import Silent
from inspector_app.domain.salvage import Salvage
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.services.inspections import InspectionService
from inspector_app.services.salvage import SalvageService
from inspector_app.services.verification import verify_store
from inspector_app.storage.cells import rows_of
from inspector_app.storage.pages import Pages
from tests import builders
from tests.commit_rule import CommitRule
from tests.fakes import CountingProgress
from tests.storage.damaging import flip, flip_page


@pytest.fixture(autouse=True)
def many_lines_at_once(commit_rule: CommitRule) -> Iterator[None]:
    with commit_rule.while_merging():
        yield


@pytest.fixture
def inspection(desk: Desk, inspections: InspectionService) -> InspectionId:
    """Twenty beds and two photographs, closed again."""
    made = inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=builders.team())
    store = desk.inspection(made.id)
    for number in range(20):
        with store.intention("bed checked", desk.author) as unit:
            bed = BedCheckId(f"{number:032x}")
            unit.put(builders.bed_check(id=bed, bed=str(number), note="现场无人应答" * 60))
    for number in (1, 2):
        data = bytes([number]) * 300_000
        with store.intention("evidence taken in", desk.author) as unit:
            ref = store.blobs.add([data])
            unit.publish(ref)
            unit.put(
                Evidence(
                    id=EvidenceId(f"{number:032x}"),
                    group="A",
                    running_number=number,
                    device=desk.device,
                    sha256=ref.sha256,
                    size=ref.size,
                    media_type="image/jpeg",
                    evidence_type=EvidenceType.AUDIOVISUAL,
                    way=IntakeWay.CAMERA,
                    taken_in_at=builders.EVENING,
                    taken_in_by=builders.LIN,
                    original_name=f"照片{number}.jpg",
                )
            )
    inspections.refresh_card(made.id)
    desk.close_inspection(made.id)
    return made.id


@pytest.fixture
def salvages(desk: Desk) -> SalvageService:
    return SalvageService(desk)


def damage(desk: Desk, inspection: InspectionId, columns: int, *, kind: str = "") -> None:
    """Damage the first page with a row of so many columns, of a kind of entity where that is told."""
    path = desk.inspection_path(inspection)
    pages = Pages(path, desk.inspection_key(inspection))
    found = next(
        row.missing or number
        for number in pages.numbers()
        for row in rows_of(pages, number)
        if len(row.values) == columns and kind in str(row.values[7 if columns == 13 else 0])
    )
    pages.close()
    flip_page(path, found)


@pytest.mark.expects_log
def test_a_damaged_inspection_stays_in_the_list_with_its_reason_and_is_salvaged(
    desk: Desk, inspections: InspectionService, salvages: SalvageService, inspection: InspectionId
) -> None:
    before = len(inspections.cards())
    flip(desk.inspection_path(inspection), 40)
    with pytest.raises(DamagedFile) as told:
        inspections.inspection(inspection)
    salvages.note(inspection, told.value.sentence)
    (card,) = inspections.cards()
    assert (before, card.stage, card.institution_name) == (1, Stage.UNREADABLE, "青禾县仁安医院")
    (found,) = salvages.damaged()
    assert found.reason == told.value.sentence
    progress = CountingProgress()
    report = salvages.salvage(inspection, progress)
    assert progress.reports[-1][1] is not None
    assert report.salvage.lines_kept == 23
    assert "20 beds looked at" in [str(words) for words in report.kept]
    (card,) = inspections.cards()
    assert (card.stage, card.beds_checked, card.evidence_count) == (Stage.PREPARED, 20, 2)
    assert salvages.damaged() == []
    folder = desk.inspection_path(inspection).parent
    assert (folder / report.salvage.set_aside).stat().st_size > 0
    assert salvages.report(inspection) == report
    assert desk.workspace.get(Salvage, report.salvage.id) == report.salvage


def test_what_was_lost_has_names_that_people_know(
    desk: Desk, salvages: SalvageService, inspection: InspectionId
) -> None:
    damage(desk, inspection, 13, kind="bed_check")
    path = desk.inspection_path(inspection)
    pages = Pages(path, desk.inspection_key(inspection))
    overflow = [number for number in pages.numbers() if pages.first_byte(number) == 0]
    pages.close()
    flip_page(path, overflow[5])
    report = salvages.salvage(inspection, Silent())
    assert [str(words) for words in report.lost_bytes] == [
        "Evidence A-1: the original is gone, 300,000 bytes 照片1.jpg"
    ]
    beds = [str(words) for words in report.without_history]
    assert "Bed 3 in 内一科: —" in beds
    assert report.salvage.lost_lines
    store = desk.inspection(inspection)
    assert store.count(BedCheck) == 20
    verdict = verify_store(store, {})
    said = "\n".join(map(str, verdict.sentences))
    assert not verdict.intact
    assert "is missing from the history" in said
    assert "was salvaged from a damaged file" in said
    with pytest.raises(DamagedFile):
        store.blobs.read(report.salvage.lost_bytes[0].sha256)


def test_work_goes_on_in_a_salvaged_inspection(
    desk: Desk, inspections: InspectionService, salvages: SalvageService, inspection: InspectionId
) -> None:
    flip(desk.inspection_path(inspection), 40)
    salvages.salvage(inspection, Silent())
    visit = inspections.open_visit(inspection)
    desk.close_inspection(inspection)
    assert inspections.visits(inspection) == [visit]
    assert verify_store(desk.inspection(inspection), {}).intact, "only the first page was damaged"


def test_cancelling_leaves_the_damaged_file_where_it_is(
    desk: Desk, salvages: SalvageService, inspection: InspectionId
) -> None:
    class Stop:
        def report(self, done: int, total: int | None) -> None:
            raise Cancelled(sentence("Cancelled. Nothing of it was kept."))

    flip(desk.inspection_path(inspection), 40)
    before = desk.inspection_path(inspection).read_bytes()
    with pytest.raises(Cancelled):
        salvages.salvage(inspection, Stop())
    assert [path.read_bytes() for path in desk.inspection_path(inspection).parent.iterdir()] == [before]


def test_a_damaged_file_set_aside_is_no_inspection_of_the_list(
    desk: Desk, inspections: InspectionService, salvages: SalvageService, inspection: InspectionId
) -> None:
    flip(desk.inspection_path(inspection), 40)
    salvages.salvage(inspection, Silent())
    assert desk.inspection_files() == [inspection]
    assert salvages.report(inspections.open(builders.institution(), bureau="局", team=()).id) is None


def test_an_inspection_without_a_file_is_a_sentence(salvages: SalvageService) -> None:
    with pytest.raises(Problem, match="is not there"):
        salvages.salvage(InspectionId("f" * 32), Silent())


def test_a_damaged_workspace_says_that_the_inspections_are_safe(desk: Desk) -> None:
    master = desk.master
    desk.lock()
    flip(desk.workspace_path, 40)
    before = desk.workspace_path.read_bytes()
    with pytest.raises(DamagedFile, match="inspections are files of their own and are safe"):
        desk.open_workspace(master)
    assert desk.workspace_path.read_bytes() == before
    assert not desk.is_unlocked
