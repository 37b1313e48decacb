"""A count sheet printed, typed back, and reckoned before every list that the institution made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.stock import StockTerm
from inspector_app.ledgers.stored import of_kind, own_counts_first, side_by_side
from inspector_app.services.count_sheets import CountSheetService
from inspector_app.services.findings import FindingService
from inspector_app.services.ledger_lines import counted_files
from inspector_app.services.ledgers import LedgerService
from inspector_app.services.packs import PackService
from inspector_app.services.stock_sheet import StockReconciling
from inspector_app.system.paths import RESOURCES
from inspector_app.system.wording_files import WordingBook
from tests.services.bureau import Bureau, bureau
from tests.services.stock_files import write_example
from tests.services.test_stock_sheet import reckoned, take_all

__all__ = ["bureau"]

LAST = date(2026, 3, 31)


def test_what_inspectors_count_goes_before_the_list_of_the_same_day(bureau: Bureau, tmp_path: Path) -> None:
    take_all(bureau, LedgerService(bureau.desk, bureau.evidence), write_example(tmp_path))
    stock = StockReconciling(bureau.desk, FindingService(bureau.desk), PackService(tmp_path / "packs"))
    (line,) = reckoned(bureau, stock).lines
    assert line.difference == 84
    blobs = bureau.desk.inspection(bureau.inspection).blobs
    counts = CountSheetService(bureau.desk, WordingBook(RESOURCES / "wording"), bureau.evidence)
    assert counts.print_out(bureau.inspection, [line]).startswith(b"%PDF")
    counts.print_out(bureau.inspection, [line])
    (printed,) = counts.printed(bureau.inspection)
    assert printed.sheet.lines[0].units == ("盒", "片")
    counts.keep_draft(bureau.inspection, printed.id, {1: ("5", "")})
    assert counts.draft(bureau.inspection, printed.id) == {1: ["5", ""]}

    def take(figures: tuple[str, str], room: str = "中心药房", day: date | None = LAST) -> None:
        counts.take(
            bureau.inspection,
            printed.sheet,
            {1: figures},
            day=day,
            stock_room=room,
            counted_with="药剂科 何清源",
        )

    with pytest.raises(UnusableInput, match="day of the count"):
        take(("5", ""), day=None)
    take(("5", ""))
    assert counts.draft(bureau.inspection, printed.id) == {}
    sheet = reckoned(bureau, stock)
    (line,) = sheet.lines
    assert (line.terms.counted, line.difference) == (120, 84 + 16)
    assert {row.source for row in sheet.rows(line, StockTerm.COUNTED)} == {
        f"现场盘点 中心药房 2026-03-31 {printed.id}.csv"
    }
    frames = own_counts_first(
        side_by_side([(one.kind, blobs.read(one.table)) for one in stock.ledgers(bureau.inspection)]),
        counted_files(stock.ledgers(bureau.inspection)),
    )
    found = of_kind(frames, LedgerKind.STOCK)
    assert found is not None
    listed = found.select("date", "quantity_e4").sort("date", "quantity_e4").collect().rows()
    assert listed == [(date(2026, 1, 1), 100_000), (LAST, 0), (LAST, 50_000)]
    take(("4", "8"))
    assert reckoned(bureau, stock).lines[0].difference == 84
    take(("1", ""), room="二级库")
    assert reckoned(bureau, stock).lines[0].terms.counted == 104 + 24
