"""The ward headcount: walking the beds, with the list or without it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from inspector_app.domain.bed_walk import bed_rows, beds_to_walk, person_key, wards_of, with_typed_beds
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.headcount import BedCheck, BedStatus, IdentityCheck, Listed, Ward, WardBed
from inspector_app.domain.headcount_suspicions import exceeds_leave
from inspector_app.domain.ids import BedCheckId, InspectionId, PersonId
from inspector_app.domain.in_bed_rate import HeadcountSummary, summarise
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.matching import Proposal, is_renamed, propose
from inspector_app.domain.region import HeadcountRules
from inspector_app.domain.roster import ward_key, wards_agree
from inspector_app.domain.suspicion import Suspicion
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.headcount_points import HeadcountPoints
from inspector_app.services.packs import PackService
from inspector_app.services.rosters import RosterService
from inspector_app.services.walk_views import SheetEntry, WalkView, WardProgress
from inspector_app.services.wards import WardBook


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing that can be undone: values before and after."""

    before: tuple[BedCheck | None, ...]
    after: tuple[BedCheck, ...]


class HeadcountService:
    """What inspectors do at the beds; every look is saved before the next one."""

    def __init__(
        self,
        desk: Desk,
        rosters: RosterService,
        findings: FindingService,
        packs: PackService,
    ) -> None:
        self._desk = desk
        self._rosters = rosters
        self._packs = packs
        self._wards = WardBook(desk)
        self._points = HeadcountPoints(desk, rosters, findings, packs)
        self._steps: dict[InspectionId, list[_Step]] = {}
        self._known: dict[InspectionId, tuple[int, list[BedCheck]]] = {}
        """The looks as of so many lines of the journal: read once for each change, not for each question."""

    # Wards

    def wards(self, inspection_id: InspectionId) -> tuple[WardProgress, ...]:
        """Return the wards in walking order, those that only the list or a walk names included.

        A ward entered by hand that nobody walked goes where the list has it under another name.
        """
        listed, checks = self._rosters.listed(inspection_id), self.checks(inspection_id)
        rules = self._rules(inspection_id)
        proposed = {proposal.check for proposal in propose(checks, listed)}
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        names = {person.id: person.name for person in inspection.team} if inspection else {}
        mine: dict[str, list[Listed]] = {}
        seen: dict[str, list[BedCheck]] = {}
        for one in listed:
            mine.setdefault(ward_key(one.entry.ward), []).append(one)
        for check in checks:
            seen.setdefault(ward_key(check.ward), []).append(check)
        return tuple(
            WardProgress(
                ward=ward,
                summary=summarise(mine.get(ward.id, ()), seen.get(ward.id, ()), rules),
                proposals=sum(check.id in proposed for check in seen.get(ward.id, ())),
                to_walk=0
                if ward.id in mine
                else beds_to_walk(seen.get(ward.id, ()), self._wards.beds(inspection_id, ward.id)),
                taken_by=tuple(names[person] for person in ward.taken_by if person in names),
                is_mine=self._desk.person.id in ward.taken_by,
            )
            for ward in self._wards.all(inspection_id, wards_of(listed, checks))
            if ward.id in mine
            or ward.id in seen
            or not any(wards_agree(ward.name, one.entry.ward) for one in listed)
            or self._wards.beds(inspection_id, ward.id)
        )

    def add_ward(self, inspection_id: InspectionId, name: str) -> Ward:
        """Enter a ward by hand; a walk can start with nothing else."""
        return self._wards.add(inspection_id, name, self._named(inspection_id))

    def order_wards(self, inspection_id: InspectionId, ward_ids: tuple[str, ...]) -> None:
        """Walk the wards in this order."""
        self._wards.order(inspection_id, ward_ids, self._named(inspection_id))

    def assign_ward(self, inspection_id: InspectionId, ward_id: str, group: str) -> None:
        """Give a ward to a group by its letter; an empty letter gives it to nobody."""
        self._wards.assign(inspection_id, self._ward(inspection_id, ward_id), group)

    def give_ward(self, inspection_id: InspectionId, ward_id: str, people: tuple[PersonId, ...]) -> None:
        """Say who of the team walks a ward; nobody leaves it open."""
        self._wards.give(inspection_id, self._ward(inspection_id, ward_id), people)

    def enter_beds(
        self, inspection_id: InspectionId, ward_id: str, beds: Iterable[tuple[str, str]]
    ) -> tuple[WardBed, ...]:
        """Keep beds, each with a name or none, that nobody looked at yet; once more changes nothing."""
        return self._wards.enter_beds(inspection_id, self._ward(inspection_id, ward_id), beds)

    def drop_bed(self, inspection_id: InspectionId, ward_id: str, bed: str, name: str = "") -> None:
        """Take out a bed that was typed by mistake; a look at it stays."""
        for one in self._wards.beds(inspection_id, ward_id):
            if (one.bed, one.name) == (bed, name):
                self._wards.drop_bed(inspection_id, one.id)

    # The walk

    def checks(self, inspection_id: InspectionId) -> list[BedCheck]:
        """Return every look at a bed, the earliest first."""
        store = self._desk.inspection(inspection_id)
        lines = store.journal.count()
        known = self._known.get(inspection_id)
        if known is None or known[0] != lines:
            known = (lines, store.all(BedCheck))
            self._known[inspection_id] = known
        return list(known[1])

    def walk(self, inspection_id: InspectionId, ward_id: str, pass_number: int = 1) -> WalkView:
        """Return the rows of a ward on one pass, with its counts and the house's."""
        ward = self._ward(inspection_id, ward_id)
        listed, checks = self._rosters.listed(inspection_id), self.checks(inspection_id)
        rules = self._rules(inspection_id)
        proposals = frozenset(proposal.check for proposal in propose(checks, listed))
        mine = [one for one in listed if ward_key(one.entry.ward) == ward_id]
        seen = [check for check in checks if ward_key(check.ward) == ward_id]
        shown = None if pass_number > 1 else pass_number
        rows = [
            replace(row, exceeds_leave=True)
            if row.listed is not None and exceeds_leave(row.listed, rules)
            else row
            for row in bed_rows(ward.name, mine, seen, pass_number, proposals)
        ]
        return WalkView(
            ward=ward,
            pass_number=pass_number,
            rows=with_typed_beds(ward, rows, self._wards.beds(inspection_id, ward_id)),
            ward_summary=summarise(mine, seen, rules, shown),
            house_summary=summarise(listed, checks, rules, shown),
        )

    def check_bed(
        self,
        inspection_id: InspectionId,
        *,
        ward: str,
        bed: str,
        status: BedStatus,
        pass_number: int = 1,
        name: str = "",
        note: str = "",
        listed: Listed | None = None,
        check_id: BedCheckId | None = None,
        identified_by: tuple[IdentityCheck, ...] = (),
        unknown_person: bool = False,
        checked_at: datetime | None = None,
    ) -> BedCheck:
        """Record what is at a bed. With ``check_id`` an earlier look of this pass is corrected."""
        if not ward_key(ward) or not (bed.strip() or name.strip()):
            raise UnusableInput(sentence("Enter the ward, and the bed or the name."))
        before = self._check(inspection_id, check_id) if check_id else None
        if before is not None:
            after = replace(
                before,
                status=status,
                checked_at=checked_at or self._desk.clock.now(),
                checked_by=self._desk.person.id,
                name=name.strip() or before.name,
                note=note.strip() or before.note,
                identified_by=identified_by or before.identified_by,
            )
        else:
            self._refuse_second_look(inspection_id, listed, pass_number)
            after = self._new_check(
                inspection_id, ward, bed, status, pass_number, name, note, listed, checked_at
            )
            after = replace(after, identified_by=identified_by, unknown_person=unknown_person)
        self._put(inspection_id, [(before, after)], "bed checked")
        return after

    def add_person(
        self,
        inspection_id: InspectionId,
        *,
        ward: str,
        bed: str,
        name: str = "",
        pass_number: int = 1,
        shares_with: BedCheckId | None = None,
    ) -> BedCheck:
        """Record somebody whom no list names; with ``shares_with`` both are marked as sharing the bed."""
        status = BedStatus.SHARED_BED if shares_with else BedStatus.IN_BED
        found = self._new_check(inspection_id, ward, bed, status, pass_number, name, "", None, None)
        changes: list[tuple[BedCheck | None, BedCheck]] = [(None, replace(found, unknown_person=True))]
        if shares_with:
            other = self._check(inspection_id, shares_with)
            changes.append((other, replace(other, status=BedStatus.SHARED_BED)))
        self._put(inspection_id, changes, "unknown person found")
        return changes[0][1]

    def note(self, inspection_id: InspectionId, check_id: BedCheckId, text: str) -> BedCheck:
        """Write a remark to a look that was taken."""
        before = self._check(inspection_id, check_id)
        after = replace(before, note=text.strip())
        if after != before:
            self._put(inspection_id, [(before, after)], "bed noted")
        return after

    def identify(
        self, inspection_id: InspectionId, check_id: BedCheckId, ways: tuple[IdentityCheck, ...]
    ) -> BedCheck:
        """Say how the person of a look was identified (核对方式); none takes it back."""
        before = self._check(inspection_id, check_id)
        after = replace(before, identified_by=tuple(way for way in IdentityCheck if way in ways))
        if after != before:
            self._put(inspection_id, [(before, after)], "person identified")
        return after

    def correct_person(
        self, inspection_id: InspectionId, check_id: BedCheckId, *, bed: str, name: str
    ) -> BedCheck:
        """Correct bed or name of somebody who was walked and is not matched."""
        before = self._check(inspection_id, check_id)
        if before.is_matched:
            raise NotAllowed(
                sentence("Bed and name of a matched person are the list's. Take the match back first.")
            )
        after = replace(before, bed=bed.strip(), name=name.strip())
        if after != before:
            self._put(inspection_id, [(before, after)], "bed corrected")
            self.drop_bed(inspection_id, ward_key(before.ward), before.bed, before.name)
        return after

    def can_undo(self, inspection_id: InspectionId) -> bool:
        """Tell whether something of this session can be undone."""
        return bool(self._steps.get(inspection_id))

    def undo(self, inspection_id: InspectionId) -> BedCheck | None:
        """Take the last change back; the history keeps both. Returns what stands again, if anything."""
        steps = self._steps.get(inspection_id)
        if not steps:
            raise NotAllowed(sentence("There is nothing to undo."))
        step = steps.pop()
        store = self._desk.inspection(inspection_id)
        if any(store.get(BedCheck, after.id) != after for after in step.after):
            raise NotAllowed(
                sentence("This bed was changed again since, perhaps on another laptop. Correct it by hand.")
            )
        with store.intention("bed check undone", self._desk.author) as unit:
            for before, after in zip(step.before, step.after, strict=True):
                if before is None:
                    unit.remove(BedCheck, after.id)
                else:
                    unit.put(before)
        return step.before[0]

    # The paper sheet

    def type_back(
        self,
        inspection_id: InspectionId,
        ward: str,
        lines: Iterable[SheetEntry],
        *,
        pass_number: int = 1,
        walked_at: datetime | None = None,
    ) -> list[BedCheck]:
        """Take a printed sheet back, all its lines at once; undone at once, too.

        ``walked_at`` is the time written on the paper. Persons already checked on this pass are corrected.
        """
        there = {
            person_key(check): check
            for check in self.checks(inspection_id)
            if check.pass_number == pass_number
        }
        has_list = any(
            ward_key(one.entry.ward) == ward_key(ward) for one in self._rosters.listed(inspection_id)
        )
        changes: list[tuple[BedCheck | None, BedCheck]] = []
        for line in lines:
            if not (line.bed.strip() or line.name.strip()):
                raise UnusableInput(sentence("A line of the sheet has neither bed nor name. Complete it."))
            fresh = self._new_check(
                inspection_id, ward, line.bed, line.status, pass_number, line.name, line.note,
                line.listed, walked_at,
            )  # fmt: skip
            after = replace(fresh, typed_back=True, unknown_person=has_list and line.listed is None)
            before = there.get(person_key(after))
            changes.append((before, replace(after, id=before.id) if before else after))
        if changes:
            self._put(inspection_id, changes, "ward sheet typed back")
        return [after for _, after in changes]

    # Matching

    def proposals(self, inspection_id: InspectionId) -> tuple[tuple[BedCheck, Proposal], ...]:
        """Return who was walked without a list and whom the list offers for them."""
        checks = {check.id: check for check in self.checks(inspection_id)}
        found = propose(checks.values(), self._rosters.listed(inspection_id))
        return tuple((checks[proposal.check], proposal) for proposal in found)

    def confirm_match(self, inspection_id: InspectionId, check_id: BedCheckId, listed: Listed) -> BedCheck:
        """Say that a walked person is this entry of the list; its name for the ward is taken over."""
        before = self._check(inspection_id, check_id)
        self._refuse_second_look(inspection_id, listed, before.pass_number)
        wards = frozenset(ward_key(one.entry.ward) for one in self._rosters.listed(inspection_id))
        renamed = is_renamed(before, listed, wards)
        after = replace(
            before,
            ward=listed.entry.ward if renamed else before.ward,
            roster=listed.roster,
            roster_row=listed.entry.row,
            match_confirmed_by=self._desk.person.id,
            unknown_person=False,
        )
        self._put(inspection_id, [(before, after)], "match confirmed")
        if renamed:
            self.drop_bed(inspection_id, ward_key(before.ward), before.bed, before.name)
        return after

    def refuse_match(self, inspection_id: InspectionId, check_id: BedCheckId, listed: Listed) -> BedCheck:
        """Say that a walked person is somebody else; a match made before is taken back."""
        before = self._check(inspection_id, check_id)
        after = replace(before, refused_matches=tuple(dict.fromkeys((*before.refused_matches, listed.key))))
        if f"{before.roster}/{before.roster_row}" == listed.key:
            after = replace(after, roster=None, roster_row=None, match_confirmed_by=None)
        self._put(inspection_id, [(before, after)], "match refused")
        return after

    # Counts

    def summary(self, inspection_id: InspectionId, pass_number: int | None = None) -> HeadcountSummary:
        """Return the house's counts; without a pass, the later look at a person decides."""
        return summarise(
            self._rosters.listed(inspection_id),
            self.checks(inspection_id),
            self._rules(inspection_id),
            pass_number,
        )

    def raise_suspicions(self, inspection_id: InspectionId) -> list[Suspicion]:
        """Apply the region's rules to the walk and its list; the same suspicions however often asked."""
        return self._points.raise_all(inspection_id)

    def _rules(self, inspection_id: InspectionId) -> HeadcountRules:
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        return self._packs.region(inspection.region if inspection else "default").headcount

    def _new_check(
        self,
        inspection_id: InspectionId,
        ward: str,
        bed: str,
        status: BedStatus,
        pass_number: int,
        name: str,
        note: str,
        listed: Listed | None,
        checked_at: datetime | None,
    ) -> BedCheck:
        known = self._desk.inspection(inspection_id).get(Ward, ward_key(ward))
        return BedCheck(
            id=BedCheckId(self._desk.ids.new()),
            ward=ward.strip(),
            bed=bed.strip(),
            status=status,
            checked_at=checked_at or self._desk.clock.now(),
            checked_by=self._desk.person.id,
            pass_number=pass_number,
            name=name.strip() or (listed.entry.name if listed else ""),
            note=note.strip(),
            roster=listed.roster if listed else None,
            roster_row=listed.entry.row if listed else None,
            match_confirmed_by=self._desk.person.id if listed else None,
            group=known.group if known else "",
        )

    def _refuse_second_look(
        self, inspection_id: InspectionId, listed: Listed | None, pass_number: int
    ) -> None:
        if listed is None:
            return
        for check in self.checks(inspection_id):
            if check.pass_number == pass_number and f"{check.roster}/{check.roster_row}" == listed.key:
                raise NotAllowed(
                    sentence("This person was already looked at on this pass. Correct that look instead.")
                )

    def _check(self, inspection_id: InspectionId, check_id: BedCheckId) -> BedCheck:
        found = self._desk.inspection(inspection_id).get(BedCheck, check_id)
        if found is None:
            raise UnusableInput(sentence("This look at the bed was undone. Enter it again."))
        return found

    def _put(
        self, inspection_id: InspectionId, changes: list[tuple[BedCheck | None, BedCheck]], what: str
    ) -> None:
        with self._desk.inspection(inspection_id).intention(what, self._desk.author) as unit:
            for _, after in changes:
                unit.put(after)
        step = _Step(tuple(before for before, _ in changes), tuple(after for _, after in changes))
        self._steps.setdefault(inspection_id, []).append(step)

    def _named(self, inspection_id: InspectionId) -> tuple[str, ...]:
        return wards_of(self._rosters.listed(inspection_id), self.checks(inspection_id))

    def _ward(self, inspection_id: InspectionId, ward_id: str) -> Ward:
        return self._wards.one(inspection_id, ward_id, self._named(inspection_id))
