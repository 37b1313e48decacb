"""Clean ledgers of any length: the people of an invented unit or pharmacy, copied under new numbers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import polars as pl

from inspector_app.domain.ledger import LedgerKind
from inspector_app.ledgers.ledger_reading import read_ledger
from inspector_app.ledgers.sources import SourceFile
from inspector_app.services.fiction_dialysis import dialysis_fiction
from inspector_app.services.fiction_dialysis_files import dialysis_files
from inspector_app.services.fiction_trace import trace_fiction

_SEED = 3
_OF_ITS_OWN = ("patient", "patient_id", "visit", "settlement")
"""Columns that get the number of the copy; goods and institutions stay what they are."""
_DIALYSIS = {
    "费用明细": LedgerKind.BILLING,
    "透析治疗记录": LedgerKind.TREATMENTS,
    "透析排班": LedgerKind.SCHEDULE,
}

Ledgers = Mapping[LedgerKind, pl.DataFrame]


def copied(ledgers: Ledgers, times: int, clean: Ledgers | None = None, every: int = 20) -> Ledgers:
    """Each ledger so many times, the copies' people being others; all but one in ``every`` ``clean``."""
    return {
        kind: pl.concat(
            [
                _copy(frame if clean is None or at % every == 0 else clean[kind], at * frame.height, at)
                for at in range(times)
            ]
        )
        for kind, frame in ledgers.items()
    }


def without(ledgers: Ledgers, column: str, planted: Iterable[str]) -> Ledgers:
    """Only what nothing was planted in."""
    return {kind: frame.filter(~pl.col(column).is_in(list(planted))) for kind, frame in ledgers.items()}


def _copy(frame: pl.DataFrame, first: int, at: int) -> pl.DataFrame:
    own = [pl.col(name) + f"{at:05d}" for name in _OF_ITS_OWN if name in frame.columns]
    if "trace" in frame.columns:
        # Twenty digits stay twenty digits.
        own.append((pl.lit(f"8{at:05d}") + pl.col("trace").str.slice(6)).alias("trace"))
    return frame.with_columns(*own, row=pl.col("row") + first)


def trace(rows: int) -> Ledgers:
    fiction = trace_fiction(_SEED, rounds=20)
    files = {LedgerKind.SETTLED: [fiction.settled_file()], LedgerKind.PURCHASES: [fiction.bought_file()]}
    return _grown(files, "trace", fiction.truth, rows)


def dialysis(rows: int) -> Ledgers:
    """Bills, treatment records and schedule; a quarter of twenty-nine people makes 4,209 lines of billing."""
    files = dialysis_files(dialysis_fiction(_SEED), _SEED)
    read = _read(
        {kind: [file.content for file in files if name in file.name] for name, kind in _DIALYSIS.items()}
    )
    return copied(read, max(rows // read[LedgerKind.BILLING].height, 1))


def _grown(
    files: Mapping[LedgerKind, Sequence[bytes]], column: str, planted: Iterable[str], rows: int
) -> Ledgers:
    read = _read(files)
    first = next(iter(read.values())).height
    clean = without(read, column, list(planted))
    share = next(iter(clean.values())).height / first
    return copied(read, max(round(rows / first / (0.05 + 0.95 * share)), 1), clean)


def _read(files: Mapping[LedgerKind, Sequence[bytes]]) -> Ledgers:
    with tempfile.TemporaryDirectory() as folder:
        found = {}
        for kind, contents in files.items():
            sources = []
            for number, content in enumerate(contents):
                path = Path(folder, f"{kind}{number}{'.xlsx' if content[:2] == b'PK' else '.csv'}")
                path.write_bytes(content)
                sources.append(SourceFile.of_path(path))
            found[kind] = read_ledger(sources, kind).frame.collect()
        return found
