"""Where a paper stands beyond its document's state: closed with its time, delivered."""

from __future__ import annotations

from enum import StrEnum


class PaperState(StrEnum):
    """What the list and the head say instead of "issued"."""

    FINISHED = "finished"
    DELIVERED = "delivered"
