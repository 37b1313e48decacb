"""Wards: the walk along the beds, one key a status, with the hospital's list or without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.evidence import Target
from inspector_app.domain.headcount import BedCheck, BedRow, BedStatus, Ward
from inspector_app.domain.headcount_suspicions import target_of
from inspector_app.domain.ids import BedCheckId, InspectionId
from inspector_app.domain.roster import bare_bed, ward_key
from inspector_app.services.headcounts import WalkView, WardProgress
from inspector_app.ui.models.bed_rows import BedRowsModel, WardsModel
from inspector_app.ui.pages.matching import Matching
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.roster_import import RosterImport
from inspector_app.ui.pages.ward_sheet import SheetTyping
from inspector_app.ui.printing import Printing
from inspector_app.ui.widgets.bed_details import BedDetails
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.entry_strip import Entry, EntryStrip, split_bed
from inspector_app.ui.widgets.walk_pane import WalkPane, action_button
from inspector_app.ui.widgets.ward_list import WardList
from inspector_app.ui.worker import Worker

if TYPE_CHECKING:
    from inspector_app.services.activities import Activities


class WardsPage(InspectionPage):
    """Joins the walk to the headcount's service."""

    concerns = frozenset({"bed_check", "roster", "ward"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.ward_id = ""
        self.pass_number = 1
        self._view: WalkView | None = None
        self._saved: dict[str, BedCheckId] = {}
        """Looks by row, kept on the databases' thread, so that two quick keys make one look."""
        self._wanted = ""
        self._raised_for: set[str] = set()
        self.wards_model = WardsModel()
        self.beds_model = BedRowsModel()
        self.printing = Printing(self)
        self._make_actions()
        self._build()

    def _make_actions(self) -> None:
        act = self.action
        self.note_action = act(self.tr("&Note"), self.write_note, "N")
        self.photograph_action = act(self.tr("&Photograph"), self.photograph, "P")
        self.person_action = act(self.tr("&Unknown person"), self.unknown_person, "U")
        self.share_action = act(self.tr("Shares this bed"), self.sharing_person, "Shift+U")
        self.find_action = act(self.tr("Find a name or bed"), self.find_somebody, "/")
        self.bed_action = act(self.tr("New &bed"), self.new_bed, "B")
        self.ward_action = act(self.tr("New &ward"), self.new_ward, "W")
        self.undo_action = act(self.tr("Undo"), self.undo, "Ctrl+Z")
        self.pass_action = act(self.tr("Second pass"), self.toggle_pass, "T")
        self.match_action = act(self.tr("&Match with the list"), self.match, "M")
        self.import_action = act(self.tr("Import a list"), self.import_list, "Ctrl+I")
        self.sheet_action = act(self.tr("Print the ward sheet"), self.print_sheet, "Ctrl+P")
        self.back_action = act(self.tr("Type a sheet back"), self.type_back, "Ctrl+B")
        self.suspicions_action = act(self.tr("Look for &suspicions"), self.look_for_suspicions, "S")
        self.group_action = act(self.tr("Give the ward to a &group"), self.assign_group, "G")
        act(self.tr("Next ward"), lambda: self.ward_list.step(1), "Ctrl+PgDown")
        act(self.tr("Ward before"), lambda: self.ward_list.step(-1), "Ctrl+PgUp")
        act(self.tr("Walk this ward earlier"), lambda: self._move_ward(-1), "Ctrl+Shift+Up")
        act(self.tr("Walk this ward later"), lambda: self._move_ward(1), "Ctrl+Shift+Down")

    def _build(self) -> None:
        self.ward_list = WardList(self.wards_model)
        self.ward_list.chosen.connect(self._on_ward)
        at_beds = (self.note_action, self.photograph_action, self.person_action, self.bed_action)
        foot = (*at_beds, self.find_action, self.undo_action)
        self.pane = WalkPane(self.beds_model, self.pass_action, self.match_action, foot)
        beds = self.pane.beds
        beds.statusKeyed.connect(self._on_status)
        beds.statusClicked.connect(lambda _position, status: self._on_status(status))
        beds.lastPassed.connect(self._on_last)
        beds.revealHeld.connect(self._on_reveal)
        beds.selectionModel().currentChanged.connect(self._on_bed)
        self.details = BedDetails(self)
        self.details.hide()
        self.empty = EmptyState(
            "bed-double",
            self.tr("No ward yet"),
            self.tr(
                "Enter the first ward as on its door (W) and begin with bed and name, or import the "
                "hospital's list of inpatients (Ctrl+I). The list may also come later."
            ),
            self.ward_action,
        )
        self.first_ward = EntryStrip()
        empty_layout = self.empty.layout()
        if isinstance(empty_layout, QVBoxLayout):
            centred = Qt.AlignmentFlag.AlignHCenter
            empty_layout.insertWidget(empty_layout.count() - 1, action_button(self.import_action), 0, centred)
            empty_layout.insertWidget(empty_layout.count() - 1, self.first_ward)
        for strip in (self.pane.strip, self.first_ward):
            strip.entered.connect(self._on_entered)
            strip.edited.connect(self._on_edited)
            strip.left.connect(self._to_beds)
        self.matching = Matching(self.worker)
        self.matching.found.connect(self._to_matching)
        self.importing = RosterImport(self.worker)
        self.typing = SheetTyping(self.worker)
        self.stack = QStackedWidget()
        for pane in (self.matching, self.importing, self.typing):
            pane.closed.connect(self._to_walk)
        for widget in (self.empty, self.pane, self.matching, self.importing, self.typing):
            self.stack.addWidget(widget)
        self.stack.currentChanged.connect(self._arrange_actions)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.ward_list)
        across.addWidget(self.stack, 1)

    # Showing

    def open(self, inspection_id: str) -> None:
        if inspection_id != self.inspection_id:
            self.ward_id, self.pass_number, self._view = "", 1, None
            self.beds_model.forget_typed()
            self._raised_for.clear()
        for page in (self.importing, self.matching, self.typing):
            page.inspection_id = inspection_id
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection, ward, number = InspectionId(self.inspection_id), self.ward_id, self.pass_number
        if inspection:
            self.worker.run(lambda a: _look(a, inspection, ward, number), self._show)

    def select(self, identity: str) -> None:
        """Show the bed of a check that a link names, as soon as it is here."""
        self._wanted = identity
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.headcounts.checks(inspection), self._show_wanted)

    def target(self) -> Target | None:
        row = self._current()
        return target_of(row.check) if row is not None and row.check is not None else None

    def progress_text(self) -> str:
        house = self._view.house_summary if self._view is not None else None
        return f"{house.looked_at}/{house.listed}" if house is not None and house.has_list else ""

    @Slot(object)
    def _show(self, found: tuple[str, tuple[WardProgress, ...], WalkView | None]) -> None:
        inspection, wards, view = found
        if inspection != self.inspection_id:
            return
        self.ward_list.show_wards(wards, view.ward.id if view is not None else "")
        if view is None:
            self._view = None
            if self.stack.currentWidget() is not self.importing:
                self.stack.setCurrentWidget(self.empty)
            return
        self.ward_id = view.ward.id
        self._view = view
        if self.stack.currentWidget() is self.empty:
            self._to_walk()
        self.pane.show_view(view, sum(one.proposals for one in wards))
        self._arrange_actions()
        self._show_rows(view)
        if view.house_summary.is_final and view.ward.id not in self._raised_for:
            self._raised_for.add(view.ward.id)
            inspection_id = InspectionId(self.inspection_id)
            self.worker.run(lambda a: a.headcounts.raise_suspicions(inspection_id))

    def _show_rows(self, view: WalkView) -> None:
        before = self._current()
        position = self.pane.beds.currentIndex().row()
        rows = self.beds_model.show_walk(view.ward.id, view.rows)
        wanted = self.beds_model.position_of_row(before) if before is not None else -1
        if self._wanted:
            wanted = next(
                (p for p, row in enumerate(rows) if row.check is not None and row.check.id == self._wanted),
                wanted,
            )
            self._wanted = ""
        if rows:
            self.pane.beds.go_to(wanted if wanted >= 0 else min(max(position, 0), len(rows) - 1))
        self._on_bed()

    def _show_wanted(self, checks: list[BedCheck]) -> None:
        check = next((one for one in checks if one.id == self._wanted), None)
        if check is not None:
            self.ward_id, self.pass_number = ward_key(check.ward), check.pass_number
            self.refresh()

    def _current(self) -> BedRow | None:
        return self.beds_model.row(self.pane.beds.currentIndex().row())

    @Slot()
    def _to_walk(self) -> None:
        self.stack.setCurrentWidget(self.pane if self._view is not None else self.empty)
        self._to_beds()

    @Slot()
    def _arrange_actions(self, *_: object) -> None:
        """The walk's keys rest while another pane with keys of its own is shown."""
        walking = self.stack.currentWidget() in (self.pane, self.empty)
        for action in self.actions():
            action.setEnabled(walking and (action is not self.match_action or self.pane.waiting > 0))

    @Slot()
    def _to_matching(self) -> None:
        self.stack.setCurrentWidget(self.matching)

    @Slot()
    def _to_beds(self, *_: object) -> None:
        self.pane.beds.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_bed(self, *_: object) -> None:
        row = self._current()
        self.details.show_row(row, revealed=self.beds_model.revealed)
        self.contextChanged.emit(self.details if row is not None else None)

    @Slot(bool)
    def _on_reveal(self, held: bool) -> None:
        self.beds_model.reveal(held)
        self._on_bed()

    # The keys

    @Slot(object)
    def _on_status(self, status: BedStatus) -> None:
        row = self._current()
        if row is None or self._view is None:
            return
        inspection, ward, number = InspectionId(self.inspection_id), self._view.ward.name, self.pass_number
        saved, key = self._saved, f"{number}/{row.key}"

        def check(a: Activities) -> BedCheck:
            check_id = row.check.id if row.check is not None else saved.get(key)
            looked = a.headcounts.check_bed(
                inspection,
                ward=ward,
                bed=row.bed,
                name=row.name,
                status=status,
                pass_number=number,
                listed=row.listed,
                check_id=check_id,
                unknown_person=row.earlier.unknown_person if row.earlier is not None else False,
            )
            saved[key] = looked.id
            return looked

        self.worker.run(check)

    @Slot()
    def _on_last(self) -> None:
        view = self._view
        if view is None or not view.ward_summary.has_list:
            self.new_bed()

    def write_note(self) -> None:
        row = self._current()
        if row is not None and row.check is not None:
            prompt = self.tr("Note for bed {bed}").format(bed=bare_bed(row.bed))
            self.pane.strip.ask(Entry.NOTE, prompt, row.check.note, self.tr("Enter saves"))
        else:
            self._say_status_first()

    def photograph(self) -> None:
        target = self.target()
        if target is not None:
            self.evidenceWanted.emit(target)
        else:
            self._say_status_first()

    def _say_status_first(self) -> None:
        self.pane.tell(self.tr("Say first what is at the bed: press one of the keys of its row."))

    def unknown_person(self) -> None:
        row = self._current()
        bed = row.bed if row is not None else ""
        hint = self.tr("bed and name; the name may be left out")
        self.pane.strip.ask(Entry.PERSON, self.tr("Unknown person"), f"{bed} " if bed else "", hint)
        self.pane.strip.line.end(False)

    def sharing_person(self) -> None:
        row = self._current()
        if row is not None and row.check is not None:
            prompt = self.tr("Who else is in bed {bed}?").format(bed=bare_bed(row.bed))
            self.pane.strip.ask(Entry.SHARER, prompt, "", self.tr("the name may be left out"))
        else:
            self._say_status_first()

    def find_somebody(self) -> None:
        self.pane.strip.ask(Entry.FIND, self.tr("Find"), "", self.tr("name or bed"))

    def new_bed(self) -> None:
        if self._view is None:
            self.new_ward()
            return
        last = self.beds_model.row(self.beds_model.rowCount() - 1)
        following = str(int(last.bed) + 1) if last is not None and last.bed.isdecimal() else ""
        self.pane.strip.ask(
            Entry.BED, self.tr("Bed"), following, self.tr("bed, a space, the name if you know it")
        )

    def new_ward(self) -> None:
        strip = self.pane.strip if self._view is not None else self.first_ward
        strip.ask(Entry.WARD, self.tr("Ward"), "", self.tr("as on its door"))

    def assign_group(self) -> None:
        if self._view is not None:
            hint = self.tr("one letter; empty gives it to nobody")
            self.pane.strip.ask(Entry.GROUP, self.tr("Group"), self._view.ward.group, hint)

    def undo(self) -> None:
        inspection, saved = InspectionId(self.inspection_id), self._saved

        def take_back(a: Activities) -> None:
            saved.clear()
            a.headcounts.undo(inspection)

        self.worker.run(take_back)

    def toggle_pass(self) -> None:
        self.pass_number = 1 if self.pass_number > 1 else 2
        self.refresh()
        self._to_beds()

    def import_list(self) -> None:
        self.stack.setCurrentWidget(self.importing)
        self.importing.choose_file()

    def match(self) -> None:
        self.matching.refresh()

    def type_back(self) -> None:
        if self._view is not None:
            self.typing.begin(self._view)
            self.stack.setCurrentWidget(self.typing)
            self.typing.start()

    def print_sheet(self) -> None:
        inspection, ward, number = InspectionId(self.inspection_id), self.ward_id, self.pass_number
        if ward:
            self.worker.run(lambda a: a.ward_sheets.sheet(inspection, ward, number), self.send_to_printer)

    def send_to_printer(self, pdf: bytes) -> None:
        """Hand a laid-out sheet to the system's dialog."""
        title = self.tr("Ward sheet")
        self.printing.ask(pdf, title, 1, lambda _copies: None, self.worker.problem.emit)

    def look_for_suspicions(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.headcounts.raise_suspicions(inspection), lambda _: self.goTo.emit("findings", "")
        )

    # What was typed

    @Slot(object, str)
    def _on_entered(self, kind: Entry, text: str) -> None:
        row = self._current()
        inspection, number = InspectionId(self.inspection_id), self.pass_number
        if kind is Entry.WARD and text.strip():
            self.worker.run(lambda a: a.headcounts.add_ward(inspection, text), self._show_new_ward)
        elif kind is Entry.GROUP:
            ward_id = self.ward_id
            self.worker.run(lambda a: a.headcounts.assign_ward(inspection, ward_id, text))
        elif kind is Entry.BED and text.strip():
            self._add_typed_bed(text)
        elif kind is Entry.NOTE and row is not None and row.check is not None:
            check_id = row.check.id
            self.worker.run(lambda a: a.headcounts.note(inspection, check_id, text))
        elif kind in (Entry.PERSON, Entry.SHARER) and self._view is not None:
            ward = self._view.ward.name
            bed, name = split_bed(text)
            shares = (
                row.check.id if kind is Entry.SHARER and row is not None and row.check is not None else None
            )
            if kind is Entry.SHARER and row is not None:
                bed, name = row.bed, text.strip()
            self.worker.run(
                lambda a: a.headcounts.add_person(
                    inspection, ward=ward, bed=bed, name=name, pass_number=number, shares_with=shares
                )
            )
        self._to_beds()

    @Slot(object, str)
    def _on_edited(self, kind: Entry, text: str) -> None:
        if kind is Entry.FIND:
            position = self.beds_model.find(text)
            if position >= 0:
                self.pane.beds.go_to(position)

    def _add_typed_bed(self, text: str) -> None:
        if self._view is None:
            return
        bed, name = split_bed(text)
        position = self.beds_model.position_of_bed(bed, name)
        if position >= 0:
            self.pane.beds.go_to(position)
            return
        row = BedRow(ward=self._view.ward.name, bed=bed, name=name)
        self.beds_model.type_bed(self.ward_id, row)
        self._show_rows(self._view)
        self.pane.beds.go_to(self.beds_model.position_of(row.key))

    @Slot(object)
    def _show_new_ward(self, ward: Ward) -> None:
        self.ward_id = ward.id
        self.refresh()
        self.worker.run(lambda _: None, lambda _: self.new_bed())

    # Wards

    @Slot(str)
    def _on_ward(self, ward_id: str) -> None:
        self.ward_id = ward_id
        self.refresh()

    def _move_ward(self, step: int) -> None:
        inspection, order = InspectionId(self.inspection_id), self.ward_list.order_after_moving(step)
        if order:
            self.worker.run(lambda a: a.headcounts.order_wards(inspection, order))


def _look(
    a: Activities, inspection: InspectionId, ward_id: str, number: int
) -> tuple[str, tuple[WardProgress, ...], WalkView | None]:
    """The wards and the walk of one of them; of the first where that one is gone."""
    headcounts = a.headcounts
    wards = headcounts.wards(inspection)
    ids = [one.ward.id for one in wards]
    if not ids:
        return inspection, wards, None
    return inspection, wards, headcounts.walk(inspection, ward_id if ward_id in ids else ids[0], number)
