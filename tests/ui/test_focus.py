"""Where the keyboard is: on the page, whatever is hidden or shown later; Enter and Ctrl+E do as told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.ui.focus import FocusKeeper, enter


class Window(QMainWindow):
    """A rail that takes the keyboard, and beside it one page with two fields, a list and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.rail = QPushButton("rail")
        self.page = QWidget()
        self.first, self.second = QLineEdit(), QLineEdit()
        self.list = QListWidget()
        self.list.addItem("a line")
        self.button = QPushButton("Begin")
        rows = QVBoxLayout(self.page)
        for widget in (self.first, self.second, self.list, self.button):
            rows.addWidget(widget)
        central = QWidget()
        across = QHBoxLayout(central)
        across.addWidget(self.rail)
        across.addWidget(self.page)
        self.setCentralWidget(central)
        FocusKeeper(self)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    shown = Window()
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    shown.close()


def _stands_on(widget: QWidget) -> bool:
    return QApplication.focusWidget() is widget


def test_a_field_that_is_hidden_leaves_the_keyboard_on_the_page(qtbot: QtBot, window: Window) -> None:
    window.page.setFocusProxy(window.list)
    window.button.setFocus()
    window.button.hide()
    qtbot.waitUntil(lambda: _stands_on(window.list))


def test_a_button_that_is_disabled_leaves_the_keyboard_on_the_page(qtbot: QtBot, window: Window) -> None:
    window.page.setFocusProxy(window.list)
    window.button.setFocus()
    window.button.setEnabled(False)
    qtbot.waitUntil(lambda: window.page.isAncestorOf(QApplication.focusWidget()))


def test_a_field_that_is_deleted_leaves_the_keyboard_on_the_page(qtbot: QtBot, window: Window) -> None:
    window.page.setFocusProxy(window.list)
    window.second.setFocus()
    window.second.deleteLater()
    qtbot.waitUntil(lambda: _stands_on(window.list))


def test_who_goes_to_the_rail_stays_there(qtbot: QtBot, window: Window) -> None:
    window.first.setFocus()
    window.rail.setFocus()
    QApplication.processEvents()
    assert _stands_on(window.rail)


def test_an_empty_page_gives_the_keyboard_to_its_main_button(qtbot: QtBot, window: Window) -> None:
    window.page.setFocusProxy(window.list)
    window.button.setProperty("role", "primary")
    window.list.hide()
    enter(window.page)
    assert _stands_on(window.button)


def test_what_comes_into_sight_later_takes_the_keyboard_over(qtbot: QtBot, window: Window) -> None:
    window.page.setFocusProxy(window.list)
    window.list.hide()
    enter(window.page)
    assert _stands_on(window.first)
    window.list.show()
    qtbot.waitUntil(lambda: _stands_on(window.list))


def test_what_comes_into_sight_later_leaves_a_person_who_went_elsewhere(qtbot: QtBot, window: Window) -> None:
    window.page.setFocusProxy(window.list)
    window.list.hide()
    enter(window.page)
    window.second.setFocus()
    window.list.show()
    QApplication.processEvents()
    QApplication.processEvents()
    assert _stands_on(window.second)


def test_a_field_that_takes_the_keyboard_from_code_comes_into_sight(qtbot: QtBot, window: Window) -> None:
    area, inside, far = QScrollArea(), QWidget(), QLineEdit()
    rows = QVBoxLayout(inside)
    rows.addSpacing(4000)
    rows.addWidget(far)
    area.setWidget(inside)
    window.page.layout().addWidget(area)  # type: ignore[union-attr]
    far.setFocus()
    qtbot.waitUntil(lambda: not far.visibleRegion().isEmpty())


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, window: Window) -> None:
    window.button.setFocus()
    with qtbot.waitSignal(window.button.clicked):
        qtbot.keyClick(window.button, Qt.Key.Key_Return)


def test_enter_on_a_button_is_not_taken_by_a_key_of_the_page(qtbot: QtBot, window: Window) -> None:
    taken: list[bool] = []
    action = QAction("Next", window.page)
    action.setShortcut(QKeySequence("Return"))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: taken.append(True))
    window.page.addAction(action)
    window.button.setFocus()
    with qtbot.waitSignal(window.button.clicked):
        qtbot.keyClick(window.button, Qt.Key.Key_Return)
    assert not taken


@pytest.mark.parametrize("keys", ["Ctrl+E", "Ctrl+K"])
def test_a_key_of_the_window_works_inside_a_field_of_text(qtbot: QtBot, window: Window, keys: str) -> None:
    action = QAction("Take evidence", window)
    action.setShortcut(QKeySequence(keys))
    window.addAction(action)
    window.first.setFocus()
    window.first.setText("kept")
    window.first.home(False)
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(window.first, getattr(Qt.Key, f"Key_{keys[-1]}"), Qt.KeyboardModifier.ControlModifier)
    assert window.first.text() == "kept"


def test_undo_goes_to_the_page_where_nothing_was_typed_in_the_field(qtbot: QtBot, window: Window) -> None:
    undone: list[str] = []
    action = QAction("Undo the last answer", window.page)
    action.setShortcut(QKeySequence("Ctrl+Z"))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: undone.append(window.first.text()))
    window.page.addAction(action)
    window.first.setText("saved")
    window.first.setFocus()
    qtbot.keyClicks(window.first, "!")
    for _ in range(2):
        qtbot.keyClick(window.first, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["saved"]
