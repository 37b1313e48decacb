"""Rows that two findings claim: shown as an overlap, counted once where a person decides (D6)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.finding import Amounts, Finding
from inspector_app.domain.held_rows import HeldRows
from inspector_app.domain.ids import FindingId, SuspicionId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.overlap import Overlap
from inspector_app.domain.suspicion import Suspicion
from inspector_app.services.findings import FindingService
from inspector_app.services.ledgers import LedgerService
from inspector_app.services.overlaps import OverlapService
from inspector_app.services.readiness import obstacles
from tests.services.bureau import Bureau, bureau
from tests.services.stock_files import write_example
from tests.services.test_stock_sheet import ledgers, take_all

__all__ = ["bureau", "ledgers"]


@pytest.fixture
def findings(bureau: Bureau) -> FindingService:
    return FindingService(bureau.desk)


@pytest.fixture
def overlaps(bureau: Bureau) -> OverlapService:
    return OverlapService(bureau.desk)


@pytest.fixture
def billing(bureau: Bureau, ledgers: LedgerService, tmp_path: Path) -> ImportedLedger:
    """Three lines: 750.00, 825.00 and a refund of 25.00, in the lines 2 to 4 of the file."""
    return take_all(bureau, ledgers, write_example(tmp_path))[0]


def a_finding(
    bureau: Bureau, findings: FindingService, billing: ImportedLedger, rows: str, fund: str, key: str
) -> Finding:
    """Confirm a suspicion that claims ``rows`` of the billing."""
    suspicion = Suspicion(
        id=SuspicionId(bureau.desk.ids.new()),
        key=key,
        rule=key,
        title=key,
        statement=key,
        rows=(HeldRows(ledger=billing.id, file=0, sheet=0, rows=rows),),
        category="stock-mismatch",
        amount=Decimal(fund),
        raised_at=bureau.desk.clock.now(),
    )
    findings.raise_suspicions(bureau.inspection, [suspicion])
    return findings.confirm(bureau.inspection, suspicion.id, findings.proposal(suspicion))


@pytest.fixture
def two(bureau: Bureau, findings: FindingService, billing: ImportedLedger) -> tuple[Finding, Finding]:
    return (
        a_finding(bureau, findings, billing, "2-3", "1575.00", "甲"),
        a_finding(bureau, findings, billing, "3-4", "800.00", "乙"),
    )


def only(overlaps: OverlapService, bureau: Bureau) -> Overlap:
    (found,) = overlaps.overlaps(bureau.inspection)
    return found


def stored(findings: FindingService, bureau: Bureau, finding: Finding) -> Finding:
    return next(one for one in findings.findings(bureau.inspection) if one.id == finding.id)


def test_a_row_that_two_findings_claim_is_found_with_what_it_is_worth(
    bureau: Bureau, overlaps: OverlapService, two: tuple[Finding, Finding]
) -> None:
    found = only(overlaps, bureau)
    assert (found.first.id, found.second.id) == (two[0].id, two[1].id)
    assert [held.rows for held in found.rows] == ["3"]
    assert (found.count, found.amount) == (1, Decimal("800.00"))
    (line,) = overlaps.lines(bureau.inspection, found.rows)
    assert (line.source, line.row, line.person, line.amount) == ("收费明细.csv", 3, "顾南枝", Decimal("825"))


def test_findings_of_other_rows_do_not_overlap(
    bureau: Bureau, overlaps: OverlapService, findings: FindingService, billing: ImportedLedger
) -> None:
    a_finding(bureau, findings, billing, "2", "750.00", "甲")
    a_finding(bureau, findings, billing, "3-4", "800.00", "乙")
    assert overlaps.overlaps(bureau.inspection) == ()


def test_until_a_person_decides_no_notice_is_approved(
    bureau: Bureau, overlaps: OverlapService, two: tuple[Finding, Finding]
) -> None:
    def told() -> list[str]:
        return [
            str(one.words) for one in obstacles(bureau.desk, bureau.inspection) if "Lines" in str(one.words)
        ]

    assert told() == ["Lines of ledgers worth ¥ 800.00 count in two findings: 甲 / 乙."]
    overlaps.decide(bureau.inspection, only(overlaps, bureau), two[0].id)
    assert told() == []


def test_common_rows_count_once_where_a_person_decided(
    bureau: Bureau, overlaps: OverlapService, findings: FindingService, two: tuple[Finding, Finding]
) -> None:
    decided = overlaps.decide(bureau.inspection, only(overlaps, bureau), two[0].id)
    assert (decided.deducted_in, decided.amount) == (two[1].id, Decimal("800.00"))
    assert stored(findings, bureau, two[0]).amounts.to_return == Decimal("1575.00")
    assert stored(findings, bureau, two[1]).amounts.to_return == Decimal("0.00")
    assert not only(overlaps, bureau).is_open
    with pytest.raises(NotAllowed, match="decided already"):
        overlaps.decide(bureau.inspection, only(overlaps, bureau), two[1].id)


def test_a_decision_taken_back_adds_again_what_was_deducted_and_nothing_else(
    bureau: Bureau, overlaps: OverlapService, findings: FindingService, two: tuple[Finding, Finding]
) -> None:
    first = stored(findings, bureau, two[0])
    findings.record(
        bureau.inspection, replace(first, amounts=replace(first.amounts, deduction=Decimal("100.00")))
    )
    decided = overlaps.decide(bureau.inspection, only(overlaps, bureau), two[1].id)
    assert stored(findings, bureau, two[0]).amounts == Amounts(
        total=Decimal("1575.00"), fund=Decimal("1575.00"), deduction=Decimal("900.00")
    )
    overlaps.take_back(bureau.inspection, decided)
    overlaps.take_back(bureau.inspection, decided)
    assert stored(findings, bureau, two[0]).amounts.deduction == Decimal("100.00")
    assert only(overlaps, bureau).is_open


def test_a_deduction_for_a_finding_that_was_withdrawn_is_told(
    bureau: Bureau, overlaps: OverlapService, findings: FindingService, two: tuple[Finding, Finding]
) -> None:
    decided = overlaps.decide(bureau.inspection, only(overlaps, bureau), two[0].id)
    findings.withdraw(bureau.inspection, FindingId(two[0].id), "另案处理")
    assert overlaps.overlaps(bureau.inspection) == ()
    told = [one for one in obstacles(bureau.desk, bureau.inspection) if "withdrawn" in str(one.words)]
    assert [one.place for one in told] == [f"findings/{two[1].id}"]
    overlaps.take_back(bureau.inspection, decided)
    assert stored(findings, bureau, two[1]).amounts.to_return == Decimal("800.00")
