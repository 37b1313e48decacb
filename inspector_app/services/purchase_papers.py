"""Invoices and delivery notes ticked against the purchases that rest on them; the rest is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import InspectionId, SuspicionId
from inspector_app.domain.imported_ledger import ImportedLedger, StockChosen
from inspector_app.domain.ledger import LedgerKind, RowPlace
from inspector_app.domain.money import figures
from inspector_app.domain.stock import StockPeriod
from inspector_app.domain.stock_points import PaperCheck, PaperKind, PaperSeen, paper_number
from inspector_app.domain.suspicion import Figure, Suspicion
from inspector_app.domain.wording import sentence
from inspector_app.services.ledger_lines import LedgerLine, file_names, held_rows, line_of

if TYPE_CHECKING:
    from inspector_app.ledgers.stock_books import StockLedgers
    from inspector_app.services.desk import Desk
    from inspector_app.services.findings import FindingService

RULE = "purchase-papers"
_WORDS = {PaperKind.INVOICE: "购进发票", PaperKind.DELIVERY_NOTE: "随货同行单"}


class PapersSheet:
    """The papers that the purchases of an inspection name. Touches no database."""

    def __init__(self, ledgers: tuple[ImportedLedger, ...], tables: StockLedgers, named: PaperCheck) -> None:
        self.ledgers = ledgers
        self._tables = tables
        self._named = named

    def check(self, seen: frozenset[tuple[PaperKind, str]]) -> PaperCheck:
        """Tick the papers that were shown."""
        papers = self._named.missing
        named = {(paper.kind, paper_number(paper.number)) for paper in papers}
        return replace(
            self._named,
            seen=tuple(paper for paper in papers if (paper.kind, paper_number(paper.number)) in seen),
            missing=tuple(paper for paper in papers if (paper.kind, paper_number(paper.number)) not in seen),
            unknown=tuple(sorted(seen - named)),
        )

    def rows(self, places: tuple[RowPlace, ...]) -> tuple[LedgerLine, ...]:
        """Return purchases with what they say."""
        from inspector_app.ledgers.stored import lines_at

        names = file_names(self.ledgers)
        frames = (frame for found in self._tables.frames.values() for frame in found)
        return tuple(line_of(row, names) for frame in frames for row in lines_at(frame, places))


class PurchasePapers:
    """What a person does with the folder of invoices: tick what is there, raise what is not."""

    def __init__(self, desk: Desk, findings: FindingService) -> None:
        self._desk = desk
        self._findings = findings

    def ledgers(self, inspection_id: InspectionId) -> tuple[ImportedLedger, ...]:
        """Return the purchases that were taken in, the earliest first."""
        found = self._desk.inspection(inspection_id).all(ImportedLedger)
        return tuple(ledger for ledger in found if ledger.kind is LedgerKind.PURCHASES)

    def seen(self, inspection_id: InspectionId) -> frozenset[tuple[PaperKind, str]]:
        """Return the papers that were shown, by kind and number."""
        return frozenset(
            (one.kind, one.number) for one in self._desk.inspection(inspection_id).all(PaperSeen)
        )

    def tick(self, inspection_id: InspectionId, kind: PaperKind, number: str) -> PaperSeen:
        """Keep that a paper was shown; one that no purchase names is kept too, and listed as such."""
        plain = paper_number(number)
        if not plain:
            raise UnusableInput(sentence("Enter the number of the paper."))
        paper = PaperSeen(
            id=f"{kind.value}:{plain}",
            kind=kind,
            number=plain,
            seen_at=self._desk.clock.now(),
            seen_by=self._desk.person.id,
        )
        store = self._desk.inspection(inspection_id)
        known = store.get(PaperSeen, paper.id)
        if known is not None:
            return known
        with store.intention("purchase paper seen", self._desk.author) as unit:
            unit.put(paper)
        return paper

    def untick(self, inspection_id: InspectionId, kind: PaperKind, number: str) -> None:
        """Take back a tick that was a mistake."""
        store, identity = self._desk.inspection(inspection_id), f"{kind.value}:{paper_number(number)}"
        if store.get(PaperSeen, identity) is not None:
            with store.intention("purchase paper not seen", self._desk.author) as unit:
                unit.remove(PaperSeen, identity)

    def reckoning(self, inspection_id: InspectionId) -> Callable[[], PapersSheet]:
        """Read the purchases; sorting their papers takes its time and touches no database."""
        store = self._desk.inspection(inspection_id)
        ledgers = self.ledgers(inspection_id)
        chosen = store.get(StockChosen, inspection_id)
        period = StockPeriod(first=chosen.first, last=chosen.last) if chosen else StockPeriod()
        return partial(_named, ledgers, [store.blobs.read(ledger.table) for ledger in ledgers], period)

    def raise_missing(self, inspection_id: InspectionId, sheet: PapersSheet) -> list[Suspicion]:
        """Raise the purchases whose papers were not shown; said by a person who has seen all there are."""
        check = sheet.check(self.seen(inspection_id))
        found = [one for kind in PaperKind if (one := self._missing(sheet, check, kind)) is not None]
        return self._findings.raise_suspicions(inspection_id, found, rules=frozenset({RULE}))

    def _missing(self, sheet: PapersSheet, check: PaperCheck, kind: PaperKind) -> Suspicion | None:
        missing = [paper for paper in check.missing if paper.kind is kind]
        unnamed = [one for one in check.unnamed if one.kind is kind]
        if not missing and not unnamed:
            return None
        shown = sum(paper.kind is kind for paper in check.seen)
        word, amounts = _WORDS[kind], [*(one.amount for one in missing), *(one.amount for one in unnamed)]
        worth = sum(amounts, Decimal(0))
        said = [
            f"采购入库台账列有{word}{shown + len(missing)}份，现场出示{shown}份，未出示{len(missing)}份",
            f"另有{len(unnamed)}行采购记录未载明{word}号" if unnamed else "",
            f"未出示及未载明的采购金额合计{figures(worth)}元",
            f"未出示的号码：{'、'.join(paper.number for paper in missing[:20])}" if missing else "",
        ]
        return Suspicion(
            id=SuspicionId(self._desk.ids.new()),
            key=f"{RULE}:{kind.value}",
            rule=RULE,
            title=f"采购入库无法提供{word}",
            statement="；".join(part for part in said if part) + ("等。" if len(missing) > 20 else "。"),
            figures=(
                Figure(name="台账所列", value=f"{shown + len(missing)} 份"),
                Figure(name="现场出示", value=f"{shown} 份"),
                Figure(name="未出示", value=f"{len(missing)} 份"),
                Figure(name="未载明号码", value=f"{len(unnamed)} 行"),
                Figure(name="采购金额", value=f"¥{figures(worth)}"),
            ),
            rests_on=tuple(
                Target(kind=TargetKind.LEDGER, id=ledger.id, label=ledger.name) for ledger in sheet.ledgers
            ),
            rows=held_rows(sheet.ledgers, _places(check, kind)),
            category="records-not-kept",
            raised_at=self._desk.clock.now(),
        )


def _places(check: PaperCheck, kind: PaperKind) -> Iterator[RowPlace]:
    for paper in check.missing:
        if paper.kind is kind:
            yield from paper.places
    for one in check.unnamed:
        if one.kind is kind:
            yield one.place


def _named(ledgers: tuple[ImportedLedger, ...], tables: list[bytes], period: StockPeriod) -> PapersSheet:
    from inspector_app.ledgers.stock_papers import purchase_papers
    from inspector_app.ledgers.stored import stock_ledgers

    books = stock_ledgers([(LedgerKind.PURCHASES, table) for table in tables])
    return PapersSheet(ledgers, books, purchase_papers(books, period))
