"""The timeline names what was touched, and goes to paper."""

from __future__ import annotations

import io

from pypdf import PdfReader

from inspector_app.domain.headcount import BedStatus
from inspector_app.services.checklists import ChecklistService
from inspector_app.services.packs import PackService
from inspector_app.services.timeline import TimelineService
from inspector_app.system.paths import FORMS
from tests.services.bureau import Bureau


def _timeline(bureau: Bureau) -> TimelineService:
    packs: PackService = bureau.packs
    return TimelineService(bureau.desk, ChecklistService(bureau.desk, FORMS, bureau.findings, packs))


def test_evidence_and_findings_are_named_and_lead_to_their_place(bureau: Bureau) -> None:
    found = _timeline(bureau).timeline(bureau.inspection)
    things = {thing.place: thing.words for thing in found.things.values() if thing.place}
    (finding,) = bureau.findings.findings(bureau.inspection)
    assert things[f"findings/{finding.id}"] == "挂床住院"
    assert any(place.startswith("evidence/") and words.startswith("A-1") for place, words in things.items())
    assert found.left_out == 0


def test_the_sheet_prints_in_chinese_and_names_no_patient(bureau: Bureau) -> None:
    service = _timeline(bureau)
    pdf = service.sheet(bureau.inspection, lambda what: f"〔{what}〕")
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", " ")
    assert "〔visit opened〕" in text
    assert "青禾县仁安医院" in text
    assert "记录链代码" in text
    assert BedStatus.IN_BED not in text
