"""A token made of software (SoftHSM), for tests: put in, filled, pulled out."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from inspector_app.documents.authority import Signer

_PLACES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
)
LIBRARY = next((Path(place) for place in _PLACES if Path(place).exists()), None)


@dataclass(frozen=True, kw_only=True)
class SoftwareToken:
    library: Path
    folder: Path
    label: str
    pin: str
    environment: dict[str, str]

    @classmethod
    def make(cls, folder: Path, monkeypatch: pytest.MonkeyPatch, *, pin: str) -> SoftwareToken:
        """Plug in an empty token of its own, whose store lies in ``folder``."""
        if LIBRARY is None:
            raise AssertionError("softhsm2 is not installed")
        store = folder / "tokens"
        store.mkdir()
        settings = folder / "softhsm2.conf"
        settings.write_text(
            f"directories.tokendir = {store}\nobjectstore.backend = file\nlog.level = ERROR\n"
        )
        monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
        token = cls(library=LIBRARY, folder=store, label="qinghe-1", pin=pin, environment={**os.environ})
        token._util("--init-token", "--free", "--label", token.label, "--pin", pin, "--so-pin", "13572468")
        return token

    def hold(self, signer: Signer) -> None:
        """Put a key and its certificates on the token, as an issuer does."""
        import pkcs11
        from pkcs11.util.ec import decode_ec_private_key
        from pkcs11.util.rsa import decode_rsa_private_key
        from pkcs11.util.x509 import decode_x509_certificate

        library = pkcs11.lib(str(self.library))
        library.reinitialize()
        key = load_der_private_key(signer.key, None)
        assert isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey)
        traditional = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
        decode = (
            decode_ec_private_key if isinstance(key, ec.EllipticCurvePrivateKey) else decode_rsa_private_key
        )
        with library.get_token(token_label=self.label).open(rw=True, user_pin=self.pin) as session:
            shared = {pkcs11.Attribute.TOKEN: True, pkcs11.Attribute.ID: b"\x01"}
            private = {
                **decode(traditional),
                **shared,
                pkcs11.Attribute.PRIVATE: True,
                pkcs11.Attribute.SENSITIVE: True,
                pkcs11.Attribute.SIGN: True,
            }
            session.create_object(private)
            for number, certificate in enumerate((signer.certificate, *signer.chain), start=1):
                session.create_object(
                    {
                        **decode_x509_certificate(certificate),
                        pkcs11.Attribute.TOKEN: True,
                        pkcs11.Attribute.ID: bytes([number]),
                    }
                )

    def pull_out(self) -> None:
        """Take the token away; the library notices as it does with a plug that is out."""
        for kept in self.folder.iterdir():
            shutil.rmtree(kept)

    def _util(self, *arguments: str) -> None:
        subprocess.run(["softhsm2-util", *arguments], check=True, capture_output=True, env=self.environment)
