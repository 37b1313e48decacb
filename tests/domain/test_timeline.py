"""Stretches of like acts, pauses within a visit, clock jumps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.ids import DeviceId, LineId, PersonId, VisitId
from inspector_app.domain.inspection import Visit
from inspector_app.domain.journal import Line
from inspector_app.domain.timeline import PAUSE, TOGETHER, StretchKind, stretches

NIGHT = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)


def _line(
    number: int, at: datetime, what: str = "bed checked", person: str = "lin", device: str = "a"
) -> Line:
    return Line(
        id=LineId(f"{number:04}"),
        device=DeviceId(device),
        sequence=number,
        clock=number,
        at=at,
        person=PersonId(person),
        what=what,
        entity_kind="bed_check",
        entity_id=f"{number}",
        revision=1,
        body="{}",
        previous="sha256:0",
        hash=f"sha256:{number}",
    )


def _visit(minutes: int | None = None) -> Visit:
    return Visit(
        id=VisitId("v"),
        opened_at=NIGHT,
        opened_by=PersonId("lin"),
        closed_at=None if minutes is None else NIGHT + timedelta(minutes=minutes),
    )


def _at(*minutes: int) -> list[Line]:
    return [_line(number, NIGHT + timedelta(minutes=minute)) for number, minute in enumerate(minutes)]


def test_like_acts_close_to_one_another_are_one_stretch() -> None:
    (stretch,) = stretches(_at(1, 2, 9, 19), [])
    assert (len(stretch.lines), stretch.start, stretch.end) == (
        4,
        NIGHT + timedelta(minutes=1),
        NIGHT + timedelta(minutes=19),
    )


def test_another_act_person_or_laptop_begins_another_stretch() -> None:
    lines = [
        _line(1, NIGHT),
        _line(2, NIGHT, what="bed noted"),
        _line(3, NIGHT, what="bed noted", person="zhou"),
        _line(4, NIGHT, what="bed noted", person="zhou", device="b"),
    ]
    assert [len(stretch.lines) for stretch in stretches(lines, [])] == [1, 1, 1, 1]


def test_a_pause_is_shown_while_a_visit_is_open_and_not_outside_of_it() -> None:
    found = stretches(_at(1, 40), [_visit()])
    assert [stretch.kind for stretch in found] == [StretchKind.ACTS, StretchKind.PAUSE, StretchKind.ACTS]
    assert found[1].end - found[1].start == timedelta(minutes=39)
    assert [s.kind for s in stretches(_at(1, 40), [_visit(30)])] == [StretchKind.ACTS] * 2


def test_clock_jumps_stand_alone() -> None:
    lines = [_line(n, NIGHT, what="clock jumped") for n in range(2)]
    assert [stretch.kind for stretch in stretches(lines, [])] == [StretchKind.CLOCK_JUMP] * 2


@given(
    st.lists(st.tuples(st.integers(-30, 90), st.sampled_from(["bed checked", "clock jumped"])), max_size=30)
)
def test_every_line_stands_in_exactly_one_stretch_in_its_order(steps: list[tuple[int, str]]) -> None:
    at, lines = NIGHT, []
    for number, (minutes, what) in enumerate(steps):
        at += timedelta(minutes=minutes)
        lines.append(_line(number, at, what))
    found = stretches(lines, [_visit()])
    assert [line for stretch in found for line in stretch.lines] == lines
    for stretch in found:
        if stretch.kind is StretchKind.PAUSE:
            assert stretch.end - stretch.start >= PAUSE
        for before, after in zip(stretch.lines, stretch.lines[1:], strict=False):
            assert abs(after.at - before.at) <= TOGETHER
