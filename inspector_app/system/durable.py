"""Small files replaced whole: after a power cut there is the old content or the new, never half of either."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from inspector_app.domain.errors import DiskFull
from inspector_app.domain.wording import sentence


def write_durably(path: Path, content: bytes) -> None:
    """Write beside, flush to the disk, then take the place of the old file."""
    try:
        handle, name = tempfile.mkstemp(prefix=path.name, suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _flush_folder(path.parent)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(
                sentence(
                    "There is no room left to save {name}. "
                    "Nothing was changed; free some space and try again.",
                    name=path.name,
                )
            ) from error
        raise


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open folders; its rename is journalled by NTFS
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
