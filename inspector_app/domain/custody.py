"""What a check of an inspection's journal and bytes has shown."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.domain.ids import Sha256
from inspector_app.domain.journal import ChainFault
from inspector_app.domain.wording import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyReport:
    """The outcome, complete; ``head_found`` is ``None`` where no printed code was given."""

    lines: int
    devices: int
    blobs: int
    faults: tuple[ChainFault, ...]
    damaged: tuple[Sha256, ...]
    head_found: bool | None

    @property
    def holds(self) -> bool:
        return not self.faults and not self.damaged and self.head_found is not False

    def sentences(self) -> tuple[Sentence, ...]:
        """Return the outcome in words, the worst first."""
        said = [
            sentence(
                "The history was changed: line {number} of laptop {device} does not hold ({reason}).",
                number=fault.sequence,
                device=fault.device[:8],
                reason=fault.reason,
            )
            for fault in self.faults
        ]
        said += [
            sentence("The stored bytes {hash} no longer match their hash.", hash=sha256[:16])
            for sha256 in self.damaged
        ]
        if self.head_found is False:
            said.append(
                sentence(
                    "The printed code does not stand in this history: its end was cut off, "
                    "or it was written anew before that point."
                )
            )
        if self.head_found:
            said.append(sentence("The printed code stands in this history."))
        if not said or (self.holds and self.head_found):
            said.append(
                sentence(
                    "All {lines} lines of {devices} laptops are chained without a gap, and {blobs} stored "
                    "originals match their hashes.",
                    lines=self.lines,
                    devices=self.devices,
                    blobs=self.blobs,
                )
            )
        return tuple(said)
