"""Rows of the ledgers that speak of dialysis: bills net of refunds, sessions without repeated lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache

import polars as pl

from inspector_app.domain.dialyser_models import ModelBook, flux_of, text_key
from inspector_app.domain.dialysis_rules import DialysisMode, DialysisRules, Flux
from inspector_app.domain.ledger import RowPlace
from inspector_app.ledgers.dialysis_items import Item, ItemBook, modes_of

_ONE = 10_000
_BILLED = (
    "file", "sheet", "row", "code", "local_code", "name", "spec", "quantity_e4", "price_e4", "amount_e4",
    "fund_e4", "self_pay", "refund", "patient", "patient_id", "visit", "settlement", "date", "admitted",
    "discharged", "institution_code",
)  # fmt: skip
_TAKEN = (
    "file", "sheet", "row", "item", "date", "quantity_e4", "amount_e4", "fund_e4", "price_e4", "self_pay",
    "refund", "patient_id", "patient", "visit", "settlement", "institution_code",
)  # fmt: skip
_TREATED = (
    "file", "sheet", "row", "patient", "patient_id", "visit", "date", "shift", "machine", "bed", "mode",
    "dialyser_model", "flux", "start", "end", "access", "quantity_e4",
)  # fmt: skip
_INPATIENT = ("住院", "普通住院", "21", "2101", "inpatient")
"""How exports write an inpatient's kind of treatment (医疗类别)."""
_CATHETER = ("导管", "CVC", "TCC", "临时管", "长期管")


@dataclass(slots=True, kw_only=True)
class Bill:
    """One billed row; ``left`` is what refunds left of its quantity."""

    place: RowPlace
    number: str
    name: str
    day: date
    item: Item
    quantity: Fraction
    fund: Fraction
    """Yuan that the fund settled for the whole row."""
    settlement: str = ""
    institution: str = ""
    person: str = ""
    left: Fraction = Fraction(0)
    is_flagged: bool = False
    """Whether the ledger says of the row that it is a refund, or was given back."""
    refunds: tuple[RowPlace, ...] = ()

    @property
    def price(self) -> Fraction:
        """What the fund settled for one."""
        return self.fund / self.quantity if self.quantity else Fraction(0)

    @property
    def worth(self) -> Fraction:
        """What the fund settled for what is left."""
        return self.price * self.left

    @property
    def places(self) -> tuple[RowPlace, ...]:
        return (self.place, *self.refunds)


@dataclass(slots=True, kw_only=True)
class Session:
    """One session of a record or a schedule, from one or several lines."""

    number: str
    name: str
    day: date
    modes: frozenset[DialysisMode] | None
    """``None`` where the words are not known."""
    models: frozenset[str] = frozenset()
    flux: Flux | None = None
    has_catheter: bool = False
    units: int = 1
    person: str = ""
    rows: list[RowPlace] = field(default_factory=list)

    @property
    def is_perfusion_only(self) -> bool:
        return self.modes == frozenset({DialysisMode.HP})


@dataclass(slots=True)
class Stay:
    """An inpatient stay in another institution."""

    number: str
    name: str
    admitted: date
    discharged: date
    institution: str
    place: RowPlace
    person: str = ""


@dataclass(slots=True)
class Death:
    """A person's death as another authority tells it."""

    number: str
    name: str
    day: date
    place: RowPlace
    person: str = ""


def read_bills(frame: pl.LazyFrame, items: ItemBook, aside: Counter[str]) -> list[Bill]:
    """Rows of dialysis among everything that was billed; amounts as the fund settled them."""
    present = frame.collect_schema().names()
    keys = [name for name in ("code", "local_code", "name", "spec") if name in present]
    distinct = frame.select(keys).unique().collect(engine="streaming")
    known = []
    for number, row in enumerate(distinct.iter_rows(named=True)):
        item = items.item(row.get("code"), row.get("local_code"), row.get("name"), row.get("spec"))
        if item is not None:
            known.append((number, item))
    if not known:
        return []
    by_number = dict(known)
    wanted = (
        distinct.with_row_index("item").filter(pl.col("item").is_in([number for number, _ in known])).lazy()
    )
    rows = (
        frame.select([name for name in _BILLED if name in present])
        .join(wanted, on=keys, how="inner", nulls_equal=True)
        .collect(engine="streaming")
    )
    return list(_bills(rows, by_number, aside))


