"""A time-stamp authority of our own on 127.0.0.1, for tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, HTTPServer

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper

NAME = "测试时间戳机构"


@lru_cache
def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _certificate(*purposes: x509.ObjectIdentifier, until: datetime) -> asn1_x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(_key().public_key())
        .serial_number(7)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(until)
        .add_extension(x509.ExtendedKeyUsage(purposes), critical=True)
        .sign(_key(), hashes.SHA256())
    )
    return asn1_x509.Certificate.load(built.public_bytes(serialization.Encoding.DER))


class Authority:
    """Answers requests at a fixed time; stands behind the port or behind :func:`served`."""

    def __init__(
        self,
        at: datetime,
        *purposes: x509.ObjectIdentifier,
        until: datetime = datetime(2040, 1, 1, tzinfo=UTC),
    ) -> None:
        secret = _key().private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        purposes = purposes or (ExtendedKeyUsageOID.TIME_STAMPING,)
        self.asked = 0
        self._stamper = DummyTimeStamper(
            _certificate(*purposes, until=until), keys.PrivateKeyInfo.load(secret), fixed_dt=at
        )

    def answer(self, request: bytes) -> bytes:
        self.asked += 1
        response = self._stamper.request_tsa_response(tsp.TimeStampReq.load(request))
        written: bytes = response.dump()
        return written


@contextmanager
def served(answer: Callable[[bytes], bytes]) -> Iterator[str]:
    """Serve an authority and yield its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


SOON = timedelta(minutes=1)
