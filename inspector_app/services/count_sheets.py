"""Count sheets for the stock room: printed from what was reconciled, typed back as a stock list."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from inspector_app.documents.count_sheet import PrintedCountSheet, layout_count_sheet
from inspector_app.domain.count_sheet import Counted, CountSheet, PrintedCount, count_sheet, typed_back
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import InspectionId, LedgerId
from inspector_app.domain.imported_ledger import ImportedLedger, LedgerFile
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.ledger import LedgerField, LedgerKind
from inspector_app.domain.ledger_mapping import LedgerMapping, MappedColumn
from inspector_app.domain.stock import StockLine
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.system.wording_files import WordingBook

if TYPE_CHECKING:
    from inspector_app.services.evidence_intake import EvidenceIntake

Figures = Mapping[int, Sequence[str]]
"""What was typed: by the line's number one text for each of its boxes."""

_CHINA = timezone(timedelta(hours=8))
_DRAFT = "count:"
_COLUMNS = (
    (LedgerField.CODE, "医保编码"),
    (LedgerField.LOCAL_CODE, "院内编码"),
    (LedgerField.NAME, "商品名称"),
    (LedgerField.SPEC, "规格"),
    (LedgerField.UNIT, "单位"),
    (LedgerField.DATE, "盘存日期"),
    (LedgerField.QUANTITY, "实盘数量"),
)
_MAPPING = LedgerMapping(
    kind=LedgerKind.STOCK,
    columns=tuple(MappedColumn(field=field, header=header) for field, header in _COLUMNS),
)


class CountSheetService:
    """Lays count sheets out, keeps which line is which item, and takes the figures back."""

    def __init__(self, desk: Desk, wording: WordingBook, evidence: EvidenceIntake) -> None:
        self._desk = desk
        self._wording = wording
        self._evidence = evidence

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

    def print_out(self, inspection_id: InspectionId, lines: Iterable[StockLine]) -> bytes:
        """Keep the sheet of these items, so that its numbers can be typed back, and return it as a PDF."""
        sheet = self.sheet(lines)
        if not sheet.lines:
            raise UnusableInput(sentence("There is no item to be counted. Import the ledgers first."))
        store = self._desk.inspection(inspection_id)
        if store.get(PrintedCount, sheet.code) is None:
            printed = PrintedCount(
                id=sheet.code,
                sheet=sheet,
                printed_at=self._desk.clock.now(),
                printed_by=self._desk.person.id,
            )
            with store.intention("count sheet printed", self._desk.author) as unit:
                unit.put(printed)
        return self.pdf(inspection_id, sheet)

    def printed(self, inspection_id: InspectionId) -> tuple[PrintedCount, ...]:
        """Return the sheets that were printed, the latest first."""
        found = self._desk.inspection(inspection_id).all(PrintedCount)
        return tuple(sorted(found, key=lambda one: one.printed_at, reverse=True))

    def draft(self, inspection_id: InspectionId, code: str) -> dict[int, list[str]]:
        """Return what was typed of a sheet and not taken yet."""
        found = self._desk.inspection(inspection_id).derived.get(_DRAFT + code)
        return {int(number): texts for number, texts in json.loads(found).items()} if found else {}

    def keep_draft(self, inspection_id: InspectionId, code: str, figures: Figures) -> None:
        """Keep what was typed so far: no key is lost, and nothing counts yet."""
        content = json.dumps({number: list(texts) for number, texts in figures.items()})
        self._desk.inspection(inspection_id).derived.put(_DRAFT + code, content.encode())

    def take(
        self,
        inspection_id: InspectionId,
        sheet: CountSheet,
        figures: Figures,
        *,
        day: date | None,
        stock_room: str,
        counted_with: str,
    ) -> ImportedLedger:
        """Take the figures as the count of that day; the same room counted again takes the place of before.

        ``counted_with`` is the person of the institution who was present.
        """
        if day is None or not stock_room.strip() or not counted_with.strip():
            raise UnusableInput(
                sentence("Enter the day of the count, the stock room and who of the institution was present.")
            )
        counted = typed_back(sheet, figures)
        if not counted:
            raise UnusableInput(sentence("No figure was typed yet. Nothing was taken."))
        return self._keep(inspection_id, sheet.code, counted, day, stock_room.strip(), counted_with.strip())

    def _keep(
        self,
        inspection_id: InspectionId,
        code: str,
        counted: Sequence[Counted],
        day: date,
        stock_room: str,
        counted_with: str,
    ) -> ImportedLedger:
        from inspector_app.ledgers.ledger_reading import read_ledger
        from inspector_app.ledgers.ledger_table import write_parquet
        from inspector_app.ledgers.sources import SourceFile

        store, ledger_id = self._desk.inspection(inspection_id), LedgerId(self._desk.ids.new())
        name, content = f"现场盘点 {stock_room} {day} {code}.csv", _as_csv(counted, day)
        table = read_ledger([SourceFile.of_bytes(name, content)], LedgerKind.STOCK, _MAPPING)
        kept = self._evidence.keep_file(
            inspection_id,
            name,
            (content,),
            media_type="text/csv",
            size=len(content),
            target=Target(kind=TargetKind.LEDGER, id=ledger_id, label=name),
            provided_by=counted_with,
            copied_from=f"现场盘点，按盘点表{code}录入",
        )
        if kept.evidence is None:
            raise RuntimeError("kept without evidence")
        ledger = ImportedLedger(
            id=ledger_id,
            kind=LedgerKind.STOCK,
            files=(LedgerFile(name=name, sha256=kept.evidence.sha256, evidence=kept.evidence.id),),
            mapping=_MAPPING,
            counts=table.counts,
            table=kept.evidence.sha256,
            handed_over_by=counted_with,
            exported_how=f"现场盘点，按盘点表{code}录入",
            taken_at=self._desk.clock.now(),
            taken_by=self._desk.person.id,
            stock_room=stock_room,
        )
        with store.intention("count typed back", self._desk.author) as unit:
            ref = store.blobs.add(write_parquet(table))
            for one in store.all(ImportedLedger):
                if one.stock_room == stock_room and _is_of(one, day):
                    unit.remove(ImportedLedger, one.id)
            unit.put(replace(ledger, table=ref.sha256))
            unit.publish(ref)
        if store.derived.get(_DRAFT + code) is not None:
            store.derived.drop(_DRAFT + code)
        return ledger


def _is_of(ledger: ImportedLedger, day: date) -> bool:
    return ledger.name.startswith(f"现场盘点 {ledger.stock_room} {day} ")


def _as_csv(counted: Sequence[Counted], day: date) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([header for _, header in _COLUMNS])
    for one in counted:
        national = "" if one.local_code else one.code
        writer.writerow([national, one.local_code, one.name, one.spec, one.unit, day, one.quantity])
    return text.getvalue().encode("utf-8-sig")
