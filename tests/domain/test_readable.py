"""Codes that are copied by hand forgive what eyes confuse and notice what hands mistype."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.readable import (
    ALPHABET,
    clean,
    encode,
    read_checked,
    with_checks,
    wrong_groups,
)

secrets = st.binary(min_size=20, max_size=20)


@given(st.binary(min_size=1, max_size=64))
def test_the_encoding_is_base32_in_another_alphabet(data: bytes) -> None:
    plain = base64.b32encode(data).decode().rstrip("=")
    rfc = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    assert encode(data) == "".join(ALPHABET[rfc.index(character)] for character in plain)


@given(secrets)
def test_what_was_printed_reads_back(secret: bytes) -> None:
    groups = with_checks(secret)
    assert [len(group) for group in groups] == [5] * 8
    assert wrong_groups("-".join(groups), 8) == ()
    assert read_checked("  ".join(groups).lower(), 8) == secret


@given(secrets, st.integers(0, 39), st.sampled_from(ALPHABET))
def test_one_wrong_character_names_its_group(secret: bytes, at: int, other: str) -> None:
    text = "".join(with_checks(secret))
    wrong = text[:at] + other + text[at + 1 :]
    assert wrong_groups(wrong, 8) == (() if wrong == text else (at // 5 + 1,))


@given(secrets, st.integers(0, 38))
def test_exchanged_neighbours_are_noticed(secret: bytes, at: int) -> None:
    text = "".join(with_checks(secret))
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    assert bool(wrong_groups(swapped, 8)) == (swapped != text)


@given(secrets, st.permutations(range(8)))
def test_exchanged_groups_are_noticed(secret: bytes, order: list[int]) -> None:
    groups = with_checks(secret)
    moved = [groups[place] for place in order]
    expected = tuple(place + 1 for place in range(8) if order[place] != place)
    assert wrong_groups(" ".join(moved), 8) == expected


@given(st.text())
def test_no_text_breaks_the_reading(typed: str) -> None:
    assert wrong_groups(typed, 8) is None or len(clean(typed)) == 40


def test_letters_that_look_like_digits_are_forgiven() -> None:
    assert clean("oO-iI lL　Ａｂ９") == "001111AB9"


def test_a_letter_outside_the_alphabet_is_named() -> None:
    text = "".join(with_checks(bytes(20)))
    assert wrong_groups("U" + text[1:], 8) == (1,)


def test_a_secret_that_does_not_fill_groups_is_refused() -> None:
    with pytest.raises(ValueError, match="whole groups"):
        with_checks(bytes(19))
