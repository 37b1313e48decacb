"""Which time-stamp authority the bureau asks; none until a person enters one."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.errors import Problem
from inspector_app.ui import theme
from inspector_app.ui.language import say
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker


class TimeStampAuthority(QWidget):
    """One line and what it means."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://")
        self.address.setAccessibleName(self.tr("Address of the time-stamp authority"))
        self.address.returnPressed.connect(self._choose)
        self.keep = QPushButton(self.tr("Set"))
        self.keep.clicked.connect(self._choose)
        self.told = label("", "small", wrap=True)
        self.told.hide()
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.address, 1)
        across.addWidget(self.keep)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(label(self.tr("Time-stamp authority"), "caption"))
        hint = self.tr(
            "Off while this is empty. It is asked only when somebody adds a time stamp to an issued notice, "
            "and gets a hash, never the document."
        )
        rows.addWidget(label(hint, "muted", wrap=True))
        rows.addLayout(across)
        rows.addWidget(self.told)

    def refresh(self) -> None:
        self._worker.run(lambda a: a.time_stamping.address(), self._show)

    @Slot(str)
    def _show(self, address: str) -> None:
        if not self.address.hasFocus():
            self.address.setText(address)

    @Slot()
    def _choose(self) -> None:
        typed = self.address.text()
        self._worker.run(lambda a: a.time_stamping.choose(typed), self._chosen, self._refused)

    @Slot(str)
    def _chosen(self, address: str) -> None:
        self.address.setText(address)
        self._tell(self.tr("Set; nobody was asked yet.") if address else self.tr("Off."), "small")

    def _refused(self, problem: Problem) -> None:
        self._tell(say(problem), "error")

    def _tell(self, text: str, role: str) -> None:
        self.told.setText(text)
        theme.set_role(self.told, role)
        self.told.show()
