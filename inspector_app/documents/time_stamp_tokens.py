"""A time-stamp token (RFC 3161) read strictly: which digest existed when, and who vouches for that."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import cms, tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import ExtendedKeyUsageOID

from inspector_app.documents.seals import (
    DIGESTS,
    UNREADABLE,
    Names,
    Unsound,
    attributes_of,
    certificates_of,
    check_signature,
    encoded_again,
    malformed,
    names_of,
    proven_chain,
    require,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A sound time stamp of a digest; whether the digest fits the document is another question."""

    digest_name: str
    digest: bytes
    at: datetime
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    names: Names

    @property
    def is_in_time(self) -> bool:
        """Tell whether every certificate was valid when it stamped."""
        certificates = (self.certificate, *self.chain)
        return all(one.not_valid_before_utc <= self.at <= one.not_valid_after_utc for one in certificates)


def is_token(der: bytes) -> bool:
    """Tell whether this claims to be a time stamp and not a signature."""
    try:
        content = cms.ContentInfo.load(der)
        return bool(content["content"]["encap_content_info"]["content_type"].native == "tst_info")
    except UNREADABLE:
        return False


def read_token(der: bytes) -> Token:
    """Read a time-stamp token or raise ``Unsound``; whatever is not needed is refused."""
    try:
        content = cms.ContentInfo.load(der, strict=True)
        require(content["content_type"].native == "signed_data")
        token = _read(content["content"])
        require(encoded_again(content) == der)
    except (*UNREADABLE, x509.ExtensionNotFound) as error:
        raise malformed() from error
    return token


def lean(der: bytes) -> bytes:
    """Return a token whose certificates prove one another up to a root, or with the signing one alone.

    Authorities often send certificates without their root. What nothing proves could be changed
    unnoticed, and it is not covered by the authority's signature, so it can be left out.
    """
    content = cms.ContentInfo.load(der)
    signed = content["content"]
    info = signed["signer_infos"][0]
    leaf, others = certificates_of(signed["certificates"], info["sid"].chosen)
    try:
        proven_chain(leaf, others)
    except Unsound:
        serial = info["sid"].chosen["serial_number"].native
        kept = [one for one in signed["certificates"] if one.chosen.serial_number == serial]
        signed["certificates"] = cms.CertificateSet(kept)
    return encoded_again(content)


def _read(signed: cms.SignedData) -> Token:
    require(signed["version"].native == "v3" and signed["crls"].native is None)
    require(len(signed["signer_infos"]) == 1 and len(signed["digest_algorithms"]) == 1)
    inside = signed["encap_content_info"]
    require(inside["content_type"].native == "tst_info")
    info = signed["signer_infos"][0]
    digest_name = info["digest_algorithm"]["algorithm"].native
    require(digest_name in DIGESTS and info["version"].native == "v1")
    require(signed["digest_algorithms"][0].dump() == info["digest_algorithm"].dump())
    require(info["sid"].name == "issuer_and_serial_number" and info["unsigned_attrs"].native is None)
    attributes = attributes_of(info["signed_attrs"])
    require(attributes["content_type"].native == "tst_info")
    octets = bytes(inside["content"])
    require(attributes["message_digest"].native == hashlib.new(digest_name, octets).digest())
    leaf, others = certificates_of(signed["certificates"], info["sid"].chosen)
    _check_named(attributes, leaf)
    _check_purpose(leaf)
    check_signature(info, digest_name, leaf)
    chain = proven_chain(leaf, others)
    stamped = tsp.TSTInfo.load(octets, strict=True)
    imprint = stamped["message_imprint"]
    imprint_name = imprint["hash_algorithm"]["algorithm"].native
    at = stamped["gen_time"].native
    require(stamped["version"].native == "v1" and imprint_name in DIGESTS and at.tzinfo is not None)
    return Token(
        digest_name=imprint_name,
        digest=imprint["hashed_message"].native,
        at=at,
        certificate=leaf,
        chain=chain,
        names=names_of(leaf, chain[-1] if chain else leaf),
    )


def _check_named(attributes: dict[str, Any], leaf: x509.Certificate) -> None:
    """The signed attributes must name this certificate, so that no other can be put in its place."""
    newer = attributes.get("signing_certificate_v2")
    named = (newer or attributes["signing_certificate"])["certs"]
    require(len(named) >= 1)  # further ones name the certificates above
    algorithm: hashes.HashAlgorithm = hashes.SHA1()  # noqa: S303  (RFC 2634 knows no other)
    if newer is not None:
        name = named[0]["hash_algorithm"]["algorithm"].native
        require(name in DIGESTS)
        algorithm = DIGESTS[name]
    require(named[0]["cert_hash"].native == leaf.fingerprint(algorithm))


def _check_purpose(leaf: x509.Certificate) -> None:
    """Only a certificate for time stamps and nothing else vouches for a time (RFC 3161, 2.3)."""
    found = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    require(found.critical and list(found.value) == [ExtendedKeyUsageOID.TIME_STAMPING])
