"""Looks at pictures: when and by what they were taken, whether a camera wrote them, how they look."""

from __future__ import annotations

import logging
import re
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from inspector_app.domain.errors import DamagedFile, UnusableInput
from inspector_app.domain.evidence import NotOriginal
from inspector_app.domain.wording import sentence
from inspector_app.system.picture_files import (
    EXTENSIONS,
    cut_off,
    media_type_of,
    refuse_cut,
    refuse_cut_pdf,
    what_it_is,
)

if TYPE_CHECKING:
    from types import ModuleType

    from PIL.Image import Exif, Image

log = logging.getLogger(__name__)

CHINA = timezone(timedelta(hours=8))
"""China has one zone; it is assumed where a camera wrote a time without one."""

THUMBNAIL_PIXELS = 512
LARGEST_JPEG = 120_000_000
"""Pixels; the 108-megapixel pictures of telephones are below. JPEG alone can be decoded reduced."""
LARGEST_OTHER = 60_000_000
LARGEST_SIDE = 30_000

_CHAT_NAMES = re.compile(
    r"mmexport\d|wx_camera_|微信图片|微信截图|wechat|qq图片|qq截图|dingtalk|钉钉|企业微信|whatsapp|tmp_[0-9a-f]{16}",
    re.IGNORECASE,
)
_SCREENS = re.compile(r"screenshot|截屏|截图|屏幕", re.IGNORECASE)
_EDITORS = re.compile(
    r"photoshop|lightroom|gimp|snapseed|meitu|美图|picsart|paint|pixelmator|affinity|wechat|微信|醒图|lofter",
    re.IGNORECASE,
)
_DAMAGE = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    EOFError,
    ZeroDivisionError,
    RuntimeError,  # the HEIF decoder, of sizes that no picture has
    struct.error,
    zlib.error,
)
"""What the decoders raise on hostile bytes; all of it means the same to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What a file says about itself; nothing here is proof, all of it is kept."""

    media_type: str
    width: int | None = None
    """Pixels of the picture as it is shown, upright."""
    height: int | None = None
    captured_at: datetime | None = None
    capture_device: str = ""
    orientation: int = 1
    has_position: bool = False
    not_original: NotOriginal | None = None
    not_original_detail: str = ""
    other_extension: str = ""
    """The extension that the name claims, where the content is something else."""


def examine(data: bytes, name: str) -> Examination:
    """Read what the file says about itself without decoding the picture.

    Raises a ``Problem`` for what is not accepted, too large to open safely, cut off or damaged in
    its structure. Damage inside the compressed picture shows only when it is drawn.
    """
    media_type = media_type_of(data[:32])
    if media_type is None:
        raise UnusableInput(what_it_is(data[:64], name))
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    other = extension if extension and extension not in EXTENSIONS[media_type] else ""
    if media_type == "application/pdf":
        refuse_cut_pdf(data, name)
        return Examination(media_type=media_type, other_extension=other)
    refuse_cut(data, media_type, name)
    with _readable(name), _open(data) as image:
        _refuse_large(image.size, media_type, name)
        _refuse_animated(image, media_type, name)
        _refuse_cut_tiff(image, len(data), name)
        facts = _facts(image, media_type)
        reason, detail = _judge(facts, image.size, name)
        width, height = image.size if facts.orientation < 5 else image.size[::-1]
        return Examination(
            media_type=media_type,
            width=width,
            height=height,
            captured_at=facts.captured_at,
            capture_device=facts.device,
            orientation=facts.orientation,
            has_position=facts.has_position,
            not_original=reason,
            not_original_detail=detail,
            other_extension=other,
        )


def thumbnail(data: bytes, name: str = "") -> bytes:
    """Return the picture upright, at most 512 pixels a side, as JPEG without any metadata."""
    with _readable(name):
        image = _upright(data, THUMBNAIL_PIXELS, name)
        out = BytesIO()
        image.save(out, "JPEG", quality=82)
        return out.getvalue()


def printable(data: bytes, largest: int, name: str = "") -> tuple[bytes, int, int]:
    """Return the picture upright as a JPEG for documents, without any metadata, with its width and height."""
    with _readable(name):
        image = _upright(data, largest, name)
        out = BytesIO()
        image.save(out, "JPEG", quality=80)
        return out.getvalue(), image.width, image.height


