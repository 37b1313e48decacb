"""Approvals that were not given on this laptop: by telephone, or by a file that another laptop signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from inspector_app.domain.ids import EvidenceId, PersonId, Sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class TelephoneApproval:
    """What is kept of the call; who approved stands in the document itself."""

    called_at: datetime
    number: str
    """The telephone number that was called."""
    recorded_by: PersonId
    confirm_by: date
    confirmed_at: datetime | None = None
    scan: EvidenceId | None = None
    """The scanned confirmation; ``None`` where the approver confirmed by their passphrase."""

    def is_overdue(self, today: date) -> bool:
        """Tell whether the day is over and nobody has confirmed; the day itself is still in time."""
        return self.confirmed_at is None and today > self.confirm_by


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedApproval:
    """An approval that came as a signed file, as it was believed when it was taken in."""

    request: str
    """Identity of the request that it answers."""
    name: str
    certificate_number: str = ""
    laptop: str
    """Fingerprint of the card whose key signed."""
    compared_by: PersonId
    """Who compared that card's code here, and so vouches for the laptop."""
    compared_at: datetime
    remark: str = ""
    file: Sha256
    """The signed file itself, kept beside the document."""
