"""A time-stamp authority over HTTP: one request when a person asks for it, never otherwise."""

from __future__ import annotations

import urllib.error
import urllib.request
from urllib.parse import urlsplit

from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.wording import sentence

_SECONDS = 20
_MOST_BYTES = 256 * 1024


def check_address(address: str) -> str:
    """Return an authority's address without blanks; one that cannot be asked is refused."""
    cleaned = address.strip()
    try:
        parts = urlsplit(cleaned)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or any(sign.isspace() for sign in cleaned):
        raise UnusableInput(
            sentence("This is no address of a time-stamp authority. It begins with http:// or https://.")
        )
    return cleaned


class HttpAuthority:
    """Sends a request to one address (RFC 3161, 3.4)."""

    def __init__(self, address: str) -> None:
        self._address = check_address(address)

    def answer(self, request: bytes) -> bytes:
        """Return what the authority answers; the sentence says when it cannot be reached."""
        asked = urllib.request.Request(  # noqa: S310  (the scheme was checked)
            self._address,
            data=request,
            headers={"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"},
        )
        try:
            with urllib.request.urlopen(asked, timeout=_SECONDS) as reply:  # noqa: S310
                content: bytes = reply.read(_MOST_BYTES + 1)
        except (OSError, urllib.error.URLError, ValueError) as error:
            raise EnvironmentProblem(
                sentence(
                    "The time-stamp authority cannot be reached. The document is unchanged and holds without "
                    "a time stamp; try again when there is a network."
                )
            ) from error
        if len(content) > _MOST_BYTES:
            raise UnusableInput(
                sentence(
                    "The time-stamp authority's answer cannot be used. The document is unchanged; try again "
                    "later or choose another authority."
                )
            )
        return content
