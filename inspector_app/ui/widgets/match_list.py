"""Persons who were walked without a list, and whom the list offers for them: a person decides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inspector_app.domain.headcount import BedCheck
from inspector_app.domain.masking import mask_name, mask_number
from inspector_app.domain.matching import Candidate, Proposal
from inspector_app.ui.bed_words import ground_word
from inspector_app.ui.keys import give_keys
from inspector_app.ui.widgets.action_bar import ActionBar
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label

Pair = tuple[BedCheck, Candidate]


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
        layout.addWidget(label(self.tr("Is this the same person?"), "subtitle"))
        layout.addWidget(
            label(
                self.tr(
                    "These persons were walked before the list came. Nobody is counted until you say so."
                ),
                "muted",
                wrap=True,
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Offered matches"))
        self.list.setObjectName("matchList")
        self.list.installEventFilter(self)
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
        """Names stand whole while H is held."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_H and watched is self.list:
            if not event.isAutoRepeat() and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                revealed = event.type() == QEvent.Type.KeyPress
                for position, (check, one) in enumerate(self._pairs):
                    self.list.item(position).setText(self._text(check, one, revealed=revealed))
            return True
        return super().eventFilter(watched, event)

    def show_proposals(self, found: tuple[tuple[BedCheck, Proposal], ...]) -> None:
        self._pairs = [(check, one) for check, proposal in found for one in proposal.candidates]
        self._sure = [(check, proposal.candidates[0]) for check, proposal in found if proposal.is_sure]
        self.all_sure.setEnabled(bool(self._sure))
        position = max(self.list.currentRow(), 0)
        self.list.clear()
        for check, one in self._pairs:
            item = QListWidgetItem(self._text(check, one, revealed=False))
            self.list.addItem(item)
        if self._pairs:
            self.list.setCurrentRow(min(position, len(self._pairs) - 1))

    def _text(self, check: BedCheck, one: Candidate, *, revealed: bool) -> str:
        entry = one.listed.entry
        walked, offered = (name if revealed else mask_name(name) for name in (check.name, entry.name))
        number = entry.hospital_number if revealed else mask_number(entry.hospital_number)
        return self.tr(
            "{ward} {bed} {walked}   →   {other_ward} {other_bed} {offered} {number}   ({ground})"
        ).format(
            ward=check.ward,
            bed=check.bed,
            walked=walked or self.tr("no name"),
            other_ward=entry.ward,
            other_bed=entry.bed,
            offered=offered,
            number=number,
            ground=ground_word(one.ground),
        )

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
