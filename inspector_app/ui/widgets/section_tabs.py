"""The sections of one's work as tabs with their counts; Left and Right turn them from the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from inspector_app.domain.inspection import Section


class SectionTabs(QTabBar):
    """All inspections first, then each section; what is late is marked by its count."""

    chosen = Signal(object)
    """A :class:`Section`, or ``None`` for all of them."""

    def __init__(self, headings: Mapping[Section, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sections"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self._titles: list[tuple[Section | None, str]] = [(None, self.tr("All")), *headings.items()]
        for section, title in self._titles:
            self.setTabData(self.addTab(title), section)
        self.currentChanged.connect(self._on_tab)

    def show_counts(self, counts: Mapping[Section, int]) -> None:
        for place, (section, title) in enumerate(self._titles):
            count = sum(counts.values()) if section is None else counts[section]
            self.setTabText(place, f"{title}  {count}" if count else title)

    def turn(self, step: int) -> None:
        """Go a tab on or back; the ends stay."""
        place = self.currentIndex() + step
        if 0 <= place < self.count():
            self.setCurrentIndex(place)

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        self.chosen.emit(self._titles[place][0])
