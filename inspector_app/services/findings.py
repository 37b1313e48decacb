"""Suspicions and findings: what rules point at, and what a person stands for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.evidence import Citation, Evidence, Target, TargetKind
from inspector_app.domain.finding import Amounts, ClauseConfirmation, Finding, FindingState
from inspector_app.domain.ids import CitationId, FindingId, InspectionId, SuspicionId
from inspector_app.domain.suspicion import Suspicion, SuspicionState, told_once
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.desk import Desk
from inspector_app.services.notice_holds import FREE, refuse_if_held, why_held
from inspector_app.storage.store import Store


class FindingService:
    """Turns suspicions and observations into findings, or sets them aside with a reason."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # Suspicions

    def suspicions(self, inspection_id: InspectionId) -> list[Suspicion]:
        """Return all suspicions, the undecided ones first."""
        found = told_once(self._desk.inspection(inspection_id).all(Suspicion))
        return sorted(found, key=lambda suspicion: suspicion.state is not SuspicionState.OPEN)

    def raise_suspicions(
        self,
        inspection_id: InspectionId,
        raised: list[Suspicion],
        *,
        rules: frozenset[str] = frozenset(),
    ) -> list[Suspicion]:
        """Take what a rule found, once: known keys are updated while undecided and left alone afterwards.

        An undecided suspicion of the same rules that is no longer found is withdrawn from the list;
        ``rules`` names those that were applied and may have found nothing.
        """
        store = self._desk.inspection(inspection_id)
        known = {suspicion.key: suspicion for suspicion in store.all(Suspicion)}
        fresh = []
        for suspicion in raised:
            before = known.get(suspicion.key)
            if before is None:
                fresh.append(suspicion)
            elif before.state is SuspicionState.OPEN:
                same = replace(suspicion, id=before.id, raised_at=before.raised_at)
                if same != before:
                    fresh.append(same)
        keys = {suspicion.key for suspicion in raised}
        applied = rules | {suspicion.rule for suspicion in raised}
        gone = [
            suspicion
            for suspicion in store.all(Suspicion)
            if suspicion.rule in applied
            and suspicion.state is SuspicionState.OPEN
            and suspicion.key not in keys
        ]
        if fresh or gone:
            with store.intention("suspicions raised", self._desk.author) as unit:
                for suspicion in fresh:
                    unit.put(suspicion)
                for suspicion in gone:
                    unit.remove(Suspicion, suspicion.id)
        return self.suspicions(inspection_id)

    def confirm(self, inspection_id: InspectionId, suspicion_id: SuspicionId, finding: Finding) -> Finding:
        """Let a person stand for a suspicion: it becomes ``finding``, and its evidence goes along."""
        return self.confirm_together(inspection_id, (suspicion_id,), finding)

    def confirm_together(
        self, inspection_id: InspectionId, suspicion_ids: tuple[SuspicionId, ...], finding: Finding
    ) -> Finding:
        """Let several suspicions of one kind become one row of the notice, as in 「挂床住院，4人次」."""
        suspicions = [self._suspicion(inspection_id, known) for known in suspicion_ids]
        if not suspicions:
            raise UnusableInput(sentence("No suspicion is selected. Select the ones that belong together."))
        if len({suspicion.category for suspicion in suspicions}) > 1:
            raise NotAllowed(
                sentence(
                    "These suspicions belong to different categories and become findings of their own. "
                    "Select those of one category."
                )
            )
        if any(suspicion.state is SuspicionState.CONFIRMED for suspicion in suspicions):
            raise NotAllowed(
                sentence("One of these suspicions is a finding already. Withdraw that finding first.")
            )
        check_amounts(finding)
        store = self._desk.inspection(inspection_id)
        finding = replace(finding, suspicion=suspicions[0].id)
        now, person = self._desk.clock.now(), self._desk.person.id
        rests_on = {(target.kind, target.id) for suspicion in suspicions for target in suspicion.rests_on}
        cited = dict.fromkeys(
            citation.evidence
            for citation in store.all(Citation)
            if (citation.target.kind, citation.target.id) in rests_on
        )
        refuse_if_held(store, finding.id)
        with store.intention("suspicion confirmed", self._desk.author) as unit:
            unit.put(finding)
            for suspicion in suspicions:
                unit.put(
                    replace(
                        suspicion,
                        state=SuspicionState.CONFIRMED,
                        decided_at=now,
                        decided_by=person,
                        finding=finding.id,
                    )
                )
            for evidence in cited:
                unit.put(
                    Citation(
                        id=CitationId(self._desk.ids.new()),
                        evidence=evidence,
                        target=Target(kind=TargetKind.FINDING, id=finding.id, label=finding.item),
                        cited_at=now,
                        cited_by=person,
                    )
                )
        return finding

    def proposal(self, suspicion: Suspicion) -> Finding:
        """Return the finding that a suspicion would become, for the editor; nothing is stored."""
        return self.joint_proposal((suspicion,))

    def joint_proposal(self, suspicions: tuple[Suspicion, ...], category_name: str = "") -> Finding:
        """Return the one finding that several suspicions would become; their persons and amounts add up.

        It is called what they have in common: the one title, else ``category_name``.
        """
        first = suspicions[0]
        titles = {suspicion.title for suspicion in suspicions}
        amounts = [suspicion.amount for suspicion in suspicions if suspicion.amount is not None]
        persons = [suspicion.persons for suspicion in suspicions if suspicion.persons is not None]
        total = sum(amounts, Decimal(0))
        return Finding(
            id=FindingId(self._desk.ids.new()),
            category=first.category,
            item=first.title if len(titles) == 1 else category_name,
            description="\n".join(suspicion.statement for suspicion in suspicions),
            recorded_at=self._desk.clock.now(),
            recorded_by=self._desk.person.id,
            persons=sum(persons) if persons else None,
            amounts=Amounts(total=total, fund=total),
            clauses=tuple(dict.fromkeys(clause for suspicion in suspicions for clause in suspicion.clauses)),
            suspicion=first.id,
        )

    def dismiss(self, inspection_id: InspectionId, suspicion_id: SuspicionId, reason: str) -> Suspicion:
        """Set a suspicion aside; a reason is needed, because somebody will ask."""
        (dismissed,) = self.dismiss_together(inspection_id, (suspicion_id,), reason)
        return dismissed

    def dismiss_together(
        self, inspection_id: InspectionId, suspicion_ids: tuple[SuspicionId, ...], reason: str
    ) -> tuple[Suspicion, ...]:
        """Set several suspicions aside for one reason: all of them or, where one cannot be, none."""
        if not reason.strip():
            raise UnusableInput(
                sentence("A suspicion is dismissed with a reason. Enter why it does not hold.")
            )
        return self._decide(inspection_id, suspicion_ids, SuspicionState.DISMISSED, reason.strip())

    def reopen(self, inspection_id: InspectionId, suspicion_id: SuspicionId) -> Suspicion:
        """Take a dismissal back."""
        (open_again,) = self._decide(inspection_id, (suspicion_id,), SuspicionState.OPEN, "")
        return open_again

    # Findings

    def findings(self, inspection_id: InspectionId) -> list[Finding]:
        """Return the findings that stand, in the order they were recorded."""
        found = self._desk.inspection(inspection_id).all(Finding)
        return [finding for finding in found if finding.state is not FindingState.WITHDRAWN]

    def new(self, *, category: str = "", item: str = "", description: str = "") -> Finding:
        """Return an empty finding for the editor; nothing is stored until it is recorded."""
        return Finding(
            id=FindingId(self._desk.ids.new()),
            category=category,
            item=item,
            description=description,
            recorded_at=self._desk.clock.now(),
            recorded_by=self._desk.person.id,
        )

    def record(self, inspection_id: InspectionId, finding: Finding) -> Finding:
        """Save a finding as it now is, complete or not; amounts must make sense."""
        return self._record(inspection_id, finding, "finding recorded")

    def withdraw(self, inspection_id: InspectionId, finding_id: FindingId, reason: str = "") -> Finding:
        """Take a finding back; it stays in the history with the reason, and its suspicions open again."""
        finding = self.finding(inspection_id, finding_id)
        store = self._desk.inspection(inspection_id)
        refuse_if_held(store, finding_id)
        suspicions = [suspicion for suspicion in store.all(Suspicion) if suspicion.finding == finding.id]
        withdrawn = replace(finding, state=FindingState.WITHDRAWN, withdrawn_reason=reason.strip())
        with store.intention("finding withdrawn", self._desk.author) as unit:
            unit.put(withdrawn)
            for suspicion in suspicions:
                unit.put(replace(suspicion, state=SuspicionState.OPEN, finding=None, decided_at=None))
        return withdrawn

    def restore(self, inspection_id: InspectionId, finding_id: FindingId) -> Finding:
        """Undo the last change of a finding: the value before it is put again.

        Its state stays, for that follows from notices; only a finding that was taken back stands again,
        on the suspicions that it stood on.
        """
        store = self._desk.inspection(inspection_id)
        refuse_if_held(store, finding_id)
        values = [revision.value for revision in store.history(Finding, finding_id)]
        if len(values) < 2 or not isinstance(values[-2], Finding):
            raise NotAllowed(sentence("There is nothing to undo for this finding."))
        state = self.finding(inspection_id, finding_id).state
        suspicions: list[Suspicion] = []
        if state is FindingState.WITHDRAWN:
            suspicions = _stood_on(store, finding_id)
            state = values[-2].state if values[-2].state in FREE else FindingState.CONFIRMED
        restored = replace(values[-2], state=state)
        with store.intention("finding restored", self._desk.author) as unit:
            unit.put(restored)
            for suspicion in suspicions:
                unit.put(suspicion)
        return restored

    def confirm_clause(self, inspection_id: InspectionId, finding_id: FindingId, clause: str) -> Finding:
        """Record the lead's word that an unverified clause may be cited."""
        if not self._desk.person.role.leads:
            raise NotAllowed(
                sentence(
                    "Only a team lead can confirm a clause whose text is not verified. "
                    "Change person (Ctrl+L)."
                )
            )
        finding = self.finding(inspection_id, finding_id)
        confirmation = ClauseConfirmation(clause=clause, by=self._desk.person.id, at=self._desk.clock.now())
        others = tuple(known for known in finding.clause_confirmations if known.clause != clause)
        confirmed = replace(finding, clause_confirmations=(*others, confirmation))
        return self._record(inspection_id, confirmed, "clause confirmed")

    def why_held(self, inspection_id: InspectionId, finding_id: FindingId) -> Sentence | None:
        """Return why a finding may not be changed any more; ``None`` where it may."""
        return why_held(self._desk.inspection(inspection_id), finding_id)

    def evidence_of(self, inspection_id: InspectionId, finding_id: FindingId) -> list[Evidence]:
        """Return the evidence that a finding cites, in the order of the labels."""
        store = self._desk.inspection(inspection_id)
        cited = {
            citation.evidence
            for citation in store.all(Citation)
            if citation.target.kind is TargetKind.FINDING and citation.target.id == finding_id
        }
        evidence = [found for found in (store.get(Evidence, known) for known in cited) if found is not None]
        return sorted(evidence, key=lambda found: (found.group, found.running_number))

    def _record(self, inspection_id: InspectionId, finding: Finding, what: str) -> Finding:
        check_amounts(finding)
        store = self._desk.inspection(inspection_id)
        refuse_if_held(store, finding.id)
        stored = store.get(Finding, finding.id)
        if stored is not None and finding.state not in FREE:
            finding = replace(finding, state=stored.state)
        with store.intention(what, self._desk.author) as unit:
            unit.put(finding)
        return finding

    def finding(self, inspection_id: InspectionId, finding_id: FindingId) -> Finding:
        """Return one finding as it now is."""
        found = self._desk.inspection(inspection_id).get(Finding, finding_id)
        if found is None:
            raise UnusableInput(sentence("This finding is no longer there. Refresh the list."))
        return found

    def _suspicion(self, inspection_id: InspectionId, suspicion_id: SuspicionId) -> Suspicion:
        found = self._desk.inspection(inspection_id).get(Suspicion, suspicion_id)
        if found is None:
            raise UnusableInput(sentence("This suspicion is no longer there. Refresh the list."))
        return found

    def _decide(
        self,
        inspection_id: InspectionId,
        suspicion_ids: tuple[SuspicionId, ...],
        state: SuspicionState,
        reason: str,
    ) -> tuple[Suspicion, ...]:
        suspicions = [self._suspicion(inspection_id, known) for known in suspicion_ids]
        if any(suspicion.state is SuspicionState.CONFIRMED for suspicion in suspicions):
            raise NotAllowed(
                sentence("This suspicion became a finding. Withdraw the finding to decide again.")
            )
        decided = tuple(
            replace(
                suspicion,
                state=state,
                reason=reason,
                decided_by=self._desk.person.id,
                decided_at=self._desk.clock.now(),
            )
            for suspicion in suspicions
        )
        what = "suspicion dismissed" if state is SuspicionState.DISMISSED else "suspicion reopened"
        with self._desk.inspection(inspection_id).intention(what, self._desk.author) as unit:
            for suspicion in decided:
                unit.put(suspicion)
        return decided


def _stood_on(store: Store, finding_id: FindingId) -> list[Suspicion]:
    """Return, as they were, suspicions that a withdrawn finding left open and nobody decided since."""
    found = []
    for suspicion in store.all(Suspicion):
        if suspicion.state is SuspicionState.OPEN:
            values = [revision.value for revision in store.history(Suspicion, suspicion.id)]
            before = values[-2] if len(values) > 1 else None
            if isinstance(before, Suspicion) and before.finding == finding_id:
                found.append(before)
    return found


def check_amounts(finding: Finding) -> None:
    """Refuse amounts that cannot be; the sentence says which two do not fit."""
    amounts = finding.amounts
    if min(amounts.total, amounts.fund, amounts.deduction) < 0:
        raise UnusableInput(
            sentence("An amount is negative. Enter what was overcharged as a positive amount.")
        )
    if amounts.fund > amounts.total:
        raise UnusableInput(
            sentence("The fund's share is larger than the total. Correct one of the two amounts.")
        )
    if amounts.deduction > amounts.fund:
        raise UnusableInput(
            sentence("The deduction is larger than the fund's share. Correct one of the two amounts.")
        )
