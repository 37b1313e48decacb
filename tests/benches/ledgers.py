"""Billing exports read, packed and aggregated, against bare Polars on the same file in the same run.

``python -m tests.benches.ledgers ours|bare|transcoded|unpacked FILE`` prints one measurement as JSON.
"""

from __future__ import annotations

import codecs
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benches.rows import Row

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 3
BARE = "Polars scanning and aggregating the CSV"


def ours(path: Path) -> None:
    """Read as the desk does, pack the clean table, aggregate it."""
    import polars as pl

    from inspector_app.domain.ledger import LedgerKind
    from inspector_app.ledgers.ledger_reading import read_ledger
    from inspector_app.ledgers.sources import SourceFile

    table = read_ledger([SourceFile.of_path(path)], LedgerKind.BILLING)
    sums = pl.col("quantity_e4", "amount_e4").sum()
    found = table.frame.group_by("code", "unit").agg(sums).collect(engine="streaming")
    assert found.height == 400
    assert table.counts.read == table.counts.used + 1


def bare(path: Path) -> None:
    """What nobody can do without: split the lines, convert two figures, aggregate."""
    import polars as pl

    figures = [pl.col(name).str.strip_chars().cast(pl.Float64).sum() for name in ("数量", "明细项目费用总额")]
    found = pl.scan_csv(path, infer_schema=False).group_by("医疗目录编码", "单位").agg(figures).collect()
    assert found.height == 400


def transcoded(path: Path) -> None:
    """GB18030 to UTF-8 in slices, keeping nothing: the cost that Polars cannot be spared."""
    decoder = codecs.getincrementaldecoder("gb18030")()
    with path.open("rb") as stream:
        while piece := stream.read(16 << 20):
            decoder.decode(piece).encode()


def unpacked(path: Path) -> None:
    """Calamine giving every row of a workbook, keeping nothing."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(str(path))
    assert sum(1 for _ in book.get_sheet_by_index(0).iter_rows()) > 0


def _measured(what: str, path: Path) -> tuple[float, float]:
    """Milliseconds and peak memory in MB, of a fresh process; imports are not counted."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.benches.ledgers", what, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(told.stdout.splitlines()[-1])
    return float(found["ms"]), float(found["peak"])


def _row(name: str, path: Path, floor: Path, goal: str, note: str, rounds: int = ROUNDS) -> list[Row]:
    """Both in turns; a second row tells the memory."""
    pairs = [(_measured("ours", path), _measured("bare", floor)) for _ in range(rounds)]
    peak = max(pair[0][1] for pair in pairs)
    return [
        Row(
            name=f"{name}: read, packed, aggregated",
            ours=statistics.median(pair[0][0] for pair in pairs),
            floor=statistics.median(pair[1][0] for pair in pairs),
            floor_name=BARE,
            goal=goal,
            note=f"peak {peak:.0f} MB{note}",
        )
    ]


def one_million() -> list[Row]:
    """1 M rows in both encodings, and 300,000 in a workbook."""
    from tests.benches.ledger_files import as_workbook, in_gb18030, write_billing

    with tempfile.TemporaryDirectory() as folder:
        utf8, other = Path(folder, "utf8.csv"), Path(folder, "gb18030.csv")
        write_billing(utf8, 1_000_000)
        in_gb18030(utf8, other)
        rows = _row("1 M billing rows, CSV in UTF-8", utf8, utf8, "<= 2 x", "; goal 600 MB")
        alone = statistics.median(_measured("transcoded", other)[0] for _ in range(ROUNDS))
        note = f"; goal 600 MB; transcoding alone {alone:.0f} ms"
        rows += _row("1 M billing rows, CSV in GB18030", other, utf8, "<= 2 x + transcoding", note)
        few, book = Path(folder, "300k.csv"), Path(folder, "300k.xlsx")
        write_billing(few, 300_000)
        as_workbook(few, book, 300_000)
        alone = _measured("unpacked", book)[0]
        note = f"; reading the workbook alone {alone:.0f} ms"
        rows += _row("300,000 billing rows, xlsx", book, few, "<= 2 x + workbook", note, 1)
    return rows


def ten_million() -> list[Row]:
    """10 M rows: linear, and within a gigabyte; writes a file of 1.5 GB into the temporary folder."""
    from tests.benches.ledger_files import write_billing

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "utf8.csv")
        write_billing(path, 10_000_000)
        return _row("10 M billing rows, CSV in UTF-8", path, path, "<= 2 x", "; goal 1000 MB", 1)


def _peak() -> float:
    """The most memory this process has held, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    import polars  # noqa: F401 - imported before the clock starts, for both

    import inspector_app.ledgers.ledger_reading  # noqa: F401

    work = {"ours": ours, "bare": bare, "transcoded": transcoded, "unpacked": unpacked}[sys.argv[1]]
    start = time.perf_counter()
    work(Path(sys.argv[2]))
    print(json.dumps({"ms": (time.perf_counter() - start) * 1000, "peak": _peak()}))  # noqa: T201
