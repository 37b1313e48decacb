"""Tells files by their content, and finds those that are cut off or foreign, before any decoder sees them."""

from __future__ import annotations

import zlib

from inspector_app.domain.errors import DamagedFile
from inspector_app.domain.wording import Sentence, sentence

EXTENSIONS = {
    "image/jpeg": {"jpg", "jpeg", "jpe", "jfif"},
    "image/png": {"png"},
    "image/heic": {"heic", "heif", "hif"},
    "image/tiff": {"tif", "tiff"},
    "application/pdf": {"pdf"},
}
MEDIA_TYPES = frozenset(EXTENSIONS)
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx"}
_PROGRAMS = (b"MZ", b"\x7fELF")
_FOREIGN = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"PK\x03\x04", "ZIP or Office"),
    (b"\xd0\xcf\x11\xe0", "Office"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"<svg", "SVG"),
    (b"<!DOCTYPE", "HTML"),
    (b"<html", "HTML"),
)


def media_type_of(head: bytes) -> str | None:
    """Return the media type by the first bytes (32 suffice), or ``None`` for what is not accepted."""
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head[:4] in (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"):
        return "image/tiff"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return "image/heic"
    if b"%PDF-" in head[:32]:
        return "application/pdf"
    return None


def what_it_is(head: bytes, name: str) -> Sentence:
    if head.startswith(_PROGRAMS):
        return sentence(
            "The file {name} is a program, not a picture, whatever its name says. Nothing was stored; "
            "do not open it, and ask where it came from.",
            name=name,
        )
    kind = next((word for mark, word in _FOREIGN if head.lstrip().startswith(mark)), "")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        kind = "WebP"
    elif head[4:8] == b"ftyp":
        kind = "AVIF" if head[8:12] in (b"avif", b"avis") else "video"
    if kind:
        return sentence(
            "The file {name} is no picture that can be taken in: inside it is {kind}. "
            "Photographs may be JPEG, PNG, HEIC or TIFF, documents PDF. Nothing was stored.",
            name=name,
            kind=kind,
        )
    return sentence(
        "The file {name} is not a picture and not a PDF, whatever its name says. Nothing was stored.",
        name=name,
    )


def cut_off(name: str) -> DamagedFile:
    return DamagedFile(
        sentence(
            "The file {name} is cut off before its end. Copy it again from its source; nothing was stored.",
            name=name,
        )
    )


def refuse_cut(data: bytes, media_type: str, name: str) -> None:
    """Find files whose copying broke off; cameras may append data after the end mark."""
    if media_type == "image/jpeg" and data.rfind(b"\xff\xd9") <= _start_of_scan(data):
        raise cut_off(name)
    if media_type == "image/png":
        _walk_png(data, name)
    if media_type == "image/heic":
        _walk_boxes(data, name)


def _start_of_scan(data: bytes) -> int:
    """Return where the picture's data begin, after the metadata with its own small pictures."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            return at
        if marker == 0xFF:
            at += 1
            continue
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return len(data)


def _walk_png(data: bytes, name: str) -> None:
    at, view = 8, memoryview(data)
    while at + 12 <= len(data):
        length, kind = int.from_bytes(view[at : at + 4], "big"), bytes(view[at + 4 : at + 8])
        end = at + 12 + length
        if end > len(data):
            break
        if zlib.crc32(view[at + 4 : end - 4]) != int.from_bytes(view[end - 4 : end], "big"):
            raise DamagedFile(
                sentence(
                    "The picture {name} is damaged: a check sum inside does not hold. "
                    "Copy it again from where it came; nothing was stored.",
                    name=name,
                )
            )
        if kind == b"IEND":
            return
        at = end
    raise cut_off(name)


def _walk_boxes(data: bytes, name: str) -> None:
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if length == 0:
            return
        if length < 8 or at + length > len(data):
            raise cut_off(name)
        at += length


def refuse_cut_pdf(data: bytes, name: str) -> None:
    if b"%%EOF" not in data[-4096:]:
        raise cut_off(name)
