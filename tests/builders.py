"""Domain values with valid defaults, all of them invented; a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from inspector_app.domain.finding import Amounts, Finding
from inspector_app.domain.headcount import BedCheck, BedStatus
from inspector_app.domain.ids import BedCheckId, DeviceId, FindingId, InspectionId, InstitutionId, PersonId
from inspector_app.domain.ink import Ink, Point, Stroke
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.institution import Institution, InstitutionLevel
from inspector_app.domain.people import Author, Person, Role

EVENING = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
"""Half past ten at night in China, when wards are walked."""

LIN = PersonId("00000000000000000000000000000a01")
ZHOU = PersonId("00000000000000000000000000000a02")
HE = PersonId("00000000000000000000000000000a03")
LAPTOP = DeviceId("00000000000000000000000000000d01")


def person(**over: Any) -> Person:
    return Person(**{"id": LIN, "name": "林知远", "certificate_number": "YL-TEST-0001", **over})


def team() -> tuple[Person, ...]:
    """Two inspectors and the lead."""
    return (
        person(),
        person(id=ZHOU, name="周叙白", certificate_number="YL-TEST-0002"),
        person(id=HE, name="何清越", certificate_number="YL-TEST-0003", role=Role.LEAD),
    )


def author(**over: Any) -> Author:
    return Author(**{"person": LIN, "device": LAPTOP, **over})


def institution(**over: Any) -> Institution:
    return Institution(
        **{
            "id": InstitutionId("00000000000000000000000000000c01"),
            "name": "青禾县仁安医院",
            "code": "H99990000001",
            "level": InstitutionLevel.SECOND,
            "address": "云岭市青禾县杏林路1号",
            **over,
        }
    )


def inspection(**over: Any) -> Inspection:
    return Inspection(
        **{
            "id": InspectionId("00000000000000000000000000000e01"),
            "institution": institution(),
            "bureau": "青禾县医疗保障局",
            "created_at": EVENING,
            "created_by": LIN,
            "team": team(),
            **over,
        }
    )


def bed_check(**over: Any) -> BedCheck:
    return BedCheck(
        **{
            "id": BedCheckId("00000000000000000000000000000b01"),
            "ward": "内一科",
            "bed": "1",
            "status": BedStatus.IN_BED,
            "checked_at": EVENING,
            "checked_by": LIN,
            **over,
        }
    )


def finding(**over: Any) -> Finding:
    return Finding(
        **{
            "id": FindingId("00000000000000000000000000000f01"),
            "category": "absent-stay",
            "item": "在床核查",
            "description": "住院患者不在床且无请假手续",
            "recorded_at": EVENING,
            "recorded_by": LIN,
            "amounts": Amounts(),
            **over,
        }
    )


def drawn_ink(shift: int = 0) -> Ink:
    """Return three strokes such as a name has, each a line with a bend, pressed harder in its middle."""
    starts = ((1000 + shift, 600), (2400 + shift, 500), (4200 + shift, 700))
    strokes = tuple(
        Stroke(
            points=tuple(
                Point(x + 90 * step, y + 12 * step * (20 - step), 700 * number + 16 * step, 300 + 30 * step)
                for step in range(20)
            )
        )
        for number, (x, y) in enumerate(starts)
    )
    return Ink(strokes=strokes, width=12_000, height=4000)
