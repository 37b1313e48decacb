"""The command ``reconcile``: ledgers compared without window or workspace, the result in a CSV file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.errors import Problem, UnusableInput
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.ledger import LedgerKind, ReadingCounts
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.system.clock import SystemClock
from inspector_app.system.measuring import Meter

if TYPE_CHECKING:
    from inspector_app.services.points_reconciling import PointFiles

Say = Callable[[Sentence], str]

COULD_NOT = 2
"""Exit code where nothing could be computed; the sentence says why."""


def add_reconcile(reconcile: argparse.ArgumentParser) -> None:
    """Add one kind of reconciliation beside the other to the command."""
    kinds = reconcile.add_subparsers(dest="reconciliation", metavar="KIND", required=True)
    stock = kinds.add_parser("stock", help="billed against bought and counted, item by item")
    _files(stock, "--billed", "billing, sales and sales returns", required=True)
    _files(stock, "--purchases", "purchases, purchase returns and stock changes", required=True)
    _files(stock, "--stock", "opening and counted stock, stock changes", required=True)
    _files(stock, "--units", "unit conversions")
    stock.add_argument("--from", dest="first", type=_day, metavar="D", help="first day, such as 2025-01-01")
    stock.add_argument("--to", dest="last", type=_day, metavar="D", help="last day")
    add_shared_options(stock)
    trace = kinds.add_parser("trace", help="trace codes settled twice, elsewhere too, or without a purchase")
    _files(trace, "--settled", "trace codes that were settled", required=True)
    _files(trace, "--purchases", "purchases with their trace codes")
    add_shared_options(trace)
    headcount = kinds.add_parser("headcount", help="who is listed against who was seen")
    _files(headcount, "--roster", "the list of inpatients, one file or one a ward", required=True)
    _files(headcount, "--checks", "bed checks: ward, bed, name, status, time", required=True)
    _files(headcount, "--billed", "billing, to see whose fees ran on")
    _level(headcount)
    add_shared_options(headcount)
    dialysis = kinds.add_parser("dialysis", help="sessions billed against records, schedule and dialysers")
    _files(dialysis, "--billed", "billing with services, dialysers and drugs", required=True)
    _files(dialysis, "--records", "treatment records", required=True)
    _files(dialysis, "--purchases", "purchases of dialysers, and returns", required=True)
    _files(dialysis, "--schedule", "schedule of the machines, or their log")
    _files(dialysis, "--stock", "opening and counted dialysers, stock changes")
    _files(dialysis, "--deaths", "who died, and when")
    add_shared_options(dialysis)
    rules = kinds.add_parser(
        "rules", help="charges billed twice, in parts, too often, too dear or for others"
    )
    _files(rules, "--billed", "billing", required=True)
    _level(rules)
    add_shared_options(rules)
    stays = kinds.add_parser(
        "stays", help="stays that overlap, follow closely or are billed outside their days"
    )
    _files(stays, "--billed", "billing with admission and discharge", required=True)
    add_shared_options(stays)


def add_shared_options(parser: argparse.ArgumentParser) -> None:
    """Add what every kind takes: the mapping, the region's rules and where the result goes."""
    parser.add_argument("--mapping", type=Path, metavar="FILE", help="column mapping instead of guesses")
    parser.add_argument("--pack", type=Path, metavar="FILE", help="rules of the region (default: shipped)")
    parser.add_argument("--out", type=Path, required=True, metavar="RESULT.csv", help="where the result goes")


def _files(parser: argparse.ArgumentParser, option: str, text: str, *, required: bool = False) -> None:
    parser.add_argument(
        option, type=Path, nargs="+", action="extend", default=[], required=required, metavar="F", help=text
    )


def _level(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--level",
        choices=[level.value for level in InstitutionLevel],
        default=InstitutionLevel.UNGRADED.value,
        help="level of the institution (default: ungraded)",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.replace("/", "-").replace(".", "-"))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day such as 2025-01-31") from error


