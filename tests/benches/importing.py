"""What a person does while a million rows of billing are taken in: an answer and a photograph, until saved.

``python -m tests.benches.importing FOLDER`` prints one measurement as JSON.
"""

from __future__ import annotations

import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

from tests.benches.rows import Row
from tests.benches.window import ROOT

ROWS = 1_000_000
IDLE_NAME = "the same before the import, same run"
PHOTOGRAPH = 3_000_000
IDLE = 5
"""Photographs before the import begins, with fifty answers, to compare with."""


def importing() -> list[Row]:
    """An answer every tenth of a second and a photograph every second, from reading to storing."""
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [sys.executable, "-m", "tests.benches.importing", folder],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
        )
    found = {name: float(value) for name, value in json.loads(told.stdout.splitlines()[-1]).items()}
    rows = [
        Row(name=name, ours=found[key], floor=found[floor], floor_name=IDLE_NAME, goal=goal, note=note)
        for name, key, floor, goal, note in (
            ("an answer saved while 1 M rows come in, p95", "answer_p95", "answer_idle", "<= 100 ms", ""),
            ("an answer saved while 1 M rows come in, worst", "answer_worst", "answer_idle", "none set", ""),
            ("a photograph saved meanwhile, p95", "photograph_p95", "photograph_idle", "none set", ""),
            (
                "longest gap between two ticks meanwhile",
                "gap",
                "gap_idle",
                "<= 50 ms",
                f"{found['answers']:.0f} answers and {found['photographs']:.0f} photographs of 3 MB in "
                f"{found['read']:.1f} s of reading and {found['stored']:.1f} s of storing",
            ),
        )
    ]
    rows.append(
        Row(
            name="memory at its most while 1 M rows are imported",
            ours=found["peak"],
            floor=found["before"],
            floor_name="the same window before the import",
            goal="<= 600 MB",
            unit="MB",
        )
    )
    return rows


def measure(folder: Path) -> dict[str, float]:
    import resource

    from PySide6.QtCore import QTimer

    from inspector_app.domain.evidence import IntakeWay
    from inspector_app.domain.headcount import BedStatus
    from inspector_app.domain.ids import InspectionId
    from inspector_app.services.intake import Source
    from inspector_app.services.ledger_reading import LookedAt, look_at_all
    from tests.benches.ledger_files import write_billing
    from tests.benches.scenarios import Running, Ticks, furnish, memory, until

    path = folder / "收费明细.csv"
    write_billing(path, ROWS)
    inspection = InspectionId(furnish(folder / "desk", 1))
    running = Running(folder / "desk")
    running.come_in()
    worker = running.worker
    before, picture, numbers = memory(), secrets.token_bytes(PHOTOGRAPH), count(1)
    answers: list[float] = []
    photographs: list[float] = []
    done: list[float] = []

    def answer() -> None:
        asked, bed = time.perf_counter(), str(next(numbers))
        worker.run(
            lambda a: a.headcounts.check_bed(inspection, ward="内一科", bed=bed, status=BedStatus.IN_BED),
            lambda _: answers.append((time.perf_counter() - asked) * 1000),
        )

    def photograph() -> None:
        asked, number = time.perf_counter(), next(numbers)
        source = Source(name=f"{number}.bin", way=IntakeWay.FILE, data=number.to_bytes(8) + picture[8:])
        worker.run(
            lambda a: a.evidence.take_in(inspection, [source]),
            lambda _: photographs.append((time.perf_counter() - asked) * 1000),
        )

    def take(looked: tuple[LookedAt, ...]) -> None:
        done.append(time.perf_counter())
        worker.start_steps(
            lambda a, progress: a.ledgers.take(
                inspection,
                looked[0],
                handed_over_by="信息科",
                exported_how="",
                exported_at=None,
                progress=progress,
            ),
            lambda _: done.append(time.perf_counter()),
            title="",
        )

    timers = [QTimer(), QTimer()]
    for timer, act, every in zip(timers, (answer, photograph), (100, 1000), strict=True):
        timer.timeout.connect(act)
        timer.start(every)
    ticks = Ticks()
    until(lambda: len(photographs) >= IDLE)
    idle = {
        "answer_idle": statistics.quantiles(answers, n=20)[-1],
        "photograph_idle": max(photographs),
        "gap_idle": ticks.take(),
    }
    answers.clear()
    photographs.clear()
    begun = time.perf_counter()
    worker.study(lambda progress: look_at_all([path], (), progress), take, title="")
    until(lambda: len(done) == 2)
    for timer in timers:
        timer.stop()
    return {
        **idle,
        "answers": len(answers),
        "photographs": len(photographs),
        "answer_p95": statistics.quantiles(answers, n=20)[-1],
        "answer_worst": max(answers),
        "photograph_p95": statistics.quantiles(photographs, n=20)[-1],
        "gap": ticks.take(),
        "read": done[0] - begun,
        "stored": done[1] - done[0],
        "before": before,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))), flush=True)  # noqa: T201 - read by the one who started this
    os._exit(0)
