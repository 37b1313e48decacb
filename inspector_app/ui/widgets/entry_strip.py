"""One line at the foot of the walk for whatever is typed there: a note, a person, a bed, a search."""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

MOST_BEDS = 200
"""Beds that one line may enter; more is a slip of the hand."""


class Entry(StrEnum):
    """What the line is for now."""

    NOTE = "note"
    PERSON = "person"
    SHARER = "sharer"
    BED = "bed"
    CORRECTION = "correction"
    WARD = "ward"
    GROUP = "group"
    FIND = "find"


class EntryStrip(QFrame):
    """Shows itself when asked, gives the text back on Enter, keeps it on Escape until next time."""

    entered = Signal(object, str)
    finished = Signal(object, str)
    """Entered with Tab: the line is left for what it was about."""
    edited = Signal(object, str)
    left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.kind = Entry.NOTE
        self._kept: dict[Entry, str] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        self.prompt = QLabel()
        self.prompt.setMinimumWidth(120)
        self.line = QLineEdit()
        self.line.setObjectName("entryLine")
        self.line.setMinimumHeight(26)
        self.hint = QLabel()
        self.hint.setProperty("role", "small")
        layout.addWidget(self.prompt)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.hint)
        self.line.returnPressed.connect(self._on_enter)
        self.line.textEdited.connect(self._on_edited)
        self.line.installEventFilter(self)
        self.hide()

    def ask(self, kind: Entry, prompt: str, text: str = "", hint: str = "") -> None:
        """Take the keyboard for one line."""
        self.kind = kind
        self.prompt.setText(prompt)
        self.line.setAccessibleName(prompt)
        self.hint.setText(hint)
        self.line.setText(text or self._kept.pop(kind, ""))
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    @Slot()
    def _on_enter(self) -> None:
        kind, text = self.kind, self.line.text()
        self._kept.pop(kind, None)
        self.hide()
        self.entered.emit(kind, text)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.edited.emit(self.kind, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.line
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and self.kind is Entry.BED
        ):
            kind, text = self.kind, self.line.text()
            self._kept.pop(kind, None)
            self.hide()
            self.finished.emit(kind, text)
            return True
        if (
            watched is self.line
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            if self.line.text() and self.kind is not Entry.FIND:
                self._kept[self.kind] = self.line.text()
            self.hide()
            self.left.emit(self.kind)
            return True
        return super().eventFilter(watched, event)


def beds_of(text: str) -> tuple[tuple[str, str], ...]:
    """``01~20`` is twenty beds, written as the first is; anything else is one bed with its name.

    ``2-14`` is one bed in many houses: the fourteenth of room two.
    """
    found = re.fullmatch(r"\s*(\d{1,4})\s*[~～至到]\s*(\d{1,4})\s*床?\s*", text)
    if found is None:
        return (split_bed(text),)
    first, last = int(found[1]), int(found[2])
    if not first <= last < first + MOST_BEDS:
        return (split_bed(text),)
    return tuple((str(number).zfill(len(found[1])), "") for number in range(first, last + 1))


def following_bed(bed: str) -> str:
    """The bed after one, written alike: 10 after 9, 02 after 01; nothing after a bed without a number."""
    return str(int(bed) + 1).zfill(len(bed)) if bed.isdecimal() else ""


def person_of(text: str, proposed: str) -> tuple[str, str]:
    """Bed and name as typed behind the proposed bed: ``06 07 沈一禾`` means bed 07, typed in full."""
    bed, name = split_bed(text)
    if proposed and bed == proposed and re.match(r"\d+\S*(\s|$)", name):
        return split_bed(name)
    return bed, name


def split_bed(text: str) -> tuple[str, str]:
    """``3 沈一禾`` is bed 3 and the name."""
    bed, _, name = text.strip().partition(" ")
    return bed, name.strip()
