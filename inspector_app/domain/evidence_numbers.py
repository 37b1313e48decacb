"""Numbers of evidence as they stand in a sentence: three or more in a row become one span."""

from __future__ import annotations

from collections.abc import Sequence


def listed(numbers: Sequence[str]) -> str:
    """Return ``A-1、A-3至A-6`` for numbers in the order in which they are cited."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(number, runs[-1][-1]):
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [[f"{run[0]}至{run[-1]}"] if len(run) > 2 else run for run in runs]
    return "、".join(part for run in parts for part in run)


def _follows(number: str, before: str) -> bool:
    """Whether a number is the next one of the same laptop."""
    letters, _, count = number.rpartition("-")
    letters_before, _, count_before = before.rpartition("-")
    if letters != letters_before or not (count.isdecimal() and count_before.isdecimal()):
        return False
    return int(count) == int(count_before) + 1
