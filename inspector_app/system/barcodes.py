"""Bar codes and two-dimensional codes in a picture, read on this machine alone."""

from __future__ import annotations

import io

_LARGEST = 4_000
"""Pixels of a side; larger photographs are made smaller first, codes in them stay legible."""
_SLANTED = 45.0
"""Degrees of the second look: codes are found upright and lying, and some way to either side."""


def texts_in(picture: bytes) -> tuple[str, ...]:
    """Return what the codes of a picture say, each text once; nothing where it shows none.

    Raises ``OSError`` or ``ValueError`` for bytes that are no picture.
    """
    import pillow_heif
    from PIL import Image, ImageOps

    pillow_heif.register_heif_opener()
    with Image.open(io.BytesIO(picture)) as opened:
        opened.thumbnail((_LARGEST, _LARGEST))
        upright = ImageOps.exif_transpose(opened).convert("L")
    found = _read(upright)
    if not found:
        slanted = upright.rotate(_SLANTED, resample=Image.Resampling.BICUBIC, fillcolor=255, expand=True)
        found = _read(slanted)
    return tuple(dict.fromkeys(found))


def _read(picture: object) -> list[str]:
    import zxingcpp

    return [one.text for one in zxingcpp.read_barcodes(picture) if one.text]
