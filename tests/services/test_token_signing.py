"""Inspectors and the bureau sign a notice with tokens; whatever a token answers, nothing is half done."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from inspector_app.documents import tokens
from inspector_app.documents.authority import Signer
from inspector_app.documents.verifying import verify
from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, Problem, WrongPassphrase
from inspector_app.domain.workspace import BUREAU, Certificate
from inspector_app.system.token_libraries import likely_libraries
from tests.documents.test_authority import outside_signer
from tests.services.bureau import TYPE, WORDS, Bureau
from tests.software_token import LIBRARY, SoftwareToken

pytestmark = pytest.mark.skipif(
    LIBRARY is None or shutil.which("softhsm2-util") is None, reason="softhsm2 is not installed"
)

PIN = "246813"


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftwareToken:
    folder = tmp_path / "token"
    folder.mkdir()
    token = SoftwareToken.make(folder, monkeypatch, pin=PIN)
    token.hold(outside_signer())
    return token


def _use(bureau: Bureau, token: SoftwareToken) -> Certificate:
    (offer,) = bureau.workspace.tokens.certificates(token.library)
    return bureau.workspace.tokens.use_for_person(bureau.lin.id, WORDS, offer, PIN)


def _sign(bureau: Bureau, document: Document, pin: str = PIN) -> Document:
    return bureau.notices.signing.sign(bureau.inspection, document.id, bureau.lin.id, WORDS, pin=pin)


def _is_untouched(bureau: Bureau, document: Document) -> bool:
    view = bureau.notices.view(bureau.inspection, document.id)
    return not (view.is_laid_out or bureau.numbers.register() or any(one.is_signed for one in view.signing))


def test_what_is_on_a_token_is_shown_without_its_pin(bureau: Bureau, token: SoftwareToken) -> None:
    (offer,) = bureau.workspace.tokens.certificates(token.library)
    who = outside_signer()
    assert (offer.name, offer.issuer, offer.token) == (who.name, who.issuer, token.label)
    assert offer.valid_until > bureau.desk.clock.now()
    assert LIBRARY in bureau.workspace.tokens.libraries()


def test_a_person_and_the_bureau_sign_with_a_token_and_the_notice_verifies(
    bureau: Bureau, token: SoftwareToken
) -> None:
    certificate = _use(bureau, token)
    assert certificate.token == token.label
    (offer,) = bureau.workspace.tokens.certificates(token.library)
    bureau.workspace.tokens.use_for_bureau(offer, PIN)
    assert bureau.workspace.credentials.token_labels() == {bureau.lin.id: token.label, BUREAU: token.label}
    document = bureau.approved()
    _sign(bureau, document)
    bureau.notices.signing.sign(bureau.inspection, document.id, bureau.zhou.id, WORDS)
    with pytest.raises(WrongPassphrase, match="enter its PIN"):
        bureau.notices.signing.issue(bureau.inspection, document.id)
    issued = bureau.notices.signing.issue(bureau.inspection, document.id, pin=PIN)
    report = verify(bureau.notices.pdf(bureau.inspection, document.id))
    assert issued.state is DocumentState.ISSUED
    assert report.is_good
    assert len(report.signatures) == 3


def test_which_places_need_a_pin_is_known_before_anybody_types(bureau: Bureau, token: SoftwareToken) -> None:
    _use(bureau, token)
    document = bureau.approved()
    places = bureau.notices.signing.places(bureau.inspection, document.id)
    assert [place.token for place in places] == [token.label, "", ""]


def test_a_token_counts_only_after_its_pin_was_tried(bureau: Bureau, token: SoftwareToken) -> None:
    (offer,) = bureau.workspace.tokens.certificates(token.library)
    before = bureau.workspace.confirm(bureau.lin.id, WORDS).signer
    with pytest.raises(WrongPassphrase, match="refuses this PIN"):
        bureau.workspace.tokens.use_for_person(bureau.lin.id, WORDS, offer, "999999")
    with pytest.raises(WrongPassphrase):
        bureau.workspace.tokens.use_for_person(bureau.lin.id, "nonsense words here", offer, PIN)
    assert bureau.workspace.confirm(bureau.lin.id, WORDS).signer == before
    assert bureau.workspace.credentials.token_labels() == {}


def test_the_pin_is_written_nowhere(bureau: Bureau, token: SoftwareToken) -> None:
    _use(bureau, token)
    _sign(bureau, bureau.approved())
    kept = bureau.workspace.confirm(bureau.lin.id, WORDS).signer
    assert PIN.encode() not in kept.to_secret()
    assert not any(
        PIN.encode() in path.read_bytes() for path in bureau.desk.folder.rglob("*") if path.is_file()
    )


Wrong = Callable[[Bureau, SoftwareToken, pytest.MonkeyPatch], str]


def _without_pin(_bureau: Bureau, _token: SoftwareToken, _patch: pytest.MonkeyPatch) -> str:
    return ""


def _wrong_pin(_bureau: Bureau, _token: SoftwareToken, _patch: pytest.MonkeyPatch) -> str:
    return "999999"


def _absent(_bureau: Bureau, token: SoftwareToken, _patch: pytest.MonkeyPatch) -> str:
    shutil.copytree(token.folder, token.folder.with_name("drawer"))
    token.pull_out()
    return PIN


def _locked(_bureau: Bureau, _token: SoftwareToken, patch: pytest.MonkeyPatch) -> str:
    """SoftHSM never locks; a real token's answer is given in its place."""
    import pkcs11

    def locked(*_arguments: object, **_named: object) -> AbstractContextManager[object]:
        raise pkcs11.exceptions.PinLocked

    patch.setattr(tokens, "_session", locked)
    return PIN


