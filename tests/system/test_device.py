"""A signed head holds for the laptop that signed it and for nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from inspector_app.domain.ids import DeviceId
from inspector_app.domain.journal import Head
from inspector_app.system.device import DeviceKey, head_holds

NIGHT = datetime(2026, 3, 4, 23, 0, tzinfo=UTC)
HEAD = Head(
    id="h", device=DeviceId("d"), sequence=7, hash="sha256:" + "ab" * 32, signed_at=NIGHT, signature=""
)


def test_a_signed_head_holds_and_the_key_survives_being_kept() -> None:
    key = DeviceKey(bytes(range(32)))
    again = DeviceKey(key.secret)
    assert again.public_key == key.public_key
    assert head_holds(again.sign(HEAD, NIGHT), key.public_key)


@pytest.mark.parametrize(
    "change",
    [
        {"sequence": 8},
        {"hash": "sha256:" + "ac" * 32},
        {"device": DeviceId("e")},
        {"signed_at": datetime(2026, 3, 5, tzinfo=UTC)},
        {"signature": ""},
        {"signature": "ed25519:00"},
        {"signature": "ed25519:zz"},
    ],
)
def test_a_changed_head_does_not_hold(change: dict[str, object]) -> None:
    key = DeviceKey(bytes(range(32)))
    changed = replace(key.sign(HEAD, NIGHT), **change)  # type: ignore[arg-type]
    assert not head_holds(changed, key.public_key)


def test_another_laptop_did_not_sign_it() -> None:
    signed = DeviceKey(bytes(range(32))).sign(HEAD, NIGHT)
    assert not head_holds(signed, DeviceKey(bytes(32)).public_key)
    assert not head_holds(signed, "rsa:00")
