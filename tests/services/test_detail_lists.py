"""The lists that go with a notice: rows behind findings and the national table, as paper and as workbook."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector_app.domain.document import DocumentType
from inspector_app.domain.finding import Amounts, Finding
from inspector_app.domain.ids import DocumentId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.services.findings import FindingService
from tests.services.bureau import Bureau, bureau
from tests.services.test_overlaps import a_finding, billing, findings, two
from tests.services.test_stock_sheet import ledgers

__all__ = ["billing", "bureau", "findings", "ledgers", "two"]
POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def drafted(bureau: Bureau, document_type: DocumentType, **fields: str) -> DocumentId:
    papers = bureau.made.papers
    document = papers.draft(bureau.inspection, document_type)
    if fields:
        papers.edit(bureau.inspection, document.id, fields)
    return document.id


def printed(bureau: Bureau, document: DocumentId) -> str:
    pdf = bureau.made.papers.drawing(bureau.inspection, document)()
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(run.stdout.decode().split())


def rows(content: bytes) -> list[tuple[object, ...]]:
    page = load_workbook(io.BytesIO(content)).worksheets[0]
    return [tuple(cell.value for cell in row) for row in page.iter_rows(min_row=4)]


@POPPLER
def test_every_row_is_listed_under_its_finding_and_a_repeated_one_is_not_added_again(
    bureau: Bureau, two: tuple[Finding, Finding]
) -> None:
    text = printed(bureau, drafted(bureau, DocumentType.DETAIL_LIST))
    assert "收费明细.csv第2行" in text
    assert "沈一禾" in text
    assert "合计2行" in text
    assert "1,575.00" in text  # 750.00 and 825.00
    assert "同问题" in text  # line 3 under the second finding
    assert "-25.00" in text  # its own line alone is added


def test_the_workbook_holds_the_same_lines_as_numbers(bureau: Bureau, two: tuple[Finding, Finding]) -> None:
    document = drafted(bureau, DocumentType.DETAIL_LIST)
    found = rows(bureau.made.papers.workbooks.workbook(bureau.inspection, document))
    assert [(row[3], row[5], row[10], row[12]) for row in found] == [
        ("收费明细.csv 第2行", "沈一禾", 1500, 750),
        ("收费明细.csv 第3行", "顾南枝", 1650, 825),
        ("收费明细.csv 第3行", "顾南枝", 1650, 825),
        ("收费明细.csv 第4行", "顾南枝", -50, -25),
    ]
    assert [row[14] for row in found if row[14]] == [f"同问题{found[0][0]}"]


def test_an_issued_list_stays_as_it_was_issued_whatever_changes(
    bureau: Bureau, findings: FindingService, two: tuple[Finding, Finding]
) -> None:
    document = drafted(bureau, DocumentType.DETAIL_LIST)
    bureau.made.papers.issue(bureau.inspection, document)
    before = rows(bureau.made.papers.workbooks.workbook(bureau.inspection, document))
    findings.withdraw(bureau.inspection, two[0].id, "另案处理")
    assert rows(bureau.made.papers.workbooks.workbook(bureau.inspection, document)) == before


def test_the_national_table_has_sixteen_columns_and_no_cell_is_a_formula(
    bureau: Bureau, findings: FindingService, two: tuple[Finding, Finding], tmp_path: Path
) -> None:
    findings.record(
        bureau.inspection,
        replace(
            two[0],
            item="=1+1",
            department="药剂科",
            amounts=Amounts(total=Decimal("2000.00"), fund=Decimal("1575.00"), deduction=Decimal("75.00")),
        ),
    )
    document = drafted(bureau, DocumentType.PROBLEM_TABLE, province="云岭省", city="云岭市")
    path = bureau.made.papers.workbooks.write(bureau.inspection, document, tmp_path / "问题表.xlsx")
    page = load_workbook(path).worksheets[0]
    assert [cell.value for cell in page[3]][:4] == ["序号", "省", "地市", "被检机构名称"]
    assert page.max_column == 16
    (cells,) = [row for row in page.iter_rows(min_row=4) if row[9].value == "=1+1"]
    assert cells[9].data_type == "s"
    assert [cells[place].value for place in (1, 2, 8, 12, 13)] == ["云岭省", "云岭市", "药剂科", 2000, 1500]


def test_findings_that_rest_on_no_ledger_have_no_list(bureau: Bureau) -> None:
    document = drafted(bureau, DocumentType.DETAIL_LIST)
    assert rows(bureau.made.papers.workbooks.workbook(bureau.inspection, document)) == []


@POPPLER
def test_a_notice_names_the_list_as_its_annex_where_there_is_one(
    bureau: Bureau, billing: ImportedLedger, findings: FindingService
) -> None:
    def notice() -> str:
        pdf = bureau.notices.drawing(bureau.inspection, bureau.drafted().id)()[0]
        run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
        return "".join(run.stdout.decode().split())

    assert "附件：问题明细清单" not in notice()
    a_finding(bureau, findings, billing, "2-3", "1575.00", "甲")
    assert "附件：问题明细清单" in notice()
