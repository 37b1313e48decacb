"""Reading what a generator wrote gives back its values, whatever the dirt around and inside the cells."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ledger import LedgerField, LedgerKind, ReadingCounts, decimal_to_e4
from inspector_app.ledgers import values
from inspector_app.ledgers.ledger_reading import read_ledger
from inspector_app.ledgers.ledger_table import LedgerTable
from inspector_app.ledgers.sources import SourceFile, Watched
from inspector_app.ledgers.text_slices import TextSlices, look_at_text

HEADER = ["医保编码", "院内编码", "项目名称", "规格", "单位", "数量", "单价", "金额", "收费时间", "备注"]
WIDE = str.maketrans("0123456789.-", "０１２３４５６７８９．－")

figures = st.decimals(-99_999, 99_999, places=4, allow_nan=False, allow_infinity=False)
moments = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2099, 12, 31)).map(  # noqa: DTZ001 - wall time
    lambda moment: moment.replace(microsecond=0)
)


def written_figure(draw: st.DrawFn, figure: Decimal) -> str:
    plain = f"{figure:f}"
    return draw(
        st.sampled_from(
            [
                plain,
                f" {plain} ",
                plain.translate(WIDE),
                f"{figure:,f}",
                f"￥{plain}",
                f"{plain}元",
                f"'{plain}",
                f"({-figure:f})" if figure < 0 else plain,
                f"{plain}00",
                f"\t{plain}",
            ]
        )
    )


def written_moment(draw: st.DrawFn, moment: dt.datetime) -> tuple[str, dt.datetime]:
    day = moment.replace(hour=0, minute=0, second=0)
    serial = (moment - dt.datetime(1899, 12, 30)).total_seconds() / 86_400  # noqa: DTZ001
    return draw(
        st.sampled_from(
            [
                (f"{moment:%Y-%m-%d %H:%M:%S}", moment),
                (f"{moment:%Y/%m/%d %H:%M:%S}", moment),
                (f"{moment:%Y年%m月%d日 %H时%M分%S秒}", moment),
                (f"{moment:%Y%m%d%H%M%S}", moment),
                (f"{moment:%Y-%m-%dT%H:%M:%S}.000+08:00", moment),
                (f"{moment:%Y-%m-%d}".translate(WIDE), day),
                (f"{moment.year}.{moment.month}.{moment.day}", day),
                (f"{moment:%Y%m%d}", day),
                (f"{serial:.6f}", moment),
            ]
        )
    )


@st.composite
def exports(draw: st.DrawFn) -> tuple[bytes, str, list[tuple[object, ...]], int]:
    """The bytes of a file, the rows that it means, and how many lines it has."""
    lines: list[list[str]] = [["云岭市青禾县某院费用清单"] + [""] * 9 for _ in range(draw(st.integers(0, 3)))]
    lines.append(HEADER)
    meant: list[tuple[object, ...]] = []
    for number in range(draw(st.integers(1, 12))):
        dirt = draw(st.sampled_from(["", "", "", "blank", "total", "header", "footer", "wrong"]))
        if dirt == "blank":
            lines.append([""] * 10)
        elif dirt == "total":
            lines.append(
                [draw(st.sampled_from(["小计", "合 计", "总计：", "内科合计", "合計"]))]
                + [""] * 4
                + ["9"] * 3
                + ["", ""]
            )
        elif dirt == "header":
            lines.append(HEADER)
        elif dirt == "footer":
            lines.append(["第1页 共3页"] + [""] * 9)
        elif dirt == "wrong":
            lines.append(["XA01AA0001", "1", "甲药", "", "盒", "三盒多", "1", "1", "2026-01-01", ""])
        code = f"XN01AX09{number:05}014305"
        local = f"1102{number:05}{draw(st.sampled_from(['', 'a', 'B']))}"
        name = draw(st.sampled_from(["甲药", '乙"药"', "丙,药", "丁药\n缓释", "戊药（大）", "Ａ药"]))
        quantity, price, amount = draw(figures), draw(figures), draw(figures)
        text, moment = written_moment(draw, draw(moments))
        shown = [written_figure(draw, figure) for figure in (quantity, price, amount)]
        lines.append([code, local, name, "0.9%*10ml", "支", *shown, text, draw(st.sampled_from(["", "注"]))])
        meant.append(
            (
                code,
                local,
                values.folded(name),
                decimal_to_e4(quantity),
                decimal_to_e4(price),
                decimal_to_e4(amount),
                moment,
            )
        )
    out = io.StringIO()
    style = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    csv.writer(
        out, quoting=style, lineterminator=end, delimiter=draw(st.sampled_from([",", "\t", ";", "|"]))
    ).writerows(lines)
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]))
    return out.getvalue().encode(encoding), encoding, meant, len(lines)


def rows(table: LedgerTable) -> list[tuple[object, ...]]:
    wanted = ("code", "local_code", "name", "quantity_e4", "price_e4", "amount_e4", "time")
    return table.frame.select(wanted).collect().rows()


@given(exports())
@settings(max_examples=150)
def test_every_value_comes_back_and_every_line_is_accounted_for(
    export: tuple[bytes, str, list[tuple[object, ...]], int],
) -> None:
    content, _, meant, lines = export
    table = read_ledger([SourceFile.of_bytes("费用.csv", content)], LedgerKind.BILLING)
    assert rows(table) == meant
    counts = table.counts
    assert (counts.read, counts.used) == (lines, len(meant))
    assert counts.read == counts.used + counts.quarantined + counts.not_data


@given(exports(), st.integers(40, 400))
@settings(max_examples=80)
def test_slices_cut_anywhere_give_the_same_lines(
    export: tuple[bytes, str, list[tuple[object, ...]], int], size: int
) -> None:
    content, _, _, lines = export
    form = look_at_text("a.csv", content)
    found = []
    for piece in TextSlices(Watched(SourceFile.of_bytes("a.csv", content)), form, size).lines():
        found += piece.collect(()).rows()
    assert len(found) == lines
    whole = TextSlices(Watched(SourceFile.of_bytes("a.csv", content)), form).lines()
    blank = [
        tuple((cell or "").strip() for cell in row) for piece in whole for row in piece.collect(()).rows()
    ]
    assert [tuple((cell or "").strip() for cell in row) for row in found] == blank


@given(st.text(max_size=30))
def test_any_text_is_a_figure_or_nothing_or_refused(text: str) -> None:
    try:
        found = values.e4_value(text, LedgerField.AMOUNT)
    except values.NotReadable:
        return
    assert found is None or abs(found) < int(values.LARGEST) * 10_000


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_nothing_or_refused(text: str) -> None:
    try:
        found = values.time_value(text)
    except values.NotReadable:
        return
    assert found is None or 1899 < found.year < 2200


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("免收", 0),
        ("待定", None),
        ("医疗机构自主定价", None),
        ("空白", None),
        ("——", None),
        ("", None),
        ("-12.5", -125_000),
        ("12.5-", -125_000),
        ("(12.5)", -125_000),
        ("负3", -30_000),
        ("１，２３４．５", 12_345_000),
        ("0.30000000000000004", 3_000),
        ("1.5E+3", 15_000_000),
    ],
)
def test_figures_as_hospitals_write_them(text: str, meant: int | None) -> None:
    assert values.e4_value(text, LedgerField.PRICE) == meant


@pytest.mark.parametrize("text", ["3盒", "4盒8片", "1,23", "12万", "约5", "1E+20", "2026-01-01", "inf"])
def test_what_is_no_figure_is_never_guessed(text: str) -> None:
    with pytest.raises(values.NotReadable):
        values.e4_value(text, LedgerField.QUANTITY)


@pytest.mark.parametrize("text", ["01/03/2026", "2026-02-30", "2026-03", "昨天", "26-3-1", "99999"])
def test_what_is_no_certain_day_is_never_guessed(text: str) -> None:
    with pytest.raises(values.NotReadable):
        values.time_value(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年3月1日", dt.date(2026, 3, 1)),
        ("二〇二六年三月十一日", dt.date(2026, 3, 11)),
        ("2026-3-1 下午 3:05:00", dt.date(2026, 3, 1)),
        ("20260301", dt.date(2026, 3, 1)),
        ("20260301.0", dt.date(2026, 3, 1)),
        ("46082", dt.date(2026, 3, 1)),
        ("2026-03-01 08:15:22.0", dt.date(2026, 3, 1)),
        ("2026-03-01 星期日", dt.date(2026, 3, 1)),
        ("0000-00-00", None),
        ("长期", None),
    ],
)
def test_days_as_hospitals_write_them(text: str, day: dt.date | None) -> None:
    assert values.date_value(text) == day


@pytest.mark.parametrize(
    ("text", "change"),
    [("101", "transfer_in"), ("调拨出库", "transfer_out"), ("报损出库", "loss"), ("科室领用", "own_use"),
     ("盤盈", "count_gain"), ("104", "count_loss"), ("107", "own_use"), ("105", "loss")],
)  # fmt: skip
def test_changes_of_stock_have_their_national_numbers_and_their_words(text: str, change: str) -> None:
    assert values.change_value(text) == change


def test_an_account_that_does_not_add_up_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="read=3"):
        ReadingCounts(read=3, used=1, quarantined=1, not_data=0)


def test_a_kind_that_was_not_asked_for_is_not_read_by_chance() -> None:
    content = "床号,姓名,住院号\n1,沈一禾,Z1\n".encode()
    with pytest.raises(UnusableInput, match="no column was recognised"):
        read_ledger([SourceFile.of_bytes("a.csv", content)], LedgerKind.PURCHASES)
