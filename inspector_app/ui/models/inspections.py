"""The list of inspections: cards in groups, found by a few letters; below them what else was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from inspector_app.domain.inspection import InspectionCard, Section, Stage, section_of
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


class Order(StrEnum):
    """What the cards of a section follow."""

    DAY = "day"
    DEADLINE = "deadline"
    INSTITUTION = "institution"
    STATE = "state"


def group_cards(
    cards: list[InspectionCard], today: date, headings: Mapping[Section, str], order: Order = Order.DAY
) -> list[Group]:
    """Put cards under their sections, in the order asked for; empty sections are left out."""
    groups: dict[Section, list[InspectionCard]] = {section: [] for section in Section}
    for card in cards:
        groups[section_of(card, today)].append(card)
    return [
        (headings[section], sorted(found, key=lambda card: _place(card, order)))
        for section, found in groups.items()
        if found
    ]


def _place(card: InspectionCard, order: Order) -> tuple[object, ...]:
    newest_first = -(card.visited_at or card.created_at).timestamp()
    if order is Order.DEADLINE:
        days = [day for day in (card.deadline, card.call_until) if day is not None]
        return (min(days, default=date.max), newest_first)
    if order is Order.INSTITUTION:
        return (card.institution_name, newest_first)
    if order is Order.STATE:
        return (list(Stage).index(card.stage), newest_first)
    return (newest_first,)


def matches(card: InspectionCard, query: str) -> bool:
    """Whether every word of the query is in the card's words."""
    text = " ".join(
        (card.institution_name, card.institution_code, card.notice_number, word(card.stage), *card.team_names)
    ).casefold()
    return all(part in text for part in query.casefold().split())


class InspectionListModel(QAbstractListModel):
    """Rows are headings (``str``), cards, and what the search found in inspections."""

    def __init__(self, headings: Mapping[Section, str]) -> None:
        super().__init__()
        self._headings = headings
        self._section: Section | None = None
        self._order = Order.DAY
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

    def counts(self) -> dict[Section, int]:
        """How many cards each section has, whatever is shown of them."""
        found = Counter(section_of(card, self._today) for card in self._cards)
        return {section: found[section] for section in Section}

    def choose(self, section: Section | None) -> None:
        """Show one section, or all of them."""
        self._section = section
        self._arrange()

    def sort_by(self, order: Order) -> None:
        self._order = order
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
        found = [
            card
            for card in self._cards
            if matches(card, self._query)
            and (self._section is None or section_of(card, self._today) is self._section)
        ]
        self._rows = []
        for title, cards in group_cards(found, self._today, self._headings, self._order):
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
