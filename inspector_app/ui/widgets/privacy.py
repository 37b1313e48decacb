"""The privacy key: one key blanks the window, the same key or Escape brings it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.ui.widgets.marks import IconLabel, label


class PrivacyScreen(QFrame):
    """Covers everything; nothing is locked by it and nothing is lost."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("privacy")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(IconLabel("eye-off", "rail_text", 32), alignment=Qt.AlignmentFlag.AlignHCenter)
        text = label(self.tr("Hidden. Press Escape or click to go on; Ctrl+L locks."))
        layout.addWidget(text, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self._before: QWidget | None = None
        self.hide()

    def switch(self) -> None:
        """Cover, or uncover again."""
        if self.isVisible():
            self.uncover()
        else:
            self.cover()

    def cover(self) -> None:
        self._before = self.window().focusWidget()
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.setFocus()

    def uncover(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.uncover()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.uncover()
