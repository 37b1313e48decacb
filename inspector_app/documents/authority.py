"""Who signs: people's keys and certificates, from outside or from the workspace's own authority."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from unicodedata import normalize

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from inspector_app.domain.errors import UnusableInput, WrongPassphrase
from inspector_app.domain.readable import encode
from inspector_app.domain.wording import sentence

OWN_AUTHORITY = "本机自建签名机构"
"""Stands as organisational unit in every certificate of a workspace's own authority."""

_PRINTABLE = re.compile(r"[A-Za-z0-9 '()+,\-./:=?]*")
"""What ASN.1 calls a printable string."""
_AUTHORITY_YEARS = 20
_PERSON_YEARS = 5
_CLOCK_TOLERANCE = timedelta(days=1)
"""A laptop's clock may be set right after the certificate was made; it must not become invalid by that."""


_SHORTEST_RSA, _SHORTEST_CURVE = 2048, 224
"""Bits below which pyHanko's and other verifiers' policies refuse a key."""
_NEARLY_CUT = 60
"""X.520 lets a common name have 64 characters, which some issuers count as bytes; longer ones are cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """A certificate and the certificates above it, in DER, wherever the key is kept."""

    certificate: bytes
    chain: tuple[bytes, ...] = ()

    @property
    def name(self) -> str:
        return attribute_of(_load(self.certificate).subject, NameOID.COMMON_NAME)

    def speaks_of(self, name: str) -> bool:
        """Tell whether the certificate was issued to somebody of this name, which issuers put into longer
        words (``051@林知远@…``) or cut."""
        wanted = _plain(name)
        held = [_plain(str(entry.value)) for entry in _load(self.certificate).subject]
        return any(wanted in one for one in held) or (
            len(self.name.encode()) >= _NEARLY_CUT and wanted.startswith(_plain(self.name))
        )

    @property
    def certificate_number(self) -> str:
        """Return the number of the inspector's licence (执法证号), where the certificate carries one."""
        return attribute_of(_load(self.certificate).subject, NameOID.SERIAL_NUMBER)

    @property
    def issuer(self) -> str:
        return name_of(_load(self.certificate).issuer)

    @property
    def is_vouched_outside(self) -> bool:
        """Tell whether somebody other than this laptop claims to stand behind the name."""
        certificate = _load(self.certificate)
        return not is_own_authority(certificate.issuer) and certificate.issuer != certificate.subject

    @property
    def valid_until(self) -> datetime:
        return _load(self.certificate).not_valid_after_utc

    @property
    def authority_code(self) -> str:
        """Return the code that the verifier shows for whoever stands at the top."""
        return authority_code(self.chain[-1] if self.chain else self.certificate)

    def is_valid_at(self, at: datetime) -> bool:
        certificates = [_load(entry) for entry in (self.certificate, *self.chain)]
        return all(entry.not_valid_before_utc <= at <= entry.not_valid_after_utc for entry in certificates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer(Certified):
    """A private key in DER with its certificate."""

    key: bytes = field(repr=False)

    def to_secret(self) -> bytes:
        """Return everything as bytes that belong under the person's passphrase."""
        return json.dumps(
            {
                "key": _text(self.key),
                "certificate": _text(self.certificate),
                "chain": [_text(entry) for entry in self.chain],
            }
        ).encode()

    @classmethod
    def from_secret(cls, secret: bytes) -> Signer:
        body = json.loads(secret)
        return cls(
            key=base64.b64decode(body["key"]),
            certificate=base64.b64decode(body["certificate"]),
            chain=tuple(base64.b64decode(entry) for entry in body["chain"]),
        )


class Authority:
    """The workspace's own authority; it makes signatures possible and vouches for nobody."""

    def __init__(self, signer: Signer) -> None:
        self._signer = signer

    @classmethod
    def make(cls, body: str, now: datetime) -> Authority:
        """Make an authority for a bureau's laptop; its name says what it is."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = _name(f"{_clipped(body, 40)}{OWN_AUTHORITY}", body)
        certificate = (
            _builder(name, name, key.public_key(), now, _AUTHORITY_YEARS)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(certificates=True), critical=True)
            .sign(key, hashes.SHA256())
        )
        return cls(_signer(key, certificate))

    @property
    def certificate(self) -> bytes:
        return self._signer.certificate

    def to_secret(self) -> bytes:
        """Return key and certificate as bytes that belong under the workspace's key."""
        return self._signer.to_secret()

    @classmethod
    def from_secret(cls, secret: bytes) -> Authority:
        return cls(Signer.from_secret(secret))

    def certify(self, name: str, certificate_number: str, body: str, now: datetime) -> Signer:
        """Make a key and a certificate for a person, or for the bureau without a licence number."""
        key = ec.generate_private_key(ec.SECP256R1())
        issuer = _load(self._signer.certificate)
        certificate = (
            _builder(
                _name(name, body, certificate_number),
                issuer.subject,
                key.public_key(),
                now,
                _PERSON_YEARS,
            )
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(certificates=False), critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(_ec_key(issuer.public_key())),
                critical=False,
            )
            .sign(_ec_private(self._signer.key), hashes.SHA256())
        )
        return _signer(key, certificate, (self._signer.certificate,))


