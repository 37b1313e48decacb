"""A package comes in in pieces: what a person does meanwhile is kept, and cancelling leaves nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from inspector_app.domain.errors import Cancelled
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Role
from inspector_app.domain.ports import Silent
from inspector_app.domain.wording import sentence
from inspector_app.services.intake import Source
from inspector_app.services.receiving import TakenIn, check_announced
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock
from tests.services.test_exchange import Laptop


@pytest.fixture
def lin(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule) -> Laptop:
    return Laptop.make(tmp_path / "lin", clock, "林知远", Role.INSPECTOR, commit_rule)


@pytest.fixture
def he(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule, lin: Laptop) -> Laptop:
    made = Laptop.make(tmp_path / "he", clock, "何清越", Role.LEAD, commit_rule)
    made.know(lin)
    lin.know(made)
    return made


@pytest.fixture
def inspection(lin: Laptop, he: Laptop, tmp_path: Path) -> InspectionId:
    """An inspection that both laptops hold."""
    institution = lin.a.inspections.new_institution("青禾县仁安医院", "H99990000001")
    opened = lin.a.inspections.open(institution, bureau="青禾县医疗保障局", team=(lin.person, he.person))
    he.take(lin.hand_over(opened.id, he, tmp_path))
    return opened.id


def _large(laptop: Laptop, inspection: InspectionId, name: str) -> None:
    """A picture of five megabytes, which takes two small commits."""
    out = io.BytesIO()
    Image.new("RGB", (640, 480), (90, 90, len(name))).save(out, "JPEG")
    source = Source(name=name, way=IntakeWay.FILE, data=out.getvalue() + bytes(5_000_000) + name.encode())
    (taken,) = laptop.a.evidence.take_in(inspection, [source])
    assert taken.evidence is not None, taken.said


def test_what_is_done_between_the_pieces_stays_and_everything_of_the_package_comes(
    lin: Laptop, he: Laptop, inspection: InspectionId, tmp_path: Path
) -> None:
    for name in ("one.jpg", "two.jpg"):
        _large(lin, inspection, name)
    path = lin.hand_over(inspection, he, tmp_path)
    announced = check_announced(he.a.receiving.announce(path), Silent())
    steps = he.a.receiving.take_in_steps(announced, Silent())
    meanwhile: list[str] = []
    taken: TakenIn | None = None
    while taken is None:
        try:
            with he.rule.while_merging():
                next(steps)
        except StopIteration as end:
            taken = end.value
            break
        assert not he.a.desk.is_writing
        name = f"mine {len(meanwhile)}.jpg"
        _large(he, inspection, name)  # its bytes are staged while those of the package are
        meanwhile.append(name)
    assert len(meanwhile) >= 4
    here = he.evidence(inspection)
    assert {one.original_name for one in here} >= {"one.jpg", "two.jpg", *meanwhile}
    store = he.a.desk.inspection(inspection)
    assert all(store.blobs.matches(one.sha256) for one in here)
    assert store.check() == []


def test_a_package_called_off_between_two_pieces_leaves_what_was_here(
    lin: Laptop, he: Laptop, inspection: InspectionId, tmp_path: Path
) -> None:
    _large(lin, inspection, "one.jpg")
    announced = check_announced(he.a.receiving.announce(lin.hand_over(inspection, he, tmp_path)), Silent())
    store = he.a.desk.inspection(inspection)
    before = store.blobs.hashes()
    steps = he.a.receiving.take_in_steps(announced, Silent())
    next(steps)
    he.check(inspection, "7", BedStatus.IN_BED)
    with pytest.raises(Cancelled):
        steps.throw(Cancelled(sentence("Cancelled.")))
    assert store.blobs.hashes() == before
    assert "7" in [check.bed for check in he.a.headcounts.checks(inspection)]
    assert he.a.desk.inspection_files() == [inspection]
