"""Days and times as people type them in a hurry: what is left out is today's."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime

from inspector_app.domain.checklist import QuestionKind
from inspector_app.ui.widgets.date_field import read_day

_HOUR = re.compile(r"(?:^|(?<=[\sT日号]))(\d{1,2})(?:[:.时点](\d{1,2})分?|(\d\d))\Z")


def as_moment(kind: QuestionKind, text: str, now: datetime) -> str:
    """Write out ``2105``, ``21:5`` or ``11-1 21:05``; what is no day or time stays as it was typed."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if kind is QuestionKind.DATE:
        day = read_day(plain, now.date())
        return text if day is None else day.isoformat()
    if kind not in {QuestionKind.TIME, QuestionKind.DATE_TIME}:
        return text
    match = _HOUR.search(plain)
    if match is None or (hour := int(match[1])) > 23 or (minute := int(match[2] or match[3])) > 59:
        return text
    before = plain[: match.start()].rstrip(" T")
    if kind is QuestionKind.TIME:
        return text if before else f"{hour:02d}:{minute:02d}"
    day = read_day(before, now.date()) if before else now.date()
    return text if day is None else f"{day.isoformat()} {hour:02d}:{minute:02d}"
