"""Tells a damaged write-ahead log from one that a crash cut short, before SQLite throws its rest away.

SQLite reads the log up to the first frame that does not hold and overwrites what follows. After a
crash that is right: the last transaction was never confirmed. Confirmed work *behind* such a frame is
damage. The check sum is that of SQLite's published format of the log.
"""

from __future__ import annotations

import struct
from pathlib import Path

from inspector_app.storage.cipher import PAGE_SIZE

_HEADER, _FRAME_HEADER = 32, 24
_MASK = 0xFFFFFFFF
_BIG_ENDIAN_SUMS = 0x377F0683


def loses_confirmed_work(path: Path) -> bool:
    """Tell whether SQLite would leave out work of the log of ``path`` that was confirmed as saved.

    A commit is confirmed when anything was written behind it, since each waits for the disk.
    """
    log = path.with_name(path.name + "-wal")
    if not log.exists():
        return False
    with log.open("rb") as file:
        header = file.read(_HEADER)
        if len(header) < _HEADER:
            return False
        order = ">" if int.from_bytes(header[:4], "big") == _BIG_ENDIAN_SUMS else "<"
        sums = _sums(order, header[:24], (0, 0))
        holds = sums == struct.unpack(">II", header[24:32])
        salts = header[16:24] if holds else b""
        broken_transaction = not holds
        committed_behind = False
        while len(frame := file.read(_FRAME_HEADER + PAGE_SIZE)) == _FRAME_HEADER + PAGE_SIZE:
            salts = salts or frame[8:16]
            if frame[8:16] != salts:
                broken_transaction = True  # damage, or what is left of an earlier round of the log
                continue
            if committed_behind:
                return True
            if not broken_transaction:
                sums = _sums(order, frame[:8] + frame[_FRAME_HEADER:], sums)
                broken_transaction = sums != struct.unpack(">II", frame[16:24])
            if broken_transaction and frame[4:8] != bytes(4):
                committed_behind = True
    return False


def _sums(order: str, data: bytes, start: tuple[int, int]) -> tuple[int, int]:
    first, second = start
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for left, right in zip(words[::2], words[1::2], strict=True):
        first = (first + left + second) & _MASK
        second = (second + right + first) & _MASK
    return first, second
