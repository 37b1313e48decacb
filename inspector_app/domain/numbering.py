"""Official numbers of documents (发文字号): 云医保责改〔2026〕5号."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from inspector_app.domain.readable import encode

_NUMBER = re.compile(r"(?P<words>[^〔〕\d\s]+)〔(?P<year>[0-9]{4})〕(?P<running>[0-9]{1,6})号")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialNumber:
    """A number taken apart; ``words`` is the body's word and the type's word together."""

    words: str
    year: int
    running: int


def draft_code(identity: str) -> str:
    """Return what tells drafts apart until they have a number, such as ``7KQ2-M4XA``."""
    code = encode(sha256(identity.encode()).digest()[:5])
    return f"{code[:4]}-{code[4:]}"


def official_number(body_word: str, type_word: str, year: int, running: int, *, padding: int = 0) -> str:
    """Write the number with square brackets and the full year; ``padding`` is the least count of digits."""
    if running < 1 or not 1000 <= year <= 9999:
        raise ValueError(year, running)
    return f"{body_word}{type_word}〔{year}〕{running:0{max(padding, 1)}d}号"


def parse_official_number(text: str) -> OfficialNumber | None:
    """Take a printed number apart, padded or not; ``None`` when it is not one."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or int(found["running"]) < 1:
        return None
    return OfficialNumber(words=found["words"], year=int(found["year"]), running=int(found["running"]))
