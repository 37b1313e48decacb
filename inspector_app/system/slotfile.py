"""The slot file as text: strict reading, a digest against damage, one spelling for each value."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import datetime

from inspector_app.domain.access import Slot, SlotKind
from inspector_app.domain.errors import DamagedFile, NewerFile
from inspector_app.domain.ids import SlotId
from inspector_app.domain.wording import sentence
from inspector_app.system.wrapping import Cost

FORMAT = "inspection-desk-keys"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class WrappedSlot:
    """A slot with what it wraps."""

    id: SlotId
    kind: SlotKind
    label: str
    created_at: datetime
    salt: bytes = b""
    cost: Cost | None = None
    """Set for a person's slot; the other kinds need no slow derivation."""
    master: bytes
    secret: bytes = b""
    """The person's own signing key, wrapped; empty where there is none."""
    failures: int = 0
    last_failure: datetime | None = None

    @property
    def shown(self) -> Slot:
        return Slot(
            id=self.id, kind=self.kind, label=self.label, created_at=self.created_at, failures=self.failures
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything in the slot file."""

    workspace: str
    slots: tuple[WrappedSlot, ...] = ()
    sealed: dict[str, bytes] = field(default_factory=dict)
    """Secrets of the laptop itself, under keys derived from the master key."""

    def find(self, slot_id: str) -> WrappedSlot | None:
        return next((slot for slot in self.slots if slot.id == slot_id), None)

    def with_slot(self, slot: WrappedSlot) -> Contents:
        """Put a slot in the place of its former self, or at the end."""
        if self.find(slot.id) is None:
            return replace(self, slots=(*self.slots, slot))
        return replace(self, slots=tuple(slot if old.id == slot.id else old for old in self.slots))

    def without(self, slot_id: str) -> Contents:
        return replace(self, slots=tuple(slot for slot in self.slots if slot.id != slot_id))


def write(contents: Contents) -> bytes:
    """Spell the contents as JSON that a person may look at."""
    body: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "workspace": contents.workspace,
        "slots": [_slot_to_json(slot) for slot in contents.slots],
        "sealed": {name: _text(value) for name, value in sorted(contents.sealed.items())},
    }
    return json.dumps({**body, "digest": _digest(body)}, ensure_ascii=False, indent=1).encode()


def read(content: bytes, name: str) -> Contents:
    """Read what :func:`write` made; anything else raises ``DamagedFile`` or ``NewerFile``."""
    damaged = DamagedFile(
        sentence(
            "The key file {name} is damaged. The inspections themselves are safe; "
            "put back a safety copy of {name}.",
            name=name,
        )
    )
    try:
        body = json.loads(content)
        if not isinstance(body, dict) or body.get("format") != FORMAT:
            raise damaged
        if isinstance(body.get("version"), int) and body["version"] > VERSION:
            raise NewerFile(
                sentence(
                    "The key file {name} was written by a newer version of this program. "
                    "Nothing was changed; install the newer version.",
                    name=name,
                )
            )
        if body.pop("digest") != _digest(body):
            raise damaged
        return Contents(
            workspace=str(body["workspace"]),
            slots=tuple(_slot_from_json(entry) for entry in body["slots"]),
            sealed={str(key): _bytes(value) for key, value in body["sealed"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged from error


def _digest(body: dict[str, object]) -> str:
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _slot_to_json(slot: WrappedSlot) -> dict[str, object]:
    entry: dict[str, object] = {
        "id": slot.id,
        "kind": slot.kind.value,
        "label": slot.label,
        "created_at": slot.created_at.isoformat(),
        "master": _text(slot.master),
        "secret": _text(slot.secret),
    }
    if slot.cost is not None:
        entry["kdf"] = {
            "name": "argon2id",
            "salt": _text(slot.salt),
            "memory_kib": slot.cost.memory_kib,
            "passes": slot.cost.passes,
            "lanes": slot.cost.lanes,
        }
        entry["failures"] = slot.failures
        entry["last_failure"] = slot.last_failure.isoformat() if slot.last_failure else None
    return entry


def _slot_from_json(entry: dict[str, object]) -> WrappedSlot:
    kind = SlotKind(str(entry["kind"]))
    cost, salt, failures, last = None, b"", 0, None
    if kind is SlotKind.PERSON:
        kdf = entry["kdf"]
        if not isinstance(kdf, dict) or kdf["name"] != "argon2id":
            raise ValueError("unknown key derivation")
        cost = Cost(memory_kib=int(kdf["memory_kib"]), passes=int(kdf["passes"]), lanes=int(kdf["lanes"]))
        if not cost.is_sane:
            raise ValueError("absurd cost")
        salt = _bytes(kdf["salt"])
        failures = int(str(entry["failures"]))
        last = _time(entry["last_failure"]) if entry["last_failure"] else None
    return WrappedSlot(
        id=SlotId(str(entry["id"])),
        kind=kind,
        label=str(entry["label"]),
        created_at=_time(entry["created_at"]),
        salt=salt,
        cost=cost,
        master=_bytes(entry["master"]),
        secret=_bytes(entry["secret"]),
        failures=failures,
        last_failure=last,
    )


def _time(value: object) -> datetime:
    time = datetime.fromisoformat(str(value))
    if time.tzinfo is None:
        raise ValueError("a time without zone")
    return time


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(str(value), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
