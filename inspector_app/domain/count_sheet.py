"""The count sheet of the stock room: lines in a stable order, and the figures typed back by their numbers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ids import PersonId
from inspector_app.domain.stock import StockLine
from inspector_app.domain.wording import sentence

_FIGURE = re.compile(r"\d{1,9}(\.\d{1,4})?")
_LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679"
"""Signs of a sheet's code that nobody confuses in handwriting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLine:
    """One item to be counted, with a box for each of its units, the largest first."""

    number: int
    code: str
    local_code: str = ""
    """The institution's own code, where that is all there is."""
    name: str
    spec: str = ""
    maker: str = ""
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountSheet:
    """All lines of one sheet; ``code`` changes with any of them, so that no figure lands on another item."""

    lines: tuple[CountLine, ...]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCount:
    """A sheet that went to the stock room; its id is the sheet's code, written on the paper."""

    id: str
    sheet: CountSheet
    printed_at: datetime
    printed_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What was found of an item in one unit."""

    line: int
    code: str
    local_code: str = ""
    name: str
    spec: str
    unit: str
    quantity: Decimal


def count_sheet(lines: Iterable[StockLine]) -> CountSheet:
    """Make a sheet of reconciled items, ordered by name, specification and code as shelves mostly are."""
    ordered = sorted((line for line in lines if line.name or line.code), key=_order)
    numbered = tuple(
        CountLine(
            number=number,
            code=line.code,
            local_code=line.code if line.code in line.local_codes and line.code not in line.codes else "",
            name=line.name,
            spec=line.spec,
            maker="、".join(line.makers[:2]),
            units=_units(line),
        )
        for number, line in enumerate(ordered, start=1)
    )
    return CountSheet(lines=numbered, code=_code(numbered))


def typed_back(sheet: CountSheet, figures: Mapping[int, Sequence[str]]) -> tuple[Counted, ...]:
    """Take the figures of the lines, one text a box; an empty box is not counted, and never nought.

    A line where one box is filled counts its empty boxes as nothing there: four packs and no loose pieces.
    """
    lines = {line.number: line for line in sheet.lines}
    found: list[Counted] = []
    for number in sorted(figures):
        line = lines.get(number)
        if line is None:
            raise UnusableInput(
                sentence(
                    "The sheet {code} has no line {number}. Nothing of it was taken; check the number.",
                    code=sheet.code,
                    number=number,
                )
            )
        texts = [text.strip() for text in figures[number]]
        if len(texts) > len(line.units) and any(texts[len(line.units) :]):
            raise _unreadable(line, " ".join(texts))
        if not any(texts):
            continue
        texts += [""] * (len(line.units) - len(texts))
        for unit, text in zip(line.units, texts, strict=False):
            if text and not _FIGURE.fullmatch(text):
                raise _unreadable(line, text)
            found.append(
                Counted(
                    line=number,
                    code=line.code,
                    local_code=line.local_code,
                    name=line.name,
                    spec=line.spec,
                    unit=unit,
                    quantity=Decimal(text or 0),
                )
            )
    return tuple(found)


def _order(line: StockLine) -> tuple[str, str, str, str]:
    return line.name, line.spec, line.code, line.key


def _units(line: StockLine) -> tuple[str, ...]:
    """The base unit and the largest pack of it: shelves are counted in packs and loose pieces."""
    factors = {one.unit: one.factor for one in line.factors if one.unit and one.factor > 1}
    largest = max(factors, key=lambda unit: (factors[unit], unit), default="")
    return tuple(unit for unit in (largest, line.unit) if unit) or ("",)


def _code(lines: Sequence[CountLine]) -> str:
    text = "\n".join(f"{line.number}\t{line.code}\t{line.name}\t{line.spec}\t{line.units}" for line in lines)
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    signs = []
    for _ in range(4):
        number, place = divmod(number, len(_LETTERS))
        signs.append(_LETTERS[place])
    return "".join(signs)


def _unreadable(line: CountLine, text: str) -> UnusableInput:
    return UnusableInput(
        sentence(
            "Line {number} ({name}): “{text}” is no figure for its boxes. Nothing of the sheet was taken; "
            "type it again.",
            number=line.number,
            name=line.name,
            text=text,
        )
    )
