"""The roster (在院名单): who the hospital's system says is in hospital, as it was read from its export."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from inspector_app.domain.ids import InstitutionId, PersonId, RosterId, Sha256
from inspector_app.domain.wording import Sentence


class RosterField(StrEnum):
    """What a column of the export can mean."""

    WARD = "ward"
    BED = "bed"
    NAME = "name"
    SEX = "sex"
    AGE = "age"
    ID_NUMBER = "id_number"
    HOSPITAL_NUMBER = "hospital_number"
    ADMITTED_AT = "admitted_at"
    DIAGNOSIS = "diagnosis"
    DOCTOR = "doctor"
    ADDRESS = "address"
    INSURANCE = "insurance"
    LEAVE_TIMES = "leave_times"
    LEAVE_DAYS = "leave_days"
    LEAVE_NOTE = "leave_note"


class GuessGround(StrEnum):
    """Why a column was taken for a field."""

    REMEMBERED = "remembered"
    KNOWN_HEADER = "known_header"
    PARTIAL_HEADER = "partial_header"
    VALUES = "values"
    CHOSEN = "chosen"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnGuess:
    """One column of the sheet, what it is taken for, and why."""

    index: int
    header: str
    field: RosterField | None
    ground: GuessGround
    reason: Sentence
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Which column means what; ``columns`` holds pairs of column index and field."""

    header_row: int
    """Index of the first header line in the sheet, counted from 0; -1 where there is no header."""
    header_lines: int
    columns: tuple[tuple[int, RosterField], ...]

    def with_meaning(self, column: int, field: RosterField | None) -> Mapping:
        """The same with another meaning of one column; a field belongs to one column only."""
        kept = {index: known for index, known in self.columns if index != column and known is not field}
        if field is not None:
            kept[column] = field
        return replace(self, columns=tuple(sorted(kept.items())))

    def column_of(self, field: RosterField) -> int | None:
        """Index of the column that means ``field``."""
        for index, meaning in self.columns:
            if meaning is field:
                return index
        return None


class EntryNote(StrEnum):
    """Something a person should know about an entry that was taken all the same."""

    NO_BED = "no_bed"
    NO_WARD = "no_ward"
    WARD_FILLED_DOWN = "ward_filled_down"
    ID_DIGITS_LOST = "id_digits_lost"
    ID_CHECK_DIGIT = "id_check_digit"
    ADMISSION_UNREADABLE = "admission_unreadable"
    LEAVE_UNREADABLE = "leave_unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry:
    """One person in hospital. ``row`` is the line of the source sheet, counted from 1."""

    row: int
    name: str
    ward: str = ""
    bed: str = ""
    sex: str = ""
    age: str = ""
    id_number: str = ""
    """Kept whole; masked wherever it is shown."""
    hospital_number: str = ""
    admitted_at: datetime | None = None
    admitted_text: str = ""
    diagnosis: str = ""
    doctor: str = ""
    address: str = ""
    insurance: str = ""
    leave_times: int | None = None
    leave_days: Decimal | None = None
    leave_note: str = ""
    notes: tuple[EntryNote, ...] = ()


class QuarantineReason(StrEnum):
    """Why a line of data could not be taken."""

    NO_NAME = "no_name"
    SHIFTED = "shifted"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantinedRow:
    """One line that was not taken, whole, with the reason."""

    row: int
    reason: QuarantineReason
    cells: tuple[str, ...]
    same_as_row: int | None = None


