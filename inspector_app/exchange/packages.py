"""Writing a package: what is new of an inspection, enveloped to its receivers, in parts of bounded size."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from inspector_app.domain.errors import DiskFull, EnvironmentProblem
from inspector_app.domain.exchange import BlobEntry, ChainEnd, Manifest
from inspector_app.domain.ids import Sha256
from inspector_app.domain.journal import Line
from inspector_app.domain.ports import Progress
from inspector_app.domain.wording import sentence
from inspector_app.exchange import wire
from inspector_app.exchange.cards import Sign, card_body
from inspector_app.exchange.envelope import seal_to

KIND = "handover"
SUFFIX = ".handover"
PART_SUFFIX = ".part"
PART_SIZE = 16 * 1024 * 1024
"""Bytes of content in one part: small enough for memory, far below what any medium refuses."""
LINE, BLOB = b"J", b"B"
_NO_SPACE = 28
_UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPackage:
    """Where a package lies; its first file names all others."""

    digest: str
    """SHA-256 of the first file: the package's identity."""
    path: Path
    files: tuple[Path, ...]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a package carries; streams are read once, in this order."""

    blobs: Sequence[BlobEntry]
    read_blob: Callable[[Sha256], Iterator[bytes]]
    lines: Iterable[Line]


def write_package(
    folder: Path,
    stem: str,
    manifest: Manifest,
    content: Content,
    receivers: Sequence[str],
    sign: Sign,
    progress: Progress,
    *,
    part_size: int = PART_SIZE,
) -> WrittenPackage:
    """Write parts first and the naming file last; what is cut off leaves nothing behind.

    ``receivers`` are the ``age1…`` keys that may open it: the receiver's, the bureau's, the sender's.
    """
    written: list[Path] = []
    # On a share another laptop may be writing: each laptop's unfinished files carry its own code.
    unfinished = f".{manifest.sender.fingerprint}{_UNFINISHED}"
    try:
        for stale in folder.glob(f"*{unfinished}"):
            stale.unlink(missing_ok=True)  # what a hand-over left that was cut off
        parts: list[dict[str, Any]] = []
        # One part is enveloped and flushed to the medium while the next is read from the database.
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="enveloping") as beside:
            before: Future[dict[str, Any]] | None = None
            for plain in _packed(_frames(content, progress), part_size):
                if before is not None:
                    parts.append(before.result())
                path = folder / f"{stem}.{len(written) + 1:04}{PART_SUFFIX}"
                written.append(path)
                before = beside.submit(_write_part, _beside(path, unfinished), plain, receivers)
            if before is not None:
                parts.append(before.result())
        body: dict[str, Any] = {
            "kind": KIND,
            "format": wire.FORMAT,
            "from": manifest.sender.verify_key,
            "sender": manifest.sender.fingerprint,
            "to": manifest.recipient,
            "parts": parts,
            "inside": base64.b64encode(seal_to(wire.dump(manifest_body(manifest)), receivers)).decode(),
        }
        outer = wire.dump({**body, "signature": sign(wire.signed_bytes(body))})
        path = folder / f"{stem}{SUFFIX}"
        written.append(path)
        _write(_beside(path, unfinished), outer)
        for finished in written:  # the naming file last: with it the package counts as whole
            _beside(finished, unfinished).replace(finished)
        size = sum(path.stat().st_size for path in written)
    except OSError as error:
        _take_away(written, unfinished)
        raise _refused(error) from error
    except BaseException:
        _take_away(written, unfinished)
        raise
    return WrittenPackage(
        digest=hashlib.sha256(outer).hexdigest(), path=path, files=(path, *written[:-1]), size=size
    )


def _write_part(path: Path, plain: bytes, receivers: Sequence[str]) -> dict[str, Any]:
    """Write one part and return how the naming file names it."""
    sealed = seal_to(plain, receivers)
    _write(path, sealed)
    return {"size": len(sealed), "sha256": hashlib.sha256(sealed).hexdigest()}


def manifest_body(manifest: Manifest) -> dict[str, Any]:
    """Return a manifest as JSON values."""
    return {
        "inspection": manifest.inspection,
        "sender": card_body(manifest.sender),
        "recipient": manifest.recipient,
        "sequence": manifest.sequence,
        "previous": manifest.previous,
        "kind": manifest.kind.value,
        "made_at": manifest.made_at.isoformat(),
        "schema": manifest.schema,
        "base": ends_body(manifest.base),
        "heads": ends_body(manifest.heads),
        "blobs": [{"sha256": entry.sha256, "size": entry.size} for entry in manifest.blobs],
        "lines": manifest.lines,
    }


def ends_body(ends: Iterable[ChainEnd]) -> list[dict[str, Any]]:
    """Return the ends of chains as JSON values."""
    return [{"device": end.device, "sequence": end.sequence, "hash": end.hash} for end in ends]


def line_body(line: Line) -> dict[str, Any]:
    """Return a journal line as JSON values."""
    return {
        "id": line.id,
        "device": line.device,
        "sequence": line.sequence,
        "clock": line.clock,
        "at": _moment(line.at),
        "person": line.person,
        "what": line.what,
        "entity_kind": line.entity_kind,
        "entity_id": line.entity_id,
        "revision": line.revision,
        "body": line.body,
        "previous": line.previous,
        "hash": line.hash,
    }


def _moment(at: datetime) -> str:
    return at.isoformat()


def _frames(content: Content, progress: Progress) -> Iterator[bytes]:
    total = sum(entry.size for entry in content.blobs)
    done = 0
    progress.report(0, total)
    for entry in content.blobs:
        name = bytes.fromhex(entry.sha256.removeprefix("sha256:"))
        for chunk in content.read_blob(entry.sha256):
            yield _frame(BLOB, name + chunk)
            done += len(chunk)
            progress.report(done, total)
    for line in content.lines:
        yield _frame(LINE, wire.dump(line_body(line)))
    progress.report(total, total)


def _frame(kind: bytes, payload: bytes) -> bytes:
    return kind + len(payload).to_bytes(4, "big") + payload


def _packed(frames: Iterable[bytes], size: int) -> Iterator[bytes]:
    held: list[bytes] = []
    held_size = 0
    for frame in frames:
        if held and held_size + len(frame) > size:
            yield b"".join(held)
            held, held_size = [], 0
        held.append(frame)
        held_size += len(frame)
    if held:
        yield b"".join(held)


def _beside(path: Path, unfinished: str) -> Path:
    return path.with_name(path.name + unfinished)


def _take_away(written: Iterable[Path], unfinished: str) -> None:
    """Remove what was written; on a medium that is gone nothing of it counts."""
    for path in written:
        for one in (path, _beside(path, unfinished)):
            with suppress(OSError):
                one.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    """Write a file and make it durable."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _refused(error: OSError) -> EnvironmentProblem:
    if error.errno == _NO_SPACE:
        return DiskFull(
            sentence(
                "There is no room for the package there. Nothing of it was left behind; "
                "free some space or choose another medium."
            )
        )
    return EnvironmentProblem(
        sentence(
            "The package cannot be written there. Nothing was handed over; check the medium and try again."
        )
    )
