"""Certificates of the own authority say what they are; those from outside come in whole."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    NoEncryption,
    load_der_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from inspector_app.documents.authority import OWN_AUTHORITY, Authority, Signer, import_pkcs12
from inspector_app.documents.signing import sign
from inspector_app.documents.verifying import verify
from inspector_app.domain.errors import Problem, UnusableInput, WrongPassphrase
from tests.documents.signed_notices import BODY, NIGHT, authority, page, prepared, signer


def pkcs12_of(who: Signer, passphrase: bytes, *, chain: bool = True) -> bytes:
    key = load_der_private_key(who.key, None)
    others = [x509.load_der_x509_certificate(entry) for entry in who.chain] if chain else None
    certificate = x509.load_der_x509_certificate(who.certificate)
    return pkcs12.serialize_key_and_certificates(
        b"x",
        key,  # type: ignore[arg-type]
        certificate,
        others,
        BestAvailableEncryption(passphrase) if passphrase else NoEncryption(),
    )


def test_a_certificate_carries_name_and_licence_and_says_that_nobody_outside_vouches() -> None:
    who = signer(0)
    assert (who.name, who.certificate_number) == ("安青禾", "QH-0")
    assert OWN_AUTHORITY in who.issuer
    assert not who.is_vouched_outside
    assert who.is_valid_at(NIGHT)
    assert not who.is_valid_at(NIGHT + timedelta(days=366 * 5))


def test_a_licence_number_in_chinese_is_carried_too() -> None:
    made = authority().certify("安青禾", "青医执字第0001号", BODY, NIGHT)
    assert made.certificate_number == "青医执字第0001号"
    assert Signer.from_secret(made.to_secret()).certificate_number == "青医执字第0001号"
    report = verify(sign(prepared(), made, "signature-0", at=NIGHT, appearance=page("signed")))
    assert report.intact
    assert report.signatures[0].certificate_number == "青医执字第0001号"


def test_very_long_names_still_make_a_certificate() -> None:
    long = Authority.make("云岭市" * 40, NIGHT).certify("长" * 90, "9" * 90, "云岭市" * 40, NIGHT)
    assert long.name == "长" * 21


def test_signer_and_authority_survive_being_kept_and_hide_their_key() -> None:
    assert Signer.from_secret(signer(0).to_secret()) == signer(0)
    again = Authority.from_secret(authority().to_secret())
    assert again.certify("白石桥", "1", BODY, NIGHT).authority_code == signer(0).authority_code
    assert str(signer(0).key) not in repr(signer(0))


def test_a_pkcs12_file_comes_in_with_its_chain() -> None:
    assert import_pkcs12(pkcs12_of(signer(1), b"open sesame"), "open sesame") == signer(1)


def test_a_chain_that_ends_in_the_air_is_left_out() -> None:
    assert import_pkcs12(pkcs12_of(signer(1), b"x", chain=False), "x").chain == ()


def test_a_wrong_passphrase_and_a_wrong_file_are_sentences() -> None:
    with pytest.raises(WrongPassphrase):
        import_pkcs12(pkcs12_of(signer(1), b"open sesame"), "wrong")
    for junk in (b"", b"not a certificate", b"\x30\x82\xff\xff"):
        with pytest.raises(UnusableInput):
            import_pkcs12(junk, "x")


def test_a_file_without_a_private_key_is_refused() -> None:
    only = pkcs12.serialize_key_and_certificates(
        None, None, x509.load_der_x509_certificate(signer(0).certificate), None, NoEncryption()
    )
    with pytest.raises(Problem, match="no private key"):
        import_pkcs12(only, "")


def test_a_key_that_cannot_sign_pdf_documents_is_refused() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NIGHT)
        .not_valid_after(NIGHT + timedelta(days=1))
        .sign(key, None)
    )
    content = pkcs12.serialize_key_and_certificates(None, key, certificate, None, NoEncryption())
    with pytest.raises(UnusableInput, match="RSA or ECDSA"):
        import_pkcs12(content, "")


def issued(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, name: str) -> bytes:
    """A .p12 file with a certificate that its own key signed."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NIGHT - timedelta(days=2))
        .not_valid_after(NIGHT + timedelta(days=2))
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(None, key, certificate, None, NoEncryption())


def test_a_key_that_anybody_could_forge_is_refused() -> None:
    short = rsa.generate_private_key(65537, 1024)  # noqa: S505 - that is what is refused
    with pytest.raises(UnusableInput, match="too short"):
        import_pkcs12(issued(short, "林知远"), "")
    with pytest.raises(UnusableInput, match="too short"):
        import_pkcs12(issued(ec.generate_private_key(ec.SECP192R1()), "林知远"), "")


@pytest.mark.parametrize(
    ("common_name", "speaks"),
    [("林知远", True), ("051@林知远@Z0@1", True), ("林 知远", True), ("周叙白", False), ("林", False)],
)
def test_a_certificate_speaks_of_whom_its_issuer_wrote_into_it(common_name: str, speaks: bool) -> None:
    curve = ec.generate_private_key(ec.SECP256R1())
    assert import_pkcs12(issued(curve, common_name), "").speaks_of("林知远") is speaks


def test_a_name_that_was_cut_for_the_certificate_is_still_its_owners() -> None:
    name = "阿" * 30
    curve = ec.generate_private_key(ec.SECP256R1())
    assert import_pkcs12(issued(curve, name[:21]), "").speaks_of(name)


def outside_signer(called: str = "林知远") -> Signer:
    """Make what a provider outside would issue: RSA, a root and a person, no word of an own authority."""
    root_key, key = (rsa.generate_private_key(65537, 2048) for _ in range(2))
    root_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "云岭数字证书")])
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, called)])

    def build(subject: x509.Name, public: rsa.RSAPublicKey, *, ca: bool) -> x509.Certificate:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(root_name)
            .public_key(public)
            .serial_number(7 if ca else 8)
            .not_valid_before(NIGHT - timedelta(days=1))
            .not_valid_after(NIGHT + timedelta(days=365))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .sign(root_key, hashes.SHA256())
        )

    root = build(root_name, root_key.public_key(), ca=True)
    person = build(name, key.public_key(), ca=False)
    content = pkcs12.serialize_key_and_certificates(None, key, person, [root], BestAvailableEncryption(b"p"))
    return import_pkcs12(content, "p")


def test_a_certificate_from_outside_counts_as_vouched_for() -> None:
    assert outside_signer().is_vouched_outside
