"""The window as a person uses it: what is seen is looked for by name, what is done are keys and clicks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.models.bed_rows import VALUE
from inspector_app.ui.worker import Worker

W = TypeVar("W", bound=QWidget)
PATIENCE = 30_000
"""Milliseconds; laying out and signing take seconds on a machine that does other things besides."""

BUREAU = "青禾县医疗保障局"
LIN, ZHOU, HE = "林知远", "周叙白", "何清越"
WORDS = {LIN: "a walk through wards", ZHOU: "the night is long", HE: "read before you sign"}


class Window:
    """One person at the window; every act waits until the desk is at rest again."""

    def __init__(self, qtbot: QtBot, window: MainWindow, worker: Worker, patch: pytest.MonkeyPatch) -> None:
        self.qtbot, self.window, self.worker, self.patch = qtbot, window, worker, patch
        with qtbot.waitActive(window, timeout=PATIENCE):
            window.show()
            window.raise_()
            window.activateWindow()
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.worker.idle, timeout=PATIENCE)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.worker.idle, timeout=PATIENCE)

    # Seeing

    def shown(self, kind: type[W], where: QWidget | None = None) -> list[W]:
        return [one for one in (where or self.window).findChildren(kind) if one.isVisible()]

    def texts(self) -> list[str]:
        """Return everything that can be read in the window now."""
        found = [one.text() for one in self.shown(QLabel)]
        found += [one.text() or one.accessibleName() for one in self.shown(QAbstractButton)]
        for view in self.shown(QAbstractItemView):
            model = view.model()
            if model is not None:
                cells = (
                    model.index(row, column).data()
                    for row in range(model.rowCount())
                    for column in range(_columns(view))
                )
                found += [cell for cell in cells if isinstance(cell, str)]
        return found

    def sees(self, text: str) -> bool:
        return any(text in one for one in self.texts())

    def wait_for(self, text: str) -> None:
        """Wait until that can be read."""

        def look() -> None:
            texts = self.texts()
            assert any(text in one for one in texts), (text, [one for one in texts if one])

        self.qtbot.waitUntil(look, timeout=PATIENCE)

    def named(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """Return the one thing to be seen that has this accessible or object name."""
        return self._one(
            lambda: [one for one in self.shown(kind) if name in (one.accessibleName(), one.objectName())],
            name,
        )

    def _one(self, find: Callable[[], list[W]], name: str) -> W:
        found: list[W] = []

        def look() -> None:
            found[:] = find()
            assert found, (name, [one for one in self.texts() if one])

        self.qtbot.waitUntil(look, timeout=PATIENCE)
        return found[0]

    # Acting

    def keys(self, keys: str) -> None:
        """Press keys where the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None, f"the keyboard is nowhere when {keys} is pressed"
        QTest.keySequence(focus, QKeySequence(keys))
        self.rest()

    def click(self, text: str) -> None:
        """Click the button that says so."""
        button = self._one(
            lambda: [
                one
                for one in self.shown(QAbstractButton)
                if one.isEnabled()
                and (one.text().replace("&", "") == text or one.accessibleName() in (text, f"{text} "))
            ],
            text,
        )
        self._bring_into_view(button)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def _bring_into_view(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Write where the keyboard is: letters by keys, Chinese as an input method hands it over."""
        focus = QApplication.focusWidget()
        assert focus is not None, "the keyboard is nowhere"
        if text.isascii():
            self.qtbot.keyClicks(focus, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focus, event)

    def fill(self, name: str, text: str, *, leave: str = "Tab") -> None:
        """Write into the field of that name instead of what stands there, and leave it."""
        field = self.named(name)
        self._bring_into_view(field)
        self.qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
        if not field.hasFocus():
            field.setFocus()
        focus = QApplication.focusWidget()
        assert focus is not None, f"the keyboard is nowhere, not in {name}"
        QTest.keySequence(focus, QKeySequence("Ctrl+A"))
        self.write(text)
        self.keys(leave)

    def choose(self, name: str, text: str) -> None:
        """Choose in the list that drops down there, by arrow keys."""
        box = self.named(name, QComboBox)
        self._bring_into_view(box)
        box.setFocus()
        row = box.findText(text)
        assert row >= 0, (name, text, [box.itemText(i) for i in range(box.count())])
        self.qtbot.keyClick(box, Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentIndex() == row:
                break
            self.qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == text
        self.rest()

    def palette(self, letters: str) -> None:
        """Go somewhere or do something through the palette."""
        self.keys("Ctrl+K")
        self.write(letters)
        self.keys("Return")

    def row(self, name: str, text: str) -> None:
        """Click the row of that list in which the text stands."""
        view = self.named(name, QAbstractItemView)
        model = view.model()
        for row in range(model.rowCount()):
            for column in range(_columns(view)):
                index = model.index(row, column)
                if text in str(index.data()):
                    view.scrollTo(index)
                    place = view.visualRect(index).center()
                    self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
                    self.rest()
                    return
        raise AssertionError((name, text, self.texts()))

    def link(self, text: str) -> None:
        """Follow a link in a sentence."""
        label = self._one(
            lambda: [
                one for one in self.shown(QLabel) if one.property("link") and text in one.accessibleName()
            ],
            text,
        )
        self._bring_into_view(label)
        self.qtbot.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
        self.rest()

    def give(self, person: str) -> None:
        """Let a person vouch with their own passphrase."""
        self.choose("Person", person)
        self.fill("Passphrase of this person", WORDS[person], leave="Return")

    def files(self, *paths: Path) -> None:
        """What the system's own dialog, which no test can press, gives back from now on."""
        names = [str(path) for path in paths]
        answers: dict[str, Any] = {
            "getOpenFileNames": (names, ""),
            "getOpenFileName": (names[0], ""),
            "getSaveFileName": (names[0], ""),
        }
        for name, answer in answers.items():
            self.patch.setattr(QFileDialog, name, staticmethod(lambda *_, answer=answer, **__: answer))

    def without_cameras(self) -> None:
        """Let the laptop be one whose system knows of cameras, and to which none is connected."""
        system = ModuleType("PySide6.QtMultimedia")
        nothing = SimpleNamespace(defaultVideoInput=lambda: None, videoInputs=lambda: [])
        system.QMediaDevices = nothing  # type: ignore[attr-defined]
        self.patch.setitem(sys.modules, "PySide6.QtMultimedia", system)

    def beds(self) -> list[str]:
        """Return the numbers of the beds on the walk."""
        model = self.named("bedList", QAbstractItemView).model()
        return [model.index(row, 0).data(VALUE).bed for row in range(model.rowCount())]


def _columns(view: QAbstractItemView) -> int:
    return view.model().columnCount() if isinstance(view, QTableView) else 1
