"""Signing tokens (USB keys, cards) through PKCS#11: the key never leaves the device."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from inspector_app.documents.authority import Certified, chain_of
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput, WrongPassphrase
from inspector_app.domain.wording import sentence

if TYPE_CHECKING:
    import pkcs11

KIND = "pkcs11"
"""Marks the secret of somebody who signs with a token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenCertificate(Certified):
    """A certificate on a token, and where to find its key again; holds nothing secret."""

    library: Path
    """The PKCS#11 library of the token's maker."""
    label: str
    serial: str
    """Label and serial number of the token, which tell it from another of the same make."""
    key_id: bytes

    @contextmanager
    def opened(self, pin: str) -> Iterator[OpenToken]:
        """Open the token for signing by its PIN; what goes wrong meanwhile is told in words."""
        with _told(), _session(self, pin) as session:
            yield OpenToken(
                certificate=self.certificate, chain=self.chain, key_id=self.key_id, session=session
            )

    def to_secret(self) -> bytes:
        """Return what is to be remembered for the person; the PIN is not."""
        return json.dumps(
            {
                "kind": KIND,
                "library": str(self.library),
                "label": self.label,
                "serial": self.serial,
                "key_id": self.key_id.hex(),
                "certificate": base64.b64encode(self.certificate).decode(),
                "chain": [base64.b64encode(entry).decode() for entry in self.chain],
            }
        ).encode()

    @classmethod
    def from_secret(cls, secret: bytes) -> TokenCertificate | None:
        """Return the token that a secret names; ``None`` for a secret that holds a key itself."""
        body = json.loads(secret)
        if body.get("kind") != KIND:
            return None
        return cls(
            library=Path(body["library"]),
            label=body["label"],
            serial=body["serial"],
            key_id=bytes.fromhex(body["key_id"]),
            certificate=base64.b64decode(body["certificate"]),
            chain=tuple(base64.b64decode(entry) for entry in body["chain"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenToken(Certified):
    """A token that its owner has opened; signs until the ``with`` block ends."""

    key_id: bytes
    session: pkcs11.Session = field(repr=False)


def certificates_on(library: Path) -> list[TokenCertificate]:
    """Return the certificates that can sign on every token that is plugged in.

    Raises :class:`EnvironmentProblem` when the library cannot be loaded or no token is there.
    """
    import pkcs11

    with _told():
        tokens = _tokens(library)
        if not tokens:
            raise EnvironmentProblem(
                sentence("No token is plugged in. Plug it in, wait for its light, and try again.")
            )
        found: list[TokenCertificate] = []
        for token in tokens:
            with token.open() as session:
                objects = session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE})
                kept = {
                    bytes(entry[pkcs11.Attribute.ID]): _parsed(bytes(entry[pkcs11.Attribute.VALUE]))
                    for entry in objects
                }
            others = [certificate for certificate in kept.values() if certificate is not None]
            found += [
                TokenCertificate(
                    library=library,
                    label=token.label,
                    serial=_text(token.serial),
                    key_id=key_id,
                    certificate=certificate.public_bytes(Encoding.DER),
                    chain=tuple(above.public_bytes(Encoding.DER) for above in chain_of(certificate, others)),
                )
                for key_id, certificate in kept.items()
                if certificate is not None and not _is_authority(certificate)
            ]
    if not found:
        raise UnusableInput(
            sentence(
                "This token holds no certificate that can sign here: an RSA or ECDSA certificate is needed. "
                "Ask its issuer."
            )
        )
    return found


def _parsed(der: bytes) -> x509.Certificate | None:
    """Read a certificate; one of a kind that cannot sign here (such as SM2) is passed over."""
    try:
        certificate = x509.load_der_x509_certificate(der)
        fits = isinstance(certificate.public_key(), ec.EllipticCurvePublicKey | rsa.RSAPublicKey)
    except ValueError:
        return None
    except Exception as error:
        if type(error).__name__ == "UnsupportedAlgorithm":
            return None
        raise
    return certificate if fits else None


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return bool(certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except x509.ExtensionNotFound:
        return False


def _tokens(path: Path) -> list[pkcs11.Token]:
    """Return the tokens that are plugged in and were prepared by an issuer."""
    import pkcs11

    try:
        library = pkcs11.lib(str(path))
        library.reinitialize()  # what was plugged in since is seen only then
    except (RuntimeError, pkcs11.PKCS11Error, OSError) as error:
        raise EnvironmentProblem(
            sentence(
                "{name} is not the library of a signing token, or its driver is not complete. "
                "Install the driver that came with the token and choose its PKCS#11 library.",
                name=path.name,
            )
        ) from error
    return [token for token in library.get_tokens() if token.flags & pkcs11.TokenFlag.TOKEN_INITIALIZED]


@contextmanager
def _session(token: TokenCertificate, pin: str) -> Iterator[pkcs11.Session]:
    match = next(
        (
            found
            for found in _tokens(token.library)
            if found.label == token.label and _text(found.serial) == token.serial
        ),
        None,
    )
    if match is None:
        raise EnvironmentProblem(
            sentence(
                "The token “{label}” is not plugged in. Nothing was signed; plug it in and try again.",
                label=token.label,
            )
        )
    with match.open(user_pin=pin) as session:
        yield session


def _text(serial: bytes | str) -> str:
    return serial.decode(errors="replace").strip() if isinstance(serial, bytes) else serial.strip()


@contextmanager
def _told() -> Iterator[None]:
    """Say what a token answers in words; none of it leaves anything signed."""
    import pkcs11
    from pkcs11 import exceptions as answers

    try:
        yield
    except (answers.PinIncorrect, answers.PinInvalid, answers.PinLenRange) as error:
        raise WrongPassphrase(
            sentence(
                "The token refuses this PIN. Nothing was signed. "
                "After a few wrong PINs the token locks itself."
            )
        ) from error
    except answers.PinLocked as error:
        raise NotAllowed(
            sentence(
                "The token is locked after too many wrong PINs. Nothing was signed; "
                "its issuer can unlock it. Another inspector or another certificate can sign meanwhile."
            )
        ) from error
    except answers.PinExpired as error:
        raise NotAllowed(
            sentence(
                "The token's PIN must be changed first, with the program that came with it. "
                "Nothing was signed."
            )
        ) from error
    except (answers.NoSuchKey, answers.MultipleObjectsReturned, answers.MechanismInvalid) as error:
        raise UnusableInput(
            sentence(
                "The token does not hold the key of this certificate, or cannot sign with it. "
                "Nothing was signed; choose the certificate again."
            )
        ) from error
    except pkcs11.PKCS11Error as error:
        raise EnvironmentProblem(
            sentence(
                "The token stopped answering. Nothing was signed; leave it plugged in, or plug it in again, "
                "and repeat the signature."
            )
        ) from error
