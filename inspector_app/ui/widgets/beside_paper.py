"""What is entered at the left, the paper it becomes at the right; in turns where only one has room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from inspector_app.ui.widgets.paper import PaperView

_NARROW = 900
"""Pixels; below, the paper and what stands beside it take turns."""


class BesidePaper(QWidget):
    """Holds both sides and decides only what has room."""

    def __init__(self, entries: QWidget, paper: PaperView, above: QWidget | None = None) -> None:
        super().__init__()
        self.shows_paper = False
        """Where only one of the two has room."""
        self._paper = paper
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(entries)
        self.left = QWidget()
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        if above is not None:
            column.addWidget(above)
        column.addWidget(self.area, 1)
        self.left.setMinimumWidth(380)
        self.covering: QWidget | None = None
        """What stands in place of the entries for a while."""
        self._split = split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.left)
        split.addWidget(paper)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([520, 560])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(split, 1)

    @property
    def is_narrow(self) -> bool:
        return self.width() < _NARROW

    def cover(self, widget: QWidget | None) -> None:
        """Put something wide in place of the entries, or with ``None`` the entries back."""
        if widget is self.covering:
            return
        if self.covering is not None:
            self.covering.hide()
        self.covering = widget
        if widget is not None and self._split.indexOf(widget) < 0:
            self._split.insertWidget(0, widget)
            self._split.setStretchFactor(0, 1)
        self.show_side(paper=False)
        paper, front = (1, 1) if widget is None else (2, 3)
        share = self._split.width() // (paper + front)
        parts = map(self._split.widget, range(self._split.count()))
        self._split.setSizes([share * (paper if part is self._paper else front) for part in parts])

    def show_side(self, *, paper: bool) -> None:
        """Bring one of the two forward where only one has room."""
        self.shows_paper = paper
        self.left.setVisible(self.covering is None and (not self.is_narrow or not paper))
        if self.covering is not None:
            self.covering.setVisible(not self.is_narrow or not paper)
        self._paper.setVisible(not self.is_narrow or paper)

    def bring_to(self, widget: QWidget) -> None:
        """Show an entry, scroll to it and put the keyboard there."""
        self.show_side(paper=False)
        self.area.ensureWidgetVisible(widget)
        widget.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_side(paper=self.shows_paper)
