"""Finds the header lines among banner lines, and joins two or three of them into one name a column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from functools import lru_cache

from inspector_app.domain.roster import narrow

SEARCHED_LINES = 40
_SIMPLE = str.maketrans(
    "牀號區齡別證時間診斷醫師險類狀態請長數備註療級機構編碼戶電話聯繫單體檢歲稱責護"
    "價額規廠產應發貨購進採庫盤點變銷統籌帳賬實轉換係裝劑調撥領機藥項國總費結類員",
    "床号区龄别证时间诊断医师险类状态请长数备注疗级机构编码户电话联系单体检岁称责护"
    "价额规厂产应发货购进采库盘点变销统筹账账实转换系装剂调拨领机药项国总费结类员",
)
_SIMPLE_MORE = str.maketrans(
    "動銀據關標誌診斷處方傷條碼優對記錄術給執報損屬職務證號貫門診經辦場離贈與業養蓋醫療簽週兩濾膜種壓",
    "动银据关标志诊断处方伤条码优对记录术给执报损属职务证号贯门诊经办场离赠与业养盖医疗签周两滤膜种压",
)
_BRACKETS = re.compile(r"[(（【\[].*?[)）】\]]")
_PUNCTUATION = re.compile(r"[\s:：*＊#、,，。./\\'\"“”-]+")


def simple(text: str) -> str:
    """The traditional characters that stand in headers and in words of the trade, as simplified ones."""
    return text.translate(_SIMPLE).translate(_SIMPLE_MORE)


@lru_cache(maxsize=2_000)  # a kind is guessed by holding the same first lines against every kind
def header_key(header: str) -> str:
    """A header without width, spaces, brackets, traditional forms and punctuation."""
    return simple(_PUNCTUATION.sub("", _BRACKETS.sub("", narrow(header)))).lower()


def find_header_lines(rows: Sequence[Sequence[str]], known: Container[str], most: int = 2) -> tuple[int, int]:
    """Return index and number of the header lines; ``(-1, 0)`` where no line looks like a header."""
    best, best_score, best_lines = -1, 0, 0
    for index in range(min(len(rows), SEARCHED_LINES)):
        alone = _score(rows[index], known)
        if alone > best_score and alone >= 2:
            best, best_score, best_lines = index, alone, 1
        for lines in range(2, most + 1):
            group = rows[index : index + lines]
            if len(group) < lines or not all(_looks_like_words(row) for row in group[1:]):
                break
            joined = _score(join_header_lines(group, known), known)
            if joined >= 2 and joined > max(best_score, *(_score(row, known) for row in group)):
                best, best_score, best_lines = index, joined, lines
    return best, best_lines


def _score(cells: Sequence[str], known: Container[str]) -> int:
    return len({key for cell in cells if (key := header_key(cell)) in known})


def _looks_like_words(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and not any(re.search(r"\d", cell) for cell in filled)


def join_header_lines(lines: Sequence[Sequence[str]], known: Container[str]) -> tuple[str, ...]:
    """One name per column from the header lines, the upper of which may be merged across columns.

    A lower name that is known speaks for itself, unless it stands there more than once: 数量 below 期初库存.
    """
    names = tuple(lines[0]) if lines else ()
    for lower in lines[1:]:
        names = _join(names, lower, known)
    return names


def _join(upper: Sequence[str], lower: Sequence[str], known: Container[str]) -> tuple[str, ...]:
    times = Counter(header_key(cell) for cell in lower if cell)
    names: list[str] = []
    group = ""
    for column in range(max(len(upper), len(lower))):
        above = upper[column] if column < len(upper) else ""
        below = lower[column] if column < len(lower) else ""
        group = above or group
        if not below or below == above:
            names.append(above)
        elif not group or (header_key(below) in known and times[header_key(below)] == 1):
            names.append(below)
        else:
            names.append(group + below)
    return tuple(names)