def _bills(rows: pl.DataFrame, items: dict[int, Item], aside: Counter[str]) -> Iterator[Bill]:
    missing = [pl.lit(None).alias(name) for name in _TAKEN if name not in rows.columns]
    # Bare tuples: a unit's year has some hundred thousand rows, and a dictionary for each is slow.
    for row in rows.with_columns(missing).select(_TAKEN).iter_rows():
        file, sheet, line, at, day, quantity, amount, fund, price, own, refund, *said = row
        given, name, visit, settlement, institution = said
        number = (given or "").upper() or ("" if name else (visit or "").upper())
        if day is None:
            aside["no_day"] += 1
        elif not quantity:
            aside["no_quantity"] += 1
        elif not number and not name:
            aside["nobody"] += 1
        else:
            # Exports write a refund as a negative amount with a positive quantity too.
            many = e4(-quantity if quantity > 0 and amount is not None and amount < 0 else quantity)
            yield Bill(
                place=RowPlace(file=file, sheet=sheet, row=line),
                number=number,
                name=name or "",
                day=day,
                item=items[at],
                quantity=many,
                fund=_fund(fund, amount, price, abs(quantity), is_own_pay=own is True),
                settlement=settlement or "",
                institution=institution or "",
                left=many,
                is_flagged=refund is True,
            )


def _fund(
    fund: int | None, amount: int | None, price: int | None, quantity: int, *, is_own_pay: bool
) -> Fraction:
    """What the fund paid where the ledger says so, else the amount; own pay costs the fund nothing."""
    if fund is not None:
        return e4(abs(fund))
    if is_own_pay:
        return e4(0)
    if amount is not None:
        return e4(abs(amount))
    return e4(price) * e4(quantity) if price is not None else e4(0)


@lru_cache(maxsize=4_096)
def e4(value: int) -> Fraction:
    """Ten-thousandths as they are; the same few figures stand in most rows."""
    return Fraction(value, _ONE)


def read_sessions(
    frame: pl.LazyFrame, book: ModelBook, rules: DialysisRules, aside: Counter[str]
) -> list[Session]:
    """Sessions; a line that overlapping exports repeat, and the perfusion of a session, are no other one."""
    present = frame.collect_schema().names()
    found: dict[tuple[object, ...], Session] = {}
    seen: dict[tuple[object, ...], Session] = {}
    rows = frame.select([name for name in _TREATED if name in present]).collect(engine="streaming")
    modes_by_text = {text: modes_of(text, rules) for text in _texts(rows, "mode")}
    models_by_text = {text: book.models(text) for text in _texts(rows, "dialyser_model")}
    catheters = {text for text in _texts(rows, "access") if any(word in text_key(text) for word in _CATHETER)}
    missing = [pl.lit(None).alias(name) for name in _TREATED if name not in rows.columns]
    for file, sheet, line, *cells in rows.with_columns(missing).select(_TREATED).iter_rows():
        day, units, whole = cells[3], cells[-1], tuple(cells)
        name, given, visit, _, shift, machine, _bed, said, model, flux, start, _end, access, _ = (
            cell or "" for cell in cells
        )
        place = RowPlace(file=file, sheet=sheet, row=line)
        number = given.upper() or ("" if name else visit.upper())
        many = 1 if units is None else units // _ONE
        if day is None:
            aside["no_day"] += 1
            continue
        if not number and not name:
            aside["nobody"] += 1
            continue
        if many <= 0:
            aside["no_quantity"] += 1
            continue
        if whole in seen:
            seen[whole].rows.append(place)
            continue
        modes = modes_by_text[said]
        if modes is None and said:
            aside["unknown_mode"] += 1
        models = models_by_text[model]
        one = Session(
            number=number, name=name, day=day, modes=modes, models=models,
            flux=_flux(flux, modes, models, book), has_catheter=access in catheters, units=many, rows=[place],
        )  # fmt: skip
        when = (shift, start, machine)
        part = modes is not None and DialysisMode.HP in modes
        who = number or text_key(name)
        key = (who, day, *when) if any(when) else (who, day, len(found))
        before = found.get(key)
        if before is not None and (part or (before.modes is not None and DialysisMode.HP in before.modes)):
            before.modes = (before.modes or frozenset()) | (modes or frozenset())
            before.models |= models
            before.flux = before.flux or one.flux
            before.rows.append(place)
            seen[whole] = before
            continue
        if before is not None:
            key = (*key, len(found))
        found[key] = one
        seen[whole] = one
    return list(found.values())


