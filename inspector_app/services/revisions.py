"""Revisions of documents: immutable bytes, each beginning with the bytes of the one before."""

from __future__ import annotations

from collections.abc import Sequence

from inspector_app.domain.document import Document, DocumentRevision, DocumentState
from inspector_app.domain.ids import DocumentId, InspectionId, RevisionId
from inspector_app.services.desk import Desk
from inspector_app.storage.blobs import in_chunks

TIME_STAMP = "timestamp"
"""The step of an authority outside, after all signatures."""


class Revisions:
    """Stores and reads what was laid out and signed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, inspection_id: InspectionId, document_id: DocumentId) -> list[DocumentRevision]:
        """Return the revisions of a document, the layout first."""
        found = [
            revision
            for revision in self._desk.inspection(inspection_id).all(DocumentRevision)
            if revision.document == document_id
        ]
        return sorted(found, key=lambda revision: revision.step)

    def may_begin(self, inspection_id: InspectionId, document: Document) -> bool:
        """Tell whether a document may still be changed: nothing is laid out, issued or withdrawn."""
        is_open = document.state in (DocumentState.DRAFT, DocumentState.APPROVED)
        return is_open and not self.of(inspection_id, document.id)

    def read(self, inspection_id: InspectionId, revision: DocumentRevision) -> bytes:
        return self._desk.inspection(inspection_id).blobs.read(revision.sha256)

    def append(
        self,
        inspection_id: InspectionId,
        document: Document,
        pdf: bytes,
        *,
        what: str,
        line: str,
        beside: Sequence[object] = (),
    ) -> None:
        """Store one more revision together with the document's new state and what goes with it."""
        store = self._desk.inspection(inspection_id)
        before = self.of(inspection_id, document.id)
        if before and not pdf.startswith(self.read(inspection_id, before[-1])):
            raise RuntimeError("a revision must begin with the bytes of the one before")
        with store.intention(line, self._desk.author) as unit:
            ref = store.blobs.add(in_chunks(pdf))
            unit.publish(ref)
            for value in (document, *beside):
                unit.put(value)
            unit.put(
                DocumentRevision(
                    id=RevisionId(self._desk.ids.new()),
                    document=document.id,
                    step=len(before),
                    what=what,
                    sha256=ref.sha256,
                    size=ref.size,
                    made_at=self._desk.clock.now(),
                )
            )
