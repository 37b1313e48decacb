"""Checklists (检查清单): runs of a form, answers, and questions as people see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.checklist_score import Points, Score, reached
from inspector_app.domain.ids import ChecklistId, ChecklistRunId, FindingId, PersonId, Sha256
from inspector_app.domain.institution import InstitutionKind
from inspector_app.domain.wording import Sentence

PRESENT = "present"
REMOVED = "removed"
"""Values of the answer that stands for an instance of a repeat."""


class QuestionKind(StrEnum):
    """What stands in one place of a form."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    DATE_TIME = "date_time"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANK = "rank"
    """All choices, in the order of preference."""
    RANGE = "range"
    """A number between two ends, in steps."""
    ACKNOWLEDGE = "acknowledge"
    NOTE = "note"
    PHOTOGRAPH = "photograph"
    """Answered by evidence bound to it; has no value of its own."""
    FILE = "file"
    """Like a photograph: any file."""
    SIGNATURE = "signature"
    """Like a photograph: a signature or a drawing."""
    GROUP = "group"
    REPEAT = "repeat"
    REPEAT_INSTANCE = "repeat_instance"

    @property
    def is_answerable(self) -> bool:
        """Tell whether a value can be entered."""
        return self not in _WITHOUT_VALUE

    @property
    def takes_evidence(self) -> bool:
        """Tell whether evidence bound to the question is its answer."""
        return self in _EVIDENCE

    @property
    def has_choices(self) -> bool:
        return self in _CHOICES


_EVIDENCE = frozenset({QuestionKind.PHOTOGRAPH, QuestionKind.FILE, QuestionKind.SIGNATURE})
_CHOICES = frozenset({QuestionKind.SELECT_ONE, QuestionKind.SELECT_MULTIPLE, QuestionKind.RANK})
_NOT_APPLICABLE = frozenset({"na", "n_a", "not_applicable"})
"""Values by which forms name the choice 不适用."""
_WITHOUT_VALUE = _EVIDENCE | {
    QuestionKind.NOTE,
    QuestionKind.GROUP,
    QuestionKind.REPEAT,
    QuestionKind.REPEAT_INSTANCE,
}


