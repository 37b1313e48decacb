"""Typing a printed ward sheet back: one row a line, one key a status, all of it taken at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt, QTimeZone, Signal, Slot
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.calendar import BEIJING_SECONDS
from inspector_app.domain.headcount import BedCheck, BedRow, BedStatus
from inspector_app.domain.ids import BedCheckId, InspectionId, PersonId
from inspector_app.domain.roster import bare_bed
from inspector_app.domain.wording import counted
from inspector_app.services import sheet_drafts
from inspector_app.services.sheet_drafts import SheetDraft, SheetLine
from inspector_app.services.walk_views import SheetEntry, WalkView
from inspector_app.ui.models.bed_rows import BedRowsModel
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.action_bar import ActionBar
from inspector_app.ui.widgets.bed_list import BedList
from inspector_app.ui.widgets.entry_strip import Entry, EntryStrip, split_bed
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label, thin_line
from inspector_app.ui.worker import Worker

if TYPE_CHECKING:
    from inspector_app.services.activities import Activities

_DRAFT = BedCheckId("")


class SheetTyping(InspectionPage):
    """The sheet's lines as they were printed; a key sets the status and goes to the next line."""

    closed = Signal()
    concerns = frozenset({"none"})
    """Nothing changes a sheet while it is typed."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._pass = 1
        self.model = BedRowsModel()
        self._rows: list[BedRow] = []
        self._printed: tuple[BedRow, ...] = ()
        self._ward = ""
        self.title = label("", "subtitle")
        self.walked_at = QDateTimeEdit()
        self.walked_at.setTimeZone(QTimeZone(BEIJING_SECONDS))
        self.walked_at.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.walked_at.setCalendarPopup(True)
        self.walked_at.setAccessibleName(self.tr("Time on the sheet"))
        self.list = BedList()
        self.list.setObjectName("sheetList")
        self.list.setModel(self.model)
        self.list.statusKeyed.connect(self._on_status)
        self.list.statusClicked.connect(lambda _position, status: self._on_status(status))
        self.list.revealHeld.connect(self.model.reveal)
        self.list.lastPassed.connect(self._new_line)
        self.strip = EntryStrip()
        self.strip.entered.connect(self._on_entered)
        self.strip.left.connect(lambda _kind: self.list.setFocus())
        self.progress = label("", "muted")
        take = self.action(self.tr("Take the sheet"), self.take, "Ctrl+Return")
        back = self.action(self.tr("Back to the beds"), self.closed.emit, "Escape")
        line = self.action(self.tr("Hand-written line"), self._new_line, "B")
        note = self.action(self.tr("Note"), self._note, "N")
        before = self.action(self.tr("Line before"), self._line_before, "Backspace")
        self.take_button = ActionButton(take, quiet=False)
        self.take_button.setProperty("role", "primary")

        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 12, 8)
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.progress)
        head.addWidget(label(self.tr("Walked at"), "caption"))
        head.addWidget(self.walked_at)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 4)
        foot.addWidget(self.take_button)
        foot.addWidget(ActionBar((back, line, note, before)), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(thin_line())
        layout.addWidget(self.list, 1)
        layout.addWidget(self.strip)
        layout.addLayout(foot)

    def begin(self, view: WalkView) -> None:
        """Show the lines of a ward's sheet, nothing ticked."""
        self._ward, self._pass = view.ward.name, view.pass_number
        self.title.setText(self.tr("Sheet of {ward}").format(ward=view.ward.name))
        self._rows = [
            BedRow(ward=row.ward, bed=row.bed, name=row.name, listed=row.listed)
            for row in view.rows
            if row.listed is not None or row.check is None
        ]
        self._printed = tuple(self._rows)
        self.walked_at.setDateTime(QDateTime.currentDateTime())
        self.model.show(())
        self._show()
        inspection, ward, number = InspectionId(self.inspection_id), self._ward, self._pass
        self.worker.run(lambda a: sheet_drafts.kept(a.desk, inspection, ward, number), self._bring_back)

    @Slot(object)
    def _bring_back(self, draft: SheetDraft | None) -> None:
        """Put back what was typed before the sheet was left."""
        if draft is None or not any(line.status for line in draft.lines):
            return
        places = {_key_of(row): position for position, row in enumerate(self._rows)}
        for line in draft.lines:
            position = places.get((line.listed, line.bed, line.name))
            if position is None:
                self._rows.append(BedRow(ward=self._ward, bed=line.bed, name=line.name))
                position = len(self._rows) - 1
            if line.status is not None:
                row = self._rows[position]
                self._rows[position] = replace(row, check=self._draft(row, line.status, line.note))
        self.walked_at.setDateTime(QDateTime.fromSecsSinceEpoch(int(draft.walked_at.timestamp())))
        self._show()
        here = next((place for place, row in enumerate(self._rows) if row.check is None), 0)
        self.list.go_to(here)

    def _keep(self) -> None:
        """Keep what stands on the sheet now; leaving it loses nothing."""
        printed = {_key_of(row) for row in self._printed}
        draft = SheetDraft(
            walked_at=self._time(),
            lines=tuple(
                SheetLine(
                    bed=row.bed,
                    name=row.name,
                    listed=row.listed.key if row.listed is not None else "",
                    status=row.check.status if row.check is not None else None,
                    note=row.check.note if row.check is not None else "",
                )
                for row in self._rows
                if row.check is not None or _key_of(row) not in printed
            ),
        )
        inspection, ward, number = InspectionId(self.inspection_id), self._ward, self._pass
        self.worker.run(lambda a: sheet_drafts.keep(a.desk, inspection, ward, number, draft))

    def _time(self) -> datetime:
        return datetime.fromtimestamp(self.walked_at.dateTime().toSecsSinceEpoch(), UTC)

    def start(self) -> None:
        """Take the keyboard at the first line."""
        if self._rows:
            self.list.go_to(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._rows:
            self._new_line()

    def entries(self) -> tuple[SheetEntry, ...]:
        """The lines that have a status."""
        return tuple(
            SheetEntry(
                bed=row.bed, name=row.name, status=row.check.status, note=row.check.note, listed=row.listed
            )
            for row in self._rows
            if row.check is not None
        )

    @Slot()
    def take(self) -> None:
        entries = self.entries()
        if entries:
            at = self._time()
            inspection, ward, number = InspectionId(self.inspection_id), self._ward, self._pass

            def take_back(a: Activities) -> None:
                a.headcounts.type_back(inspection, ward, entries, pass_number=number, walked_at=at)
                sheet_drafts.forget(a.desk, inspection, ward, number)

            self.worker.run(take_back, lambda _: self.closed.emit())

    @Slot(object)
    def _on_status(self, status: BedStatus) -> None:
        position = self.list.currentIndex().row()
        if not 0 <= position < len(self._rows):
            return
        row = self._rows[position]
        note = row.check.note if row.check is not None else ""
        self._rows[position] = replace(row, check=self._draft(row, status, note))
        self._show()
        self._keep()
        if position + 1 < len(self._rows):
            self.list.go_to(position + 1)

    def _draft(self, row: BedRow, status: BedStatus, note: str) -> BedCheck:
        return BedCheck(
            id=_DRAFT,
            ward=row.ward,
            bed=row.bed,
            name=row.name,
            status=status,
            note=note,
            checked_at=datetime.now(UTC),
            checked_by=PersonId(""),
        )

    @Slot()
    def _new_line(self) -> None:
        self.strip.ask(Entry.BED, self.tr("Hand-written line"), "", self.tr("bed, a space, the name"))

    @Slot()
    def _note(self) -> None:
        """Ask for a note to the line that was ticked last: a status goes on to the next line by itself."""
        here = self.list.currentIndex().row()
        for position in (here, here - 1):
            if 0 <= position < len(self._rows) and (check := self._rows[position].check) is not None:
                self.list.go_to(position)
                prompt = self.tr("Note for bed {bed}").format(bed=bare_bed(self._rows[position].bed))
                self.strip.ask(Entry.NOTE, prompt, check.note, self.tr("Enter keeps it"))
                return

    @Slot()
    def _line_before(self) -> None:
        self.list.go_to(max(self.list.currentIndex().row() - 1, 0))

    @Slot(object, str)
    def _on_entered(self, kind: Entry, text: str) -> None:
        position = self.list.currentIndex().row()
        if kind is Entry.BED and text.strip():
            bed, name = split_bed(text)
            self._rows.append(BedRow(ward=self._ward, bed=bed, name=name))
            self._show()
            self._keep()
            self.list.go_to(len(self._rows) - 1)
        elif kind is Entry.NOTE and 0 <= position < len(self._rows):
            row = self._rows[position]
            if row.check is not None:
                self._rows[position] = replace(row, check=replace(row.check, note=text.strip()))
                self._show()
                self._keep()
                if position + 1 < len(self._rows):
                    self.list.go_to(position + 1)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        position = self.list.currentIndex().row()
        self.model.show(tuple(self._rows))
        if 0 <= position < len(self._rows):
            self.list.go_to(position)
        done = sum(row.check is not None for row in self._rows)
        self.progress.setText(
            counted(len(self._rows), self.tr("{done} of 1 line"), self.tr("{done} of {lines} lines")).format(
                done=done, lines=len(self._rows)
            )
        )


def _key_of(row: BedRow) -> tuple[str, str, str]:
    return (row.listed.key if row.listed is not None else "", row.bed, row.name)
