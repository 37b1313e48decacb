"""Ledgers: the kinds of export a hospital hands over, their fields, and the account of every line read."""

from __future__ import annotations

from collections.abc import Mapping as Mapped
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from inspector_app.domain.ids import Sha256
from inspector_app.domain.roster import GuessGround
from inspector_app.domain.wording import Sentence, sentence

E4 = Decimal(10_000)


def e4_to_decimal(value: int) -> Decimal:
    """A figure kept in ten-thousandths as the number people mean."""
    return Decimal(value) / E4


def decimal_to_e4(value: Decimal) -> int:
    """A figure in ten-thousandths; what is finer is rounded half up, away from zero."""
    return int((value * E4).quantize(Decimal(1), ROUND_HALF_UP))


class LedgerKind(StrEnum):
    """What a file tells about."""

    BILLING = "billing"
    PURCHASES = "purchases"
    PURCHASE_RETURNS = "purchase_returns"
    STOCK = "stock"
    STOCK_CHANGES = "stock_changes"
    SALES = "sales"
    SALES_RETURNS = "sales_returns"
    UNITS = "units"
    TREATMENTS = "treatments"
    SCHEDULE = "schedule"
    CHECKS = "checks"
    ROSTER = "roster"
    SETTLED = "settled"
    DEATHS = "deaths"


class LedgerField(StrEnum):
    """A column of a clean table; the value is the column's name."""

    CODE = "code"
    LOCAL_CODE = "local_code"
    NAME = "name"
    SPEC = "spec"
    UNIT = "unit"
    MAKER = "maker"
    SUPPLIER = "supplier"
    BATCH = "batch"
    QUANTITY = "quantity_e4"
    PRICE = "price_e4"
    AMOUNT = "amount_e4"
    FUND = "fund_e4"
    SELF_PAY = "self_pay"
    REFUND = "refund"
    UNPACKED = "unpacked"
    PATIENT = "patient"
    PATIENT_ID = "patient_id"
    VISIT = "visit"
    SETTLEMENT = "settlement"
    DEPARTMENT = "department"
    CATEGORY = "category"
    LEVEL = "level"
    TIME = "time"
    DATE = "date"
    ADMITTED = "admitted"
    DISCHARGED = "discharged"
    SEX = "sex"
    AGE = "age"
    BIRTH = "birth"
    MED_TYPE = "med_type"
    INSTITUTION_CODE = "institution_code"
    INSTITUTION = "institution"
    INVOICE = "invoice"
    DELIVERY_NOTE = "delivery_note"
    TRACE = "trace"
    ENTRY_TYPE = "entry_type"
    OPENING = "opening_e4"
    TAKEN_IN = "in_e4"
    GIVEN_OUT = "out_e4"
    LOSS = "loss_e4"
    CLOSING = "closing_e4"
    CHANGE = "change"
    SETTLED_AS = "settled_as"
    RECEIPT = "receipt"
    BASE_UNIT = "base_unit"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    SOURCE = "source"
    SHIFT = "shift"
    MACHINE = "machine"
    MODE = "mode"
    DIALYSER_MODEL = "dialyser_model"
    FLUX = "flux"
    START = "start"
    END = "end"
    ACCESS = "access"
    WARD = "ward"
    BED = "bed"
    STATUS = "status"
    DIAGNOSIS = "diagnosis"
    DOCTOR = "doctor"
    ADDRESS = "address"
    INSURANCE = "insurance"
    LEAVE_TIMES = "leave_times"
    LEAVE_DAYS_E4 = "leave_days_e4"
    NOTE = "note"


class FieldType(StrEnum):
    """How the text of a cell becomes a value."""

    TEXT = "text"
    CODE = "code"
    E4 = "e4"
    COUNT = "count"
    DATE = "date"
    TIME = "time"
    YES_NO = "yes_no"
    CHANGE = "change"
    SETTLED_AS = "settled_as"


_F = LedgerField
_ITEM = (_F.CODE, _F.LOCAL_CODE, _F.NAME, _F.SPEC, _F.UNIT, _F.MAKER)
_FIGURES = (_F.QUANTITY, _F.PRICE, _F.AMOUNT)
_BILLED = (
    *_ITEM, *_FIGURES, _F.FUND, _F.SELF_PAY, _F.REFUND, _F.UNPACKED, _F.PATIENT, _F.PATIENT_ID, _F.VISIT,
    _F.SETTLEMENT, _F.DEPARTMENT, _F.CATEGORY, _F.LEVEL, _F.TIME, _F.DATE, _F.ADMITTED, _F.DISCHARGED,
    _F.SEX, _F.AGE, _F.BIRTH, _F.MED_TYPE, _F.BATCH, _F.INSTITUTION_CODE, _F.INSTITUTION,
)  # fmt: skip
_BOUGHT = (
    *_ITEM, _F.SUPPLIER, _F.BATCH, *_FIGURES, _F.DATE, _F.INVOICE, _F.DELIVERY_NOTE, _F.TRACE, _F.ENTRY_TYPE,
)  # fmt: skip
_SOLD = (*_BILLED, _F.SETTLED_AS, _F.RECEIPT, _F.TRACE)
_DIALYSED = (
    _F.PATIENT, _F.PATIENT_ID, _F.VISIT, _F.DATE, _F.SHIFT, _F.MACHINE, _F.BED, _F.MODE, _F.DIALYSER_MODEL,
    _F.FLUX, _F.START, _F.END, _F.ACCESS, _F.QUANTITY,
)  # fmt: skip
_PERSON = (_F.WARD, _F.BED, _F.PATIENT, _F.SEX, _F.AGE, _F.PATIENT_ID, _F.VISIT)

