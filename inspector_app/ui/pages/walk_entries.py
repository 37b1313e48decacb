"""What is typed on the walk: notes, persons, beds, wards and how somebody was identified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector_app.domain.headcount import BedRow, IdentityCheck, Ward, WardBed
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.roster import bare_bed
from inspector_app.ui.widgets.entry_strip import Entry, beds_of, following_bed, person_of, split_bed

if TYPE_CHECKING:
    from inspector_app.ui.pages.wards import WardsPage


class WalkEntries(QObject):
    """Asks for one line at the foot of the page, and does with it what was asked for."""

    def __init__(self, page: WardsPage) -> None:
        super().__init__(page)
        self._page = page

    def listen(self) -> None:
        """Hear both lines, the one of the walk and the one of the page without a ward."""
        page = self._page
        for strip in (page.pane.strip, page.first_ward):
            strip.entered.connect(self._on_entered)
            strip.finished.connect(self._on_finished)
            strip.edited.connect(self._on_edited)
            strip.left.connect(page.to_beds)
        page.pane.identity.changed.connect(self.identify)
        page.pane.identity.left.connect(page.to_beds)
        page.details.identified.connect(self.identify)

    # Asking

    def note(self) -> None:
        row = self._page.current()
        if row is not None and row.check is not None:
            prompt = self.tr("Note for bed {bed}").format(bed=bare_bed(row.bed))
            self._ask(Entry.NOTE, prompt, row.check.note, self.tr("Enter saves"))
        else:
            self.say_status_first()

    def say_status_first(self) -> None:
        text = self.tr("Say first what is at the bed: press one of the keys of its row.")
        self._page.pane.tell(text)

    def identity(self) -> None:
        """Ask how the person in the bed was identified; the digits are ways until Enter."""
        row = self._page.current()
        if row is None or row.check is None:
            self.say_status_first()
            return
        self._page.pane.strip.hide()
        prompt = self.tr("Bed {bed}: by").format(bed=bare_bed(row.bed))
        self._page.pane.identity.ask(prompt, row.check.identified_by)

    def unknown_person(self) -> None:
        row = self._page.current()
        bed = row.bed if row is not None else ""
        hint = self.tr("bed and name; the name may be left out")
        self._ask(Entry.PERSON, self.tr("Unknown person"), f"{bed} " if bed else "", hint)
        self._page.pane.strip.line.end(False)

    def sharing_person(self) -> None:
        row = self._page.current()
        if row is not None and row.check is not None:
            prompt = self.tr("Who else is in bed {bed}?").format(bed=bare_bed(row.bed))
            self._ask(Entry.SHARER, prompt, "", self.tr("the name may be left out"))
        else:
            self.say_status_first()

    def correct(self) -> None:
        """Correct bed and name of somebody whom no list names, such as a name that was learned later."""
        row = self._page.current()
        if row is None or row.check is None:
            self.say_status_first()
        elif row.listed is not None:
            self._page.pane.tell(self.tr("Bed and name of this person are the list's."))
        else:
            text = f"{row.bed} {row.name}"
            self._ask(Entry.CORRECTION, self.tr("Correct"), text, self.tr("bed, a space, the name"))
            self._page.pane.strip.line.end(False)

    def find(self) -> None:
        self._ask(Entry.FIND, self.tr("Find"), "", self.tr("name or bed"))

    def new_bed(self) -> None:
        if self._page.view is None:
            self.new_ward()
            return
        model = self._page.beds_model
        last = model.row(model.rowCount() - 1)
        self._ask_bed(following_bed(last.bed) if last is not None else "")

    def _ask_bed(self, proposed: str) -> None:
        hint = self.tr("Enter: the next bed · Tab: what is at this one · 01~20: many")
        self._ask(Entry.BED, self.tr("Bed, a space, the name"), proposed, hint)

    def new_ward(self) -> None:
        page = self._page
        strip = page.pane.strip if page.view is not None else page.first_ward
        strip.ask(Entry.WARD, self.tr("Ward"), "", self.tr("as on its door"))

    def group(self) -> None:
        """Ask for the letter of the group that takes the ward."""
        view = self._page.view
        if view is not None:
            hint = self.tr("one letter; empty gives it to nobody")
            self._ask(Entry.GROUP, self.tr("Group"), view.ward.group, hint)

    def _ask(self, kind: Entry, prompt: str, text: str, hint: str) -> None:
        self._page.pane.identity.hide()
        self._page.pane.strip.ask(kind, prompt, text, hint)

    # What was typed

    @Slot(object)
    def identify(self, ways: tuple[IdentityCheck, ...]) -> None:
        row = self._page.current()
        if row is not None and row.check is not None:
            inspection, check_id = InspectionId(self._page.inspection_id), row.check.id
            self._page.worker.run(lambda a: a.headcounts.identify(inspection, check_id, ways))

    @Slot(object, str)
    def _on_entered(self, kind: Entry, text: str) -> None:
        page = self._page
        row, run = page.current(), page.worker.run
        inspection = InspectionId(page.inspection_id)
        if kind is Entry.WARD and text.strip():
            run(lambda a: a.headcounts.add_ward(inspection, text), self._show_new_ward)
        elif kind is Entry.GROUP:
            ward_id = page.ward_id
            run(lambda a: a.headcounts.assign_ward(inspection, ward_id, text))
        elif kind is Entry.BED:
            # The line stays for the next bed: a number typed at the list would be taken for a status.
            if text.strip():
                self._add_typed_bed(text)
                self._ask_bed(following_bed(beds_of(text)[-1][0]))
                return
        elif kind is Entry.CORRECTION and row is not None and row.check is not None:
            bed, name = split_bed(text)
            looked = row.check.id
            run(lambda a: a.headcounts.correct_person(inspection, looked, bed=bed, name=name))
        elif kind is Entry.NOTE and row is not None and row.check is not None:
            check_id = row.check.id
            run(lambda a: a.headcounts.note(inspection, check_id, text))
        elif kind in (Entry.PERSON, Entry.SHARER):
            self._add_person(kind, text, row)
        page.to_beds()

    @Slot(object, str)
    def _on_finished(self, kind: Entry, text: str) -> None:
        """Tab: the bed is entered, and the keys of its row come next."""
        if kind is Entry.BED and text.strip():
            self._add_typed_bed(text)
        self._page.to_beds()

    def _add_person(self, kind: Entry, text: str, row: BedRow | None) -> None:
        page = self._page
        if page.view is None:
            return
        inspection, ward, number = InspectionId(page.inspection_id), page.view.ward.name, page.pass_number
        bed, name = person_of(text, row.bed if row is not None else "")
        shares = None
        if kind is Entry.SHARER and row is not None:
            bed, name = row.bed, text.strip()
            shares = row.check.id if row.check is not None else None
        page.worker.run(
            lambda a: a.headcounts.add_person(
                inspection, ward=ward, bed=bed, name=name, pass_number=number, shares_with=shares
            ),
            lambda check: page.select(check.id),  # the keys that follow are about the person just entered
        )

    @Slot(object, str)
    def _on_edited(self, kind: Entry, text: str) -> None:
        if kind is Entry.FIND:
            position = self._page.beds_model.find(text)
            if position >= 0:
                self._page.pane.beds.go_to(position)

    def _add_typed_bed(self, text: str) -> None:
        page = self._page
        if page.view is None:
            return
        beds = beds_of(text)
        position = page.beds_model.position_of_bed(*beds[0])
        if position >= 0 and len(beds) == 1:
            page.pane.beds.go_to(position)
            return
        inspection, ward = InspectionId(page.inspection_id), page.ward_id
        page.worker.run(lambda a: a.headcounts.enter_beds(inspection, ward, beds), self._show_typed)

    @Slot(object)
    def _show_typed(self, beds: tuple[WardBed, ...]) -> None:
        """Stand on the last of the beds that were entered."""
        page = self._page
        page.stand_on_bed(beds[-1].bed, beds[-1].name)
        page.refresh()
        page.pane.tell(self.tr("Saved: bed {bed}.").format(bed=bare_bed(beds[-1].bed)))

    @Slot(object)
    def _show_new_ward(self, ward: Ward) -> None:
        page = self._page
        page.ward_id = ward.id
        page.refresh()
        page.worker.run(lambda _: None, lambda _: self.new_bed())
