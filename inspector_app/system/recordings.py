"""How long a recording is and what kind, read from the container's own header; the bytes stay outside."""

from __future__ import annotations

import struct
from pathlib import Path

_MEDIA = {
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "mov": "video/quicktime",
    "avi": "video/x-msvideo",
    "mkv": "video/x-matroska",
    "3gp": "video/3gpp",
    "ts": "video/mp2t",
    "mts": "video/mp2t",
    "wmv": "video/x-ms-wmv",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "amr": "audio/amr",
    "aac": "audio/aac",
    "ogg": "audio/ogg",
    "flac": "audio/flac",
    "wma": "audio/x-ms-wma",
}
_LARGEST_HEADER = 64 << 20


def media_type(name: str) -> str:
    """Return the kind by the file's name: a recording's bytes are not looked into any further."""
    return _MEDIA.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def length_seconds(path: Path) -> float | None:
    """Return the length that an MP4, MOV or WAV states, or ``None`` where it has to be typed in."""
    with path.open("rb") as file:
        head = file.read(12)
        size = path.stat().st_size
        if head[4:8] == b"ftyp":
            return _of_mp4(path, size)
        if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
            return _of_wav(file.read(4096), size)
    return None


def _of_mp4(path: Path, size: int) -> float | None:
    with path.open("rb") as file:
        at = 0
        for _ in range(1000):  # boxes at the top; a hostile file may have any number
            file.seek(at)
            head = file.read(16)
            if len(head) < 8:
                return None
            length, kind, start = int.from_bytes(head[:4], "big"), head[4:8], 8
            if length == 1:
                length, start = int.from_bytes(head[8:16], "big"), 16
            if length == 0:
                length = size - at
            if length < start:
                return None
            if kind == b"moov":
                file.seek(at + start)
                return _of_movie(file.read(min(length - start, _LARGEST_HEADER)))
            at += length
    return None


def _of_movie(boxes: bytes) -> float | None:
    at = boxes.find(b"mvhd")
    if at < 0 or len(boxes) < at + 40:
        return None
    if boxes[at + 4] == 1:
        scale, duration = struct.unpack(">IQ", boxes[at + 24 : at + 36])
    else:
        scale, duration = struct.unpack(">II", boxes[at + 16 : at + 24])
    return float(duration / scale) if scale else None


def _of_wav(head: bytes, size: int) -> float | None:
    at = head.find(b"fmt ")
    if at < 0 or len(head) < at + 20:
        return None
    rate = int.from_bytes(head[at + 16 : at + 20], "little")
    data = head.find(b"data")
    if not rate or data < 0:
        return None
    stated = int.from_bytes(head[data + 4 : data + 8], "little")
    return min(stated, size) / rate
