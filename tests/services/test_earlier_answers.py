"""The visit before: the same institution, the same checklist, looked into and left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.domain.earlier_checklist import EarlierAnswer
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.domain.wording import sentence
from inspector_app.services.checklists import ChecklistService
from inspector_app.services.damage import note_damage
from inspector_app.services.desk import Desk
from inspector_app.services.earlier_answers import earlier_checklist
from inspector_app.services.findings import FindingService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.packs import PackService
from tests import builders
from tests.checklists.filling import FORMS

HIS = "/data/counts/his_in"
SEEN = "/data/counts/seen"


class Bureau:
    """Opens inspections and fills ward checklists in them."""

    def __init__(self, desk: Desk, inspections: InspectionService, checklists: ChecklistService) -> None:
        self.desk, self.inspections, self.checklists = desk, inspections, checklists

    def visit(
        self, answers: dict[str, str], form: str = "ward_headcount", **institution: str
    ) -> tuple[InspectionId, ChecklistRunId]:
        about = builders.institution(**institution)
        here = self.inspections.open(about, bureau="青禾县医疗保障局", team=builders.team()).id
        found = next(one for one in self.checklists.available(here) if one.form_id == form)
        run = self.checklists.start(here, found.id).id
        for path, value in answers.items():
            self.checklists.answer(here, run, path, value)
        return here, run


@pytest.fixture
def bureau(desk: Desk, inspections: InspectionService, findings: FindingService, tmp_path: Path) -> Bureau:
    return Bureau(desk, inspections, ChecklistService(desk, FORMS, findings, PackService(tmp_path / "packs")))


def test_answers_remarks_and_exemptions_of_the_visit_before_are_told(bureau: Bureau, desk: Desk) -> None:
    before, old = bureau.visit({HIS: "30"})
    bureau.checklists.remark(before, old, HIS, "系统停用一小时")
    bureau.checklists.exempt(before, old, SEEN, "未查房")
    here, run = bureau.visit({HIS: "41"})
    desk.close_inspection(before)
    found = earlier_checklist(desk, here, run)
    assert found is not None
    assert found.answers[HIS] == EarlierAnswer(words="30", remark="系统停用一小时")
    assert found.answers[SEEN] == EarlierAnswer(exempt="未查房")
    assert not desk.is_open(before)


def test_the_newest_of_several_counts_and_none_that_came_later(bureau: Bureau, desk: Desk) -> None:
    first, first_run = bureau.visit({HIS: "10"})
    bureau.visit({HIS: "20"})
    here, run = bureau.visit({})
    bureau.visit({HIS: "99"})
    found = earlier_checklist(desk, here, run)
    assert found is not None
    assert found.answers[HIS].words == "20"
    assert earlier_checklist(desk, first, first_run) is None


def test_another_institution_or_another_checklist_tells_nothing(bureau: Bureau, desk: Desk) -> None:
    bureau.visit({HIS: "10"}, code="H33010900099", name="青禾县第二医院")
    bureau.visit({}, form="charges")
    here, run = bureau.visit({})
    assert earlier_checklist(desk, here, run) is None


def test_entries_of_repeats_are_left_out(bureau: Bureau, desk: Desk) -> None:
    before, old = bureau.visit({HIS: "30"})
    entry = bureau.checklists.add_entry(before, old, "/data/patient")
    view = bureau.checklists.view(before, old)
    inside = next(one.path for one in view.questions if one.path.startswith(f"{entry}/") and one.is_open)
    bureau.checklists.remark(before, old, inside, "在")
    here, run = bureau.visit({})
    found = earlier_checklist(desk, here, run)
    assert found is not None
    assert set(found.answers) == {HIS}


def test_a_visit_whose_file_is_damaged_is_passed_over(bureau: Bureau, desk: Desk) -> None:
    bureau.visit({HIS: "10"})
    damaged, _ = bureau.visit({HIS: "20"})
    broken, _ = bureau.visit({HIS: "30"})
    here, run = bureau.visit({})
    note_damage(desk, damaged, sentence("There is nothing to undo in this checklist."))
    desk.close_inspection(broken)
    desk.inspection_path(broken).write_bytes(b"no inspection" * 1000)
    found = earlier_checklist(desk, here, run)
    assert found is not None
    assert found.answers[HIS].words == "10"
