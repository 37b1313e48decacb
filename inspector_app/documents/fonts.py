"""The faces of documents: which font draws which character, and which characters no font has."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

RESOURCES = Path(__file__).parents[2] / "resources" / "fonts"
EM = 1000


class Face(StrEnum):
    """Typefaces as GB/T 9704 names them; the values are the names of the bundled font files."""

    FANG = "InspectionFang-Regular"
    """仿宋, the body."""
    SONG = "NotoSerifSC-Regular"
    """宋体, digits and Latin, page numbers, tables; complete, so it is the first fall-back."""
    TITLE = "NotoSerifSC-Bold"
    """Stand-in for 小标宋."""
    HEI = "NotoSansSC-Bold"
    KAI = "InspectionKai-Regular"
    """楷体; with the characters of names that 宋体 lacks."""


FALL_BACK: dict[Face, tuple[Face, ...]] = {
    Face.FANG: (Face.SONG, Face.KAI, Face.HEI),
    Face.SONG: (Face.FANG, Face.KAI, Face.HEI),
    Face.TITLE: (Face.SONG, Face.FANG, Face.KAI, Face.HEI),
    Face.HEI: (Face.SONG, Face.FANG, Face.KAI),
    Face.KAI: (Face.FANG, Face.SONG, Face.HEI),
}
_NUMERALS_FROM_SONG = (Face.FANG, Face.KAI)
_MUST_BE_FULL_WIDTH = frozenset("“”‘’—…·")
_lock = threading.Lock()
_faces: dict[Face, ttfonts.TTFont] = {}


def to_unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """Return the map from codes to text that readers copy by; beyond the BMP in surrogates (UTF-16BE).

    reportlab writes such characters as five hexadecimal digits, which copy out as another character.
    """
    lines = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in _used(subset)
    ]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
            f"/CMapName /{font_name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *body,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _used(subset: Sequence[int]) -> list[tuple[int, int]]:
    return [(code, point) for code, point in enumerate(subset) if point and not 0xD800 <= point < 0xE000]


ttfonts.makeToUnicodeCMap = to_unicode_map
rl_config.useA85 = 0  # streams as they are: a fifth smaller, and faster, than spelt in printable characters


@cache
def font(face: Face) -> ttfonts.TTFont:
    """Return a face, read and registered once."""
    with _lock:  # two layouts on two threads may both ask for the first time
        if face not in _faces:
            _faces[face] = ttfonts.TTFont(face.value, str(RESOURCES / f"{face.value}.ttf"))
            pdfmetrics.registerFont(_faces[face])
    return _faces[face]


def has(face: Face, character: str) -> bool:
    """Tell whether a face can draw a character."""
    return ord(character) in font(face).face.charToGlyph


def width(face: Face, character: str) -> float:
    """Return the advance in ems."""
    return float(font(face).face.getCharWidth(ord(character))) / EM


@lru_cache(maxsize=65536)
def face_for(character: str, wanted: Face) -> Face | None:
    """Choose who draws one character of text set in ``wanted``; ``None`` when no font has it."""
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") or _is_selector(character):
        return None
    if ord(character) < 0x250 and character not in _MUST_BE_FULL_WIDTH and wanted in _NUMERALS_FROM_SONG:
        return Face.SONG
    candidates = (wanted, *FALL_BACK[wanted])
    if character in _MUST_BE_FULL_WIDTH:
        full = [face for face in candidates if has(face, character) and width(face, character) == 1]
        if full:
            return full[0]
    return next((face for face in candidates if has(face, character)), None)


def _is_selector(character: str) -> bool:
    point = ord(character)
    return 0xFE00 <= point <= 0xFE0F or 0xE0100 <= point <= 0xE01EF


def missing(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters that no bundled font has, in order of appearance, each once."""
    seen = dict.fromkeys(character for text in texts for character in text)
    return tuple(
        character for character in seen if character != "\n" and face_for(character, Face.FANG) is None
    )


def runs(text: str, wanted: Face) -> list[tuple[Face, str]]:
    """Cut text into pieces of one face each; a character without a font, named before, keeps ``wanted``."""
    chosen = [(face_for(character, wanted) or wanted, character) for character in text]
    return [
        (face, "".join(one for _, one in group)) for face, group in groupby(chosen, key=lambda pair: pair[0])
    ]
