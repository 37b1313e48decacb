"""Findings that claim the same rows of ledgers: found, told, and counted once where a person decides (D6)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.finding import Finding, FindingState, to_fen
from inspector_app.domain.held_rows import HeldRows, common, count
from inspector_app.domain.ids import FindingId, InspectionId
from inspector_app.domain.overlap import Overlap, OverlapDecided, overlap_id
from inspector_app.domain.suspicion import Suspicion
from inspector_app.domain.wording import sentence
from inspector_app.services.claimed_rows import lines_of, rows_of
from inspector_app.services.ledger_lines import LedgerLine
from inspector_app.services.notice_holds import refuse_if_held

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.storage.store import Store


def overlaps_in(store: Store) -> tuple[Overlap, ...]:
    """Return every two findings that stand and claim common rows, in the order of the findings."""
    suspicions = store.all(Suspicion)
    findings = [one for one in store.all(Finding) if one.state is not FindingState.WITHDRAWN]
    held = [(one, rows) for one in findings if (rows := rows_of(suspicions, one.id))]
    decided = {one.id: one for one in store.all(OverlapDecided)}
    pairs = [
        (first, second, both)
        for (first, some), (second, others) in combinations(held, 2)
        if (both := common(some, others))
    ]
    lines = lines_of(store, [both for _, _, both in pairs]) if pairs else []
    return tuple(
        Overlap(
            first=first,
            second=second,
            rows=both,
            count=count(both),
            amount=_worth([line for _, _, line in told], first, second),
            decided=decided.get(overlap_id(first.id, second.id)),
        )
        for (first, second, both), told in zip(pairs, lines, strict=True)
    )


def stale_decisions(store: Store) -> tuple[OverlapDecided, ...]:
    """Return decisions that deduct from a finding for one that no longer stands."""
    standing = {one.id for one in store.all(Finding) if one.state is not FindingState.WITHDRAWN}
    return tuple(
        one
        for one in store.all(OverlapDecided)
        if one.deducted_in in standing and one.counted_in not in standing
    )


class OverlapService:
    """What a person does about rows that are claimed twice."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def overlaps(self, inspection_id: InspectionId) -> tuple[Overlap, ...]:
        """Return every two findings that claim common rows."""
        return overlaps_in(self._desk.inspection(inspection_id))

    def stale(self, inspection_id: InspectionId) -> tuple[OverlapDecided, ...]:
        """Return decisions that deduct for a finding that was withdrawn."""
        return stale_decisions(self._desk.inspection(inspection_id))

    def rows(self, inspection_id: InspectionId, finding_id: FindingId) -> tuple[HeldRows, ...]:
        """Return the rows that a finding claims."""
        return rows_of(self._desk.inspection(inspection_id).all(Suspicion), finding_id)

    def lines(self, inspection_id: InspectionId, rows: tuple[HeldRows, ...]) -> list[LedgerLine]:
        """Return what rows say, as a person looks them up in the sources."""
        (found,) = lines_of(self._desk.inspection(inspection_id), [rows])
        return [line for _, _, line in found]

    def decide(self, inspection_id: InspectionId, overlap: Overlap, counted_in: FindingId) -> OverlapDecided:
        """Count common rows in one finding: the other deducts what they are worth."""
        store = self._desk.inspection(inspection_id)
        if counted_in not in (overlap.first.id, overlap.second.id):
            raise ValueError(counted_in)
        deducting = self._standing(store, overlap.other(counted_in).id)
        known = store.get(OverlapDecided, overlap.id)
        if known is not None:
            raise NotAllowed(sentence("It is decided already where these lines count. Take that back first."))
        refuse_if_held(store, deducting.id)
        amount = min(to_fen(overlap.amount), deducting.amounts.fund - deducting.amounts.deduction)
        if amount < 0:
            raise UnusableInput(
                sentence("The deduction is larger than the fund's share. Correct one of the two amounts.")
            )
        decided = OverlapDecided(
            id=overlap.id,
            counted_in=counted_in,
            deducted_in=deducting.id,
            amount=amount,
            by=self._desk.person.id,
            at=self._desk.clock.now(),
        )
        with store.intention("common lines counted once", self._desk.author) as unit:
            unit.put(decided)
            unit.put(_deducting(deducting, amount))
        return decided

    def take_back(self, inspection_id: InspectionId, decided: OverlapDecided) -> None:
        """Undo a decision: what was deducted for it is added again."""
        store = self._desk.inspection(inspection_id)
        if store.get(OverlapDecided, decided.id) is None:
            return
        deducting = store.get(Finding, decided.deducted_in)
        if deducting is not None:
            refuse_if_held(store, deducting.id)
        with store.intention("common lines open again", self._desk.author) as unit:
            unit.remove(OverlapDecided, decided.id)
            if deducting is not None:
                unit.put(_deducting(deducting, -min(decided.amount, deducting.amounts.deduction)))

    def _standing(self, store: Store, finding_id: FindingId) -> Finding:
        finding = store.get(Finding, finding_id)
        if finding is None or finding.state is FindingState.WITHDRAWN:
            raise UnusableInput(sentence("This finding is no longer there. Refresh the list."))
        return finding


def _deducting(finding: Finding, amount: Decimal) -> Finding:
    amounts = finding.amounts
    return replace(finding, amounts=replace(amounts, deduction=amounts.deduction + amount))


def _worth(lines: list[LedgerLine], first: Finding, second: Finding) -> Decimal:
    """What common rows are worth: by what the fund settled, where a ledger tells; else by the amount."""
    known = [line.amount if line.fund is None else line.fund for line in lines]
    worth = sum((amount for amount in known if amount is not None), Decimal(0))
    return max(min(worth, first.amounts.fund, second.amounts.fund), Decimal(0))