def _flux(
    text: str, modes: frozenset[DialysisMode] | None, models: frozenset[str], book: ModelBook
) -> Flux | None:
    """What the record says, else what its model is known for, else what its mode implies."""
    said = flux_of(text) or book.flux(models)
    return said or (Flux.HIGH if modes is not None and DialysisMode.HFHD in modes else None)


def read_stays(frame: pl.LazyFrame, home: str) -> list[Stay]:
    """Stays in other institutions that the billing tells of: by their days, else by what was billed."""
    names = frame.collect_schema().names()
    if not home or "institution_code" not in names:
        return []
    keys = [name for name in ("patient", "patient_id", "visit", "institution_code") if name in names]
    day = pl.col("date")
    admitted = pl.coalesce(pl.col("admitted").dt.date(), day) if "admitted" in names else day
    discharged = pl.coalesce("discharged", day) if "discharged" in names else day
    inpatient = pl.lit(value=False)
    if "admitted" in names:
        inpatient |= pl.col("admitted").is_not_null()
    if "med_type" in names:
        inpatient |= pl.col("med_type").is_in(_INPATIENT).fill_null(value=False)
    rows = (
        frame.filter((pl.col("institution_code") != home) & inpatient)
        .group_by(keys)
        .agg(
            admitted.min().alias("admitted"),
            discharged.max().alias("discharged"),
            pl.col("file", "sheet", "row").first(),
        )
        .collect(engine="streaming")
    )
    found = []
    for row in rows.iter_rows(named=True):
        first, last, number, name = row["admitted"], row["discharged"], _number(row), _text(row, "patient")
        if isinstance(first, date) and isinstance(last, date) and (number or name):
            found.append(Stay(number, name, first, last, _text(row, "institution_code"), place_of(row)))
    return found


def read_deaths(frame: pl.LazyFrame) -> list[Death]:
    """Who died and when; a row without a day or a person tells nothing."""
    found = []
    for row in frame.collect(engine="streaming").iter_rows(named=True):
        number, name, day = _number(row), _text(row, "patient"), row.get("date")
        if isinstance(day, date) and (number or name):
            found.append(Death(number, name, day, place_of(row)))
    return found


def home_of(bills: Sequence[Bill]) -> str:
    """The institution whose dialysis this is: the one that billed most sessions."""
    counted = Counter(bill.institution for bill in bills if bill.item.mode is not None)
    return counted.most_common(1)[0][0] if counted else ""


def place_of(row: dict[str, object]) -> RowPlace:
    file, sheet, line = row["file"], row["sheet"], row["row"]
    if not (isinstance(file, int) and isinstance(sheet, int) and isinstance(line, int)):
        raise TypeError(row)
    return RowPlace(file=file, sheet=sheet, row=line)


def _texts(rows: pl.DataFrame, name: str) -> set[str]:
    return {"", *(rows[name].drop_nulls().unique().to_list() if name in rows.columns else ())}


def _number(row: dict[str, object]) -> str:
    """The person's number; a visit's number where neither number nor name are given."""
    number = _text(row, "patient_id").upper()
    return number or ("" if _text(row, "patient") else _text(row, "visit").upper())


def _text(row: dict[str, object], name: str) -> str:
    value = row.get(name)
    return str(value) if value else ""
