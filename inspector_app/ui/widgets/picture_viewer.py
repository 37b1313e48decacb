"""A picture to look at closely: zoom, drag, turn the view; the original is never changed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from inspector_app.ui import theme

_STEP = 1.25
_CLOSEST = 8.0


class PictureViewer(QGraphicsView):
    """Shows one image, fitted until somebody zooms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName(self.tr("Picture"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrows belong to the page: next and previous
        self._fitted = True
        self.turned = 0

    @property
    def zoom(self) -> float:
        """Screen pixels a picture pixel takes."""
        transform = self.transform()
        return float((transform.m11() ** 2 + transform.m12() ** 2) ** 0.5)

    def show_image(self, image: QImage) -> None:
        """Show another picture, upright and fitted."""
        self._item.setPixmap(QPixmap.fromImage(image))
        self._scene.setSceneRect(QRectF(self._item.boundingRect()))
        self.setBackgroundBrush(theme.colour("sunken"))
        self.turned = 0
        self.fit()

    def clear(self) -> None:
        self.show_image(QImage())

    def fit(self) -> None:
        """Show all of it, but never larger than it is."""
        self._fitted = True
        self.resetTransform()
        self.rotate(self.turned)
        if self._item.pixmap().isNull():
            return
        size = self.transform().mapRect(self._item.boundingRect()).size()
        room = self.viewport().size()
        scale = min(room.width() / size.width(), room.height() / size.height(), 1.0)
        self.scale(scale, scale)

    def closer(self) -> None:
        self._scale(_STEP)

    def farther(self) -> None:
        self._scale(1 / _STEP)

    def turn(self) -> None:
        """Turn the view a quarter to the right; nothing is stored."""
        self.turned = (self.turned + 90) % 360
        self.fit()

    def _scale(self, factor: float) -> None:
        if 0.02 <= self.zoom * factor <= _CLOSEST:
            self._fitted = False
            self.scale(factor, factor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self._scale(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
