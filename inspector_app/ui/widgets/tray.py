"""The tray for long work: what is going on, how far, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from inspector_app.ui.worker import Task


class _Row(QWidget):
    def __init__(self, task: Task, tray: Tray) -> None:
        super().__init__(tray)
        self._task = task
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        self.title = QLabel(task.title)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(160)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(task.title)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("role", "quiet")
        self.cancel.clicked.connect(self._on_cancel)
        layout.addWidget(self.title)
        layout.addWidget(self.bar)
        layout.addWidget(self.cancel)
        task.moved.connect(self._on_moved)

    @Slot()
    def _on_moved(self) -> None:
        if self._task.total:
            self.bar.setRange(0, 1000)
            self.bar.setValue(self._task.done * 1000 // self._task.total)

    @Slot()
    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.title.setText(self.tr("Stopping: {title}").format(title=self._task.title))
        self._task.cancel()


class Tray(QFrame):
    """Stands in the status line's corner while something long is going on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tray")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._rows: dict[Task, _Row] = {}
        self.hide()

    @Slot(object)
    def add(self, task: Task) -> None:
        row = _Row(task, self)
        self._rows[task] = row
        self._layout.addWidget(row)
        task.ended.connect(self._on_ended)
        self._fit()

    @Slot()
    def _on_ended(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._rows:
            row = self._rows.pop(task)
            row.hide()
            row.deleteLater()
        self._fit()

    def _fit(self) -> None:
        self.setVisible(bool(self._rows))
        self.adjustSize()
        self.place()

    def place(self) -> None:
        """Keep to the lower right corner of the window."""
        parent = self.parentWidget()
        if parent is not None:
            self.adjustSize()
            self.move(parent.width() - self.width() - 16, parent.height() - self.height() - 44)
            self.raise_()
