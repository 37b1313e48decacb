"""Stock in an inspection: ledgers reconciled, trace codes, charges, papers, scans, and the checklist."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from inspector_app.domain.points_work import PointsWork
from inspector_app.ui.pages.one_checklist import StockPage
from inspector_app.ui.pages.points_sheet import EmptyWords, PointsSheetPage
from inspector_app.ui.pages.purchase_papers import PurchasePapersPage
from inspector_app.ui.pages.stock_sheet import StockSheetPage
from inspector_app.ui.pages.tabbed_place import TabbedPlace
from inspector_app.ui.pages.trace_scanning import TraceScanningPage
from inspector_app.ui.worker import Worker


class StockPlace(TabbedPlace):
    """What came in and went out, code by code where there are codes, and what the shelves say."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        sheet, checklist = StockSheetPage(worker), StockPage(worker)
        trace = PointsSheetPage(worker, PointsWork.TRACE, _trace_words())
        charges = PointsSheetPage(worker, PointsWork.CHARGES, _charge_words())
        stays = PointsSheetPage(worker, PointsWork.STAYS, _stay_words())
        papers, scanning = PurchasePapersPage(worker), TraceScanningPage(worker)
        translate = QCoreApplication.translate
        super().__init__(
            worker,
            (
                (translate("StockPlace", "Reconciliation"), sheet),
                (translate("StockPlace", "Trace codes"), trace),
                (translate("StockPlace", "Checklist"), checklist),
                (translate("StockPlace", "Charges"), charges),
                (translate("StockPlace", "Stays"), stays),
                (translate("StockPlace", "Papers"), papers),
                (translate("StockPlace", "Scanning"), scanning),
            ),
            parent,
        )
        self.sheet, self.trace, self.checklist = sheet, trace, checklist
        self.charges, self.stays = charges, stays
        self.papers, self.scanning = papers, scanning


def _trace_words() -> EmptyWords:
    translate = QCoreApplication.translate
    return EmptyWords(
        icon="package",
        title=translate("StockPlace", "No trace codes yet"),
        text=translate(
            "StockPlace",
            "Import the settled trace codes, and the purchases with theirs where there are any. A code "
            "settled twice, elsewhere too, before its purchase or without one is pointed at.",
        ),
    )


def _charge_words() -> EmptyWords:
    translate = QCoreApplication.translate
    return EmptyWords(
        icon="package",
        title=translate("StockPlace", "No billing yet"),
        text=translate(
            "StockPlace",
            "Import the billing. What is billed twice, in parts, too often, too dear or for the wrong person "
            "by the region's rules is pointed at, net of refunds.",
        ),
    )


def _stay_words() -> EmptyWords:
    translate = QCoreApplication.translate
    return EmptyWords(
        icon="bed-double",
        title=translate("StockPlace", "No billing yet"),
        text=translate(
            "StockPlace",
            "Import the billing with admissions and discharges. Fees outside the stay, stays on the same "
            "days, admissions soon after a discharge and days without any service are pointed at.",
        ),
    )
