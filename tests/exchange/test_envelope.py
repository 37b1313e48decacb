"""Envelopes: every receiver opens them, nobody else does, and no change to them goes unnoticed."""

from __future__ import annotations

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.exchange.envelope import open_sealed, seal_to
from inspector_app.exchange.wire import Unreadable

KEYS = [pyrage.x25519.Identity.generate() for _ in range(3)]
RECEIVERS = [str(key.to_public()) for key in KEYS[:2]]
PLAIN = bytes(range(256)) * 700
"""More than two of the pieces that age enciphers one by one."""
SEALED = seal_to(PLAIN, RECEIVERS)


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_every_receiver_gets_the_bytes_that_were_put_in(size: int) -> None:
    plain = (PLAIN * 2)[:size]
    sealed = seal_to(plain, RECEIVERS)
    assert [open_sealed(sealed, str(key)) for key in KEYS[:2]] == [plain, plain]
    assert pyrage.decrypt(sealed, [KEYS[0]]) == plain, "it is an envelope that age itself opens"
    assert open_sealed(pyrage.encrypt(plain, [KEYS[0].to_public()]), str(KEYS[0])) == plain


def test_nobody_else_opens_it() -> None:
    with pytest.raises(Unreadable):
        open_sealed(SEALED, str(KEYS[2]))
    with pytest.raises(Unreadable):
        open_sealed(SEALED, "no key")


@settings(max_examples=60)
@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_no_change_of_a_byte_goes_unnoticed(place: int, by: int) -> None:
    changed = SEALED[:place] + bytes([SEALED[place] ^ by]) + SEALED[place + 1 :]
    with pytest.raises(Unreadable):
        open_sealed(changed, str(KEYS[0]))


@pytest.mark.parametrize("left", [0, 1, 100, 300, 70_000, -1])  # the length itself differs from run to run
def test_what_is_cut_off_is_refused(left: int) -> None:
    with pytest.raises(Unreadable):
        open_sealed(SEALED[:left], str(KEYS[0]))
    with pytest.raises(Unreadable):
        open_sealed(SEALED + bytes(max(left, 2)), str(KEYS[0]))