def _pulled_out_while_signing(_bureau: Bureau, token: SoftwareToken, patch: pytest.MonkeyPatch) -> str:
    """The plug goes between the layout and the signature, when the number is chosen already."""
    from inspector_app.documents import appearances

    drawn = appearances.name_appearance

    def pulls(*arguments: object) -> bytes:
        shutil.copytree(token.folder, token.folder.with_name("drawer"))
        token.pull_out()
        return drawn(*arguments)  # type: ignore[arg-type]

    patch.setattr(appearances, "name_appearance", pulls)
    return PIN


@pytest.mark.parametrize(
    ("goes_wrong", "kind", "words"),
    [
        (_without_pin, WrongPassphrase, "enter its PIN"),
        (_wrong_pin, WrongPassphrase, "refuses this PIN"),
        (_absent, EnvironmentProblem, "not plugged in"),
        (_locked, NotAllowed, "locked after too many"),
        (_pulled_out_while_signing, EnvironmentProblem, "stopped answering"),
    ],
    ids=["no PIN", "wrong PIN", "absent", "locked", "pulled out"],
)
def test_what_goes_wrong_signs_nothing_burns_no_number_and_can_be_repeated(
    bureau: Bureau,
    token: SoftwareToken,
    goes_wrong: Wrong,
    kind: type[Problem],
    words: str,
) -> None:
    bureau.numbers.assign(TYPE, body="青医保", year=2026, first=1, last=9)
    _use(bureau, token)
    document = bureau.approved()
    with pytest.MonkeyPatch.context() as patch:
        pin = goes_wrong(bureau, token, patch)
        with pytest.raises(kind, match=words):
            _sign(bureau, document, pin)
    assert _is_untouched(bureau, document)
    drawer = token.folder.with_name("drawer")
    if drawer.exists():
        shutil.copytree(drawer, token.folder, dirs_exist_ok=True)
    assert "1号" in _sign(bureau, document).number
    assert [entry.number for entry in bureau.numbers.register()] == [1]


def test_a_new_passphrase_brings_back_a_key_on_the_laptop(bureau: Bureau, token: SoftwareToken) -> None:
    """Who lets somebody in again cannot know their token's place; it is chosen once more."""
    _use(bureau, token)
    groups = bureau.workspace.make_recovery_key()
    bureau.workspace.recover("-".join(groups), bureau.lin.id, "another walk through wards")
    signer = bureau.workspace.confirm(bureau.lin.id, "another walk through wards").signer
    assert isinstance(signer, Signer)
    assert bureau.workspace.credentials.token_labels() == {}


def test_libraries_are_offered_once_and_others_are_not_tokens(tmp_path: Path) -> None:
    for name in ("opensc-pkcs11.so", "p11-kit-proxy-pkcs11.so", "libm.so", "notes-pkcs11.txt"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "same-pkcs11.so").symlink_to(tmp_path / "opensc-pkcs11.so")
    found = likely_libraries([tmp_path, tmp_path / "missing"])
    assert [path.name for path in found] == ["opensc-pkcs11.so"]
