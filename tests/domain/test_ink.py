"""Strokes on the pad: what is a signature, what is refused, and that nothing is lost in storing them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ids import DocumentId, InkId, PersonId, Sha256
from inspector_app.domain.ink import (
    MOST_POINTS,
    MOST_STROKES,
    DrawnSignature,
    Ink,
    Point,
    Stroke,
    field_of,
    foot_label,
    is_signed_by_hand,
    place_of,
    refuse_unfit,
)
from inspector_app.storage.kinds import from_plain, to_plain
from tests.builders import drawn_ink

POINTS = st.builds(
    Point, st.integers(0, 9000), st.integers(0, 3000), st.integers(0, 60_000), st.integers(0, 1000)
)
INKS = st.builds(
    lambda strokes: Ink(strokes=tuple(map(_stroke, strokes)), width=9000, height=3000),
    st.lists(st.lists(POINTS, min_size=1, max_size=20), max_size=8),
)


def _stroke(points: list[Point]) -> Stroke:
    return Stroke(points=tuple(points))


@given(INKS)
def test_strokes_come_back_from_the_store_as_they_were_drawn(ink: Ink) -> None:
    drawn = DrawnSignature(
        id=InkId("1"), document=DocumentId("2"), over=Sha256("0" * 64), place="party", line="签名：",
        name="苏映秋", present=("林知远", "何清越"), taken_at=datetime(2026, 7, 14, 8, tzinfo=UTC),
        taken_by=PersonId("3"), ink=ink,
    )  # fmt: skip
    assert from_plain(DrawnSignature, json.loads(json.dumps(to_plain(drawn)))) == drawn


def test_a_name_drawn_with_a_mouse_is_a_signature() -> None:
    refuse_unfit(drawn_ink())


@pytest.mark.parametrize(
    ("strokes", "words"),
    [
        ((), "Nothing is drawn"),
        ((Stroke(points=(Point(100, 100, 0, 500),)),), "Nothing is drawn"),
        ((Stroke(points=tuple(Point(100 + n, 100, n, 500) for n in range(50))),), "Nothing is drawn"),
        (
            tuple(Stroke(points=(Point(n, n, n, 0),)) for n in range(MOST_STROKES + 1)),
            "too much",
        ),
        ((Stroke(points=tuple(Point(n % 9000, 5, n, 0) for n in range(MOST_POINTS + 1))),), "too much"),
        ((Stroke(points=()),), "do not fit"),
        (tuple(Stroke(points=(Point(n * 900, -1, n, 500),)) for n in range(5)), "do not fit"),
        (tuple(Stroke(points=(Point(n * 900, 10, 9 - n, 500),)) for n in range(5)), "do not fit"),
        (tuple(Stroke(points=(Point(n * 900, 10, n, 1001),)) for n in range(5)), "do not fit"),
        (tuple(Stroke(points=(Point(n * 900, 10, n * 200_000, 9),)) for n in range(5)), "do not fit"),
    ],
)
def test_strokes_that_nobody_draws_are_refused_in_a_sentence(strokes: tuple[Stroke, ...], words: str) -> None:
    with pytest.raises(UnusableInput, match=words):
        refuse_unfit(Ink(strokes=strokes, width=9000, height=3000))


@pytest.mark.parametrize("side", [0, -1, 10**9])
def test_a_pad_of_an_impossible_size_is_refused(side: int) -> None:
    with pytest.raises(UnusableInput, match="pad"):
        refuse_unfit(replace(drawn_ink(), width=side))


def test_only_lines_for_names_are_signed_by_hand() -> None:
    signed = ("party", "person", "witness", "recorder", "inspector-1", "inspector-12")
    assert all(map(is_signed_by_hand, signed))
    for place in ("read", "party_seal", "bureau", "receiver", "inspector-0", "inspector-", "party-1", ""):
        assert not is_signed_by_hand(place)


def test_a_field_names_its_line_and_its_attempt() -> None:
    for place in ("party", "inspector-2"):
        assert [place_of(field_of(place, attempt)) for attempt in (1, 2, 3)] == [(place, 1), (place, 2), None]
    assert place_of("bureau") is None
    assert (foot_label("person"), foot_label("inspector-2"), foot_label("witness")) == (
        "foot-1",
        "foot-2",
        "",
    )
