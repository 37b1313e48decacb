"""Time stamps from outside: off until a person names an authority, asked only when a person asks for one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DocumentId, InspectionId, RevisionId
from inspector_app.domain.wording import sentence
from inspector_app.domain.workspace import PROFILE, Profile
from inspector_app.services.revisions import TIME_STAMP, Revisions
from inspector_app.system.time_stamp_http import HttpAuthority, check_address

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk

_SIGNED = "signature:"


@dataclass(frozen=True, slots=True, kw_only=True)
class StampPlan:
    """What is stamped, and whom to ask; made before the network is touched."""

    inspection: InspectionId
    document: DocumentId
    revision: RevisionId
    """The newest one; a stamp on anything older is not kept."""
    pdf: bytes
    address: str
    now: datetime


def obtain(plan: StampPlan) -> bytes:
    """Ask the authority and return the stamped bytes; takes seconds, so beside the databases' thread."""
    from inspector_app.documents.stamping import stamp

    return stamp(plan.pdf, HttpAuthority(plan.address), now=plan.now)


class TimeStamping:
    """Keeps which authority a bureau asks, and what it answered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._revisions = Revisions(desk)

    def address(self) -> str:
        """Return the authority's address; empty while none is set."""
        return self._profile().time_stamp_authority

    def choose(self, address: str) -> str:
        """Set the authority's address, or none; nobody is asked by this."""
        cleaned = check_address(address) if address.strip() else ""
        with self._desk.workspace.intention("time-stamp authority chosen", self._desk.author) as unit:
            unit.put(replace(self._profile(), time_stamp_authority=cleaned))
        return cleaned

    def plan(self, inspection_id: InspectionId, document_id: DocumentId) -> StampPlan:
        """Read what is to be stamped; without an authority, signatures or need it is refused."""
        address = self.address()
        if not address:
            raise NotAllowed(
                sentence(
                    "No time-stamp authority is set. Enter its address in the settings; the document holds "
                    "without a time stamp."
                )
            )
        document = self._desk.inspection(inspection_id).get(Document, document_id)
        revisions = self._revisions.of(inspection_id, document_id)
        is_signed = bool(revisions) and any(one.what.startswith(_SIGNED) for one in revisions)
        if document is None or document.state is not DocumentState.ISSUED or not is_signed:
            raise NotAllowed(sentence("Only a finished document that is intact gets a time stamp."))
        if revisions[-1].what == TIME_STAMP:
            raise NotAllowed(sentence("This document has a time stamp already."))
        return StampPlan(
            inspection=inspection_id,
            document=document_id,
            revision=revisions[-1].id,
            pdf=self._revisions.read(inspection_id, revisions[-1]),
            address=address,
            now=self._desk.clock.now(),
        )

    def keep(self, plan: StampPlan, stamped: bytes) -> Document:
        """Keep the stamped bytes as one more revision; the one before stays."""
        document = self._desk.inspection(plan.inspection).get(Document, plan.document)
        revisions = self._revisions.of(plan.inspection, plan.document)
        if (
            document is None
            or document.state is not DocumentState.ISSUED
            or revisions[-1].id != plan.revision
        ):
            raise UnusableInput(
                sentence("The document changed while the authority was asked. Add the time stamp again.")
            )
        line = "document time stamp added"
        self._revisions.append(plan.inspection, document, stamped, what=TIME_STAMP, line=line)
        return document

    def _profile(self) -> Profile:
        return self._desk.workspace.get(Profile, PROFILE) or Profile(bureau="")
