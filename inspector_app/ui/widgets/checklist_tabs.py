"""The checklists of an inspection as tabs, each with how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from inspector_app.domain.checklist import RunProgress, RunSummary
from inspector_app.ui.language import titled


class ChecklistTabs(QTabBar):
    """Shows checklists by their title; tells which one a person turns to."""

    chosen = Signal(str)
    """The id of the checklist's run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Checklists of this inspection"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.currentChanged.connect(self._on_tab)

    def show_runs(self, runs: Sequence[RunSummary], chosen: str) -> None:
        """Show these, and that one as chosen; nothing is told of it."""
        self.blockSignals(True)
        while self.count() > len(runs):
            self.removeTab(self.count() - 1)
        while self.count() < len(runs):
            self.addTab("")
        for place, one in enumerate(runs):
            self.setTabText(place, _words(titled(one.run), one.progress))
            self.setTabData(place, (one.run.id, titled(one.run)))
            if one.run.id == chosen:
                self.setCurrentIndex(place)
        self.blockSignals(False)
        self.setVisible(bool(runs))

    def show_progress(self, progress: RunProgress) -> None:
        """Say how far the chosen one is now."""
        place = self.currentIndex()
        data = self.tabData(place) if place >= 0 else None
        if data:
            self.setTabText(place, _words(data[1], progress))

    def turn(self, step: int) -> None:
        """Go a checklist on or back; the ends stay."""
        place = self.currentIndex() + step
        if 0 <= place < self.count():
            self.setCurrentIndex(place)

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        data = self.tabData(place)
        if data:
            self.chosen.emit(str(data[0]))


def _words(title: str, progress: RunProgress) -> str:
    return f"{title}  {progress.answered}/{progress.total}"
