"""What every pack carries: its kind, identity and version, so that documents can name it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class PackKind(StrEnum):
    """The kinds of pack that can be replaced without a release."""

    LAW = "law"
    REGION = "region"
    HOLIDAYS = "holidays"
    CATEGORIES = "categories"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLabel:
    """Names one version of one pack."""

    kind: PackKind
    id: str
    version: tuple[int, ...]
    title: str
    source: str = ""
    fingerprint: str = field(default="", compare=False)
    """``sha256:`` and the digest of the file's bytes, to tell an edited file from its original."""

    @property
    def version_text(self) -> str:
        return ".".join(str(part) for part in self.version)

    def __str__(self) -> str:
        """Return what a document prints, such as ``law-CN 2026.1``."""
        return f"{self.kind}-{self.id} {self.version_text}"