FIELDS: Mapped[LedgerKind, tuple[LedgerField, ...]] = {
    LedgerKind.BILLING: _BILLED,
    LedgerKind.PURCHASES: _BOUGHT,
    LedgerKind.PURCHASE_RETURNS: _BOUGHT,
    LedgerKind.STOCK: (
        *_ITEM, _F.BATCH, _F.DATE, _F.QUANTITY, _F.PRICE, _F.OPENING, _F.TAKEN_IN, _F.GIVEN_OUT, _F.LOSS,
        _F.CLOSING,
    ),
    LedgerKind.STOCK_CHANGES: (*_ITEM, _F.BATCH, _F.QUANTITY, _F.PRICE, _F.DATE, _F.CHANGE, _F.NOTE),
    LedgerKind.SALES: _SOLD,
    LedgerKind.SALES_RETURNS: _SOLD,
    LedgerKind.UNITS: (
        _F.CODE, _F.LOCAL_CODE, _F.NAME, _F.SPEC, _F.UNIT, _F.BASE_UNIT, _F.NUMERATOR, _F.DENOMINATOR,
        _F.SOURCE,
    ),
    LedgerKind.TREATMENTS: _DIALYSED,
    LedgerKind.SCHEDULE: _DIALYSED,
    LedgerKind.CHECKS: (*_PERSON, _F.STATUS, _F.TIME, _F.DATE, _F.NOTE),
    LedgerKind.ROSTER: (
        *_PERSON, _F.ADMITTED, _F.DIAGNOSIS, _F.DOCTOR, _F.ADDRESS, _F.INSURANCE, _F.LEAVE_TIMES,
        _F.LEAVE_DAYS_E4, _F.NOTE,
    ),
    LedgerKind.SETTLED: (
        _F.TRACE, _F.INSTITUTION_CODE, _F.INSTITUTION, _F.CODE, _F.LOCAL_CODE, _F.NAME, _F.QUANTITY, _F.DATE,
        _F.UNPACKED, _F.PATIENT, _F.PATIENT_ID, _F.SETTLEMENT, _F.RECEIPT,
    ),
    LedgerKind.DEATHS: (_F.PATIENT, _F.PATIENT_ID, _F.DATE),
}  # fmt: skip
"""The columns of a clean table of each kind, after ``file``, ``sheet`` and ``row``."""

TYPES: Mapped[LedgerField, FieldType] = {
    **dict.fromkeys(LedgerField, FieldType.TEXT),
    **dict.fromkeys((field for field in LedgerField if field.value.endswith("_e4")), FieldType.E4),
    **dict.fromkeys((_F.CODE, _F.LOCAL_CODE, _F.TRACE, _F.PATIENT_ID, _F.INSTITUTION_CODE), FieldType.CODE),
    **dict.fromkeys((_F.DATE, _F.BIRTH, _F.DISCHARGED), FieldType.DATE),
    **dict.fromkeys((_F.TIME, _F.ADMITTED), FieldType.TIME),
    **dict.fromkeys((_F.SELF_PAY, _F.REFUND, _F.UNPACKED), FieldType.YES_NO),
    **dict.fromkeys((_F.NUMERATOR, _F.DENOMINATOR, _F.LEAVE_TIMES), FieldType.COUNT),
    _F.CHANGE: FieldType.CHANGE,
    _F.SETTLED_AS: FieldType.SETTLED_AS,
}

