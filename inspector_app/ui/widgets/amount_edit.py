"""A field for yuan: right-aligned, forgiving in what it reads, strict in what it gives."""

from __future__ import annotations

import unicodedata
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.domain.finding import to_fen
from inspector_app.domain.money import LARGEST, figures


def read_amount(text: str) -> Decimal | None:
    """Read what a person typed, separators and full-width digits included; ``None`` for what is no amount."""
    plain = unicodedata.normalize("NFKC", text).strip().removeprefix("¥").removesuffix("元")
    plain = plain.replace(",", "").replace(" ", "")
    if not plain:
        return Decimal(0)
    try:
        amount = Decimal(plain)
    except InvalidOperation:
        return None
    if not amount.is_finite() or abs(amount) > LARGEST:
        return None
    return to_fen(amount)


class AmountEdit(QLineEdit):
    """Shows separators when it is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setPlaceholderText("0.00")
        self.editingFinished.connect(self._tidy)

    @property
    def amount(self) -> Decimal | None:
        """The amount, zero for an empty field, ``None`` for what cannot be read."""
        return read_amount(self.text())

    def show_amount(self, amount: Decimal) -> None:
        self.setText(figures(amount) if amount else "")

    @Slot()
    def _tidy(self) -> None:
        amount = self.amount
        if amount is not None:
            self.show_amount(amount)
