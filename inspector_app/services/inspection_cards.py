"""The card of an inspection: what the list shows of it, derived from its file and rebuilt at will."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from inspector_app.domain.checklist import Answer
from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.exchange import Purged
from inspector_app.domain.finding import Finding, FindingState
from inspector_app.domain.headcount import BedCheck
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.inspection import Inspection, InspectionCard, Stage, Visit
from inspector_app.domain.record import Delivery
from inspector_app.domain.roster import Roster
from inspector_app.domain.suspicion import Suspicion, SuspicionState, told_once
from inspector_app.services.desk import Desk
from inspector_app.services.readiness import obstacles_in
from inspector_app.storage.kinds import from_plain
from inspector_app.storage.store import Store

CARD = "card:"
"""Under which key the workspace keeps each card."""


def kept_cards(desk: Desk) -> dict[InspectionId, InspectionCard]:
    """Return the cards as they were last made; one of an open file may be old."""
    return {
        InspectionId(key.removeprefix(CARD)): from_plain(InspectionCard, json.loads(kept))
        for key, kept in desk.workspace.derived.starting_with(CARD).items()
    }


def card_of(inspection: Inspection, store: Store) -> InspectionCard:
    """Derive the card from what an inspection's file holds."""
    visits = store.all(Visit)
    rosters = store.all(Roster)
    findings = [finding for finding in store.all(Finding) if finding.state is not FindingState.WITHDRAWN]
    documents = [
        document
        for document in store.all(Document)
        if document.state is not DocumentState.WITHDRAWN
        and document.type is DocumentType.RECTIFICATION_NOTICE
    ]
    waiting = [
        one
        for one in store.all(Document)
        if one.telephone is not None
        and one.telephone.confirmed_at is None
        and one.state is not DocumentState.WITHDRAWN
    ]
    suspicions = told_once(store.all(Suspicion))
    issued = [document for document in documents if document.state is DocumentState.ISSUED]
    open_suspicions = sum(suspicion.state is SuspicionState.OPEN for suspicion in suspicions)
    is_delivered = bool(issued) and {one.id for one in issued} <= _delivered(store)
    if is_delivered:
        stage = Stage.DELIVERED
    elif issued:
        stage = Stage.ISSUED
    elif any(visit.is_open for visit in visits):
        stage = Stage.VISITING
    elif visits:
        stage = Stage.VISITED
    else:
        stage = Stage.PREPARED
    return InspectionCard(
        id=inspection.id,
        institution_name=inspection.institution.name,
        institution_code=inspection.institution.code,
        stage=stage,
        created_at=inspection.created_at,
        visited_at=visits[-1].opened_at if visits else None,
        deadline=min((document.deadline for document in issued if document.deadline), default=None),
        beds_checked=sum(
            check.pass_number == 1 and not check.unknown_person and (check.is_matched or not rosters)
            for check in store.all(BedCheck)
        ),
        beds_expected=rosters[-1].persons if rosters else 0,
        answers_given=sum(bool(answer.value) for answer in store.all(Answer)),
        evidence_count=store.count(Evidence),
        findings_count=len(findings),
        open_suspicions=open_suspicions,
        next_step="done" if is_delivered else _next_step(inspection, store, findings, documents),
        team_names=tuple(person.name for person in inspection.team),
        notice_number=issued[-1].number if issued else "",
        call_until=min((one.telephone.confirm_by for one in waiting if one.telephone), default=None),
    )


def purged_card(one: Purged) -> InspectionCard:
    """Return the card of an inspection that is held elsewhere and no longer here."""
    return InspectionCard(
        id=one.id,
        institution_name=one.institution_name,
        institution_code="",
        stage=Stage.HANDED_OVER,
        created_at=one.purged_at,
        visited_at=None,
        deadline=None,
        beds_checked=0,
        beds_expected=0,
        answers_given=0,
        evidence_count=0,
        findings_count=0,
        open_suspicions=0,
        next_step="done",
        team_names=(),
        purged_at=one.purged_at,
    )


def _delivered(store: Store) -> set[DocumentId]:
    """Return the documents that a closed delivery handed over, or left after a refusal."""
    taken_back = {one.id for one in store.all(Document) if one.state is DocumentState.WITHDRAWN}
    return {
        document
        for delivery in store.all(Delivery)
        if delivery.delivered_at is not None and delivery.id not in taken_back
        for document in delivery.documents
    }


def unreadable_card(file: InspectionId, known: InspectionCard | None, now: datetime) -> InspectionCard:
    """Return a card for a file that cannot be read; it is opened to hear why."""
    if known is not None:
        return replace(known, stage=Stage.UNREADABLE, next_step="salvage")
    return InspectionCard(
        id=file,
        institution_name=file[:8],
        institution_code="",
        stage=Stage.UNREADABLE,
        created_at=now,
        visited_at=None,
        deadline=None,
        beds_checked=0,
        beds_expected=0,
        answers_given=0,
        evidence_count=0,
        findings_count=0,
        open_suspicions=0,
        next_step="salvage",
        team_names=(),
    )


def _next_step(
    inspection: Inspection, store: Store, findings: list[Finding], documents: list[Document]
) -> str:
    """Name what is to do first: what is still missing goes before the approval that it would stop."""
    if not store.all(Visit):
        return "open_visit"
    if any(document.state is DocumentState.ISSUED for document in documents):
        return "deliver"
    if any(document.state is DocumentState.APPROVED for document in documents):
        return "sign"
    if any(one.state is SuspicionState.OPEN for one in store.all(Suspicion)):
        return "confirm"
    if documents:
        return "points" if obstacles_in(inspection, store) else "approve"
    return "notice" if findings else "walk"
