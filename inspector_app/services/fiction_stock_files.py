"""The invented pharmacy's year as files, as dirty as hospitals' systems make them."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inspector_app.services.fiction_stock import FIRST, LAST, StockFiction

_HEADERS: dict[str, dict[str, tuple[str, ...]]] = {
    "billing": {
        "code": ("医保编码", "医疗目录编码", "国家医保编码"),
        "local": ("院内编码", "医院项目编码"),
        "name": ("项目名称", "收费项目名称", "項目名稱"),
        "spec": ("规格", "规格型号"),
        "maker": ("生产厂家",),
        "unit": ("单位", "计价单位"),
        "quantity": ("数量", "計費數量"),
        "price": ("单价(元)", "单价"),
        "amount": ("金额(元)", "明细项目费用总额"),
        "date": ("费用发生时间", "收费日期"),
        "patient": ("患者姓名", "人员姓名"),
        "visit": ("就诊ID", "就诊流水号"),
        "own": ("自费标志", "是否自费"),
    },
    "purchases": {
        "code": ("国家医保编码", "医保编码"),
        "local": ("药品编码", "商品编码"),
        "name": ("药品名称", "通用名称"),
        "spec": ("规格",),
        "maker": ("生产企业", "生产厂家"),
        "unit": ("单位", "包装单位"),
        "quantity": ("入库数量", "购进数量"),
        "price": ("进价", "采购单价"),
        "amount": ("进价金额", "采购金额"),
        "date": ("入库日期", "验收日期"),
        "supplier": ("供应商", "供货单位"),
        "invoice": ("发票号", "发票号码"),
        "delivery_note": ("随货同行单号",),
    },
    "purchase_returns": {
        "code": ("国家医保编码",),
        "name": ("药品名称",),
        "spec": ("规格",),
        "unit": ("单位",),
        "quantity": ("退货数量",),
        "date": ("退货日期",),
        "supplier": ("供应商",),
        "invoice": ("发票号",),
        "delivery_note": ("随货同行单号",),
    },
    "changes": {
        "code": ("国家医保编码",),
        "name": ("药品名称",),
        "unit": ("单位",),
        "quantity": ("变更数量",),
        "change": ("变更类型", "库存变更类型"),
        "date": ("变更日期",),
    },
    "sales_returns": {
        "code": ("医保编码",),
        "name": ("药品名称",),
        "unit": ("单位",),
        "quantity": ("退药数量", "退货数量"),
        "date": ("退药日期", "退货日期"),
        "patient": ("患者姓名",),
        "visit": ("就诊ID",),
    },
    "units": {
        "code": ("国家医保编码",),
        "name": ("药品名称",),
        "unit": ("包装单位",),
        "base": ("最小制剂单位", "最小单位"),
        "factor": ("转换比", "换算系数"),
    },
}
_LISTED = {
    "code": ("国家医保编码", "医保编码"),
    "local": ("药品编码",),
    "name": ("药品名称", "品名"),
    "spec": ("规格",),
    "unit": ("单位",),
}
_SNAPSHOT = {**_LISTED, "quantity": ("实盘数量", "库存数量"), "date": ("盘存日期", "盘点日期")}
_SUMMARY = {**_LISTED, "opening": ("期初库存", "期初数量"), "closing": ("期末库存", "期末实盘数量")}
_SERVICES = (("001102000010000", "普通门诊诊查费"), ("002203010010000", "彩色超声常规检查"))
_ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True, kw_only=True)
class DirtyFile:
    """One file and the option of the command line that it is given for."""

    option: str
    name: str
    content: bytes


def stock_files(fiction: StockFiction, seed: int) -> tuple[DirtyFile, ...]:
    """Write every ledger with its own headers, encoding, dates and lines that are no data."""
    rng = random.Random(seed)  # noqa: S311 - dirt, no secrets
    dirt = Dirt(rng)
    middle = date(2025, 7, 1)
    halves = [
        [row for row in fiction.billing if (row["date"] < middle) is early]  # type: ignore[operator]
        for early in (True, False)
    ]
    files = [
        dirt.file("billed", f"费用明细{half}", _HEADERS["billing"], [*rows, *_services(rng)])
        for half, rows in zip(("上半年", "下半年"), halves, strict=True)
    ]
    files.append(dirt.file("purchases", "采购入库", _HEADERS["purchases"], fiction.purchases))
    for option, name, ledger, rows in (
        ("purchases", "采购退货", "purchase_returns", fiction.purchase_returns),
        ("stock", "库存变更", "changes", fiction.changes),
        ("billed", "门诊退药", "sales_returns", fiction.sales_returns),
        ("units", "单位换算", "units", fiction.units),
    ):
        files.append(dirt.file(option, name, _HEADERS[ledger], rows))
    files.append(dirt.file("stock", "盘存表", _SNAPSHOT if fiction.late else _SUMMARY, fiction.stock))
    return tuple(files)


def _services(rng: random.Random) -> list[dict[str, object]]:
    """Services stand between the drugs of a hospital's billing and are never stocked."""
    return [
        {"code": code, "name": name, "unit": "次", "quantity": rng.randrange(1, 4), "price": Decimal(25),
         "amount": Decimal(25), "date": FIRST if rng.random() < 0.5 else LAST, "patient": "甲一"}
        for code, name in _SERVICES
    ]  # fmt: skip


