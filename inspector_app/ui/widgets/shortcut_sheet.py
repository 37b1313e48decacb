"""F1: every shortcut that works here, on one sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.ui.widgets.marks import label

Group = tuple[str, list[tuple[str, str]]]
"""A heading, and pairs of what it does and its keys."""

Line = tuple[str, str | None]


COLUMNS, COLUMN_WIDTH, WIDEST = 3, 340, 1240


def _spread(groups: Sequence[Group], columns: int) -> list[list[Line]]:
    """The groups over the columns, in order and whole, the fullest column as low as that allows."""
    sizes = [len(pairs) + 1 for _heading, pairs in groups]
    room = max(*sizes, -(-sum(sizes) // columns)) if sizes else 0
    while True:
        parts: list[list[Line]] = [[]]
        for heading, pairs in groups:
            if parts[-1] and len(parts[-1]) + len(pairs) + 1 > room:
                parts.append([])
            parts[-1] += [(heading, None), *pairs]
        if len(parts) <= columns:
            return parts
        room += 1


def _column(lines: Sequence[Line]) -> QWidget:
    """Lines of one column; a line without keys is a heading."""
    content = QWidget()
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for row, (text, keys) in enumerate(lines):
        if keys is None:
            grid.addWidget(label(text, "caption"), row, 0, 1, 2)
        else:
            grid.addWidget(label(text, "", wrap=True), row, 0)
            grid.addWidget(
                label(keys, "chip"), row, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            )
    grid.setColumnStretch(0, 1)
    return content


def _columns_of(content: QWidget) -> list[QWidget]:
    return content.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


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
        if not self.isVisible():
            self._before = self.window().focusWidget()
        content = QWidget()
        parent = self.parentWidget() or self.window()
        width, height = min(WIDEST, parent.width() - 80), parent.height() - 60
        columns = max(1, min(COLUMNS, width // COLUMN_WIDTH))
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 12, 0)
        across.setSpacing(36)
        found = [(heading, list(pairs)) for heading, pairs in groups]
        self.rows = [pair for _heading, pairs in found for pair in pairs]
        for part in _spread(found, columns):
            across.addWidget(_column(part), 1, Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(content)
        self.setGeometry((parent.width() - width) // 2, 30, width, height)
        self.show()
        self.raise_()
        self._shrink(content)
        self.setFocus()

    def _shrink(self, content: QWidget) -> None:
        """Give back what the lines do not need; how high they are is known once they are seen."""
        layout = content.layout()
        if layout is None:
            return
        layout.activate()
        lines = max((column.sizeHint().height() for column in _columns_of(content)), default=0)
        spare = self._area.viewport().height() - lines
        if spare > 0:
            self.resize(self.width(), self.height() - spare)

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
