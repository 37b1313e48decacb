"""The record of a visit (现场检查笔录): opened, completed, closed with a time; then it never changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.domain.document import DocumentState, DocumentType
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.inspection import Visit
from inspector_app.domain.papers import Attendee, HandedLine, Paper, RecordPaper
from inspector_app.domain.ports import Progress
from inspector_app.domain.record import AreaNote, Record
from inspector_app.domain.wording import sentence
from inspector_app.services.paper_matter import Matter
from inspector_app.services.paper_records import Drawing, PaperRecords
from inspector_app.services.record_content import ALWAYS, record_paper

if TYPE_CHECKING:
    from inspector_app.services.checklists import ChecklistService
    from inspector_app.services.desk import Desk
    from inspector_app.services.headcounts import HeadcountService

TYPE = DocumentType.RECORD


class RecordService:
    """What inspectors do with the record; its facts are gathered, never typed twice."""

    def __init__(
        self, desk: Desk, papers: PaperRecords, *, headcounts: HeadcountService, checklists: ChecklistService
    ) -> None:
        self._desk = desk
        self._papers = papers
        self._headcounts = headcounts
        self._checklists = checklists

    # Looking

    def records(self, inspection_id: InspectionId) -> list[Record]:
        """Return the records that were not withdrawn, the oldest first."""
        alive = {
            one.id
            for one in self._papers.documents(inspection_id, TYPE)
            if one.state is not DocumentState.WITHDRAWN
        }
        return [one for one in self._desk.inspection(inspection_id).all(Record) if one.id in alive]

    def record(self, inspection_id: InspectionId, record_id: DocumentId) -> Record:
        found = self._desk.inspection(inspection_id).get(Record, record_id)
        if found is None:
            raise UnusableInput(sentence("This record is no longer there. Refresh the list."))
        return found

    def content(self, inspection_id: InspectionId, record_id: DocumentId) -> RecordPaper:
        """Return what the record says as things stand, for looking at it beside the entries."""
        document = self._papers.document(inspection_id, record_id)
        record = self.record(inspection_id, record_id)
        return self._gathered(inspection_id, self._papers.matter(inspection_id, document), record, "")

    def drawing(self, inspection_id: InspectionId, record_id: DocumentId) -> Drawing:
        """Return how the record is drawn as PDF: the closed one, or a fresh layout while it is open."""
        document = self._papers.document(inspection_id, record_id)
        return self._papers.drawing(inspection_id, document, self._writer(inspection_id, record_id))

    def pdf(self, inspection_id: InspectionId, record_id: DocumentId) -> bytes:
        """Return the closed record; an open one is refused."""
        return self._papers.pdf(inspection_id, record_id)

    # Writing

    def open(self, inspection_id: InspectionId) -> Record:
        """Begin the record of the newest visit; one that is open already is returned instead of a second."""
        for known in self.records(inspection_id):
            if known.closed_at is None:
                return known
        visits = self._desk.inspection(inspection_id).all(Visit)
        if not visits:
            raise NotAllowed(sentence("No visit was opened, so there is nothing to record. Open it first."))
        visit = visits[-1]
        document = self._papers.new(inspection_id, TYPE)
        record = Record(
            id=document.id,
            visit=visit.id,
            opened_at=self._desk.clock.now(),
            opened_by=self._desk.person.id,
            present=(_attendee(visit.received_by),) if visit.received_by else (),
        )
        self._papers.put(inspection_id, "record opened", document, record)
        return record

    def describe(self, inspection_id: InspectionId, record_id: DocumentId, subject: str) -> Record:
        """Say what the visit is about (检查事由)."""
        return self._change(inspection_id, record_id, lambda one: replace(one, subject=subject.strip()))

    def name_present(
        self, inspection_id: InspectionId, record_id: DocumentId, present: tuple[Attendee, ...]
    ) -> Record:
        """Say who of the institution was there, all of them at once."""
        named = tuple(one for one in present if one.name.strip())
        return self._change(inspection_id, record_id, lambda one: replace(one, present=named))

    def note(self, inspection_id: InspectionId, record_id: DocumentId, area: str, text: str) -> Record:
        """Add a fact that nothing else holds, to an area; facts only, a judgement belongs to a finding."""
        if not text.strip():
            raise UnusableInput(sentence("Write what was seen, without a judgement."))
        added = AreaNote(area=area.strip(), text=text.strip(), at=self._desk.clock.now())
        return self._change(inspection_id, record_id, lambda one: replace(one, notes=(*one.notes, added)))

    def take_note_back(self, inspection_id: InspectionId, record_id: DocumentId, position: int) -> Record:
        """Take back the note at a position, counted from 0; it stays in the history."""
        return self._change(
            inspection_id,
            record_id,
            lambda one: replace(one, notes=one.notes[:position] + one.notes[position + 1 :]),
        )

    def hand_over(
        self, inspection_id: InspectionId, record_id: DocumentId, handed_over: tuple[HandedLine, ...]
    ) -> Record:
        """List what was handed over, all of it at once."""
        listed = tuple(one for one in handed_over if one.name.strip())
        return self._change(inspection_id, record_id, lambda one: replace(one, handed_over=listed))

    def take_statement(self, inspection_id: InspectionId, record_id: DocumentId, statement: str) -> Record:
        """Write down the party's statement; empty leaves lines for the pen."""
        return self._change(inspection_id, record_id, lambda one: replace(one, statement=statement.strip()))

    def note_refusal(self, inspection_id: InspectionId, record_id: DocumentId, refusal: str) -> Record:
        """Note why the party does not sign, and who saw it."""
        return self._change(inspection_id, record_id, lambda one: replace(one, refusal=refusal.strip()))

    def close(
        self, inspection_id: InspectionId, record_id: DocumentId, progress: Progress | None = None
    ) -> Record:
        """Close the record now: its facts and its bytes are fixed, to be printed and signed."""
        document = self._papers.open_document(inspection_id, record_id)
        record = self.record(inspection_id, record_id)
        visit = self._desk.inspection(inspection_id).get(Visit, record.visit)
        if visit is None or visit.certificates_shown_at is None or visit.rights_told_at is None:
            raise NotAllowed(
                sentence(
                    "The record is not closed before it says that certificates were shown and rights were "
                    "told. Record both with the visit."
                )
            )
        closed = replace(record, closed_at=self._desk.clock.now())

        def write(matter: Matter, _number: str, head_code: str) -> Paper:
            return self._gathered(inspection_id, matter, closed, head_code)

        self._papers.finish(
            inspection_id, document, write, line="record closed", beside=[closed], progress=progress
        )
        return closed

    def draw_up(self, inspection_id: InspectionId) -> Record | None:
        """Draw up and close the record of a visit that ends, where nobody opened one.

        ``None`` where there is one already, or where it is not recorded yet that certificates were
        shown and rights told: then a person has to complete it.
        """
        visits = self._desk.inspection(inspection_id).all(Visit)
        if not visits or any(one.visit == visits[-1].id for one in self.records(inspection_id)):
            return None
        if visits[-1].certificates_shown_at is None or visits[-1].rights_told_at is None:
            return None
        return self.close(inspection_id, self.open(inspection_id).id)

    # Inside

    def _change(
        self, inspection_id: InspectionId, record_id: DocumentId, change: Callable[[Record], Record]
    ) -> Record:
        self._papers.open_document(inspection_id, record_id)
        before = self.record(inspection_id, record_id)
        after = change(before)
        if after != before:
            self._papers.put(inspection_id, "record written", after)
        return after

    def _writer(self, inspection_id: InspectionId, record_id: DocumentId) -> Callable[..., Paper]:
        record = self.record(inspection_id, record_id)
        return lambda matter, _number, head: self._gathered(inspection_id, matter, record, head)

    def _gathered(
        self, inspection_id: InspectionId, matter: Matter, record: Record, head_code: str
    ) -> RecordPaper:
        wards = self._headcounts.wards(inspection_id)
        runs = [
            self._checklists.view(inspection_id, summary.run.id)
            for summary in self._checklists.runs(inspection_id)
        ]
        told = (one.closed_at for one in self.records(inspection_id) if one.id != record.id)
        since = max((at for at in told if at is not None and at <= record.opened_at), default=ALWAYS)
        return record_paper(matter, record, wards, runs, head_code, since)


def _attendee(received_by: str) -> Attendee:
    """Read the visit's one field: post and name parted by a space, or a name alone."""
    post, _, name = received_by.strip().rpartition(" ")
    return Attendee(name=name, post=post)
