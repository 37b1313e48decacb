"""One signature's cryptography, read strictly: every byte of it has one allowed value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from asn1crypto import cms, core, tsp
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from inspector_app.documents.authority import attribute_of, authority_code, is_own_authority, name_of
from inspector_app.domain.wording import Sentence, sentence

DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_MOST_CERTIFICATES = 10
_NAMED = tsp.SigningCertificateV2
"""Importing ``tsp`` is what teaches ``cms`` this attribute; without it no PAdES signature can be read."""
UNREADABLE = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)
"""What the libraries raise for bytes that are not what they should be."""


class Unsound(Exception):
    """This is not a signature in the one form that is accepted; the sentence says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the certificates say of the signer."""

    signer: str
    certificate_number: str
    organisation: str
    issuer: str
    is_own_authority: bool
    authority_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A sound signature over a digest; whether the digest fits the document is another question."""

    digest_name: str
    digest: bytes
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    """The certificates above, each proven to have issued the one before."""
    names: Names

    @property
    def top(self) -> x509.Certificate:
        return self.chain[-1] if self.chain else self.certificate


@lru_cache(maxsize=32)  # the same signature is looked at before saving, after reading and by people
def read_seal(der: bytes) -> Seal:
    """Read CMS signed data (PAdES B-B) or raise :class:`Unsound`; whatever is not needed is refused."""
    try:
        content = cms.ContentInfo.load(der, strict=True)
        require(content["content_type"].native == "signed_data")
        seal = _read(content["content"])
        require(encoded_again(content) == der)
        return seal
    except UNREADABLE as error:
        raise malformed() from error


def encoded_again(content: cms.ContentInfo) -> bytes:
    """Re-encoding leaves out whatever a lenient reader skips: slack in sequences, unused bits."""
    _calm(content)
    encoded: bytes = content.dump(force=True)
    return encoded


def _calm(value: object) -> None:
    """Take back that a filled-in default counts as a change: asn1crypto 1.5 encodes whatever holds a
    changed part three times at each level, so that one default made a signature cost half a second."""
    if isinstance(value, core.Sequence | core.SequenceOf):
        parts = [value[name] for name in value] if isinstance(value, core.Sequence) else list(value)
        value._mutated = False  # noqa: SLF001
        for part in parts:
            _calm(part)
    elif isinstance(value, core.Choice):
        _calm(value.chosen)
    elif isinstance(value, core.Any):
        _calm(value.parsed)
    elif isinstance(value, core.ParsableOctetString | core.ParsableOctetBitString):
        parsed = value._parsed  # noqa: SLF001
        if parsed is not None:
            _calm(parsed[0])


def _read(signed: cms.SignedData) -> Seal:
    require(signed["version"].native == "v1")
    require(signed["encap_content_info"].dump() == cms.ContentInfo({"content_type": "data"}).dump())
    require(signed["crls"].native is None and len(signed["signer_infos"]) == 1)
    info = signed["signer_infos"][0]
    digest_name = info["digest_algorithm"]["algorithm"].native
    require(digest_name in DIGESTS and len(signed["digest_algorithms"]) == 1)
    require(signed["digest_algorithms"][0].dump() == info["digest_algorithm"].dump())
    require(info["version"].native == "v1" and info["sid"].name == "issuer_and_serial_number")
    require(info["unsigned_attrs"].native is None)
    attributes = attributes_of(info["signed_attrs"])
    require(attributes["content_type"].native == "data")
    leaf, others = certificates_of(signed["certificates"], info["sid"].chosen)
    _check_named(attributes["signing_certificate_v2"], leaf)
    _check_usage(leaf)
    if "cms_algorithm_protection" in attributes:
        protection = attributes["cms_algorithm_protection"]
        require(protection["digest_algorithm"].dump() == info["digest_algorithm"].dump())
        require(protection["signature_algorithm"].native == info["signature_algorithm"].native)
    check_signature(info, digest_name, leaf)
    chain = proven_chain(leaf, others)
    return Seal(
        digest_name=digest_name,
        digest=attributes["message_digest"].native,
        certificate=leaf,
        chain=chain,
        names=names_of(leaf, chain[-1] if chain else leaf),
    )


def names_of(leaf: x509.Certificate, top: x509.Certificate) -> Names:
    return Names(
        signer=name_of(leaf.subject),
        certificate_number=attribute_of(leaf.subject, NameOID.SERIAL_NUMBER),
        organisation=attribute_of(leaf.subject, NameOID.ORGANIZATION_NAME),
        issuer=name_of(leaf.issuer),
        is_own_authority=is_own_authority(leaf.issuer),
        authority_code=authority_code(top.public_bytes(Encoding.DER)),
    )


