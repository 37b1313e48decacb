"""Quotation marks in text tables: cells of several lines stay whole, a stray mark swallows nobody."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.ledgers.quoted_lines import split_text
from inspector_app.services.roster_reading import look_at

PEOPLE = [["内一科", str(bed), f"沈一禾{bed}", f"Z{bed}", ""] for bed in range(1, 40)]
HEADER = ["病区", "床号", "姓名", "住院号", "备注"]


def written(rows: list[list[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in [HEADER, *rows])


@pytest.mark.parametrize(
    ("changed", "cells"),
    [
        ({5: 2}, {5: "沈一禾6"}),
        ({5: 4}, {5: ""}),
        ({5: 2, 8: 2}, {5: "沈一禾6", 8: "沈一禾9"}),
        ({5: 3, 6: 3}, {5: "Z6", 6: "Z7"}),
        ({0: 0, 38: 4}, {0: "内一科", 38: ""}),
    ],
)
def test_a_mark_that_is_opened_and_never_closed_swallows_no_line(
    changed: dict[int, int], cells: dict[int, str]
) -> None:
    rows = [list(row) for row in PEOPLE]
    for line, column in changed.items():
        rows[line][column] = '"' + rows[line][column]
    read = list(split_text(written(rows), ","))
    assert len(read) == 40
    assert {line: read[line + 1][column] for line, column in changed.items()} == cells


def test_marks_opened_on_one_line_and_closed_at_the_end_of_another_swallow_no_line() -> None:
    rows = [list(row) for row in PEOPLE]
    rows[5][4], rows[9][4] = '"自述', '头晕"'
    assert [row[2] for row in split_text(written(rows), ",")] == ["姓名", *(row[2] for row in PEOPLE)]


def test_a_cell_of_several_lines_stays_whole() -> None:
    text = '病区,床号,姓名,住院号,备注\n内一科,1,沈一禾,Z1,"请假，\n明日回"\n内一科,2,卢望川,Z2,"a, ""b"""\n'
    assert list(split_text(text, ","))[1:] == [
        ["内一科", "1", "沈一禾", "Z1", "请假，\n明日回"],
        ["内一科", "2", "卢望川", "Z2", 'a, "b"'],
    ]


def test_nobody_of_a_list_with_a_stray_mark_is_lost(tmp_path: Path) -> None:
    rows = [list(row) for row in PEOPLE]
    rows[5][2] = '"沈一禾6'
    (tmp_path / "在院.csv").write_text(written(rows), "utf-8")
    entries = look_at(tmp_path / "在院.csv").preview.entries
    assert [entry.name for entry in entries] == [row[2] for row in PEOPLE]


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=2), min_size=1, max_size=6))
def test_what_a_spreadsheet_program_quotes_is_read_as_it_was(rows: list[list[str]]) -> None:
    """Cells without line breaks, whatever marks and delimiters they hold."""
    flat = [[cell.replace("\r", " ").replace("\n", " ") for cell in row] for row in rows]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(flat)
    assert list(split_text(text.getvalue(), ",")) == flat


@given(st.text(alphabet='a",\n', max_size=60))
def test_any_marks_lose_no_letter(text: str) -> None:
    read = "".join(cell for row in split_text(text, ",") for cell in row)
    assert read.count("a") == text.count("a")
