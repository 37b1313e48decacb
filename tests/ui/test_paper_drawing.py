"""Papers are laid out beside the databases: answers pass, and of several layouts the newest is shown."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import EnvironmentProblem, Problem
from inspector_app.domain.wording import sentence
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.worker import Worker


def refuse(problem: Problem) -> None:
    raise AssertionError(problem)


def test_an_answer_is_saved_while_a_paper_is_laid_out(qtbot: QtBot, worker: Worker) -> None:
    answered, shown, saved = threading.Event(), [], []
    papers = PaperDrawing[str](worker, shown.append, refuse)
    papers.draw(lambda: "paper" if answered.wait(30) else "the answer did not get through")
    worker.run(lambda _: answered.set(), saved.append)
    qtbot.waitUntil(lambda: worker.idle)
    assert (saved, shown) == ([None], ["paper"])


def test_of_several_wishes_the_newest_is_shown_and_those_between_are_not_laid_out(
    qtbot: QtBot, worker: Worker
) -> None:
    go, drawn, shown = threading.Event(), [], []

    def first() -> str:
        go.wait(30)
        drawn.append("first")
        return "first"

    papers = PaperDrawing[str](worker, shown.append, refuse)
    papers.draw(first)
    papers.draw(lambda: str(drawn.append("between")))
    papers.draw(lambda: "newest")
    go.set()
    qtbot.waitUntil(lambda: worker.idle)
    assert (drawn, shown) == (["first"], ["newest"])


def test_a_paper_that_was_left_is_not_shown_any_more(qtbot: QtBot, worker: Worker) -> None:
    go, shown = threading.Event(), []
    papers = PaperDrawing[str](worker, shown.append, refuse)
    papers.draw(lambda: str(go.wait(30)))
    papers.forget()
    go.set()
    qtbot.waitUntil(lambda: worker.idle)
    assert shown == []
    papers.draw(lambda: "another document")
    qtbot.waitUntil(lambda: worker.idle)
    assert shown == ["another document"]


def test_what_hinders_a_layout_is_told_and_the_next_one_is_shown(qtbot: QtBot, worker: Worker) -> None:
    def broken() -> str:
        raise EnvironmentProblem(sentence("The template cannot be read."))

    told, shown = [], []
    papers = PaperDrawing[str](worker, shown.append, told.append)
    papers.draw(broken)
    qtbot.waitUntil(lambda: worker.idle)
    papers.draw(lambda: "paper")
    qtbot.waitUntil(lambda: worker.idle)
    assert ([str(one) for one in told], shown) == (["The template cannot be read."], ["paper"])
