"""Ledgers of an inspection: taken in with their files as evidence, reconciled, raised as suspicions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from inspector_app.domain.errors import Cancelled, UnusableInput
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.institution import Ownership
from inspector_app.domain.ledger import LedgerField, LedgerKind
from inspector_app.domain.ledger_mapping import LedgerMapping, MappedColumn
from inspector_app.domain.ports import Silent, finish
from inspector_app.domain.stock import StockStatus, StockTerm
from inspector_app.domain.suspicion import SuspicionState
from inspector_app.domain.wording import sentence
from inspector_app.services.findings import FindingService
from inspector_app.services.ledger_reading import LookedAt, look_at, look_at_all
from inspector_app.services.ledgers import LedgerService
from inspector_app.services.packs import PackService
from inspector_app.services.stock_sheet import StockReconciling, StockSheet
from tests.services.bureau import Bureau, bureau
from tests.services.stock_files import write_example

__all__ = ["bureau"]


@pytest.fixture
def ledgers(bureau: Bureau) -> LedgerService:
    return LedgerService(bureau.desk, bureau.evidence)


@pytest.fixture
def stock(bureau: Bureau, tmp_path: Path) -> StockReconciling:
    return StockReconciling(bureau.desk, FindingService(bureau.desk), PackService(tmp_path / "packs"))


def take_all(bureau: Bureau, ledgers: LedgerService, files: list[Path]) -> list[ImportedLedger]:
    return [take(bureau, ledgers, looked) for looked in look_at_all(files, (), Silent())]


def take(bureau: Bureau, ledgers: LedgerService, looked: LookedAt) -> ImportedLedger:
    return finish(
        ledgers.take(
            bureau.inspection,
            looked,
            handed_over_by="信息科 何清源",
            exported_at=None,
            exported_how="U盘",
            progress=Silent(),
        )
    )


def reckoned(bureau: Bureau, stock: StockReconciling) -> StockSheet:
    stock.choose_period(bureau.inspection, date(2026, 1, 1), date(2026, 3, 31))
    return stock.reckoning(bureau.inspection)()


def test_files_are_sorted_by_what_they_are_and_kept_as_evidence(
    bureau: Bureau,
    ledgers: LedgerService,
    tmp_path: Path,
) -> None:
    files = write_example(tmp_path)
    taken = take_all(bureau, ledgers, files)
    assert [one.kind for one in taken] == [
        LedgerKind.BILLING,
        LedgerKind.PURCHASES,
        LedgerKind.STOCK,
        LedgerKind.UNITS,
    ]
    store = bureau.desk.inspection(bureau.inspection)
    for path, ledger in zip(files, taken, strict=True):
        (source,) = ledger.files
        evidence = store.get(Evidence, source.evidence)
        assert evidence is not None
        assert store.blobs.read(evidence.sha256) == path.read_bytes()
        assert evidence.provided_by == "信息科 何清源"
        assert ledger.counts.read == ledger.counts.used + ledger.counts.quarantined + ledger.counts.not_data


def test_the_worked_example_is_84_tablets_and_leads_to_its_rows(
    bureau: Bureau,
    ledgers: LedgerService,
    stock: StockReconciling,
    tmp_path: Path,
) -> None:
    take_all(bureau, ledgers, write_example(tmp_path))
    sheet = reckoned(bureau, stock)
    (line,) = sheet.lines
    assert (line.difference, line.unit, line.status) == (Fraction(84), "片", StockStatus.SURPLUS)
    assert line.terms.available == 3016
    assert line.terms.production_difference == 84
    billed = sheet.rows(line, StockTerm.BILLED_FUND)
    assert [(row.source, row.row, row.quantity) for row in billed] == [
        ("收费明细.csv", 2, 1500),
        ("收费明细.csv", 3, 1650),
        ("收费明细.csv", 4, -50),
    ]
    (bought,) = sheet.rows(line, StockTerm.PURCHASED)
    assert (bought.source, bought.row, bought.quantity, bought.unit) == ("采购入库.csv", 2, 120, "盒")


def test_what_does_not_agree_is_raised_once_and_goes_when_it_agrees(
    bureau: Bureau,
    ledgers: LedgerService,
    stock: StockReconciling,
    tmp_path: Path,
) -> None:
    taken = take_all(bureau, ledgers, write_example(tmp_path))
    sheet = reckoned(bureau, stock)
    for _ in range(2):
        found = [one for one in stock.raise_points(bureau.inspection, sheet) if one.rule.startswith("stock")]
    (point,) = found
    assert point.state is SuspicionState.OPEN
    assert point.amount == sheet.lines[0].amount
    assert "多计84片" in point.statement
    assert "理论可售3016片" in point.statement
    ledgers.remove(bureau.inspection, taken[0].id)
    left = stock.raise_points(bureau.inspection, stock.reckoning(bureau.inspection)())
    assert not [one for one in left if one.key == point.key and "多计" in one.statement]


def test_an_export_is_read_next_time_as_it_was_chosen_by_hand(
    bureau: Bureau,
    ledgers: LedgerService,
    tmp_path: Path,
) -> None:
    """Two programs of one institution, and a column that a person said means nothing."""
    for name, text in (
        ("甲.csv", "日期,编码一,品名,次,金额\n2026-01-05,X1,阿莫西林胶囊,3,9.00\n"),
        ("乙.csv", "日期,品名,次,用量,金额\n2026-01-05,阿莫西林胶囊,3,4,9.00\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    one, other = tmp_path / "甲.csv", tmp_path / "乙.csv"
    for path, column in ((one, "次"), (other, "用量")):
        chosen = LedgerMapping(
            kind=LedgerKind.BILLING,
            columns=tuple(
                MappedColumn(field=field, header=header)
                for field, header in (
                    (LedgerField.DATE, "日期"),
                    (LedgerField.NAME, "品名"),
                    (LedgerField.QUANTITY, column),
                )
            ),
            left_out=("金额",),
        )
        take(bureau, ledgers, look_at([path], LedgerKind.BILLING, chosen, None, Silent()))
    known = ledgers.remembered(bureau.inspection)
    for path, column in ((one, "次"), (other, "用量")):
        (looked,) = look_at_all([path], known, Silent())
        assert looked.mapping is not None
        taken = looked.mapping.of(LedgerField.QUANTITY)
        assert taken is not None
        assert taken.header == column
        assert looked.mapping.of(LedgerField.AMOUNT) is None
        assert looked.table is not None


def test_sheets_of_one_workbook_are_the_ledgers_that_they_are(
    bureau: Bureau, ledgers: LedgerService, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for path in write_example(tmp_path):
        text = path.read_text("gb18030" if "收费" in path.name else "utf-8-sig")
        sheet = book.create_sheet(path.stem)
        for line in text.splitlines():
            sheet.append(line.split(","))
    book.create_sheet("说明").append(["本表由青禾县人民医院（虚构）导出"])
    book.save(tmp_path / "全部.xlsx")
    looked = look_at_all([tmp_path / "全部.xlsx"], (), Silent())
    assert [(one.kind, one.counts.used if one.counts else None) for one in looked] == [
        (LedgerKind.BILLING, 3),
        (LedgerKind.PURCHASES, 1),
        (LedgerKind.STOCK, 3),
        (LedgerKind.UNITS, 1),
        (None, None),
    ]
    for one in looked[:-1]:
        take(bureau, ledgers, one)
    assert len({file.evidence for one in ledgers.ledgers(bureau.inspection) for file in one.files}) == 1
    (line,) = reckoned(
        bureau, StockReconciling(bureau.desk, FindingService(bureau.desk), PackService(tmp_path / "packs"))
    ).lines
    assert line.difference == 84


def test_a_price_above_the_purchase_price_is_raised_with_its_rows_where_that_binds(
    bureau: Bureau, ledgers: LedgerService, stock: StockReconciling, tmp_path: Path
) -> None:
    files = write_example(tmp_path)
    lines = files[0].read_text("gb18030").splitlines()
    prices = ("单价", "0.40", "0.50", "0.50")
    priced = [f"{line},{price}" for line, price in zip(lines, prices, strict=True)]
    files[0].write_text("\n".join(priced), encoding="gb18030")
    take_all(bureau, ledgers, files)
    sheet = reckoned(bureau, stock)
    (point,) = sheet.prices
    assert (point.price, point.allowed, point.over) == (Decimal("0.5"), Decimal("0.4"), Decimal("165.00"))
    assert [place.row for place in sheet.price_rows(point)] == [3]
    (raised,) = [one for one in stock.raise_points(bureau.inspection, sheet) if one.rule == "stock-price"]
    assert raised.amount == Decimal("165.00")
    assert "计费单价0.5元／片，按购进价可收0.4元" in raised.statement
    store = bureau.desk.inspection(bureau.inspection)
    inspection = store.get(Inspection, bureau.inspection)
    assert inspection is not None
    private = replace(inspection, institution=replace(inspection.institution, ownership=Ownership.PRIVATE))
    with store.intention("inspection changed", bureau.desk.author) as unit:
        unit.put(private)
    assert reckoned(bureau, stock).prices == ()


def test_a_file_that_changed_since_it_was_looked_at_is_not_taken(
    bureau: Bureau,
    ledgers: LedgerService,
    tmp_path: Path,
) -> None:
    billing = write_example(tmp_path)[0]
    (looked,) = look_at_all([billing], (), Silent())
    billing.write_bytes(billing.read_bytes() + b"\n")
    steps = ledgers.take(
        bureau.inspection,
        looked,
        handed_over_by="何清源",
        exported_at=None,
        exported_how="",
        progress=Silent(),
    )
    with pytest.raises(UnusableInput, match="has changed since"):
        finish(steps)
    assert ledgers.ledgers(bureau.inspection) == []


def test_cancelled_half_way_nothing_is_kept(
    bureau: Bureau,
    ledgers: LedgerService,
    tmp_path: Path,
) -> None:
    class Stop:
        cancelled = False

        def report(self, done: int, total: int | None) -> None:
            raise Cancelled(sentence("Cancelled."))

    before = len(bureau.desk.inspection(bureau.inspection).all(Evidence))
    (looked,) = look_at_all(write_example(tmp_path)[:1], (), Silent())
    steps = ledgers.take(
        bureau.inspection, looked, handed_over_by="何清源", exported_at=None, exported_how="", progress=Stop()
    )
    with pytest.raises(Cancelled):
        finish(steps)
    store = bureau.desk.inspection(bureau.inspection)
    assert ledgers.ledgers(bureau.inspection) == []
    assert len(store.all(Evidence)) == before


def test_without_a_name_of_the_institution_nothing_is_taken(
    bureau: Bureau,
    ledgers: LedgerService,
    tmp_path: Path,
) -> None:
    (looked,) = look_at_all(write_example(tmp_path)[:1], (), Silent())
    steps = ledgers.take(
        bureau.inspection, looked, handed_over_by=" ", exported_at=None, exported_how="", progress=Silent()
    )
    with pytest.raises(UnusableInput, match="who of the institution"):
        finish(steps)
