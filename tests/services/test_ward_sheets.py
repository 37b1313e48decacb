"""The sheet that is walked with a pen: everybody on it, a box for one key, lines for strangers."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf

from inspector_app.domain.headcount import BedStatus
from inspector_app.services import fiction
from inspector_app.services.desk import Desk
from inspector_app.services.headcounts import HeadcountService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.rosters import RosterService
from inspector_app.services.ward_sheets import STATUS_WORDS, WardSheetService
from inspector_app.system.wording_files import WordingBook
from tests import builders


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_a_sheet_names_every_bed_and_every_key(
    desk: Desk,
    inspections: InspectionService,
    rosters: RosterService,
    headcounts: HeadcountService,
    tmp_path: Path,
) -> None:
    inspection = inspections.open(builders.institution(), bureau="局", team=builders.team()).id
    people = fiction.inpatients(builders.EVENING)
    path = tmp_path / "在院.xlsx"
    path.write_bytes(fiction.roster_workbook(people, builders.EVENING))
    rosters.take(
        inspection, path, rosters.read(inspection, path), exported_by="甲", exported_at=builders.EVENING
    )
    sheets = WardSheetService(desk, headcounts, WordingBook(tmp_path))
    text = text_of(sheets.sheet(inspection, "内一科"))
    assert all(person.name in text for person in people if person.ward == "内一科")
    assert not any(person.name in text for person in people if person.ward == "康复科")
    assert not any(person.id_number in text for person in people)
    assert "2026-11-20 22:30" in text  # the time of the list, as the wall in the ward shows it


def test_a_sheet_can_be_printed_before_any_list_is_there(
    desk: Desk, inspections: InspectionService, headcounts: HeadcountService, tmp_path: Path
) -> None:
    inspection = inspections.open(builders.institution(), bureau="局", team=builders.team()).id
    ward = headcounts.add_ward(inspection, "外科")
    sheets = WardSheetService(desk, headcounts, WordingBook(tmp_path))
    assert "外科" in text_of(sheets.sheet(inspection, ward.id))


def test_every_status_has_a_word_on_paper() -> None:
    assert set(STATUS_WORDS) == set(BedStatus)
