"""Fills a form as a person would: the next open question, until nothing is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.reading import read_form
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.views import questions
from inspector_app.checklists.xpath.context import World
from inspector_app.domain.checklist import QuestionKind, QuestionView

FORMS = Path(__file__).parents[2] / "forms"
SHIPPED = (
    "agency_review",
    "charges",
    "dialysis_consumables",
    "drug_in_out",
    "inpatient_stay",
    "patient_visit",
    "rectification_review",
    "retail_pharmacy",
    "self_check_review",
    "special_drug_assessment",
    "ward_headcount",
)
SURVEY_TEXTS = "label::中文 (zh)"


def world() -> World:
    return World(zone=ZoneInfo("Asia/Shanghai"), now=lambda: datetime(2026, 3, 1, 11, tzinfo=UTC))


def shipped(name: str) -> FormSession:
    content = (FORMS / f"{name}.md").read_bytes()
    return FormSession(read_form(compile_xlsform(content, f"{name}.md")), world())


def table(name: str, columns: str, *rows: str) -> str:
    lines = [f"| {name} |", f"| | {columns} |", *(f"| | {row} |" for row in rows)]
    return "\n".join(lines)


def session_of(*tables: str) -> FormSession:
    text = "\n".join((*tables, table("settings", "form_id | version", "test | 1")))
    return FormSession(read_form(compile_xlsform(text.encode(), "test.md")), world())


def fitting(question: QuestionView) -> str:
    """Return an answer that fits the question's kind."""
    if question.choices:
        return question.choices[0].value
    return {
        QuestionKind.INTEGER: "10",
        QuestionKind.DECIMAL: "10",
        QuestionKind.DATE: "2026-02-01",
        QuestionKind.TIME: "21:00",
        QuestionKind.DATE_TIME: "2026-03-01T19:30",
        QuestionKind.ACKNOWLEDGE: "OK",
    }.get(question.kind, "云岭")


def fill(session: FormSession, answers: Mapping[str, str]) -> tuple[QuestionView, ...]:
    """Answer every open question, by name where ``answers`` says so; return the form as it then stands."""
    for _ in range(500):
        view = questions(session)
        following = next((question for question in view if question.is_open), None)
        if following is None:
            return view
        name = following.path.rpartition("/")[2]
        session.answer(following.path, answers.get(name, fitting(following)))
    raise AssertionError("the form never comes to an end")