_NAMED = (_F.CODE, _F.LOCAL_CODE, _F.NAME)
_STAYING = (_F.PATIENT, _F.PATIENT_ID, _F.VISIT)
NEEDED: Mapped[LedgerKind, tuple[tuple[LedgerField, ...], ...]] = {
    LedgerKind.BILLING: (_NAMED, (_F.QUANTITY,)),
    LedgerKind.PURCHASES: (_NAMED, (_F.QUANTITY,)),
    LedgerKind.PURCHASE_RETURNS: (_NAMED, (_F.QUANTITY,)),
    LedgerKind.STOCK: (_NAMED, (_F.QUANTITY, _F.OPENING, _F.CLOSING)),
    LedgerKind.STOCK_CHANGES: (_NAMED, (_F.QUANTITY,)),
    LedgerKind.SALES: (_NAMED, (_F.QUANTITY,)),
    LedgerKind.SALES_RETURNS: (_NAMED, (_F.QUANTITY,)),
    LedgerKind.UNITS: (_NAMED, (_F.UNIT,), (_F.NUMERATOR,)),
    LedgerKind.TREATMENTS: (_STAYING, (_F.DATE,)),
    LedgerKind.SCHEDULE: (_STAYING, (_F.DATE,)),
    LedgerKind.CHECKS: ((_F.PATIENT, _F.BED),),
    LedgerKind.ROSTER: ((_F.PATIENT,),),
    LedgerKind.SETTLED: ((_F.TRACE,),),
    LedgerKind.DEATHS: ((_F.PATIENT, _F.PATIENT_ID), (_F.DATE,)),
}
"""Of each group a kind needs at least one column, and a row at least one value."""


class Unusable(StrEnum):
    """Why a row was set aside."""

    NO_ITEM = "no_item"
    NO_QUANTITY = "no_quantity"
    NO_DATE = "no_date"
    NO_PERSON = "no_person"
    NO_VALUE = "no_value"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DATE = "not_a_date"
    NOT_KNOWN = "not_known"
    DIGITS_LOST = "digits_lost"
    TOO_WIDE = "too_wide"
    CUT_OFF = "cut_off"


class NotData(StrEnum):
    """A line that is recognised as no row of the table."""

    BANNER = "banner"
    HEADER = "header"
    REPEATED_HEADER = "repeated_header"
    SUBTOTAL = "subtotal"
    SECTION = "section"
    FOOTER = "footer"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """Where a row stands: the file's index, the sheet's index, and the line as a person sees it, from 1."""

    file: int
    sheet: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantinedRow:
    """A row that cannot be used, with its cells as they stand in the source."""

    place: RowPlace
    reason: Unusable
    field: LedgerField | None = None
    cells: tuple[str, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The reason, for people."""
        return _said(self.reason)


def _said(reason: Unusable) -> Sentence:
    match reason:
        case Unusable.NO_ITEM:
            return sentence("The row names no item: code and name are empty.")
        case Unusable.NO_QUANTITY:
            return sentence("The quantity is empty.")
        case Unusable.NO_DATE:
            return sentence("The date is empty.")
        case Unusable.NO_PERSON:
            return sentence("The row names no person.")
        case Unusable.NO_VALUE:
            return sentence("A value that every row needs is empty.")
        case Unusable.NOT_A_NUMBER:
            return sentence("A figure cannot be read as a number.")
        case Unusable.NOT_A_DATE:
            return sentence("A date cannot be read.")
        case Unusable.NOT_KNOWN:
            return sentence("A word is not one of those known for this column.")
        case Unusable.DIGITS_LOST:
            return sentence("A spreadsheet program has rounded a long code; its last digits are lost.")
        case Unusable.TOO_WIDE:
            return sentence("The row has more cells than the table has columns.")
        case Unusable.CUT_OFF:
            return sentence("The row is cut off or its quotation marks do not match.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCounts:
    """The account of all lines; nothing is dropped."""

    read: int
    used: int
    quarantined: int
    not_data: int

    def __post_init__(self) -> None:
        if self.read != self.used + self.quarantined + self.not_data:
            raise ValueError(self)

    def __add__(self, other: ReadingCounts) -> ReadingCounts:
        return ReadingCounts(
            read=self.read + other.read,
            used=self.used + other.used,
            quarantined=self.quarantined + other.quarantined,
            not_data=self.not_data + other.not_data,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSheet:
    """One sheet of one file that was read: where its header stood and what became of its lines."""

    file: int
    sheet: int
    name: str
    header_row: int
    """Line of the last header line as a person sees it, 0 where there is none."""
    headers: tuple[str, ...]
    columns: tuple[tuple[LedgerField, int], ...]
    """Which column, counted from 0, was taken for which field."""
    counts: ReadingCounts
    not_data: tuple[tuple[NotData, int], ...] = ()
    skipped: bool = False
    """A sheet without the ledger's columns; all its lines count as no data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSource:
    """One file that was read, with the hash of exactly the bytes that were read."""

    name: str
    size: int
    sha256: Sha256
    kind: str
    encoding: str = ""
    sheets: tuple[LedgerSheet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnGuess:
    """One column of the source, what it is taken for, and why."""

    column: int
    header: str
    field: LedgerField | None
    ground: GuessGround
    reason: Sentence
    samples: tuple[str, ...] = ()
    confidence: int = 0
    """0 (not recognised) to 100 (the national name, or chosen by a person)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A value that a person put in place of what stood in a quarantined row."""

    place: RowPlace
    field: LedgerField
    value: str
    """As it would be typed into the source."""
