"""What happens to a file before it is kept: read, examined, measured; needs no database, runs beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector_app.domain.errors import EnvironmentProblem
from inspector_app.domain.evidence import Evidence, EvidenceType, IntakeWay, NotOriginal
from inspector_app.domain.ports import Progress
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.system import photographs, recordings, sources
from inspector_app.system.photographs import Examination, Raster
from inspector_app.system.sources import Measured

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file outside, or bytes at hand, that somebody wants to become evidence."""

    name: str
    way: IntakeWay
    path: Path | None = None
    data: bytes | None = None

    @staticmethod
    def file(path: Path, way: IntakeWay = IntakeWay.FILE) -> Source:
        return Source(name=path.name, way=way, path=path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Bytes in hand and what they say about themselves."""

    name: str
    way: IntakeWay
    data: bytes
    examination: Examination
    is_from_clipboard: bool = False
    """Pixels without a file; a file that was copied and pasted is a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """Audio or video that stays on its own medium, known by its hash."""

    measured: Measured
    media_type: str
    length_seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What became of one source: evidence new or known already, or a sentence that says why not."""

    name: str
    evidence: Evidence | None = None
    is_duplicate: bool = False
    said: Sentence | None = None


def prepare(source: Source) -> Prepared:
    """Read and examine one source; raises a ``Problem`` for what cannot be taken in."""
    data = source.data if source.data is not None else sources.read_whole(source.path or Path(source.name))
    return Prepared(
        name=clean_name(source.name),
        way=source.way,
        data=data,
        examination=photographs.examine(data, source.name),
        is_from_clipboard=source.way is IntakeWay.PASTE and source.data is not None,
    )


def measure_recording(path: Path, progress: Progress | None = None) -> Recording:
    """Hash a recording in a stream, without taking its bytes in; the progress may stop it."""
    measured = sources.measure(path, progress)
    try:
        length = recordings.length_seconds(path)
    except OSError as error:
        raise EnvironmentProblem(
            sentence("The file {name} can no longer be read. Connect its medium again.", name=path.name)
        ) from error
    return Recording(measured=measured, media_type=recordings.media_type(path.name), length_seconds=length)


def draw_thumbnail(original: bytes) -> bytes:
    """Return a small upright JPEG of an original picture; raises a ``Problem`` when it cannot be drawn."""
    return photographs.thumbnail(original)


def draw_preview(original: bytes, largest: int) -> Raster:
    """Return upright pixels of an original picture, at most ``largest`` a side."""
    return photographs.preview(original, largest)


def warm() -> None:
    """Import what decoding needs; for a worker after the first paint."""
    photographs.warm()


def clean_name(name: str) -> str:
    """Keep of a foreign file's name what is harmless to show and to write: no folders, nothing invisible."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(c for c in last if c.isprintable() and c not in '<>:"|?*').strip(" .")
    if len(shown) <= LONGEST_NAME:
        return shown
    stem, dot, extension = shown.rpartition(".")
    return stem[: LONGEST_NAME - len(extension) - 1] + dot + extension[:16]


def why_not_original(prepared: Prepared) -> str:
    """Say why a file is no camera's original; scans and documents are judged
    as copies, not as photographs."""
    seen = prepared.examination
    if prepared.is_from_clipboard:
        return NotOriginal.CLIPBOARD
    if seen.not_original is None:
        return ""
    if prepared.way is IntakeWay.SCAN and seen.not_original is NotOriginal.NO_EXIF:
        return ""
    detail = f":{seen.not_original_detail}" if seen.not_original_detail else ""
    return f"{seen.not_original}{detail}"


def type_of(media_type: str, way: IntakeWay) -> EvidenceType:
    if way is IntakeWay.SCAN or media_type == "application/pdf":
        return EvidenceType.DOCUMENTARY
    return EvidenceType.AUDIOVISUAL


def is_recording(name: str) -> bool:
    """Tell by the name whether a file is audio or video, which is registered and not taken in."""
    return recordings.media_type(name) != "application/octet-stream"
