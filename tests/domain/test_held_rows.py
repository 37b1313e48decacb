"""Rows held by identity: nothing is lost in writing them shortly, and what two hold is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.held_rows import common, count, hold, united
from inspector_app.domain.ids import LedgerId
from inspector_app.domain.ledger import RowPlace

PLACES = st.sets(
    st.tuples(
        st.sampled_from([LedgerId("a"), LedgerId("b")]),
        st.builds(
            RowPlace,
            file=st.integers(0, 2),
            sheet=st.integers(0, 1),
            row=st.integers(1, 30),
        ),
    )
)


def back(held: tuple[object, ...]) -> set[tuple[LedgerId, RowPlace]]:
    return {(part.ledger, place) for part in held for place in part.places}  # type: ignore[attr-defined]


def test_rows_are_written_as_a_person_would_write_them() -> None:
    rows = [2, 3, 4, 9, 11, 12]
    (held,) = hold((LedgerId("a"), RowPlace(file=0, sheet=0, row=row)) for row in rows)
    assert held.rows == "2-4,9,11-12"
    assert list(held.numbers) == rows


@given(PLACES)
def test_every_row_comes_back_once(places: set[tuple[LedgerId, RowPlace]]) -> None:
    held = hold([*places, *places])
    assert back(held) == places
    assert count(held) == len(places)


@given(PLACES, PLACES)
def test_common_and_united_rows_are_those_of_sets(
    some: set[tuple[LedgerId, RowPlace]], others: set[tuple[LedgerId, RowPlace]]
) -> None:
    assert back(common(hold(some), hold(others))) == some & others
    assert back(united((hold(some), hold(others)))) == some | others
