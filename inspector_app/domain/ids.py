"""Identities as types of their own; all are time-ordered strings made by the ``Ids`` port."""

from __future__ import annotations

from typing import NewType

PersonId = NewType("PersonId", str)
DeviceId = NewType("DeviceId", str)
InstitutionId = NewType("InstitutionId", str)
InspectionId = NewType("InspectionId", str)
VisitId = NewType("VisitId", str)
ChecklistId = NewType("ChecklistId", str)
ChecklistRunId = NewType("ChecklistRunId", str)
RosterId = NewType("RosterId", str)
LedgerId = NewType("LedgerId", str)
BedCheckId = NewType("BedCheckId", str)
EvidenceId = NewType("EvidenceId", str)
CitationId = NewType("CitationId", str)
SuspicionId = NewType("SuspicionId", str)
FindingId = NewType("FindingId", str)
DocumentId = NewType("DocumentId", str)
RevisionId = NewType("RevisionId", str)
InkId = NewType("InkId", str)
BlockId = NewType("BlockId", str)
ExportId = NewType("ExportId", str)
LineId = NewType("LineId", str)
SlotId = NewType("SlotId", str)
Sha256 = NewType("Sha256", str)
"""Lower-case hexadecimal digest of 64 characters, without the algorithm's name."""
