"""The counts that run along while the beds are walked, the in-bed rate, and list time against walk time."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.headcount_suspicions import percent
from inspector_app.domain.in_bed_rate import HeadcountSummary
from inspector_app.domain.wording import counted
from inspector_app.services.walk_views import WalkView
from inspector_app.ui import theme
from inspector_app.ui.bed_words import status_word
from inspector_app.ui.widgets.marks import label


class HeadcountBar(QWidget):
    """Rate of the ward in large type, what it is made of beside it, the house and the times beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        self.rate = label("—", "figure")
        self.rate.setAccessibleName(self.tr("In-bed rate of the ward"))
        across.addWidget(self.rate)
        self._ward_words = ""
        self._words = QGridLayout()
        self._words.setHorizontalSpacing(16)
        self._words.setVerticalSpacing(0)
        self._words.setColumnStretch(2, 1)
        self.ward = label("")
        self.house = label("", "small")
        self.times = label("", "small")
        self._words.addWidget(self.ward, 0, 0, 1, 3)
        self._words.addWidget(self.house, 1, 0)
        self._words.addWidget(self.times, 1, 1)
        across.addLayout(self._words, 1)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_times()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def _place_times(self) -> None:
        """The times stand beside the house where there is room, else beneath it."""
        room = self.width() - self.rate.sizeHint().width() - 40
        beside = self.house.sizeHint().width() + self.times.sizeHint().width() <= room
        self._words.addWidget(self.house, 1, 0, 1, 1 if beside else 3)
        self._words.addWidget(self.times, 1 if beside else 2, 1 if beside else 0, 1, 1 if beside else 3)
        words = self.ward.fontMetrics().elidedText(self._ward_words, Qt.TextElideMode.ElideRight, room + 16)
        if words != self.ward.text():
            self.ward.setText(words)

    def show_counts(self, view: WalkView) -> None:
        """Show the ward's counts, the house's, and whether the list came before the walk."""
        ward, house = view.ward_summary, view.house_summary
        self.rate.setText(percent(ward.rate) if ward.rate is not None else "—")
        self._ward_words = self._counts(ward, is_left_out=house.has_list)
        self.ward.setText(self._ward_words)
        by_status = "\n".join(f"{status_word(status)}: {count}" for status, count in ward.statuses)
        self.ward.setToolTip(f"{self._ward_words}\n{by_status}".strip())
        rate = percent(house.rate) if house.rate is not None else "—"
        text = (
            self.tr("House: {rate} in bed · {looked_at} of {whole} seen")
            if house.has_list
            else self.tr("House: {rate} in bed · {looked_at} seen")
        )
        self.house.setText(text.format(rate=rate, looked_at=house.looked_at, whole=house.listed))
        self.house.setToolTip(self._counts(house))
        times, later = self._times(view)
        self.times.setText(times)
        self.times.setToolTip(
            self.tr("A list that was made after the walk proves less: people may have been added to it.")
            if later
            else times
        )
        theme.set_role(self.times, "warning" if later else "small")
        self.times.setVisible(bool(times))
        self._place_times()

    def _times(self, view: WalkView) -> tuple[str, bool]:
        """When the list was exported against when the beds were seen, and whether the list came later."""
        exported = max((row.listed.exported_at for row in view.rows if row.listed), default=None)
        seen = sorted(row.check.checked_at for row in view.rows if row.check)
        if exported is None:
            return "", False
        listed = _clock(exported, seen[0] if seen else None)
        if not seen:
            return self.tr("List of {listed} · nobody seen yet").format(listed=listed), False
        later = sum(row.list_is_later for row in view.rows)
        walked = _clock(seen[0], exported)
        if later:
            text = counted(
                later,
                self.tr("List of {listed} is later than one look (from {walked})"),
                self.tr("List of {listed} is later than {count} looks (from {walked})"),
            )
            return text.format(listed=listed, count=later, walked=walked), True
        return self.tr("List of {listed} · walked from {walked}").format(listed=listed, walked=walked), False

    def _counts(self, summary: HeadcountSummary, *, is_left_out: bool = False) -> str:
        """``is_left_out``: there is a list of the house, so that this ward has none means something."""
        no_list = self.tr("this ward is not on the list") if is_left_out else self.tr("no list yet")
        parts = [
            self.tr("{present} of {counted} in bed").format(present=summary.present, counted=summary.counted),
            self.tr("{count} on leave").format(count=summary.on_leave) if summary.on_leave else "",
            self.tr("{count} not found").format(count=summary.count(BedStatus.NOT_FOUND))
            if summary.count(BedStatus.NOT_FOUND)
            else "",
            self.tr("{count} not on the list").format(count=summary.unknown) if summary.unknown else "",
            self.tr("{count} to go").format(count=summary.remaining) if summary.remaining else "",
            "" if summary.has_list else no_list,
        ]
        return " · ".join(part for part in parts if part)


def _clock(moment: datetime, other: datetime | None) -> str:
    """Hours and minutes here; with the day where the other time is of another day."""
    local = moment.astimezone(BEIJING)
    same_day = other is not None and other.astimezone(BEIJING).date() == local.date()
    return f"{local:%H:%M}" if same_day else f"{local:%m-%d %H:%M}"
