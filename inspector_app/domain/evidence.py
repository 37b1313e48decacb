"""Evidence (证据): originals that are never touched, and what cites them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.ids import CitationId, DeviceId, EvidenceId, PersonId, Sha256


class EvidenceType(StrEnum):
    """The eight kinds of evidence of 行政处罚法 §46."""

    DOCUMENTARY = "documentary"
    PHYSICAL = "physical"
    AUDIOVISUAL = "audiovisual"
    ELECTRONIC = "electronic"
    TESTIMONY = "testimony"
    PARTY_STATEMENT = "party_statement"
    EXPERT_OPINION = "expert_opinion"
    SITE_RECORD = "site_record"


class IntakeWay(StrEnum):
    """How the bytes came in; all ways share one intake."""

    CAMERA = "camera"
    FILE = "file"
    DROP = "drop"
    PASTE = "paste"
    SCAN = "scan"
    REGISTERED = "registered"
    """Audio or video that stays on its own medium and is registered by hash."""
    IMPORT = "import"
    """A hospital's export taken in by the roster or ledger import."""
    COMPUTED = "computed"
    """A picture that this program drew from figures, put into the record."""


class NotOriginal(StrEnum):
    """Why a file cannot be what the camera wrote (非原始文件)."""

    NO_EXIF = "no_exif"
    CHAT_PROGRAM = "chat_program"
    SCREENSHOT = "screenshot"
    EDITED = "edited"
    RESIZED = "resized"
    CLIPBOARD = "clipboard"
    """Pixels from the clipboard, encoded by this program."""
    DRAWN = "drawn"
    """A drawn frame of the test source: no photograph at all."""
    COMPUTED = "computed"
    """A picture that this program drew from figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One original, byte for byte, and what is known about it."""

    id: EvidenceId
    group: str
    """Group letter, A, B, …; with the running number it makes 证据A-1."""
    running_number: int
    device: DeviceId
    sha256: Sha256
    size: int
    media_type: str
    evidence_type: EvidenceType
    way: IntakeWay
    taken_in_at: datetime
    taken_in_by: PersonId
    original_name: str = ""
    caption: str = ""
    captured_at: datetime | None = None
    """What the camera wrote, made aware; ``None`` where the file does not say."""
    capture_device: str = ""
    width: int | None = None
    height: int | None = None
    orientation: int = 1
    """EXIF orientation 1 to 8; applied when shown, never to the original."""
    is_original: bool = True
    not_original_reason: str = ""
    """A ``NotOriginal`` word, with a detail after a colon where there is one."""
    has_position: bool = False
    """Whether the file carries a place (GPS); the place itself stays in the original."""
    provided_by: str = ""
    copied_from: str = ""
    certified_copy_by: str = ""
    """Who signed 「与原件核对一致」; empty where it was not signed."""
    stored: bool = True
    """False for registered audio and video whose bytes stay elsewhere."""
    storage_place: str = ""
    recorder_number: str = ""
    length_seconds: float | None = None
    clock_offset_seconds: float | None = None
    clock_jump: bool = False
    set_aside: str = ""
    """Why it is not used, such as taken by mistake. It stays in the file; documents leave it out."""

    @property
    def number(self) -> str:
        """The number on the label, such as ``A-1``; never renumbered."""
        return f"{self.group}-{self.running_number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGiven:
    """The letter under which a laptop numbers its evidence in one inspection; its id is the laptop's."""

    id: DeviceId
    letter: str


class TargetKind(StrEnum):
    """What a piece of evidence can be cited by."""

    BED_CHECK = "bed_check"
    ANSWER = "answer"
    FINDING = "finding"
    SUSPICION = "suspicion"
    DOCUMENT = "document"
    ROSTER = "roster"
    LEDGER = "ledger"
    VISIT = "visit"
    EVIDENCE = "evidence"
    """What a remark is about; evidence is never bound to evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A thing that evidence can be bound to."""

    kind: TargetKind
    id: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A link from evidence to what it proves."""

    id: CitationId
    evidence: EvidenceId
    target: Target
    cited_at: datetime
    cited_by: PersonId
