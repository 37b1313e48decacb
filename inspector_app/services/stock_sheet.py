"""Stock reconciliation: what an inspection's ledgers say of each item, and the suspicions that follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.held_rows import HeldRows, united
from inspector_app.domain.ids import InspectionId, SuspicionId
from inspector_app.domain.imported_ledger import ImportedLedger, StockChosen
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.institution import InstitutionKind, Ownership
from inspector_app.domain.ledger import LedgerKind, RowPlace
from inspector_app.domain.money import figures
from inspector_app.domain.stock import (
    StockLine,
    StockPeriod,
    StockStatus,
    StockTerm,
    SwapPair,
    written,
)
from inspector_app.domain.stock_months import StockMonth
from inspector_app.domain.stock_points import PricePoint
from inspector_app.domain.stock_rules import StockRules
from inspector_app.domain.suspicion import Figure, Suspicion
from inspector_app.domain.wording import Sentence
from inspector_app.services.ledger_lines import LedgerLine, counted_files, file_names, held_rows, line_of
from inspector_app.services.stock_doubts import PERIOD_IN_DOUBT
from inspector_app.services.stock_prices import PRICE, price_suspicions

if TYPE_CHECKING:
    from inspector_app.ledgers.stock import StockReconciliation
    from inspector_app.ledgers.stock_books import StockLedgers
    from inspector_app.services.desk import Desk
    from inspector_app.services.findings import FindingService
    from inspector_app.services.packs import PackService

DIFFERENCE, SWAP = "stock-difference", "stock-swap"
RULES = frozenset({DIFFERENCE, SWAP, PRICE})
STOCK_KINDS = (
    LedgerKind.BILLING,
    LedgerKind.PURCHASES,
    LedgerKind.STOCK,
    LedgerKind.STOCK_CHANGES,
    LedgerKind.PURCHASE_RETURNS,
    LedgerKind.SALES,
    LedgerKind.SALES_RETURNS,
    LedgerKind.UNITS,
)
"""The ledgers that a stock reconciliation reads."""


class StockSheet:
    """One reconciliation: its lines, and the way from each figure to its rows. Touches no database."""

    def __init__(
        self,
        ledgers: tuple[ImportedLedger, ...],
        tables: StockLedgers,
        result: StockReconciliation,
        swaps: tuple[SwapPair, ...],
        prices: tuple[PricePoint, ...] = (),
    ) -> None:
        self.ledgers = ledgers
        self.lines = result.lines
        self.period = result.period
        self.swaps = swaps
        self.prices = prices
        self._tables = tables
        self._result = result

    @property
    def outside(self) -> int:
        """Rows of other days than the period."""
        return self._result.outside

    @property
    def doubt(self) -> Sentence | None:
        """What must be made sure before a difference is relied on."""
        return PERIOD_IN_DOUBT if self._result.period_in_doubt else None

    @property
    def undated(self) -> int:
        return self._result.undated

    def line(self, key: str) -> StockLine | None:
        return next((line for line in self.lines if line.key == key), None)

    def places(self, line: StockLine, term: StockTerm) -> tuple[RowPlace, ...]:
        """Return where the rows of a figure stand, in the order of the sources."""
        from inspector_app.ledgers.stock_rows import rows_of

        return rows_of(self._tables, self._result, line, term)

    def rows(self, line: StockLine, term: StockTerm) -> tuple[LedgerLine, ...]:
        """Return the rows of a figure with what they say."""
        from inspector_app.ledgers.stored import lines_at

        places = self.places(line, term)
        names = file_names(self.ledgers)
        found = [
            row
            for frames in self._tables.frames.values()
            for frame in frames
            for row in lines_at(frame, places)
        ]
        return tuple(line_of(row, names) for row in found)

    def months(self, line: StockLine) -> tuple[StockMonth, ...]:
        """Return an item by month; nothing where its rows alone do not give the figures of the period."""
        from inspector_app.ledgers.stock_months import months_of

        return months_of(self._tables, self._result, line)

    def price_rows(self, point: PricePoint) -> tuple[RowPlace, ...]:
        """Return where the rows of a price stand that is above what may be asked for."""
        from inspector_app.ledgers.stock_prices import rows_of_price

        line = self.line(point.key)
        return rows_of_price(self._tables, self._result, line, point) if line is not None else ()


class StockReconciling:
    """What a person does about stock: choose the period, look at the sums, raise what does not agree."""

    def __init__(self, desk: Desk, findings: FindingService, packs: PackService) -> None:
        self._desk = desk
        self._findings = findings
        self._packs = packs

    def ledgers(self, inspection_id: InspectionId) -> tuple[ImportedLedger, ...]:
        """Return the ledgers that count, the earliest first."""
        found = self._desk.inspection(inspection_id).all(ImportedLedger)
        return tuple(ledger for ledger in found if ledger.kind in STOCK_KINDS)

    def chosen(self, inspection_id: InspectionId) -> StockChosen:
        """Return the period; until a person chose one, the data period of the inspection."""
        store = self._desk.inspection(inspection_id)
        chosen = store.get(StockChosen, inspection_id)
        if chosen is not None:
            return chosen
        inspection = store.get(Inspection, inspection_id)
        if inspection is None:
            return StockChosen(id=inspection_id)
        return StockChosen(id=inspection_id, first=inspection.data_from, last=inspection.data_to)

    def choose_period(
        self, inspection_id: InspectionId, first: date | None, last: date | None
    ) -> StockChosen:
        """Keep the days that are reconciled, both inside; ``None`` takes everything the ledgers hold."""
        StockPeriod(first=first, last=last)
        chosen = replace(self.chosen(inspection_id), first=first, last=last)
        with self._desk.inspection(inspection_id).intention("stock period chosen", self._desk.author) as unit:
            unit.put(chosen)
        return chosen

    def reckoning(self, inspection_id: InspectionId) -> Callable[[], StockSheet]:
        """Read the ledgers; the sums themselves take their time and touch no database."""
        store = self._desk.inspection(inspection_id)
        ledgers, chosen = self.ledgers(inspection_id), self.chosen(inspection_id)
        tables = [store.blobs.read(ledger.table) for ledger in ledgers]
        period = StockPeriod(first=chosen.first, last=chosen.last)
        return partial(_reckon, ledgers, tables, self._rules(inspection_id), period)

    def raise_points(self, inspection_id: InspectionId, sheet: StockSheet) -> list[Suspicion]:
        """Raise what does not agree, the same ones however often it is asked."""
        swapped = {line.key for pair in sheet.swaps for line in (pair.surplus, pair.shortage)}
        found = [
            *(
                self._difference(sheet, line)
                for line in sheet.lines
                if line.status in (StockStatus.SURPLUS, StockStatus.SHORTAGE) and line.key not in swapped
            ),
            *(self._swap(sheet, pair) for pair in sheet.swaps),
            *price_suspicions(
                self._desk, sheet.ledgers, [(point, sheet.price_rows(point)) for point in sheet.prices]
            ),
        ]
        return self._findings.raise_suspicions(inspection_id, found, rules=RULES)

    def _rules(self, inspection_id: InspectionId) -> StockRules:
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        if inspection is None:
            return StockRules()
        rules = self._packs.region(inspection.region).stock
        institution = inspection.institution
        if institution.kind is InstitutionKind.PHARMACY or institution.ownership is not Ownership.PUBLIC:
            # Nothing on top of the purchase price binds public hospitals; others set their prices.
            return replace(rules, markup_share=None, herb_markup_share=None)
        return rules

    def _difference(self, sheet: StockSheet, line: StockLine) -> Suspicion:
        over = line.status is StockStatus.SURPLUS
        return Suspicion(
            id=SuspicionId(self._desk.ids.new()),
            key=f"{DIFFERENCE}:{line.key}",
            rule=DIFFERENCE,
            title=f"{_named(line)}计费{'多于' if over else '少于'}理论可售",
            statement=_statement(sheet.period, line),
            figures=_figures(line),
            rests_on=_grounds(sheet),
            rows=_billed_rows(sheet, line),
            category="stock-mismatch",
            # Goods that were never billed cost the fund nothing; what they are worth stands in the sum.
            amount=line.amount if over else None,
            raised_at=self._desk.clock.now(),
        )

    def _swap(self, sheet: StockSheet, pair: SwapPair) -> Suspicion:
        over, under = pair.surplus, pair.shortage
        return Suspicion(
            id=SuspicionId(self._desk.ids.new()),
            key=f"{SWAP}:{over.key}:{under.key}",
            rule=SWAP,
            title=f"疑似以{_named(over)}串换{_named(under)}",
            statement="\n".join(
                (
                    _statement(sheet.period, over),
                    _statement(sheet.period, under),
                    f"两项差异金额相近（¥{figures(pair.surplus_amount)}与¥{figures(pair.shortage_amount)}）。",
                )
            ),
            figures=(*_figures(over), *_figures(under)),
            rests_on=_grounds(sheet),
            rows=united((_billed_rows(sheet, over), _billed_rows(sheet, under))),
            category="swap",
            amount=pair.surplus_amount,
            raised_at=self._desk.clock.now(),
        )


def _reckon(
    ledgers: tuple[ImportedLedger, ...], tables: list[bytes], rules: StockRules, period: StockPeriod
) -> StockSheet:
    from inspector_app.domain.stock_swaps import suspected_swaps
    from inspector_app.ledgers.stock import reconcile_stock
    from inspector_app.ledgers.stock_prices import price_points
    from inspector_app.ledgers.stored import stock_ledgers

    books = stock_ledgers(
        [(ledger.kind, table) for ledger, table in zip(ledgers, tables, strict=True)],
        counted_files(ledgers),
    )
    result = reconcile_stock(books, rules, period)
    prices = price_points(books, result, rules)
    return StockSheet(ledgers, books, result, suspected_swaps(result.lines, rules), prices)


def _named(line: StockLine) -> str:
    return f"{line.name or line.code}{f'（{line.spec}）' if line.spec else ''}"


def _days(period: StockPeriod) -> str:
    if not period.is_bounded:
        return "所核台账期间"
    first = _day(period.first) if period.first else "台账起始"
    last = _day(period.last) if period.last else "台账截止"
    return f"{first}至{last}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _statement(period: StockPeriod, line: StockLine) -> str:
    terms, unit = line.terms, line.unit
    difference = line.difference
    size = written(abs(difference)) if difference is not None else ""
    more = "多计" if line.status is StockStatus.SURPLUS else "少计"
    worth = f"，按计费单价折合{figures(line.amount)}元" if line.amount else ""
    return (
        f"{_days(period)}，{_named(line)}期初{written(terms.opening)}{unit}，"
        f"购进{written(terms.purchased)}{unit}，购进退出{written(terms.purchase_returned)}{unit}，"
        f"损耗及净调出{written(terms.loss)}{unit}，期末实盘{written(terms.counted)}{unit}，"
        f"理论可售{written(terms.available)}{unit}；计费{written(terms.billed)}{unit}，{more}{size}{unit}{worth}。"
    )


def _figures(line: StockLine) -> tuple[Figure, ...]:
    terms = line.terms
    named = (
        ("期初库存", terms.opening),
        ("本期购进", terms.purchased),
        ("购进退出", terms.purchase_returned),
        ("损耗及净调出", terms.loss),
        ("期末实盘", terms.counted),
        ("理论可售", terms.available),
        ("医保计费", terms.billed_fund),
        ("自费", terms.billed_own),
        ("销售退回", terms.sales_returned),
        ("差异", line.difference),
    )
    shown = [Figure(name=name, value=f"{written(value)} {line.unit}") for name, value in named]
    factors = "；".join(
        f"1{one.unit}={written(one.factor)}{line.unit}" for one in line.factors if one.factor != 1
    )
    return (*shown, Figure(name="换算", value=factors)) if factors else tuple(shown)


def _billed_rows(sheet: StockSheet, line: StockLine) -> tuple[HeldRows, ...]:
    """The rows that were billed and given back: what the hospital was paid for."""
    terms = (StockTerm.BILLED_FUND, StockTerm.BILLED_OWN, StockTerm.SALES_RETURNED)
    return held_rows(sheet.ledgers, [place for term in terms for place in sheet.places(line, term)])


def _grounds(sheet: StockSheet) -> tuple[Target, ...]:
    return tuple(
        Target(kind=TargetKind.LEDGER, id=ledger.id, label=ledger.name)
        for ledger in sheet.ledgers
        if ledger.kind is not LedgerKind.UNITS
    )
