"""The bundle for the inspected party: what was handed out of an inspection, file by file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inspector_app.domain.document import DocumentType
from inspector_app.domain.ids import ExportId, PersonId, Sha256

PARTYS = (
    DocumentType.INSPECTION_NOTICE,
    DocumentType.TALK_NOTICE,
    DocumentType.RECORD,
    DocumentType.REGISTRATION,
    DocumentType.CONFIRMATION,
    DocumentType.EVIDENCE_LIST,
    DocumentType.RECTIFICATION_NOTICE,
    DocumentType.DETAIL_LIST,
    DocumentType.PROPOSAL,
    DocumentType.DELIVERY,
)
"""Documents that are addressed to or signed by the inspected party.

Interviews belong to whoever was asked, transfers to other authorities, ward sheets and photographs to
the team; none of them is ever in the bundle.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleFile:
    """One file that left."""

    name: str
    sha256: Sha256
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyBundle:
    """One unencrypted bundle that was written for the inspected party."""

    id: ExportId
    made_at: datetime
    made_by: PersonId
    files: tuple[BundleFile, ...]