@contextmanager
def upright(data: bytes, largest: int, name: str = "") -> Iterator[Image]:
    """Give the picture upright without any metadata, to draw on; what fails inside is told as damage."""
    with _readable(name):
        yield _upright(data, largest, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """Upright pixels, three bytes each (red, green, blue), rows without padding."""

    width: int
    height: int
    rgb: bytes


def preview(data: bytes, largest: int, name: str = "") -> Raster:
    """Return the picture upright with at most ``largest`` pixels a side, for looking at it."""
    with _readable(name):
        image = _upright(data, largest, name)
        return Raster(width=image.width, height=image.height, rgb=image.tobytes())


def with_capture_data(jpeg: bytes, *, at: datetime, device: str, software: str) -> bytes:
    """Return the same JPEG with an EXIF block put before its pictures' data, which is not touched."""
    pillow = _pillow()
    exif = pillow.Exif()
    exif[0x010F] = "inspection desk"
    exif[0x0110] = device.encode("ascii", "replace").decode()
    exif[0x0131] = software
    local = at.astimezone(CHINA)
    exif[0x0132] = f"{local:%Y:%m:%d %H:%M:%S}"
    details = exif.get_ifd(0x8769)
    details[0x9003] = f"{local:%Y:%m:%d %H:%M:%S}"
    details[0x9011] = "+08:00"
    details[0x9291] = f"{local.microsecond // 1000:03}"
    body: bytes = exif.tobytes()
    if not body.startswith(b"Exif\x00\x00"):
        body = b"Exif\x00\x00" + body
    segment = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    return jpeg[:2] + segment + jpeg[2:]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    captured_at: datetime | None
    device: str
    software: str
    orientation: int
    has_position: bool
    written_size: tuple[int, int] | None
    has_exif: bool


@lru_cache(maxsize=1)
def _pillow() -> ModuleType:
    from PIL import Image as pillow  # noqa: N813 - the module, beside its class
    from PIL import JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin  # noqa: F401
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False)
    pillow.MAX_IMAGE_PIXELS = LARGEST_JPEG
    return pillow


def warm() -> None:
    """Import the decoders; called on a worker after the first paint."""
    _pillow()


@contextmanager
def _open(data: bytes) -> Iterator[Image]:
    pillow = _pillow()
    # Odd EXIF makes Pillow warn; what cannot be read is simply not there.
    warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
    # Said in our own words by _refuse_large before anything is decoded.
    warnings.filterwarnings("ignore", category=pillow.DecompressionBombWarning)
    with pillow.open(BytesIO(data), formats=("JPEG", "PNG", "TIFF", "HEIF")) as image:
        yield image


@contextmanager
def _readable(name: str) -> Iterator[None]:
    from PIL.Image import DecompressionBombError, DecompressionBombWarning

    try:
        yield
    except (DecompressionBombError, DecompressionBombWarning) as error:
        raise _too_large(name, "") from error
    except _DAMAGE as error:
        raise DamagedFile(
            sentence(
                "The picture {name} is damaged and cannot be opened. Copy it again from the camera; "
                "everything else is as it was.",
                name=name,
            )
        ) from error


def _upright(data: bytes, largest: int, name: str) -> Image:
    pillow = _pillow()
    with _open(data) as image:
        media_type = media_type_of(data[:32]) or ""
        _refuse_large(image.size, media_type, name)
        image.draft("RGB", (largest, largest))  # JPEG alone: decode at 1/2, 1/4 or 1/8
        turned = _TURNS.get(_orientation(image, media_type))
        plain = _on_paper(image)
        plain.thumbnail((largest, largest), reducing_gap=2.0)
        plain.info.clear()  # Pillow would write the original's comment into the copy
        return plain if turned is None else plain.transpose(getattr(pillow.Transpose, turned))


def _on_paper(image: Image) -> Image:
    """Return the picture as red, green, blue; what is transparent lies on white."""
    pillow = _pillow()
    if image.mode.startswith("I") or image.mode == "F":  # 16 bits of grey, from scanners
        return image.convert("F").point(lambda value: value / 256).convert("L").convert("RGB")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        paper: Image = pillow.new("RGB", image.size, "white")
        layer = image.convert("RGBA")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    return image.convert("RGB")


_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}


def _exif(image: Image, media_type: str) -> Exif:
    if media_type == "image/png" and "exif" not in image.info:
        none: Exif = _pillow().Exif()  # Pillow would decode the whole picture to look behind it
        return none
    return image.getexif()


