"""Ward sheets for the pen: the beds of a ward with empty boxes, to be walked and typed back."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from inspector_app.documents.ward_sheet import SheetRow, WardSheet, layout_ward_sheet
from inspector_app.domain.headcount import STATUS_KEYS, BedStatus
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.services.desk import Desk
from inspector_app.services.headcounts import HeadcountService
from inspector_app.system.wording_files import WordingBook

_CHINA = timezone(timedelta(hours=8))
_SPARE = 6
_WITHOUT_LIST = 30
"""Empty lines of a sheet that no list fills."""

STATUS_WORDS: dict[BedStatus, str] = {
    BedStatus.IN_BED: "在床",
    BedStatus.LEAVE_WITH_SLIP: "请假有条",
    BedStatus.LEAVE_WITHOUT_SLIP: "请假无条",
    BedStatus.LEAVE_OVERDUE: "请假超时",
    BedStatus.OUT_FOR_EXAMINATION: "外出检查",
    BedStatus.TRANSFERRED: "转科",
    BedStatus.DISCHARGED_UNSETTLED: "出院未结算",
    BedStatus.NOT_FOUND: "查无此人",
    BedStatus.SHARED_BED: "一床多人",
    BedStatus.IMPERSONATED: "冒名",
    BedStatus.EMPTY_BED: "空床",
}


class WardSheetService:
    """Lays ward sheets out; nothing of them is stored, what is typed back is."""

    def __init__(self, desk: Desk, headcounts: HeadcountService, wording: WordingBook) -> None:
        self._desk = desk
        self._headcounts = headcounts
        self._wording = wording

    def sheet(self, inspection_id: InspectionId, ward_id: str, pass_number: int = 1) -> bytes:
        """Return the sheet of a ward as a PDF; identity numbers are not on it, hospital numbers are."""
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        view = self._headcounts.walk(inspection_id, ward_id, pass_number)
        listed = [row.listed for row in view.rows if row.listed is not None]
        rows = tuple(
            SheetRow(
                bed=row.bed,
                name=row.name,
                hospital_number=row.listed.entry.hospital_number if row.listed else "",
            )
            for row in view.rows
        )
        return layout_ward_sheet(
            WardSheet(
                wording=self._wording.section("ward_sheet"),
                institution=inspection.institution.name if inspection else "",
                ward=view.ward.name,
                rows=rows,
                blank_rows=_SPARE if rows else _WITHOUT_LIST,
                keys={key: STATUS_WORDS[status] for key, status in STATUS_KEYS.items()},
                roster_time=_time(max(one.exported_at for one in listed)) if listed else "",
                printed=_time(self._desk.clock.now()),
            )
        )


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(_CHINA):%Y-%m-%d %H:%M}"
