"""What makes a checklist unfinished: the questions that are wrong, unanswered or without their evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.checklist import QuestionView


class GapKind(StrEnum):
    """What a question lacks, the gravest first."""

    WRONG = "wrong"
    UNANSWERED = "unanswered"
    """Nothing stands where something must."""
    UNPROVEN = "unproven"
    """The answer does not comply, and the form expects evidence of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One question that has to be seen to; ``path`` leads to it."""

    path: str
    number: str
    label: str
    kind: GapKind


def gaps_of(questions: Iterable[QuestionView]) -> tuple[Gap, ...]:
    """Return what is unfinished, wrong answers first and each kind in the order of the form."""
    found = [
        Gap(path=one.path, number=one.number, label=one.label, kind=kind)
        for one in questions
        if (kind := _gap(one)) is not None
    ]
    order = list(GapKind)
    return tuple(sorted(found, key=lambda gap: order.index(gap.kind)))


def _gap(question: QuestionView) -> GapKind | None:
    if question.is_wrong:
        return GapKind.WRONG
    if question.is_missing:
        return GapKind.UNANSWERED
    expected = question.relevant and question.noncompliant and question.meaning.evidence_required
    return GapKind.UNPROVEN if expected and not question.photographs else None
