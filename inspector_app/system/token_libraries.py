"""Where drivers of signing tokens put their PKCS#11 library, for a person to choose from."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_LINUX = (
    "/usr/lib/pkcs11",
    "/usr/lib64/pkcs11",
    "/usr/lib/x86_64-linux-gnu/pkcs11",
    "/usr/lib/aarch64-linux-gnu/pkcs11",
    "/usr/lib/loongarch64-linux-gnu/pkcs11",
    "/usr/lib/softhsm",
    "/usr/local/lib",
    "/usr/lib",
    "/usr/lib64",
)
_MAC = ("/Library/OpenSC/lib", "/usr/local/lib", "/opt/homebrew/lib", "/opt/homebrew/lib/softhsm")
_WORDS = ("pkcs11", "csp11", "ykcs11", "softhsm2", "castle")
"""What the file names of such libraries have in common."""
_NOT_TOKENS = ("p11-kit", "libpkcs11-helper", "gnome-keyring")
_ENDINGS = (".so", ".dll", ".dylib")


def likely_libraries(places: Sequence[Path] | None = None) -> tuple[Path, ...]:
    """Return libraries that look like a token's driver, each once; any other can be chosen by hand."""
    found: dict[Path, Path] = {}
    for place in places if places is not None else _places():
        if not place.is_dir():
            continue
        for path in sorted(place.iterdir()):
            name = path.name.lower()
            fits = any(word in name for word in _WORDS) and not any(word in name for word in _NOT_TOKENS)
            if fits and name.endswith(_ENDINGS) and path.is_file():
                found.setdefault(path.resolve(), path)
    return tuple(found.values())


def _places() -> list[Path]:
    if sys.platform == "win32":
        return [Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"]
    return [Path(place) for place in (_MAC if sys.platform == "darwin" else _LINUX)]
