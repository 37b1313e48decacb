"""A long gallery is read in portions, the newest first, and follows what changes meanwhile."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from inspector_app.domain.evidence import Citation, Evidence, EvidenceType, IntakeWay, Target, TargetKind
from inspector_app.domain.ids import CitationId, EvidenceId, InspectionId, Sha256
from inspector_app.services.desk import Desk
from inspector_app.services.evidence import EvidenceService, Gallery
from inspector_app.services.inspections import InspectionService
from tests import builders

BED = Target(kind=TargetKind.BED_CHECK, id="b", label="3床")


def piece(number: int, caption: str = "") -> Evidence:
    return Evidence(
        id=EvidenceId(f"{number:032x}"),
        group="A",
        running_number=number,
        device=builders.LAPTOP,
        sha256=Sha256(f"{number:064x}"),
        size=1,
        media_type="image/jpeg",
        evidence_type=EvidenceType.PHYSICAL,
        way=IntakeWay.FILE,
        taken_in_at=datetime.fromisoformat("2026-11-22T12:00:00+00:00"),
        taken_in_by=builders.LIN,
        caption=caption,
    )


def cited(number: int) -> Citation:
    return Citation(
        id=CitationId(f"{number:032x}"),
        evidence=piece(number).id,
        target=BED,
        cited_at=piece(number).taken_in_at,
        cited_by=builders.LIN,
    )


class Long:
    """An inspection with ten pieces of evidence and its gallery, three pieces at a time."""

    def __init__(self, desk: Desk, here: InspectionId) -> None:
        self.desk, self.here = desk, here
        self.service = EvidenceService(desk)
        self.store = desk.inspection(here)
        self.put(*(piece(number) for number in range(1, 11)))

    def put(self, *values: Any) -> None:
        with self.store.intention("invented", self.desk.author) as unit:
            for value in values:
                unit.put(value)

    def uncite(self, number: int) -> None:
        self.service.uncite(self.here, cited(number).id)

    def look(self, portion: int | None = 3) -> Gallery:
        return self.service.gallery(self.here, portion)

    def numbers(self, portion: int | None = 3) -> list[int]:
        return [one.running_number for one in self.look(portion).evidence]


@pytest.fixture
def long(desk: Desk, inspections: InspectionService) -> Long:
    made = inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=builders.team())
    return Long(desk, made.id)


def test_the_newest_come_first_and_the_rest_follows_until_it_is_whole(long: Long) -> None:
    seen = []
    while not (gallery := long.look()).is_whole:
        seen.append([one.running_number for one in gallery.evidence])
    assert seen == [[8, 9, 10], [5, 6, 7, 8, 9, 10], [2, 3, 4, 5, 6, 7, 8, 9, 10]]
    assert [one.running_number for one in gallery.evidence] == list(range(1, 11))
    assert gallery.evidence == long.service.gallery(long.here).evidence


def test_a_short_gallery_is_whole_at_once(long: Long) -> None:
    assert long.look(11).is_whole
    assert long.look(3).is_whole, "it stays so"


def test_who_needs_everything_gets_everything_even_after_a_first_portion(long: Long) -> None:
    long.look()
    assert long.numbers(None) == list(range(1, 11))


def test_what_changes_between_two_portions_is_neither_lost_nor_doubled(long: Long) -> None:
    long.put(*(cited(number) for number in range(1, 11)))
    assert long.numbers() == [8, 9, 10]
    long.put(piece(11), piece(9, "described"), piece(2, "described"))
    for number in (8, 3):
        long.uncite(number)
    while not (gallery := long.look()).is_whole:
        pass
    words = {2: "described", 9: "described"}
    assert [(one.running_number, one.caption) for one in gallery.evidence] == [
        (number, words.get(number, "")) for number in range(1, 12)
    ]
    assert list(gallery.cited) == [piece(number).id for number in (1, 2, 4, 5, 6, 7, 9, 10)]


def test_when_too_much_changed_it_is_read_anew_while_what_was_known_stands(
    long: Long, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector_app.services.evidence_shelf._MANY", 0)
    long.put(*(cited(number) for number in range(1, 11)))
    long.look(None)
    for number in (9, 3):
        long.uncite(number)
    long.put(piece(2, "described"))
    gallery = long.look()
    assert len(gallery.evidence) == 10
    assert [number for number in range(1, 11) if piece(number).id not in gallery.cited] == [9]
    while not gallery.is_whole:
        gallery = long.look()
    assert [one.caption for one in gallery.evidence][:3] == ["", "described", ""]
    assert [number for number in range(1, 11) if piece(number).id not in gallery.cited] == [3, 9]


def test_a_laptops_numbers_do_not_wait_for_the_gallery(long: Long) -> None:
    long.look()
    assert long.service.groups(long.here).letter == "A"
    assert long.service.evidence(long.here, piece(10).id).number == "A-10"
