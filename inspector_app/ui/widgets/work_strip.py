"""A thin line that says what is being done and how far, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget


class WorkStrip(QFrame):
    """Hidden while nothing is done."""

    cancelWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.text = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        stop = QPushButton(self.tr("Stop"))
        stop.setProperty("role", "quiet")
        stop.clicked.connect(self.cancelWanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.addWidget(self.text)
        layout.addWidget(self.bar, 1)
        layout.addWidget(stop)
        self.hide()

    @Slot()
    def show_progress(self, text: str, done: int, total: int) -> None:
        self.text.setText(text)
        self.bar.setMaximum(1000)
        self.bar.setValue(done * 1000 // total if total else 0)
        self.show()
