"""Tells the lines of an export that are no rows: totals, sections, footers, headers printed again."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from inspector_app.domain.ledger import NotData
from inspector_app.ledgers.cleaning import clean
from inspector_app.ledgers.header_lines import header_key

SUBTOTAL = (
    r"^\s*[^\d\s]{0,12}?\s*(小\s*[计計]|合\s*[计計]|[总總]\s*[计計]|共\s*[计計]|累\s*[计計]|[汇匯]\s*[总總])"
    r"\s*([:：(（].*|[\d.,\s]*[行条條笔筆]?)?$"
)
_SUBTOTAL = re.compile(SUBTOTAL)
_FOOTER = re.compile(
    r"^(打印|制表|製表|导出|導出|填表|审核|審核|复核|複核|操作员|操作員|经办人|經辦人|统计|統計|查询|查詢|备注|備註"
    r"|说明|說明|注[:：]|第\s*\d+\s*[页頁]|共\s*\d+\s*[页頁]|[页頁][码碼]|以下空白|单位负责人|單位負責人"
    r"|[-—]+\s*\d+\s*[-—]+$|[-=_*—]{3,}$)"
)
_COUNT_LINE = re.compile(r"^.{0,20}共\s*\d+\s*[人例条條行床笔筆项項]")


def plain_kind(
    cells: Sequence[str | None], header: Collection[str], known: Collection[str], *, has_code: bool
) -> NotData | None:
    """What kind of line it is, if it is no row. ``header`` and ``known`` hold keys of headers."""
    filled = [cell for cell in (clean(cell) for cell in cells if cell) if cell]
    if not filled:
        return NotData.BLANK
    keys = [header_key(cell) for cell in filled]
    if len(keys) > 1 and sum(key in header for key in keys) >= 0.8 * len(keys):
        return NotData.REPEATED_HEADER
    if len(keys) > 2 and sum(key in known for key in keys) >= 0.8 * len(keys):
        return NotData.HEADER
    if len(filled) > 3 and filled == [str(number) for number in range(1, len(filled) + 1)]:
        return NotData.HEADER
    if has_code:
        return None
    if any(_SUBTOTAL.match(cell) for cell in filled[:3]):
        return NotData.SUBTOTAL
    distinct = set(filled)
    head = filled[0]
    if len(distinct) <= 3 and (_FOOTER.match(head) or _COUNT_LINE.match(head)):
        return NotData.FOOTER
    if len(distinct) == 1 and not re.search(r"\d", head):
        return NotData.SECTION
    if len(distinct) == 1 and len(head) > 12:
        return NotData.FOOTER if _FOOTER.match(head) else NotData.SECTION
    return None
