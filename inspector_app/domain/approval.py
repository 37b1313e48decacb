"""An approval given by telephone, which waits until the approver or their paper confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from inspector_app.domain.ids import EvidenceId, PersonId


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
