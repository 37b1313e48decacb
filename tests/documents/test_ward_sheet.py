"""The ward sheet on paper."""

from __future__ import annotations

import shutil
import subprocess
import tomllib

import pytest

from inspector_app.documents.ward_sheet import SheetRow, WardSheet, layout_ward_sheet
from inspector_app.domain.notice import Wording
from tests.documents.notices import WORDING_FILE

POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def a_sheet(beds: int = 60) -> WardSheet:
    data = tomllib.loads(WORDING_FILE.read_text(encoding="utf-8"))
    return WardSheet(
        wording=Wording(data["version"], data["ward_sheet"]),
        institution="青禾县仁安医院",
        ward="内一科",
        rows=tuple(
            SheetRow(bed=f"{bed}", name=f"青一{bed}㛃", hospital_number=f"ZY{bed:06}")
            for bed in range(1, beds + 1)
        ),
        keys={"1": "在床", "2": "请假有条", "3": "请假无条", "8": "查无此人", "E": "空床"},
        roster_time="2026年11月21日21时40分",
        printed="2026年11月21日22时",
        code="K3P9",
    )


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert layout_ward_sheet(a_sheet()) == layout_ward_sheet(a_sheet())


@POPPLER
def test_every_bed_and_the_blank_lines_are_there_numbered_for_typing_back() -> None:
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"],
        input=layout_ward_sheet(a_sheet()),
        capture_output=True,
        check=True,
    )
    text = done.stdout.decode()
    for bed in range(1, 61):
        assert f"青一{bed}㛃" in text
    assert text.count("行号") == text.count("\f") >= 2
    assert "66" in text.split()
    assert "8 查无此人" in text
