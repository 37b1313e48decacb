"""Reading and writing the JSON of cards, packages and receipts: one form, nothing more than is expected."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspector_app.domain.chain import canonical_json
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import Sentence

FORMAT = 1
MOST_BYTES = 64 * 1024 * 1024
"""A manifest of a hundred thousand originals stays far below."""

_HASH = re.compile(r"[0-9a-f]{64}")
_KEY = re.compile(r"ed25519:[0-9a-f]{64}")
_SIGNATURE = re.compile(r"ed25519:[0-9a-f]{128}")
_BOX = re.compile(r"age1[0-9a-z]{10,100}")
_LONGEST = 20_000


class Unreadable(Exception):
    """The bytes are not what they should be; the caller knows what to say about it."""


def read_file(path: Path, most: int) -> bytes:
    """Read a file from outside; a pipe, a folder, or more than ``most`` bytes is :class:`Unreadable`."""
    if not path.is_file():
        path.stat()  # what is not there is told as that
        raise Unreadable
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise Unreadable
    return data


def dump(body: Mapping[str, Any]) -> bytes:
    """Write a body in the one form that is signed."""
    return canonical_json(body).encode()


def load(data: bytes) -> dict[str, Any]:
    """Read a JSON object written by :func:`dump`, or raise :class:`Unreadable`."""
    if len(data) > MOST_BYTES:
        raise Unreadable
    try:
        body = json.loads(data, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(body, dict):
        raise Unreadable
    try:
        dump(body)  # what cannot be written again, such as half a character, was never signed
    except (UnicodeEncodeError, ValueError, RecursionError) as error:
        raise Unreadable from error
    return body


def _no_float(_text: str) -> float:
    raise ValueError("no fractions are expected")


def text(body: Mapping[str, Any], name: str, *, longest: int = _LONGEST) -> str:
    value = body.get(name)
    if (
        not isinstance(value, str)
        or len(value) > longest
        or any(ord(c) < 32 and c not in "\n\t" for c in value)
    ):
        raise Unreadable
    return value


def number(body: Mapping[str, Any], name: str, *, least: int = 0) -> int:
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value < 2**53:
        raise Unreadable
    return value


def entries(body: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    value = body.get(name)
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise Unreadable
    return value


def digest(body: Mapping[str, Any], name: str) -> str:
    return _spelt(body, name, _HASH)


def verify_key(body: Mapping[str, Any], name: str) -> str:
    return _spelt(body, name, _KEY)


def box_key(body: Mapping[str, Any], name: str) -> str:
    return _spelt(body, name, _BOX)


def _spelt(body: Mapping[str, Any], name: str, form: re.Pattern[str]) -> str:
    value = text(body, name)
    if not form.fullmatch(value):
        raise Unreadable
    return value


def holds(body: Mapping[str, Any], key: str) -> bool:
    """Tell whether the ``signature`` in a body is that of ``key`` over everything else in it."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    signature = body.get("signature")
    if not isinstance(signature, str) or not _SIGNATURE.fullmatch(signature) or not _KEY.fullmatch(key):
        return False
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key.removeprefix("ed25519:")))
        public.verify(bytes.fromhex(signature.removeprefix("ed25519:")), signed_bytes(body))
    except (InvalidSignature, ValueError):
        return False
    return True


def signed_bytes(body: Mapping[str, Any]) -> bytes:
    """Return what a signature of this body covers; its kind keeps a signature from serving elsewhere."""
    unsigned = {name: value for name, value in body.items() if name != "signature"}
    return b"inspection-desk/" + str(body.get("kind")).encode() + b"\n" + dump(unsigned)


def refuse(words: Sentence) -> UnusableInput:
    """Return the error that says why something is not taken in."""
    return UnusableInput(words)
