"""Reconciles stock from files alone, for the command line: no workspace, no window, nothing kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ledger import ReadingCounts
from inspector_app.domain.region import RegionPack
from inspector_app.domain.stock import StockPeriod, StockStatus
from inspector_app.domain.stock_rules import StockRules
from inspector_app.domain.stock_swaps import suspected_swaps
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.services.packs import DEFAULT_REGION, PackService
from inspector_app.services.result_files import mappings_of, refuse_to_overwrite, write_result
from inspector_app.services.stock_doubts import PERIOD_IN_DOUBT
from inspector_app.system.packs import read_pack

if TYPE_CHECKING:
    from inspector_app.ledgers.stock import StockReconciliation
    from inspector_app.ledgers.stock_reading import ReadStock

_SHOWN = 20
"""Rows in quarantine that are named one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StockFiles:
    """What the command line names."""

    billed: tuple[Path, ...]
    purchases: tuple[Path, ...]
    stock: tuple[Path, ...]
    units: tuple[Path, ...] = ()
    mapping: Path | None = None
    pack: Path | None = None
    first: date | None = None
    last: date | None = None
    out: Path


def reconcile_stock_files(files: StockFiles) -> tuple[ReadingCounts, tuple[Sentence, ...]]:
    """Read, reconcile and write; return the account of the rows and what is to be said."""
    from inspector_app.ledgers.stock import reconcile_stock
    from inspector_app.ledgers.stock_reading import read_stock_files
    from inspector_app.ledgers.stock_result import stock_csv

    refuse_to_overwrite(
        files.out,
        [*files.billed, *files.purchases, *files.stock, *files.units, files.mapping, files.pack],
    )
    rules = region_of(files.pack).stock
    period = StockPeriod(first=files.first, last=files.last)
    read = read_stock_files(
        billed=files.billed,
        purchases=files.purchases,
        stock=files.stock,
        units=files.units,
        mappings=mappings_of(files.mapping),
    )
    result = reconcile_stock(read.ledgers, rules, period)
    write_result(files.out, stock_csv(result.lines))
    held_back = result.undated + result.without_factor
    counts = ReadingCounts(
        read=read.counts.read,
        used=read.counts.used - held_back,
        quarantined=read.counts.quarantined + held_back,
        not_data=read.counts.not_data,
    )
    return counts, tuple(_told(files, read, result, rules, counts))


def _told(
    files: StockFiles, read: ReadStock, result: StockReconciliation, rules: StockRules, counts: ReadingCounts
) -> Iterator[Sentence]:
    for name, sheet, kind in read.kinds:
        yield sentence("{name}: read as {kind}.", name=f"{name} {sheet}".strip(), kind=kind.value)
    yield sentence(
        "Rows read {read}, used {used}, quarantined {quarantined}, recognised as no data {not_data}.",
        read=counts.read,
        used=counts.used,
        quarantined=counts.quarantined,
        not_data=counts.not_data,
    )
    for place, reason in read.quarantine[:_SHOWN]:
        yield sentence("In quarantine: {place}: {reason}", place=place, reason=reason)
    if len(read.quarantine) > _SHOWN:
        yield counted(
            len(read.quarantine) - _SHOWN,
            sentence("… and one more row."),
            counted(
                len(read.quarantine) - _SHOWN,
                sentence("… and one more row."),
                sentence("… and {count} more rows.", count=len(read.quarantine) - _SHOWN),
            ),
        )
    if result.period_in_doubt:
        yield PERIOD_IN_DOUBT
    if result.undated:
        yield counted(
            result.undated,
            sentence("One row without a day: a period cannot place it."),
            sentence("{count} rows without a day: a period cannot place them.", count=result.undated),
        )
    if result.placed_whole:
        yield counted(
            result.placed_whole,
            sentence("One row of a ledger that names no day: it counts in the period."),
            counted(
                result.placed_whole,
                sentence("One row of a ledger that names no day: it counts in the period."),
                sentence(
                    "{count} rows of ledgers that name no day: all of them count in the period.",
                    count=result.placed_whole,
                ),
            ),
        )
    if result.without_factor:
        yield counted(
            result.without_factor,
            sentence("One row in a unit that nobody converts."),
            sentence("{count} rows in a unit that nobody converts.", count=result.without_factor),
        )
    if result.outside:
        yield counted(
            result.outside,
            sentence("One row of a day outside the period."),
            sentence("{count} rows of days outside the period.", count=result.outside),
        )
    if result.services:
        yield counted(
            result.services,
            sentence("One row bills a service, which is never in stock."),
            sentence("{count} rows bill services, which are never in stock.", count=result.services),
        )
    if result.settled_twice:
        yield counted(
            result.settled_twice,
            sentence("One sale stands in the fund's billing already and was not counted again."),
            sentence(
                "{count} sales stand in the fund's billing already and were not counted again.",
                count=result.settled_twice,
            ),
        )
    if result.other_changes:
        yield counted(
            result.other_changes,
            sentence("One row moves no goods (found by counting, or of another kind) and was left out."),
            sentence(
                "{count} rows move no goods (found by counting, or of another kind) and were left out.",
                count=result.other_changes,
            ),
        )
    statuses = Counter(line.status for line in result.lines)
    for status in StockStatus:
        if statuses[status]:
            yield sentence("{status}: {count}", status=status.value, count=statuses[status])
    swaps = suspected_swaps(result.lines, rules)
    for pair in swaps[:_SHOWN]:
        yield sentence(
            "Perhaps swapped: {surplus} over by {over} yuan, {shortage} under by {under} yuan.",
            surplus=f"{pair.surplus.code} {pair.surplus.name}",
            over=pair.surplus_amount,
            shortage=f"{pair.shortage.code} {pair.shortage.name}",
            under=pair.shortage_amount,
        )
    if len(swaps) > _SHOWN:
        yield counted(
            len(swaps) - _SHOWN,
            sentence("… and one more pair."),
            counted(
                len(swaps) - _SHOWN,
                sentence("… and one more pair."),
                sentence("… and {count} more pairs.", count=len(swaps) - _SHOWN),
            ),
        )
    yield counted(
        len(result.lines),
        sentence("One item in {name}.", name=files.out.name),
        sentence("{count} items in {name}.", count=len(result.lines), name=files.out.name),
    )


def region_of(pack: Path | None) -> RegionPack:
    """A region's pack, or the shipped one."""
    if pack is None:
        return PackService(Path("/nonexistent")).region(DEFAULT_REGION)
    found = read_pack(pack)
    if not isinstance(found, RegionPack):
        raise UnusableInput(
            sentence("The pack {name} holds no rules of a region. Nothing was computed.", name=pack.name)
        )
    return found
