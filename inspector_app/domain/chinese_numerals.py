"""Chinese numerals as laws count their articles (第三十八条)."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def chinese_numeral(number: int) -> str:
    """Write 1 to 9999 as in 第一百零三条; ten to nineteen begin with 十, not 一十."""
    if not 1 <= number <= 9999:
        raise ValueError(number)
    digits = str(number)
    written = ""
    gap = False
    for position, digit in enumerate(digits):
        if digit == "0":
            gap = True
            continue
        if gap and written:
            written += "零"
        gap = False
        written += _DIGITS[int(digit)] + _UNITS[len(digits) - position - 1]
    return written.removeprefix("一") if 10 <= number <= 19 else written
