"""A filled checklist as a workbook: a sheet of questions and answers, and a sheet for each repeat.

Labels and values stand beside each other. Numbers are numbers; everything else is text, also where it
looks like a formula.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from inspector_app.checklists.submission import legal
from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.checklist import QuestionKind, QuestionView
from inspector_app.domain.filled_checklist import FilledChecklist, FilledLine

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_HEADINGS = ("题号", "问题", "回答", "值", "符合情况", "备注", "证据编号", "填写时间", "填写人", "名称")
_WIDTHS = (8, 48, 28, 14, 10, 32, 18, 20, 12, 22)
_NUMBERS = frozenset({QuestionKind.INTEGER, QuestionKind.DECIMAL, QuestionKind.RANGE})
_MOST_DIGITS = 15
"""Spreadsheet programs keep no more digits of a number."""
_FORBIDDEN = re.compile(r"[\\/*?:\[\]']")
_LONGEST_NAME = 31
_LONGEST_CELL = 32_767
Value = str | int | Decimal | None


def filled_workbook(filled: FilledChecklist) -> bytes:
    """Return the workbook's bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    names: set[str] = set()
    _answers(_sheet(book, filled.run.title, names), filled)
    for path, (label, entries) in _repeats(filled).items():
        _entries(_sheet(book, label or path.rpartition("/")[2], names), entries)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _answers(page: Worksheet, filled: FilledChecklist) -> None:
    run, progress = filled.run, filled.progress
    facts = (
        ("检查清单", f"{run.title} {run.version}".strip()),
        ("被检查单位", filled.institution),
        ("开始填写", f"{run.started_at.astimezone(BEIJING):%Y-%m-%d %H:%M} {filled.started_by}".strip()),
        ("进度", f"已填 {progress.answered}/{progress.total}，不符合 {progress.noncompliant}"),
        ("记录链代码", filled.head),
    )
    for number, (name, text) in enumerate(facts, 1):
        _bold(_put(page, number, 1, name))
        _put(page, number, 2, text)
    top = len(facts) + 2
    for place, heading in enumerate(_HEADINGS, 1):
        _bold(_put(page, top, place, heading))
    for number, line in enumerate(_outside_repeats(filled.lines), top + 1):
        _line(page, number, line)
    for place, width in enumerate(_WIDTHS):
        page.column_dimensions["ABCDEFGHIJ"[place]].width = width
    page.freeze_panes = f"C{top + 1}"


def _line(page: Worksheet, number: int, line: FilledLine) -> None:
    question = line.question
    newest = line.changes[0] if line.changes else None
    cells: Sequence[Value] = (
        question.number,
        question.label,
        question.value_label if question.kind.is_answerable else "",
        _value(question),
        _state(question),
        question.remark,
        "、".join(piece.number for piece in line.evidence),
        f"{question.answered_at.astimezone(BEIJING):%Y-%m-%d %H:%M}" if question.answered_at else "",
        newest.person if newest else "",
        question.path.rpartition("/")[2],
    )
    for place, cell in enumerate(cells, 1):
        made = _put(page, number, place, cell)
        if line.is_heading:
            _bold(made)


def _entries(page: Worksheet, entries: Sequence[tuple[str, Sequence[FilledLine]]]) -> None:
    """One row an entry; a question of choices has a column for its label and one for its value."""
    columns: dict[str, FilledLine] = {}
    for _, lines in entries:
        for line in lines:
            columns.setdefault(_name_below(line), line)
    heads: list[tuple[str, str, bool]] = [("", "", False)]
    for name, line in columns.items():
        heads.append((line.question.label, name, False))
        if line.question.kind.has_choices:
            heads.append((f"{line.question.label}（值）", name, True))
    for place, (label, name, _) in enumerate(heads, 1):
        _bold(_put(page, 1, place, label or "序号"))
        _put(page, 2, place, name)
    for row, (number, lines) in enumerate(entries, 3):
        _put(page, row, 1, number)
        by_name = {_name_below(line): line for line in lines}
        for place, (_, name, is_value) in enumerate(heads[1:], 2):
            found = by_name.get(name)
            if found is not None:
                _put(page, row, place, _entry_cell(found, is_value=is_value))
    for place in range(1, len(heads) + 1):
        page.column_dimensions[page.cell(1, place).column_letter].width = 8 if place == 1 else 22
    page.freeze_panes = "B3"


def _entry_cell(line: FilledLine, *, is_value: bool) -> Value:
    question = line.question
    if question.kind.takes_evidence:
        return "、".join(piece.number for piece in line.evidence)
    if is_value or not question.kind.has_choices:
        return _value(question)
    return question.value_label


def _outside_repeats(lines: Sequence[FilledLine]) -> list[FilledLine]:
    entries = [one.question.path for one in lines if one.question.kind is QuestionKind.REPEAT_INSTANCE]
    return [
        line
        for line in lines
        if not any(
            line.question.path == path or line.question.path.startswith(f"{path}/") for path in entries
        )
    ]


def _repeats(
    filled: FilledChecklist,
) -> dict[str, tuple[str, list[tuple[str, list[FilledLine]]]]]:
    """Return label, and number and questions of each entry, by the path of the repeat without keys."""
    found: dict[str, tuple[str, list[tuple[str, list[FilledLine]]]]] = {}
    open_entries: list[tuple[str, list[FilledLine]]] = []
    for line in filled.lines:
        question = line.question
        open_entries = [one for one in open_entries if question.path.startswith(f"{one[0]}/")]
        if question.kind is QuestionKind.REPEAT_INSTANCE:
            own: list[FilledLine] = []
            plain = re.sub(r"\[[^\]]*\]", "", question.path)
            found.setdefault(plain, (question.label, []))[1].append((question.number, own))
            open_entries.append((question.path, own))
        elif open_entries and not line.is_heading and question.kind is not QuestionKind.NOTE:
            open_entries[-1][1].append(line)
    return found


def _name_below(line: FilledLine) -> str:
    """The question's path within its entry."""
    return line.question.path.rpartition("]/")[2]


def _value(question: QuestionView) -> Value:
    if not question.kind.is_answerable:
        return ""
    text = question.value
    if question.kind in _NUMBERS and not question.is_wrong:
        plain = text.replace(",", "")
        try:
            number = Decimal(plain)
        except InvalidOperation:
            return text
        fits = number.is_finite() and len(number.as_tuple().digits) <= _MOST_DIGITS
        return number if fits else text
    return text


def _state(question: QuestionView) -> str:
    if question.noncompliant:
        return "不符合"
    if question.is_wrong:
        return "填写有误"
    if question.exempt:
        return f"不适用：{question.exempt}"
    return "未填" if question.is_open else ""


def _sheet(book: Workbook, title: str, names: set[str]) -> Worksheet:
    """Add a sheet under a name that spreadsheet programs allow and no other sheet has."""
    base = _FORBIDDEN.sub(" ", legal(title)).strip() or "清单"
    name, number = base[:_LONGEST_NAME], 1
    while name.lower() in names:
        number += 1
        name = f"{base[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
    names.add(name.lower())
    return book.create_sheet(name)


def _put(page: Worksheet, row: int, place: int, value: Value) -> Cell:
    from openpyxl.styles import Alignment

    cell: Cell = page.cell(row, place)
    if isinstance(value, str):
        if value:
            cell.value = legal(value)[:_LONGEST_CELL]
            cell.data_type = "s"  # "=1" is what somebody typed, not a formula
            cell.number_format = "@"
    else:
        cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _bold(cell: Cell) -> None:
    from openpyxl.styles import Font

    cell.font = Font(bold=True)
