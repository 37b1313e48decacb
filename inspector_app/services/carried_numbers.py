"""After a loss of the register: numbers that documents here carry, so that none is given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from inspector_app.domain.document import BurnedNumber, Document, NumberBlock, NumberState
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.numbering import parse_official_number
from inspector_app.domain.salvage import Salvage
from inspector_app.services.desk import Desk

UNKNOWN_NUMBER = "登记簿损坏，该号码用于何处已无从查知，请与局内登记簿核对。"
"""Why a number is void that may or may not stand on a paper; it is part of the register, so Chinese."""

Carried = dict[int, tuple[InspectionId, Document]]


def carried_by(block: NumberBlock, issued: Iterable[tuple[InspectionId, Document]]) -> Carried:
    """Return the numbers of a block that documents of the inspections carry."""
    found: Carried = {}
    for inspection, document in issued:
        number = parse_official_number(document.number)
        if (
            number is not None
            and document.type is block.type
            and number.year == block.year
            and number.words.startswith(block.body)
            and block.first <= number.running <= block.last
        ):
            found[number.running] = (inspection, document)
    return found


def lost_entries(
    block: NumberBlock, known: set[int], carried: Carried, now: datetime
) -> tuple[BurnedNumber, ...]:
    """What the register does not say up to the highest number known: used where a document carries it,
    otherwise void, because it may stand on a paper that is not here."""
    highest = max(known | set(carried), default=block.first - 1)
    missing = [number for number in range(block.first, highest + 1) if number not in known]
    return tuple(_entry(block, number, carried.get(number), now) for number in missing)


def lost_to_the_register(desk: Desk, block: NumberBlock) -> tuple[BurnedNumber, ...]:
    """Return what documents here say of a block that is entered again after the register was damaged."""
    if not any(not one.is_whole for one in desk.workspace.all(Salvage)):
        return ()
    return lost_entries(block, set(), carried_by(block, _numbered(desk)), desk.clock.now())


def _numbered(desk: Desk) -> Iterator[tuple[InspectionId, Document]]:
    for inspection in desk.inspection_files():
        was_open = desk.is_open(inspection)
        try:
            yield from (
                (inspection, document)
                for document in desk.inspection(inspection).all(Document)
                if document.number
            )
        except Problem:
            continue  # a damaged inspection is told in the list; it keeps no number from being entered
        finally:
            if not was_open:
                desk.close_inspection(inspection)


def _entry(
    block: NumberBlock, number: int, carried: tuple[InspectionId, Document] | None, now: datetime
) -> BurnedNumber:
    inspection, document = carried or (None, None)
    return BurnedNumber(
        id=f"{block.id}:{number:06d}",
        block=block.id,
        number=number,
        state=NumberState.VOID if document is None else NumberState.USED,
        inspection=inspection,
        document=document.id if document is not None else None,
        burned_at=(document.issued_at if document is not None else None) or now,
        reason=UNKNOWN_NUMBER if document is None else "",
    )