def import_pkcs12(content: bytes, passphrase: str) -> Signer:
    """Take a key and certificate that somebody else issued, from a .p12 or .pfx file."""
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(content, passphrase.encode())
    except ValueError as error:
        if "password" in str(error).lower():
            raise WrongPassphrase(
                sentence(
                    "The passphrase does not open this certificate file. Nothing was changed; try again."
                )
            ) from error
        raise UnusableInput(
            sentence("This is not a certificate file (.p12 or .pfx). Nothing was changed.")
        ) from error
    if key is None or certificate is None:
        raise UnusableInput(
            sentence(
                "This file holds no private key with its certificate. "
                "Ask the issuer for a .p12 file with both."
            )
        )
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise UnusableInput(
            sentence(
                "This kind of key cannot sign documents here. Ask the issuer for an RSA or ECDSA certificate."
            )
        )
    if key.key_size < (_SHORTEST_RSA if isinstance(key, rsa.RSAPrivateKey) else _SHORTEST_CURVE):
        raise UnusableInput(
            sentence(
                "The key of this certificate is too short: whoever wants to can forge its signatures. "
                "Nothing was changed; ask the issuer for RSA with 2048 bits or more, or ECDSA."
            )
        )
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    chain = chain_of(certificate, others)
    return Signer(
        key=der,
        certificate=certificate.public_bytes(Encoding.DER),
        chain=tuple(entry.public_bytes(Encoding.DER) for entry in chain),
    )


def _plain(text: str) -> str:
    return "".join(normalize("NFKC", text).casefold().split())


def authority_code(certificate: bytes) -> str:
    """Return a short code of a certificate, to be compared with one that was written down elsewhere."""
    text = encode(hashlib.sha256(certificate).digest())[:16]
    return "-".join(text[start : start + 4] for start in range(0, 16, 4))


def is_own_authority(name: x509.Name) -> bool:
    """Tell whether a certificate says of itself that a workspace's own authority made it."""
    return attribute_of(name, NameOID.ORGANIZATIONAL_UNIT_NAME) == OWN_AUTHORITY


def name_of(name: x509.Name) -> str:
    """Return the name a person would know a subject or issuer by."""
    return (
        attribute_of(name, NameOID.COMMON_NAME)
        or attribute_of(name, NameOID.ORGANIZATION_NAME)
        or name.rfc4514_string()
    )


def chain_of(leaf: x509.Certificate, others: list[x509.Certificate]) -> list[x509.Certificate]:
    """Return the certificates up to a root, or none: the verifier takes no chain that ends in the air."""
    chain: list[x509.Certificate] = []
    current, left = leaf, list(others)
    while current.issuer != current.subject:
        above = next((entry for entry in left if entry.subject == current.issuer), None)
        if above is None:
            return []
        left.remove(above)
        chain.append(above)
        current = above
    return chain


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, years: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCK_TOLERANCE)
        .not_valid_after(now + timedelta(days=365 * years))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _name(common: str, body: str, serial: str = "") -> x509.Name:
    entries = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, _clipped(body) or OWN_AUTHORITY),
        x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, OWN_AUTHORITY),
        x509.NameAttribute(NameOID.COMMON_NAME, _clipped(common)),
    ]
    if serial:
        # The field is meant for plain letters; licence numbers such as 青医执字第1号 need the wider form.
        kind = None if _PRINTABLE.fullmatch(serial) else x509.name._ASN1Type.UTF8String  # noqa: SLF001
        entries.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, _clipped(serial), kind))
    return x509.Name(entries)


def _clipped(text: str, limit: int = 64) -> str:
    """Cut a name to what a certificate may hold, in UTF-8 bytes; X.520 sets 64."""
    return text.encode()[:limit].decode(errors="ignore")


def _usage(*, certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not certificates,
        content_commitment=not certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certificates,
        crl_sign=certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _signer(
    key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate, chain: tuple[bytes, ...] = ()
) -> Signer:
    return Signer(
        key=key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        certificate=certificate.public_bytes(Encoding.DER),
        chain=chain,
    )


def _ec_private(der: bytes) -> ec.EllipticCurvePrivateKey:
    key = load_der_private_key(der, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("the own authority signs with ECDSA")
    return key


def _ec_key(key: object) -> ec.EllipticCurvePublicKey:
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise TypeError("the own authority signs with ECDSA")
    return key


def _load(der: bytes) -> x509.Certificate:
    return x509.load_der_x509_certificate(der)


def attribute_of(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    """Return the first value of one kind, or nothing."""
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")