def _orientation(image: Image, media_type: str) -> int:
    if media_type == "image/heic":  # libheif has turned it already
        return 1
    try:
        value = int(_exif(image, media_type).get(0x0112, 1))
    except _DAMAGE:
        return 1
    return value if 1 <= value <= 8 else 1


def _facts(image: Image, media_type: str) -> _Facts:
    exif: Mapping[int, Any] = {}
    details: Mapping[int, Any] = {}
    position: Mapping[int, Any] = {}
    try:
        whole = _exif(image, media_type)
        exif, details, position = dict(whole), whole.get_ifd(0x8769), whole.get_ifd(0x8825)
    except _DAMAGE as error:  # the picture itself may be whole: it counts as one without EXIF
        log.info("EXIF block unreadable: %s", type(error).__name__)
    maker, model = _text(exif.get(0x010F)), _text(exif.get(0x0110))
    device = model if model.lower().startswith(maker.lower()) else f"{maker} {model}".strip()
    when = _time(
        _text(details.get(0x9003)) or _text(details.get(0x9004)),
        _text(details.get(0x9011)) or _text(details.get(0x9012)) or _text(details.get(0x9010)),
    )
    width, height = details.get(0xA002), details.get(0xA003)
    return _Facts(
        captured_at=when,
        device=device[:120],
        software=_text(exif.get(0x0131))[:120],
        orientation=_orientation(image, media_type),
        has_position=bool(position.get(2)) and bool(position.get(4)),
        written_size=(width, height) if isinstance(width, int) and isinstance(height, int) else None,
        has_exif=when is not None or bool(device),
    )


def _judge(facts: _Facts, size: tuple[int, int], name: str) -> tuple[NotOriginal | None, str]:
    """Decide whether the file can be what a camera wrote; the first sign counts."""
    if _CHAT_NAMES.search(name):
        return NotOriginal.CHAT_PROGRAM, ""
    if _SCREENS.search(name):
        return NotOriginal.SCREENSHOT, ""
    if not facts.has_exif:
        return NotOriginal.NO_EXIF, ""
    if _EDITORS.search(facts.software):
        return NotOriginal.EDITED, facts.software
    written = facts.written_size
    if written is not None and min(written) > 0 and sorted(written) != sorted(size):
        return NotOriginal.RESIZED, f"{written[0]} × {written[1]} → {size[0]} × {size[1]}"
    return None, ""


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    return "".join(c for c in value if c.isprintable()).strip()


def _time(text: str, offset: str) -> datetime | None:
    try:
        naive = datetime.strptime(text, "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - the zone follows
        match = re.fullmatch(r"([+-])(\d\d):?(\d\d)", offset)
        zone = CHINA
        if match:
            size = timedelta(hours=int(match[2]), minutes=int(match[3]))
            zone = timezone(-size if match[1] == "-" else size)
        return naive.replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _refuse_cut_tiff(image: Image, size: int, name: str) -> None:
    if image.format != "TIFF":
        return
    tags = image.tag_v2  # type: ignore[attr-defined]
    for offsets, counts in ((273, 279), (324, 325)):
        ends = map(sum, zip(tags.get(offsets, ()), tags.get(counts, ()), strict=False))
        if max(ends, default=0) > size:
            raise cut_off(name)


def _refuse_large(size: tuple[int, int], media_type: str, name: str) -> None:
    limit = LARGEST_JPEG if media_type == "image/jpeg" else LARGEST_OTHER
    if size[0] * size[1] > limit or max(size) > LARGEST_SIDE:
        raise _too_large(name, f"{size[0]} × {size[1]}")


def _too_large(name: str, size: str) -> UnusableInput:
    return UnusableInput(
        sentence(
            "The picture {name} says it has {size} pixels, more than can be opened safely on this laptop. "
            "Ask for a smaller one, or register the file by its hash. Nothing was stored.",
            name=name,
            size=size or "too many",
        )
    )


def _refuse_animated(image: Image, media_type: str, name: str) -> None:
    if media_type == "image/png" and getattr(image, "is_animated", False):
        raise UnusableInput(
            sentence(
                "The picture {name} is animated. Take in a single picture, or register the file by its hash. "
                "Nothing was stored.",
                name=name,
            )
        )
