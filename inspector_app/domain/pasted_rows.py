"""Rows pasted from a spreadsheet into entries of a checklist: what each cell becomes, before it is saved."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.domain.wording import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedCell:
    """One cell beside the question it answers."""

    text: str
    """As it was pasted."""
    words: str = ""
    """The answer it becomes, in words."""
    told: Sentence | None = None
    """Why it cannot stand as it is; ``None`` where nothing is wrong."""
    told_text: str = ""
    """The form's own words for what is wrong."""

    @property
    def is_wrong(self) -> bool:
        return self.told is not None or bool(self.told_text)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedRows:
    """What would become of a block, cell by cell; each row has one cell for each column."""

    repeat: str
    label: str
    columns: tuple[str, ...]
    """Labels of the questions that the block answers, in the order of its columns."""
    rows: tuple[tuple[PastedCell, ...], ...]
    has_heading: bool = False
    """Whether the first line named the columns."""
    left_out: tuple[str, ...] = ()
    """Columns that belong to no question: their heading, or their number."""
    first: str = ""
    """The path of the first entry, once the rows are saved."""

    @property
    def wrong(self) -> int:
        return sum(1 for row in self.rows for cell in row if cell.is_wrong)
