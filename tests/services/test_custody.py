"""Custody: what was tampered with inside an open file is named."""

from __future__ import annotations

import pytest

from inspector_app.domain.ids import InspectionId
from inspector_app.services.custody import CustodyService
from inspector_app.services.desk import Desk
from inspector_app.services.inspections import InspectionService
from tests import builders
from tests.commit_rule import CommitRule


@pytest.fixture
def inspection_id(desk: Desk, inspections: InspectionService) -> InspectionId:
    identity = inspections.open(builders.institution(), bureau="局", team=builders.team()).id
    inspections.open_visit(identity)
    store = desk.inspection(identity)
    with store.intention("bytes kept", desk.author) as unit:
        unit.publish(store.blobs.add([b"an original"]))
    return identity


def test_an_untouched_inspection_holds(
    desk: Desk, inspections: InspectionService, inspection_id: InspectionId
) -> None:
    code = inspections.head_code(inspection_id)
    inspections.close_visit(inspection_id)
    report = CustodyService(desk).check(inspection_id, head_code=code)
    assert report.holds
    assert "printed code stands" in str(report.sentences()[0])
    assert "All 4 lines of 1 laptops" in str(report.sentences()[1])


@pytest.mark.parametrize(
    ("tampering", "says"),
    [
        ("UPDATE journal SET body = replace(body, '仁安', '康安') WHERE sequence = 1", "line 1 of laptop"),
        ("DELETE FROM journal WHERE sequence = 2", "line 2 of laptop"),
        (
            "UPDATE journal SET sequence = CASE sequence WHEN 1 THEN -2 ELSE 1 END WHERE sequence < 3",
            "line 1",
        ),
        ("DELETE FROM journal WHERE sequence = 3", "printed code does not stand"),
        ("UPDATE chunks SET data = x'6162'", "no longer match their hash"),
    ],
)
def test_tampering_behind_the_programs_back_is_named(
    desk: Desk,
    inspections: InspectionService,
    inspection_id: InspectionId,
    commit_rule: CommitRule,
    tampering: str,
    says: str,
) -> None:
    code = inspections.head_code(inspection_id)
    database = desk.inspection(inspection_id)._database
    database.execute("PRAGMA foreign_keys = OFF")
    for trigger in database.triggers:  # whoever holds the key can do this, too
        database.execute(f"DROP TRIGGER {trigger.name}")
    database.execute(tampering)
    report = CustodyService(desk).check(inspection_id, head_code=code)
    assert not report.holds
    assert says in " ".join(str(said) for said in report.sentences())
    commit_rule.broken.clear()  # tampering is what this test does
