"""Qt may take as many references to None as it likes: the process lives on."""

from __future__ import annotations

from PySide6.QtCore import QObject


def test_a_hundred_thousand_calls_that_return_nothing_do_not_end_the_process() -> None:
    thing = QObject()
    for number in range(100_000):
        thing.setObjectName(str(number))
    assert thing.objectName() == "99999"
