"""How the hand-over page is laid out: one column, the next thing to do first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.marks import Chip, IconLabel, label

WIDTH = 700


def lay_out(
    page: QWidget, title: str, chip: Chip, buttons: Sequence[QPushButton], parts: Sequence[QWidget]
) -> None:
    """Put the parts one below the other; the page scrolls where the window is low."""
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(label(title, "title"))
    head.addWidget(chip)
    head.addStretch()
    below = QHBoxLayout()  # in English three buttons are wider than what the title leaves
    below.setSpacing(12)
    for button in buttons:
        below.addWidget(button)
    below.addStretch()
    column = Column(WIDTH)
    column.rows.setContentsMargins(0, 22, 0, 22)
    column.rows.setSpacing(12)
    column.rows.addLayout(head)
    column.rows.addLayout(below)
    for part in parts:
        column.rows.addWidget(part)
    column.rows.addStretch()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(column)


class SignedLines(QWidget):
    """Short lines, each with a sign: who holds how much, what left and whether it was answered."""

    def __init__(self, caption: str, empty: str = "") -> None:
        super().__init__()
        self._empty = empty
        self._texts: list[str] = []
        self.caption = label(caption, "caption")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.caption)
        rows.addLayout(self.lines)

    def show_lines(self, lines: Sequence[tuple[bool, str]]) -> None:
        """Each line is whether it is done, and its words."""
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._texts = [text for _is_done, text in lines]
        for is_done, text in lines:
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 2, 0, 2)
            across.setSpacing(10)
            icon, shade = ("circle-check", "success") if is_done else ("clock", "warning")
            across.addWidget(IconLabel(icon, shade, 18))
            across.addWidget(label(text, wrap=True), 1)
            self.lines.addWidget(row)
        if not lines and self._empty:
            self.lines.addWidget(label(self._empty, "muted", wrap=True))
        self.setVisible(bool(lines or self._empty))

    def texts(self) -> list[str]:
        """What the lines say."""
        return list(self._texts)
