"""Waiting grows with wrong passphrases; one passphrase alone is a risk."""

from __future__ import annotations

from datetime import UTC, datetime

from inspector_app.domain.access import Slot, SlotKind, only_one_passphrase, wait_after
from inspector_app.domain.ids import SlotId


def slot(kind: SlotKind, name: str = "a") -> Slot:
    return Slot(id=SlotId(name), kind=kind, label=name, created_at=datetime(2026, 1, 1, tzinfo=UTC))


def test_waiting_grows_up_to_five_minutes() -> None:
    waits = [wait_after(failures) for failures in range(12)]
    assert waits[:6] == [0, 0, 0, 5, 10, 20]
    assert waits == sorted(waits)
    assert max(waits) == wait_after(10_000) == 300


def test_one_person_alone_is_a_risk_and_any_second_slot_is_not() -> None:
    alone = slot(SlotKind.PERSON)
    assert only_one_passphrase((alone,))
    assert not only_one_passphrase((alone, slot(SlotKind.RECOVERY, "r")))
    assert not only_one_passphrase((alone, slot(SlotKind.PERSON, "b")))
