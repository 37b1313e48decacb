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
    lines: list[Line] = []
    start = 0
    while start < len(atoms):
        room = width - (indent if not lines else 0.0)
        end = _fit(atoms, start, room, measure)
        taken = atoms[start:end]
        last = end >= len(atoms)
        lines.append(_set(taken, room, measure, widest_gap if justify and not last else 0.0))
        start = end
        while start < len(atoms) and atoms[start].isspace():
            start += 1
    return lines or [Line("", 0.0, 0.0)]


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


def _wide(atoms: list[str], measure: Measure) -> list[float]:
    return [sum(map(measure, atom)) for atom in atoms]


def _fit(atoms: list[str], start: int, room: float, measure: Measure) -> int:
    """Return where the line that begins at ``start`` ends."""
    window = atoms[start : start + int(room * 6) + 8]
    widths = _wide(window, measure)
    used = 0.0
    end = 0
    while end < len(window) and used + widths[end] <= room + 1e-9:
        used += widths[end]
        end += 1
    if end == len(window):
        return start + end
    # Marks that may not begin a line are squeezed in, as far as the blanks on this line allow.
    reach, wide = end, used
    while reach < len(window) and window[reach][0] in CLOSING:
        wide += widths[reach]
        reach += 1
    if reach > end and _squeezed_fits(window[:reach], wide, room) and _breaks_at(window, reach):
        return start + reach
    for candidate in range(end, 0, -1):
        if _breaks_at(window, candidate):
            return start + candidate
    return start + max(end, 1)  # nothing but marks: there is no good place


def _breaks_at(window: list[str], position: int) -> bool:
    return position >= len(window) or may_break(window[position - 1], window[position])


def _squeezed_fits(taken: list[str], wide: float, room: float) -> bool:
    blanks = sum(atom in _HALF_BLANK for atom in taken)
    return wide - room <= blanks * SQUEEZE and wide - room <= 1.0


def _set(taken: list[str], room: float, measure: Measure, widest_gap: float) -> Line:
    while taken and taken[-1].isspace():
        taken = taken[:-1]
    natural = sum(_wide(taken, measure))
    characters = sum(map(len, taken))
    gap = (room - natural) / (characters - 1) if characters > 1 else 0.0
    if gap > widest_gap:
        gap = 0.0
    return Line("".join(taken), gap, natural + gap * max(characters - 1, 0))
