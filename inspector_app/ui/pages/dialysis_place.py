"""Dialysis in an inspection: sessions side by side, what they point at, and the checklist."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from inspector_app.domain.points_work import PointsWork
from inspector_app.ui.pages.dialysis_counts import DialysisCountsPage
from inspector_app.ui.pages.one_checklist import DialysisPage
from inspector_app.ui.pages.points_sheet import EmptyWords, PointsSheetPage
from inspector_app.ui.pages.tabbed_place import TabbedPlace
from inspector_app.ui.worker import Worker


class DialysisPlace(TabbedPlace):
    """What was billed, recorded, planned and used up."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        counts, checklist = DialysisCountsPage(worker), DialysisPage(worker)
        words = EmptyWords(
            icon="droplets",
            title=translate("DialysisPlace", "Nothing to point at yet"),
            text=translate(
                "DialysisPlace",
                "Import the billing and the treatment records. Sessions without a record, other modes and "
                "models than were used, models nobody bought and more material than sessions need are "
                "pointed at.",
            ),
        )
        points = PointsSheetPage(worker, PointsWork.DIALYSIS, words)
        super().__init__(
            worker,
            (
                (translate("DialysisPlace", "Sessions"), counts),
                (translate("DialysisPlace", "Points"), points),
                (translate("DialysisPlace", "Checklist"), checklist),
            ),
            parent,
        )
        self.counts, self.points, self.checklist = counts, points, checklist
