"""Where live pictures come from: a camera, an honest test source, or a sentence why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QDateTime,
    QIODevice,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QImage, QLinearGradient, QPainter

from inspector_app.domain.wording import Sentence, sentence

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QCameraDevice, QVideoFrame

LIVE_EVERY_MS = 66
"""Live pictures a person looks at, about 15 a second; stills always take the newest frame in full."""
JPEG_QUALITY = 95
_ON_ITS_FACE = "测试画面 · 不是照片\nTEST PICTURE · NOT A PHOTOGRAPH"


class FrameSource(QObject):
    """What the camera page needs of a camera; a still is the newest frame as the sensor gave it."""

    frameChanged = Signal(QImage)
    failed = Signal(object)
    """A ``Sentence``: why there are no pictures any more."""

    name = ""
    is_drawn = False
    """Its pictures are drawn by the program: they are never photographs, and are labelled so."""
    reason: Sentence | None = None
    """Why this source gives no pictures; ``None`` while it can."""

    def start(self) -> None:
        """Begin to give pictures."""

    def stop(self) -> None:
        """Let go of the device."""

    def still(self) -> QImage | None:
        """Return the newest frame in full size, or ``None`` before the first."""
        return None


class NoCamera(FrameSource):
    """Gives no pictures and says why."""

    def __init__(self, reason: Sentence, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reason = reason


class TestSource(FrameSource):
    """Draws frames that say on their face that they are no photographs; for tests and demonstrations."""

    is_drawn = True
    name = "test source"
    __test__ = False  # pytest would take the name for a collection of tests

    def __init__(self, size: QSize = QSize(1280, 720), parent: QObject | None = None) -> None:  # noqa: B008
        super().__init__(parent)
        self._size = size
        self._count = 0
        self._frame: QImage | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LIVE_EVERY_MS)
        self._timer.timeout.connect(self._draw)

    def start(self) -> None:
        self._timer.start()
        self._draw()

    def stop(self) -> None:
        self._timer.stop()

    def still(self) -> QImage | None:
        return self._frame

    @Slot()
    def _draw(self) -> None:
        self._count += 1
        image = QImage(self._size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        sky = QLinearGradient(QPointF(0, 0), QPointF(0, image.height()))
        sky.setColorAt(0, QColor("#d5e3e5"))
        sky.setColorAt(1, QColor("#8fa7ab"))
        painter.fillRect(image.rect(), sky)
        around = QRectF(image.rect()).adjusted(20, 20, -20, -20)
        font = QFont()
        font.setPixelSize(image.height() // 12)
        painter.setFont(font)
        painter.setPen(QColor("#20363b"))
        painter.drawText(
            around, Qt.AlignmentFlag.AlignCenter, "测试画面 · 不是照片\nTEST PICTURE · NOT A PHOTOGRAPH"
        )
        font.setPixelSize(image.height() // 24)
        painter.setFont(font)
        now = QDateTime.currentDateTime().toString("yyyy-MM-dd HH:mm:ss")
        painter.drawText(around, Qt.AlignmentFlag.AlignBottom, f"{now}  #{self._count}")
        painter.end()
        self._frame = image
        self.frameChanged.emit(image)


class CameraSource(FrameSource):
    """A camera of the laptop through QtMultimedia."""

    def __init__(self, device: QCameraDevice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QMediaCaptureSession, QVideoSink

        self.name = device.description()
        self._device = device
        self._camera: QCamera | None = None
        self._session = QMediaCaptureSession(self)
        self.sink = QVideoSink(self)
        self._session.setVideoSink(self.sink)
        self.sink.videoFrameChanged.connect(self._on_frame)
        self._newest: QVideoFrame | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(LIVE_EVERY_MS)

    def start(self) -> None:
        from PySide6.QtMultimedia import QCamera

        if self._camera is None:
            self._camera = QCamera(self._device, self)
            self._camera.errorOccurred.connect(self._on_error)
            self._session.setCamera(self._camera)
        self._camera.start()

    def stop(self) -> None:
        if self._camera is not None:
            self._camera.stop()
        self._newest = None

    def still(self) -> QImage | None:
        if self._newest is None:
            return None
        image = self._newest.toImage()
        return None if image.isNull() else image

    @Slot("QVideoFrame")
    def _on_frame(self, frame: QVideoFrame) -> None:
        if not frame.isValid():
            return
        self._newest = frame
        if self._resting.isActive():
            return
        self._resting.start()
        image = frame.toImage()
        if not image.isNull():
            self.frameChanged.emit(image)

    @Slot()
    def _on_error(self) -> None:
        if self._camera is None or not self._camera.errorString():
            return
        self._newest = None
        self.failed.emit(
            sentence(
                "The camera {name} stopped: {reason}. Close other programs that use it, or connect it again. "
                "Photographs taken so far are saved.",
                name=self.name,
                reason=self._camera.errorString(),
            )
        )


def find_sources(parent: QObject | None = None) -> list[FrameSource]:
    """Return the cameras of this laptop, the default first; one ``NoCamera`` where there is none."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:  # libpulse is missing, most often
        return [
            NoCamera(
                sentence(
                    "Cameras cannot be used on this laptop, a system library is missing: {detail}. "
                    "Take in files from a telephone or camera instead; everything else works.",
                    detail=error,
                ),
                parent,
            )
        ]
    default = QMediaDevices.defaultVideoInput()
    devices = sorted(QMediaDevices.videoInputs(), key=lambda device: device.id() != default.id())
    if devices:
        return [CameraSource(device, parent) for device in devices]
    return [
        NoCamera(
            sentence(
                "No camera was found. Connect one and look again, or take in files from a telephone "
                "or camera; everything else works."
            ),
            parent,
        )
    ]


def to_jpeg(image: QImage) -> bytes:
    """Encode a frame; runs beside the window, a ``QImage`` may be read on any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "JPEG", JPEG_QUALITY):  # type: ignore[call-overload]
        raise RuntimeError("the frame could not be encoded as JPEG")
    return bytes(buffer.data().data())
