"""Delivery of documents (送达): to whom, how, when and where; refusal, witness, left on the premises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.evidence import Evidence, Target, TargetKind
from inspector_app.domain.ids import DocumentId, EvidenceId, InspectionId
from inspector_app.domain.inspection import Inspection, Visit
from inspector_app.domain.papers import Paper
from inspector_app.domain.record import Delivery, DeliveryMode
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.paper_contents import delivery_paper
from inspector_app.services.paper_matter import Matter
from inspector_app.services.paper_records import Drawing, PaperRecords

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.evidence import EvidenceService
    from inspector_app.services.intake import Intake, Source

TYPE = DocumentType.DELIVERY
DELIVERABLE = (
    DocumentType.RECTIFICATION_NOTICE,
    DocumentType.INSPECTION_NOTICE,
    DocumentType.REGISTRATION,
    DocumentType.TALK_NOTICE,
    DocumentType.PROPOSAL,
)
"""What is handed to the inspected party against a receipt."""


class DeliveryService:
    """What inspectors do when a document is delivered, or refused."""

    def __init__(self, desk: Desk, papers: PaperRecords, *, evidence: EvidenceService) -> None:
        self._desk = desk
        self._papers = papers
        self._evidence = evidence

    # Looking

    def deliveries(self, inspection_id: InspectionId) -> list[Delivery]:
        """Return the deliveries that were not withdrawn, the oldest first."""
        alive = {
            one.id
            for one in self._papers.documents(inspection_id, TYPE)
            if one.state is not DocumentState.WITHDRAWN
        }
        return [one for one in self._desk.inspection(inspection_id).all(Delivery) if one.id in alive]

    def delivery(self, inspection_id: InspectionId, delivery_id: DocumentId) -> Delivery:
        found = self._desk.inspection(inspection_id).get(Delivery, delivery_id)
        if found is None:
            raise UnusableInput(sentence("This delivery is no longer there. Refresh the list."))
        return found

    def waiting(self, inspection_id: InspectionId) -> list[Document]:
        """Return what was issued and stands in no delivery yet."""
        taken = {one for delivery in self.deliveries(inspection_id) for one in delivery.documents}
        return [
            one
            for one in self._papers.documents(inspection_id, *DELIVERABLE)
            if one.state is DocumentState.ISSUED and one.id not in taken
        ]

    def lacking(self, inspection_id: InspectionId, delivery_id: DocumentId) -> tuple[Sentence, ...]:
        """Return what keeps the delivery from being closed."""
        return tuple(_lacking(self.delivery(inspection_id, delivery_id)))

    def drawing(self, inspection_id: InspectionId, delivery_id: DocumentId) -> Drawing:
        """Return how the receipt is drawn as PDF: the closed one, or a fresh layout while it is open."""
        document = self._papers.document(inspection_id, delivery_id)
        delivery = self.delivery(inspection_id, delivery_id)
        return self._papers.drawing(
            inspection_id, document, lambda matter, _number, head: delivery_paper(matter, delivery, head)
        )

    def pdf(self, inspection_id: InspectionId, delivery_id: DocumentId) -> bytes:
        """Return the closed receipt; an open one is refused."""
        return self._papers.pdf(inspection_id, delivery_id)

    # Writing

    def begin(self, inspection_id: InspectionId, documents: Sequence[DocumentId] = ()) -> Delivery:
        """Begin the delivery of issued documents; of all that wait where none is named."""
        waiting = {one.id for one in self.waiting(inspection_id)}
        chosen = tuple(documents) or tuple(sorted(waiting))
        if not chosen or not set(chosen) <= waiting:
            raise NotAllowed(
                sentence(
                    "Only a document that is issued and was not delivered yet is delivered. Issue it first."
                )
            )
        document = self._papers.new(inspection_id, TYPE)
        delivery = Delivery(
            id=document.id,
            documents=chosen,
            begun_at=self._desk.clock.now(),
            begun_by=self._desk.person.id,
            place=self._place(inspection_id),
        )
        self._papers.put(inspection_id, "delivery begun", document, delivery)
        return delivery

    def choose(
        self, inspection_id: InspectionId, delivery_id: DocumentId, documents: Sequence[DocumentId]
    ) -> Delivery:
        """Say which documents are delivered together: of this delivery's own and of all that wait."""
        before = self._open(inspection_id, delivery_id)
        offered = {*before.documents, *(one.id for one in self.waiting(inspection_id))}
        if not documents:
            raise NotAllowed(
                sentence("One document at least is delivered. Withdraw this receipt if there is none.")
            )
        if not set(documents) <= offered:
            raise NotAllowed(
                sentence("A document stands in another delivery already, or was withdrawn. Refresh the list.")
            )
        return self._put(inspection_id, replace(before, documents=tuple(sorted(set(documents)))))

    def receive(
        self, inspection_id: InspectionId, delivery_id: DocumentId, *, received_by: str, relation: str = "",
        mode: DeliveryMode = DeliveryMode.DIRECT, place: str | None = None,
    ) -> Delivery:  # fmt: skip
        """Write down who takes the documents, and how they come."""
        before = self._open(inspection_id, delivery_id)
        after = replace(
            before,
            mode=mode,
            received_by=received_by.strip(),
            relation=relation.strip(),
            place=before.place if place is None else place.strip(),
            refusal="",
        )
        return self._put(inspection_id, after)

    def refuse(
        self, inspection_id: InspectionId, delivery_id: DocumentId, *, reason: str, witness: str = "",
        witness_unit: str = "", received_by: str = "", place: str | None = None,
    ) -> Delivery:  # fmt: skip
        """Write down that it was refused and why: the documents are left on the premises (留置送达)."""
        if not reason.strip():
            raise UnusableInput(sentence("Say how the delivery was refused; the receipt states it."))
        before = self._open(inspection_id, delivery_id)
        after = replace(
            before,
            mode=DeliveryMode.LEFT_ON_PREMISES,
            refusal=reason.strip(),
            witness=witness.strip(),
            witness_unit=witness_unit.strip(),
            received_by=received_by.strip() or before.received_by,
            place=before.place if place is None else place.strip(),
        )
        return self._put(inspection_id, after)

    def photograph(self, inspection_id: InspectionId, delivery_id: DocumentId, source: Source) -> Intake:
        """Take in a picture of the documents as they were left; it is cited by the receipt."""
        before = self._open(inspection_id, delivery_id)
        target = Target(kind=TargetKind.DOCUMENT, id=delivery_id, label="")
        (intake,) = self._evidence.take_in(inspection_id, [source], target=target)
        if intake.evidence is not None:
            self.cite(inspection_id, delivery_id, (*before.evidence, intake.evidence.id))
        return intake

    def cite(
        self, inspection_id: InspectionId, delivery_id: DocumentId, evidence: Sequence[EvidenceId]
    ) -> Delivery:
        """Name the pictures that show the documents left on the premises, all of them at once."""
        store = self._desk.inspection(inspection_id)
        for identity in evidence:
            if store.get(Evidence, identity) is None:
                raise UnusableInput(sentence("This evidence is no longer there. Refresh the list."))
        before = self._open(inspection_id, delivery_id)
        return self._put(inspection_id, replace(before, evidence=tuple(dict.fromkeys(evidence))))

    def close(self, inspection_id: InspectionId, delivery_id: DocumentId) -> Delivery:
        """Close the delivery now: the receipt's bytes are fixed, to be printed and signed."""
        document = self._papers.open_document(inspection_id, delivery_id)
        before = self.delivery(inspection_id, delivery_id)
        lacking = _lacking(before)
        if lacking:
            raise NotAllowed(lacking[0])
        closed = replace(before, delivered_at=self._desk.clock.now())

        def write(matter: Matter, _number: str, head_code: str) -> Paper:
            return delivery_paper(matter, closed, head_code)

        what = "delivery refused" if closed.was_refused else "documents delivered"
        self._papers.finish(inspection_id, document, write, line=what, beside=[closed])
        return closed

    # Inside

    def _open(self, inspection_id: InspectionId, delivery_id: DocumentId) -> Delivery:
        self._papers.open_document(inspection_id, delivery_id)
        return self.delivery(inspection_id, delivery_id)

    def _put(self, inspection_id: InspectionId, delivery: Delivery) -> Delivery:
        self._papers.put(inspection_id, "delivery written", delivery)
        return delivery

    def _place(self, inspection_id: InspectionId) -> str:
        store = self._desk.inspection(inspection_id)
        visits = store.all(Visit)
        if visits and visits[-1].place:
            return visits[-1].place
        inspection = store.get(Inspection, inspection_id)
        return inspection.institution.address if inspection else ""


def _lacking(delivery: Delivery) -> list[Sentence]:
    found = []
    if not delivery.place:
        found.append(sentence("Enter the place of delivery."))
    if delivery.was_refused:
        if not (delivery.witness or delivery.evidence):
            found.append(
                sentence(
                    "A refused delivery needs a witness, or a picture of the documents left on the premises."
                )
            )
    elif not delivery.received_by:
        found.append(sentence("Enter who takes the documents, or that they were refused."))
    return found
