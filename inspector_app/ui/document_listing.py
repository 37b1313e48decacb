"""All documents of an inspection with their next steps, and which types may be begun now."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.inspection import Mode
from inspector_app.domain.region import ApprovalLevel
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.activities import Activities
from inspector_app.ui.document_words import offered_types
from inspector_app.ui.paper_states import PaperState

CLOSED_WITH_TIME = (DocumentType.RECORD, DocumentType.INTERVIEW, DocumentType.DELIVERY)
"""Types that are closed, not issued."""
UNSIGNED = frozenset({DocumentType.PHOTOGRAPHS, DocumentType.PROBLEM_TABLE})
"""Types of which no signed copy comes back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDocument:
    """One row of the list."""

    document: Document
    number: str
    """As it is printed, of an interview who was asked; empty where there is none."""
    step: str
    """Key of the next step; empty where nothing is left."""
    standing: DocumentState | PaperState


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the list and the choice of types show."""

    inspection: InspectionId
    documents: tuple[ListedDocument, ...]
    refused: dict[DocumentType, Sentence]
    """Types that cannot be begun now, with the reason."""


def read_listing(activities: Activities, inspection_id: InspectionId) -> Listing:
    """Read every document of the inspection, the newest last."""
    waiting = {one.id for one in activities.deliveries.waiting(inspection_id)}
    deliveries = activities.deliveries.deliveries(inspection_id)
    begun = {one for known in deliveries if known.delivered_at is None for one in known.documents}
    delivered = {one for known in deliveries if known.delivered_at is not None for one in known.documents}
    inspection = activities.inspections.inspection(inspection_id)
    region = inspection.region
    asked = {one.id: one.person.name for one in activities.interviews.interviews(inspection_id)}
    listed = []
    for document in activities.papers.records.documents(inspection_id, *offered_types()):
        rules = activities.packs.document(document.type, region)
        number = document.number or (document.draft_number if rules.type_word else asked.get(document.id, ""))
        needs_approval = rules.approval is not ApprovalLevel.NONE
        has_scan = bool(activities.evidence.evidence_for(inspection_id, target_of(document.id)))
        waits = document.id in waiting or document.id in begun
        step = next_step(document, needs_approval=needs_approval, waits=waits, scan=has_scan)
        standing = standing_of(document, delivered=document.id in delivered)
        listed.append(ListedDocument(document=document, number=number, step=step, standing=standing))
    refused = {}
    if inspection.mode is not Mode.ANNOUNCED:
        refused[DocumentType.INSPECTION_NOTICE] = sentence(
            "This inspection is not announced, so no notice of it is sent beforehand."
        )
    if not waiting:
        refused[DocumentType.DELIVERY] = sentence("Nothing that was issued waits for delivery.")
    return Listing(inspection=inspection_id, documents=tuple(listed), refused=refused)


def target_of(document: DocumentId, label: str = "") -> Target:
    """Return what scans and pictures of a document are bound to."""
    return Target(kind=TargetKind.DOCUMENT, id=document, label=label)


def standing_of(document: Document, *, delivered: bool) -> DocumentState | PaperState:
    """Return the state that is shown: what is closed with its time was never "issued"."""
    if document.state is not DocumentState.ISSUED:
        return document.state
    if document.type in CLOSED_WITH_TIME:
        return PaperState.FINISHED
    return PaperState.DELIVERED if delivered else document.state


def next_step(document: Document, *, needs_approval: bool, waits: bool, scan: bool) -> str:
    """Name the next step of a document; what is lacking inside it is told where it is opened."""
    is_notice = document.type is DocumentType.RECTIFICATION_NOTICE
    match document.state:
        case DocumentState.WITHDRAWN:
            return ""
        case DocumentState.DRAFT:
            if document.type in CLOSED_WITH_TIME:
                return "close"
            return "approve" if needs_approval else "issue"
        case DocumentState.APPROVED:
            return "sign" if is_notice else "issue"
    if not document.copies_printed:
        return "print"
    if waits:
        return "deliver"
    return "" if scan or document.type in UNSIGNED else "scan"
