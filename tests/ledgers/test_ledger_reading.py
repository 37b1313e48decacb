"""A hospital's export becomes a clean table, and every line of it is accounted for."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from inspector_app.domain.errors import Cancelled, UnusableInput
from inspector_app.domain.ledger import (
    Correction,
    LedgerField,
    LedgerKind,
    NotData,
    ReadingCounts,
    RowPlace,
    Unusable,
)
from inspector_app.domain.ledger_mapping import LedgerMapping, MappedColumn
from inspector_app.domain.wording import sentence
from inspector_app.ledgers.ledger_reading import correct, guess, read_ledger
from inspector_app.ledgers.ledger_table import LedgerTable, open_parquet, write_parquet
from inspector_app.ledgers.sources import SourceFile

F = LedgerField
DIRTY = """云岭市青禾县人民医院费用明细,,,,,,,,
打印时间:2026-03-01,,,,,,,,
医保编码,医院编码,项目名称,规格,单位,数量,单价(元),金额,收费日期
XN01AX0900014305116,110200002a,氯化钠注射液,10ml,支,2,"1,234.50",２４６９,2026-03-01 08:15:22
小计,,,,,2,,2469,
XN01AX0900014305116,110200002a,氯化钠 注射液,10㎎,支,-1,免收,-3.5,2026/3/2
,,,,,,,,
医保编码,医院编码,项目名称,规格,单位,数量,单价(元),金额,收费日期
XN01AX0900014305116,,乙药,,片,3盒,1,1,46082
1.2E+19,,丙药,,片,3,1,1,46082
XN01AX0900014305116,,丁药,,片,3,待定,1,46082
合计,,,,,5,,2469,
制表人：甲某,,,,,,,,
"""


def text(content: str, encoding: str = "utf-8", name: str = "费用.csv") -> SourceFile:
    return SourceFile.of_bytes(name, content.encode(encoding))


def workbook(
    sheets: dict[str, list[list[object]]], merged: tuple[str, ...] = (), name: str = "a.xlsx"
) -> SourceFile:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return SourceFile.of_bytes(name, out.getvalue())


def column(table: LedgerTable, *names: str) -> list[tuple[object, ...]]:
    return table.frame.select(names).collect().rows()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_the_same_table_comes_out_of_every_encoding(encoding: str) -> None:
    table = read_ledger([text(DIRTY, encoding)], LedgerKind.BILLING)
    assert column(table, "row", "local_code", "spec", "quantity_e4", "price_e4", "amount_e4", "refund") == [
        (4, "110200002a", "10ml", 20_000, 12_345_000, 24_690_000, False),
        (6, "110200002a", "10mg", -10_000, 0, -35_000, True),
        (11, None, None, 30_000, None, 10_000, False),
    ]
    assert column(table, "time", "date") == [
        (dt.datetime(2026, 3, 1, 8, 15, 22), dt.date(2026, 3, 1)),  # noqa: DTZ001 - wall time of the hospital
        (dt.datetime(2026, 3, 2), dt.date(2026, 3, 2)),  # noqa: DTZ001
        (dt.datetime(2026, 3, 1), dt.date(2026, 3, 1)),  # noqa: DTZ001
    ]


def test_every_line_is_used_or_set_aside_or_recognised() -> None:
    table = read_ledger([text(DIRTY)], LedgerKind.BILLING)
    assert table.counts == ReadingCounts(read=13, used=3, quarantined=2, not_data=8)
    assert table.not_data == {
        NotData.BANNER: 2,
        NotData.HEADER: 1,
        NotData.REPEATED_HEADER: 1,
        NotData.SUBTOTAL: 2,
        NotData.BLANK: 1,
        NotData.FOOTER: 1,
    }


def test_what_cannot_be_used_says_why_and_keeps_its_cells() -> None:
    first, second = read_ledger([text(DIRTY)], LedgerKind.BILLING).quarantine
    assert (first.place.row, first.reason, first.field) == (9, Unusable.NOT_A_NUMBER, F.QUANTITY)
    assert first.cells[:6] == ("XN01AX0900014305116", "", "乙药", "", "片", "3盒")
    assert (second.place.row, second.reason, second.field) == (10, Unusable.DIGITS_LOST, F.CODE)
    assert "digits are lost" in str(second.sentence)


def test_a_corrected_row_joins_the_table_under_its_own_line() -> None:
    table = read_ledger([text(DIRTY)], LedgerKind.BILLING)
    wrong = table.quarantine[0].place
    better = correct(table, [Correction(place=wrong, field=F.QUANTITY, value="3")])
    assert better.counts == ReadingCounts(read=13, used=4, quarantined=1, not_data=8)
    assert column(better, "row", "name", "quantity_e4")[-1] == (9, "乙药", 30_000)
    assert better.corrections == (Correction(place=wrong, field=F.QUANTITY, value="3"),)
    assert [row.place.row for row in better.quarantine] == [10]


def test_a_correction_that_is_no_better_leaves_the_row_where_it_is() -> None:
    table = read_ledger([text(DIRTY)], LedgerKind.BILLING)
    same = correct(table, [Correction(place=table.quarantine[0].place, field=F.QUANTITY, value="三盒")])
    assert same.counts == table.counts
    assert same.quarantine[0].reason is Unusable.NOT_A_NUMBER


def test_a_row_that_was_not_set_aside_cannot_be_corrected() -> None:
    table = read_ledger([text(DIRTY)], LedgerKind.BILLING)
    with pytest.raises(UnusableInput, match="Line 4 is not among"):
        correct(table, [Correction(place=RowPlace(file=0, sheet=0, row=4), field=F.QUANTITY, value="3")])


def test_a_table_survives_its_blob_however_the_blob_is_cut() -> None:
    table = read_ledger([text(DIRTY)], LedgerKind.BILLING)
    stream = b"".join(write_parquet(table))
    again = open_parquet(stream[place : place + 7] for place in range(0, len(stream), 7))
    assert again == table
    assert again.frame.collect().equals(table.frame.collect())


def test_the_kind_and_the_columns_are_guessed_with_a_reason_and_samples() -> None:
    found = guess(text(DIRTY))
    assert (found.kind, found.header_row, found.missing) == (LedgerKind.BILLING, 3, ())
    price = found.columns[6]
    assert (price.field, price.samples[:2]) == (F.PRICE, ("1,234.50", "免收"))
    assert str(price.reason) == "The header “单价(元)” is a usual name."


def test_a_mapping_made_by_hand_is_followed_to_the_letter() -> None:
    by_hand = LedgerMapping(
        kind=LedgerKind.BILLING,
        columns=(
            MappedColumn(field=F.NAME, header="医院编码"),
            MappedColumn(field=F.QUANTITY, column=5),
        ),
    )
    table = read_ledger([text(DIRTY)], LedgerKind.BILLING, by_hand)
    assert column(table, "name", "code", "price_e4")[0] == ("110200002a", None, None)


def test_a_file_without_the_columns_is_refused_by_name() -> None:
    with pytest.raises(UnusableInput, match=r"no column was recognised for .*quantity"):
        read_ledger([text("甲,乙\n1,2\n")], LedgerKind.BILLING)


def test_months_in_several_files_and_sheets_become_one_table() -> None:
    header: list[object] = ["药品编码", "药品名称", "入库数量", "入库日期", "供应商"]
    march = text("药品编码,药品名称,入库数量,入库日期,供应商\nA1,甲药,5,2026-03-01,青禾医药\n")
    april = workbook(
        {
            "说明": [["本表由系统导出"]],
            "四月": [["入库明细"], header, ["A1", "甲药", 7, dt.datetime(2026, 4, 1), "青禾医药"]],  # noqa: DTZ001
            "五月": [header, ["B2", "乙药", 2.5, "2026年5月3日", "青禾医药"]],
        }
    )
    table = read_ledger([march, april], LedgerKind.PURCHASES)
    assert column(table, "file", "sheet", "row", "code", "local_code", "quantity_e4", "date") == [
        (0, 0, 2, None, "A1", 50_000, dt.date(2026, 3, 1)),
        (1, 1, 3, None, "A1", 70_000, dt.date(2026, 4, 1)),
        (1, 2, 2, None, "B2", 25_000, dt.date(2026, 5, 3)),
    ]
    assert table.sources[1].sheets[0].skipped
    assert table.counts == ReadingCounts(read=8, used=3, quarantined=0, not_data=5)


def test_a_sheet_that_goes_on_without_a_header_belongs_to_the_one_before() -> None:
    rows: list[list[object]] = [["A1", "甲药", 5, "2026-03-01"], ["A2", "乙药", 6, "2026-03-02"]]
    table = read_ledger(
        [workbook({"1": [["药品编码", "药品名称", "入库数量", "入库日期"], *rows], "2": rows})],
        LedgerKind.PURCHASES,
    )
    assert column(table, "sheet", "row", "local_code")[2:] == [(1, 1, "A1"), (1, 2, "A2")]


def test_merged_names_count_for_every_row_and_merged_figures_once() -> None:
    rows: list[list[object]] = [
        ["药品编码", "药品名称", "批号", "入库数量", "金额"],
        ["A1", "甲药", "b1", 5, 50],
        [None, None, "b2", 6, None],
    ]
    table = read_ledger([workbook({"1": rows}, merged=("A2:A3", "B2:B3", "E2:E3"))], LedgerKind.PURCHASES)
    assert column(table, "local_code", "name", "quantity_e4", "amount_e4") == [
        ("A1", "甲药", 50_000, 500_000),
        ("A1", "甲药", 60_000, None),
    ]


def test_a_header_of_two_lines_tells_opening_from_closing() -> None:
    rows: list[list[object]] = [
        ["药品编码", "药品名称", "期初库存", None, "本期入库", None, "本期出库", None, "期末库存", None],
        [None, None, "数量", "金额", "数量", "金额", "数量", "金额", "数量", "金额"],
        ["A1", "甲药", 1, 10, 2, 20, 3, 30, 4, 40],
    ]
    table = read_ledger(
        [workbook({"1": rows}, merged=("A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1", "I1:J1"))],
        LedgerKind.STOCK,
    )
    assert column(table, "opening_e4", "in_e4", "out_e4", "closing_e4") == [(10_000, 20_000, 30_000, 40_000)]


def test_a_header_in_traditional_characters_is_understood() -> None:
    table = read_ledger(
        [text("藥品編碼,藥品名稱,入庫數量,入庫日期,供應商\nA1,甲藥,5,2026-03-01,青禾\n合計,,5,,\n")],
        LedgerKind.PURCHASES,
    )
    assert column(table, "local_code", "name", "quantity_e4") == [("A1", "甲藥", 50_000)]
    assert table.not_data[NotData.SUBTOTAL] == 1


class _StopsAtOnce:
    def report(self, done: int, total: int | None) -> None:
        raise Cancelled(sentence("Stopped."))


def test_reading_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        read_ledger([text(DIRTY)], LedgerKind.BILLING, progress=_StopsAtOnce())
