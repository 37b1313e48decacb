"""Reading ahead: the order stays, the work is done elsewhere, an error comes where it belongs."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from inspector_app.domain.errors import Cancelled
from inspector_app.domain.wording import sentence
from inspector_app.system.ahead import read_ahead


def test_everything_comes_in_its_order_from_another_thread() -> None:
    makers = set()

    def numbers() -> Iterator[int]:
        for number in range(25):
            makers.add(threading.current_thread())
            yield number

    assert list(read_ahead(numbers(), lambda _: 3, 10)) == list(range(25))
    assert threading.current_thread() not in makers


def test_nothing_comes_of_nothing() -> None:
    assert list(read_ahead(iter([]), len, 10)) == []


def test_an_error_comes_after_what_was_read_before_it() -> None:
    def broken() -> Iterator[str]:
        yield "a"
        yield "b"
        raise Cancelled(sentence("Cancelled."))

    seen = []
    with pytest.raises(Cancelled):
        for item in read_ahead(broken(), len, 10):
            seen.append(item)
    assert seen == ["a", "b"]


def test_no_more_than_one_portion_is_read_ahead() -> None:
    made: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    items = read_ahead(numbers(), lambda _: 1, 10)
    assert next(items) == 0
    items.close()
    assert len(made) <= 20
