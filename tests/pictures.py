"""Small pictures as cameras, chat programs and vandals make them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image
from pillow_heif import register_heif_opener

register_heif_opener(thumbnails=False)


def scene(width: int = 320, height: int = 240) -> Image.Image:
    """Red on the left, blue on the right, so that a turn is seen."""
    image = Image.new("RGB", (width, height), (200, 20, 20))
    image.paste((20, 20, 200), (width // 2, 0, width, height))
    return image


def photograph(
    *,
    width: int = 320,
    height: int = 240,
    orientation: int = 1,
    taken: str = "2026:11:22 17:00:00",
    **changes: object,
) -> bytes:
    """A JPEG with the EXIF block of a camera."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Fiction", "Fiction F-1", orientation
    exif[0x0131] = str(changes.get("software", "F-1 firmware 1.0"))
    details = exif.get_ifd(0x8769)
    details[0x9003], details[0x9011] = taken, str(changes.get("offset", "+08:00"))
    details[0xA002], details[0xA003] = changes.get("written", (width, height))  # type: ignore[misc]
    if changes.get("position"):
        place = exif.get_ifd(0x8825)
        place[1], place[2], place[3], place[4] = "N", (30.0, 1.0, 2.0), "E", (110.0, 1.0, 2.0)
    out = BytesIO()
    scene(width, height).save(out, "JPEG", exif=exif, quality=90)
    return out.getvalue()


def encoded(kind: str, image: Image.Image | None = None, **options: object) -> bytes:
    """The scene in another format."""
    out = BytesIO()
    (image or scene()).save(out, kind, **options)
    return out.getvalue()


def png_bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be large."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def with_size(jpeg: bytes, width: int, height: int) -> bytes:
    """The same JPEG with another size written into its header."""
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + struct.pack(">HH", height, width) + jpeg[at + 4 :]


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\n"
    b"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \n"
    b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n168\n%%EOF\n"
)
