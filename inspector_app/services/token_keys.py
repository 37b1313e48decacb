"""Certificates on tokens: found, tried once with the PIN, remembered without it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.ids import PersonId
from inspector_app.domain.workspace import Certificate
from inspector_app.services.credentials import Credentials
from inspector_app.services.desk import Desk
from inspector_app.services.signing_keys import opened
from inspector_app.system.token_libraries import likely_libraries

if TYPE_CHECKING:
    from inspector_app.documents.tokens import TokenCertificate


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenOffer:
    """A certificate on a token that is plugged in, as a person chooses it."""

    found: TokenCertificate = field(repr=False)
    name: str
    issuer: str
    valid_until: datetime
    token: str
    """The token's label."""


class TokenKeys:
    """Lets a person, or the bureau, sign with a token."""

    def __init__(self, desk: Desk, credentials: Credentials) -> None:
        self._desk = desk
        self._credentials = credentials

    def libraries(self) -> tuple[Path, ...]:
        """Return the makers' PKCS#11 libraries that lie where drivers put them."""
        return likely_libraries()

    def certificates(self, library: Path) -> tuple[TokenOffer, ...]:
        """Return what can sign on every token that is plugged in; no PIN is needed to look."""
        from inspector_app.documents.tokens import certificates_on

        return tuple(
            TokenOffer(
                found=found,
                name=found.name,
                issuer=found.issuer,
                valid_until=found.valid_until,
                token=found.label.strip(),
            )
            for found in certificates_on(library)
        )

    def use_for_person(
        self, person_id: PersonId, passphrase: str, offer: TokenOffer, pin: str
    ) -> Certificate:
        """Sign as this person with a token from now on; tried first, and the PIN is not kept."""
        self._try(offer.found, pin)
        return self._credentials.use_token_for_person(person_id, passphrase, offer.found)

    def use_for_bureau(self, offer: TokenOffer, pin: str) -> Certificate:
        """Sign in the bureau's name with a token from now on; see :meth:`use_for_person`."""
        self._try(offer.found, pin)
        return self._credentials.use_token_for_bureau(offer.found)

    def _try(self, found: TokenCertificate, pin: str) -> None:
        from inspector_app.documents.signing import probe

        with opened(found, pin) as token:
            probe(token, self._desk.clock.now())
