"""A deadline that is the region's term until somebody chooses another day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget


class DeadlineEdit(QDateEdit):
    """Shows the region's date as what it will be; its lowest value stands for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.show_deadline(None, None)

    def show_deadline(self, typed: date | None, usual: date | None) -> None:
        """Show the chosen day, or the region's term with its date."""
        earliest = QDate.currentDate()
        if typed is not None:
            earliest = min(earliest, _qdate(typed))
        self.setMinimumDate(earliest.addDays(-1))  # the calendar then opens near today, not in 2000
        words = (
            self.tr("By the region's rule: {date}").format(date=usual) if usual else self.tr("Choose a day")
        )
        self.setSpecialValueText(words)
        self.setDate(self.minimumDate() if typed is None else _qdate(typed))

    def choose_usual(self) -> None:
        self.setDate(self.minimumDate())

    def deadline(self) -> date | None:
        """The chosen day; ``None`` for the region's term."""
        chosen = self.date()
        return None if chosen == self.minimumDate() else date(chosen.year(), chosen.month(), chosen.day())


def _qdate(value: date) -> QDate:
    return QDate(value.year, value.month, value.day)
