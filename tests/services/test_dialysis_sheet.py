"""Sessions of an inspection: each count leads to its rows, each kind of point is one suspicion."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.points_work import POINT_KINDS, PointsWork
from inspector_app.services.dialysis_sheet import DialysisCounting
from inspector_app.services.fiction_dialysis import dialysis_fiction
from inspector_app.services.findings import FindingService
from inspector_app.services.ledgers import LedgerService
from inspector_app.services.packs import PackService
from inspector_app.services.points_sheet import PointsReconciling
from tests.services.bureau import Bureau, bureau
from tests.services.dialysis_files import write_dialysis_files
from tests.services.test_stock_sheet import ledgers, take_all

__all__ = ["bureau", "ledgers"]


@pytest.fixture
def counting(bureau: Bureau, tmp_path: Path) -> DialysisCounting:
    return DialysisCounting(bureau.desk, PackService(tmp_path / "packs"))


def test_without_records_a_sentence_says_what_is_missing(bureau: Bureau, counting: DialysisCounting) -> None:
    with pytest.raises(UnusableInput, match="missing"):
        counting.reckoning(bureau.inspection)


def test_every_count_leads_to_its_lines_in_the_sources(
    bureau: Bureau, counting: DialysisCounting, ledgers: LedgerService, tmp_path: Path
) -> None:
    take_all(bureau, ledgers, write_dialysis_files(tmp_path))
    sheet = counting.reckoning(bureau.inspection)()
    (different,) = [one for one in sheet.counts if one.patient == "沈一禾"]
    assert (different.billed, different.recorded, different.dialysers) == (2, 1, 1)
    assert [(line.source, line.row) for line in sheet.rows(different.rows)] == [
        ("透析费用明细.csv", 2),
        ("透析费用明细.csv", 3),
        ("透析费用明细.csv", 5),
        ("透析治疗记录.csv", 2),
    ]
    assert [(use.model, use.purchased, use.consumed) for use in sheet.models] == [
        ("F6", 10, None),
        ("F7", 10, None),
    ]


def test_points_of_dialysis_become_suspicions_with_what_the_fund_settled(
    bureau: Bureau, ledgers: LedgerService, tmp_path: Path
) -> None:
    take_all(bureau, ledgers, write_dialysis_files(tmp_path))
    findings = FindingService(bureau.desk)
    points = PointsReconciling(bureau.desk, findings, PackService(tmp_path / "packs"))
    sheet = points.reckoning(bureau.inspection, PointsWork.DIALYSIS)()
    raised = {one.key: one for one in points.raise_points(bureau.inspection, sheet)}
    assert set(raised) == {
        "points-dialysis:dialysis_billed_not_recorded",
        "points-dialysis:dialysis_model",
    }
    suspicion = raised["points-dialysis:dialysis_billed_not_recorded"]
    assert (suspicion.amount, suspicion.category) == (340, "dialysis-count")


def test_every_kind_of_point_that_is_found_has_a_name() -> None:
    planted = {kind for seed in range(3) for kind, _ in dialysis_fiction(seed).truth}
    assert planted < set(POINT_KINDS)
