"""Points in order and found by their words: prepared once, so that a letter among thousands is instant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.points_work import PointSetAside, group_of, key_of
from inspector_app.ui.models.point_lines import AMOUNT, ITEM, QUANTITY, PointLine, point_name

ALL, ASIDE = "all", "aside"
"""Parts of the list that are no kind of point."""
_SORTED: tuple[Callable[[LedgerPoint], tuple[Decimal | int, str]], ...] = (
    lambda point: (0, group_of(point)),
    lambda point: (0, point.subject),
    lambda point: (0, point.ward_or_item),
    lambda point: (0, point.period),
    lambda point: (point.quantity or 0, point.subject),
    lambda point: (point.amount or 0, point.subject),
    lambda point: (len(point.rows), point.subject),
)
"""By the columns of the list."""
_SOMETIMES: Mapping[int, Callable[[LedgerPoint], bool]] = {
    ITEM: lambda point: bool(point.ward_or_item),
    QUANTITY: lambda point: point.quantity is not None,
    AMOUNT: lambda point: point.amount is not None,
}
"""Columns that stand there only where a point has something to say in them."""


class PointShelf:
    """All points of a reconciliation with what a person said of them."""

    def __init__(self, points: Sequence[LedgerPoint] = (), aside: Mapping[str, PointSetAside] | None = None):
        known = aside or {}
        self._lines = [PointLine(point, known.get(key_of(point))) for point in points]
        self._parts = [ASIDE if line.aside else group_of(line.point) for line in self._lines]
        self._texts = [_text(line.point) for line in self._lines]
        self._orders: dict[int, list[int]] = {}
        self.empty_columns = frozenset(
            column for column, says in _SOMETIMES.items() if not any(says(point) for point in points)
        )
        counted = Counter(self._parts)
        self.aside = counted.pop(ASIDE, 0)
        self.standing = sum(counted.values())
        names = {group_of(point): point_name(point) for point in points}
        self.groups = tuple((group, names[group], many) for group, many in counted.most_common())
        """Kinds of points or rules with their names, those with most points first."""

    def found(self, part: object, wanted: str, column: int, *, is_descending: bool) -> list[PointLine]:
        """The points of a part in which the words stand, by a column."""
        order = self._orders.get(column)
        if order is None:
            keys = [_SORTED[column](line.point) for line in self._lines]
            order = self._orders[column] = sorted(range(len(keys)), key=keys.__getitem__)
        words = wanted.strip().casefold()
        return [
            self._lines[at]
            for at in (reversed(order) if is_descending else order)
            if (self._parts[at] == part or (part == ALL and self._parts[at] != ASIDE))
            and (not words or words in self._texts[at])
        ]


def _text(point: LedgerPoint) -> str:
    texts = (point.subject, point.ward_or_item, point.explanation, point.title, point.rule)
    return "\n".join(texts).casefold()
