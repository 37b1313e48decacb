"""Findings and suspicions as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt

from inspector_app.domain.finding import Finding
from inspector_app.domain.money import figures
from inspector_app.domain.suspicion import Suspicion
from inspector_app.ui.models.entries import ENTRY, Entry
from inspector_app.ui.models.table import VALUE, TableModel
from inspector_app.ui.states import word

__all__ = ["VALUE", "FindingsModel", "SuspicionsModel", "amount_text"]


def amount_text(amount: Decimal | None) -> str:
    """An amount with separators; nothing for none."""
    return "" if amount is None else figures(amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What rows need beside the values: names of categories, and pieces of evidence a finding cites."""

    categories: Mapping[str, str]
    cited: Mapping[str, int]


_NOTHING = _Context(categories={}, cited={})


def _persons(count: int | None) -> str:
    return "" if count is None else QCoreApplication.translate("Rows", "Persons: {count}").format(count=count)


class FindingsModel(TableModel[Finding]):
    """One column; a row says number, item, category, persons, evidence, amount and state."""

    def __init__(self, headings: tuple[str, ...] = ("",)) -> None:
        super().__init__(headings)
        self._context = _NOTHING

    def show(
        self,
        findings: Sequence[Finding],
        categories: Mapping[str, str] | None = None,
        cited: Mapping[str, int] | None = None,
    ) -> None:
        self._context = _Context(categories=categories or {}, cited=cited or {})
        self.show_rows(findings)

    def row_of(self, finding_id: str) -> int:
        return next((row for row, known in enumerate(self._rows) if known.id == finding_id), -1)

    def cell(self, value: Finding, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            return value.description
        if role == ENTRY:
            return self._entry(value, row)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row + 1}  {value.item or value.description}   {amount_text(value.amounts.to_return)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            entry = self._entry(value, row)
            return ", ".join((entry.title, entry.about, entry.counts, entry.amount, word(value.state)))
        return None

    def _entry(self, value: Finding, row: int) -> Entry:
        pieces = self._context.cited.get(value.id, 0)
        evidence = QCoreApplication.translate("Rows", "Evidence: {count}").format(count=pieces)
        counts = (_persons(value.persons) or value.quantity, evidence if pieces else _said_no_evidence())
        named = value.item or " ".join(value.description.split())
        unnamed = QCoreApplication.translate("Rows", "Without a name")
        return Entry(
            title=f"{row + 1}  {named or unnamed}",
            about=self._context.categories.get(value.category, "")
            or QCoreApplication.translate("Rows", "No category yet"),
            counts="  ·  ".join(part for part in counts if part),
            amount="¥ " + amount_text(value.amounts.to_return),
            state=value.state,
        )


def _said_no_evidence() -> str:
    return QCoreApplication.translate("Rows", "No evidence yet")


class SuspicionsModel(TableModel[Suspicion]):
    """One column; a row says what it is about, the statement, persons, amount and state."""

    def __init__(self, headings: tuple[str, ...] = ("",)) -> None:
        super().__init__(headings)

    def show(self, suspicions: list[Suspicion]) -> None:
        self.show_rows(suspicions)

    def row_of(self, suspicion_id: str) -> int:
        return next((row for row, known in enumerate(self._rows) if known.id == suspicion_id), -1)

    def cell(self, value: Suspicion, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            return value.statement
        if role == ENTRY:
            return Entry(
                title=value.title,
                about=" ".join(value.statement.split()),
                counts=value.reason or _persons(value.persons),
                amount="" if value.amount is None else "¥ " + amount_text(value.amount),
                state=value.state,
            )
        if role == Qt.ItemDataRole.DisplayRole:
            return value.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{value.title}, {word(value.state)}"
        return None