class Severity(StrEnum):
    """How much a non-compliant answer weighs, as the form's author sees it."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a question means to the bureau: the columns of our own namespace in the form."""

    category: str = ""
    clauses: tuple[str, ...] = ()
    severity: Severity | None = None
    evidence_required: bool = False
    finding: str = ""
    """Chinese text of the finding; ``{name}`` stands for the answer to the question of that name."""
    requirement: str = ""
    noncompliant: tuple[str, ...] = ()
    """Answers that do not comply; an expression may decide instead."""
    unit: str = ""
    """What a number counts, such as 人次 or 元."""
    unit_en: str = ""
    """The same in English; empty where the form says it in one language only."""
    points: Points = ()
    """Points by answer, where the checklist is scored."""
    exemptible: bool = True
    """Whether a person may say that the question does not apply here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """One choice in the language shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One place of a running form as it stands now."""

    path: str
    """Where it stands; instances of repeats carry their key: ``/data/item[2]/name``."""
    kind: QuestionKind
    label: str = ""
    hint: str = ""
    guidance: str = ""
    value: str = ""
    """As typed, also when it is wrong."""
    value_label: str = ""
    """The value in words: labels of choices."""
    choices: tuple[ChoiceView, ...] = ()
    span: tuple[str, str, str] | None = None
    """Lowest and highest number and the step between, where the question asks for a number on a scale."""
    relevant: bool = True
    required: bool = False
    readonly: bool = False
    error: Sentence | None = None
    """Why the value cannot stand; ``None`` where nothing is wrong."""
    error_text: str = ""
    """The form's own words for what is wrong, in the language shown."""
    noncompliant: bool = False
    meaning: Meaning = Meaning()
    depth: int = 0
    number: str = ""
    """Place in the form, such as ``2.3``; instances of repeats by their order."""
    removable: bool = False
    remark: str = ""
    exempt: str = ""
    """Why it does not apply here; empty where it does."""
    photographs: int = 0
    answered_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether an answer can be given and none was."""
        return self.relevant and not self.readonly and self.kind.is_answerable and not self.is_settled

    @property
    def is_missing(self) -> bool:
        """Tell whether the checklist cannot be finished without it: an answer, or evidence asked for."""
        if not self.relevant or not self.required or self.is_exempt:
            return False
        if self.kind.takes_evidence:
            return not self.photographs
        return self.is_open

    @property
    def is_settled(self) -> bool:
        """Tell whether it was answered, or said with a reason not to apply."""
        return bool(self.value) or self.is_exempt

    @property
    def is_exempt(self) -> bool:
        """Tell whether it was said not to apply; a reason from before the form forbade that is none."""
        return bool(self.exempt) and self.meaning.exemptible

    @property
    def may_be_exempt(self) -> bool:
        """Tell whether a person may say that it does not apply; one who may choose that says it so."""
        asked = self.relevant and not self.readonly and self.kind.is_answerable
        return asked and self.meaning.exemptible and self.own_exemption == ""

    @property
    def own_exemption(self) -> str:
        """The choice by which the form itself lets a question not apply; empty where it has none."""
        return next((choice.value for choice in self.choices if choice.value in _NOT_APPLICABLE), "")

    @property
    def is_wrong(self) -> bool:
        return self.relevant and (self.error is not None or bool(self.error_text))


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFile:
    """A table or list that a form reads from a file beside it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistForm:
    """A compiled form, kept in the workspace by version and hash."""

    id: ChecklistId
    """``<form id>:<hash of the compiled form>``."""
    form_id: str
    version: str
    title: str
    sha256: Sha256
    """Hash of the compiled form's text."""
    xform: str
    source_sha256: Sha256
    """Hash of the table it was compiled from."""
    source_name: str = ""
    files: tuple[FormFile, ...] = ()
    table: str = ""
    """The table as Markdown, to be written out and compared; empty in forms of earlier versions."""
    institutions: tuple[InstitutionKind, ...] = ()
    """What kinds of institution it is for; none where it is for any."""
    title_en: str = ""
    """The title in English; empty where the form has one title only."""

    def title_in(self, language: str) -> str:
        """Return the title for ``zh`` or ``en``."""
        return (self.title_en if language == "en" else "") or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistRun:
    """One checklist being filled in one inspection; it keeps the form's version it began with."""

    id: ChecklistRunId
    form: ChecklistId
    form_id: str
    version: str
    title: str
    started_at: datetime
    started_by: PersonId
    finished_at: datetime | None = None
    """When somebody last said that it is done; answers may still change after it."""
    finished_by: PersonId | None = None
    title_en: str = ""
    """The form's title in English, where it has one."""

    def title_in(self, language: str) -> str:
        """Return the title for ``zh`` or ``en``."""
        return (self.title_en if language == "en" else "") or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, or the presence of one instance of a repeat; its identity is run and path."""

    id: str
    run: ChecklistRunId
    path: str
    value: str = ""
    remark: str = ""
    exempt: str = ""
    """Why the question does not apply; with it there is no value."""
    answered_at: datetime
    person: PersonId


def answer_id(run: ChecklistRunId, path: str) -> str:
    """Return the identity of the answer at ``path``, the same on every laptop."""
    return f"{run}:{path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunProgress:
    """How far a checklist is; only what is relevant now counts."""

    answered: int
    total: int
    required_missing: int
    wrong: int
    noncompliant: int
    score: Score = field(default_factory=Score)
    """Nothing of nothing where no question has points."""

    @property
    def is_complete(self) -> bool:
        return self.required_missing == 0 and self.wrong == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """A checklist in the list of an inspection."""

    run: ChecklistRun
    progress: RunProgress


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is typed at a question and not saved yet: its answer, its remark, or why it does not apply."""

    path: str
    text: str
    is_remark: bool = False
    is_reason: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """Everything a page shows of one checklist."""

    run: ChecklistRun
    questions: tuple[QuestionView, ...]
    progress: RunProgress
    findings: dict[str, FindingId] = field(default_factory=dict)
    """Findings that answers became, by the answer's path."""
    can_undo: bool = False
    draft: Draft | None = None
    """What was being typed when the program ended."""
    changed_at: datetime | None = None
    """When the newest answer or remark was given; ``None`` where there is none."""

    @property
    def is_finished(self) -> bool:
        """Tell whether it was finished and nothing has changed since."""
        finished = self.run.finished_at
        return finished is not None and (self.changed_at is None or self.changed_at <= finished)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerResult:
    """What one answer changed, after it was saved."""

    changed: tuple[QuestionView, ...]
    progress: RunProgress
    saved_at: datetime
    reordered: bool = False
    """Whether questions came or went, so that the whole list must be read again."""


def progress_of(questions: tuple[QuestionView, ...]) -> RunProgress:
    """Count answers, gaps and faults."""
    relevant = [question for question in questions if question.relevant]
    asked = [question for question in relevant if question.kind.is_answerable and not question.readonly]
    return RunProgress(
        answered=sum(1 for question in asked if question.is_settled),
        total=len(asked),
        required_missing=sum(1 for question in relevant if question.is_missing),
        wrong=sum(1 for question in relevant if question.is_wrong),
        noncompliant=sum(1 for question in relevant if question.noncompliant),
        score=sum(
            (
                reached(question.meaning.points, question.value, complies=not question.noncompliant)
                for question in relevant
            ),
            Score(),
        ),
    )
