"""Reconciles dialysis from files alone, one suspicion a line: no workspace, no window, nothing kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from inspector_app.domain.ledger import ReadingCounts
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.services.result_files import mappings_of, refuse_to_overwrite, write_result
from inspector_app.services.stock_reconciling import region_of

if TYPE_CHECKING:
    from inspector_app.domain.dialysis import DialysisResult
    from inspector_app.ledgers.dialysis_reading import ReadDialysis
    from inspector_app.services.points_reconciling import PointFiles

_SHOWN = 20
_HELD_BACK = ("no_day", "no_quantity", "nobody", "no_model", "unknown_unit")
"""Rows that were read and could not be used; an unknown mode leaves the rest of its row usable."""


def reconcile_dialysis_files(files: PointFiles) -> tuple[ReadingCounts, tuple[Sentence, ...]]:
    """Compare bills with records and the stock room; return the account and what is to be said."""
    from inspector_app.ledgers.dialysis import reconcile_dialysis
    from inspector_app.ledgers.dialysis_reading import read_dialysis_files
    from inspector_app.ledgers.points_result import points_csv

    given = [path for paths in files.ledgers.values() for path in paths]
    refuse_to_overwrite(files.out, [*given, files.mapping, files.pack])
    rules = region_of(files.pack).dialysis
    read = read_dialysis_files(files.ledgers, mappings_of(files.mapping))
    result = reconcile_dialysis(read.ledgers, rules)
    write_result(files.out, points_csv(result.points, read.sources))
    held_back = sum(many for reason, many in result.set_aside if reason in _HELD_BACK)
    counts = ReadingCounts(
        read=read.counts.read,
        used=read.counts.used - held_back,
        quarantined=read.counts.quarantined + held_back,
        not_data=read.counts.not_data,
    )
    return counts, tuple(_told(files, read, result, counts))


def _told(
    files: PointFiles, read: ReadDialysis, result: DialysisResult, counts: ReadingCounts
) -> Iterator[Sentence]:
    for name, kind in read.kinds:
        yield sentence("{name}: read as {kind}.", name=name, kind=kind.value)
    yield sentence(
        "Rows read {read}, used {used}, quarantined {quarantined}, recognised as no data {not_data}.",
        read=counts.read,
        used=counts.used,
        quarantined=counts.quarantined,
        not_data=counts.not_data,
    )
    yield from _quarantined(read.quarantine)
    yield from not_used(result)
    kinds = Counter(point.kind for point in result.points)
    for status, count in sorted(kinds.items()):
        yield sentence("{status}: {count}", status=status, count=count)
    yield sentence("Suspicions in {name}: {count}.", count=len(result.points), name=files.out.name)


def _quarantined(rows: Sequence[tuple[str, Sentence]]) -> Iterator[Sentence]:
    for place, reason in rows[:_SHOWN]:
        yield sentence("In quarantine: {place}: {reason}", place=place, reason=reason)
    more = len(rows) - _SHOWN
    if more > 0:
        yield counted(more, sentence("… and one more row."), sentence("… and {count} more rows.", count=more))


def not_used(result: DialysisResult) -> Iterator[Sentence]:
    """What the reconciliation could not use or compare, each with its reason."""
    many = Counter(dict(result.set_aside))
    told = {
        "no_day": sentence("Rows of dialysis without a day, set aside: {count}.", count=many["no_day"]),
        "no_quantity": sentence(
            "Rows of dialysis without a quantity, set aside: {count}.", count=many["no_quantity"]
        ),
        "nobody": sentence("Rows of dialysis that name nobody, set aside: {count}.", count=many["nobody"]),
        "no_model": sentence(
            "Rows of dialysers in the stock room without a model, set aside: {count}.", count=many["no_model"]
        ),
        "unknown_unit": sentence(
            "Rows of dialysers in a unit that nobody converts, set aside: {count}. Their models are not "
            "compared.",
            count=many["unknown_unit"],
        ),
        "unknown_mode": sentence(
            "Sessions whose mode is not known by its words: {count}. They count, their mode is not compared.",
            count=many["unknown_mode"],
        ),
    }
    yield from (words for reason, words in told.items() if many[reason])
    if result.months_not_covered:
        yield sentence(
            "No treatment record covers these months, nothing is compared there: {months}.",
            months="、".join(result.months_not_covered),
        )
    if not any(use.purchased or use.opening for use in result.models):
        yield sentence("No purchase names a dialyser with its model: models are not compared with purchases.")
