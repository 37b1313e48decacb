"""A deadline that is the region's term until somebody chooses another day."""

from __future__ import annotations

from datetime import date

from inspector_app.ui.widgets.date_field import DateField


class DeadlineEdit(DateField):
    """Left open it says what the region's term comes to."""

    def show_deadline(self, typed: date | None, usual: date | None) -> None:
        """Show the chosen day, or the region's term with its date."""
        words = (
            self.tr("By the region's rule: {date}").format(date=usual) if usual else self.tr("Choose a day")
        )
        self.setPlaceholderText(words)
        self.show_day(typed)

    def choose_usual(self) -> None:
        self.show_day(None)

    def deadline(self) -> date | None:
        """The chosen day; ``None`` for the region's term."""
        return self.day
