"""The sections of a checklist with how far each is, and the questions that words are found in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inspector_app.domain.checklist import QuestionKind, QuestionView, RunProgress, progress_of

_HEADINGS = frozenset({QuestionKind.GROUP, QuestionKind.REPEAT})
TOP = 1
"""Depth of a section; what is deeper belongs to the section above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineSection:
    """One section that is relevant now; questions before the first one have a section without a label."""

    path: str
    """Where the section begins, which is where a jump leads."""
    label: str
    number: str
    progress: RunProgress


def sections_of(questions: Iterable[QuestionView]) -> tuple[OutlineSection, ...]:
    """Divide what is relevant now into sections; a section without questions is left out."""
    parts: list[tuple[QuestionView | None, list[QuestionView]]] = []
    for question in questions:
        if not question.relevant:
            continue
        is_heading = question.kind in _HEADINGS and question.depth <= TOP
        if is_heading or not parts:
            parts.append((question if is_heading else None, []))
        if not is_heading:
            parts[-1][1].append(question)
    return tuple(
        OutlineSection(
            path=heading.path if heading is not None else inside[0].path,
            label=heading.label if heading is not None else "",
            number=heading.number if heading is not None else "",
            progress=progress_of(tuple(inside)),
        )
        for heading, inside in parts
        if inside or heading is not None
    )


def section_at(sections: Iterable[OutlineSection], order: dict[str, int], path: str) -> int:
    """Return the place of the section in which a question stands; ``order`` is the rows of the paths."""
    found = -1
    for place, section in enumerate(sections):
        if order.get(section.path, -1) <= order.get(path, -1):
            found = place
    return found


def found_in(question: QuestionView, wanted: str) -> bool:
    """Tell whether words stand in a question, its answer, its remark or its number; case does not count."""
    texts = (question.label, question.hint, question.value_label, question.remark)
    sought = wanted.strip().casefold()
    return bool(sought) and (question.number == sought or any(sought in text.casefold() for text in texts))