class Dirt:
    """Writes rows with headers, encoding, dates, figures and idle lines of its own choice."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    def file(
        self, option: str, name: str, chosen: Mapping[str, tuple[str, ...]], rows: Sequence[dict[str, object]]
    ) -> DirtyFile:
        """One file; ``chosen`` has for each column of the rows the headers to choose from."""
        columns = list(chosen)
        headers = [self._rng.choice(chosen[column]) for column in columns]
        if self._rng.random() < 0.5:  # an order of its own
            order = list(range(len(columns)))
            self._rng.shuffle(order)
            columns, headers = [columns[at] for at in order], [headers[at] for at in order]
        lines: list[list[str]] = [["青禾县仁安医院（虚构）" + name], ["导出时间：2026-01-10 09:30"]]
        lines.append(headers)
        repeat = max(len(rows) // 2, 5)
        for number, row in enumerate(rows):
            if number and number % repeat == 0:
                lines += [self._subtotal(columns), [""] * len(columns), headers]
            lines.append([self._cell(column, row.get(column)) for column in columns])
        lines.append(self._subtotal(columns))
        lines.append(["制表人：苏映秋"])
        if self._rng.random() < 0.3:
            return DirtyFile(option=option, name=f"{name}.xlsx", content=_workbook(lines))
        return DirtyFile(option=option, name=f"{name}.csv", content=self._text(lines))

    def _text(self, lines: Sequence[Sequence[str]]) -> bytes:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(lines)
        return text.getvalue().encode(self._rng.choice(_ENCODINGS))

    def _subtotal(self, columns: Sequence[str]) -> list[str]:
        cells = [""] * len(columns)
        cells[0] = self._rng.choice(("小计", "合计", "本页小计"))
        for figure in ("amount", "quantity"):
            if figure in columns and columns.index(figure):
                cells[columns.index(figure)] = "9,999.00"
        return cells

    def _cell(self, column: str, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return "1" if value else "0"
        if isinstance(value, date):
            return self._date(value)
        if isinstance(value, int | Decimal):
            return self._number(Decimal(value), column)
        text = str(value)
        return f" {text} " if column in ("code", "name") and self._rng.random() < 0.1 else text

    def _date(self, day: date) -> str:
        serial = (day - date(1899, 12, 30)).days
        return self._rng.choice(
            (
                f"{day:%Y-%m-%d}",
                f"{day.year}/{day.month}/{day.day}",
                f"{day.year}年{day.month}月{day.day}日",
                f"{day:%Y%m%d}",
                f"{day:%Y-%m-%d} 08:30:00",
                str(serial),
            )
        )

    def _number(self, value: Decimal, column: str) -> str:
        if column == "factor":
            return str(value)
        form = self._rng.randrange(4)
        if form == 0:
            return f"{value:,.2f}"
        if form == 1 and value >= 0 and value == value.to_integral_value():
            return str(int(value)).translate(_WIDE)
        if form == 2:
            return f" {value} "
        return str(value)


def _workbook(lines: Sequence[Sequence[str]]) -> bytes:
    """A workbook in which every number is text, with the banner merged over the table."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for line in lines:
        sheet.append(list(line))
    width = max(len(line) for line in lines)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
