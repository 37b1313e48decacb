"""A hospital's ledger as it was taken in: its files, its clean table, and who gave it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from inspector_app.domain.ids import EvidenceId, InstitutionId, LedgerId, PersonId, Sha256
from inspector_app.domain.ledger import LedgerKind, ReadingCounts
from inspector_app.domain.ledger_mapping import LedgerMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFile:
    """One source file: its name and hash, and the evidence that holds it."""

    name: str
    sha256: Sha256
    evidence: EvidenceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedLedger:
    """Its sources are evidence; the clean table with the account of every line is a blob beside them."""

    id: LedgerId
    kind: LedgerKind
    files: tuple[LedgerFile, ...]
    mapping: LedgerMapping
    counts: ReadingCounts
    table: Sha256
    handed_over_by: str
    """Person of the institution who made or handed over the export."""
    exported_how: str = ""
    exported_at: datetime | None = None
    taken_at: datetime
    taken_by: PersonId
    stock_room: str | None = None
    """Where inspectors counted on site; nothing for what the institution handed over."""

    @property
    def name(self) -> str:
        """The first file's name, and how many more there are."""
        more = len(self.files) - 1
        return self.files[0].name + (f" +{more}" if more else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedLedger:
    """How the exports of one institution are read, one mapping a kind and shape, the newest first."""

    id: InstitutionId
    mappings: tuple[LedgerMapping, ...]
    remembered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StockChosen:
    """What a person chose for the stock reconciliation of an inspection; its id is the inspection's."""

    id: str
    first: date | None = None
    last: date | None = None
