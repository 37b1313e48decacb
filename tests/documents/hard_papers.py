"""Documents at their extremes: long names, rare characters, forty of everything, and nothing at all."""

from __future__ import annotations

import io
from dataclasses import MISSING, fields, is_dataclass, replace
from typing import Any

from PIL import Image

from inspector_app.domain.document import DocumentType
from inspector_app.domain.ids import Sha256
from inspector_app.domain.papers import CONTENTS, Officer, Paper, Photograph
from inspector_app.services.example_papers import example

LONG_NAME = "云岭市青禾县石桥镇柳湾村第一社区卫生服务中心及其所属各服务站（原青禾县石桥镇中心卫生院住院部）"
RARE_NAME = "𠮷㙓䶮𠅤㐂𬭎"
LONG_BUREAU = "云岭市青禾县（石桥镇综合改革试验区）医疗保障局基金监督管理分局"
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
MANY = 40
_KEPT = ("bureau", "institution", "inspectors", "inspectors_text", "notes", "number", "red_header",
         "basis")  # fmt: skip
_LINES = {"areas", "evidence", "findings", "handed_over", "items", "lines", "documents", "attachments",
          "persons", "promises", "problems", "proposals", "duties", "invited", "to_bring",
          "facts",
          }  # fmt: skip
_RARE = {"legal_representative", "received_by", "provider", "witness", "person", "custodian", "recorder"}


def a_picture(width: int, height: int) -> bytes:
    """Return a photograph of grey."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (120, 130, 140)).save(buffer, "JPEG")
    return buffer.getvalue()


def photographs(count: int) -> tuple[Photograph, ...]:
    """Return wide and high pictures in turn, every third under a long caption."""
    shapes = ((160, 120), (90, 160), (320, 60))
    pictures = [a_picture(*shape) for shape in shapes]
    return tuple(
        Photograph(
            label=f"证据A-{number}",
            caption="床上无人，被褥整齐" if number % 3 else f"{LONG_NAME}{RARE_NAME}病房",
            sha256=Sha256(HASH), jpeg=pictures[number % 3], width=shapes[number % 3][0],
            height=shapes[number % 3][1],
        )
        for number in range(1, count + 1)
    )  # fmt: skip


def crowded(document_type: DocumentType) -> Paper:
    """Return a document with forty lines wherever it has lines, long names and rare characters."""
    content = example(document_type)
    changes: dict[str, Any] = {
        "bureau": LONG_BUREAU,
        "red_header": LONG_BUREAU,
        "institution": LONG_NAME,
        "address": LONG_NAME + "杏林路1号",
        "inspectors": (Officer(name=RARE_NAME, certificate="YL-9901-0001-0002-0003"), *content.inspectors),
        "number": "云岭青禾石桥医保基监责改字〔2026〕12345号",
        "corrects": "（本文书更正并替代已撤回的云岭青禾石桥医保基监责改字〔2026〕12344号）",
    }
    for one in fields(content):
        value = getattr(content, one.name)
        if one.name in _RARE and isinstance(value, str):
            changes[one.name] = RARE_NAME
        elif one.name in _LINES and isinstance(value, tuple) and value:
            changes[one.name] = tuple(_varied(value[n % len(value)], n) for n in range(MANY))
    if document_type is DocumentType.PHOTOGRAPHS:
        changes["photographs"] = photographs(MANY)
    if document_type is DocumentType.DETAIL_LIST:
        changes["groups"] = tuple(
            replace(group, heading=LONG_NAME, rows=tuple(_varied(group.rows[0], n) for n in range(MANY)))
            for group in content.groups * 2  # type: ignore[attr-defined]
        )
    if hasattr(content, "count"):
        changes["count"] = str(MANY)
    for name in ("recipient", "place", "kept_at", "unit", "witness_unit", "relation", "home"):
        if hasattr(content, name):
            changes[name] = LONG_NAME
    return replace(content, **changes)


def _varied(value: Any, number: int) -> Any:
    """Return a line of its own length: every third is long, every fifth names somebody rare."""
    more = (LONG_NAME * (number % 3)) + (RARE_NAME if number % 5 == 0 else "")
    if isinstance(value, str):
        return value + more
    assert is_dataclass(value)
    changes: dict[str, Any] = {}
    for one in fields(value):
        text = getattr(value, one.name)
        if one.name in ("name", "description", "answer") and text:
            changes[one.name] = text + more
        elif one.name == "clean":
            changes[one.name] = str(number + 1)
    return replace(value, **changes)  # type: ignore[type-var]


def bare(document_type: DocumentType) -> Paper:
    """Return a document of which nothing but its parties is known."""
    content = example(document_type)
    changes: dict[str, Any] = {}
    for one in fields(CONTENTS[document_type]):
        if one.name in _KEPT:
            continue
        changes[one.name] = one.default if one.default is not MISSING else ""
    return replace(content, **changes)
