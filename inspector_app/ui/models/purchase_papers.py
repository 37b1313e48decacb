"""Purchase papers as rows: number, supplier, day, amount, purchases, and whether it was shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt

from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.money import figures
from inspector_app.domain.stock_points import PaperCheck, PaperKind, PaperStanding
from inspector_app.ui import theme
from inspector_app.ui.models.table import TableModel
from inspector_app.ui.states import mark, sign

NUMBER, SUPPLIER, DAY, AMOUNT, ROWS, STATE = range(6)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper, or one purchase that names none."""

    kind: PaperKind
    standing: PaperStanding
    number: str = ""
    supplier: str = ""
    day: date | None = None
    amount: Decimal | None = None
    places: tuple[RowPlace, ...] = ()


def paper_lines(check: PaperCheck, kind: PaperKind) -> Iterator[PaperLine]:
    """Papers of a kind: the missing, purchases without one, those of no purchase, those that were shown."""
    for standing, papers in ((PaperStanding.MISSING, check.missing), (PaperStanding.SEEN, check.seen)):
        for paper in papers:
            if paper.kind is kind:
                yield PaperLine(
                    kind=kind,
                    standing=standing,
                    number=paper.number,
                    supplier="、".join(paper.suppliers),
                    day=paper.first_day,
                    amount=paper.amount,
                    places=paper.places,
                )
    for one in check.unnamed:
        if one.kind is kind:
            yield PaperLine(
                kind=kind,
                standing=PaperStanding.UNNAMED,
                supplier="  ".join(part for part in (one.supplier, one.name) if part),
                day=one.day,
                amount=one.amount,
                places=(one.place,),
            )
    for found, number in check.unknown:
        if found is kind:
            yield PaperLine(kind=kind, standing=PaperStanding.UNKNOWN, number=number)


class PurchasePapersModel(TableModel[PaperLine]):
    """One row a paper; its state last."""

    amounts = frozenset({AMOUNT, ROWS})

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            (
                translate("PurchasePapers", "Number"),
                translate("PurchasePapers", "Supplier"),
                translate("PurchasePapers", "Day"),
                translate("PurchasePapers", "Amount (¥)"),
                translate("PurchasePapers", "Purchases"),
                translate("PurchasePapers", "State"),
            )
        )

    def row_of(self, number: str) -> int:
        return next((row for row, line in enumerate(self._rows) if line.number == number), -1)

    def cell(self, value: PaperLine, row: int, column: int, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (
                value.number or "—",
                value.supplier,
                str(value.day or ""),
                "" if value.amount is None else figures(value.amount),
                str(len(value.places) or ""),
                mark(value.standing).word,
            )[column]
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            return sign(value.standing)
        if role == Qt.ItemDataRole.ForegroundRole and column == STATE:
            return theme.colour(mark(value.standing).role.removeprefix("chip").removeprefix("-") or "muted")
        return None
