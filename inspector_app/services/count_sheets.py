"""Count sheets for the stock room: printed from what was reconciled, typed back as a stock list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from inspector_app.documents.count_sheet import PrintedCountSheet, layout_count_sheet
from inspector_app.domain.count_sheet import CountSheet, count_sheet
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.stock import StockLine
from inspector_app.services.desk import Desk
from inspector_app.system.wording_files import WordingBook

_CHINA = timezone(timedelta(hours=8))


class CountSheetService:
    """Lays count sheets out; nothing of them is stored, what is typed back is."""

    def __init__(self, desk: Desk, wording: WordingBook) -> None:
        self._desk = desk
        self._wording = wording

    def sheet(self, lines: Iterable[StockLine]) -> CountSheet:
        """The sheet of these items; the same items give the same line numbers and the same code."""
        return count_sheet(lines)

    def pdf(self, inspection_id: InspectionId, sheet: CountSheet, place: str = "") -> bytes:
        """Return the sheet as a PDF, without any quantity that would lead the person who counts."""
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        now: datetime = self._desk.clock.now()
        return layout_count_sheet(
            PrintedCountSheet(
                wording=self._wording.section("count_sheet"),
                institution=inspection.institution.name if inspection else "",
                place=place,
                sheet=sheet,
                printed=f"{now.astimezone(_CHINA):%Y-%m-%d %H:%M}",
            )
        )
