"""Cards and receipts are believed only as their laptop signed them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.domain.errors import Problem, UnusableInput
from inspector_app.domain.exchange import Receipt
from inspector_app.domain.ids import InspectionId
from inspector_app.exchange.cards import read_card, write_card
from inspector_app.exchange.receipts import read_receipt, write_receipt
from tests.exchange.laptops import NIGHT, Laptop, originals

LIN, HE = Laptop.make("林知远"), Laptop.make("何清越")
CARD = write_card(LIN.card, LIN.sign)
RECEIPT = Receipt(
    id="ab" * 32,
    inspection=InspectionId("0190-1"),
    receiver=HE.card.fingerprint,
    heads=(),
    blobs=tuple(originals()),
    received_at=NIGHT,
)


def test_a_card_comes_back_as_it_was_and_its_code_depends_on_both_keys() -> None:
    assert read_card(CARD) == LIN.card
    assert len(LIN.card.fingerprint.replace("-", "")) == 16
    assert LIN.card.fingerprint != HE.card.fingerprint


def test_a_card_in_the_name_of_another_key_is_refused() -> None:
    body = json.loads(CARD)
    for change in (
        {"name": "假"},
        {"box_key": HE.card.box_key},
        {"device": HE.card.device},
        {"role": "king"},
    ):
        with pytest.raises(UnusableInput):
            read_card(json.dumps({**body, **change}).encode())
    with pytest.raises(UnusableInput, match="newer version"):
        read_card(json.dumps({**body, "format": 9}).encode())


def test_a_receipt_tells_who_signed_it() -> None:
    data = write_receipt(RECEIPT, HE.card.verify_key, HE.sign)
    assert read_receipt(data) == (RECEIPT, HE.card.verify_key)
    with pytest.raises(UnusableInput):
        read_receipt(write_receipt(RECEIPT, HE.card.verify_key, LIN.sign))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_any_changed_byte_is_noticed(data: st.DataObject) -> None:
    receipt = write_receipt(RECEIPT, HE.card.verify_key, HE.sign)
    for content, read in ((CARD, read_card), (receipt, read_receipt)):
        at = data.draw(st.integers(0, len(content) - 1))
        changed = content[:at] + bytes([content[at] ^ data.draw(st.integers(1, 255))]) + content[at + 1 :]
        with pytest.raises(Problem):
            read(changed)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
@settings(deadline=None)
def test_any_json_is_refused_in_a_sentence(value: object) -> None:
    data = json.dumps(value).encode()
    for read in (read_card, read_receipt):
        with pytest.raises(UnusableInput):
            read(data)
