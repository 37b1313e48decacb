"""Suspicions and findings: confirmed, dismissed, withdrawn, and what their amounts must obey."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.evidence import Citation, Target, TargetKind
from inspector_app.domain.finding import Amounts, FindingState, total_to_return
from inspector_app.domain.ids import CitationId, EvidenceId, InspectionId, SuspicionId
from inspector_app.domain.suspicion import Figure, Suspicion, SuspicionState
from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.inspections import InspectionService
from tests import builders

BED = Target(kind=TargetKind.BED_CHECK, id="b1", label="内一科 3床")


def suspicion(key: str = "leave:3", rule: str = "leave", **over: object) -> Suspicion:
    values: dict[str, object] = {
        "id": SuspicionId(f"s-{key}"),
        "key": key,
        "rule": rule,
        "title": "请假超过规定",
        "statement": "请假4次，超过3次",
        "figures": (Figure(name="请假次数", value="4"),),
        "rests_on": (BED,),
        "raised_at": builders.EVENING,
        "amount": Decimal("1200.50"),
    }
    return Suspicion(**{**values, **over})  # type: ignore[arg-type]


@pytest.fixture
def inspection_id(inspections: InspectionService) -> InspectionId:
    return inspections.open(builders.institution(), bureau="局", team=builders.team()).id


def test_a_rule_that_runs_twice_raises_its_suspicion_once(
    findings: FindingService, inspection_id: InspectionId
) -> None:
    findings.raise_suspicions(inspection_id, [suspicion()])
    again = findings.raise_suspicions(inspection_id, [suspicion(id=SuspicionId("another"))])
    assert [found.id for found in again] == ["s-leave:3"]


def test_what_a_rule_no_longer_finds_goes_unless_a_person_decided(
    findings: FindingService, inspection_id: InspectionId
) -> None:
    findings.raise_suspicions(inspection_id, [suspicion("a"), suspicion("b"), suspicion("c")])
    findings.dismiss(inspection_id, SuspicionId("s-b"), "有请假条")
    left = findings.raise_suspicions(inspection_id, [suspicion("c")])
    assert {found.key: found.state for found in left} == {
        "c": SuspicionState.OPEN,
        "b": SuspicionState.DISMISSED,
    }


def test_a_confirmed_suspicion_becomes_a_finding_and_takes_its_evidence_along(
    desk: Desk, findings: FindingService, inspection_id: InspectionId
) -> None:
    findings.raise_suspicions(inspection_id, [suspicion()])
    with desk.inspection(inspection_id).intention("evidence cited", desk.author) as unit:
        unit.put(
            Citation(
                id=CitationId("c1"),
                evidence=EvidenceId("e1"),
                target=replace(BED, label="as the page called it"),
                cited_at=builders.EVENING,
                cited_by=builders.LIN,
            )
        )
    finding = findings.confirm(inspection_id, SuspicionId("s-leave:3"), findings.proposal(suspicion()))
    (decided,) = findings.suspicions(inspection_id)
    assert (decided.state, decided.finding) == (SuspicionState.CONFIRMED, finding.id)
    assert findings.findings(inspection_id)[0].amounts.to_return == Decimal("1200.50")
    targets = [citation.target.kind for citation in desk.inspection(inspection_id).all(Citation)]
    assert targets.count(TargetKind.FINDING) == 1
    with pytest.raises(NotAllowed, match="became a finding"):
        findings.dismiss(inspection_id, decided.id, "看错")


def test_several_suspicions_become_one_row_and_open_again_together(
    findings: FindingService, inspection_id: InspectionId
) -> None:
    raised = [
        suspicion(key, persons=1, statement=f"{key}床查无此人", amount=Decimal("100.10")) for key in "abc"
    ]
    findings.raise_suspicions(inspection_id, raised)
    proposal = findings.joint_proposal(tuple(raised))
    assert (proposal.persons, proposal.amounts.total) == (3, Decimal("300.30"))
    assert proposal.description.splitlines() == ["a床查无此人", "b床查无此人", "c床查无此人"]
    ids = tuple(known.id for known in raised)
    finding = findings.confirm_together(inspection_id, ids, proposal)
    assert findings.findings(inspection_id) == [finding]
    with pytest.raises(NotAllowed, match="finding already"):
        findings.confirm_together(inspection_id, ids[:1], findings.proposal(raised[0]))
    findings.withdraw(inspection_id, finding.id)
    assert {known.state for known in findings.suspicions(inspection_id)} == {SuspicionState.OPEN}


def test_one_row_of_several_is_called_what_they_have_in_common(findings: FindingService) -> None:
    beds = (suspicion("a", title="内一科1床查无此人"), suspicion("b", title="内一科2床查无此人"))
    assert findings.joint_proposal(beds, "挂床住院").item == "挂床住院"
    assert findings.joint_proposal(beds[:1], "挂床住院").item == "内一科1床查无此人"
    assert findings.joint_proposal((beds[0], beds[0]), "挂床住院").item == "内一科1床查无此人"


def test_suspicions_of_different_categories_never_become_one_row(
    findings: FindingService, inspection_id: InspectionId
) -> None:
    raised = [suspicion("a", category="absent-stay"), suspicion("b", category="false-visit")]
    findings.raise_suspicions(inspection_id, raised)
    with pytest.raises(NotAllowed, match="different categories"):
        findings.confirm_together(
            inspection_id, tuple(known.id for known in raised), findings.joint_proposal(tuple(raised))
        )
    assert findings.findings(inspection_id) == []


def test_a_dismissal_needs_a_reason_and_can_be_taken_back(
    findings: FindingService, inspection_id: InspectionId
) -> None:
    findings.raise_suspicions(inspection_id, [suspicion()])
    with pytest.raises(UnusableInput, match="with a reason"):
        findings.dismiss(inspection_id, SuspicionId("s-leave:3"), "  ")
    findings.dismiss(inspection_id, SuspicionId("s-leave:3"), "外出检查，有登记")
    assert findings.reopen(inspection_id, SuspicionId("s-leave:3")).state is SuspicionState.OPEN


def test_a_withdrawn_finding_stays_in_the_history_and_reopens_its_suspicion(
    findings: FindingService, inspection_id: InspectionId
) -> None:
    findings.raise_suspicions(inspection_id, [suspicion()])
    finding = findings.confirm(inspection_id, SuspicionId("s-leave:3"), findings.proposal(suspicion()))
    findings.withdraw(inspection_id, finding.id)
    assert findings.findings(inspection_id) == []
    assert findings.suspicions(inspection_id)[0].state is SuspicionState.OPEN
    assert findings.restore(inspection_id, finding.id).state is FindingState.TO_CONFIRM


@pytest.mark.parametrize(
    ("amounts", "says"),
    [
        (Amounts(total=Decimal(-1)), "negative"),
        (Amounts(total=Decimal(1), fund=Decimal(2)), "larger than the total"),
        (Amounts(total=Decimal(2), fund=Decimal(1), deduction=Decimal(2)), "larger than the fund"),
    ],
)
def test_amounts_that_cannot_be_are_refused(
    findings: FindingService, inspection_id: InspectionId, amounts: Amounts, says: str
) -> None:
    with pytest.raises(UnusableInput, match=says):
        findings.record(inspection_id, builders.finding(amounts=amounts))
    assert findings.findings(inspection_id) == []


@given(shares=st.lists(st.decimals("0", "9999", places=4), min_size=1, max_size=30))
def test_the_total_is_the_sum_of_what_stands_in_the_rows(shares: list[Decimal]) -> None:
    rows = tuple(builders.finding(amounts=Amounts(total=share, fund=share)) for share in shares)
    total = total_to_return(rows)
    assert total == sum(row.amounts.to_return for row in rows)
    assert total == total.quantize(Decimal("0.01"))
    assert abs(total - sum(shares)) <= Decimal("0.005") * len(shares)


def test_only_a_lead_confirms_an_unverified_clause(
    desk: Desk, findings: FindingService, inspection_id: InspectionId
) -> None:
    finding = findings.record(inspection_id, replace(builders.finding(), clauses=("rules7-1",)))
    with pytest.raises(NotAllowed, match="Only a team lead"):
        findings.confirm_clause(inspection_id, finding.id, "rules7-1")
    desk.seat(builders.team()[2], builders.LAPTOP)
    confirmed = findings.confirm_clause(inspection_id, finding.id, "rules7-1")
    assert [known.by for known in confirmed.clause_confirmations] == [builders.HE]
