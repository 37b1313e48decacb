"""What the workspace knows of itself: whose it is, and the certificates that sign here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inspector_app.domain.access import Slot, only_one_passphrase
from inspector_app.domain.ids import PersonId

PROFILE = "workspace"
BUREAU = "bureau"
"""Stands where a person's id would, for what is signed in the bureau's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The one entry about the workspace as a whole; its id is ``workspace``."""

    id: str = PROFILE
    bureau: str
    risk_accepted_by: PersonId | None = None
    """Who confirmed to work although one forgotten passphrase loses everything."""
    risk_accepted_at: datetime | None = None
    time_stamp_authority: str = ""
    """Address of who vouches for times (RFC 3161); empty until a person enters one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The public side of what somebody signs with; its id is the person's, or ``bureau``."""

    id: str
    name: str
    certificate_number: str
    issuer: str
    valid_until: datetime
    is_vouched_outside: bool
    authority_code: str
    """Short code that a verifier compares."""
    token: str = ""
    """Label of the token that holds the key; empty where the key lies on this laptop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysIn:
    """Everything that can open the workspace, for the page that explains it."""

    slots: tuple[Slot, ...]
    risk_accepted: bool

    @property
    def is_one_passphrase(self) -> bool:
        """One forgotten passphrase loses everything."""
        return only_one_passphrase(self.slots)

    @property
    def may_inspect(self) -> bool:
        return self.risk_accepted or not self.is_one_passphrase
