"""What is wrong in a checklist's table, each with the cell where somebody can correct it."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.domain.wording import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFault:
    """One mistake or doubt; ``row`` as a spreadsheet counts, 0 where it is about no row."""

    told: Sentence
    sheet: str = ""
    row: int = 0
    column: str = ""
    cell: str = ""
    is_error: bool = True
    """A checklist with errors is not imported; with the others it is."""

    @property
    def sentence(self) -> Sentence:
        """Tell it with its place."""
        return self._placed() if self.is_error else sentence("Note: {fault}", fault=self._placed())

    def _placed(self) -> Sentence:
        if not self.sheet:
            return self.told
        if not self.row:
            return sentence("Sheet {sheet}: {fault}", sheet=self.sheet, fault=self.told)
        if not self.column:
            return sentence(
                "Sheet {sheet}, row {row}: {fault}", sheet=self.sheet, row=self.row, fault=self.told
            )
        if not self.cell:
            return sentence(
                "Sheet {sheet}, row {row}, column {column}: {fault}",
                sheet=self.sheet,
                row=self.row,
                column=self.column,
                fault=self.told,
            )
        return sentence(
            "Sheet {sheet}, row {row}, column {column}: {fault} There it says: {cell}",
            sheet=self.sheet,
            row=self.row,
            column=self.column,
            fault=self.told,
            cell=self.cell,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMeanings:
    """What the packs in force know: identities that a checklist may name."""

    clauses: frozenset[str]
    categories: frozenset[str]
