"""Reconciliations of long ledgers against bare Polars aggregating the same rows in the same process.

``python -m tests.benches.reconciling dialysis|trace ROWS`` prints one measurement as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import polars as pl

from inspector_app.domain.ledger import LedgerKind
from inspector_app.services.packs import DEFAULT_REGION, PackService
from tests.benches import many
from tests.benches.rows import Row
from tests.benches.window import ROOT

_K = LedgerKind
Frames = Mapping[LedgerKind, pl.LazyFrame]
ROWS = {"dialysis": 200_000, "trace": 1_000_000}
"""Lines of billing, or of settled codes; 200,000 are the year of a unit of 350 patients."""


def reconciling() -> list[Row]:
    """Each reconciliation in a process of its own, reading excluded."""
    rows = []
    for what, many_rows in ROWS.items():
        told = subprocess.run(
            [sys.executable, "-m", "tests.benches.reconciling", what, str(many_rows)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        found = json.loads(told.stdout.splitlines()[-1])
        rows.append(
            Row(
                name=f"{what}: {found['rows']:,} rows reconciled",
                ours=found["ms"],
                floor=found["floor"],
                floor_name="Polars summing the same rows by person or code",
                goal="none set",
                note=f"{found['points']:,} points; {found['cpu']:.0f} s of CPU; {found['peak']:.0f} MB",
            )
        )
    return rows


def _work(what: str, frames: Frames) -> Callable[[], int]:
    region = PackService(Path("/nonexistent")).region(DEFAULT_REGION)

    def dialysis() -> int:
        from inspector_app.ledgers.dialysis import DialysisLedgers, reconcile_dialysis

        ledgers = DialysisLedgers(
            billed=frames[_K.BILLING], records=frames[_K.TREATMENTS], schedule=frames[_K.SCHEDULE]
        )
        return len(reconcile_dialysis(ledgers, region.dialysis).points)

    def trace() -> int:
        from inspector_app.ledgers.trace import trace_points

        return len(trace_points(frames[_K.SETTLED], frames[_K.PURCHASES]))

    return {"dialysis": dialysis, "trace": trace}[what]


def measure(what: str, rows: int) -> dict[str, float]:
    import resource

    ledgers = {"dialysis": many.dialysis, "trace": many.trace}[what](rows)
    frames = {kind: frame.lazy() for kind, frame in ledgers.items()}
    first, key = next(iter(frames.values())), "trace" if what == "trace" else "patient_id"
    start = time.perf_counter()
    first.group_by(key).agg(pl.col("quantity_e4").sum(), pl.len()).collect(engine="streaming")
    floor = time.perf_counter() - start
    work = _work(what, frames)
    start, cpu = time.perf_counter(), time.process_time()
    points = work()
    return {
        "ms": (time.perf_counter() - start) * 1000,
        "cpu": time.process_time() - cpu,
        "floor": floor * 1000,
        "rows": next(iter(ledgers.values())).height,
        "points": points,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))  # noqa: T201 - read by the one who started this
