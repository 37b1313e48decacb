"""Asks what a recording's own file cannot say: recorder, place of storage, length."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.ui.widgets.form import Form
from inspector_app.ui.widgets.marks import label


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingEntry:
    """What was typed in."""

    path: Path
    recorder_number: str
    storage_place: str
    caption: str
    length_seconds: float | None


class RecordingForm(QWidget):
    """One recording at a time; recorder and place stay for the next one."""

    entered = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self.name = label("", "subtitle")
        self.recorder, self.place, self.caption, self.length = (QLineEdit() for _ in range(4))
        form = Form()
        form.add(self.tr("Number of the recorder"), self.recorder)
        self._place_field = form.add(
            self.tr("Where its medium is kept"),
            self.place,
            self.tr("For example: evidence cabinet 2, card 14"),
        )
        form.add(self.tr("What it shows"), self.caption)
        self._length_field = form.add(
            self.tr("Length (minutes:seconds)"), self.length, self.tr("Only where the file does not say it")
        )
        save = QPushButton(self.tr("Measure and register"))
        save.setProperty("role", "primary")
        save.clicked.connect(self._enter)
        leave = QPushButton(self.tr("Cancel"))
        leave.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(leave)
        buttons.addWidget(save)
        layout = QVBoxLayout(self)
        layout.addWidget(self.name)
        layout.addWidget(
            label(
                self.tr(
                    "The recording stays where it is. Its hash, length and place are registered, "
                    "so that any later change of the file can be shown."
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(form)
        layout.addLayout(buttons)
        layout.addStretch()
        for line in (self.recorder, self.place, self.caption, self.length):
            line.returnPressed.connect(self._enter)

    def ask_about(self, path: Path) -> None:
        self._path = path
        self.name.setText(path.name)
        self.caption.clear()
        self.length.clear()
        self.recorder.setFocus()

    @Slot()
    def _enter(self) -> None:
        place = self.place.text().strip()
        self._place_field.tell("" if place else self.tr("Enter where the medium is kept."))
        length = seconds_of(self.length.text())
        is_wrong = bool(self.length.text().strip()) and length is None
        self._length_field.tell(self.tr("Enter the length as minutes:seconds.") if is_wrong else "")
        if not place or is_wrong:
            return
        self.entered.emit(
            RecordingEntry(
                path=self._path,
                recorder_number=self.recorder.text().strip(),
                storage_place=place,
                caption=self.caption.text().strip(),
                length_seconds=length,
            )
        )


def seconds_of(text: str) -> float | None:
    """Read ``90``, ``1:30`` or ``1:02:03``; ``None`` for anything else."""
    parts = text.strip().replace("：", ":").split(":")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    total = 0
    for part in parts:
        total = total * 60 + int(part)
    return float(total)
