"""Interviews (询问笔录): one person, one session; questions from a bank, corrections that stay visible."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.domain.document import DocumentState, DocumentType
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.inspection import Visit
from inspector_app.domain.papers import Paper
from inspector_app.domain.record import Exchange, Interview, Interviewed, InterviewRole
from inspector_app.domain.wording import sentence
from inspector_app.services.paper_contents import interview_paper
from inspector_app.services.paper_matter import Matter
from inspector_app.services.paper_records import Drawing, PaperRecords

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk

TYPE = DocumentType.INTERVIEW


class InterviewService:
    """What inspectors do when they ask somebody; each answer is saved as it is given."""

    def __init__(self, desk: Desk, papers: PaperRecords) -> None:
        self._desk = desk
        self._papers = papers

    # Looking

    def interviews(self, inspection_id: InspectionId) -> list[Interview]:
        """Return the interviews that were not withdrawn, the oldest first."""
        alive = {
            one.id
            for one in self._papers.documents(inspection_id, TYPE)
            if one.state is not DocumentState.WITHDRAWN
        }
        return [one for one in self._desk.inspection(inspection_id).all(Interview) if one.id in alive]

    def interview(self, inspection_id: InspectionId, interview_id: DocumentId) -> Interview:
        found = self._desk.inspection(inspection_id).get(Interview, interview_id)
        if found is None:
            raise UnusableInput(sentence("This interview is no longer there. Refresh the list."))
        return found

    def questions(self, role: InterviewRole) -> tuple[str, ...]:
        """Return the questions that an interview of a role may start from."""
        return self._papers.templates.questions(role.value)

    def drawing(self, inspection_id: InspectionId, interview_id: DocumentId) -> Drawing:
        """Return how the interview is drawn as PDF: the ended one, or a fresh layout while it goes on."""
        document = self._papers.document(inspection_id, interview_id)
        interview = self.interview(inspection_id, interview_id)
        return self._papers.drawing(
            inspection_id, document, lambda matter, _number, head: interview_paper(matter, interview, head)
        )

    def pdf(self, inspection_id: InspectionId, interview_id: DocumentId) -> bytes:
        """Return the ended interview; one that goes on is refused."""
        return self._papers.pdf(inspection_id, interview_id)

    # Writing

    def begin(
        self, inspection_id: InspectionId, role: InterviewRole, person: Interviewed, *, place: str = ""
    ) -> Interview:
        """Begin a session; the same person asked again gets the next one. The bank's questions are put in."""
        if not person.name.strip():
            raise UnusableInput(sentence("Enter the name of the person who is asked."))
        earlier = [one for one in self.interviews(inspection_id) if one.person.name == person.name.strip()]
        if any(one.ended_at is None for one in earlier):
            raise NotAllowed(sentence("An interview of this person is not ended yet. End it first."))
        visits = self._desk.inspection(inspection_id).all(Visit)
        document = self._papers.new(inspection_id, TYPE)
        interview = Interview(
            id=document.id,
            role=role,
            person=replace(person, name=person.name.strip()),
            session=len(earlier) + 1,
            begun_at=self._desk.clock.now(),
            recorded_by=self._desk.person.id,
            place=place.strip() or (visits[-1].place if visits else ""),
            exchanges=tuple(Exchange(question=question) for question in self.questions(role)),
        )
        self._papers.put(inspection_id, "interview begun", document, interview)
        return interview

    def describe(
        self, inspection_id: InspectionId, interview_id: DocumentId, person: Interviewed
    ) -> Interview:
        """Complete who is asked; the name stays, because the session is counted by it."""
        before = self._open(inspection_id, interview_id)
        return self._put(inspection_id, replace(before, person=replace(person, name=before.person.name)))

    def tell_rights(self, inspection_id: InspectionId, interview_id: DocumentId, answer: str) -> Interview:
        """Write down what was answered when rights and duties were told."""
        before = self._open(inspection_id, interview_id)
        return self._put(inspection_id, replace(before, rights_answer=answer.strip()))

    def ask(self, inspection_id: InspectionId, interview_id: DocumentId, question: str) -> Interview:
        """Add a question at the end."""
        if not question.strip():
            raise UnusableInput(sentence("Write the question."))
        before = self._open(inspection_id, interview_id)
        added = (*before.exchanges, Exchange(question=question.strip()))
        return self._put(inspection_id, replace(before, exchanges=added))

    def drop(self, inspection_id: InspectionId, interview_id: DocumentId, position: int) -> Interview:
        """Take out a question that was not answered, at a position counted from 0."""
        before = self._open(inspection_id, interview_id)
        if before.exchanges[position].answer:
            raise NotAllowed(
                sentence("An answered question stays in the interview. Correct the answer instead.")
            )
        left = before.exchanges[:position] + before.exchanges[position + 1 :]
        return self._put(inspection_id, replace(before, exchanges=left))

    def answer(
        self, inspection_id: InspectionId, interview_id: DocumentId, position: int, text: str
    ) -> Interview:
        """Write an answer down as it is spoken; once it was read back, ``correct`` changes it."""
        before = self._open(inspection_id, interview_id)
        given = replace(before.exchanges[position], answer=text.strip())
        return self._put(inspection_id, _with(before, position, given))

    def correct(
        self, inspection_id: InspectionId, interview_id: DocumentId, position: int, text: str
    ) -> Interview:
        """Correct an answer that was read back: what stood there stays visible and is marked on paper."""
        before = self._open(inspection_id, interview_id)
        old = before.exchanges[position]
        if not old.answer or old.answer == text.strip():
            return before
        corrected = replace(old, answer=text.strip(), before=(*old.before, old.answer))
        return self._put(inspection_id, _with(before, position, corrected))

    def note_refusal(self, inspection_id: InspectionId, interview_id: DocumentId, refusal: str) -> Interview:
        """Note why the person does not sign, and who saw it."""
        before = self._open(inspection_id, interview_id)
        return self._put(inspection_id, replace(before, refusal=refusal.strip()))

    def end(self, inspection_id: InspectionId, interview_id: DocumentId) -> Interview:
        """End the session now: questions without an answer are left out, the bytes are fixed."""
        document = self._papers.open_document(inspection_id, interview_id)
        before = self.interview(inspection_id, interview_id)
        answered = tuple(one for one in before.exchanges if one.answer)
        if not before.rights_answer:
            raise NotAllowed(
                sentence("The interview does not say that rights were told. Write down what was answered.")
            )
        if not answered:
            raise NotAllowed(sentence("Nothing was answered, so there is no interview. Withdraw it instead."))
        ended = replace(before, exchanges=answered, ended_at=self._desk.clock.now())

        def write(matter: Matter, _number: str, head_code: str) -> Paper:
            return interview_paper(matter, ended, head_code)

        self._papers.finish(inspection_id, document, write, line="interview ended", beside=[ended])
        return ended

    # Inside

    def _open(self, inspection_id: InspectionId, interview_id: DocumentId) -> Interview:
        self._papers.open_document(inspection_id, interview_id)
        return self.interview(inspection_id, interview_id)

    def _put(self, inspection_id: InspectionId, interview: Interview) -> Interview:
        self._papers.put(inspection_id, "interview written", interview)
        return interview


def _with(interview: Interview, position: int, exchange: Exchange) -> Interview:
    exchanges = interview.exchanges
    return replace(interview, exchanges=(*exchanges[:position], exchange, *exchanges[position + 1 :]))
