"""The counts that run along while the beds are walked, and the in-bed rate they make."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.headcount_suspicions import percent
from inspector_app.domain.in_bed_rate import HeadcountSummary
from inspector_app.ui.bed_words import status_word
from inspector_app.ui.widgets.marks import label


class HeadcountBar(QWidget):
    """Rate of the ward in large type, what it is made of beside it, the house beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        self.rate = label("—", "figure")
        self.rate.setAccessibleName(self.tr("In-bed rate of the ward"))
        across.addWidget(self.rate)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.ward = label("")
        self.house = label("", "small")
        for line in (self.ward, self.house):
            line.setMinimumWidth(60)
            words.addWidget(line)
        across.addLayout(words, 1)

    def show_counts(self, ward: HeadcountSummary, house: HeadcountSummary) -> None:
        self.rate.setText(percent(ward.rate) if ward.rate is not None else "—")
        self.ward.setText(self._counts(ward))
        self.ward.setToolTip("\n".join(f"{status_word(status)}: {count}" for status, count in ward.statuses))
        rate = percent(house.rate) if house.rate is not None else "—"
        whole = house.listed if house.has_list else house.looked_at
        text = self.tr("House: {rate} in bed · {looked_at} of {whole} seen")
        self.house.setText(text.format(rate=rate, looked_at=house.looked_at, whole=whole))
        self.house.setToolTip(self._counts(house))

    def _counts(self, summary: HeadcountSummary) -> str:
        parts = [
            self.tr("{present} of {counted} in bed").format(present=summary.present, counted=summary.counted),
            self.tr("{count} on leave").format(count=summary.on_leave) if summary.on_leave else "",
            self.tr("{count} not found").format(count=summary.count(BedStatus.NOT_FOUND))
            if summary.count(BedStatus.NOT_FOUND)
            else "",
            self.tr("{count} not on the list").format(count=summary.unknown) if summary.unknown else "",
            self.tr("{count} to go").format(count=summary.remaining) if summary.remaining else "",
            "" if summary.has_list else self.tr("no list yet"),
        ]
        return " · ".join(part for part in parts if part)
