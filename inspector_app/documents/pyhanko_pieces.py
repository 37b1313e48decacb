"""The few pieces of pyHanko that need our own shape: clock from outside, pages from memory."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.pkcs11 import PKCS11Signer
from pyhanko.sign.signers.pdf_cms import Signer as PyHankoSigner
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigner, PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from inspector_app.documents.authority import Signer
from inspector_app.documents.tokens import OpenToken


class ClockedSigner(PdfSigner):
    """Signs with the time it is told instead of asking the machine."""

    def __init__(self, *arguments: Any, at: datetime, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._at = at

    def init_signing_session(self, *arguments: Any, **named: Any) -> PdfSigningSession:
        session = super().init_signing_session(*arguments, **named)
        session.system_time = self._at
        return session


class MemoryPage(ImportedPdfPage):
    """The first page of a PDF that never was a file, as drawing content."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__(file_name="")  # type: ignore[no-untyped-call]
        self._pdf = pdf

    def render(self) -> bytes:
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)), page_ix=0)
        self.resources.xobject["/Appearance"] = page
        left, bottom, right, top = page.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return b"/Appearance Do"


class LeanTokenSigner(PKCS11Signer):
    """Embeds the certificates above the signer's, and the signer's own only once."""

    def __init__(self, token: OpenToken) -> None:
        certificate = asn1_x509.Certificate.load(token.certificate)
        self._above = _registry(token.chain)
        super().__init__(
            token.session,
            signing_cert=certificate,
            key_id=token.key_id,
            # Tokens sign a digest they are given; few know an ECDSA mechanism that also hashes.
            use_raw_mechanism=certificate.public_key.algorithm == "ec",
        )

    @property
    def cert_registry(self) -> SimpleCertificateStore:
        return self._above


def pyhanko_signer(signer: Signer | OpenToken) -> PyHankoSigner:
    """Hand a signer to pyHanko with its whole chain."""
    if isinstance(signer, OpenToken):
        return LeanTokenSigner(signer)
    return SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(signer.certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(signer.key),
        cert_registry=_registry(signer.chain),
        embed_roots=True,
    )


def _registry(chain: Sequence[bytes]) -> SimpleCertificateStore:
    registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    registry.register_multiple([asn1_x509.Certificate.load(entry) for entry in chain])
    return registry
