"""Trace codes (追溯码): what was settled twice, elsewhere too, before it was bought, or without a purchase.

By 医保发〔2025〕7号 a code stands for one box; sold by the piece (拆零) it may be settled again and again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import polars as pl

from inspector_app.domain.ledger import RowPlace, e4_to_decimal
from inspector_app.domain.ledger_points import LedgerPoint

_CODE = re.compile(r"\d{20}")
_COLUMNS = (
    "file", "sheet", "row", "trace", "institution_code", "institution", "code", "local_code", "name",
    "quantity_e4", "date", "unpacked", "patient_id", "patient", "settlement", "receipt",
)  # fmt: skip
_LEAST_SHARE_BOUGHT = 2
"""One in so many codes of an institution stands in the purchases where these are that institution's."""


@dataclass(slots=True)
class _Use:
    """One settlement of one code; what an export repeats line by line is one."""

    place: RowPlace
    institution: str
    name: str
    item: str
    day: date | None
    quantity: int
    is_unpacked: bool
    rows: list[RowPlace] = field(default_factory=list)


@dataclass(slots=True)
class _Bought:
    """What the purchases say of one code."""

    day: date | None
    has_note: bool
    rows: list[RowPlace]


@dataclass(slots=True)
class _Purchases:
    """All purchases: by code, and the items that were ever bought without codes."""

    codes: dict[str, _Bought]
    items_without_codes: set[str]
    notes_are_kept: bool


def trace_points(settled: pl.LazyFrame, purchases: pl.LazyFrame | None = None) -> tuple[LedgerPoint, ...]:
    """Return everything the codes point at, in the order of the codes."""
    bought = _purchases(purchases) if purchases is not None else None
    uses: dict[str, dict[tuple[object, ...], _Use]] = defaultdict(dict)
    found: list[LedgerPoint] = []
    present = settled.collect_schema()
    frame = settled.select([name for name in _COLUMNS if name in present])
    for row in frame.collect(engine="streaming").iter_rows(named=True):
        found += _take(row, uses)
    compared = _compared(uses, bought) if bought is not None else set()
    for code in sorted(uses):
        known = sorted(
            uses[code].values(), key=lambda use: (use.day or date.min, use.place.file, use.place.row)
        )
        found += _settled_twice(code, known)
        if bought is not None:
            found += _against_purchases(code, [use for use in known if use.institution in compared], bought)
    return tuple(sorted(found, key=lambda point: (point.subject, point.kind)))


def _take(row: dict[str, object], uses: dict[str, dict[tuple[object, ...], _Use]]) -> Iterator[LedgerPoint]:
    place = _place(row)
    quantity = row.get("quantity_e4")
    units = quantity if isinstance(quantity, int) else 10_000
    day = row.get("date")
    name = _text(row, "name", "local_code", "code")
    for code in _codes(row.get("trace")):
        if _CODE.fullmatch(code) is None:
            yield LedgerPoint(
                kind="trace_invalid",
                subject=code,
                ward_or_item=name,
                first=day if isinstance(day, date) else None,
                rows=(place,),
                rule="trace-20-digits",
                explanation=f"追溯码{code}不是20位数字，无法对应任何一盒药品。",
            )
            continue
        institution = _text(row, "institution_code", "institution")
        mark = _text(row, "settlement", "receipt")
        # Overlapping exports repeat their lines; without a settlement's number every line counts.
        key = (institution, mark, day, units, _text(row, "patient_id", "patient")) if mark else (place,)
        known = uses[code].get(key)
        if known is None:
            uses[code][key] = _Use(
                place=place,
                institution=institution,
                name=name,
                item=_text(row, "code", "local_code", "name"),
                day=day if isinstance(day, date) else None,
                quantity=units,
                is_unpacked=row.get("unpacked") is True,
                rows=[place],
            )
        else:
            known.rows.append(place)


def _settled_twice(code: str, uses: Sequence[_Use]) -> Iterator[LedgerPoint]:
    """Whole boxes only, refunds taken off: what is left above one settlement."""
    whole = [use for use in uses if not use.is_unpacked]
    # A refund takes the latest settlement of its institution off: by place, for a code that a program
    # writes where it has none may stand in every row.
    latest: dict[str, list[int]] = defaultdict(list)
    refunded: set[int] = set()
    for at, use in enumerate(whole):
        if use.quantity >= 0:
            latest[use.institution].append(at)
        elif latest[use.institution]:
            refunded.add(latest[use.institution].pop())
    standing = [use for at, use in enumerate(whole) if use.quantity >= 0 and at not in refunded]
    if len(standing) < 2:
        return
    places = sorted({use.institution for use in standing if use.institution})
    elsewhere = len(places) > 1
    days = [use.day for use in standing if use.day is not None]
    rows = tuple(row for use in standing for row in use.rows[:1])
    where = f"，涉及{len(places)}家机构（{'、'.join(places)}）" if elsewhere else ""
    yield LedgerPoint(
        kind="trace_two_institutions" if elsewhere else "trace_duplicate",
        subject=code,
        ward_or_item=standing[0].name,
        first=min(days, default=None),
        last=max(days, default=None),
        quantity=Decimal(len(standing)),
        rows=rows,
        rule="trace-settled-in-two-institutions" if elsewhere else "trace-settled-twice",
        explanation=(
            f"追溯码{code}对应一盒药品，扣除退费并排除拆零后仍结算{len(standing)}次{where}，疑为回流药、串换或空刷。"
        ),
    )


