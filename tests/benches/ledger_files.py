"""Billing exports of any length for measuring: 13 columns, 8 % of the rows dirty, nothing real in them."""

from __future__ import annotations

from pathlib import Path

import polars as pl

HEADERS = (
    "就诊ID", "人员编号", "人员姓名", "医疗目录编码", "医药机构目录编码", "医药机构目录名称", "规格",
    "单位", "数量", "单价", "明细项目费用总额", "费用发生时间", "开单科室名称",
)  # fmt: skip
_ITEMS = 400
_SLICE = 250_000


def write_billing(path: Path, rows: int, *, dirt: float = 0.08) -> None:
    """Write a UTF-8 CSV; the same rows every time."""
    with path.open("wb") as out:
        out.write((",".join(HEADERS) + "\n").encode())
        for start in range(0, rows, _SLICE):
            _slice(start, min(_SLICE, rows - start), dirt).write_csv(out, include_header=False)


def in_gb18030(source: Path, target: Path) -> None:
    """The same file in the other encoding."""
    with (
        source.open(encoding="utf-8", newline="") as lines,
        target.open("w", encoding="gb18030", newline="") as out,
    ):
        while piece := lines.read(1 << 22):
            out.write(piece)


def as_workbook(source: Path, target: Path, rows: int) -> None:
    """The first rows as xlsx, numbers as numbers and codes as text, written row by row."""
    import csv

    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("明细")
    with source.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.reader(lines)):
            if number > rows:
                break
            sheet.append(row)
    book.save(target)


def _slice(start: int, rows: int, dirt: float) -> pl.DataFrame:
    number = pl.col("n")

    def drawn(seed: int, below: int) -> pl.Expr:
        return (number.hash(seed) % below).cast(pl.Int64)

    table = pl.DataFrame({"n": pl.int_range(start, start + rows, eager=True)}).with_columns(
        drawn(1, _ITEMS).alias("item"),
        drawn(2, 30_000).alias("patient"),
        (drawn(3, 29) + 1).alias("q"),
        drawn(4, 365 * 86_400).alias("second"),
        pl.when(drawn(5, 1_000) < dirt * 1_000).then(drawn(6, 4)).otherwise(-1).alias("kind"),
    )
    table = table.with_columns((pl.col("item") * 37 % 9_000 + 50).alias("fen"))
    price = pl.col("fen") / 100
    moment = pl.datetime(2025, 1, 1) + pl.duration(seconds="second")
    refund = pl.col("kind") == 0
    sign = pl.when(refund).then(-1).otherwise(1)
    amount = sign * pl.col("fen") * pl.col("q") / 100
    letter = pl.when(pl.col("item") % 5 == 0).then(pl.lit("a")).otherwise(pl.lit(""))
    text = pl.format("{}", pl.col("q") * sign)
    cells = (
        pl.format("MDT{}", pl.col("patient") * 7 + 10_000_000),
        pl.format("3300{}", pl.col("patient") + 10_000_000),
        pl.format("患{}", pl.col("patient") % 997),
        pl.format("XN01AX09{}014305116", pl.col("item") + 1_000),
        pl.format("{}{}", pl.col("item") + 110_200_000, letter),
        pl.format("第{}号药品注射液", pl.col("item")),
        pl.format("{}mg*{}支", pl.col("item") % 90 + 10, pl.col("item") % 7 + 1),
        pl.lit("支"),
        pl.when(pl.col("kind") == 1).then(pl.format(" {} ", text)).otherwise(text),
        pl.when(pl.col("kind") == 2).then(pl.format("￥{}", price)).otherwise(price.cast(pl.String)),
        amount.cast(pl.String),
        pl.when(pl.col("kind") == 3)
        .then(moment.dt.strftime("%Y年%m月%d日"))
        .otherwise(moment.dt.strftime("%Y-%m-%d %H:%M:%S")),
        pl.format("第{}病区", pl.col("patient") % 12),
    )
    return table.select(cell.alias(header) for header, cell in zip(HEADERS, cells, strict=True))
