"""Sessions of patients by month, and dialysers by model, as rows; what does not agree is coloured."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt

from inspector_app.domain.dialysis import DialysisCount, ModelUse
from inspector_app.domain.masking import mask_name, mask_number
from inspector_app.ui import theme
from inspector_app.ui.models.table import VALUE, TableModel

__all__ = ["VALUE", "DialysisCountsModel", "ModelUsesModel"]

PATIENT, NUMBER, MONTH, BILLED, RECORDED, SCHEDULED, DIALYSERS = range(7)


def _text(value: Decimal | None) -> str:
    return "—" if value is None else f"{value.normalize():f}"


class DialysisCountsModel(TableModel[DialysisCount]):
    """One row a patient and month; a count that differs from the bills stands out."""

    amounts = frozenset({BILLED, RECORDED, SCHEDULED, DIALYSERS})

    def __init__(self) -> None:
        super().__init__(
            (
                QCoreApplication.translate("Dialysis", "Patient"),
                QCoreApplication.translate("Dialysis", "Number"),
                QCoreApplication.translate("Dialysis", "Month"),
                QCoreApplication.translate("Dialysis", "Billed"),
                QCoreApplication.translate("Dialysis", "Recorded"),
                QCoreApplication.translate("Dialysis", "Scheduled"),
                QCoreApplication.translate("Dialysis", "Dialysers billed"),
            )
        )

    def cell(self, value: DialysisCount, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            texts = (
                mask_name(value.patient),
                mask_number(value.number),
                value.month,
                _text(value.billed),
                _text(value.recorded),
                _text(value.scheduled),
                _text(value.dialysers),
            )
            return texts[column]
        if role == Qt.ItemDataRole.ForegroundRole:
            contradicts = {
                RECORDED: value.recorded_differs,
                SCHEDULED: value.scheduled_differs,
                DIALYSERS: value.dialysers_differ,
            }
            return theme.colour("danger") if contradicts.get(column) else None
        return None


MODEL, OPENING, PURCHASED, RETURNED, COUNTED, CONSUMED, USED, PAID = range(8)


class ModelUsesModel(TableModel[ModelUse]):
    """One row a model: opening, purchased, returned and counted give what was used up."""

    amounts = frozenset({OPENING, PURCHASED, RETURNED, COUNTED, CONSUMED, USED, PAID})

    def __init__(self) -> None:
        super().__init__(
            (
                QCoreApplication.translate("Dialysis", "Model"),
                QCoreApplication.translate("Dialysis", "Opening"),
                QCoreApplication.translate("Dialysis", "Purchased"),
                QCoreApplication.translate("Dialysis", "Returned, lost"),
                QCoreApplication.translate("Dialysis", "Counted"),
                QCoreApplication.translate("Dialysis", "Used up"),
                QCoreApplication.translate("Dialysis", "Recorded"),
                QCoreApplication.translate("Dialysis", "Billed"),
            )
        )

    def cell(self, value: ModelUse, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            if column == MODEL:
                return value.model
            figures = (
                value.opening, value.purchased, value.returned, value.counted, value.consumed, value.recorded,
                value.billed,
            )  # fmt: skip
            return _text(figures[column - 1])
        if role == Qt.ItemDataRole.ForegroundRole and column in (CONSUMED, USED):
            differs = value.consumed is not None and value.consumed != value.recorded
            return theme.colour("danger") if differs and column in (CONSUMED, USED) else None
        return None
