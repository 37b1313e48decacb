"""Turns: what a person just did overtakes long work; order is kept among equals."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.ui.turns import Job, Turn, Turns


class Heard:
    """Turns whose jobs say when they are done."""

    def __init__(self) -> None:
        self.turns = Turns()
        self.done: list[str] = []
        self.jobs = 0

    def ask(
        self,
        name: str,
        turn: Turn = Turn.NOW,
        *,
        alone: bool = False,
        pieces: int = 1,
        meanwhile: Callable[[], object] = lambda: None,
    ) -> Job:
        left = pieces

        def piece() -> bool:
            nonlocal left
            left -= 1
            self.done.append(name)
            meanwhile()
            return left > 0

        job = Job(piece, turn, alone=alone)
        self.turns.put(job)
        self.jobs += 1
        return job

    def do_all(self) -> str:
        called = 0
        while called < self.jobs:  # as often as was asked, what asks while it runs included
            self.turns.do_one()
            called += 1
        return " ".join(self.done)


def test_an_answer_overtakes_a_waiting_import_and_a_little_picture() -> None:
    heard = Heard()
    heard.ask("import", Turn.LONG)
    heard.ask("picture", Turn.SOON)
    heard.ask("answer")
    assert heard.do_all() == "answer picture import"


def test_what_comes_while_an_import_runs_goes_between_its_pieces() -> None:
    heard = Heard()
    heard.ask("import", Turn.LONG, pieces=3, meanwhile=lambda: heard.ask("answer"))
    heard.turns.do_one()
    assert heard.done == ["import", "answer"], "the one who waited for any work to be done is released"
    assert heard.do_all() == "import answer import answer import answer"


def test_a_second_import_waits_until_the_first_is_whole() -> None:
    heard = Heard()
    heard.ask("first", Turn.LONG, pieces=2)
    heard.ask("second", Turn.LONG, pieces=2)
    assert heard.do_all() == "first first second second"


def test_locking_waits_for_what_was_asked_before_and_is_not_overtaken_by_what_comes_after() -> None:
    heard = Heard()
    heard.ask("import", Turn.LONG, pieces=2)
    heard.ask("answer")
    heard.ask("lock", alone=True)
    heard.ask("unlock")
    heard.ask("picture", Turn.SOON)
    heard.ask("later import", Turn.LONG)
    assert heard.do_all() == "answer import import lock unlock picture later import"


def test_locking_during_an_import_waits_for_its_last_piece() -> None:
    heard = Heard()
    asked: list[Job] = []

    def lock() -> None:
        if not asked:
            asked.append(heard.ask("lock", alone=True))
            heard.ask("unlock")

    heard.ask("import", Turn.LONG, pieces=3, meanwhile=lock)
    heard.turns.do_one()
    assert heard.do_all() == "import import import lock unlock"


def test_only_what_is_asked_now_may_be_alone() -> None:
    with pytest.raises(ValueError, match="alone"):
        Job(lambda: False, Turn.LONG, alone=True)


def test_what_waits_can_be_dropped_once_and_what_has_begun_cannot() -> None:
    heard = Heard()
    tried: list[bool] = []
    begun = heard.ask("begun", Turn.LONG, pieces=2, meanwhile=lambda: tried.append(heard.turns.drop(begun)))
    waiting = heard.ask("waiting", Turn.LONG)
    assert heard.turns.drop(waiting)
    assert not heard.turns.drop(waiting)
    assert heard.do_all() == "begun begun"
    assert tried == [False, False]


@given(st.lists(st.tuples(st.sampled_from(Turn), st.booleans(), st.integers(1, 3)), max_size=12))
def test_order_is_kept_among_equals_and_nothing_crosses_what_is_alone(
    asked: list[tuple[Turn, bool, int]],
) -> None:
    heard = Heard()
    expected: dict[Turn, list[str]] = {turn: [] for turn in Turn}
    barriers = []
    for number, (turn, wants_alone, pieces) in enumerate(asked):
        is_alone = wants_alone and turn is Turn.NOW
        heard.ask(str(number), turn, alone=is_alone, pieces=pieces)
        expected[turn] += [str(number)] * pieces
        barriers += [number] if is_alone else []
    done = heard.do_all().split()
    for turn, names in expected.items():
        assert [name for name in done if asked[int(name)][0] is turn] == names
    for barrier in barriers:
        place = done.index(str(barrier))
        assert all(int(name) <= barrier for name in done[:place])
        assert all(int(name) >= barrier for name in done[place:])
