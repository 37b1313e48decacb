"""How long a command took and how much memory it held at most."""

from __future__ import annotations

import sys
import time


class Meter:
    """Started where the work starts; read once at its end."""

    def __init__(self) -> None:
        self._begun = time.perf_counter()

    def read(self) -> tuple[str, str]:
        """Return the seconds since the start, and the process's peak of resident memory in megabytes."""
        return f"{time.perf_counter() - self._begun:.2f}", f"{_peak_bytes() / 1_000_000:.0f}"


def _peak_bytes() -> int:
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
