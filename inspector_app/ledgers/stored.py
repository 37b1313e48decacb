"""Clean tables as they are kept, side by side: file numbers run on from one table to the next."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from inspector_app.domain.ledger import RowPlace
from inspector_app.ledgers.ledger_table import open_parquet


def table_of(stored: bytes, first_file: int = 0) -> pl.LazyFrame:
    """The rows of a stored table; its file numbers begin at ``first_file``."""
    frame = open_parquet(stored).frame
    return frame.with_columns((pl.col("file") + first_file).cast(pl.UInt16)) if first_file else frame


def lines_at(frame: pl.LazyFrame, places: Sequence[RowPlace]) -> list[dict[str, object]]:
    """Return the values of these rows, in the order of the source."""
    wanted = pl.LazyFrame(
        {
            "file": [place.file for place in places],
            "sheet": [place.sheet for place in places],
            "row": [place.row for place in places],
        },
        schema={"file": pl.UInt16, "sheet": pl.UInt16, "row": pl.UInt32},
    )
    keys = ["file", "sheet", "row"]
    return frame.join(wanted, on=keys, how="semi").sort(keys).collect().to_dicts()
