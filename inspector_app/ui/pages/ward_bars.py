"""The headcount at a glance: wards by their in-bed rate, and the towns that patients come from, as bars."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from inspector_app.domain.headcount_suspicions import percent
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.in_bed_rate import HeadcountSummary
from inspector_app.services.headcount_pictures import HeadcountPictures, headcount_pictures
from inspector_app.ui.bar_picture import BarPicture
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.picture_leaving import PictureLeaving
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import scrolled
from inspector_app.ui.widgets.waterfall import Bar, BarKind, Waterfall
from inspector_app.ui.worker import Worker

_WARDS, _TOWNS = range(2)


class WardBarsPage(InspectionPage):
    """Two pictures; the house stands first among the wards."""

    concerns = frozenset({"bed_check", "roster", "ward"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.found: HeadcountPictures | None = None
        self.back_action = self.action(
            self.tr("Back to the wards"), lambda: self.goTo.emit("wards", ""), "Escape"
        )
        self.banner = Banner()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Which picture"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(self.tr("In-bed rate by ward"))
        self.tabs.addTab(self.tr("Towns of the patients"))
        self.tabs.currentChanged.connect(self._draw)
        self.action(self.tr("Other picture"), self._switch, "Ctrl+Tab")
        self.pictures = PictureLeaving(self, self.banner, self._picture)
        self.title = label("", "subtitle", wrap=True)
        self.bars = Waterfall()
        self.below = label("", "muted", wrap=True)
        drawn = QWidget()
        column = QVBoxLayout(drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.title, self.bars, self.below):
            column.addWidget(part)
        column.addLayout(self.pictures.buttons())
        column.addStretch()
        self.empty = EmptyState(
            "bed-double",
            self.tr("Nothing to draw yet"),
            self.tr("Walk a ward or import the hospital's list: rates and towns then stand here as bars."),
            self.back_action,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(scrolled(drawn))
        self.stack.addWidget(self.empty)
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 20, 0)
        head.addWidget(self.tabs)
        head.addStretch()
        head.addWidget(ActionButton(self.back_action, quiet=False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.tabs)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        if inspection:
            self.worker.run(lambda a: headcount_pictures(a, inspection), self._show)

    @Slot(object)
    def _show(self, found: HeadcountPictures) -> None:
        if found.inspection == self.inspection_id:
            self.found = found
            self._draw()

    @Slot()
    def _draw(self, *_: object) -> None:
        found = self.found
        if found is None:
            return
        bars = self._ward_bars(found) if self.tabs.currentIndex() == _WARDS else self._town_bars(found)
        self.title.setText(f"{found.institution}  {self.tabs.tabText(self.tabs.currentIndex())}")
        whole = sum((bar.end for bar in bars), Fraction(0))
        self.bars.show_bars(bars, Fraction(1) if self.tabs.currentIndex() == _WARDS else whole)
        self.below.setText(self._said(found))
        self.stack.setCurrentIndex(0 if bars else 1)
        self.pictures.enable(has_picture=bool(bars))

    def _ward_bars(self, found: HeadcountPictures) -> list[Bar]:
        """Every ward that was looked at, and the house where it is more than one ward."""
        walked = [(one.ward.name, one.summary) for one in found.wards if one.summary.rate is not None]
        kinds = {True: BarKind.ADDS, False: BarKind.TAKES}
        bars = [_rate_bar(name, summary, kinds[summary.rate == 1]) for name, summary in walked]
        if len(walked) > 1:
            bars.insert(0, _rate_bar(self.tr("Whole house"), found.house, BarKind.SUM))
        return bars

    def _town_bars(self, found: HeadcountPictures) -> list[Bar]:
        return [
            Bar(
                name=one.town or self.tr("No town named"),
                begin=Fraction(0),
                end=Fraction(one.persons),
                text=f"{one.persons}  {percent(one.share)}",
                kind=BarKind.SUM if one.town else BarKind.TAKES,
            )
            for one in found.towns
        ]

    def _said(self, found: HeadcountPictures) -> str:
        if self.tabs.currentIndex() == _TOWNS:
            whole = found.towns[0].of if found.towns else 0
            return self.tr("Persons on the list: {whole}; town as the address names it.").format(whole=whole)
        return self.tr(
            "In bed of those who were looked at; leave counts as the region says. Green: everybody was there."
        )

    def _picture(self) -> BarPicture | None:
        if self.found is None or not self.bars.bars:
            return None
        return BarPicture(
            title=self.title.text(), bars=self.bars.bars, below=(self.below.text(),), full=self.bars.full
        )

    def _switch(self) -> None:
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())


def _rate_bar(name: str, summary: HeadcountSummary, kind: BarKind) -> Bar:
    rate = summary.rate or Fraction(0)
    return Bar(
        name=name,
        begin=Fraction(0),
        end=rate,
        text=f"{percent(rate)}  {summary.present}/{summary.counted}",
        kind=kind,
    )
