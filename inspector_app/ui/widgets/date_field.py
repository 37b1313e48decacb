"""A day that may stay open: typed as people write days, or chosen in a calendar."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from inspector_app.ui import theme

_YEARS = range(1990, 2101)
_CALENDAR = 340
"""Pixels; room for eight columns of two digits."""


def read_day(text: str, today: date) -> date | None:
    """Read ``20261101``, ``2026-11-1``, ``2026年11月1日``, ``26/11/01`` or, of this year, ``11-1``."""
    plain = unicodedata.normalize("NFKC", text).strip()
    parts = re.findall(r"\d+", plain)
    if re.search(r"[^\d\s./\-年月日号]", plain):
        return None
    if len(parts) == 1:
        digits = parts[0]
        cuts = {8: (4, 6), 6: (2, 4), 4: (0, 2)}.get(len(digits))
        if cuts is None:
            return None
        parts = [digits[: cuts[0]], digits[cuts[0] : cuts[1]], digits[cuts[1] :]]
    if len(parts) == 2:
        parts = ["", *parts]
    if len(parts) != 3:
        return None
    year = int(parts[0]) if parts[0] else today.year
    year += 2000 if len(parts[0]) == 2 else 0
    try:
        return date(year, int(parts[1]), int(parts[2])) if year in _YEARS else None
    except ValueError:
        return None


class DateField(QLineEdit):
    """A line for one day; what cannot be read as one is told, and until it is mended the day before stays."""

    dayChanged = Signal()
    faulted = Signal(str)
    """Why what was typed is no day; empty as soon as it is one or is gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: date | None = None
        self._popup: QFrame | None = None
        self.setPlaceholderText(self.tr("Such as 20261101"))
        self.choose_action = self.addAction(
            theme.icon("calendar", "muted"), QLineEdit.ActionPosition.TrailingPosition
        )
        self.choose_action.setText(self.tr("Choose the day in a calendar"))
        self.choose_action.setToolTip(self.tr("Choose the day in a calendar (F4)"))
        self.choose_action.triggered.connect(self.show_calendar)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._settle)

    @property
    def day(self) -> date | None:
        """The day that is typed; of what is none, the one that stood there before."""
        return self._typed if self._is_readable else self._told

    @property
    def _typed(self) -> date | None:
        return read_day(self.text(), _today())

    @property
    def _is_readable(self) -> bool:
        return not self.text().strip() or self._typed is not None

    def show_day(self, value: date | None) -> None:
        """Show a day that is known already; nobody is told, and what is being typed stays."""
        if self.hasFocus() and self.isModified() and value == self._told:
            return
        self._told = value
        self.setText("" if value is None else value.isoformat())
        self.faulted.emit("")

    def choose(self, value: date | None) -> None:
        """Enter a day as if it were typed."""
        self.setText("" if value is None else value.isoformat())
        self.editingFinished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self.show_calendar()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_edited(self) -> None:
        if self._is_readable:
            self.faulted.emit("")

    @Slot()
    def _settle(self) -> None:
        """Write the day in the one way that the page shows, and tell it once."""
        if not self._is_readable:
            self.faulted.emit(
                self.tr(
                    "This is no day; the one before stays. Type it such as 20261101, or choose it with F4."
                )
            )
            return
        day = self._typed
        self.setText("" if day is None else day.isoformat())
        self.faulted.emit("")
        if day != self._told:
            self._told = day
            self.dayChanged.emit()

    @Slot()
    def show_calendar(self) -> None:
        """Open a calendar beneath the line, on its day or on this month."""
        if not self.isEnabled() or self.isReadOnly():
            return
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setFrameShape(QFrame.Shape.Box)
        calendar = QCalendarWidget(popup)
        calendar.setMinimumWidth(_CALENDAR)
        calendar.setAccessibleName(self.accessibleName())
        shown = self.day or _today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(self._on_chosen)
        calendar.activated.connect(self._on_chosen)
        QShortcut(Qt.Key.Key_Escape, popup, popup.close)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        popup.adjustSize()
        at = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = self.screen().availableGeometry()
        if at.y() + popup.height() > room.bottom():
            at = self.mapToGlobal(QPoint(0, -popup.height() - 2))
        at.setX(max(min(at.x(), room.right() - popup.width()), room.left()))
        popup.move(at)
        self._popup = popup
        popup.destroyed.connect(self._on_closed)
        popup.show()
        calendar.setFocus()

    @Slot()
    def _on_closed(self) -> None:
        self._popup = None

    @Slot(QDate)
    def _on_chosen(self, chosen: QDate) -> None:
        popup, self._popup = self._popup, None
        if popup is None:
            return  # a click is told twice where it also activates
        popup.close()
        self.setFocus()
        self.choose(date(chosen.year(), chosen.month(), chosen.day()))


def _today() -> date:
    today = QDate.currentDate()
    return date(today.year(), today.month(), today.day())
