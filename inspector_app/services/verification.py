"""Verification: of a document by anybody, of an inspection's history by those who can open it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from cattrs.errors import BaseValidationError

from inspector_app.documents.verifying import MOST_BYTES, verify
from inspector_app.domain.chain import code_of, has_head
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.journal import ChainFault, Head
from inspector_app.domain.people import Device
from inspector_app.domain.salvage import Salvage
from inspector_app.domain.verification import JournalReport, VerificationReport
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.services.desk import Desk
from inspector_app.storage.kinds import TYPES, from_plain
from inspector_app.storage.protection import SchemaFault, Tampering
from inspector_app.storage.store import Store, reading_store
from inspector_app.system.chosen_files import read_chosen
from inspector_app.system.device import head_holds


def verify_file(path: Path, trusted: Sequence[Path] = ()) -> VerificationReport:
    """Say of a signed PDF whether it is intact and who signed; needs no workspace and no passphrase.

    ``trusted`` are certificate files (PEM or DER) of authorities that the verifying person trusts.
    """
    return verify(read_chosen(path, MOST_BYTES), [_certificate(entry) for entry in trusted])


def verify_bytes(pdf: bytes) -> VerificationReport:
    """Say of a signed PDF what the verifier says to anybody; it touches no database."""
    return verify(pdf)


class VerificationService:
    """Checks an inspection's history while the desk is unlocked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def document(self, path: Path) -> VerificationReport:
        """Check a document and trust this workspace with nothing more than anybody else would."""
        return verify_file(path)

    def inspection(self, inspection: InspectionId, head_code: str | None = None) -> JournalReport:
        """Check every chain, the state that follows from it, the signed heads and all kept bytes.

        With ``head_code``, a code that was printed on a document, the history must still contain
        that point: a cut tail and a rewrite before it are noticed.
        """
        return verify_store(self._desk.inspection(inspection), self._known_devices(), head_code)

    def inspection_as_it_lies(self, inspection: InspectionId, head_code: str | None = None) -> JournalReport:
        """Check an inspection's file and leave every byte: no upgrade, no sweep, no log folded in."""
        desk = self._desk
        key = desk.inspection_key(inspection)
        with reading_store(desk.inspection_path(inspection), key, clock=desk.clock, ids=desk.ids) as store:
            return verify_store(store, self._known_devices(), head_code)

    def workspace(self, head_code: str | None = None) -> JournalReport:
        """Check the workspace's own history."""
        return verify_store(self._desk.workspace, self._known_devices(), head_code)

    def _known_devices(self) -> dict[str, str]:
        return {device.id: device.public_key for device in self._desk.workspace.all(Device)}


def verify_store(store: Store, devices: dict[str, str], head_code: str | None = None) -> JournalReport:
    """Check one open file; ``devices`` are the public keys of known laptops by their identity."""
    count = store.journal.count()
    chain_faults = store.check()
    faults = [_chain_sentence(fault) for fault in chain_faults]
    faults += [_schema_sentence(fault) for fault in store.schema_faults()]
    if head_code is not None and not any(
        has_head(store.journal.lines_of(device), head_code) for device in store.journal.devices()
    ):
        faults.append(
            sentence(
                "The history does not contain the point {code} that was printed. "
                "It was cut off or rewritten; compare with another copy.",
                code=head_code,
            )
        )
    faults += _signed_head_faults(store, devices)
    if not chain_faults:
        faults += _state_faults(store)
    faults += [
        sentence("The kept file {hash} was changed. Take it from a safety copy.", hash=sha256[:12])
        for sha256 in store.blobs.hashes()
        if not store.blobs.matches(sha256)
    ]
    faults += [
        sentence(
            "The file {hash} that the history names is gone. Take it from a safety copy.", hash=sha256[:12]
        )
        for sha256, size in store.journal.cited_bytes().items()
        if store.blobs.size(sha256) != size
    ]
    if not count:
        # An inspection's first line is written when it is opened: a file without one was emptied or
        # never begun, and whoever asks whether it is intact must not hear yes.
        faults.append(sentence("There is no history in this file; nothing can be said of it."))
    if faults:
        faults += [
            counted(
                len(salvage.lost_lines),
                sentence(
                    "This file was salvaged from a damaged file on {day} by {person}; what was lost then "
                    "is written down in it. One line was lost.",
                    day=f"{salvage.at:%Y-%m-%d}",
                    person=salvage.by[:8],
                ),
                sentence(
                    "This file was salvaged from a damaged file on {day} by {person}; what was lost then is "
                    "written down in it. {count} lines were lost.",
                    day=f"{salvage.at:%Y-%m-%d}",
                    person=salvage.by[:8],
                    count=len(salvage.lost_lines),
                ),
            )
            for salvage in store.all(Salvage)
        ]
        return JournalReport(intact=False, lines=count, sentences=tuple(faults))
    return JournalReport(intact=True, lines=count, sentences=tuple(_good_news(store, count, head_code)))


