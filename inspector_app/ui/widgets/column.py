"""A narrow column in the middle of an otherwise empty window, for pages that ask one thing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget


class Column(QScrollArea):
    """Scrolls when the window is lower than what is asked."""

    def __init__(self, wide: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setFixedWidth(wide)
        self.rows = QVBoxLayout(inner)
        self.rows.setContentsMargins(0, 40, 0, 40)
        self.rows.setSpacing(16)
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(20, 0, 20, 0)
        across.addStretch()
        across.addWidget(inner)
        across.addStretch()
        self.setWidget(content)
