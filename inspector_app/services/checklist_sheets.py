"""What the print of a filled checklist says, from what was read and the bureau's words."""

from __future__ import annotations

from datetime import datetime

from inspector_app.documents.filled_sheet import FilledRow, FilledSheet, layout_filled_sheet
from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.checklist import QuestionKind, QuestionView, RunProgress
from inspector_app.domain.evidence_numbers import listed
from inspector_app.domain.filled_checklist import FilledChecklist, FilledLine
from inspector_app.domain.notice import Wording


def printed_checklist(
    filled: FilledChecklist, wording: Wording, *, printed_at: datetime, printed_by: str
) -> bytes:
    """Lay a filled checklist out; what is not relevant is not in it."""
    run = filled.run
    facts = (
        (wording["institution"], filled.institution),
        (
            wording["checklist"],
            wording.say("checklist_version", title=run.title, version=run.version)
            if run.version
            else run.title,
        ),
        (
            wording["started"],
            wording.say("started_by", time=_time(run.started_at), name=filled.started_by).rstrip(),
        ),
        (wording["state"], "　".join(_progress(filled.progress, wording))),
    )
    about = [
        wording.say("printed", time=_time(printed_at), name=printed_by),
        wording.say("head", code=filled.head),
    ]
    if not filled.progress.is_complete:
        about.insert(0, wording["unfinished"])
    elif run.finished_at is not None:
        about.insert(0, wording.say("finished", time=_time(run.finished_at)))
    return layout_filled_sheet(
        FilledSheet(
            wording=wording,
            bureau=filled.bureau,
            title=wording.say("title", title=run.title),
            facts=facts,
            rows=tuple(_row(line, wording) for line in filled.lines if _is_printed(line)),
            foot=(wording["inspectors"],),
            about="\n".join(about),
        )
    )


def _progress(progress: RunProgress, wording: Wording) -> list[str]:
    words = [wording.say("progress", answered=str(progress.answered), total=str(progress.total))]
    for key, count in (
        ("noncompliant", progress.noncompliant),
        ("missing", progress.required_missing),
        ("wrong", progress.wrong),
    ):
        if count:
            words.append(wording.say(key, count=str(count)))
    if progress.score.most:
        score = progress.score
        words.append(wording.say("score", points=f"{score.points:f}", most=f"{score.most:f}"))
    return words


def _is_printed(line: FilledLine) -> bool:
    """A repeat's own line says what each of its entries says again."""
    return line.question.kind is not QuestionKind.REPEAT and bool(line.question.label or line.changes)


def _row(line: FilledLine, wording: Wording) -> FilledRow:
    question = line.question
    if line.is_heading or question.kind is QuestionKind.NOTE:
        return FilledRow(
            number=question.number,
            question=question.label,
            is_heading=line.is_heading,
            is_note=not line.is_heading,
        )
    return FilledRow(
        number=question.number,
        question=question.label,
        answer=_answer(question, wording),
        more="\n".join(_beside(line, wording)),
        is_noncompliant=question.noncompliant,
    )


def _answer(question: QuestionView, wording: Wording) -> str:
    if question.kind.takes_evidence:
        return ""
    if question.exempt:
        return wording.say("not_applicable", reason=question.exempt)
    if not question.value:
        return "" if question.readonly else wording["not_answered"]
    words = question.value_label or question.value
    if question.meaning.unit:
        words = f"{words} {question.meaning.unit}"
    return f"{words}\n{wording['does_not_comply']}" if question.noncompliant else words


def _beside(line: FilledLine, wording: Wording) -> list[str]:
    question = line.question
    found = []
    if question.error_text:
        found.append(wording.say("is_wrong", text=question.error_text))
    elif question.error is not None:
        found.append(wording.say("is_wrong", text=question.value))
    if question.remark:
        found.append(wording.say("remark", text=question.remark))
    if line.evidence:
        numbers = listed([piece.number for piece in line.evidence])
        found.append(wording.say("evidence", numbers=numbers))
    return found


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M}"
