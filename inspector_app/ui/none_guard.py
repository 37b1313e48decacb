"""Keeps the process alive under PySide6 6.12 on Python 3.11, which loses references to None.

Measured: every call into Qt that returns nothing takes one reference away from ``None`` (100 calls of
``QObject.setObjectName`` cost 95); at zero, after a few thousand calls, the interpreter aborts with
"deallocating None". PySide6 6.10 and 6.11 do not, and from Python 3.12 on ``None`` is immortal.
Python 3.11 is what Debian 12 ships, so its ``None`` is given more references than Qt can ever take.
"""

from __future__ import annotations

import ctypes
import sys

IMMORTAL_SINCE = (3, 12)
ENOUGH = 1 << 60


def hold_none() -> None:
    """Make ``None`` as immortal as it is in newer versions of Python; harmless when done again.

    ``True`` and ``False`` are lost in the same way, more slowly: an interpreter that had shown ten
    thousand thumbnails aborted with "deallocating True or False".
    """
    if sys.implementation.name != "cpython" or sys.version_info >= IMMORTAL_SINCE:
        return
    for constant in (None, True, False):
        if sys.getrefcount(constant) < ENOUGH // 2:
            # An object of CPython begins with its count of references.
            ctypes.c_ssize_t.from_address(id(constant)).value += ENOUGH
