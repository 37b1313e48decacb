"""The count sheet on paper."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from fractions import Fraction

import pytest

from inspector_app.documents.count_sheet import PrintedCountSheet, layout_count_sheet
from inspector_app.domain.count_sheet import count_sheet
from inspector_app.domain.notice import Wording
from inspector_app.domain.stock import StockLine, StockStatus, StockTerms
from tests.documents.notices import WORDING_FILE

POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def _sheet(items: int = 40) -> PrintedCountSheet:
    data = tomllib.loads(WORDING_FILE.read_text(encoding="utf-8"))
    lines = (
        StockLine(
            key=f"A{number}",
            code=f"A{number:03}",
            name=f"青禾片{number:03}㛃",
            spec="0.25g*24片",
            makers=("云岭制药（虚构）",),
            unit="片",
            terms=StockTerms(counted=Fraction(77777)),
            status=StockStatus.NO_COUNT,
        )
        for number in range(1, items + 1)
    )
    return PrintedCountSheet(
        wording=Wording(data["version"], data["count_sheet"]),
        institution="青禾县仁安医院",
        place="中心药库",
        sheet=count_sheet(lines),
        printed="2026-11-23 21:00",
    )


def _text(sheet: PrintedCountSheet) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=layout_count_sheet(sheet), capture_output=True, check=True
    )
    return done.stdout.decode()


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert layout_count_sheet(_sheet()) == layout_count_sheet(_sheet())


@POPPLER
def test_every_item_is_there_under_its_number_and_blank_lines_follow() -> None:
    sheet = _sheet()
    text = _text(sheet)
    for line in sheet.sheet.lines:
        assert line.name in text
    assert "45" in text.split()
    assert sheet.sheet.code in text
    assert text.count("行号") == text.count("\f") >= 2


@POPPLER
def test_no_expected_quantity_leads_the_person_who_counts() -> None:
    assert "77777" not in _text(_sheet())


def test_a_sheet_of_nothing_still_has_blank_lines_for_the_shelf() -> None:
    assert layout_count_sheet(_sheet(0)).startswith(b"%PDF")