def _against_purchases(code: str, uses: Sequence[_Use], bought: _Purchases) -> Iterator[LedgerPoint]:
    sold = [use for use in uses if use.quantity >= 0]
    if not sold:
        return
    first = sold[0]
    days = [use.day for use in sold if use.day is not None]
    rows = tuple(use.place for use in sold)
    known = bought.codes.get(code)
    if known is None:
        if first.item not in bought.items_without_codes:
            yield LedgerPoint(
                kind="trace_not_purchased",
                subject=code,
                ward_or_item=first.name,
                first=min(days, default=None),
                last=max(days, default=None),
                quantity=e4_to_decimal(sum(use.quantity for use in sold)),
                rows=rows,
                rule="trace-without-purchase",
                explanation=f"追溯码{code}已结算，采购入库记录中没有该码，来源不明。",
            )
        return
    early = [use for use in sold if use.day is not None and known.day is not None and use.day < known.day]
    if early:
        yield LedgerPoint(
            kind="trace_before_purchase",
            subject=code,
            ward_or_item=first.name,
            first=early[0].day,
            last=known.day,
            quantity=Decimal(len(early)),
            rows=(*(use.place for use in early), *known.rows),
            rule="trace-settled-before-purchase",
            explanation=f"追溯码{code}于{early[0].day}结算，早于入库日期{known.day}。",
        )
    if bought.notes_are_kept and not known.has_note:
        yield LedgerPoint(
            kind="trace_without_delivery_note",
            subject=code,
            ward_or_item=first.name,
            first=min(days, default=None),
            last=max(days, default=None),
            rows=(*rows, *known.rows),
            rule="trace-without-delivery-note",
            explanation=f"追溯码{code}的入库记录没有随货同行单号。",
        )


def _purchases(frame: pl.LazyFrame) -> _Purchases:
    present = frame.collect_schema()
    wanted = (
        "file",
        "sheet",
        "row",
        "trace",
        "code",
        "local_code",
        "name",
        "date",
        "delivery_note",
        "quantity_e4",
    )
    codes: dict[str, _Bought] = {}
    without: set[str] = set()
    notes = False
    rows = frame.select([name for name in wanted if name in present]).collect(engine="streaming")
    for row in rows.iter_rows(named=True):
        quantity, day = row.get("quantity_e4"), row.get("date")
        if isinstance(quantity, int) and quantity < 0:
            continue
        noted = bool(row.get("delivery_note"))
        notes = notes or noted
        listed = [code for code in _codes(row.get("trace")) if _CODE.fullmatch(code)]
        if not listed:
            without.add(_text(row, "code", "local_code", "name"))
        for code in listed:
            known = codes.get(code)
            when = day if isinstance(day, date) else None
            if known is None:
                codes[code] = _Bought(day=when, has_note=noted, rows=[_place(row)])
            else:
                known.has_note = known.has_note or noted
                known.rows.append(_place(row))
                if when is not None and (known.day is None or when < known.day):
                    known.day = when
    return _Purchases(codes=codes, items_without_codes=without, notes_are_kept=notes)


def _compared(uses: dict[str, dict[tuple[object, ...], _Use]], bought: _Purchases) -> set[str]:
    """Institutions whose purchases these are: one that settled alone, else those whose codes they hold."""
    settled: dict[str, set[str]] = defaultdict(set)
    for code, known in uses.items():
        for use in known.values():
            settled[use.institution].add(code)
    if len(settled) == 1:
        return set(settled) if bought.codes else set()
    return {
        institution
        for institution, codes in settled.items()
        if len(codes & set(bought.codes)) * _LEAST_SHARE_BOUGHT >= len(codes)
    }


def _codes(text: object) -> Iterable[str]:
    """Codes of one cell; exports write several with a bar between."""
    return dict.fromkeys(part.strip() for part in str(text or "").split("|") if part.strip())


def _text(row: dict[str, object], *fields: str) -> str:
    return next((str(row[field]) for field in fields if row.get(field)), "")


def _place(row: dict[str, object]) -> RowPlace:
    file, sheet, line = row["file"], row["sheet"], row["row"]
    if not (isinstance(file, int) and isinstance(sheet, int) and isinstance(line, int)):
        raise TypeError(row)
    return RowPlace(file=file, sheet=sheet, row=line)
