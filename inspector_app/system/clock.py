"""The real clock, real identities and real randomness behind the ports."""

from __future__ import annotations

import sys
import threading
import time
from datetime import UTC, datetime

from inspector_app.domain.ports import Clock, Randomness

if sys.platform == "linux":

    def _steady() -> float:
        """Linux's own monotonic clock stands still while the lid is closed: that is no jump of the time."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

else:
    _steady = time.monotonic


class SystemClock:
    """What the machine says."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return _steady()


class SystemRandomness:
    """The operating system's randomness."""

    def bytes(self, count: int) -> bytes:
        from secrets import token_bytes  # the unlock page does not wait for it

        return token_bytes(count)


class SystemIds:
    """Time-ordered identities in the shape of UUID version 7 (RFC 9562), 32 hexadecimal characters.

    48 bits of milliseconds, then 74 bits that are random once a millisecond and counted up within it,
    so that order is kept inside one process even when the wall clock is set back.
    """

    def __init__(self, clock: Clock, randomness: Randomness) -> None:
        self._clock = clock
        self._randomness = randomness
        self._lock = threading.Lock()
        self._milliseconds = 0
        self._tail = 0

    def new(self) -> str:
        with self._lock:
            now = int(self._clock.now().timestamp() * 1000)
            if now > self._milliseconds:
                self._milliseconds = now
                # The top bit stays free, so that counting up within a millisecond cannot overflow.
                self._tail = int.from_bytes(self._randomness.bytes(10)) & ((1 << 73) - 1)
            else:
                self._tail += 1 + int.from_bytes(self._randomness.bytes(2))
            value = self._milliseconds << 80
            value |= 0x7 << 76
            value |= (self._tail >> 62) << 64
            value |= 0b10 << 62
            value |= self._tail & ((1 << 62) - 1)
            return f"{value:032x}"
