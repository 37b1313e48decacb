"""Points of a reconciliation as rows: what it is, whom it is about, when, how many, how much."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.masking import mask_subject
from inspector_app.domain.money import figures
from inspector_app.domain.points_work import POINT_KINDS, PointSetAside
from inspector_app.ui import theme
from inspector_app.ui.language import say
from inspector_app.ui.models.table import VALUE, TableModel

__all__ = ["VALUE", "PointLine", "PointLinesModel", "point_name"]

KIND, SUBJECT, ITEM, PERIOD, QUANTITY, AMOUNT, ROWS = range(7)


@dataclass(frozen=True, slots=True)
class PointLine:
    """A point, and a person's word that it does not hold, if there is one."""

    point: LedgerPoint
    aside: PointSetAside | None = None


def point_name(point: LedgerPoint) -> str:
    """What it is: its rule in the language in force, else its kind."""
    is_chinese = QLocale().language() == QLocale.Language.Chinese
    title = point.title if is_chinese else point.title_en or point.title
    return title or say(POINT_KINDS[point.kind].name)


class PointLinesModel(TableModel[PointLine]):
    """What was set aside is grey; the amount is what the fund settled."""

    amounts = frozenset({QUANTITY, AMOUNT, ROWS})

    def __init__(self) -> None:
        super().__init__(
            (
                QCoreApplication.translate("Points", "Point"),
                QCoreApplication.translate("Points", "About"),
                QCoreApplication.translate("Points", "Ward or item"),
                QCoreApplication.translate("Points", "When"),
                QCoreApplication.translate("Points", "Number"),
                QCoreApplication.translate("Points", "Fund (¥)"),
                QCoreApplication.translate("Points", "Lines"),
            )
        )

    def row_of(self, point: LedgerPoint) -> int:
        return next((row for row, line in enumerate(self._rows) if line.point is point), -1)

    def cell(self, value: PointLine, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(value.point, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return value.aside.reason if value.aside is not None else _masked(value.point)
        if role == Qt.ItemDataRole.ForegroundRole and value.aside is not None:
            return theme.colour("muted")
        return None

    def _text(self, point: LedgerPoint, column: int) -> str:
        if column == KIND:
            return point_name(point)
        if column == SUBJECT:
            return mask_subject(point.subject)
        if column == ITEM:
            return point.ward_or_item
        if column == PERIOD:
            return _short(point)
        if column == QUANTITY:
            return "" if point.quantity is None else f"{point.quantity.normalize():f}"
        if column == AMOUNT:
            return "" if point.amount is None else figures(point.amount)
        return f"{len(point.rows):,}"


def _masked(point: LedgerPoint) -> str:
    """What the rule says, which names whom it is about."""
    return point.explanation.replace(point.subject, mask_subject(point.subject))


def _short(point: LedgerPoint) -> str:
    """The days in as little room as they need: a second day of the same year without its year."""
    first, last = point.first, point.last
    if first is None or last is None or first == last:
        return point.period
    end = f"{last:%m-%d}" if first.year == last.year else last.isoformat()
    return f"{first.isoformat()} – {end}"
