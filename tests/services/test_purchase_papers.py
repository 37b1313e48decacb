"""Papers ticked against the purchases: what is shown, missing, unnamed, and in no purchase."""

from __future__ import annotations

from pathlib import Path

from inspector_app.domain.stock_points import PaperKind
from inspector_app.services.findings import FindingService
from inspector_app.services.ledgers import LedgerService
from inspector_app.services.purchase_papers import PurchasePapers
from tests.services.bureau import Bureau, bureau
from tests.services.test_stock_sheet import take_all

__all__ = ["bureau"]

BOUGHT = """入库日期,医保编码,商品名称,单位,入库数量,进价,金额,供应商,发票号,随货同行单号
2026-01-10,X1,阿莫西林胶囊,盒,10,9.60,96.00,云岭医药,FP001,SH1
2026-01-10,X2,布洛芬片,盒,5,8.00,40.00,云岭医药,FP001,SH1
2026-02-10,X1,阿莫西林胶囊,盒,10,9.60,96.00,云岭医药,FP002,
"""


def test_what_is_shown_is_ticked_and_the_rest_is_raised_with_its_rows(bureau: Bureau, tmp_path: Path) -> None:
    path = tmp_path / "采购入库.csv"
    path.write_text(BOUGHT, encoding="utf-8")
    take_all(bureau, LedgerService(bureau.desk, bureau.evidence), [path])
    papers = PurchasePapers(bureau.desk, FindingService(bureau.desk))
    sheet = papers.reckoning(bureau.inspection)()
    assert [(one.number, one.rows) for one in sheet.check(frozenset()).missing] == [
        ("FP001", 2),
        ("FP002", 1),
        ("SH1", 2),
    ]
    for kind, number in (
        (PaperKind.INVOICE, " fp001 "),
        (PaperKind.INVOICE, "fp 001"),
        (PaperKind.INVOICE, "FP9"),
        (PaperKind.DELIVERY_NOTE, "SH1"),
    ):
        papers.tick(bureau.inspection, kind, number)
    check = sheet.check(papers.seen(bureau.inspection))
    assert [one.number for one in check.seen] == ["FP001", "SH1"]
    assert [one.number for one in check.missing] == ["FP002"]
    assert check.unknown == ((PaperKind.INVOICE, "FP9"),)
    raised = {one.key: one for one in papers.raise_missing(bureau.inspection, sheet)}
    assert "列有购进发票2份，现场出示1份，未出示1份" in raised["purchase-papers:invoice"].statement
    assert "1行采购记录未载明随货同行单号" in raised["purchase-papers:delivery_note"].statement
    papers.untick(bureau.inspection, PaperKind.DELIVERY_NOTE, "sh1")
    assert {one.number for one in sheet.check(papers.seen(bureau.inspection)).missing} == {"FP002", "SH1"}
