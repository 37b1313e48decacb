"""The live picture with its one button: Space takes a photograph of what is seen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QImage, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.ui import theme
from inspector_app.ui.camera import FrameSource
from inspector_app.ui.keys import give_keys
from inspector_app.ui.language import say
from inspector_app.ui.widgets.marks import FittedLabel, label


class LivePicture(QWidget):
    """Paints the newest frame as large as fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)

    @Slot(QImage)
    def show_frame(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        if self._image.isNull():
            return
        size: QSize = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(
            (self.width() - size.width()) // 2,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)


class CameraView(QWidget):
    """Shows a frame source and hands out stills; it keeps nothing."""

    stillTaken = Signal(QImage, str, bool)
    """The frame, the device's name, and whether it was drawn by the test source."""
    closed = Signal()
    lookAgainWanted = Signal()
    filesWanted = Signal()
    """Without a camera, what another camera took can be taken in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: list[FrameSource] = []
        self._source: FrameSource | None = None
        self.live = LivePicture()
        self.live.setAccessibleName(self.tr("Live picture of the camera"))
        self.said = label("", "muted", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.target = FittedLabel()
        self.target.setProperty("role", "subtitle")
        self.devices = QComboBox()
        self.devices.setAccessibleName(self.tr("Camera"))
        self.devices.activated.connect(self._choose)
        self.count = label("", "muted")

        self.take = self._action(self.tr("Take the photograph"), "Space", self._take)
        self.leave = self._action(self.tr("Back to the gallery"), "Esc", self.closed.emit)
        self.shutter = self._button(self.take, "primary", "camera", "accent_text")
        self.back = self._button(self.leave, "", "chevron-left")
        self.again = QPushButton(self.tr("Look for cameras again"))
        self.again.clicked.connect(self.lookAgainWanted)

        self.files = QPushButton(self.tr("Take in files from a phone or camera…"))
        self.files.setProperty("role", "primary")
        theme.put_icon(self.files, "upload", "accent_text")
        self.files.clicked.connect(self.filesWanted)

        # Without a picture its place would be a large grey box; the sentence and the way out stand there.
        self._around = (QWidget(), QWidget(), QWidget())
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.target, 1)
        head.addWidget(self.devices)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.again)
        foot.addWidget(self.files)
        foot.addWidget(self.shutter)
        foot.addWidget(self._around[2], 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.live, 1)
        layout.addWidget(self._around[0], 1)
        layout.addWidget(self.said)
        layout.addLayout(foot)
        layout.addWidget(self._around[1], 1)

    def show_way_back(self, words: str) -> None:
        """Say where leaving leads."""
        self.leave.setText(words)
        self.back.setText(words)

    def show_sources(self, sources: list[FrameSource]) -> None:
        """Offer these cameras and begin with the first; the ones before are let go."""
        self.stop()
        for old in self._sources:
            old.deleteLater()
        self._sources = sources
        self.devices.clear()
        self.devices.addItems([source.name for source in sources])
        self.devices.setVisible(len(sources) > 1)
        self._choose(0)

    def show_target(self, text: str) -> None:
        self.target.setText(text)

    def show_count(self, text: str) -> None:
        self.count.setText(text)

    def stop(self) -> None:
        """Let go of the camera, so that its lamp goes out."""
        if self._source is not None:
            self._source.frameChanged.disconnect(self.live.show_frame)
            self._source.failed.disconnect(self._say)
            self._source.stop()
        self._source = None
        self.live.show_frame(QImage())

    @Slot(int)
    def _choose(self, row: int) -> None:
        self.stop()
        source = self._source = self._sources[row]
        source.frameChanged.connect(self.live.show_frame)
        source.failed.connect(self._say)
        works = source.reason is None
        self.shutter.setEnabled(works)
        self.take.setEnabled(works)
        for widget in (self.again, self.files, *self._around):
            widget.setVisible(not works)
        for widget in (self.live, self.shutter):
            widget.setVisible(works)
        self.setFocusProxy(None if works else self.files)  # type: ignore[arg-type]
        theme.set_role(self.said, "subtitle" if not works else "chip-warning" if source.is_drawn else "muted")
        self.said.setText("" if source.reason is None else say(source.reason))
        if source.is_drawn:
            self.said.setText(self.tr("A test picture is shown. What is taken here is labelled as drawn."))
        source.start()

    @Slot(object)
    def _say(self, words: object) -> None:
        self.said.setText(say(words))  # type: ignore[arg-type]
        self.again.show()
        self.files.show()

    @Slot()
    def _take(self) -> None:
        image = self._source.still() if self._source is not None else None
        if self._source is None or image is None:
            self.said.setText(self.tr("The camera has given no picture yet. Wait a moment and try again."))
            return
        self.stillTaken.emit(image, self._source.name, self._source.is_drawn)

    def _action(self, text: str, key: str, slot: object) -> QAction:
        action = give_keys(QAction(text, self), key)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _button(self, action: QAction, role: str, icon: str, shade: str = "text") -> QPushButton:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button = QPushButton(f"{action.text()}  {keys}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if role:
            button.setProperty("role", role)
        theme.put_icon(button, icon, shade)
        button.clicked.connect(action.trigger)
        return button
