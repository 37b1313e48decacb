"""A day is typed as people write it, and nothing but what was typed is ever recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.widgets.date_field import DateField, read_day
from inspector_app.ui.widgets.form import Field

TODAY = date(2026, 11, 23)
Key = Qt.Key


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[DateField]:
    shown = QWidget()
    rows, field = QVBoxLayout(shown), DateField()
    rows.addWidget(field)
    rows.addWidget(QLineEdit())
    qtbot.addWidget(shown)
    shown.show()
    field.setFocus()
    yield field
    shown.close()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20261101", date(2026, 11, 1)),
        ("2026-11-1", date(2026, 11, 1)),
        ("2026/11/01", date(2026, 11, 1)),
        ("2026.11.1", date(2026, 11, 1)),
        ("2026年11月1日", date(2026, 11, 1)),
        ("２０２６１１０１", date(2026, 11, 1)),
        ("26-11-01", date(2026, 11, 1)),
        ("11-1", date(2026, 11, 1)),
        ("11月1日", date(2026, 11, 1)),
        ("1101", date(2026, 11, 1)),
        ("20261301", None),
        ("20260230", None),
        ("2026", None),
        ("0226-11-01", None),
        ("2026-11", None),
        ("昨天", None),
        ("1 or 2", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("before", [None, date(2026, 2, 23)])
def test_a_day_typed_over_what_stood_there_is_the_day(
    qtbot: QtBot, field: DateField, before: date | None
) -> None:
    field.show_day(before)
    told: list[date | None] = []
    field.dayChanged.connect(lambda: told.append(field.day))
    field.selectAll()
    qtbot.keyClicks(field, "20261101")
    qtbot.keyClick(field, Key.Key_Tab)
    assert (field.text(), told) == ("2026-11-01", [date(2026, 11, 1)])


def test_tab_leaves_the_day_and_does_not_walk_through_its_parts(qtbot: QtBot, field: DateField) -> None:
    qtbot.keyClick(field, Key.Key_Tab)
    assert not field.hasFocus()


def test_what_is_no_day_is_told_and_the_one_before_stays(qtbot: QtBot) -> None:
    field = DateField()
    labelled = Field("Conduct from", field)
    qtbot.addWidget(labelled)
    labelled.show()
    field.show_day(date(2026, 11, 1))
    field.selectAll()
    qtbot.keyClicks(field, "20261131")
    qtbot.keyClick(field, Key.Key_Return)
    assert (field.text(), field.day, labelled.note.isVisible()) == ("20261131", date(2026, 11, 1), True)
    assert "no day" in labelled.note.text()
    field.selectAll()
    qtbot.keyClicks(field, "20261130")
    qtbot.keyClick(field, Key.Key_Return)
    assert (field.day, labelled.note.isVisible()) == (date(2026, 11, 30), False)


def test_an_emptied_day_is_open_again(qtbot: QtBot, field: DateField) -> None:
    field.show_day(date(2026, 11, 1))
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    with qtbot.waitSignal(field.dayChanged):
        qtbot.keyClick(field, Key.Key_Return)
    assert field.day is None


def test_what_is_being_typed_stays_when_the_page_is_shown_anew(qtbot: QtBot, field: DateField) -> None:
    field.show_day(None)
    qtbot.keyClicks(field, "2026")
    field.show_day(None)
    assert field.text() == "2026"


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_the_calendar_opens_on_the_day_and_gives_one(qtbot: QtBot, field: DateField) -> None:
    field.show_day(date(2026, 2, 23))
    qtbot.keyClick(field, Key.Key_F4)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 2, 23)
    with qtbot.waitSignal(field.dayChanged):
        calendar.activated.emit(QDate(2026, 3, 1))
    assert field.text() == "2026-03-01"


def test_a_field_at_rest_opens_no_calendar(field: DateField) -> None:
    field.setEnabled(False)
    field.show_calendar()
    assert field.findChild(QCalendarWidget) is None
