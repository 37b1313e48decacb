"""Whether the program is complete on this machine: its data, its libraries, its cipher."""

from __future__ import annotations

import importlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from inspector_app.services.desk import WORKSPACE_FILE
from inspector_app.storage.store import open_store
from inspector_app.system.clock import SystemClock, SystemIds, SystemRandomness
from inspector_app.system.paths import FORMS, RESOURCES

LIBRARIES = (
    "PIL.Image",
    "cattrs",
    "cryptography.hazmat.primitives.ciphers.aead",
    "pillow_heif",
    "pyhanko.sign.signers",
    "pyrage",
    "python_calamine",
    "pyxform",
    "reportlab.pdfgen.canvas",
    "sqlcipher3.dbapi2",
    "sqlite_utils",
)
DATA = (
    RESOURCES / "fonts" / "NotoSansSC-Regular.ttf",
    RESOURCES / "fonts" / "NotoSerifSC-Regular.ttf",
    RESOURCES / "icons",
    RESOURCES / "packs",
    FORMS,
)


def faults(tell: Callable[[str], None]) -> list[str]:
    """Try everything, tell what was found, and return what is missing or does not work."""
    found = [f"missing: {place.name}" for place in DATA if not _has_content(place)]
    for library in LIBRARIES:
        try:
            importlib.import_module(library)
        except ImportError as error:
            found.append(f"library does not load: {library} ({error})")
    try:
        _write_and_read()
    except OSError as error:
        found.append(f"no encrypted file can be written: {error}")
    for line in found:
        tell(line)
    tell(f"{len(DATA)} pieces of data, {len(LIBRARIES)} libraries, one encrypted file: {len(found)} faults")
    return found


def _has_content(place: Path) -> bool:
    return any(place.iterdir()) if place.is_dir() else place.is_file()


def _write_and_read() -> None:
    clock = SystemClock()
    ids = SystemIds(clock, SystemRandomness())
    key = os.urandom(32)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workspace.db"
        open_store(path, key, clock=clock, ids=ids, file_kind=WORKSPACE_FILE).close()
        store = open_store(path, key, clock=clock, ids=ids, file_kind=WORKSPACE_FILE)
        kind = store.meta("file_kind")
        store.close()
        if kind != WORKSPACE_FILE or path.read_bytes().startswith(b"SQLite format"):
            raise OSError("the file is not what was written")
