"""The library of checklists: versions, their uses, taken in, written out, put away, locked and compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.domain.checklist import ChecklistForm
from inspector_app.domain.checklist_shelf import Change, ChecklistLock, Place
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.people import Role
from inspector_app.domain.ports import Silent, finish
from inspector_app.services.checklist_shelf import ChecklistShelf
from inspector_app.services.checklists import ChecklistService
from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.packs import PackService
from tests import builders
from tests.checklists.filling import FORMS, SHIPPED, table


@pytest.fixture
def checklists(desk: Desk, findings: FindingService, tmp_path: Path) -> ChecklistService:
    return ChecklistService(desk, FORMS, findings, PackService(tmp_path / "packs"))


@pytest.fixture
def shelf(checklists: ChecklistService, desk: Desk) -> ChecklistShelf:
    desk.seat(replace(builders.person(), role=Role.LEAD), builders.LAPTOP)
    checklists.available()
    return checklists.shelf


def file(folder: Path, version: str, *rows: str, form_id: str = "own") -> Path:
    path = folder / f"{form_id}-{version}.md"
    survey = table("survey", "type | name | label | relevant", "text | a | 甲 |", *rows)
    path.write_text(f"{survey}\n{table('settings', 'form_id | version', f'{form_id} | {version}')}", "utf-8")
    return path


def take(shelf: ChecklistShelf, path: Path) -> ChecklistForm:
    taken = shelf.take_in(path)
    assert taken.form is not None
    return taken.form


def places(shelf: ChecklistShelf, form_id: str = "own") -> dict[str, Place]:
    return {line.form.version: line.place for line in shelf.lines() if line.form.form_id == form_id}


def test_a_later_version_supersedes_the_one_before_and_shipped_ones_stay(
    shelf: ChecklistShelf, tmp_path: Path
) -> None:
    take(shelf, file(tmp_path, "9"))
    take(shelf, file(tmp_path, "10", "text | b | 乙 |"))
    assert places(shelf) == {"9": Place.SUPERSEDED, "10": Place.IMPORTED}
    assert {line.form.form_id for line in shelf.lines() if line.place is Place.SHIPPED} == set(SHIPPED)


def test_a_bureaus_later_version_of_a_shipped_checklist_is_started_instead(
    shelf: ChecklistShelf, checklists: ChecklistService, tmp_path: Path
) -> None:
    (shipped,) = places(shelf, "ward_headcount")
    own = take(shelf, file(tmp_path, "2099.1", form_id="ward_headcount"))
    assert own.id in {form.id for form in checklists.available()}
    assert places(shelf, "ward_headcount") == {shipped: Place.SUPERSEDED, "2099.1": Place.IMPORTED}


def test_a_table_with_mistakes_is_not_taken_in_and_every_one_is_told(
    shelf: ChecklistShelf, tmp_path: Path
) -> None:
    taken = shelf.take_in(file(tmp_path, "1", "text | b | 乙 | selectd(1)", "text | c | 丙 | ${a} = 'x"))
    assert taken.form is None
    assert [fault.row for fault in taken.faults if fault.is_error] == [3, 4]
    assert places(shelf) == {}


@pytest.mark.parametrize("suffix", [".xlsx", ".md"])
def test_a_version_written_out_comes_back_as_itself(
    shelf: ChecklistShelf, tmp_path: Path, suffix: str
) -> None:
    for line in shelf.lines():
        path = tmp_path / f"{line.form.form_id}{suffix}"
        shelf.write(line.form.id, path)
        again = take(shelf, path)
        assert (again.id, again.xform) == (line.form.id, line.form.xform)


def test_a_form_kept_without_its_table_says_so(shelf: ChecklistShelf, desk: Desk, tmp_path: Path) -> None:
    form = take(shelf, file(tmp_path, "1"))
    with desk.workspace.intention("checklist taken in", desk.author) as unit:
        unit.put(replace(form, table=""))
    with pytest.raises(UnusableInput) as told:
        shelf.write(form.id, tmp_path / "out.md")
    assert "before tables were kept" in str(told.value.sentence)


def test_a_retired_version_is_not_offered_until_it_is_brought_back(
    shelf: ChecklistShelf, checklists: ChecklistService, tmp_path: Path
) -> None:
    old, new = take(shelf, file(tmp_path, "1")), take(shelf, file(tmp_path, "2", "text | b | 乙 |"))
    shelf.retire(new.id)
    assert places(shelf) == {"1": Place.IMPORTED, "2": Place.RETIRED}
    assert old.id in {form.id for form in checklists.available()}
    shelf.bring_back(new.id)
    assert places(shelf)["2"] is Place.IMPORTED


def open_inspection(inspections: InspectionService, desk: Desk) -> Inspection:
    institution = inspections.new_institution("青禾县示例医院")
    return inspections.open(institution, bureau="云岭市医疗保障局", team=(desk.person,))


def test_a_locked_version_goes_with_every_new_inspection_and_is_what_it_starts_with(
    shelf: ChecklistShelf,
    checklists: ChecklistService,
    inspections: InspectionService,
    desk: Desk,
    tmp_path: Path,
) -> None:
    old, new = take(shelf, file(tmp_path, "1")), take(shelf, file(tmp_path, "2", "text | b | 乙 |"))
    shelf.lock(old.id)
    assert places(shelf) == {"1": Place.IMPORTED, "2": Place.SUPERSEDED}
    inspection = open_inspection(inspections, desk).id
    store = desk.inspection(inspection)
    carried = store.get(ChecklistLock, "own")
    assert carried is not None
    assert carried.form == old.id
    assert store.get(ChecklistForm, old.id) is not None
    shelf.unlock(old.id)
    assert places(shelf) == {"1": Place.SUPERSEDED, "2": Place.IMPORTED}
    assert checklists.start(inspection, new.id).form == old.id
    assert old.id in {form.id for form in checklists.available(inspection)}
    assert new.id not in {form.id for form in checklists.available(inspection)}
    other = open_inspection(inspections, desk).id
    assert checklists.start(other, new.id).form == new.id


def test_who_uses_a_version_is_found_in_the_inspections(
    shelf: ChecklistShelf,
    checklists: ChecklistService,
    inspections: InspectionService,
    desk: Desk,
    tmp_path: Path,
) -> None:
    form = take(shelf, file(tmp_path, "1"))
    inspection = open_inspection(inspections, desk).id
    open_inspection(inspections, desk)
    for _ in range(2):
        checklists.start(inspection, form.id)
    (use,) = finish(shelf.uses(form.id, Silent()))
    assert (use.inspection, use.institution, use.count) == (inspection, "青禾县示例医院", 2)


def test_two_versions_are_compared_question_by_question(shelf: ChecklistShelf, tmp_path: Path) -> None:
    rows = ("text | b | 乙 |", "begin_group | g | 组 |", "text | c | 丙 |", "end_group | | |")
    old = take(shelf, file(tmp_path, "1", *rows))
    new = take(
        shelf, file(tmp_path, "2", "text | c | 丙 |", "integer | b | 乙数 | ${a} != ''", "text | d | 丁 |")
    )
    found = shelf.compare(old.id, new.id)
    changes = {(one.sheet, one.name): one for one in found.changes}
    assert {key: one.change for key, one in changes.items()} == {
        ("survey", "b"): Change.CHANGED,
        ("survey", "c"): Change.CHANGED,
        ("survey", "d"): Change.ADDED,
        ("survey", "g"): Change.REMOVED,
        ("settings", "settings"): Change.CHANGED,
    }
    assert {cell.column for cell in changes["survey", "b"].cells} == {"type", "label", "relevant"}
    assert [(cell.column, cell.before) for cell in changes["survey", "c"].cells] == [("group", "g")]
    assert (changes["survey", "b"].before, changes["survey", "b"].after) == ("乙", "乙数")
    assert found.same == 1
    assert not shelf.compare(old.id, old.id).changes


def reading(folder: Path) -> Path:
    path = folder / "drugs.md"
    survey = table("survey", "type | name | label", "select_one_from_file drugs.csv | drug | 药品")
    path.write_text(f"{survey}\n{table('settings', 'form_id | version', 'drugs | 1')}", "utf-8")
    return path


def test_a_table_that_is_missing_is_named_and_found_where_it_was_chosen(
    shelf: ChecklistShelf, tmp_path: Path
) -> None:
    path = reading(tmp_path)
    refused = shelf.take_in(path)
    assert (refused.form, refused.missing) == (None, ("drugs.csv",))
    other = tmp_path / "elsewhere" / "drugs.csv"
    other.parent.mkdir()
    other.write_bytes("name,label\nx,甲\n".encode("gb18030"))
    taken = shelf.take_in(path, [other])
    assert taken.form is not None
    assert taken.missing == ()
    assert [file.text for file in taken.form.files] == ["name,label\nx,甲\n"]


def test_writing_a_version_never_replaces_another_table(shelf: ChecklistShelf, tmp_path: Path) -> None:
    path = reading(tmp_path)
    (tmp_path / "drugs.csv").write_text("name,label\nx,甲\n", "utf-8")
    form = take(shelf, path)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "drugs.csv").write_text("name,label\ny,乙\n", "utf-8")
    with pytest.raises(UnusableInput) as told:
        shelf.write(form.id, folder / "drugs.xlsx")
    assert "drugs.csv is in that folder already" in str(told.value)
    assert [one.name for one in folder.iterdir()] == ["drugs.csv"]
    assert shelf.write(form.id, tmp_path / "again.md") == ("drugs.csv",)
    assert take(shelf, tmp_path / "again.md").id == form.id


def test_only_a_lead_locks_a_version(shelf: ChecklistShelf, desk: Desk, tmp_path: Path) -> None:
    form = take(shelf, file(tmp_path, "1"))
    desk.seat(builders.person(), builders.LAPTOP)
    with pytest.raises(NotAllowed):
        shelf.lock(form.id)
    with pytest.raises(NotAllowed):
        shelf.unlock(form.id)
    assert desk.workspace.all(ChecklistLock) == []
