"""Frame sources: drawn ones say so, a missing camera is a sentence, a still is the newest frame."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from inspector_app.domain.wording import sentence
from inspector_app.ui.camera import NoCamera, TestSource, find_sources, to_jpeg
from inspector_app.ui.widgets.camera_view import CameraView


def test_the_test_source_draws_frames_and_calls_them_drawn(qtbot: QtBot):
    source = TestSource(QSize(320, 180))
    assert source.is_drawn
    assert source.still() is None
    with qtbot.waitSignal(source.frameChanged):
        source.start()
    source.stop()
    with Image.open(BytesIO(to_jpeg(source.still()))) as image:
        assert image.size == (320, 180)


def test_a_missing_system_library_is_a_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    [source] = find_sources()
    assert "everything else works" in str(source.reason)
    assert source.still() is None


def test_space_takes_the_newest_frame(qtbot: QtBot):
    view = CameraView()
    qtbot.addWidget(view)
    view.show_sources([TestSource(QSize(320, 180), view)])
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    with qtbot.waitSignal(view.stillTaken) as taken:
        qtbot.keyClick(view, Qt.Key.Key_Space)
    image, name, is_drawn = taken.args
    assert (image.width(), name, is_drawn) == (320, "test source", True)
    view.stop()


def test_without_a_camera_the_view_says_so_and_offers_to_look_again(qtbot: QtBot):
    view = CameraView()
    qtbot.addWidget(view)
    view.show_sources([NoCamera(sentence("No camera was found."), view)])
    assert "No camera was found" in view.said.text()
    assert not view.shutter.isEnabled()
    with qtbot.waitSignal(view.lookAgainWanted):
        qtbot.mouseClick(view.again, Qt.MouseButton.LeftButton)


def test_a_camera_that_gave_no_frame_yet_says_so(qtbot: QtBot):
    class Slow(TestSource):
        def start(self) -> None:
            pass

    view = CameraView()
    qtbot.addWidget(view)
    view.show_sources([Slow(QSize(32, 32), view)])
    with qtbot.assertNotEmitted(view.stillTaken):
        view.take.trigger()
    assert "no picture yet" in view.said.text()


@pytest.mark.qt_log_level_fail("CRITICAL")  # QtMultimedia warns of every library it can do without
def test_a_real_source_hands_out_frames_of_its_sink(qtbot: QtBot):
    multimedia = pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    from inspector_app.ui.camera import CameraSource

    source = CameraSource(multimedia.QCameraDevice())
    assert source.still() is None
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    with qtbot.waitSignal(source.frameChanged):
        source.sink.setVideoFrame(multimedia.QVideoFrame(image))
    assert source.still().size() == QSize(64, 48)
    source.stop()
    assert source.still() is None
