"""Marks on a picture (标注、遮盖): the steps from which a derived copy is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.evidence import Evidence
from inspector_app.domain.ids import EvidenceId, ExportId, PersonId, Sha256

MOST_SHAPES = 200
RED, WHITE = (214, 32, 32), (255, 255, 255)
"""What marks are drawn in, on the copy and while marking: they lie on photographs, not on the window."""
LONGEST_TEXT = 120
MARKED_TYPES = frozenset({"image/jpeg", "image/png", "image/tiff", "image/heic"})


class Tool(StrEnum):
    """What a step draws."""

    ARROW = "arrow"
    BOX = "box"
    TEXT = "text"
    MOSAIC = "mosaic"
    """Replaces all pixels of its rectangle; what was there cannot be computed back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One step, in whole pixels of the original as it stands upright.

    An arrow runs from its corner by width and height, which may be negative; for the others they
    are positive, and a text ignores them.
    """

    tool: Tool
    x: int
    y: int
    width: int = 0
    height: int = 0
    text: str = ""
    drawn_at: datetime | None = None
    drawn_by: PersonId | None = None

    @property
    def unsigned(self) -> Shape:
        """The same step without its time and author, to compare."""
        return replace(self, drawn_at=None, drawn_by=None)

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to see of it."""
        if self.tool is Tool.TEXT:
            return not self.text.strip()
        if self.tool is Tool.ARROW:
            return not (self.width or self.height)
        return not (self.width and self.height)

    def kept_inside(self, width: int, height: int) -> Shape:
        """Return the step cut to a picture of that size, its rectangle with positive sides."""
        ends = [(self.x, self.x + self.width, width), (self.y, self.y + self.height, height)]
        (left, right), (top, bottom) = (
            (min(max(first, 0), limit), min(max(last, 0), limit)) for first, last, limit in ends
        )
        if self.tool is not Tool.ARROW:
            left, right, top, bottom = min(left, right), max(left, right), min(top, bottom), max(top, bottom)
        text = " ".join(self.text.split())[:LONGEST_TEXT]
        return replace(self, x=left, y=top, width=right - left, height=bottom - top, text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedCopy:
    """The steps of one picture's derived copy; earlier ones stay in the history."""

    id: EvidenceId
    original: Sha256
    shapes: tuple[Shape, ...] = ()


class CopyKind(StrEnum):
    """Which copy of a picture leaves the laptop."""

    MARKED = "marked"
    WATERMARKED = "watermarked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedCopy:
    """One unencrypted copy that was written to a folder."""

    id: ExportId
    evidence: EvidenceId
    original: Sha256
    kind: CopyKind
    sha256: Sha256
    """Of the file that was written."""
    name: str
    exported_at: datetime
    exported_by: PersonId


def can_be_marked(evidence: Evidence) -> bool:
    """Tell whether a piece is a stored picture with pixels to mark."""
    return bool(
        evidence.stored and evidence.media_type in MARKED_TYPES and evidence.width and evidence.height
    )
