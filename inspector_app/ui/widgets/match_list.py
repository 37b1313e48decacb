"""Persons who were walked without a list, and whom the list offers for them: a person decides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inspector_app.domain.headcount import BedCheck
from inspector_app.domain.matching import Proposal
from inspector_app.domain.wording import counted
from inspector_app.ui.keys import give_keys
from inspector_app.ui.widgets.action_bar import ActionBar
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.match_row import PAIR, MatchDelegate, Pair, columns, spoken


class MatchList(QWidget):
    """One line a walked person and offered entry; Y is the same person, X is not."""

    confirmed = Signal(object)
    """The list of pairs that are the same person."""
    refused = Signal(object, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Is this the same person?"), "subtitle"))
        head.addStretch(1)
        self.count = label("", "muted")
        head.addWidget(self.count)
        layout.addLayout(head)
        layout.addWidget(
            label(
                self.tr(
                    "These persons were walked before the list came. Nobody is counted until you say so."
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addSpacing(4)
        self._headings = QWidget()
        self._headings.setFixedHeight(24)
        self._walked = label(self.tr("Seen on the walk"), "small", parent=self._headings)
        self._listed = label(self.tr("On the hospital's list"), "small", parent=self._headings)
        layout.addWidget(self._headings)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Offered matches"))
        self.list.setObjectName("matchList")
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = MatchDelegate(self.list)
        self._delegate.decided.connect(self._decide)
        self.list.setItemDelegate(self._delegate)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        layout.addWidget(self.list, 1)
        self.same = self._action(self.tr("Yes, the same"), "Y", self._confirm)
        self.other = self._action(self.tr("No, somebody else"), "X", self._refuse)
        self.all_sure = self._action(self.tr("All with same bed and name"), "A", self._confirm_sure)
        back = self._action(self.tr("Back to the beds"), "Escape", self.closed.emit)
        self.yes = ActionButton(self.same, quiet=False)
        self.yes.setProperty("role", "primary")
        hints = (("H", self.tr("hold: names")),)
        self.others = ActionBar((self.other, self.all_sure, back), hints)
        across = QHBoxLayout()
        across.addWidget(self.yes)
        across.addWidget(self.others, 1)
        layout.addLayout(across)
        self._pairs: list[Pair] = []
        self._sure: list[Pair] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Names stand whole while H is held; the headings stand above the sides."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_H and watched is self.list:
            if not event.isAutoRepeat() and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._reveal(event.type() == QEvent.Type.KeyPress)
            return True
        if event.type() == QEvent.Type.Resize and watched is self.list.viewport():
            left, right = columns(self.list.viewport().rect())
            self._walked.setGeometry(left.left(), 0, left.width(), self._headings.height())
            self._listed.setGeometry(right.left(), 0, right.width(), self._headings.height())
        return super().eventFilter(watched, event)

    def _reveal(self, revealed: bool) -> None:
        self._delegate.revealed = revealed
        for position, pair in enumerate(self._pairs):
            self.list.item(position).setText(spoken(pair, revealed=revealed))
        self.list.viewport().update()

    def show_proposals(self, found: tuple[tuple[BedCheck, Proposal], ...]) -> None:
        self._pairs = [(check, one) for check, proposal in found for one in proposal.candidates]
        self._sure = [(check, proposal.candidates[0]) for check, proposal in found if proposal.is_sure]
        self.all_sure.setEnabled(bool(self._sure))
        words = counted(len(found), self.tr("1 person to decide"), self.tr("{count} persons to decide"))
        self.count.setText(words.format(count=len(found)))
        position = max(self.list.currentRow(), 0)
        self.list.clear()
        for pair in self._pairs:
            item = QListWidgetItem(spoken(pair, revealed=self._delegate.revealed))
            item.setData(PAIR, pair)
            self.list.addItem(item)
        if self._pairs:
            self.list.setCurrentRow(min(position, len(self._pairs) - 1))

    @Slot(int, bool)
    def _decide(self, position: int, same: bool) -> None:
        self.list.setCurrentRow(position)
        if same:
            self._confirm()
        else:
            self._refuse()

    def _action(self, text: str, key: str, slot: Callable[[], object]) -> QAction:
        action = give_keys(QAction(text, self), key)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        return action

    def _current(self) -> Pair | None:
        position = self.list.currentRow()
        return self._pairs[position] if 0 <= position < len(self._pairs) else None

    @Slot()
    def _confirm(self) -> None:
        pair = self._current()
        if pair is not None:
            self.confirmed.emit([pair])

    @Slot()
    def _confirm_sure(self) -> None:
        self.confirmed.emit(list(self._sure))

    @Slot()
    def _refuse(self) -> None:
        pair = self._current()
        if pair is not None:
            self.refused.emit(*pair)
