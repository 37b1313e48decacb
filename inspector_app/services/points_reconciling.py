"""Reconciles ledgers from files alone, one suspicion a line: no workspace, no window, nothing kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.ledger import LedgerKind, ReadingCounts
from inspector_app.domain.ledger_mapping import LedgerMapping
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.services.headcount_files import headcount_points, moments_of, set_aside
from inspector_app.services.result_files import mappings_of, refuse_to_overwrite, write_result
from inspector_app.services.stock_reconciling import region_of

if TYPE_CHECKING:
    from inspector_app.ledgers.ledger_table import LedgerTable
    from inspector_app.ledgers.reading_together import ReadTogether

_SHOWN = 20
_NONE = ReadingCounts(read=0, used=0, quarantined=0, not_data=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PointFiles:
    """What a command names."""

    ledgers: Mapping[LedgerKind, Sequence[Path]]
    mapping: Path | None = None
    pack: Path | None = None
    out: Path


def reconcile_trace_files(files: PointFiles) -> tuple[ReadingCounts, tuple[Sentence, ...]]:
    """Look at trace codes that were settled; return the account of the rows and what is to be said."""
    from inspector_app.ledgers.trace import trace_points

    read = _read(files)
    found = trace_points(read.frame(LedgerKind.SETTLED), read.frame_or_none(LedgerKind.PURCHASES))
    return _written(files, read, found)


def reconcile_headcount_files(
    files: PointFiles, level: InstitutionLevel, now: datetime
) -> tuple[ReadingCounts, tuple[Sentence, ...]]:
    """Compare a roster with bed checks; ``level`` decides which share of absent patients counts."""
    from inspector_app.ledgers.bed_checks import tells_of_several_moments, walk_of
    from inspector_app.ledgers.listed_bills import SeenAt, listed_bill_points

    pack = region_of(files.pack)
    read = _read(files)
    roster = read.frame(LedgerKind.ROSTER)
    paths = files.ledgers[LedgerKind.ROSTER]
    moments = moments_of(paths) if tells_of_several_moments(roster) else None
    walk = walk_of(roster, read.frame(LedgerKind.CHECKS), now, moments)
    found = headcount_points(walk, pack, level, now)
    billed = read.frame_or_none(LedgerKind.BILLING)
    if billed is not None:
        seen = SeenAt(listed=walk.listed_at, checks=walk.checked_at)
        found += listed_bill_points(billed, walk.listed, walk.checks, pack.headcount, seen)
    counts, told = _written(files, read, found)
    left, aside = set_aside(walk, counts)
    return left, (*aside, *told)


def reconcile_charge_files(
    files: PointFiles, level: InstitutionLevel
) -> tuple[ReadingCounts, tuple[Sentence, ...]]:
    """Hold a billing ledger against the rules about charges; ``level`` decides what may be billed at all."""
    from inspector_app.ledgers.rules import charge_points

    rules = region_of(files.pack).charges
    read = _read(files)
    counts, told = _written(files, read, charge_points(read.frame(LedgerKind.BILLING), rules, level))
    return counts, (sentence("Rules about charges: {count}.", count=len(rules.rules)), *told)


def reconcile_stay_files(files: PointFiles) -> tuple[ReadingCounts, tuple[Sentence, ...]]:
    """Look at the stays that a billing ledger tells of, by the region's headcount rules."""
    from inspector_app.ledgers.stays import stay_points

    rules = region_of(files.pack).headcount
    read = _read(files)
    return _written(files, read, stay_points(read.frame(LedgerKind.BILLING), rules))


def _read(files: PointFiles) -> ReadTogether:
    from inspector_app.ledgers.reading_together import read_together

    given = [path for paths in files.ledgers.values() for path in paths]
    refuse_to_overwrite(files.out, [*given, files.mapping, files.pack])
    mappings: Mapping[LedgerKind, LedgerMapping] = mappings_of(files.mapping)
    return read_together({kind: tuple(paths) for kind, paths in files.ledgers.items()}, mappings)


def _written(
    files: PointFiles, read: ReadTogether, found: Sequence[LedgerPoint]
) -> tuple[ReadingCounts, tuple[Sentence, ...]]:
    from inspector_app.ledgers.points_result import points_csv

    write_result(files.out, points_csv(found, read.sources))
    counts = reduce(ReadingCounts.__add__, (table.counts for table in read.tables), _NONE)
    return counts, (*_told(read.tables, counts), *_said(files, found))


def _told(tables: Sequence[LedgerTable], counts: ReadingCounts) -> list[Sentence]:
    said = [
        sentence("{name}: read as {kind}.", name=source.name, kind=table.kind.value)
        for table in tables
        for source in table.sources
    ]
    said.append(
        sentence(
            "Rows read {read}, used {used}, quarantined {quarantined}, recognised as no data {not_data}.",
            read=counts.read,
            used=counts.used,
            quarantined=counts.quarantined,
            not_data=counts.not_data,
        )
    )
    aside = [
        sentence(
            "In quarantine: {place}: {reason}",
            place=f"{table.sources[row.place.file].name}:{row.place.row}",
            reason=row.sentence,
        )
        for table in tables
        for row in table.quarantine
    ]
    if len(aside) > _SHOWN:
        aside[_SHOWN:] = [
            counted(
                len(aside) - _SHOWN,
                sentence("… and one more row."),
                sentence("… and {count} more rows.", count=len(aside) - _SHOWN),
            )
        ]
    return [*said, *aside]


def _said(files: PointFiles, found: Sequence[LedgerPoint]) -> list[Sentence]:
    kinds = Counter(point.kind for point in found)
    said = [sentence("{status}: {count}", status=kind, count=count) for kind, count in sorted(kinds.items())]
    return [*said, sentence("Suspicions in {name}: {count}.", count=len(found), name=files.out.name)]
