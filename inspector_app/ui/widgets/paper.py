"""A document on screen as the paper it becomes; its bytes stay in memory."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from inspector_app.ui.widgets.marks import label

STEP = 1.2


class PaperView(QWidget):
    """Pages one below the other, as wide as the room; Ctrl and plus, minus or 0 change the size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # QtPdf costs start-up time and is needed by this page alone.
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        self._view_type = QPdfView
        self._bytes = b""
        self._buffer: QBuffer | None = None
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setObjectName("paper")
        self.view.setAccessibleName(self.tr("The document as it is printed"))
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setPageSpacing(14)
        self.nothing = label(self.tr("Nothing to show yet."), "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.view)
        self._shortcut("Ctrl++", lambda: self.zoom(STEP))
        self._shortcut("Ctrl+=", lambda: self.zoom(STEP))
        self._shortcut("Ctrl+-", lambda: self.zoom(1 / STEP))
        self._shortcut("Ctrl+0", self.fit)
        self.setFocusProxy(self.view)

    def _shortcut(self, keys: str, slot: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    @property
    def pages(self) -> int:
        return self.document.pageCount()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes; the place on the page is kept while the same document changes."""
        if pdf == self._bytes:
            return
        position = self.view.verticalScrollBar().value()
        self._bytes = pdf
        self.document.close()
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.deleteLater()
            self._buffer = None
        if pdf:
            self._buffer = QBuffer(self)
            self._buffer.setData(QByteArray(pdf))
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self.document.load(self._buffer)
        self._stack.setCurrentWidget(self.view if pdf else self.nothing)
        self.view.verticalScrollBar().setValue(position)

    def zoom(self, factor: float) -> None:
        self.view.setZoomMode(self._view_type.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(self.view.zoomFactor() * factor, 0.3), 4.0))

    def fit(self) -> None:
        self.view.setZoomMode(self._view_type.ZoomMode.FitToWidth)
