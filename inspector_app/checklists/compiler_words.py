"""What only the compiler of checklists finds, in sentences of ours and with the cell it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspector_app.checklists.compiler_patterns import KNOWN
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import Sentence, sentence

_PLACE = re.compile(
    r"\[row : (?P<row>\d+)\]\s*(?:On the '(?P<sheet>[^']*)' sheet, (?:the '(?P<column>[^']*)'|one or more))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompilerFault:
    """One message of the compiler; ``row`` as a spreadsheet counts, 0 where it names none."""

    told: Sentence
    sheet: str = ""
    row: int = 0
    column: str = ""
    is_known: bool = True
    """Otherwise ``told`` has the compiler's own English words in it."""


class TableRefused(UnusableInput):
    """A table that does not become a form."""

    def __init__(self, fault: CompilerFault, name: str) -> None:
        super().__init__(
            sentence(
                "The checklist {name} cannot be read: {fault} Correct the table and import it again.",
                name=name,
                fault=_placed(fault),
            )
        )
        self.fault = fault


def in_our_words(message: str) -> CompilerFault:
    """Read the compiler's message; one that is not known here is told as it is."""
    place = _PLACE.search(message)
    row = int(place["row"]) if place else 0
    sheet = (place["sheet"] if place else None) or ("survey" if row else "")
    column = (place["column"] if place else None) or ""
    for pattern, where, told in KNOWN:
        if found := pattern.search(message):
            values: dict[str, str | Sentence] = {
                name: value.strip() for name, value in found.groupdict().items() if value is not None
            }
            return CompilerFault(
                told=Sentence(told.template, {**told.values, **values}),
                sheet=sheet,
                row=row,
                column=column or where,
            )
    # Its own row says the same as ours before it.
    rest = _PLACE.sub("", message).strip() if place and not place["sheet"] else message
    return CompilerFault(told=_as_it_is(rest), sheet=sheet, row=row, column=column, is_known=False)


def _as_it_is(message: str) -> Sentence:
    return sentence("The compiler says: {words}", words=" ".join(message.split()))


def _placed(fault: CompilerFault) -> Sentence:
    if not fault.row:
        return fault.told
    if not fault.column:
        return sentence(
            "Sheet {sheet}, row {row}: {fault}", sheet=fault.sheet, row=fault.row, fault=fault.told
        )
    return sentence(
        "Sheet {sheet}, row {row}, column {column}: {fault}",
        sheet=fault.sheet,
        row=fault.row,
        column=fault.column,
        fault=fault.told,
    )
