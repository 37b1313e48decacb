"""A history with places that a salvage left empty still travels, and what another laptop holds comes back."""

# ruff: noqa: F811 - fixtures are imported
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.domain.chain import hash_of
from inspector_app.domain.exchange import PackageKind
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.ports import Silent
from inspector_app.domain.salvage import Salvage
from tests.services.test_exchange import Laptop, he, inspection, known, lin, stick  # noqa: F401 - fixtures
from tests.services.test_salvage import damage

pytestmark = [pytest.mark.usefixtures("known"), pytest.mark.expects_log]


def many_beds(laptop: Laptop, here: InspectionId) -> None:
    for bed in range(2, 30):
        laptop.a.headcounts.check_bed(
            here, ward="内一科", bed=str(bed), status=BedStatus.IN_BED, note="现场无人应答" * 60
        )


def lose_some(laptop: Laptop, here: InspectionId) -> Salvage:
    """Damage a page of the history and salvage the file; the damage is in the middle of the chain."""
    laptop.a.desk.close_inspection(here)
    damage(laptop.a.desk, here, 13, kind="bed_check")
    with laptop.rule.while_merging():
        record = laptop.a.salvage.salvage(here, Silent()).salvage
    assert record.lost_lines
    return record


def places(laptop: Laptop, here: InspectionId) -> set[int]:
    device = laptop.a.desk.device
    return {line.sequence for line in laptop.a.desk.inspection(here).journal.lines_of(device)}


def test_a_salvaged_history_is_taken_in_and_its_gap_stays_visible(
    lin: Laptop,
    he: Laptop,
    inspection: InspectionId,
    stick: Path,
) -> None:
    many_beds(lin, inspection)
    record = lose_some(lin, inspection)
    he.take(lin.hand_over(inspection, he, stick))
    theirs = he.a.desk.inspection(inspection)
    sequences = {line.sequence for line in theirs.journal.lines_of(lin.a.desk.device)}
    assert sequences.isdisjoint({lost.sequence for lost in record.lost_lines})
    assert len(sequences) >= record.lines_kept
    (fault,) = theirs.check()
    assert fault.reason == "missing"
    assert theirs.get(Salvage, record.id) == record


def test_lines_that_the_lead_already_had_come_back_and_close_the_gap(
    lin: Laptop,
    he: Laptop,
    inspection: InspectionId,
    stick: Path,
) -> None:
    many_beds(lin, inspection)
    he.take(lin.hand_over(inspection, he, stick))
    before = places(lin, inspection)
    record = lose_some(lin, inspection)
    lost = {one.sequence for one in record.lost_lines}
    assert places(lin, inspection).isdisjoint(lost)
    lin.take(he.hand_over(inspection, lin, stick, PackageKind.FULL))
    assert before <= places(lin, inspection)
    assert lin.a.desk.inspection(inspection).check() == []


def test_a_forged_line_finds_no_place_in_a_gap(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    many_beds(lin, inspection)
    he.take(lin.hand_over(inspection, he, stick))
    record = lose_some(lin, inspection)
    lost = record.lost_lines[-1]
    true = he.a.desk.inspection(inspection).journal.at(lin.a.desk.device, lost.sequence)
    assert true is not None
    forged = replace(true, what="bed corrected")
    forged = replace(forged, hash=hash_of(forged))
    with lin.rule.while_merging():
        assert lin.a.desk.inspection(inspection).merge([forged]) == 0
    assert lost.sequence not in places(lin, inspection)
