"""Chinese line breaking: which marks may not begin or end a line, and how a line is filled to its width.

Text is cut into atoms (a Han character, a number, a Latin word, …… or ——). Lines are filled greedily; a
closing mark that would begin the next line is squeezed into this one when the blank in its full-width
marks suffices, otherwise the atom before it goes down with it. Lines but the last are justified by
spreading what is left between the atoms.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

CLOSING = frozenset("、。，．；：！？）】〕》〉」』”’…—·％‰℃°%),.;:!?]}々ー～")
"""Marks that never begin a line."""
OPENING = frozenset("（【〔《〈「『“‘([{￥¥＄$№")
"""Marks that never end a line."""
_HALF_BLANK = frozenset("、。，．；：！？）】〕》〉」』”’（【〔《〈「『“‘")
"""Full-width marks whose glyph leaves about half an em blank."""

_ATOM = re.compile(
    r"[0-9]+[A-Za-z][A-Za-z0-9]*"  # a code or a quantity with a Latin unit
    r"|[¥￥$]?[0-9]+(?:[.,:/\-][0-9]+)*(?:%|‰|℃|°)?"  # a number with its separators, sign and unit
    r"|[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ]*(?:[-'./_@+][A-Za-z0-9À-ɏ]+)*"
    r"|…+|—+|\s+|.",
    re.DOTALL,
)

WIDEST_GAP = 0.25
"""Ems by which atoms may be spread; a line with more to fill stays ragged."""
SQUEEZE = 0.5
"""Part of an em that a full-width mark can give up."""
LEAST_GAP = 0.045
"""Ems by which characters may be set closer; more is seen, and readers take it for a new line."""

Measure = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Line:
    """One line; widths are in ems."""

    text: str
    gap: float
    """Ems added after every character but the last; negative where the line is squeezed."""
    width: float


def break_lines(
    text: str,
    width: float,
    measure: Measure,
    *,
    indent: float = 0.0,
    justify: bool = True,
    widest_gap: float = WIDEST_GAP,
) -> list[Line]:
    """Break one paragraph into lines of at most ``width`` ems; the first is shortened by ``indent``."""
    atoms = _atoms(text, width, measure)
    widths = [sum(map(measure, atom)) for atom in atoms]
    lines: list[Line] = []
    start = 0
    while start < len(atoms):
        room = width - (indent if not lines else 0.0)
        end = _fit(atoms, widths, start, room)
        is_last = end >= len(atoms)
        lines.append(_set(atoms, widths, start, end, room, widest_gap if justify and not is_last else 0.0))
        start = end
        while start < len(atoms) and atoms[start].isspace():
            start += 1
    return lines or [Line("", 0.0, 0.0)]


def even_lines(text: str, width: float, measure: Measure) -> list[str]:
    """Cut a name that stands alone into as few lines as fit, all of about one length."""
    count = 1
    while True:
        each = max(-(-len(text) // count), 1)
        lines = [text[start : start + each] for start in range(0, len(text), each)] or [""]
        if each == 1 or all(measure(line) <= width for line in lines):
            return lines
        count += 1


def _atoms(text: str, width: float, measure: Measure) -> list[str]:
    atoms: list[str] = []
    for found in _ATOM.finditer(text):
        atom = found[0]
        if len(atom) > 1 and sum(map(measure, atom)) > width:
            atoms.extend(atom)  # longer than any line: it breaks where it must
        else:
            atoms.append(atom)
    return atoms


def may_break(before: str, after: str) -> bool:
    """Tell whether a line may end after ``before`` and the next begin with ``after`` (whole atoms)."""
    return before[-1] not in OPENING and after[0] not in CLOSING


def _fit(atoms: list[str], widths: list[float], start: int, room: float) -> int:
    """Return where the line that begins at ``start`` ends."""
    used = 0.0
    end = start
    while end < len(atoms) and used + widths[end] <= room + 1e-9:
        used += widths[end]
        end += 1
    if end == len(atoms):
        return end
    # Marks that may not begin a line are squeezed in, as far as the blanks on this line allow.
    reach, wide = end, used
    while reach < len(atoms) and atoms[reach][0] in CLOSING:
        wide += widths[reach]
        reach += 1
    if reach > end and _squeezed_fits(atoms[start:reach], wide, room) and _breaks_at(atoms, reach):
        return reach
    for candidate in range(end, start, -1):
        if _breaks_at(atoms, candidate):
            return candidate
    return max(end, start + 1)  # nothing but marks: there is no good place


def _breaks_at(atoms: list[str], position: int) -> bool:
    return position >= len(atoms) or may_break(atoms[position - 1], atoms[position])


def _squeezed_fits(taken: list[str], wide: float, room: float) -> bool:
    blanks = sum(atom in _HALF_BLANK for atom in taken)
    excess = wide - room
    return excess <= min(1.0, blanks * SQUEEZE, LEAST_GAP * sum(map(len, taken)))


def _set(atoms: list[str], widths: list[float], start: int, end: int, room: float, widest_gap: float) -> Line:
    while end > start and atoms[end - 1].isspace():
        end -= 1
    text = "".join(atoms[start:end])
    natural = sum(widths[start:end])
    gap = (room - natural) / (len(text) - 1) if len(text) > 1 else 0.0
    if gap > widest_gap:
        gap = 0.0
    return Line(text, gap, natural + gap * max(len(text) - 1, 0))
