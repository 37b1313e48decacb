"""One part of a document that is filled in: its name, what is missing as a chip, what it holds."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.ui import theme
from inspector_app.ui.widgets.marks import label


class PaperPart(QWidget):
    """Stands in the order of the paper; it decides nothing."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.chip = label("", "chip")
        self.chip.hide()
        self.title = label(title, "caption")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title)
        top.addWidget(self.chip)
        top.addStretch()
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addLayout(self.body)

    def show_lack(self, words: str, *, needed: bool = True) -> None:
        """Say what is missing; ``needed`` is what keeps the document from being closed."""
        theme.set_role(self.chip, "chip-warning" if needed else "chip")
        self.chip.setText(words)
        self.chip.setVisible(bool(words))
        self.chip.setAccessibleName(f"{self.title.text()}: {words}" if words else "")

    def clear(self) -> None:
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
