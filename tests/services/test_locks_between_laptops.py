"""A version that a lead set for the team reaches the laptops of the team with an inspection."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.domain.checklist import ChecklistForm
from inspector_app.domain.checklist_shelf import ChecklistLock
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Role
from tests.checklists.filling import table
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock
from tests.services.test_exchange import Laptop


@pytest.fixture
def lin(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule) -> Laptop:
    return Laptop.make(tmp_path / "lin", clock, "林知远", Role.INSPECTOR, commit_rule)


@pytest.fixture
def he(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule, lin: Laptop) -> Laptop:
    he = Laptop.make(tmp_path / "he", clock, "何清越", Role.LEAD, commit_rule)
    lin.know(he)
    he.know(lin)
    return he


def version(folder: Path, number: str) -> Path:
    path = folder / f"own-{number}.md"
    survey = table("survey", "type | name | label", "text | a | 甲")
    path.write_text(f"{survey}\n{table('settings', 'form_id | version', f'own | {number}')}", "utf-8")
    return path


def opened(laptop: Laptop) -> InspectionId:
    institution = laptop.a.inspections.new_institution("青禾县仁安医院")
    return laptop.a.inspections.open(institution, bureau="青禾县医疗保障局", team=(laptop.person,)).id


def offered(laptop: Laptop, inspection: InspectionId) -> set[str]:
    return {form.version for form in laptop.a.checklists.available(inspection) if form.form_id == "own"}


def taken(laptop: Laptop, path: Path) -> ChecklistForm:
    form = laptop.a.checklists.shelf.take_in(path).form
    assert form is not None
    return form


def test_the_team_starts_with_the_version_that_its_lead_set(he: Laptop, lin: Laptop, tmp_path: Path) -> None:
    first = taken(he, version(tmp_path, "1"))
    newer = taken(lin, version(tmp_path, "2"))
    he.a.checklists.shelf.lock(first.id)
    before = opened(lin)
    assert offered(lin, before) == {"2"}
    lin.take(he.hand_over(opened(he), lin, tmp_path))
    after = opened(lin)
    assert offered(lin, after) == {"1"}
    assert lin.a.checklists.start(after, newer.id).version == "1"


def test_what_an_inspector_hands_on_sets_nothing_for_others(he: Laptop, lin: Laptop, tmp_path: Path) -> None:
    form = taken(he, version(tmp_path, "1"))
    he.a.checklists.shelf.lock(form.id)
    lin.take(he.hand_over(opened(he), lin, tmp_path))
    he.a.checklists.shelf.unlock(form.id)
    he.take(lin.hand_over(opened(lin), he, tmp_path))
    assert he.a.desk.workspace.all(ChecklistLock) == []


def test_a_version_set_later_is_not_replaced_by_an_earlier_one(
    he: Laptop, lin: Laptop, tmp_path: Path, clock: FakeClock
) -> None:
    first, second = taken(he, version(tmp_path, "1")), taken(he, version(tmp_path, "2"))
    he.a.checklists.shelf.lock(first.id)
    early = opened(he)
    clock.advance(60)
    he.a.checklists.shelf.lock(second.id)
    late = opened(he)
    lin.take(he.hand_over(late, lin, tmp_path))
    lin.take(he.hand_over(early, lin, tmp_path))
    assert offered(lin, opened(lin)) == {"2"}