def _good_news(store: Store, count: int, head_code: str | None) -> list[Sentence]:
    files = len(store.blobs.hashes())
    told = [
        sentence(
            "The history is intact: {lines}, {files}.",
            lines=counted(count, sentence("1 line"), sentence("{count} lines", count=count)),
            files=counted(files, sentence("1 kept file"), sentence("{count} kept files", count=files)),
        )
    ]
    for device in store.journal.devices():
        last = store.journal.last(device)
        if last is not None:
            told.append(
                sentence("It ends for laptop {device} at {code}.", device=device[:8], code=code_of(last.hash))
            )
    if head_code is not None:
        told.append(sentence("It contains the printed point {code}.", code=head_code))
    else:
        told.append(
            sentence(
                "Whether its end was cut off shows only against a code printed on a document: "
                "use --head CODE."
            )
        )
    return told


def _chain_sentence(fault: ChainFault) -> Sentence:
    if fault.reason == "missing":
        return sentence(
            "Line {number} of laptop {device} is missing from the history.",
            number=fault.sequence,
            device=fault.device[:8],
        )
    return sentence(
        "Line {number} of laptop {device} was changed or exchanged; it is the first that does not hold.",
        number=fault.sequence,
        device=fault.device[:8],
    )


def _schema_sentence(fault: SchemaFault) -> Sentence:
    """Somebody had the file open with something other than this program."""
    if fault.tampering is Tampering.ADDED:
        return sentence(
            "This file holds {name}, which the program never put there: somebody changed the file from "
            "outside. Compare with a safety copy.",
            name=fault.name,
        )
    if fault.tampering is Tampering.REMOVED and fault.kind == "trigger":
        return sentence(
            "The protection {name} was removed from this file: since then entries could be changed or "
            "deleted in it. Do not rely on it; compare with a safety copy.",
            name=fault.name,
        )
    if fault.kind == "trigger":
        return sentence(
            "The protection {name} in this file was changed: it may let entries be changed or deleted. "
            "Do not rely on it; compare with a safety copy.",
            name=fault.name,
        )
    return sentence(
        "The part {name} of this file is not built as the program builds it: somebody changed the file "
        "from outside. Compare with a safety copy.",
        name=fault.name,
    )


def _signed_head_faults(store: Store, devices: dict[str, str]) -> list[Sentence]:
    """A head that a laptop signed must still stand in that laptop's chain."""
    faults = []
    for head in store.all(Head):
        line = next(
            (one for one in store.journal.lines_of(head.device) if one.sequence == head.sequence), None
        )
        known = devices.get(head.device)
        if line is None or line.hash != head.hash or (known is not None and not head_holds(head, known)):
            faults.append(
                sentence(
                    "The history no longer fits the point that laptop {device} signed at line {number}.",
                    device=head.device[:8],
                    number=head.sequence,
                )
            )
    return faults


def _state_faults(store: Store) -> list[Sentence]:
    """Compare what is shown with what follows from the lines, and each entity's list of its lines as well."""
    expected: dict[tuple[str, str], object] = {}
    spoken: set[tuple[str, str, str]] = set()
    for line in store.journal.lines():
        body = json.loads(line.body)
        for change in body["put"]:
            expected[change["kind"], change["id"]] = from_plain(TYPES[change["kind"]], change["value"])
        for change in body["removed"]:
            expected.pop((change["kind"], change["id"]), None)
        spoken |= {(change["kind"], change["id"], line.id) for change in (*body["put"], *body["removed"])}
    shown = {(kind, entity_id): _value(kind, body) for kind, entity_id, body in store.shown()}
    wrong = {key for key in expected.keys() | shown.keys() if expected.get(key) != shown.get(key)}
    wrong |= {(kind, entity_id) for kind, entity_id, _ in spoken ^ store.journal.touches()}
    if not wrong:
        return []
    return [
        counted(
            len(wrong),
            sentence("One entry was changed without a line in the history. Do not rely on it."),
            sentence(
                "{count} entries were changed without a line in the history. Do not rely on them.",
                count=len(wrong),
            ),
        )
    ]


def _value(kind: str, body: str) -> object:
    """Return a stored value; one that cannot be read is returned as it is written and equals no value."""
    try:
        return from_plain(TYPES[kind], json.loads(body))
    except (KeyError, TypeError, ValueError, BaseValidationError):
        return body


def _certificate(path: Path) -> bytes:
    """Return a certificate file's DER."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    content = read_chosen(path, MOST_BYTES)
    try:
        if b"-----BEGIN CERTIFICATE" in content:
            return x509.load_pem_x509_certificate(content).public_bytes(Encoding.DER)
        return x509.load_der_x509_certificate(content).public_bytes(Encoding.DER)
    except ValueError as error:
        raise UnusableInput(sentence("The file {name} is no certificate.", name=path.name)) from error
