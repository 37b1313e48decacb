"""The shell: one instance, one crash dialog, one look, and a window anew for another language."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.services.preferences import PreferenceService
from inspector_app.ui import language, theme
from inspector_app.ui import shell as shell_module
from inspector_app.ui.errors import CrashReporter
from inspector_app.ui.shell import Shell
from inspector_app.ui.single_instance import FirstInstance, raise_first
from inspector_app.ui.status_parts import status_parts
from inspector_app.ui.theme import DARK, LIGHT
from inspector_app.ui.window_size import has_room
from inspector_app.ui.worker import Worker

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Gate(QWidget):
    unlocked = Signal()

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        del worker


@pytest.fixture
def shell(
    qtbot: QtBot, qapp: QApplication, worker: Worker, tmp_path: Path, monkeypatch: Any
) -> Iterator[Shell]:
    import sys
    import threading

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # both are put back afterwards
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    preferences = PreferenceService(tmp_path)
    preferences.change(appearance="light", language="en")
    made = Shell(qapp, worker, preferences, RESOURCES, tmp_path / "log.txt", gate=Gate)
    yield made
    qtbot.waitUntil(lambda: worker.idle)
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    theme.current().choose("light")
    language.use(qapp, RESOURCES, language.ENGLISH)


def test_a_second_start_raises_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    assert not raise_first(tmp_path)
    first = FirstInstance(tmp_path)
    with qtbot.waitSignal(first.wanted):
        assert raise_first(tmp_path)
    assert not raise_first(tmp_path / "another workspace")
    first.close()


@pytest.mark.expects_log
def test_a_bug_is_logged_and_told_once_with_the_place_of_the_log(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reporter = CrashReporter(tmp_path / "desk.log", window)
    reporter.window = window
    with caplog.at_level(logging.CRITICAL):
        for _ in range(2):
            error = ValueError("王某某")
            reporter._hook(type(error), error, None)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (dialog,) = window.findChildren(QMessageBox)
    assert str(tmp_path / "desk.log") in dialog.informativeText()
    assert "王某某" not in dialog.detailedText() + dialog.text() + dialog.informativeText()
    assert len(caplog.records) == 2
    dialog.accept()


def test_light_and_dark_name_the_same_tokens_and_the_sheet_knows_them_all(qapp: QApplication) -> None:
    assert LIGHT.keys() == DARK.keys()
    for mode, tokens in (("light", LIGHT), ("dark", DARK)):
        theme.current().choose(mode)
        assert "@" not in qapp.styleSheet()
        assert qapp.palette().window().color().name() == tokens["surface"]
    theme.current().choose("light")


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "surface"),
        ("muted", "surface"),
        ("muted", "sunken"),
        ("accent", "surface"),
        ("accent_text", "accent"),
        ("rail_text", "rail"),
        ("selection_text", "selection"),
        ("danger", "danger_soft"),
        ("warning", "warning_soft"),
        ("success", "success_soft"),
        ("info", "info_soft"),
        ("neutral", "neutral_soft"),
    ],
)
def test_ink_stands_out_from_its_ground(tokens: dict[str, str], ink: str, ground: str) -> None:
    """4.5 to 1, as WCAG asks of text."""
    lighter, darker = sorted((_luminance(tokens[ink]), _luminance(tokens[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_every_icon_that_is_named_is_there_and_is_drawn_in_the_colour_of_the_mode(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    theme.put_icon(button, "lock", "text")
    inks = []
    for mode in ("light", "dark"):
        theme.current().choose(mode)
        image = button.icon().pixmap(48, 48).toImage()
        solid = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        ]
        inks.append(solid[0].name())
    theme.current().choose("light")
    assert inks == [LIGHT["text"], DARK["text"]]


def test_the_program_writes_in_its_own_font(qapp: QApplication) -> None:
    assert qapp.font().families() == ["Noto Sans SC"]
    assert qapp.font().pixelSize() == 14


def test_another_language_builds_the_window_anew_where_it_was(
    qtbot: QtBot, worker: Worker, shell: Shell
) -> None:
    shell.open(locked=False)
    before = shell.window
    shell.window.go_to("settings")
    page: Any = shell.window.page
    page.language.setCurrentIndex(page.language.findData("zh_CN"))
    page.language.activated.emit(page.language.currentIndex())
    qtbot.waitUntil(lambda: worker.idle)
    assert shell.window is not before
    assert shell.window.windowTitle() == "现场检查工作台"
    assert shell.window.page is not None
    titles = {label.text() for label in shell.window.page.findChildren(QLabel)}
    assert "设置" in titles


def test_the_appearance_changes_at_once(qtbot: QtBot, worker: Worker, shell: Shell) -> None:
    shell.open(locked=False)
    shell.window.go_to("settings")
    page: Any = shell.window.page
    page.appearance.setCurrentIndex(page.appearance.findData("dark"))
    page.appearance.activated.emit(page.appearance.currentIndex())
    assert theme.current().dark
    qtbot.waitUntil(lambda: worker.idle)


def test_the_window_begins_at_the_gate(qtbot: QtBot, worker: Worker, shell: Shell) -> None:
    shell.open()
    assert shell.window.is_locked
    gate: Any = shell.window.stack.currentWidget()
    gate.unlocked.emit()
    qtbot.waitUntil(lambda: worker.idle)
    assert not shell.window.is_locked


def test_the_advice_to_change_a_passphrase_goes_once_it_is_changed(
    qtbot: QtBot, worker: Worker, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    givers = ["林知远", "林知远", ""]
    monkeypatch.setattr(shell_module, "_passphrase_from", lambda _activities: givers.pop(0))
    shell.open()
    gate: Any = shell.window.stack.currentWidget()
    gate.unlocked.emit()
    qtbot.waitUntil(lambda: worker.idle)
    assert shell.window.banner.isVisible()
    shell.window.banner.hide()
    worker.changed.emit(frozenset({(None, "person")}))
    qtbot.waitUntil(lambda: worker.idle and len(givers) == 1)
    assert not shell.window.banner.isVisible(), "put away, it is not told again"
    shell.window.banner.show()
    worker.changed.emit(frozenset({(None, "person")}))
    qtbot.waitUntil(lambda: worker.idle and not givers)
    assert not shell.window.banner.isVisible()


def test_a_window_that_is_too_large_for_its_screen_is_noticed() -> None:
    content = QSize(1366, 768)
    assert not has_room(QSize(1366, 768), content)
    assert not has_room(QSize(1920, 780), content)
    assert has_room(QSize(1920, 1040), content)


def test_on_a_small_screen_the_window_opens_maximised(shell: Shell) -> None:
    assert not has_room(shell.window.screen().availableGeometry().size(), QSize(1366, 768))
    assert shell.open(locked=True).isMaximized()


@pytest.mark.expects_log
def test_one_part_that_cannot_be_worded_is_logged_and_the_line_says_the_rest(
    caplog: pytest.LogCaptureFixture,
) -> None:
    standing: Any = SimpleNamespace(person=None, saved_at=None, chain_code="ABCD", photographs_left=5)
    assert [part.key for part in status_parts(standing)] == ["chain", "free", "offline"]
    assert "cannot be worded" in caplog.text


def test_the_language_chosen_at_the_first_start_is_applied_at_once(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, shell: Shell
) -> None:
    shell.open()
    shell._on_language("zh_CN")
    assert shell.window.is_locked
    assert shell.window.windowTitle() != "Inspection desk"
    assert PreferenceService(tmp_path).now.language == "zh_CN"


def test_the_crash_dialog_copies_the_path_and_stays(shell: Shell, tmp_path: Path) -> None:
    shell.open()
    shell.crashes.tell(ValueError())
    box = shell.window.findChild(QMessageBox, "crashDialog")
    assert box is not None
    assert all(button.icon().isNull() for button in box.buttons())
    next(button for button in box.buttons() if button.text() == "Copy its path").click()
    assert QApplication.clipboard().text() == str(tmp_path / "log.txt")
    assert box.isVisible()
    box.close()


def test_what_the_unlock_page_left_out_stands_before_somebody_is_in(
    qtbot: QtBot, shell: Shell, worker: Worker
) -> None:
    window = shell.open()
    assert not window.is_furnished

    for step in shell.furnishing():
        step()

    assert window.is_furnished
    assert window.is_locked
    assert not window.rail.isVisible()
    assert not window.banner.isVisible()
    home = window.page_of("home")
    window.enter()
    assert window.page is home
    assert window.rail.isVisible()
    qtbot.waitUntil(lambda: worker.idle)
