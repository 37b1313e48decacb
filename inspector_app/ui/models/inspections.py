"""The list of inspections: cards in groups, found by a few letters; below them what else was found."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.inspection import InspectionCard, Stage
from inspector_app.domain.search import Found, Hit, HitKind
from inspector_app.ui.search_words import heading, where
from inspector_app.ui.states import word

Index = QModelIndex | QPersistentModelIndex

CARD = int(Qt.ItemDataRole.UserRole)
"""Role under which a row gives its card; ``None`` for the heading of a group."""
HIT = CARD + 1
"""Role under which a row gives what the search found; ``None`` for headings and cards."""
NO_PARENT = QModelIndex()

Group = tuple[str, list[InspectionCard]]


def group_cards(cards: list[InspectionCard], today: date, headings: dict[str, str]) -> list[Group]:
    """Put cards under today, overdue, open and finished; each in one group, empty groups left out."""
    groups: dict[str, list[InspectionCard]] = {key: [] for key in ("today", "overdue", "open", "finished")}
    for card in cards:
        if card.stage in (Stage.HANDED_OVER, Stage.CLOSED):
            key = "finished"
        elif card.deadline is not None and card.deadline < today:
            key = "overdue"
        elif _on(card, today):
            key = "today"
        else:
            key = "open"
        groups[key].append(card)
    return [(headings[key], found) for key, found in groups.items() if found]


def _on(card: InspectionCard, today: date) -> bool:
    moment = card.visited_at or card.created_at
    return moment.astimezone(BEIJING).date() == today or card.stage is Stage.VISITING


def matches(card: InspectionCard, query: str) -> bool:
    """Whether every word of the query is in the card's words."""
    text = " ".join(
        (card.institution_name, card.institution_code, card.notice_number, word(card.stage), *card.team_names)
    ).casefold()
    return all(part in text for part in query.casefold().split())


class InspectionListModel(QAbstractListModel):
    """Rows are headings (``str``), cards, and what the search found in inspections."""

    def __init__(self, headings: dict[str, str]) -> None:
        super().__init__()
        self._headings = headings
        self._cards: list[InspectionCard] = []
        self._rows: list[str | InspectionCard | Hit] = []
        self._found = Found(query="")
        self._query = ""
        self._today = date.min

    @property
    def cards(self) -> list[InspectionCard]:
        return [row for row in self._rows if isinstance(row, InspectionCard)]

    @property
    def hits(self) -> list[Hit]:
        return [row for row in self._rows if isinstance(row, Hit)]

    def show(self, cards: list[InspectionCard], today: date) -> None:
        self._cards, self._today = cards, today
        self._arrange()

    def find(self, query: str) -> None:
        self._query = query
        self._found = Found(query="")
        self._arrange()

    def show_found(self, found: Found) -> None:
        """Show what the search found besides the inspections themselves."""
        self._found = found
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        found = [card for card in self._cards if matches(card, self._query)]
        self._rows = []
        for title, cards in group_cards(found, self._today, self._headings):
            self._rows.append(title)
            self._rows.extend(cards)
        for kind, count in self._found.counts:
            # An institution's inspections stand above as cards.
            if kind is not HitKind.INSTITUTION:
                hits = [hit for hit in self._found.hits if hit.kind is kind]
                self._rows.append(heading(kind, len(hits), count))
                self._rows.extend(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if isinstance(row, Hit):
                return row.label
            return row if isinstance(row, str) else row.institution_name
        if role == CARD:
            return row if isinstance(row, InspectionCard) else None
        if role == HIT:
            return row if isinstance(row, Hit) else None
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Hit):
            return ", ".join(part for part in (row.label, where(row)) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, InspectionCard):
            return f"{row.institution_name}, {word(row.stage)}, {word(row.next_step)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_of(self, inspection_id: str) -> int:
        """The row of a card, or -1."""
        for number, row in enumerate(self._rows):
            if isinstance(row, InspectionCard) and row.id == inspection_id:
                return number
        return -1

    def first_row(self) -> int:
        """The first row that can be chosen, or -1."""
        return next((number for number, row in enumerate(self._rows) if not isinstance(row, str)), -1)