def attributes_of(found: cms.CMSAttributes) -> dict[str, Any]:
    """Each attribute once, with one value."""
    attributes: dict[str, Any] = {}
    for entry in found:
        name = entry["type"].native
        require(name not in attributes and len(entry["values"]) == 1)
        attributes[name] = entry["values"][0]
    return attributes


def certificates_of(
    found: cms.CertificateSet, signer: cms.IssuerAndSerialNumber
) -> tuple[x509.Certificate, list[x509.Certificate]]:
    require(0 < len(found) <= _MOST_CERTIFICATES)
    leaf: x509.Certificate | None = None
    others = []
    for choice in found:
        require(choice.name == "certificate")
        certificate = x509.load_der_x509_certificate(choice.chosen.dump())
        require(choice.chosen["signature_value"].contents[0] == 0)
        same_serial = choice.chosen.serial_number == signer["serial_number"].native
        if leaf is None and same_serial and choice.chosen.issuer.dump() == signer["issuer"].dump():
            leaf = certificate
        else:
            others.append(certificate)
    if leaf is None:
        raise malformed()
    return leaf, others


def _check_named(attribute: Any, leaf: x509.Certificate) -> None:
    """The signed attributes must name this certificate, so that no other can be put in its place."""
    require(isinstance(attribute, _NAMED))
    named = attribute["certs"]
    require(len(named) == 1)
    digest_name = named[0]["hash_algorithm"]["algorithm"].native
    require(digest_name in DIGESTS)
    require(named[0]["cert_hash"].native == leaf.fingerprint(DIGESTS[digest_name]))


def _check_usage(leaf: x509.Certificate) -> None:
    """A certificate that says what its key is for must allow signatures."""
    for extension in leaf.extensions:
        if isinstance(extension.value, x509.KeyUsage):
            require(extension.value.digital_signature or extension.value.content_commitment)


def check_signature(info: cms.SignerInfo, digest_name: str, leaf: x509.Certificate) -> None:
    message = info["signed_attrs"].untag().dump()
    signature = info["signature"].native
    algorithm = info["signature_algorithm"]
    name = algorithm["algorithm"].native
    digest = DIGESTS[digest_name]
    key = leaf.public_key()
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            require(name == f"{digest_name}_ecdsa" and algorithm["parameters"].native is None)
            key.verify(signature, message, ec.ECDSA(digest))
        elif isinstance(key, rsa.RSAPublicKey):
            require(name in (f"{digest_name}_rsa", "rsassa_pkcs1v15"))
            require(algorithm["parameters"].native is None)
            key.verify(signature, message, padding.PKCS1v15(), digest)
        else:
            raise malformed()
    except InvalidSignature as error:
        raise Unsound(
            sentence("A signature does not belong to its certificate. Do not rely on this document.")
        ) from error


def proven_chain(leaf: x509.Certificate, others: list[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    """Order the certificates above the leaf; one that issued nothing here is refused.

    The chain is complete up to a root or it is empty: a highest certificate that nothing proves
    could be changed unnoticed. The leaf itself is named by its hash in what was signed.
    """
    chain: list[x509.Certificate] = []
    current, left = leaf, list(others)
    while left:
        above = next((entry for entry in left if entry.subject == current.issuer), None)
        if above is None:
            raise malformed()
        _check_issued(current, above)
        left.remove(above)
        chain.append(above)
        current = above
    if chain:
        _check_issued(current, current)
    return tuple(chain)


def _check_issued(certificate: x509.Certificate, issuer: x509.Certificate) -> None:
    try:
        certificate.verify_directly_issued_by(issuer)
        require(issuer.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except (InvalidSignature, x509.ExtensionNotFound) as error:
        raise Unsound(
            sentence(
                "A certificate was not issued by the authority that it names. Do not rely on this document."
            )
        ) from error


def same_certificate(one: x509.Certificate, other: x509.Certificate) -> bool:
    return one.public_bytes(Encoding.DER) == other.public_bytes(Encoding.DER)


def require(condition: bool) -> None:
    if not condition:
        raise malformed()


def malformed() -> Unsound:
    return Unsound(
        sentence("A signature is not written in the one form that is accepted. Do not rely on this document.")
    )
