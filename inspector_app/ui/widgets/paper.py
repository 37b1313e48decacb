"""A document on screen as the paper it becomes; its bytes stay in memory."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.ui.widgets.marks import label

STEP = 1.2
_LEAST, _MOST = 0.3, 4.0
_TURNS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_PageUp: -1,
}


class PaperView(QWidget):
    """Pages one below the other, as wide as the room; which page, how large, and keys for both."""

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
        self.view.installEventFilter(self)
        self.view.pageNavigator().currentPageChanged.connect(self._tell_page)
        self.nothing = label(self.tr("Nothing to show yet."), "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.view)
        self.page_text = label("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar())
        layout.addWidget(self._stack, 1)
        self._shortcut("Ctrl++", lambda: self.zoom(STEP))
        self._shortcut("Ctrl+=", lambda: self.zoom(STEP))
        self._shortcut("Ctrl+-", lambda: self.zoom(1 / STEP))
        self._shortcut("Ctrl+0", self.fit)
        self.setFocusProxy(self.view)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 0, 12, 4)
        bar.setSpacing(2)
        bar.addWidget(self.page_text)
        bar.addStretch()
        self.smaller = self._button("−", self.tr("Smaller"), "Ctrl+-", lambda: self.zoom(1 / STEP))
        self.fitted = self._button(self.tr("Fit width"), self.tr("As wide as the room"), "Ctrl+0", self.fit)
        self.larger = self._button("+", self.tr("Larger"), "Ctrl++", lambda: self.zoom(STEP))
        for button in (self.smaller, self.fitted, self.larger):
            bar.addWidget(button)
        return bar

    def _button(self, text: str, name: str, keys: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "quiet")
        button.setAccessibleName(name)
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{name}  {native}")
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _shortcut(self, keys: str, slot: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    @property
    def pages(self) -> int:
        return self.document.pageCount()

    @property
    def page(self) -> int:
        """The page in view, counted from 1."""
        return self.view.pageNavigator().currentPage() + 1

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
        for button in (self.smaller, self.fitted, self.larger):
            button.setEnabled(bool(pdf))
        self._tell_page()

    def zoom(self, factor: float) -> None:
        present = self._fitted_factor() if self._is_fitted else self.view.zoomFactor()
        self.view.setZoomMode(self._view_type.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(present * factor, _LEAST), _MOST))

    @property
    def _is_fitted(self) -> bool:
        return self.view.zoomMode() is self._view_type.ZoomMode.FitToWidth

    def _fitted_factor(self) -> float:
        """The size that the fitted page has now, so that the first step goes on from there."""
        wide = self.document.pagePointSize(0).width() * self.logicalDpiX() / 72
        margins = self.view.documentMargins()
        room = self.view.viewport().width() - margins.left() - margins.right()
        return room / wide if wide and room > 0 else 1.0

    def fit(self) -> None:
        self.view.setZoomMode(self._view_type.ZoomMode.FitToWidth)

    def turn(self, by: int) -> None:
        """Go to the top of another page."""
        target = min(max(self.page - 1 + by, 0), self.pages - 1)
        if self.pages:
            self.view.pageNavigator().jump(target, QPointF(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _TURNS:
                self.turn(_TURNS[key])
                return True
            if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
                self.turn(-self.pages if key is Qt.Key.Key_Home else self.pages)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _tell_page(self) -> None:
        words = self.tr("Page {page} of {pages}").format(page=self.page, pages=self.pages)
        self.page_text.setText(words if self.pages else "")
