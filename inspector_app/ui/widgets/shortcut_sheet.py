"""F1: every shortcut that works here, on one sheet."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.ui.widgets.marks import label

Group = tuple[str, list[tuple[str, str]]]
"""A heading, and pairs of what it does and its keys."""


class ShortcutSheet(QFrame):
    """Floats over the window; any click or Escape puts it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.addWidget(label(self.tr("Keys"), "title"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(self._area)
        self._before: QWidget | None = None
        self.rows: list[tuple[str, str]] = []
        self.hide()

    def show_groups(self, groups: Iterable[Group]) -> None:
        self._before = self.window().focusWidget()
        content = QWidget()
        grid = QGridLayout(content)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        self.rows = []
        row = 0
        for heading, pairs in groups:
            grid.addWidget(label(heading, "caption"), row, 0, 1, 2)
            row += 1
            for text, keys in pairs:
                grid.addWidget(label(text), row, 0)
                grid.addWidget(label(keys, "chip"), row, 1, alignment=Qt.AlignmentFlag.AlignLeft)
                self.rows.append((text, keys))
                row += 1
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(row, 1)
        self._area.setWidget(content)
        parent = self.parentWidget() or self.window()
        width, height = min(620, parent.width() - 80), parent.height() - 120
        self.setGeometry((parent.width() - width) // 2, 50, width, height)
        self.show()
        self.raise_()
        self.setFocus()

    def put_away(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return):
            self.put_away()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.put_away()
