"""The gallery: pictures with number, time, caption and marks; the caption is written in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from inspector_app.ui.keys import give_keys
from inspector_app.ui.models.evidence import SHOWN
from inspector_app.ui.widgets.evidence_cell import AROUND, EvidenceCell

Index = QModelIndex | QPersistentModelIndex
_ARROWS = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down))


class EvidenceGrid(QListView):
    """Cells of one size that fill the width, so that ten thousand are laid out at once.

    Space picks a piece; from then on arrows go on without letting go of what is picked, until Escape.
    """

    tall = Signal(int)
    """Height in pixels that shows every piece without scrolling."""

    def __init__(self, picture: QSize = SHOWN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = picture
        self._is_picking = False
        # A wrapped list is laid out by rows; Qt's icon mode would place every item by itself.
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cell = EvidenceCell(picture, self)
        self.setItemDelegate(self.cell)
        self.setAccessibleName(self.tr("Evidence"))
        self._action(self.tr("Pick this piece, or leave it out"), "Space", self._pick)
        self._done_picking = self._action(self.tr("Pick no more"), "Escape", self._pick_no_more)
        self._picks(now=False)

    def measure(self) -> None:
        """Let as many cells as fit share the width."""
        width = self.viewport().width()
        columns = max(1, width // (self._wanted.width() + AROUND))
        each = min(width // columns - AROUND - 1, self._wanted.width() * 5 // 4)
        picture = QSize(each, each * self._wanted.height() // self._wanted.width())
        if each > 0 and picture != self.cell.picture:
            self.cell.picture = picture
            self.scheduleDelayedItemsLayout()
        model = self.model()
        rows = -(-model.rowCount() // columns) if model is not None else 0
        self.tall.emit(rows * self.cell.size.height() + 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def _action(self, text: str, keys: str, slot: Callable[[], object]) -> QAction:
        """An action of the grid alone: in a field beside it the key belongs to the field."""
        action = give_keys(QAction(text, self), keys, Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        return action

    def _picks(self, *, now: bool) -> None:
        """While nothing is picked, Escape belongs to whoever holds the grid."""
        self._is_picking = now
        self._done_picking.setEnabled(now)

    def _pick(self) -> None:
        """Add the piece to what is selected, or take it out again; the arrows then leave the rest alone."""
        index = self.currentIndex()
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(index, flags.Toggle if self._is_picking else flags.Select)
            self._picks(now=True)

    def _pick_no_more(self) -> None:
        self._picks(now=False)
        self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._picks(now=False)
        super().mousePressEvent(event)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        if (
            self._is_picking
            and isinstance(event, QKeyEvent)
            and event.key() in _ARROWS
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)
