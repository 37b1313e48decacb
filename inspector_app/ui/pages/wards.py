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
from inspector_app.domain.headcount import BedCheck, BedRow, BedStatus
from inspector_app.domain.headcount_suspicions import target_of
from inspector_app.domain.ids import BedCheckId, InspectionId
from inspector_app.domain.roster import ward_key
from inspector_app.services.walk_views import WalkView, WardProgress
from inspector_app.ui.models.bed_rows import BedRowsModel, WardsModel
from inspector_app.ui.pages.matching import Matching
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.roster_import import RosterImport
from inspector_app.ui.pages.walk_entries import WalkEntries
from inspector_app.ui.pages.ward_sheet import SheetTyping
from inspector_app.ui.pages.ward_takers import WardTakers
from inspector_app.ui.printing import Printing
from inspector_app.ui.widgets.bed_details import BedDetails
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.entry_strip import EntryStrip
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.walk_pane import WalkPane
from inspector_app.ui.widgets.ward_column import WardColumn
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
        self.view: WalkView | None = None
        self._saved: dict[str, BedCheckId] = {}
        """Looks by row, kept on the databases' thread, so that two quick keys make one look."""
        self._wanted = ""
        self._wanted_bed: tuple[str, str] | None = None
        self._shown_ward = ""
        self._raised_for: dict[str, object] = {}
        self.wards_model = WardsModel()
        self.beds_model = BedRowsModel()
        self.printing = Printing(self)
        self.entries = WalkEntries(self)
        self._make_actions()
        self._build()

    def _make_actions(self) -> None:
        act, entries = self.action, self.entries
        self.note_action = act(self.tr("&Note"), entries.note, "N", changes=True)
        self.identity_action = act(self.tr("&Identified by"), entries.identity, "I", changes=True)
        self.photograph_action = act(self.tr("&Photograph"), self.photograph, "P", changes=True)
        self.person_action = act(self.tr("&Unknown person"), entries.unknown_person, "U", changes=True)
        self.share_action = act(self.tr("Shares this bed"), entries.sharing_person, "Shift+U", changes=True)
        self.correct_action = act(self.tr("Correct bed and name"), entries.correct, "F2", changes=True)
        self.find_action = act(self.tr("Find a name or bed"), entries.find, "/")
        self.bed_action = act(self.tr("New &bed"), entries.new_bed, "B", changes=True)
        self.ward_action = act(self.tr("New &ward"), entries.new_ward, "W", changes=True)
        self.undo_action = act(self.tr("Undo"), self.undo, "Ctrl+Z", changes=True)
        self.pass_action = act(self.tr("Second pass"), self.toggle_pass, "T")
        self.match_action = act(self.tr("&Match with the list"), self.match, "M", changes=True)
        self.import_action = act(self.tr("Import a list"), self.import_list, "Ctrl+I", changes=True)
        self.sheet_action = act(self.tr("Print ward sheet"), self.print_sheet, "Ctrl+P")
        self.back_action = act(self.tr("Type a sheet back"), self.type_back, "Ctrl+B", changes=True)
        self.suspicions_action = act(
            self.tr("Look for &suspicions"), self.look_for_suspicions, "S", changes=True
        )
        self.bars_action = act(self.tr("Wards as bars"), lambda: self.goTo.emit("pictures", ""), "Shift+B")
        self.takers_action = act(self.tr("Who &goes here"), self.ask_takers, "G")
        self.group_action = act(self.tr("Give the ward to a group"), entries.group, "Shift+G", changes=True)
        self.mine_action = act(self.tr("Only mine"), self.toggle_mine, "Shift+W")
        act(self.tr("Next ward"), lambda: self.ward_list.step(1), "Ctrl+PgDown")
        act(self.tr("Ward before"), lambda: self.ward_list.step(-1), "Ctrl+PgUp")
        act(self.tr("Walk this ward earlier"), lambda: self._move_ward(-1), "Ctrl+Shift+Up", changes=True)
        act(self.tr("Walk this ward later"), lambda: self._move_ward(1), "Ctrl+Shift+Down", changes=True)

    def _build(self) -> None:
        house = (
            (self.ward_action, "plus"),
            (self.import_action, "file-up"),
            (self.match_action, "link"),
            (self.sheet_action, "printer"),
            (self.back_action, "keyboard"),
            (self.takers_action, "users"),
        )
        self.column = WardColumn(self.wards_model, self.mine_action, house)
        self.ward_list = self.column.list
        self.ward_list.chosen.connect(self._on_ward)
        for signal in (self.ward_list.clicked, self.ward_list.activated):
            signal.connect(self.to_beds)
        self.takers = WardTakers(self.worker, self.column.foot[-1], self.entries.group, self)
        foot = (
            self.note_action,
            self.identity_action,
            self.photograph_action,
            self.undo_action,
            self.person_action,
            self.bed_action,
            self.find_action,
            self.share_action,
            self.correct_action,
            self.suspicions_action,
            self.bars_action,
        )
        self.pane = WalkPane(self.beds_model, self.pass_action, self.match_action, foot)
        beds = self.pane.beds
        beds.statusKeyed.connect(self._on_status)
        beds.statusClicked.connect(lambda _position, status: self._on_status(status))
        beds.lastPassed.connect(self._on_last)
        beds.revealHeld.connect(self._on_reveal)
        beds.selectionModel().currentChanged.connect(self._on_bed)
        for action in beds.status_actions:
            self.holding.mark(action)
        self.details = BedDetails(self)
        self.details.hide()
        self.holding.mark(self.details.identity)
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
            list_button = ActionButton(self.import_action)
            empty_layout.insertWidget(empty_layout.count() - 1, list_button, 0, centred)
            empty_layout.insertWidget(empty_layout.count() - 1, self.first_ward)
        self.entries.listen()
        self.matching = Matching(self.worker)
        self.matching.found.connect(self._to_matching)
        self.importing = RosterImport(self.worker)
        self.importing.setMinimumWidth(320)  # the column of the wards makes room while it is shown
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
        across.addWidget(self.column)
        across.addWidget(self.stack, 1)

    # Showing

    def open(self, inspection_id: str) -> None:
        if inspection_id != self.inspection_id:
            self.ward_id, self.pass_number, self.view = "", 1, None
            self._raised_for.clear()
            self.stack.setCurrentWidget(self.pane)  # a list of another hospital is never taken in here
        for page in (self.importing, self.matching, self.typing):
            page.inspection_id = inspection_id
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection, ward, number = InspectionId(self.inspection_id), self.ward_id, self.pass_number
        if inspection:
            self.worker.run(lambda a: _look(a, inspection, ward, number), self._show)

    def select(self, identity: str) -> None:
        """Show the bed of a check, or of an entry of the list as ``<roster>/<row>``, once it is here."""
        self._wanted = identity
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: _ward_of(a, inspection, identity), self._show_wanted)

    def hold(self, reason: str) -> None:
        super().hold(reason)
        self.pane.beds.rest(reason)

    def target(self) -> Target | None:
        row = self.current()
        return target_of(row.check) if row is not None and row.check is not None else None

    def progress_text(self) -> str:
        house = self.view.house_summary if self.view is not None else None
        return f"{house.looked_at}/{house.listed}" if house is not None and house.has_list else ""

    @Slot(object)
    def _show(self, found: tuple[str, tuple[WardProgress, ...], WalkView | None]) -> None:
        inspection, wards, view = found
        if inspection != self.inspection_id:
            return
        self.column.show_wards(wards, view.ward.id if view is not None else "")
        if view is None:
            self.view = None
            if self.stack.currentWidget() is not self.importing:
                self.stack.setCurrentWidget(self.empty)
            self._arrange_actions()
            return
        self.ward_id = view.ward.id
        self.view = view
        if self.stack.currentWidget() is self.empty:
            self._to_walk()
        self.pane.show_view(view, sum(one.proposals for one in wards))
        self._arrange_actions()
        self.show_rows(view)
        seen = tuple((row.check.id, row.check.status) for row in view.rows if row.check is not None)
        state = (view.house_summary, seen)
        is_walked = view.house_summary.has_list or all(row.check is not None for row in view.rows)
        if view.house_summary.is_final and is_walked and self._raised_for.get(view.ward.id) != state:
            self._raised_for[view.ward.id] = state
            inspection_id = InspectionId(self.inspection_id)
            self.worker.run(lambda a: a.headcounts.raise_suspicions(inspection_id))

    def show_rows(self, view: WalkView) -> None:
        """Show the rows of a walk and those typed since, and stay at the bed."""
        is_same = view.ward.id == self._shown_ward
        before = self.current() if is_same else None
        position = self.pane.beds.currentIndex().row() if is_same else _first_unseen(view.rows)
        self._shown_ward = view.ward.id
        rows = view.rows
        self.beds_model.show(rows)
        wanted = self.beds_model.position_of_row(before) if before is not None else -1
        here = next((position for position, row in enumerate(rows) if _is_of(row, self._wanted)), -1)
        if self._wanted_bed is not None:
            here = self.beds_model.position_of_bed(*self._wanted_bed)
            self._wanted_bed = None if here >= 0 else self._wanted_bed
        if here >= 0:  # until its ward is shown, the wanted bed stays wanted
            wanted, self._wanted = here, ""
        if rows:
            self.pane.beds.go_to(wanted if wanted >= 0 else min(max(position, 0), len(rows) - 1))
        self._on_bed()

    def stand_on_bed(self, bed: str, name: str) -> None:
        """Go to a bed once the rows that are under way show it."""
        self._wanted_bed = (bed, name)

    def _show_wanted(self, found: tuple[str, int] | None) -> None:
        if found is not None:
            self.ward_id, self.pass_number = found
            self.refresh()
        else:
            self._wanted = ""

    def current(self) -> BedRow | None:
        """The bed that the keys are about."""
        return self.beds_model.row(self.pane.beds.currentIndex().row())

    @Slot()
    def _to_walk(self) -> None:
        self.stack.setCurrentWidget(self.pane if self.view is not None else self.empty)
        self.to_beds()

    @Slot()
    def _arrange_actions(self, *_: object) -> None:
        """The walk's keys rest while another pane with keys of its own is shown."""
        shown = self.stack.currentWidget() or self.pane
        walking = shown in (self.pane, self.empty)
        self.setFocusProxy(self.pane.beds if shown is self.pane else shown)
        self.ward_list.setEnabled(walking)
        self.column.setVisible(self.view is not None and self.stack.currentWidget() is not self.importing)
        for action in self.actions():
            action.setEnabled(walking and (action is not self.match_action or self.pane.waiting > 0))

    @Slot()
    def _to_matching(self) -> None:
        self.stack.setCurrentWidget(self.matching)

    @Slot()
    def to_beds(self, *_: object) -> None:
        """Give the keyboard back to the beds."""
        self.pane.beds.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_bed(self, *_: object) -> None:
        row = self.current()
        self.details.show_row(row, revealed=self.beds_model.revealed)
        self.contextChanged.emit(self.details if row is not None else None)

    @Slot(bool)
    def _on_reveal(self, held: bool) -> None:
        self.beds_model.reveal(held)
        self._on_bed()

    # The keys

    @Slot(object)
    def _on_status(self, status: BedStatus) -> None:
        row = self.current()
        if row is None or self.view is None:
            return
        inspection, ward, number = InspectionId(self.inspection_id), self.view.ward.name, self.pass_number
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
        view = self.view
        if view is None or not view.ward_summary.has_list:
            self.entries.new_bed()

    def photograph(self) -> None:
        target = self.target()
        if target is not None:
            self.evidenceWanted.emit(target)
        else:
            self.entries.say_status_first()

    def undo(self) -> None:
        inspection, saved = InspectionId(self.inspection_id), self._saved

        def take_back(a: Activities) -> None:
            saved.clear()
            a.headcounts.undo(inspection)

        self.worker.run(take_back)

    def toggle_pass(self) -> None:
        self.pass_number = 1 if self.pass_number > 1 else 2
        self.refresh()
        self.to_beds()

    def import_list(self) -> None:
        self.stack.setCurrentWidget(self.importing)
        self.importing.choose_file()

    def match(self) -> None:
        self.matching.refresh()

    def type_back(self) -> None:
        if self.view is not None:
            self.typing.begin(self.view)
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
            lambda a: a.headcounts.raise_suspicions(inspection),
            lambda _: self.goTo.emit("findings/suspicions", ""),
        )

    # Wards

    @Slot(str)
    def _on_ward(self, ward_id: str) -> None:
        self.ward_id = ward_id
        self.refresh()

    def ask_takers(self) -> None:
        """Ask who of the team walks the ward."""
        if self.view is not None:
            self.takers.ask(self.inspection_id, self.view.ward)

    def toggle_mine(self) -> None:
        self.column.toggle_mine()

    def _move_ward(self, step: int) -> None:
        inspection, order = InspectionId(self.inspection_id), self.ward_list.order_after_moving(step)
        if order:
            self.worker.run(lambda a: a.headcounts.order_wards(inspection, order))


def _first_unseen(rows: tuple[BedRow, ...]) -> int:
    """Where the walk of a ward goes on: its first bed without a look, in a finished ward the first bed."""
    return next((position for position, row in enumerate(rows) if row.check is None), 0)


def _is_of(row: BedRow, identity: str) -> bool:
    """Whether a row shows the check or the entry of the list that a link names."""
    if row.check is not None and row.check.id == identity:
        return True
    return row.listed is not None and row.listed.key == identity


def _ward_of(a: Activities, inspection: InspectionId, identity: str) -> tuple[str, int] | None:
    """The ward and the pass on which a check or an entry of the list stands."""
    for check in a.headcounts.checks(inspection):
        if check.id == identity:
            return ward_key(check.ward), check.pass_number
    for one in a.rosters.listed(inspection):
        if one.key == identity:
            return ward_key(one.entry.ward), 1
    return None


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
