"""Ctrl+K: all actions and places in one list, found by a few letters; at its end what a search found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.ui import theme


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be done, with where it belongs and its keys."""

    text: str
    where: str
    keys: str
    icon: str
    run: Callable[[], object]


def score(query: str, text: str) -> int | None:
    """How well ``text`` answers ``query``: smaller is better, ``None`` when letters are missing.

    Letters must come in order; gaps cost, a late begin costs less.
    """
    if not query:
        return 0
    wanted, given = query.casefold(), text.casefold()
    place = given.find(wanted)
    if place >= 0:
        return place
    cost, position = 20, -1
    for letter in wanted:
        if letter.isspace():
            continue
        found = given.find(letter, position + 1)
        if found < 0:
            return None
        cost += found - position - 1
        position = found
    return cost


_DETAILS = int(Qt.ItemDataRole.UserRole)


_BEFORE = 60
"""The icon and the spaces around the words."""
_KEYS = 124


class _Line(QStyledItemDelegate):
    """The action as the style draws it; where it belongs and its keys muted at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the style wants it; long words are cut, the list never scrolls sideways."""
        return QSize(0, super().sizeHint(option, index).height())

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        where, _keys = index.data(_DETAILS)
        room = option.rect.width() - _BEFORE - _KEYS - self._room_of(where, option)
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        where, keys = index.data(_DETAILS)
        painter.save()
        painter.setPen(theme.colour("muted"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(option.rect.adjusted(0, 0, -14, 0), right, keys)
        words = option.fontMetrics.elidedText(
            where, Qt.TextElideMode.ElideMiddle, self._room_of(where, option)
        )
        painter.drawText(option.rect.adjusted(0, 0, -_KEYS, 0), right, words)
        painter.restore()

    def _room_of(self, where: str, option: QStyleOptionViewItem) -> int:
        """Where it belongs never takes more than a part of the line."""
        return int(min(option.fontMetrics.horizontalAdvance(where) + 8, option.rect.width() * 2 // 5))


class CommandPalette(QFrame):
    """Floats over the window until something is chosen or Escape is pressed."""

    typed = Signal(str)
    """What is searched for; empty when the palette opens and when it is put away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("An action, a place, or anything in the inspections"))
        self.search.setAccessibleName(self.tr("Search actions and places"))
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Actions and places"))
        self.list.setIconSize(QSize(18, 18))
        self.list.setItemDelegate(_Line(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemActivated.connect(self._run)
        self.list.itemClicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 8)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._hits: list[Entry] = []
        self._before: QWidget | None = None
        self.hide()

    def ask(self, entries: Iterable[Entry]) -> None:
        self._entries = list(entries)
        self._before = self.window().focusWidget()
        parent = self.parentWidget() or self.window()
        width = min(620, parent.width() - 80)
        self.setGeometry((parent.width() - width) // 2, 72, width, min(460, parent.height() - 140))
        self.search.clear()
        self._filter("")
        self.typed.emit("")
        self.show()
        self.raise_()
        self.search.setFocus()

    def put_away(self) -> None:
        self.hide()
        self.typed.emit("")
        if self._before is not None:
            self._before.setFocus()

    def texts(self) -> list[str]:
        return [entry.text for entry in self._shown]

    @Slot(str)
    def _filter(self, query: str) -> None:
        found = []
        for position, entry in enumerate(self._entries):
            points = score(query.strip(), f"{entry.text} {entry.where}")
            if points is not None:
                found.append((points, position, entry))
        self._hits = []
        self._shown = [entry for _points, _position, entry in sorted(found, key=lambda item: item[:2])]
        self.list.clear()
        self._list(self._shown)
        if self._shown:
            self.list.setCurrentRow(0)
        self.typed.emit(query.strip())

    def show_hits(self, hits: Iterable[Entry]) -> None:
        """Put what a search found at the end, in place of what it found before; the choice stays."""
        chosen = self.list.currentRow()
        kept = len(self._shown) - len(self._hits)
        for row in reversed(range(kept, self.list.count())):
            self.list.takeItem(row)
        self._hits = list(hits)
        self._shown = [*self._shown[:kept], *self._hits]
        self._list(self._hits)
        if self._shown:
            self.list.setCurrentRow(min(max(chosen, 0), len(self._shown) - 1))

    def _list(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            item = QListWidgetItem(theme.icon(entry.icon, "muted"), entry.text, self.list)
            item.setData(_DETAILS, (entry.where, entry.keys))
            item.setToolTip(f"{entry.text}  {entry.keys}".rstrip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.put_away()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.list.currentItem()
                if item is not None:
                    self._run(item)
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._shown:
                step = 1 if key == Qt.Key.Key_Down else -1
                self.list.setCurrentRow((self.list.currentRow() + step) % len(self._shown))
                return True
        return super().eventFilter(watched, event)

    @Slot(QListWidgetItem)
    def _run(self, item: QListWidgetItem) -> None:
        entry = self._shown[self.list.row(item)]
        self.put_away()
        entry.run()
