"""How the documents page is arranged: the head on top, contents and paper beneath, in turns if narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.ui.models.documents import DocumentsModel
from inspector_app.ui.widgets.notice_head import NoticeHead
from inspector_app.ui.widgets.notice_panel import NoticePanel
from inspector_app.ui.widgets.paper import PaperView

ROW = 40
"""Height of a row of the list; three show at once."""
_NARROW = 900
"""Pixels; below, the paper and what stands beside it take turns."""


class DocumentsFrame(QWidget):
    """Holds the widgets and decides only what has room."""

    def __init__(self, model: DocumentsModel, head: NoticeHead, panel: NoticePanel, paper: PaperView) -> None:
        super().__init__()
        self.shows_paper = False
        """Where only one of the two has room."""
        self._paper = paper
        self.list = _list(model)
        self.list.setAccessibleName(self.tr("Documents"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(panel)
        self.left = QWidget()
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self._area, 1)
        self.left.setMinimumWidth(340)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.left)
        split.addWidget(paper)
        split.setStretchFactor(1, 1)
        split.setSizes([400, 720])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(split, 1)

    @property
    def is_narrow(self) -> bool:
        return self.width() < _NARROW

    def show_count(self, count: int) -> None:
        """Give the list the room that its rows need; one notice alone needs no list."""
        self.list.setFixedHeight(ROW * (min(max(count, 1), 3) + 1))
        self.list.setVisible(count > 1)

    def show_side(self, *, paper: bool) -> None:
        """Bring one of the two forward where only one has room."""
        self.shows_paper = paper
        self.left.setVisible(not self.is_narrow or not paper)
        self._paper.setVisible(not self.is_narrow or paper)

    def bring_to(self, widget: QWidget) -> None:
        """Show something of the contents and scroll to it."""
        self.show_side(paper=False)
        self._area.ensureWidgetVisible(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_side(paper=self.shows_paper)


def _list(model: DocumentsModel) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW)
    view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    view.horizontalHeader().resizeSection(1, 120)
    return view
