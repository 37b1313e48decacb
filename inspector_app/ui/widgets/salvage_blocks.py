"""What pages about a damaged file are made of: a paragraph under a heading with an icon, and a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.ui.widgets.marks import IconLabel, label


class Block(QFrame):
    """A heading with an icon, and a paragraph."""

    def __init__(self, title: str, icon: str, shade: str) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.text = label("", "", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(title, "caption"))
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(IconLabel(icon, shade, 22))
        row.addLayout(words, 1)


class Section(QWidget):
    """One list of what was kept or lost."""

    def __init__(self, heading: str, meaning: str, lines: str) -> None:
        super().__init__()
        text = label(lines, "", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(label(heading, "subtitle"))
        rows.addWidget(label(meaning, "muted", wrap=True))
        rows.addSpacing(4)
        rows.addWidget(text)