def run(options: argparse.Namespace, say: Say) -> int:
    """Reconcile, write the result and say what was read; 2 with a sentence where that was not possible."""
    meter = Meter()
    works: dict[str, Callable[[argparse.Namespace, Say], ReadingCounts]] = {
        "stock": _stock,
        "trace": _trace,
        "headcount": _headcount,
        "dialysis": _dialysis,
        "rules": _rules,
        "stays": _stays,
    }
    try:
        counts = works[options.reconciliation](options, say)
    except Problem as problem:
        print(say(problem.sentence), file=sys.stderr)
        return COULD_NOT
    seconds, megabytes = meter.read()
    print(
        say(sentence("Peak memory {megabytes} MB, time {seconds} s.", megabytes=megabytes, seconds=seconds))
    )
    print(
        f"rows_read={counts.read} rows_used={counts.used} rows_quarantined={counts.quarantined} "
        f"rows_not_data={counts.not_data} peak_memory_mb={megabytes} seconds={seconds}"
    )
    return 0


def _stock(options: argparse.Namespace, say: Say) -> ReadingCounts:
    from inspector_app.services.stock_reconciling import StockFiles, reconcile_stock_files

    files = StockFiles(
        billed=tuple(options.billed),
        purchases=tuple(options.purchases),
        stock=tuple(options.stock),
        units=tuple(options.units),
        mapping=options.mapping,
        pack=options.pack,
        first=options.first,
        last=options.last,
        out=options.out,
    )
    _refuse_folder(options.out)
    counts, told = reconcile_stock_files(files)
    for words in told:
        print(say(words))
    return counts


def _trace(options: argparse.Namespace, say: Say) -> ReadingCounts:
    from inspector_app.services.points_reconciling import reconcile_trace_files

    ledgers = {LedgerKind.SETTLED: options.settled, LedgerKind.PURCHASES: options.purchases}
    return _points(reconcile_trace_files, ledgers, options, say)


def _headcount(options: argparse.Namespace, say: Say) -> ReadingCounts:
    from inspector_app.services.points_reconciling import reconcile_headcount_files

    ledgers = {
        LedgerKind.ROSTER: options.roster,
        LedgerKind.CHECKS: options.checks,
        LedgerKind.BILLING: options.billed,
    }
    level, now = InstitutionLevel(options.level), SystemClock().now()
    return _points(lambda files: reconcile_headcount_files(files, level, now), ledgers, options, say)


def _dialysis(options: argparse.Namespace, say: Say) -> ReadingCounts:
    from inspector_app.services.dialysis_reconciling import reconcile_dialysis_files

    ledgers = {
        LedgerKind.BILLING: options.billed,
        LedgerKind.TREATMENTS: options.records,
        LedgerKind.PURCHASES: options.purchases,
        LedgerKind.SCHEDULE: options.schedule,
        LedgerKind.STOCK: options.stock,
        LedgerKind.DEATHS: options.deaths,
    }
    return _points(reconcile_dialysis_files, ledgers, options, say)


def _rules(options: argparse.Namespace, say: Say) -> ReadingCounts:
    from inspector_app.services.points_reconciling import reconcile_charge_files

    level = InstitutionLevel(options.level)
    ledgers = {LedgerKind.BILLING: options.billed}
    return _points(lambda files: reconcile_charge_files(files, level), ledgers, options, say)


def _stays(options: argparse.Namespace, say: Say) -> ReadingCounts:
    from inspector_app.services.points_reconciling import reconcile_stay_files

    return _points(reconcile_stay_files, {LedgerKind.BILLING: options.billed}, options, say)


def _points(
    reconcile: Callable[[PointFiles], tuple[ReadingCounts, tuple[Sentence, ...]]],
    ledgers: Mapping[LedgerKind, Sequence[Path]],
    options: argparse.Namespace,
    say: Say,
) -> ReadingCounts:
    from inspector_app.services.points_reconciling import PointFiles

    _refuse_folder(options.out)
    files = PointFiles(ledgers=ledgers, mapping=options.mapping, pack=options.pack, out=options.out)
    counts, told = reconcile(files)
    for words in told:
        print(say(words))
    return counts


def _refuse_folder(out: Path) -> None:
    if out.is_dir():
        raise UnusableInput(
            sentence("{name} is a folder. Give the name of a file for the result.", name=out.name)
        )
