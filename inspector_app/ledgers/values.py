"""One cell's text as one value, for the cells that no column-wide conversion understood."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from inspector_app.domain.ledger import LedgerField, decimal_to_e4
from inspector_app.ledgers.header_lines import simple

LARGEST = Decimal(100_000_000_000)
"""Beyond this no quantity and no amount of this trade is meant."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOTHING = {
    "null", "none", "n/a", "na", "nan", "\\n", "-", "--", "---", "—", "——", "/", "//", "无", "空白", "空",
    "#n/a", "#value!",
    "",
}  # fmt: skip
_UNDECIDED = {
    "待定", "未定", "自主定价", "医疗机构自主定价", "市场调节价", "面议", "另议", "不详", "见说明",
    "暂无", "未知",
}  # fmt: skip
_NO_WORD = {"", "null", "\\n", "n/a", "#n/a", "nan", "-", "--", "---", "—", "/"}
_FREE = {"免收", "免费", "不收费", "免", "零"}
_GROUPED = re.compile(r"-?\d{1,3}([, ]\d{3})+(\.\d*)?")
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)(E[-+]?\d{1,3})?", re.IGNORECASE)
_MONEY = re.compile(r"^(RMB|CNY|人民币|[¥$])+|(元整?|RMB|CNY)$", re.IGNORECASE)
_CLOCK = (
    r"(?:[\sT]*(?P<half>上午|下午|晚上|凌晨|中午|AM|PM)?\s*(?P<H>\d{1,2})\s*[:时点]\s*(?P<M>\d{1,2})?\s*[:分]?"
    r"\s*(?P<S>\d{1,2})?(?:[.,]\d+)?\s*秒?\s*(?P<late>AM|PM)?(?:Z|\+08:?00)?)?"
)
_DATED = re.compile(
    r"(?P<y>(?:19|20|21)\d{2})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*[日号]?"
    r"(?:\s*\(?(?:星期|周)[一二三四五六日天]\)?)?" + _CLOCK,
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?P<y>(?:19|20|21)\d{2})(?P<m>\d{2})(?P<d>\d{2})"
    r"[\sT]*(?P<H>\d{2})?:?(?P<M>\d{2})?:?(?P<S>\d{2})?(?:\.\d+)?"
)
_SERIAL = re.compile(r"\d{5}(\.\d+)?")
_NO_DATE = {
    "0000-00-00", "0", "00000000", "1900-01-00", "长期", "至今", "未出院", "在院",
    "0000-00-00 00:00:00",
}  # fmt: skip
_CHINESE = str.maketrans("〇零一二三四五六七八九", "00123456789")
_SPELLED = re.compile(
    r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?"
)
LOST = re.compile(r"\d(\.\d+)?[Ee]\+?\d{1,3}")
"""A long code that a spreadsheet program took for a number."""

_YES = {
    "1", "是", "y", "yes", "true", "t", "有", "√", "自费", "现金", "全自费", "退费", "退", "冲销",
    "红冲", "退药", "退款", "拆零", "拆",
}  # fmt: skip
_NO = {
    "0", "否", "n", "no", "false", "f", "×", "医保", "基本医保", "统筹", "记账", "正常", "收费",
    "不拆零", "非拆零", "整包", "未拆零", "甲", "乙", "甲类", "乙类", "职工医保", "居民医保",
    "城乡居民", "城镇职工", "异地医保", "否拆零",
}  # fmt: skip

_OUT = "transfer_out"
_CHANGES: tuple[tuple[str, str], ...] = (
    (r"101|调拨入库|调入|调拨入|移入|借入|.*调入", "transfer_in"),
    (r"102|调拨出库|调出|调拨出|移出|借出|.*调出", _OUT),
    (r"103|盘盈.*", "count_gain"),
    (r"104|盘损.*|盘亏.*", "count_loss"),
    (r"105|销毁.*|报损.*|损耗.*|报废.*|破损.*|过期.*|失效.*|损失.*|loss", "loss"),
    (r"106|其他入库|其它入库|transfer_in", "transfer_in"),
    (r"107|其他出库|其它出库|.*自用.*|.*领用.*|.*领药.*|科室用.*|内部使用|own_use|使用出库", "own_use"),
    (r"transfer_out", _OUT),
)


class NotReadable(Exception):
    """The text is there, but says no value of the kind wanted. Never leaves this package."""


