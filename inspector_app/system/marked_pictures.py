"""Draws the derived copy of a picture from its steps, with a strip of facts below where it is wanted."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from inspector_app.domain.markup import RED, WHITE, Shape, Tool
from inspector_app.system.paths import RESOURCES
from inspector_app.system.photographs import upright

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

LARGEST = 4096
"""Pixels a side of a derived copy; the original keeps all of its own."""
INK = (24, 24, 24)
_TONES = 32
"""A mosaic keeps one colour of its whole rectangle, in steps of this size: nine bits in all."""
_SPILL = 4
"""Pixels around a mosaic into which making a picture smaller may have mixed what is below it."""
_FONT = RESOURCES / "fonts" / "NotoSansSC-Bold.ttf"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCopy:
    """A derived copy as a JPEG without any metadata."""

    jpeg: bytes
    width: int
    height: int


def draw_copy(
    data: bytes, shapes: Sequence[Shape], *, size: tuple[int, int], strip: Sequence[str] = (), name: str = "",
    largest: int = LARGEST,
) -> DrawnCopy:  # fmt: skip
    """Return the copy; the same bytes and steps give the same copy.

    ``size`` is the original's upright width and height, in which the steps are measured.
    """
    with upright(data, largest, name) as image:
        scale = min(image.width / size[0], image.height / size[1])
        for shape in (one.kept_inside(*size) for one in shapes):
            if not shape.is_nothing:
                _DRAWERS[shape.tool](image, shape, scale)
        whole = _with_strip(image, strip) if strip else image
        out = BytesIO()
        whole.save(out, "JPEG", quality=88)
        return DrawnCopy(jpeg=out.getvalue(), width=whole.width, height=whole.height)


def _arrow(image: Image, shape: Shape, scale: float) -> None:
    pen, thick = _pen(image), _thickness(image)
    start = shape.x * scale, shape.y * scale
    end = (shape.x + shape.width) * scale, (shape.y + shape.height) * scale
    length = math.dist(start, end)
    if not length:
        return
    along = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    for colour, wider in ((WHITE, thick), (RED, 0)):
        long = min(length, 6 * thick) + wider
        half = long * 0.5
        foot = end[0] - along[0] * (long - wider), end[1] - along[1] * (long - wider)
        pen.line((start, foot), fill=colour, width=round(thick + wider))
        tip = end[0] + along[0] * wider, end[1] + along[1] * wider
        back = foot[0] - along[0] * wider * 0.4, foot[1] - along[1] * wider * 0.4
        sides = [(back[0] - along[1] * half * s, back[1] + along[0] * half * s) for s in (1, -1)]
        pen.polygon([tip, *sides], fill=colour)


def _box(image: Image, shape: Shape, scale: float) -> None:
    pen, thick = _pen(image), _thickness(image)
    left, top, right, bottom = _edges(shape, scale)
    edge = max(1, thick // 3)
    if right - left <= 2 * thick or bottom - top <= 2 * thick:
        pen.rectangle((left, top, right, bottom), outline=RED, width=1)
        return
    pen.rectangle((left, top, right, bottom), outline=WHITE, width=thick + 2 * edge)
    inner = left + edge, top + edge, right - edge, bottom - edge
    pen.rectangle(inner, outline=RED, width=thick)


def _text(image: Image, shape: Shape, scale: float) -> None:
    pen = _pen(image)
    size = max(14, max(image.size) // 36)
    font, around = _font(size), size // 3
    lines = list(_lines(shape.text, font, max(image.width - 2 * around, size)))
    wide = min(image.width, math.ceil(max(font.getlength(line) for line in lines)) + 2 * around)
    high = min(image.height, len(lines) * (size * 4 // 3) + 2 * around)
    left = max(0, min(round(shape.x * scale), image.width - wide))
    top = max(0, min(round(shape.y * scale), image.height - high))
    pen.rectangle((left, top, left + wide, top + high), fill=WHITE, outline=RED, width=max(1, size // 12))
    for number, line in enumerate(lines):
        pen.text((left + around, top + around + number * (size * 4 // 3)), line, font=font, fill=RED)


def _mosaic(image: Image, shape: Shape, scale: float) -> None:
    from PIL import ImageStat

    spill = 0 if scale >= 1 else _SPILL
    left, top = (max(0, math.floor(at * scale) - spill) for at in (shape.x, shape.y))
    right = min(image.width, math.ceil((shape.x + shape.width) * scale) + spill)
    bottom = min(image.height, math.ceil((shape.y + shape.height) * scale) + spill)
    if right <= left or bottom <= top:
        return
    place = (left, top, right, bottom)
    region = image.crop(place)
    count = region.width * region.height
    tone = [int(total) // count // _TONES * _TONES + _TONES // 2 for total in ImageStat.Stat(region).sum]
    image.paste(tuple(tone), place)
    darker = tuple(part - _TONES // 4 for part in tone)
    cell = max(4, min(region.size) // 6)
    for row, y in enumerate(range(top, bottom, cell)):
        for x in range(left + cell * (row % 2), right, 2 * cell):
            image.paste(darker, (x, y, min(x + cell, right), min(y + cell, bottom)))


_DRAWERS: dict[Tool, Callable[[Image, Shape, float], None]] = {
    Tool.ARROW: _arrow,
    Tool.BOX: _box,
    Tool.TEXT: _text,
    Tool.MOSAIC: _mosaic,
}


def _with_strip(image: Image, strip: Sequence[str]) -> Image:
    """Put the facts below the picture, so that they hide nothing of it."""
    from PIL import Image as pillow  # noqa: N813 - the module, beside its class

    size = max(12, image.width // 44)
    font, around, leading = _font(size), size // 2, size * 3 // 2
    lines = [line for text in strip for line in _lines(text, font, max(image.width - 2 * around, size))]
    whole: Image = pillow.new("RGB", (image.width, image.height + len(lines) * leading + 2 * around), WHITE)
    whole.paste(image, (0, 0))
    pen = _pen(whole)
    for number, line in enumerate(lines):
        pen.text((around, image.height + around + number * leading), line, font=font, fill=INK)
    return whole


def _edges(shape: Shape, scale: float) -> tuple[float, float, float, float]:
    left, top = shape.x * scale, shape.y * scale
    right, bottom = left + shape.width * scale - 1, top + shape.height * scale - 1
    return left, top, max(left, right), max(top, bottom)


def _thickness(image: Image) -> int:
    return max(3, max(image.size) // 280)


def _pen(image: Image) -> ImageDraw:
    from PIL import ImageDraw as drawing  # noqa: N813 - the module, beside its class

    return drawing.Draw(image)


@lru_cache(maxsize=8)
def _font(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(_FONT), size, layout_engine=ImageFont.Layout.BASIC)


def _lines(text: str, font: FreeTypeFont, wide: float) -> Iterator[str]:
    """Break a text where it is full; Chinese may break anywhere."""
    line = ""
    for sign in text:
        if line and font.getlength(line + sign) > wide:
            yield line
            line = ""
        line += sign
    yield line