class PlainLine(StrEnum):
    """Lines of a sheet that are no data."""

    BANNER = "banner"
    HEADER = "header"
    REPEATED_HEADER = "repeated_header"
    BLANK = "blank"
    SUBTOTAL = "subtotal"
    WARD_LINE = "ward_line"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCount:
    """How many lines of one kind a sheet had."""

    kind: PlainLine
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """What became of every line: rows read = used + quarantined + lines that are no data."""

    rows_read: int
    used: int
    quarantined: tuple[QuarantinedRow, ...]
    other_lines: tuple[LineCount, ...]

    @property
    def adds_up(self) -> bool:
        """Whether no line was lost or counted twice."""
        others = sum(line.count for line in self.other_lines)
        return self.rows_read == self.used + len(self.quarantined) + others


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPreview:
    """An export as it would be taken, before anybody says yes."""

    source_name: str
    source_size: int
    source_sha256: Sha256
    """What was looked at; taking refuses a file that has changed since."""
    kind: str
    encoding: str
    sheets: tuple[str, ...]
    sheet: str
    columns: tuple[ColumnGuess, ...]
    mapping: Mapping
    entries: tuple[RosterEntry, ...]
    report: ReadReport
    suggested_exported_at: datetime | None = None
    suggested_exported_by: str = ""

    @property
    def wards(self) -> tuple[str, ...]:
        """Wards in the order of the sheet."""
        return tuple(dict.fromkeys(entry.ward for entry in self.entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A roster that was taken in: its source is evidence, its clean table a blob of JSON lines."""

    id: RosterId
    source_name: str
    source_sha256: Sha256
    source_size: int
    entries_sha256: Sha256
    sheet: str
    mapping: Mapping
    persons: int
    rows_read: int
    quarantined: tuple[QuarantinedRow, ...]
    other_lines: tuple[LineCount, ...]
    wards: tuple[str, ...]
    exported_by: str
    """Person of the institution who made the export."""
    exported_how: str = ""
    exported_at: datetime
    taken_at: datetime
    taken_by: PersonId
    evidence: str = ""
    """Identity of the evidence that holds the source file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedMapping:
    """A mapping that a person approved, kept for the next export of the same institution."""

    id: InstitutionId
    headers: tuple[tuple[str, RosterField], ...]
    remembered_at: datetime


_BED_WORDS = re.compile(r"(号床位|床位号|床号|号床|床位|床|号|BED|NO\.?)")
_BED_AT_AN_END = re.compile(r"^[床牀](?:位号|位|号)?[:：]?|[床牀](?:位号|位|号)?$")
_REMEMBERED = 8_192
"""Labels of a large hospital, cleaned once each."""
_EXTRA = re.compile(r"^(加床|加|附加|临时|临|\+)")


def narrow(text: str) -> str:
    """Full-width letters, digits and signs as their half-width twins; every other character untouched."""
    return "".join(
        chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else " " if sign == "　" else sign for sign in text
    )


@lru_cache(maxsize=_REMEMBERED)
def bed_key(bed: str) -> str:
    """What stays of a bed's label when two people write it differently: ``05床`` and ``5`` are one bed."""
    text = re.sub(r"\s+", "", narrow(bed)).upper().replace("牀", "床")
    extra = "+" if _EXTRA.match(text) else ""
    text = _BED_WORDS.sub("", _EXTRA.sub("", text))
    return extra + re.sub(r"(?<!\d)0+(?=\d)", "", text)


def bare_bed(bed: str) -> str:
    """A bed as it is written, without the word for bed at its ends: ``02床`` is ``02``."""
    return _BED_AT_AN_END.sub("", bed.strip()).strip()


def bed_label(bed: str) -> str:
    """A bed with the word for bed once, however the list wrote it; nothing where there is no bed."""
    return f"{bare_bed(bed)}床" if bed.strip() else ""


_WARD_WORDS = re.compile(r"护理单元|护理站|护士站|护理组|住院部|病区|病房|科室|科|区|\([^)]*\)")
_WARD_DIGITS = str.maketrans("123456789", "一二三四五六七八九")


@lru_cache(maxsize=_REMEMBERED)
def ward_key(ward: str) -> str:
    """A ward's name without spaces and width, so that 内 一 科 is 内一科."""
    return re.sub(r"\s+", "", narrow(ward)).upper()


def wards_agree(ward: str, other: str) -> bool:
    """Whether two names may be one ward: 内一科 on the door, in the export 内一科护理站 or 内科一病区."""
    return _bare_ward(ward) == _bare_ward(other) != ""


@lru_cache(maxsize=_REMEMBERED)
def _bare_ward(ward: str) -> str:
    return _WARD_WORDS.sub("", ward_key(ward).translate(_WARD_DIGITS))


@lru_cache(maxsize=_REMEMBERED)
def name_key(name: str) -> str:
    """A name without spaces, dots of minority names and width."""
    return re.sub(r"[\s·•・.．]+", "", narrow(name)).upper()


@lru_cache(maxsize=_REMEMBERED)
def bed_order(bed: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that walks the beds as a person would: 2 before 10, extra beds last."""
    key = bed_key(bed)
    pieces = re.findall(r"\d+|\D+", key.lstrip("+"))
    head: tuple[int, int, str] = (1 if key.startswith("+") else 0, 0, "")
    return (
        head,
        *((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces),
    )
