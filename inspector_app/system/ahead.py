"""Reads one portion ahead on a thread of its own, while the portion before is worked on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def read_ahead(items: Iterator[T], weight: Callable[[T], int], enough: int) -> Generator[T, None, None]:
    """Yield the items in their order; they are made on another thread, in portions of ``enough`` weight.

    What ``items`` raises is raised here, after everything that came before it.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading") as beside:
        coming = beside.submit(_portion, items, weight, enough)
        while True:
            portion, error = coming.result()
            if portion and error is None:
                coming = beside.submit(_portion, items, weight, enough)
            yield from portion
            if error is not None:
                raise error
            if not portion:
                return


def _portion(items: Iterator[T], weight: Callable[[T], int], enough: int) -> tuple[list[T], Exception | None]:
    found: list[T] = []
    left = enough
    try:
        while left > 0 and (item := next(items, None)) is not None:
            found.append(item)
            left -= max(1, weight(item))
    except Exception as error:  # noqa: BLE001 - raised again by the reader
        return found, error
    return found, None
