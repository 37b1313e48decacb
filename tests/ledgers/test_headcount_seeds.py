"""Invented hospitals at night: over 200 seeds what was planted is found, and nobody else is accused."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.points_work import POINT_KINDS
from inspector_app.ledgers.bed_checks import tells_of_several_moments, walk_of
from inspector_app.ledgers.ledger_reading import read_ledger
from inspector_app.ledgers.listed_bills import SeenAt, listed_bill_points
from inspector_app.ledgers.sources import SourceFile
from inspector_app.services.fiction_headcount import HeadcountFiction, headcount_fiction
from inspector_app.services.headcount_files import headcount_points
from inspector_app.services.packs import DEFAULT_REGION, PackService

SEEDS = 200
KINDS = {"lists": LedgerKind.ROSTER, "checks": LedgerKind.CHECKS, "billed": LedgerKind.BILLING}
MOMENTS = {0: datetime(2026, 3, 10, 9, 30, tzinfo=UTC), 1: datetime(2026, 3, 11, 0, tzinfo=UTC)}
NOW = datetime(2026, 3, 20, tzinfo=UTC)


def test_over_200_seeds_planted_absences_are_found_and_clean_patients_are_left_alone() -> None:
    """Each seed is a ward of its own, so all of them stand in one list, one walk and one ledger."""
    every = HeadcountFiction()
    for seed in range(SEEDS):
        one = headcount_fiction(seed)
        every.roster += one.roster
        every.later += one.later
        every.checks += one.checks
        every.bills += one.bills
        every.truth |= one.truth
    files = {option: SourceFile.of_bytes(f"{option}.csv", content) for option, content in every.files()}
    lists = [files["roster"], files["later"]]
    given = {"lists": lists, "checks": [files["checks"]], "billed": [files["billed"]]}
    frames = {option: read_ledger(sources, KINDS[option]).frame for option, sources in given.items()}
    pack = PackService(Path("/nonexistent")).region(DEFAULT_REGION)
    assert tells_of_several_moments(frames["lists"])
    walk = walk_of(frames["lists"], frames["checks"], NOW, MOMENTS)
    seen = SeenAt(listed=walk.listed_at, checks=walk.checked_at)
    points = (
        *headcount_points(walk, pack, InstitutionLevel.UNGRADED, NOW),
        *listed_bill_points(frames["billed"], walk.listed, walk.checks, pack.headcount, seen),
    )
    found: set[tuple[str, str, Decimal | None]] = {(one.kind, one.subject, one.amount) for one in points}
    assert found == every.truth
    assert all(one.rows and one.rule and one.explanation for one in points)
    assert {"absent_billed", "listed_no_service"} <= {one.kind for one in points} & set(POINT_KINDS)
