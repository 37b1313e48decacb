"""Kinds of questions that are answered in a way of their own: ranks, scales, files and signatures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import ChoiceView, QuestionKind, QuestionView
from inspector_app.ui.widgets.answer_pane import AnswerPane

CHOICES = tuple(ChoiceView(value=value, label=value.upper()) for value in "abc")


@pytest.fixture
def pane(qtbot: QtBot) -> AnswerPane:
    made = AnswerPane()
    qtbot.addWidget(made)
    made.show()
    return made


def rank(value: str) -> QuestionView:
    return QuestionView(path="/data/r", kind=QuestionKind.RANK, label="R", choices=CHOICES, value=value)


def test_a_rank_is_given_in_the_order_of_the_keys_and_taken_back_by_the_same_key(
    pane: AnswerPane, qtbot: QtBot
) -> None:
    given: list[str] = []
    pane.answered.connect(lambda _path, value: given.append(value))
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_3):
        pane.show_question(rank(given[-1] if given else ""))
        qtbot.keyClick(pane, key)
    assert given == ["b", "b c", "b c a", "b a"]


def test_a_scale_shows_its_ends_until_a_number_is_typed(pane: AnswerPane) -> None:
    pane.show_question(
        QuestionView(path="/data/s", kind=QuestionKind.RANGE, label="S", span=("0", "10", "2"))
    )
    assert pane.entry.isVisible()
    assert pane.entry.placeholderText() == "0 – 10"
    pane.show_question(QuestionView(path="/data/t", kind=QuestionKind.TEXT, label="T"))
    assert pane.entry.placeholderText() == ""


@pytest.mark.parametrize("kind", [QuestionKind.PHOTOGRAPH, QuestionKind.FILE, QuestionKind.SIGNATURE])
def test_what_evidence_answers_offers_evidence_and_no_line_to_type_in(
    pane: AnswerPane, kind: QuestionKind
) -> None:
    pane.show_question(QuestionView(path="/data/f", kind=kind, label="F"))
    assert pane.photographs.isVisible()
    assert not pane.entry.isVisible()
