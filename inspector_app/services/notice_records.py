"""What every step of a notice stands on: reading and writing it, its material, its layout."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import official_day
from inspector_app.domain.chain import NOTHING, code_of
from inspector_app.domain.document import Document, DocumentState, DocumentType, NumberBlock
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.numbering import draft_code, official_number
from inspector_app.domain.people import Person
from inspector_app.domain.wording import counted, sentence
from inspector_app.services.notice_content import Material, Occasion, approval_note, compose
from inspector_app.services.notice_material import blockers, gather, term
from inspector_app.services.revisions import Revisions

if TYPE_CHECKING:
    from inspector_app.documents.notice import LaidOut
    from inspector_app.services.desk import Desk
    from inspector_app.services.packs import PackService
    from inspector_app.system.wording_files import WordingBook

TYPE = DocumentType.RECTIFICATION_NOTICE


class NoticeRecords:
    """Reads and writes notices; who may do what is decided by those who use it."""

    def __init__(self, desk: Desk, packs: PackService, wording: WordingBook) -> None:
        self._desk = desk
        self._packs = packs
        self._wording = wording
        self.revisions = Revisions(desk)

    def new(self, corrects: Document | None = None) -> Document:
        """Return a draft, not stored yet; a correction keeps what was typed and names what it replaces."""
        identity = DocumentId(self._desk.ids.new())
        wording = self._wording.section("notice")
        return Document(
            id=identity,
            type=TYPE,
            created_at=self._desk.clock.now(),
            written_by=self._desk.person.id,
            draft_number=wording.say("draft_number", code=draft_code(identity)),
            fields=dict(corrects.fields) if corrects else {},
            corrects=corrects.id if corrects else None,
        )

    def document(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        found = self._desk.inspection(inspection_id).get(Document, document_id)
        if found is None:
            raise UnusableInput(sentence("This notice is no longer there. Refresh the list."))
        return found

    def open_document(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        """Return a notice that may still be edited; any other is refused."""
        document = self.document(inspection_id, document_id)
        if not self.revisions.may_begin(inspection_id, document):
            raise NotAllowed(
                sentence(
                    "This notice is laid out for signing and is never edited. Withdraw it or correct it."
                )
            )
        return document

    def approved(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        """Return a notice that may be laid out and signed; any other is refused."""
        document = self.document(inspection_id, document_id)
        if document.state is not DocumentState.APPROVED:
            raise NotAllowed(sentence("Only an approved notice is signed. Have it approved first."))
        return document

    def refuse_blocked(self, material: Material) -> None:
        """Refuse what still has open points; the sentence names the first."""
        blocked = blockers(self._desk, self._packs, material)
        if not blocked:
            return
        count, first = len(blocked), blocked[0].words
        raise NotAllowed(
            counted(
                count,
                sentence(
                    "The notice cannot be signed yet, one point is open since its approval: {first}",
                    first=first,
                ),
                sentence(
                    "The notice cannot be signed yet: {count} points are open since its approval. "
                    "The first: {first}",
                    count=count,
                    first=first,
                ),
            )
        )

    def usual_deadline(self, material: Material) -> date | None:
        """Return the region's term from today; ``None`` where no calendar tells."""
        today = official_day(self._desk.clock.now())
        return term(self._packs, today, material.inspection.region)

    def material(self, inspection_id: InspectionId, document: Document) -> Material:
        return gather(self._desk, self._packs, self._wording, inspection_id, document)

    def printed_number(self, block: NumberBlock, number: int, material: Material) -> str:
        """Return the official number as it is printed."""
        region = self._packs.region(material.inspection.region)
        return official_number(
            block.body, material.rules.type_word, block.year, number, padding=region.number_padding
        )

    def lay_out(self, inspection_id: InspectionId, document: Document, *, number: str) -> LaidOut:
        return self.layout(inspection_id, document, number=number)()

    def layout(
        self, inspection_id: InspectionId, document: Document, *, number: str
    ) -> Callable[[], LaidOut]:
        """Read what a notice says; the layout itself touches no database."""
        from inspector_app.documents.notice import layout_notice

        material = self.material(inspection_id, document)
        head_code = document.head_code
        if not head_code:
            last = self._desk.inspection(inspection_id).journal.last(self._desk.device)
            head_code = code_of(last.hash if last else NOTHING)
        occasion = Occasion(
            number=number,
            is_draft=document.state is DocumentState.DRAFT,
            signed_on=official_day(self._desk.clock.now()),
            head_code=head_code,
            approval=self._approval(document, material),
        )
        return partial(layout_notice, compose(material, occasion))

    def _approval(self, document: Document, material: Material) -> str:
        """Say who approved and, where one person made another their second, how that came about."""
        names = {person.id: person.name for person in self._desk.workspace.all(Person)}
        return approval_note(material.wording, names, document)

    def pdf(self, inspection_id: InspectionId, document_id: DocumentId) -> bytes:
        """Return the newest immutable revision; a notice without one is refused."""
        revisions = self.revisions.of(inspection_id, document_id)
        if not revisions:
            raise NotAllowed(sentence("This notice is not laid out for signing yet. Approve it first."))
        return self.revisions.read(inspection_id, revisions[-1])

    def put(self, inspection_id: InspectionId, document: Document, what: str) -> Document:
        with self._desk.inspection(inspection_id).intention(what, self._desk.author) as unit:
            unit.put(document)
        return document
