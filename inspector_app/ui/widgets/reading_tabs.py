"""How a filled checklist is read, as tabs with their counts: what matters first, everything, each kind."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from inspector_app.domain.filled_checklist import FilledChecklist, Reading

_ALWAYS = (Reading.MATTERS, Reading.ALL)


class ReadingTabs(QTabBar):
    """Kinds of which the checklist has nothing stay away, except the one that is read."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Which answers are shown"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self._titles = (
            (Reading.MATTERS, self.tr("What matters")),
            (Reading.ALL, self.tr("Everything")),
            (Reading.NONCOMPLIANT, self.tr("Does not comply")),
            (Reading.WRONG, self.tr("Wrong")),
            (Reading.UNANSWERED, self.tr("Not answered")),
            (Reading.CHANGED, self.tr("Changed")),
            (Reading.REMARKED, self.tr("With a remark")),
            (Reading.EVIDENCE, self.tr("With evidence")),
            (Reading.ASKED, self.tr("Asked about")),
        )
        for reading, title in self._titles:
            self.setTabData(self.addTab(title), reading)
        self.currentChanged.connect(self._on_tab)

    @property
    def reading(self) -> Reading:
        return self._titles[self.currentIndex()][0]

    def choose(self, reading: Reading) -> None:
        self.setCurrentIndex([one for one, _ in self._titles].index(reading))

    def show_counts(self, filled: FilledChecklist) -> None:
        """Say how much there is of each kind; nothing is chosen by it."""
        for place, (reading, title) in enumerate(self._titles):
            count = filled.count(reading)
            self.setTabText(place, f"{title}  {count}" if count else title)
            self.setTabVisible(place, bool(count) or reading in _ALWAYS or place == self.currentIndex())

    def turn(self, step: int) -> None:
        """Go on to the next tab that is there; behind the last comes the first."""
        place = self.currentIndex()
        for _ in range(self.count()):
            place = (place + step) % self.count()
            if self.isTabVisible(place):
                self.setCurrentIndex(place)
                return

    @Slot(int)
    def _on_tab(self, _place: int) -> None:
        self.chosen.emit()
