"""Amounts as documents write them: figures with separators, and the capitals that nobody can alter."""

from __future__ import annotations

from decimal import Decimal

from inspector_app.domain.finding import to_fen

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")
LARGEST = Decimal("9999999999999999.99")
"""Sixteen digits of yuan; nothing in this trade comes near."""


def figures(amount: Decimal) -> str:
    """Write an amount to fen with thousands separators: ``56,124.60``."""
    rounded = to_fen(amount)
    return f"{rounded if rounded else abs(rounded):,.2f}"


def capitals(amount: Decimal) -> str:
    """Write an amount in 大写 as the rules for filling in bills and settlement vouchers say.

    One 零 stands for any run of zeros between digits; 整 ends an amount that stops at yuan.
    """
    rounded = to_fen(amount)
    if abs(rounded) > LARGEST:
        raise ValueError(amount)
    fen = int(abs(rounded) * 100)
    yuan, jiao, fen = fen // 100, fen // 10 % 10, fen % 10
    written = "负" if rounded < 0 else ""
    if yuan or not (jiao or fen):
        written += _whole(yuan) + "元"
    if not (jiao or fen):
        return written + "整"
    if yuan and (jiao == 0 or yuan % 10 == 0):
        written += "零"
    if jiao:
        written += _DIGITS[jiao] + "角"
    if fen:
        written += _DIGITS[fen] + "分"
    return written


def _whole(number: int) -> str:
    if number == 0:
        return "零"
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    written = ""
    gap = False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group == 0:
            gap = True
            continue
        if written and (gap or group < 1000 or groups[place + 1] % 10 == 0):
            written += "零"
        gap = False
        written += _group(group) + _unit(place, groups)
    return written


def _unit(place: int, groups: list[int]) -> str:
    """万亿 says 亿 itself only where no 亿 follows."""
    if place == 3:
        return "万" if groups[2] else "万亿"
    return _GROUPS[place]


def _group(group: int) -> str:
    written = ""
    gap = False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit == 0:
            gap = True
            continue
        if gap and written:
            written += "零"
        gap = False
        written += _DIGITS[digit] + _PLACES[place]
    return written
