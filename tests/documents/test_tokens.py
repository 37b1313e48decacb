"""A software token (SoftHSM) stands in for the inspectors' USB keys, through the same PKCS#11 interface."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from inspector_app.documents.authority import Signer
from inspector_app.documents.signing import probe, sign
from inspector_app.documents.tokens import TokenCertificate, certificates_on
from inspector_app.documents.verifying import verify
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput, WrongPassphrase
from tests.documents.signed_notices import NIGHT, page, prepared, signer
from tests.documents.test_authority import outside_signer
from tests.software_token import LIBRARY, SoftwareToken

pytestmark = pytest.mark.skipif(
    LIBRARY is None or shutil.which("softhsm2-util") is None, reason="softhsm2 is not installed"
)

PIN = "246813"


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftwareToken:
    return SoftwareToken.make(tmp_path, monkeypatch, pin=PIN)


def _signed(found: TokenCertificate, pin: str = PIN) -> bytes:
    with found.opened(pin) as owner:
        return sign(prepared(), owner, "signature-0", at=NIGHT, appearance=page("signed"))


@pytest.mark.parametrize("make", [lambda: signer(0), outside_signer], ids=["ECDSA", "RSA"])
def test_a_token_signs_and_its_key_stays_on_it(token: SoftwareToken, make: Callable[[], Signer]) -> None:
    who = make()
    token.hold(who)
    (found,) = certificates_on(token.library)
    assert (found.name, found.chain) == (who.name, who.chain)
    assert not any(who.key in part for part in (repr(found).encode(), found.to_secret()))
    pdf = _signed(found)
    report = verify(pdf)
    assert report.intact
    assert [one.signer for one in report.signatures] == [who.name]
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


def test_a_token_is_remembered_without_its_pin_and_tried_before_it_counts(token: SoftwareToken) -> None:
    token.hold(signer(0))
    (found,) = certificates_on(token.library)
    kept = TokenCertificate.from_secret(found.to_secret())
    assert kept == found
    assert PIN.encode() not in found.to_secret()
    with found.opened(PIN) as owner:
        probe(owner, NIGHT)
    assert TokenCertificate.from_secret(signer(0).to_secret()) is None


def test_a_wrong_pin_signs_nothing_and_a_locked_token_says_so(token: SoftwareToken) -> None:
    token.hold(signer(0))
    (found,) = certificates_on(token.library)
    with pytest.raises(WrongPassphrase, match="refuses this PIN"):
        _signed(found, "999999")
    assert verify(_signed(found)).intact


def test_an_absent_token_and_an_empty_one_are_told_apart(
    token: SoftwareToken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnusableInput, match="holds no certificate"):
        certificates_on(token.library)
    token.hold(signer(0))
    (found,) = certificates_on(token.library)
    token.pull_out()
    with pytest.raises(EnvironmentProblem, match="not plugged in"):
        _signed(found)
    with pytest.raises(EnvironmentProblem, match="No token is plugged in"):
        certificates_on(token.library)


def test_a_token_pulled_out_while_signing_leaves_nothing_signed(token: SoftwareToken) -> None:
    token.hold(signer(0))
    (found,) = certificates_on(token.library)
    with pytest.raises(EnvironmentProblem, match="stopped answering"), found.opened(PIN) as owner:
        token.pull_out()
        sign(prepared(), owner, "signature-0", at=NIGHT, appearance=page("signed"))


def test_a_library_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    wrong = tmp_path / "driver.so"
    wrong.write_bytes(b"no library")
    for path in (wrong, tmp_path / "missing.so"):
        with pytest.raises(EnvironmentProblem, match="is not the library of a signing token"):
            certificates_on(path)


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        ("PinLocked", NotAllowed, "locked after too many"),
        ("PinExpired", NotAllowed, "must be changed first"),
        ("DeviceRemoved", EnvironmentProblem, "stopped answering"),
        ("NoSuchKey", UnusableInput, "does not hold the key"),
    ],
)
def test_what_only_hardware_answers_is_told_in_words(
    token: SoftwareToken, monkeypatch: pytest.MonkeyPatch, answer: str, kind: type[Exception], words: str
) -> None:
    """SoftHSM never locks nor loses its plug; the library's answer is given in its place."""
    import pkcs11

    token.hold(signer(0))
    (found,) = certificates_on(token.library)
    error = getattr(pkcs11.exceptions, answer)

    def refuse(*_arguments: object, **_named: object) -> object:
        raise error

    with pytest.raises(kind, match=words), found.opened(PIN):
        refuse()


def test_the_software_token_is_what_the_system_says_it_is(token: SoftwareToken) -> None:
    told = subprocess.run(
        ["softhsm2-util", "--show-slots"], check=True, capture_output=True, text=True, env=token.environment
    ).stdout
    assert token.label in told
