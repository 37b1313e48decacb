"""Many points in a list: in order, found by their words, what was set aside apart."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from inspector_app.domain.ids import PersonId
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.points_work import PointSetAside, key_of
from inspector_app.ui.models.point_lines import AMOUNT, ITEM, QUANTITY, SUBJECT
from inspector_app.ui.models.point_shelf import ALL, ASIDE, PointShelf


def point(subject: str, amount: int | None, kind: str = "trace_duplicate") -> LedgerPoint:
    return LedgerPoint(
        kind=kind,
        subject=subject,
        amount=None if amount is None else Decimal(amount),
        rows=(),
        rule="a-rule",
        explanation=f"{subject}重复",
    )


POINTS = (point("B2", 30), point("A1", None, "trace_invalid"), point("a3", 10))


def subjects(shelf: PointShelf, part: object, wanted: str = "", column: int = AMOUNT) -> list[str]:
    return [line.point.subject for line in shelf.found(part, wanted, column, is_descending=True)]


def test_points_stand_in_the_order_of_a_column_and_are_found_by_any_of_their_words() -> None:
    shelf = PointShelf(POINTS)
    assert subjects(shelf, ALL) == ["B2", "a3", "A1"]
    assert subjects(shelf, ALL, column=SUBJECT) == ["a3", "B2", "A1"]
    assert subjects(shelf, ALL, " A") == ["B2", "a3", "A1"]  # each has a rule with that letter
    assert subjects(shelf, ALL, "a3重") == ["a3"]
    assert subjects(shelf, "trace_invalid") == ["A1"]
    assert [(group, many) for group, _, many in shelf.groups] == [
        ("trace_duplicate", 2),
        ("trace_invalid", 1),
    ]


def test_what_was_set_aside_stands_in_its_own_part_alone() -> None:
    word = PointSetAside(
        id=key_of(POINTS[0]), reason="拆零", by=PersonId("p"), at=datetime(2026, 11, 20, tzinfo=UTC)
    )
    shelf = PointShelf(POINTS, {word.id: word})
    assert subjects(shelf, ALL) == ["a3", "A1"]
    assert subjects(shelf, ASIDE) == ["B2"]
    assert subjects(shelf, "trace_duplicate") == ["a3"]
    assert (shelf.standing, shelf.aside) == (2, 1)


def test_columns_in_which_no_point_says_anything_are_empty() -> None:
    assert PointShelf(POINTS).empty_columns == {ITEM, QUANTITY}
