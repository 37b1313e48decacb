"""Work of one reading that goes on beside it: the next slice is fetched, the last one is packed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import TypeVar

T = TypeVar("T")
_END = object()


class Beside:
    """Two threads that live as long as the ``with`` block; at most one piece of each kind waits."""

    def __init__(self) -> None:
        self._fetching = ThreadPoolExecutor(1, "ledger-fetch")
        self._packing = ThreadPoolExecutor(1, "ledger-pack")
        self._packed: deque[Future[bytes]] = deque()
        self._parts: list[bytes] = []

    def __enter__(self) -> Beside:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._fetching.shutdown(wait=True, cancel_futures=True)
        self._packing.shutdown(wait=True, cancel_futures=True)

    def ahead(self, pieces: Iterator[T]) -> Iterator[T]:
        """Yield the same, each fetched while the one before is worked on."""
        following: Future[object] = self._fetching.submit(next, pieces, _END)
        while (piece := following.result()) is not _END:
            following = self._fetching.submit(next, pieces, _END)
            yield piece  # type: ignore[misc]

    def pack(self, work: Callable[[], bytes]) -> None:
        """Do one packing later, in order."""
        self._packed.append(self._packing.submit(work))
        while len(self._packed) > 2:
            self._parts.append(self._packed.popleft().result())

    def parts(self) -> tuple[bytes, ...]:
        """Wait for all packings and return what they gave."""
        while self._packed:
            self._parts.append(self._packed.popleft().result())
        return tuple(self._parts)
