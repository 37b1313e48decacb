"""What a drop, a paste or a file dialog brings, sorted into pictures, recordings and bare pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.domain.evidence import IntakeWay
from inspector_app.services.intake import Source, is_recording

_MOST_FILES = 5000


@dataclass(frozen=True, slots=True)
class Incoming:
    """Files to take in, recordings to register, pixels without a file."""

    sources: list[Source] = field(default_factory=list)
    recordings: list[Path] = field(default_factory=list)
    pixels: QImage | None = None

    @property
    def is_empty(self) -> bool:
        return not self.sources and not self.recordings and self.pixels is None


def of_files(paths: list[Path], way: IntakeWay) -> Incoming:
    """Sort files; a folder stands for the files directly inside it."""
    files: list[Path] = []
    for path in paths:
        inside = sorted(one for one in path.iterdir() if one.is_file()) if path.is_dir() else [path]
        files += [one for one in inside if not one.name.startswith(".") or len(inside) == 1]
    files = files[:_MOST_FILES]
    return Incoming(
        sources=[Source.file(path, way) for path in files if not is_recording(path.name)],
        recordings=[path for path in files if is_recording(path.name)],
    )


def of_mime(data: QMimeData | None, way: IntakeWay) -> Incoming:
    """Sort what was dropped or lies in the clipboard; files go before pixels."""
    if data is None:  # a clipboard that nobody has used
        return Incoming()
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return of_files(paths, way)
    if data.hasImage():
        image = QImage(data.imageData())
        if not image.isNull():
            return Incoming(pixels=image)
    return Incoming()


def to_png(image: QImage) -> bytes:
    """Encode pixels without loss; runs beside the window."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise RuntimeError("the pixels could not be encoded as PNG")
    return bytes(buffer.data().data())


def ask_files(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Let a person choose files; empty when they changed their mind."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Let a person choose a folder."""
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None
