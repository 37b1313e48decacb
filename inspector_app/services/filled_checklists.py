"""Reads a filled checklist as a team lead does: answers, who changed them, evidence and remarks beside."""

from __future__ import annotations

from collections.abc import Callable

from inspector_app.domain.chain import NOTHING, code_of
from inspector_app.domain.checklist import Answer, QuestionView, RunView, answer_id
from inspector_app.domain.evidence import Citation, Evidence, TargetKind
from inspector_app.domain.exchange import Comment, KnownCard
from inspector_app.domain.filled_checklist import AnswerChange, FilledChecklist, FilledLine, words_of
from inspector_app.domain.ids import ChecklistRunId, EvidenceId, InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.journal import Line
from inspector_app.domain.people import Person
from inspector_app.services.desk import Desk
from inspector_app.storage.store import Store

View = Callable[[InspectionId, ChecklistRunId, str], RunView]


class FilledChecklists:
    """Nothing is written here, so it works on an inspection that is here for review only."""

    def __init__(self, desk: Desk, view: View) -> None:
        self._desk = desk
        self._view = view

    def read(
        self, inspection_id: InspectionId, run_id: ChecklistRunId, language: str = "zh"
    ) -> FilledChecklist:
        """Return what is relevant now, in the order of the form; labels in ``zh`` or ``en``."""
        view = self._view(inspection_id, run_id, language)
        store = self._desk.inspection(inspection_id)
        inspection = store.get(Inspection, inspection_id)
        names = _Names(self._desk, store, inspection)
        evidence = evidence_by_answer(store)
        comments = _comments_by_answer(store)
        lines = []
        for question in view.questions:
            if not question.relevant:
                continue
            identity = answer_id(run_id, question.path)
            lines.append(
                FilledLine(
                    question=question,
                    evidence=tuple(evidence.get(identity, ())),
                    changes=_changes(store, names, identity, question),
                    comments=tuple(comments.get(identity, ())),
                    finding=view.findings.get(question.path),
                )
            )
        last = store.journal.last(self._desk.device)
        newest = last or store.journal.latest()
        return FilledChecklist(
            run=view.run,
            institution=inspection.institution.name if inspection is not None else "",
            bureau=inspection.bureau if inspection is not None else "",
            started_by=names.known.get(str(view.run.started_by), ""),
            progress=view.progress,
            lines=tuple(lines),
            head=code_of(newest.hash if newest else NOTHING),
        )


class _Names:
    """Who wrote a line: people known here, the team, and owners of other laptops."""

    def __init__(self, desk: Desk, store: Store, inspection: Inspection | None) -> None:
        team = inspection.team if inspection is not None else ()
        people = (*desk.workspace.all(Person), *team, desk.person)
        self.known = {str(one.id): one.name for one in people}
        self._owners = {one.id: one.card.name for one in desk.workspace.all(KnownCard)}

    def of(self, line: Line) -> str:
        person = str(line.person)
        return self.known.get(person) or self._owners.get(line.device) or person[:8]


def _changes(store: Store, names: _Names, identity: str, question: QuestionView) -> tuple[AnswerChange, ...]:
    if not (question.kind.is_answerable or question.remark):
        return ()
    found = []
    for revision in reversed(store.history(Answer, identity)):
        value = revision.value
        found.append(
            AnswerChange(
                at=revision.line.at,
                person=names.of(revision.line),
                words=words_of(question, value.value) if isinstance(value, Answer) else "",
                remark=value.remark if isinstance(value, Answer) else "",
                exempt=value.exempt if isinstance(value, Answer) else "",
            )
        )
    return tuple(found)


def evidence_by_answer(store: Store) -> dict[str, list[Evidence]]:
    """Return what is bound to answers and not set aside, by the identity of the answer."""
    pieces = {piece.id: piece for piece in store.all(Evidence) if not piece.set_aside}
    bound: dict[str, dict[EvidenceId, Evidence]] = {}
    for citation in store.all(Citation):
        piece = pieces.get(citation.evidence)
        if citation.target.kind is TargetKind.ANSWER and piece is not None:
            bound.setdefault(citation.target.id, {})[piece.id] = piece
    return {
        target: sorted(found.values(), key=lambda one: (one.group, one.running_number))
        for target, found in bound.items()
    }


def _comments_by_answer(store: Store) -> dict[str, list[Comment]]:
    found: dict[str, list[Comment]] = {}
    for comment in store.all(Comment):
        if comment.kind == TargetKind.ANSWER:
            found.setdefault(comment.thing, []).append(comment)
    return found
