"""The number register as a person reads it: every number of every block, and why a number is missing."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.document import BurnedNumber, Document, DocumentState, NumberBlock, NumberState
from inspector_app.domain.errors import DamagedFile, EnvironmentProblem
from inspector_app.domain.exchange import Purged
from inspector_app.domain.ids import PersonId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.numbering import official_number
from inspector_app.domain.people import Person
from inspector_app.domain.wording import sentence
from inspector_app.system.exports import write_beside

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.packs import PackService

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program would take for the start of a formula."""


class Standing(StrEnum):
    """How a number stands, by the register and by the document that carries it."""

    FREE = "free"
    HELD = "held"
    """Burned for a document that is not issued yet."""
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"
    """Its document was issued and withdrawn; the number stays with it."""
    VOID = "void"
    ELSEWHERE = "elsewhere"
    """Burned; its document's file is not on this laptop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """One number, or several that stand free in a row."""

    id: str
    """The register's entry; empty for free numbers."""
    printed: str
    count: int = 1
    standing: Standing
    institution: str = ""
    at: datetime | None = None
    person: str = ""
    """Who burned it, or declared it void."""
    reason: str = ""
    may_be_void: bool = False


class NumberRegister:
    """Reads the blocks, the burned numbers and the documents beside each other."""

    def __init__(self, desk: Desk, packs: PackService) -> None:
        self._desk = desk
        self._packs = packs

    def lines(self) -> tuple[NumberLine, ...]:
        """Return every number of every block in order; free ones in a row are one line."""
        names = {person.id: person.name for person in self._desk.workspace.all(Person)}
        burned = {(entry.block, entry.number): entry for entry in self._desk.workspace.all(BurnedNumber)}
        found: list[NumberLine] = []
        for block in self._desk.workspace.all(NumberBlock):
            start = block.first
            for number in range(block.first, block.last + 1):
                entry = burned.get((block.id, number))
                if entry is not None:
                    found += self._free(block, start, number - 1)
                    found.append(self._line(block, entry, names))
                    start = number + 1
            found += self._free(block, start, block.last)
        return tuple(found)

    def write_csv(self, path: Path, headings: tuple[str, ...], words: dict[str, str]) -> Path:
        """Write the register for a spreadsheet; ``words`` says each standing in the reader's language.

        What a spreadsheet would take for a formula is led by an apostrophe.
        """
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(headings)
        for line in self.lines():
            at = f"{line.at.astimezone(BEIJING):%Y-%m-%d %H:%M}" if line.at else ""
            cells = (
                line.printed,
                str(line.count),
                words[line.standing],
                at,
                line.person,
                line.institution,
                line.reason,
            )
            writer.writerow([harmless(cell) for cell in cells])
        try:
            write_beside(path, [text.getvalue().encode("utf-8-sig")])
        except OSError as error:
            raise EnvironmentProblem(
                sentence(
                    "{name} cannot be written there. Check room and rights of the folder; "
                    "the register itself is untouched.",
                    name=path.name,
                )
            ) from error
        return path

    # Inside

    def _free(self, block: NumberBlock, first: int, last: int) -> list[NumberLine]:
        if first > last:
            return []
        printed = self._printed(block, first)
        if last > first:
            printed = f"{printed} – {last}号"
        return [NumberLine(id="", printed=printed, count=last - first + 1, standing=Standing.FREE)]

    def _line(self, block: NumberBlock, entry: BurnedNumber, names: dict[PersonId, str]) -> NumberLine:
        document, institution = self._document(entry)
        last = self._desk.workspace.history(BurnedNumber, entry.id)[-1].line
        standing = _standing(entry, document)
        return NumberLine(
            id=entry.id,
            printed=(document.number if document else "") or self._printed(block, entry.number),
            standing=standing,
            institution=institution,
            at=last.at,
            person=names.get(last.person, ""),
            reason=entry.reason or (document.withdrawn_reason if document else ""),
            may_be_void=(standing is Standing.ELSEWHERE and not self._is_purged(entry))
            or (standing is Standing.HELD and document is not None and not document.number),
        )

    def _is_purged(self, entry: BurnedNumber) -> bool:
        """Tell whether the number went with an inspection that another laptop holds now."""
        return entry.inspection is not None and (
            self._desk.workspace.get(Purged, entry.inspection) is not None
        )

    def _document(self, entry: BurnedNumber) -> tuple[Document | None, str]:
        """Return the document that the number was burned for, where its file can be read here."""
        if entry.inspection is None or entry.document is None:
            return None, ""
        if not self._desk.inspection_path(entry.inspection).exists():
            return None, ""
        try:
            store = self._desk.inspection(entry.inspection)
        except DamagedFile:
            return None, ""
        inspection = store.get(Inspection, entry.inspection)
        return store.get(Document, entry.document), inspection.institution.name if inspection else ""

    def _printed(self, block: NumberBlock, number: int) -> str:
        word = self._packs.document(block.type).type_word
        padding = self._packs.region().number_padding
        return official_number(block.body, word, block.year, number, padding=padding)


def _standing(entry: BurnedNumber, document: Document | None) -> Standing:
    if entry.state is NumberState.VOID:
        return Standing.VOID
    if document is None:
        return Standing.ELSEWHERE
    if document.issued_at is None:
        return Standing.HELD
    return Standing.WITHDRAWN if document.state is DocumentState.WITHDRAWN else Standing.ISSUED


def harmless(cell: str) -> str:
    """Keep a spreadsheet program from calculating what a person typed."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