def folded(text: str) -> str:
    """Compatibility forms (full width, ㎎, Ⅱ) as plain ones, single spaces, nothing invisible."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return re.sub(r"\s+", " ", plain).strip()


def text_value(text: str) -> str | None:
    """A word or code; the marks that force a spreadsheet to keep text as text are taken off."""
    plain = folded(text)
    if plain.startswith('="') and plain.endswith('"'):
        plain = plain[2:-1]
    plain = plain.strip("'\"` ") if plain[:1] in "'\"`" else plain
    return None if plain.lower() in _NO_WORD else plain


def code_value(text: str) -> str | None:
    """A code: no space inside, letters as they are, several codes in one cell joined by ``|``."""
    plain = text_value(text)
    if plain is None or plain in {"-", "--", "/", "无"}:
        return None
    plain = re.sub(r"\s*[|,;、]\s*", "|", plain)
    return re.sub(r"\s+", "", plain).strip("|") or None


def e4_value(text: str, field: LedgerField) -> int | None:
    """A figure in ten-thousandths, ``None`` where the cell says that there is none."""
    plain = simple(folded(text)).strip("'\"` ")
    if plain.startswith('="') or plain.startswith("="):
        plain = plain.strip('="')
    low = plain.lower()
    if low in _NOTHING or plain in _UNDECIDED:
        return None
    if plain in _FREE:
        return None if field is LedgerField.QUANTITY else 0
    plain = _MONEY.sub("", plain.replace("￥", "¥")).strip()
    plain = plain.replace("−", "-").replace("–", "-").replace("，", ",")
    if plain.startswith("(") and plain.endswith(")"):
        plain = "-" + plain[1:-1]
    if plain.startswith("负"):
        plain = "-" + plain[1:]
    if plain.endswith("-"):
        plain = "-" + plain[:-1]
    plain = re.sub(r"^([-+])\s+", r"\1", plain)
    plain = _MONEY.sub("", plain.removeprefix("-¥")) if not plain.startswith("-¥") else "-" + plain[2:]
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "").replace(" ", "")
    if not _NUMBER.fullmatch(plain):
        raise NotReadable
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise NotReadable from error
    if abs(number) >= LARGEST:
        raise NotReadable
    return decimal_to_e4(number)


def count_value(text: str) -> int | None:
    """A whole number."""
    found = e4_value(text, LedgerField.NUMERATOR)
    if found is not None and found % 10_000:
        raise NotReadable
    return None if found is None else found // 10_000


def time_value(text: str) -> datetime | None:
    """A day and time in any usual form, as the wall clock of the hospital."""
    plain = folded(text).strip("'\"` ")
    if plain.lower() in _NOTHING or plain in _NO_DATE:
        return None
    spelled = _SPELLED.fullmatch(plain)
    if spelled:
        plain = f"{spelled[1].translate(_CHINESE)}-{_small(spelled[2])}-{_small(spelled[3])}"
    plain = re.sub(r"(?<=^\d{8})\.0+$", "", plain)
    match = _DATED.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if match:
        parts = match.groupdict()
        hour = int(parts["H"] or 0)
        half = (parts.get("half") or parts.get("late") or "").upper()
        if half in {"下午", "晚上", "PM"} and 0 < hour < 12:
            hour += 12
        elif half in {"上午", "凌晨", "AM"} and hour == 12:
            hour = 0
        try:
            # The wall clock of the hospital, as written: without a zone.
            return datetime(  # noqa: DTZ001
                int(parts["y"]),
                int(parts["m"]),
                int(parts["d"]),
                hour,
                int(parts["M"] or 0),
                int(parts["S"] or 0),
            )
        except ValueError as error:
            raise NotReadable from error
    if _SERIAL.fullmatch(plain) and 20_000 <= float(plain) < 80_000:
        return datetime(1899, 12, 30) + timedelta(seconds=round(float(plain) * 86_400))  # noqa: DTZ001
    raise NotReadable


def date_value(text: str) -> date | None:
    """The day of such a time."""
    moment = time_value(text)
    return None if moment is None else moment.date()


def _small(numeral: str) -> int:
    """一 to 三十一."""
    tens, _, ones = numeral.rpartition("十")
    if "十" not in numeral:
        return int(numeral.translate(_CHINESE))
    return (int(tens.translate(_CHINESE)) if tens else 1) * 10 + (
        int(ones.translate(_CHINESE)) if ones else 0
    )


def yes_no_value(text: str) -> bool | None:
    """Yes, no, or unknown; an unknown word is no reason to set a row aside."""
    plain = simple(folded(text)).lower()
    if plain in _YES:
        return True
    return False if plain in _NO else None


def change_value(text: str) -> str | None:
    """What happened to stock: the words of the agreement.

    What counting found to be more or less has words of its own: it is no loss that explains a difference,
    it is the difference.
    """
    plain = simple(folded(text)).lower()
    if plain in _NOTHING:
        return None
    for pattern, change in _CHANGES:
        if re.fullmatch(pattern, plain):
            return change
    raise NotReadable


def settled_as_value(text: str) -> str | None:
    """``fund`` or ``own``; 就诊结算类型 is 1 for the fund and 2 for one's own money."""
    plain = simple(folded(text)).lower()
    if plain in {"1", "医保", "医保结算", "fund", "统筹", "医保刷卡", "个人账户"}:
        return "fund"
    if plain in {"2", "自费", "自费结算", "own", "现金", "全自费", "微信", "支付宝"}:
        return "own"
    return None
