"""Sessions of an inspection counted by patient and month, and dialysers by model, each with its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.ledger import LedgerKind, RowPlace
from inspector_app.domain.points_work import LEDGERS, PointsWork
from inspector_app.domain.region import RegionPack
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.dialysis_reconciling import not_used
from inspector_app.services.ledger_lines import LedgerLine, counted_files, file_names, line_of

if TYPE_CHECKING:
    from inspector_app.domain.dialysis import DialysisResult
    from inspector_app.ledgers.books import Books
    from inspector_app.services.desk import Desk
    from inspector_app.services.packs import PackService


class DialysisSheet:
    """The counts of one inspection, and the way from each to its rows. Touches no database."""

    def __init__(self, ledgers: tuple[ImportedLedger, ...], books: Books, result: DialysisResult) -> None:
        self.ledgers = ledgers
        self.counts = result.counts
        self.models = result.models
        self.not_used: tuple[Sentence, ...] = tuple(not_used(result))
        self._books = books

    def rows(self, places: Sequence[RowPlace]) -> tuple[LedgerLine, ...]:
        """Return rows with what they say, in the order of the sources."""
        from inspector_app.ledgers.stored import lines_at

        names = file_names(self.ledgers)
        return tuple(
            line_of(row, names) for _, frame in self._books.frames for row in lines_at(frame, places)
        )


class DialysisCounting:
    """Counts sessions from the ledgers that were taken in."""

    def __init__(self, desk: Desk, packs: PackService) -> None:
        self._desk = desk
        self._packs = packs

    def ledgers(self, inspection_id: InspectionId) -> tuple[ImportedLedger, ...]:
        """Return the ledgers that count, the earliest first."""
        found = self._desk.inspection(inspection_id).all(ImportedLedger)
        return tuple(one for one in found if one.kind in LEDGERS[PointsWork.DIALYSIS].kinds)

    def reckoning(self, inspection_id: InspectionId) -> Callable[[], DialysisSheet]:
        """Read the ledgers; the counting itself takes its time and touches no database."""
        store = self._desk.inspection(inspection_id)
        ledgers = self.ledgers(inspection_id)
        missing = set(LEDGERS[PointsWork.DIALYSIS].needed) - {ledger.kind for ledger in ledgers}
        inspection = store.get(Inspection, inspection_id)
        if missing or inspection is None:
            raise UnusableInput(sentence("A ledger that this needs is missing. Import it first."))
        tables = [(ledger.kind, store.blobs.read(ledger.table)) for ledger in ledgers]
        region = self._packs.region(inspection.region)
        return partial(_count, ledgers, tables, region, inspection.institution.level)


def _count(
    ledgers: tuple[ImportedLedger, ...],
    tables: list[tuple[LedgerKind, bytes]],
    region: RegionPack,
    level: InstitutionLevel,
) -> DialysisSheet:
    from inspector_app.ledgers.books import Books
    from inspector_app.ledgers.dialysis_books import reconcile_books
    from inspector_app.ledgers.stored import own_counts_first, side_by_side

    books = Books(
        frames=own_counts_first(side_by_side(tables), counted_files(ledgers)), region=region, level=level
    )
    return DialysisSheet(ledgers, books, reconcile_books(books))
