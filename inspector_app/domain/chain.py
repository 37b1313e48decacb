"""The hash chain of the journal: how a line is hashed, how a chain is checked, how a head is told."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable

from inspector_app.domain.journal import ChainFault, Line

NOTHING = "sha256:" + "0" * 64
"""What the first line of a device's chain is chained to."""

CODE_LENGTH = 12


def canonical_json(value: object) -> str:
    """Write ``value`` in the one form that is hashed: sorted keys, no blanks, characters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def hash_of(line: Line) -> str:
    """Return the hash that belongs to ``line``; its own ``hash`` field is left out."""
    fields = {
        "at": line.at.isoformat(),
        "body": line.body,
        "clock": line.clock,
        "device": line.device,
        "entity_id": line.entity_id,
        "entity_kind": line.entity_kind,
        "id": line.id,
        "person": line.person,
        "previous": line.previous,
        "revision": line.revision,
        "sequence": line.sequence,
        "what": line.what,
    }
    return "sha256:" + hashlib.sha256(canonical_json(fields).encode()).hexdigest()


def code_of(line_hash: str) -> str:
    """Return the short code printed on paper for a head: 60 bits of its hash, in groups of four."""
    digest = bytes.fromhex(line_hash.removeprefix("sha256:"))
    letters = base64.b32encode(digest).decode()[:CODE_LENGTH]
    return "-".join(letters[start : start + 4] for start in range(0, CODE_LENGTH, 4))


def normal_code(code: str) -> str:
    """Return a code as typed by a person in the form that :func:`code_of` makes."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def check_chain(lines: Iterable[Line]) -> ChainFault | None:
    """Return the first fault of one device's chain, given in order of sequence, or ``None``.

    An intact chain proves nothing about its end: compare a head known outside with :func:`has_head`.
    """
    previous = NOTHING
    expected = 1
    for line in lines:
        if line.sequence != expected:
            return ChainFault(device=line.device, sequence=expected, reason="missing")
        if line.previous != previous:
            return ChainFault(
                device=line.device, sequence=line.sequence, reason="not chained to the line before"
            )
        if hash_of(line) != line.hash:
            return ChainFault(device=line.device, sequence=line.sequence, reason="changed")
        previous = line.hash
        expected += 1
    return None


def has_head(lines: Iterable[Line], code: str) -> bool:
    """Tell whether a line with the printed ``code`` stands in the chain: false after a cut or a rewrite."""
    wanted = normal_code(code)
    return any(code_of(line.hash) == wanted for line in lines)
