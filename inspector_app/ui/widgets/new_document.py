"""The choice of a new document: what each is for; what cannot be begun now says why."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from inspector_app.domain.document import DocumentType
from inspector_app.domain.wording import Sentence
from inspector_app.ui.document_words import name_of, offered_types, purpose_of
from inspector_app.ui.language import say
from inspector_app.ui.widgets.marks import label

_TWO_COLUMNS = 760
"""Pixels."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NewDocument(QScrollArea):
    """Buttons in the order of the visit, each with one line of what it is for."""

    chosen = Signal(object)
    """The ``DocumentType``."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons: dict[DocumentType, QPushButton] = {}
        self.lines = {kind: label(purpose_of(kind), "muted", wrap=True) for kind in offered_types()}
        self._cells: list[QWidget] = []
        for kind, line in self.lines.items():
            button = self.buttons[kind] = QPushButton(name_of(kind))
            button.setProperty("role", "choice")
            button.setMinimumHeight(40)
            button.clicked.connect(partial(self.chosen.emit, kind))
            button.installEventFilter(self)
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 4)
            column.setSpacing(4)
            column.addWidget(button)
            column.addWidget(line)
            column.addStretch()
            self._cells.append(cell)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(20, 8, 20, 16)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self._columns = 0
        self.setWidget(content)
        self._arrange()

    def show_refused(self, refused: Mapping[DocumentType, Sentence]) -> None:
        """Grey what cannot be begun now and say why in its line."""
        for kind, button in self.buttons.items():
            words = say(refused[kind]) if kind in refused else purpose_of(kind)
            button.setEnabled(kind not in refused)
            button.setAccessibleDescription(words)
            self.lines[kind].setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down stay in their column."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            buttons = list(self.buttons.values())
            step = _STEPS[Qt.Key(event.key())] * self._columns
            at = next((n for n, button in enumerate(buttons) if button is watched), 0) + step
            while 0 <= at < len(buttons) and not buttons[at].isEnabled():
                at += step
            if 0 <= at < len(buttons):
                buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= _TWO_COLUMNS else 1
        if columns == self._columns:
            return
        self._columns = columns
        for position, cell in enumerate(self._cells):
            self._grid.addWidget(cell, position // columns, position % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(len(self._cells), 1)
