"""What is imported behind the unlock page."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.app import WARMED_FIRST, WARMED_LATER, make_worker
from inspector_app.ui.warming import Warming


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Two modules that nobody has imported yet."""
    names = ("warmed_first", "warmed_second")
    for name in names:
        (tmp_path / f"{name}.py").write_text("import threading\nTHREAD = threading.current_thread().name\n")
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    return names


def test_nothing_is_warmed_before_the_window_is_painted(
    qtbot: QtBot, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    worker = make_worker(tmp_path / "desk")
    window = QWidget()
    qtbot.addWidget(window)
    warming = Warming(window, worker, modules)
    assert worker.idle
    assert not set(modules) & set(sys.modules)

    window.show()
    qtbot.waitUntil(lambda: warming.is_done)

    assert [sys.modules[name].THREAD.partition("_")[0] for name in modules] == ["databases", "databases"]
    worker.close()


def test_what_is_no_module_is_done_on_the_windows_thread_in_its_turn(
    qtbot: QtBot, tmp_path: Path, modules: tuple[str, ...]
) -> None:
    worker = make_worker(tmp_path / "desk")
    window = QWidget()
    qtbot.addWidget(window)
    done: list[tuple[bool, bool]] = []

    def step() -> None:
        here = threading.current_thread() is threading.main_thread()
        done.append((here, modules[0] in sys.modules and modules[1] not in sys.modules))

    warming = Warming(window, worker, (modules[0], step, modules[1]))
    window.show()
    qtbot.waitUntil(lambda: warming.is_done)

    assert done == [(True, True)]
    worker.close()


def test_every_module_to_be_warmed_exists() -> None:
    from importlib.util import find_spec

    assert all(find_spec(name) for name in (*WARMED_FIRST, *WARMED_LATER))
