"""A hospital's list of inpatients: from rows of text to entries, with an account of every line."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping as Mapped
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from inspector_app.domain.ids import Sha256
from inspector_app.domain.ports import Progress, Silent
from inspector_app.domain.roster import (
    EntryNote,
    LineCount,
    Mapping,
    PlainLine,
    QuarantinedRow,
    QuarantineReason,
    ReadReport,
    RosterEntry,
    RosterField,
    RosterPreview,
    bed_key,
    name_key,
    ward_key,
)
from inspector_app.ledgers.cleaning import (
    IdState,
    clean,
    clean_name,
    read_id_number,
    read_moment,
    read_number,
)
from inspector_app.ledgers.header_lines import header_key
from inspector_app.ledgers.headers import guess_columns, with_chosen
from inspector_app.ledgers.reading import Row, TableFile

_SUBTOTAL = re.compile(r"^(本页|本科|科室|病区|全院)?(小计|合计|总计|共计|汇总|总人数|人数)")
_COUNT_LINE = re.compile(r"^.{0,20}共\s*\d+\s*[人例条行床]")
_FOOTER = re.compile(
    r"^(打印|制表|导出|填表|审核|复核|操作|统计|查询|备注|说明|注|第\s*\d+\s*页|共\s*\d+\s*页|页码)"
)
_WARD_LINE = re.compile(
    r"^(?:病区|科室|科别|护理单元)\s*[:：]\s*(?P<named>[^:：]+?)\s*(?:[((].*|共.*)?$"
    r"|^(?P<bare>[^\d:：]{2,20}(?:科|病区|病房|室))\s*(?:[((]\s*\d+\s*人\s*[))])?$"
)
_EXPORTED_AT = re.compile(
    r"(?:导出|打印|制表|统计|查询|截止|截至)(?:时间|日期)?\s*[:：]?\s*(20\d{2}[^，,;；]{4,20})"
)
_EXPORTED_BY = re.compile(
    r"(?:导出人员?|打印人员?|制表人|操作员|操作人|经办人)\s*[:：]\s*"
    # An office and a name stand beside each other; the label of what comes next belongs to neither.
    r"([^\s，,;；:：]{2,12}(?: (?!\S*(?:时间|日期|部门|科室|页|[:：]))[^\s\d，,;；:：]{2,8})?)"
)
_NOT_A_NAME = re.compile(
    r"[\d\s.,:/+-]+[Xx年月日岁天床号次人]?|\d.*[-/.:年月].*\d.*|.*月.*日|[男女]|.*\d{15}[\dXx]*.*", re.DOTALL
)
"""Wholly a number, an amount, a day, a sex, or with an identity number in it; 七月 and 白一日 are names."""
_ODD_NAME = re.compile(r"\d{2,}|^\d")
"""无名氏12 is a name where the columns beside it hold what belongs there."""
_BELONGS = {
    RosterField.SEX: re.compile(r"[男女未不MF12].{0,3}", re.IGNORECASE),
    RosterField.AGE: re.compile(r"\d.{0,12}"),
    RosterField.ID_NUMBER: re.compile(r"[A-Z]{0,4}[\d*.+EX]{4,}[\d*X()]*", re.IGNORECASE),
    RosterField.HOSPITAL_NUMBER: re.compile(r".*\d.*"),
    RosterField.ADMITTED_AT: re.compile(r"(19|20)\d{2}.*|\d{5}(\.\d+)?"),
}
_PROGRESS_EVERY = 500


def preview_roster(
    table: TableFile,
    sheet: str = "",
    mapping: Mapping | None = None,
    remembered: Mapped[str, RosterField] | None = None,
    progress: Progress | None = None,
) -> RosterPreview:
    """Read a sheet as it would be taken; without a mapping the columns are guessed."""
    chosen = sheet or best_sheet(table, remembered)
    rows = table.rows(chosen, progress)
    header = (mapping.header_row, mapping.header_lines) if mapping else None
    guessed, columns = guess_columns(rows, remembered, header)
    used = mapping or guessed
    columns = with_chosen(columns, used)
    entries, report = read_entries(rows, used, progress)
    loose = [cell for row in _loose_lines(rows, used) for cell in row if cell]
    return RosterPreview(
        source_name=table.name,
        source_size=len(table.content),
        source_sha256=Sha256(hashlib.sha256(table.content).hexdigest()),
        kind=table.kind,
        encoding=table.encoding,
        sheets=table.sheets,
        sheet=chosen,
        columns=columns,
        mapping=used,
        entries=entries,
        report=report,
        suggested_exported_at=_exported_at(loose),
        suggested_exported_by=_exported_by(loose),
    )


def best_sheet(table: TableFile, remembered: Mapped[str, RosterField] | None = None) -> str:
    """The first sheet whose columns name persons; else the first."""
    if len(table.sheets) == 1:
        return table.sheets[0]
    for sheet in table.sheets:
        mapping, _ = guess_columns(table.rows(sheet), remembered)
        if mapping.column_of(RosterField.NAME) is not None:
            return sheet
    return table.sheets[0]


@dataclass(slots=True)
class _Reading:
    """What is known while going down the sheet."""

    entries: list[RosterEntry] = field(default_factory=list)
    quarantined: list[QuarantinedRow] = field(default_factory=list)
    lines: Counter[PlainLine] = field(default_factory=Counter)
    ward: str = ""
    seen: dict[tuple[str, ...], int] = field(default_factory=dict)


def read_entries(
    rows: Sequence[Row], mapping: Mapping, progress: Progress | None = None
) -> tuple[tuple[RosterEntry, ...], ReadReport]:
    """Apply a mapping. Rows read = entries + quarantined + lines that are no data, always."""
    watched = progress or Silent()
    reading = _Reading()
    first = mapping.header_row + mapping.header_lines if mapping.header_row >= 0 else 0
    header = {
        header_key(cell)
        for row in rows[max(mapping.header_row, 0) : first]
        for cell in row
        if header_key(cell)
    }
    for index, row in enumerate(rows):
        if index % _PROGRESS_EVERY == 0:
            watched.report(index, len(rows))
        if index < max(mapping.header_row, 0):
            reading.lines[PlainLine.BANNER if any(row) else PlainLine.BLANK] += 1
            _note_ward_line(row, reading)
        elif index < first:
            reading.lines[PlainLine.HEADER] += 1
        else:
            kind = _plain_kind(row, mapping, header)
            if kind is None:
                _take(index + 1, row, mapping, reading)
                continue
            reading.lines[kind] += 1
            if kind is PlainLine.WARD_LINE:
                _note_ward_line(row, reading)
    report = ReadReport(
        rows_read=len(rows),
        used=len(reading.entries),
        quarantined=tuple(reading.quarantined),
        other_lines=tuple(
            LineCount(kind=kind, count=reading.lines[kind]) for kind in PlainLine if reading.lines[kind]
        ),
    )
    return tuple(reading.entries), report


def _plain_kind(row: Row, mapping: Mapping, header: set[str]) -> PlainLine | None:
    filled = [cell for cell in row if cell]
    if not filled:
        return PlainLine.BLANK
    keys = [header_key(cell) for cell in filled]
    if len(keys) > 1 and sum(key in header for key in keys) >= 0.8 * len(keys):
        return PlainLine.REPEATED_HEADER
    has_name = bool(_cell(row, mapping, RosterField.NAME))
    has_identity = any(
        re.search(r"\d{4,}", _cell(row, mapping, wanted))
        for wanted in (RosterField.ID_NUMBER, RosterField.HOSPITAL_NUMBER)
    )
    head = clean(filled[0]).replace(" ", "")
    name = clean(_cell(row, mapping, RosterField.NAME)).replace(" ", "")
    if not has_identity and (_SUBTOTAL.match(head) or _SUBTOTAL.match(name) or _COUNT_LINE.match(head)):
        return PlainLine.SUBTOTAL
    distinct = set(filled)
    if len(distinct) == 1 and _WARD_LINE.match(head) and not (has_name and len(filled) > 1):
        return PlainLine.WARD_LINE
    if not has_identity and _FOOTER.match(head) and (not has_name or len(distinct) <= 2):
        return PlainLine.FOOTER
    return None


def _note_ward_line(row: Row, reading: _Reading) -> None:
    for cell in row:
        match = _WARD_LINE.match(clean(cell)) if cell else None
        if match:
            reading.ward = match["named"] or match["bare"]
            return


def _cell(row: Row, mapping: Mapping, wanted: RosterField) -> str:
    column = mapping.column_of(wanted)
    return row[column] if column is not None and column < len(row) else ""


def _take(number: int, row: Row, mapping: Mapping, reading: _Reading) -> None:
    def cell(wanted: RosterField) -> str:
        return clean(_cell(row, mapping, wanted))

    name = clean_name(_cell(row, mapping, RosterField.NAME))
    if not name:
        reading.quarantined.append(QuarantinedRow(row=number, reason=QuarantineReason.NO_NAME, cells=row))
        return
    if _is_shifted(name, row, mapping):
        reading.quarantined.append(QuarantinedRow(row=number, reason=QuarantineReason.SHIFTED, cells=row))
        return
    notes: list[EntryNote] = []
    ward = cell(RosterField.WARD)
    if ward:
        reading.ward = ward
    elif reading.ward:
        ward = reading.ward
        notes.append(EntryNote.WARD_FILLED_DOWN)
    else:
        notes.append(EntryNote.NO_WARD)
    bed = cell(RosterField.BED)
    if not bed:
        notes.append(EntryNote.NO_BED)
    id_number, id_state = read_id_number(_cell(row, mapping, RosterField.ID_NUMBER))
    if id_state is IdState.DIGITS_LOST:
        notes.append(EntryNote.ID_DIGITS_LOST)
    elif id_state is IdState.CHECK_DIGIT:
        notes.append(EntryNote.ID_CHECK_DIGIT)
    admitted_text = cell(RosterField.ADMITTED_AT)
    admitted_at = read_moment(admitted_text)
    if admitted_text and admitted_at is None:
        notes.append(EntryNote.ADMISSION_UNREADABLE)
    times, days = cell(RosterField.LEAVE_TIMES), cell(RosterField.LEAVE_DAYS)
    leave_times, leave_days = read_number(times), read_number(days)
    if (times and leave_times is None) or (days and leave_days is None):
        notes.append(EntryNote.LEAVE_UNREADABLE)
    hospital_number = cell(RosterField.HOSPITAL_NUMBER)
    identity = (name_key(name), ward_key(ward), bed_key(bed), id_number, hospital_number)
    earlier = reading.seen.get(identity)
    if earlier is not None and (bed or id_number or hospital_number):
        reading.quarantined.append(
            QuarantinedRow(row=number, reason=QuarantineReason.REPEATED, cells=row, same_as_row=earlier)
        )
        return
    reading.seen[identity] = number
    reading.entries.append(
        RosterEntry(
            row=number,
            name=name,
            ward=ward,
            bed=bed,
            sex=cell(RosterField.SEX),
            age=cell(RosterField.AGE),
            id_number=id_number,
            hospital_number=hospital_number,
            admitted_at=admitted_at,
            admitted_text=admitted_text,
            diagnosis=cell(RosterField.DIAGNOSIS),
            doctor=cell(RosterField.DOCTOR),
            address=cell(RosterField.ADDRESS),
            insurance=cell(RosterField.INSURANCE),
            leave_times=int(leave_times) if leave_times is not None else None,
            leave_days=leave_days,
            leave_note=cell(RosterField.LEAVE_NOTE),
            notes=tuple(notes),
        )
    )


def _is_shifted(name: str, row: Row, mapping: Mapping) -> bool:
    """Whether another column's value stands where the name should be."""
    if _NOT_A_NAME.fullmatch(name):
        return True
    if not _ODD_NAME.search(name):
        return False
    beside = ((pattern, clean(_cell(row, mapping, wanted))) for wanted, pattern in _BELONGS.items())
    return any(text and not pattern.fullmatch(text) for pattern, text in beside)


def _loose_lines(rows: Sequence[Row], mapping: Mapping) -> list[Row]:
    """Banner lines and the last lines: where an export says when and by whom it was made."""
    return [*rows[: max(mapping.header_row, 0)], *rows[-3:]]


def _exported_at(cells: Sequence[str]) -> datetime | None:
    for cell in cells:
        match = _EXPORTED_AT.search(clean(cell))
        if not match:
            continue
        text = match[1].strip()
        for end in range(len(text), 7, -1):
            moment = read_moment(text[:end])
            if moment is not None:
                return moment
    return None


def _exported_by(cells: Sequence[str]) -> str:
    for cell in cells:
        match = _EXPORTED_BY.search(clean(cell))
        if match:
            return match[1]
    return ""
