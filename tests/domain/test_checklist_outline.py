"""The outline of a checklist: sections with how far they are, and questions by the words in them."""

from __future__ import annotations

from inspector_app.domain.checklist import ChoiceView, Meaning, QuestionKind, QuestionView, progress_of
from inspector_app.domain.checklist_gaps import GapKind, gaps_of
from inspector_app.domain.checklist_outline import found_in, section_at, sections_of


def group(path: str, label: str, **over: object) -> QuestionView:
    return QuestionView(path=path, kind=QuestionKind.GROUP, label=label, depth=1, **over)  # type: ignore[arg-type]


def asked(path: str, value: str = "", **over: object) -> QuestionView:
    return QuestionView(path=path, kind=QuestionKind.TEXT, label=path, value=value, depth=2, **over)  # type: ignore[arg-type]


QUESTIONS = (
    asked("/data/before", "x"),
    group("/data/a", "Scope", number="1"),
    asked("/data/a/one", "x"),
    asked("/data/a/two", required=True),
    asked("/data/a/hidden", relevant=False),
    QuestionView(path="/data/a/inner", kind=QuestionKind.GROUP, label="Inner", depth=2),
    asked("/data/a/inner/deep", "x", noncompliant=True),
    group("/data/gone", "Hidden section", relevant=False),
    group("/data/b", "Empty", number="2"),
)


def test_sections_count_what_is_relevant_in_them_deeper_groups_included() -> None:
    before, scope, empty = sections_of(QUESTIONS)
    assert (before.path, before.label, before.progress.answered) == ("/data/before", "", 1)
    assert (scope.path, scope.label, scope.number) == ("/data/a", "Scope", "1")
    counts = scope.progress
    assert (counts.answered, counts.total, counts.required_missing, counts.noncompliant) == (2, 3, 1, 1)
    assert (empty.label, empty.progress.total) == ("Empty", 0)


def test_a_question_stands_in_the_section_above_it() -> None:
    sections = sections_of(QUESTIONS)
    rows = {question.path: row for row, question in enumerate(QUESTIONS) if question.relevant}
    assert section_at(sections, rows, "/data/before") == 0
    assert section_at(sections, rows, "/data/a/inner/deep") == 1
    assert section_at(sections, rows, "/data/b") == 2


def test_words_are_found_in_question_answer_remark_and_by_number() -> None:
    question = QuestionView(
        path="/data/q",
        kind=QuestionKind.SELECT_ONE,
        label="Invoices are kept",
        value="no",
        value_label="No, never",
        choices=(ChoiceView(value="no", label="No, never"),),
        remark="柜子锁着",
        number="2.3",
    )
    assert found_in(question, " INVOICES ")
    assert found_in(question, "never")
    assert found_in(question, "锁着")
    assert found_in(question, "2.3")
    assert not found_in(question, "2.")
    assert not found_in(question, "  ")


def test_what_is_unfinished_is_wrong_then_unanswered_then_without_its_evidence() -> None:
    expected = Meaning(evidence_required=True)
    photograph = QuestionView(path="/p", kind=QuestionKind.PHOTOGRAPH, required=True, number="5")
    questions = (
        asked("/unproven", "no", noncompliant=True, meaning=expected),
        asked("/proven", "no", noncompliant=True, meaning=expected, photographs=1),
        asked("/complies", "yes", meaning=expected),
        asked("/empty", required=True),
        asked("/exempt", required=True, exempt="closed"),
        asked("/hidden", required=True, relevant=False),
        asked("/computed", required=True, readonly=True),
        asked("/optional"),
        photograph,
        asked("/wrong", "x", error_text="Not so."),
    )
    assert [(gap.path, gap.kind) for gap in gaps_of(questions)] == [
        ("/wrong", GapKind.WRONG),
        ("/empty", GapKind.UNANSWERED),
        ("/p", GapKind.UNANSWERED),
        ("/unproven", GapKind.UNPROVEN),
    ]
    assert progress_of(questions).required_missing == 2
