"""Official numbers: blocks assigned to this laptop, and the register of what was burned."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inspector_app.domain.calendar import official_day
from inspector_app.domain.document import (
    BurnedNumber,
    Document,
    DocumentState,
    DocumentType,
    NumberBlock,
    NumberState,
)
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.exchange import Purged
from inspector_app.domain.ids import BlockId, DocumentId, InspectionId
from inspector_app.domain.wording import sentence
from inspector_app.services.carried_numbers import lost_to_the_register
from inspector_app.services.desk import Desk

LARGEST = 999_999


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block and how much of it is left."""

    block: NumberBlock
    used: int
    void: int

    @property
    def left(self) -> int:
        return self.block.last - self.block.first + 1 - self.used - self.void


class NumberService:
    """Keeps the blocks of numbers; a number is burned in the workspace before a document uses it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def assign(
        self, document_type: DocumentType, *, body: str, year: int, first: int, last: int
    ) -> NumberBlock:
        """Enter a block that the bureau assigned to this laptop; it may not overlap another."""
        body = body.strip()
        if not body:
            raise UnusableInput(sentence("Enter the issuing body's word in the number, such as 青医保."))
        if not 2000 <= year <= 2999 or not 1 <= first <= last <= LARGEST:
            raise UnusableInput(
                sentence("A block needs a year and a first and a last number, the last not before the first.")
            )
        for known in self._blocks(document_type, body, year):
            if first <= known.last and known.first <= last:
                raise UnusableInput(
                    sentence(
                        "The numbers {first} to {last} overlap a block that is here already. "
                        "Ask the bureau which numbers belong to this laptop.",
                        first=known.first,
                        last=known.last,
                    )
                )
        block = NumberBlock(
            id=BlockId(self._desk.ids.new()), type=document_type, body=body, year=year, first=first, last=last
        )
        entries = lost_to_the_register(self._desk, block)
        with self._desk.workspace.intention("number block assigned", self._desk.author) as unit:
            unit.put(block)
            for entry in entries:
                unit.put(entry)
        return block

    def blocks(self) -> list[BlockView]:
        """Return all blocks, the oldest first."""
        register = self.register()
        return [
            BlockView(
                block=block,
                used=sum(n.block == block.id and n.state is NumberState.USED for n in register),
                void=sum(n.block == block.id and n.state is NumberState.VOID for n in register),
            )
            for block in self._desk.workspace.all(NumberBlock)
        ]

    def register(self) -> list[BurnedNumber]:
        """Return every burned number, used and void, in order."""
        return self._desk.workspace.all(BurnedNumber)

    def next_free(self, document_type: DocumentType, year: int) -> tuple[NumberBlock, int] | None:
        """Return the number that would be burned next, or ``None`` where no block has any left."""
        burned = {(entry.block, entry.number) for entry in self.register()}
        for block in self._blocks(document_type, None, year):
            for number in range(block.first, block.last + 1):
                if (block.id, number) not in burned:
                    return block, number
        return None

    def of_document(self, document: DocumentId) -> tuple[NumberBlock, BurnedNumber] | None:
        """Return the number that a document holds; it keeps it across a crash between burning and use."""
        for entry in self.register():
            if entry.document == document and entry.state is NumberState.USED:
                block = self._desk.workspace.get(NumberBlock, entry.block)
                if block is not None:
                    return block, entry
        return None

    def next_for(self, document_type: DocumentType, document: DocumentId) -> tuple[NumberBlock, int] | None:
        """Return the number that :meth:`burn` would give this document: the one it holds, or the next."""
        held = self.of_document(document)
        if held is not None:
            return held[0], held[1].number
        return self.next_free(document_type, official_day(self._desk.clock.now()).year)

    def burn(
        self, document_type: DocumentType, *, inspection: InspectionId, document: DocumentId
    ) -> tuple[NumberBlock, BurnedNumber] | None:
        """Burn the next number for a document, once; ``None`` when no block of this year has one left."""
        held = self.of_document(document)
        if held is not None:
            return held
        free = self.next_for(document_type, document)
        if free is None:
            return None
        block, number = free
        entry = BurnedNumber(
            id=f"{block.id}:{number:06d}",
            block=block.id,
            number=number,
            state=NumberState.USED,
            inspection=inspection,
            document=document,
            burned_at=self._desk.clock.now(),
        )
        with self._desk.workspace.intention("number burned", self._desk.author) as unit:
            unit.put(entry)
        return block, entry

    def void(self, number_id: str, reason: str) -> BurnedNumber:
        """Declare a burned number void; it stays in the register and is never given again."""
        entry = self._desk.workspace.get(BurnedNumber, number_id)
        if entry is None or entry.state is NumberState.VOID:
            raise NotAllowed(sentence("This number is not in use, so it cannot be declared void."))
        if self._went_away(entry):
            raise NotAllowed(
                sentence(
                    "This number was given in an inspection that was handed over and removed from this "
                    "laptop. Whoever holds the inspection can say what carries it; the register keeps it as "
                    "used."
                )
            )
        if self._stands_in_a_notice(entry):
            raise NotAllowed(
                sentence("This number stands in a notice. Withdraw the notice; its number stays with it.")
            )
        if not reason.strip():
            raise UnusableInput(sentence("Say why the number is void; the register keeps the reason."))
        void = replace(entry, state=NumberState.VOID, reason=reason.strip())
        with self._desk.workspace.intention("number void", self._desk.author) as unit:
            unit.put(void)
        return void

    def _went_away(self, entry: BurnedNumber) -> bool:
        """Tell whether the number's inspection was removed here and did not come back."""
        inspection = entry.inspection
        if inspection is None or self._desk.workspace.get(Purged, inspection) is None:
            return False
        return not self._desk.inspection_path(inspection).exists()

    def _stands_in_a_notice(self, entry: BurnedNumber) -> bool:
        """Tell whether a document that was issued or is being signed carries the number."""
        if entry.inspection is None or entry.document is None:
            return False
        if not self._desk.inspection_path(entry.inspection).exists():
            return False
        document = self._desk.inspection(entry.inspection).get(Document, entry.document)
        if document is None or not document.number:
            return False
        return document.issued_at is not None or document.state is not DocumentState.WITHDRAWN

    def _blocks(self, document_type: DocumentType, body: str | None, year: int) -> list[NumberBlock]:
        return [
            block
            for block in self._desk.workspace.all(NumberBlock)
            if block.type is document_type and block.year == year and body in (None, block.body)
        ]
