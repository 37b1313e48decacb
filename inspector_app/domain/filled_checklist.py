"""A checklist as it was filled: what was asked, what was answered, by whom, with what beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.checklist import (
    PRESENT,
    REMOVED,
    ChecklistRun,
    QuestionKind,
    QuestionView,
    RunProgress,
)
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.exchange import Comment
from inspector_app.domain.ids import ChecklistRunId, ExportId, FindingId, PersonId, Sha256

_DAY = len("2026-03-01")
_HEADINGS = frozenset({QuestionKind.GROUP, QuestionKind.REPEAT, QuestionKind.REPEAT_INSTANCE})


class ExportFormat(StrEnum):
    """As what a filled checklist leaves this laptop."""

    SUBMISSION = "submission"
    """An OpenRosa submission with its files, in one zip."""
    WORKBOOK = "workbook"
    PDF = "pdf"
    PAPER = "paper"
    """Sent to a printer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistExport:
    """One time that a filled checklist left, unencrypted."""

    id: ExportId
    run: ChecklistRunId
    format: ExportFormat
    name: str = ""
    """Of the file; empty for paper."""
    sha256: Sha256 | None = None
    copies: int = 1
    exported_at: datetime
    exported_by: PersonId


class Reading(StrEnum):
    """Which lines of a filled checklist somebody reads."""

    MATTERS = "matters"
    """Everything of the kinds below, except what need not be answered."""
    ALL = "all"
    NONCOMPLIANT = "noncompliant"
    """Does not comply, or became a finding."""
    UNANSWERED = "unanswered"
    WRONG = "wrong"
    CHANGED = "changed"
    REMARKED = "remarked"
    EVIDENCE = "evidence"
    ASKED = "asked"
    """A review remarked on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """One value that an answer has or had."""

    at: datetime
    person: str
    """The name, or a short mark where nobody here knows it."""
    words: str
    """The answer in words; empty where it was taken back."""
    remark: str = ""
    exempt: str = ""
    """Why the question did not apply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledLine:
    """One relevant place of the form, with what belongs to it."""

    question: QuestionView
    evidence: tuple[Evidence, ...] = ()
    """What is bound to the answer and not set aside, in the order of its numbers."""
    changes: tuple[AnswerChange, ...] = ()
    """All values, the newest first."""
    comments: tuple[Comment, ...] = ()
    finding: FindingId | None = None

    @property
    def is_heading(self) -> bool:
        return self.question.kind in _HEADINGS

    @property
    def is_changed(self) -> bool:
        """Tell whether an answer was given and became another one later."""
        given = [change for change in self.changes if change.words or change.remark or change.exempt]
        return len(self.changes) > 1 and bool(given)

    def is_read(self, reading: Reading) -> bool:
        """Tell whether somebody who reads so wants to see this line."""
        question = self.question
        match reading:
            case Reading.NONCOMPLIANT:
                return question.noncompliant or self.finding is not None
            case Reading.UNANSWERED:
                return question.is_open
            case Reading.WRONG:
                return question.is_wrong
            case Reading.CHANGED:
                return self.is_changed
            case Reading.REMARKED:
                return bool(question.remark)
            case Reading.EVIDENCE:
                return bool(self.evidence)
            case Reading.ASKED:
                return bool(self.comments)
            case Reading.MATTERS:
                missing = question.is_missing
                return missing or any(self.is_read(kind) for kind in _STANDING_OUT)
            case _:
                return True


_STANDING_OUT = (
    Reading.NONCOMPLIANT,
    Reading.WRONG,
    Reading.CHANGED,
    Reading.REMARKED,
    Reading.EVIDENCE,
    Reading.ASKED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledChecklist:
    """Everything that a reader of a filled checklist sees; what is not relevant is left out."""

    run: ChecklistRun
    institution: str
    bureau: str
    started_by: str
    progress: RunProgress
    lines: tuple[FilledLine, ...]
    head: str = ""
    """Code of the journal's newest line on this laptop."""

    def only(self, reading: Reading) -> tuple[FilledLine, ...]:
        """Return the lines that are read so, each under the headings that it stands under."""
        if reading is Reading.ALL:
            return self.lines
        kept: list[FilledLine] = []
        above: list[FilledLine] = []
        for line in self.lines:
            if line.is_heading:
                above = [one for one in above if one.question.depth < line.question.depth]
                if not line.is_read(reading):
                    above.append(line)
                    continue
            elif not line.is_read(reading):
                continue
            kept += [*above, line]
            above = []
        return tuple(kept)

    def count(self, reading: Reading) -> int:
        """Return how many questions are read so; headings are not counted unless they are meant."""
        if reading is Reading.ALL:
            return sum(1 for line in self.lines if not line.is_heading)
        return sum(1 for line in self.lines if line.is_read(reading))


def spelt(moment: str) -> str:
    """Write a day and its time as people do; what is none stays as it was typed."""
    return f"{moment[:_DAY]} {moment[_DAY + 1 :]}" if moment[_DAY : _DAY + 1] == "T" else moment


def words_of(question: QuestionView, value: str) -> str:
    """Return an earlier value of a question in the words of its choices, a moment as people write it."""
    if value in {PRESENT, REMOVED}:
        return ""
    if question.kind is QuestionKind.DATE_TIME:
        return spelt(value)
    if not question.kind.has_choices:
        return value
    known = {choice.value: choice.label for choice in question.choices}
    return "、".join(known.get(one) or one for one in value.split())
