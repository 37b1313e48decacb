"""What anybody may hear of a package, a receipt or a card: whether it is whole, who signed it, for whom."""

from __future__ import annotations

import hashlib
from pathlib import Path

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.ids import DeviceId
from inspector_app.domain.verification import ExchangeReport
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.exchange import wire
from inspector_app.exchange.cards import SUFFIX as CARD_SUFFIX
from inspector_app.exchange.cards import read_card
from inspector_app.exchange.opening import Outside, Part, open_outside
from inspector_app.exchange.packages import PART_SUFFIX
from inspector_app.exchange.packages import SUFFIX as PACKAGE_SUFFIX
from inspector_app.exchange.receipts import SUFFIX as RECEIPT_SUFFIX
from inspector_app.exchange.receipts import read_receipt
from inspector_app.system.chosen_files import read_chosen

SUFFIXES = frozenset({PACKAGE_SUFFIX, RECEIPT_SUFFIX})
_CHUNK = 1 << 20
_SHORT = 12


def verify_exchanged(path: Path) -> ExchangeReport:
    """Say of a package or a receipt what shows without a workspace; nothing is opened or taken in.

    A part stands for the package that names it; of a card the code is told that two people compare.
    """
    if not path.is_file():  # a pipe or a device would never end
        raise _unreadable(path)
    if path.suffix.lower() == RECEIPT_SUFFIX:
        return _receipt(path)
    if path.suffix.lower() == CARD_SUFFIX:
        return _card(path)
    if path.suffix.lower() == PART_SUFFIX:
        return _package_of(path)
    return _package(path)


def _package(path: Path) -> ExchangeReport:
    try:
        outside = open_outside(path)
    except UnusableInput as error:
        return ExchangeReport(intact=False, sentences=(error.sentence,))
    faults = [
        fault
        for number, part in enumerate(outside.parts, start=1)
        if (fault := _fault(part, number, len(outside.parts))) is not None
    ]
    if faults:
        whole = counted(
            len(faults),
            sentence(
                "The package is not whole: 1 of its parts ({total} in all) does not hold. Copy it "
                "again from where it was made.",
                total=len(outside.parts),
            ),
            sentence(
                "The package is not whole: {count} of {total} parts do not hold. Copy it again from where it "
                "was made.",
                count=len(faults),
                total=len(outside.parts),
            ),
        )
        return ExchangeReport(intact=False, sentences=(*faults, whole, *_who(outside)))
    whole = counted(
        len(outside.parts),
        sentence(
            "The package is complete and intact: 1 part, {size} bytes.",
            size=sum(part.size for part in outside.parts),
        ),
        sentence(
            "The package is complete and intact: {count} parts, {size} bytes.",
            count=len(outside.parts),
            size=sum(part.size for part in outside.parts),
        ),
    )
    return ExchangeReport(intact=True, sentences=(whole, *_who(outside)))


def _package_of(part: Path) -> ExchangeReport:
    """Check the package to which a part belongs: alone it is a sealed envelope that says nothing."""
    naming = part.with_name(Path(part.stem).stem + PACKAGE_SUFFIX)
    if naming.is_file():
        return _package(naming)
    told = sentence(
        "{name} is one part of something larger and says nothing alone. Verify the .handover file of its "
        "package, or the folder of the safety copy.",
        name=part.name,
    )
    return ExchangeReport(intact=False, sentences=(told,))


def _card(path: Path) -> ExchangeReport:
    try:
        card = read_card(read_chosen(path, wire.MOST_BYTES))
    except UnusableInput as error:
        return ExchangeReport(intact=False, sentences=(error.sentence,))
    return ExchangeReport(
        intact=True,
        sentences=(
            sentence("The card is intact: not one byte was changed after it was signed."),
            sentence(
                "It calls itself the laptop of {name}, {bureau}. Its code is {code}: compare it with the "
                "laptop itself, a card proves nothing alone.",
                name=card.name,
                bureau=card.bureau,
                code=card.fingerprint,
            ),
        ),
    )


def _who(outside: Outside) -> tuple[Sentence, ...]:
    return (
        sentence(
            "Signed by laptop {device}, which gives {code} as its card's code. Compare the code with the "
            "laptop itself.",
            device=_device(outside.verify_key),
            code=outside.sender,
        ),
        sentence("It is for the laptop with the code {code}.", code=outside.to),
        sentence("Its number is {digest}; a receipt names it.", digest=outside.digest[:_SHORT]),
        sentence("Its content is enveloped to the receiver and was not opened."),
    )


def _fault(part: Part, number: int, count: int) -> Sentence | None:
    """Return what is wrong with a part; it is read in pieces and never held whole."""
    try:
        if part.path.stat().st_size == part.size and _sha256(part.path) == part.sha256:
            return None
    except FileNotFoundError:
        return sentence(
            "Part {number} of {count} is missing: {name}.", number=number, count=count, name=part.path.name
        )
    except OSError as error:
        raise _unreadable(part.path) from error
    return sentence(
        "Part {number} of {count} is damaged: {name}.", number=number, count=count, name=part.path.name
    )


def _receipt(path: Path) -> ExchangeReport:
    try:
        receipt, key = read_receipt(read_chosen(path, wire.MOST_BYTES))
    except UnusableInput as error:
        return ExchangeReport(intact=False, sentences=(error.sentence,))
    return ExchangeReport(
        intact=True,
        sentences=(
            sentence("The receipt is intact: not one byte was changed after it was signed."),
            sentence(
                "Signed by laptop {device}, which gives {code} as its card's code. Compare the code with "
                "the laptop itself.",
                device=_device(key),
                code=receipt.receiver,
            ),
            sentence(
                "It answers the package {digest}, taken in at {at} by the receiving computer's clock.",
                digest=receipt.id[:_SHORT],
                at=f"{receipt.received_at.astimezone(BEIJING):%Y-%m-%d %H:%M:%S %z}",
            ),
            sentence(
                "It confirms {originals} and {lines}.",
                originals=_originals(len(receipt.blobs)),
                lines=_lines(sum(end.sequence for end in receipt.heads)),
            ),
        ),
    )


def _device(verify_key: str) -> DeviceId:
    """A laptop's identity is the beginning of its own key."""
    return DeviceId(verify_key.removeprefix("ed25519:")[:8])


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _unreadable(path: Path) -> EnvironmentProblem:
    return EnvironmentProblem(
        sentence("The file {name} cannot be read. Check its name and try again.", name=path.name)
    )


def _originals(count: int) -> Sentence:
    return counted(count, sentence("1 original"), sentence("{count} originals", count=count))


def _lines(count: int) -> Sentence:
    return counted(
        count, sentence("1 line of the history"), sentence("{count} lines of the history", count=count)
    )
