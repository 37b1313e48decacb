"""Counts of one patient and month, or of one model of dialysers, as bars on one scale."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.dialysis import DialysisCount, ModelUse
from inspector_app.domain.masking import mask_name
from inspector_app.ui.bar_picture import BarPicture
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.waterfall import Bar, BarKind, Waterfall


class DialysisPicture(QWidget):
    """What the table says in figures of one row; what contradicts the bills is red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "subtitle", wrap=True)
        self.bars = Waterfall()
        self.sum = label("", "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.bars)
        layout.addWidget(self.sum)
        layout.addStretch()

    def show_count(self, one: DialysisCount) -> None:
        """Show what each ledger counts of a patient's month."""
        self.title.setText(f"{mask_name(one.patient)}  ·  {one.month}")
        counts = (
            (self.tr("Billed"), one.billed, BarKind.SUM),
            (self.tr("Recorded"), one.recorded, _kind(differs=one.recorded_differs)),
            (self.tr("Scheduled"), one.scheduled, _kind(differs=one.scheduled_differs)),
            (self.tr("Dialysers"), one.dialysers, _kind(differs=one.dialysers_differ)),
        )
        self.bars.show_bars(
            [_bar(name, Decimal(0), value, kind) for name, value, kind in counts if value is not None]
        )
        missing = [name for name, value, _ in counts if value is None]
        told = self.tr("No ledger covers: {names}").format(names=", ".join(missing))
        self.sum.setText(told if missing else "")

    def drawn(self, place: str) -> BarPicture:
        """What is shown as a picture for a file or the record."""
        below = tuple(text for text in (self.sum.text(), place) if text)
        return BarPicture(title=self.title.text(), bars=self.bars.bars, below=below)

    def show_model(self, use: ModelUse) -> None:
        """Show how what was used up follows from the stock room, beside the sessions."""
        self.title.setText(use.model)
        opening, counted = use.opening or Decimal(0), use.counted or Decimal(0)
        have, left = opening + use.purchased, opening + use.purchased - use.returned
        bars = [
            _bar(self.tr("Opening"), Decimal(0), opening, BarKind.ADDS),
            _bar(self.tr("Purchased"), opening, have, BarKind.ADDS),
            _bar(self.tr("Returned, lost"), have, left, BarKind.TAKES),
            _bar(self.tr("Counted"), left, left - counted, BarKind.TAKES),
        ]
        consumed = use.consumed
        if consumed is None:
            self.sum.setText(
                self.tr("Without opening and counted stock nothing is known of what was used up.")
            )
            bars = bars[1:3]
        else:
            self.sum.setText(
                f"{_text(opening)} + {_text(use.purchased)} − {_text(use.returned)} − {_text(counted)}"
                f" = {_text(consumed)}"
            )
            bars.append(_bar(self.tr("Used up"), Decimal(0), consumed, BarKind.SUM))
        differs = consumed is not None and consumed != use.recorded
        bars.append(_bar(self.tr("Recorded"), Decimal(0), use.recorded, _kind(differs=differs)))
        bars.append(_bar(self.tr("Billed"), Decimal(0), use.billed, BarKind.SUM))
        self.bars.show_bars(bars)


def _kind(*, differs: bool) -> BarKind:
    return BarKind.OVER if differs else BarKind.ADDS


def _bar(name: str, begin: Decimal, end: Decimal, kind: BarKind) -> Bar:
    return Bar(name=name, begin=Fraction(begin), end=Fraction(end), text=_text(abs(end - begin)), kind=kind)


def _text(value: Decimal) -> str:
    return f"{value.normalize():f}"
