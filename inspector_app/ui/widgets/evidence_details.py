"""What is known of one piece of evidence: what people say of it, what the file says, what it proves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.evidence import Citation, Evidence, EvidenceType
from inspector_app.ui import theme
from inspector_app.ui.evidence_words import (
    TYPES,
    size_word,
    target_word,
    type_word,
    way_word,
    when,
    why_not_original,
)
from inspector_app.ui.widgets.marks import label, thin_line


class EvidenceDetails(QWidget):
    """Shows a piece and reports what a person changed; stores nothing itself."""

    captionChanged = Signal(str, str)
    providerChanged = Signal(str, str)
    copiedFromChanged = Signal(str, str)
    certified = Signal(str, str)
    """Identity, and what was entered; an empty name takes the certification back."""
    setAside = Signal(str, str)
    """Identity and reason; an empty reason takes the piece back."""
    typeChanged = Signal(str, object)
    unciteWanted = Signal(str)
    targetWanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: Evidence | None = None
        self.number = label("", "subtitle")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.not_original = label("", "chip-warning", wrap=True)
        self.clock = label("", "chip-warning", wrap=True)
        self.caption = self._line(self.tr("Caption"), self.captionChanged)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of evidence"))
        self.kind.setMinimumContentsLength(10)
        for kind in TYPES:
            self.kind.addItem(type_word(kind), kind)
        self.kind.activated.connect(self._on_kind)
        self.provider = self._line(self.tr("Provided by"), self.providerChanged)
        self.copied_from = self._line(self.tr("Copied from"), self.copiedFromChanged)
        self.certifier = self._line(self.tr("Signed as agreeing with the original by"), self.certified)
        self.aside = self._line(self.tr("Set aside because"), self.setAside)
        self.aside.setPlaceholderText(self.tr("A reason leaves the piece out of every document"))
        self.is_aside = label("", "chip-warning", wrap=True)

        top = QVBoxLayout()
        top.addWidget(self.number)
        top.addWidget(self.not_original)
        top.addWidget(self.clock)
        top.addWidget(self.is_aside)
        for field in (self.caption, self.kind, self.provider, self.copied_from, self.certifier, self.aside):
            caption = label(field.accessibleName(), "caption", wrap=True)
            caption.setBuddy(field)
            top.addWidget(caption)
            top.addWidget(field)
        self._facts = QFormLayout()
        self._facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._citations = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(thin_line())
        layout.addWidget(label(self.tr("Cited by"), "caption"))
        layout.addLayout(self._citations)
        layout.addWidget(thin_line())
        layout.addLayout(self._facts)
        layout.addStretch()

    @property
    def shown(self) -> Evidence | None:
        return self._evidence

    def show_evidence(self, evidence: Evidence, citations: Sequence[Citation], person: str) -> None:
        """Show a piece; ``person`` is the name of who took it in."""
        is_another = self._evidence is None or self._evidence.id != evidence.id
        self._evidence = evidence
        self.number.setText(self.tr("Evidence {number}").format(number=evidence.number))
        reason = why_not_original(evidence)
        self.not_original.setText(self.tr("Not an original file: {reason}").format(reason=reason))
        self.not_original.setVisible(bool(reason))
        self.clock.setText(self._clock_text(evidence))
        self.clock.setVisible(bool(self.clock.text()))
        self.is_aside.setText(self.tr("Set aside: {reason}").format(reason=evidence.set_aside))
        self.is_aside.setVisible(bool(evidence.set_aside))
        for field, text in (
            (self.caption, evidence.caption),
            (self.provider, evidence.provided_by),
            (self.copied_from, evidence.copied_from),
            (self.certifier, evidence.certified_copy_by),
            (self.aside, evidence.set_aside),
        ):
            if is_another or not field.hasFocus():  # never under the hands of who is typing
                field.setText(text)
                field.setCursorPosition(0)
        self.kind.setCurrentIndex(self.kind.findData(evidence.evidence_type))
        self._show_citations(citations)
        self._show_facts(evidence, person)

    def focus_caption(self) -> None:
        self.caption.setFocus()
        self.caption.selectAll()

    def _clock_text(self, evidence: Evidence) -> str:
        if evidence.clock_jump:
            return self.tr("The laptop's clock jumped before this was taken in.")
        if evidence.clock_offset_seconds and abs(evidence.clock_offset_seconds) >= 1:
            return self.tr("The laptop's clock was {seconds} s ahead of the reference.").format(
                seconds=f"{evidence.clock_offset_seconds:+.0f}"
            )
        return ""

    def _show_citations(self, citations: Sequence[Citation]) -> None:
        while (item := self._citations.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # gone at once, deleted when the events are done
                widget.deleteLater()
        if not citations:
            self._citations.addWidget(label(self.tr("Nothing yet"), "muted"))
        for citation in citations:
            self._citations.addWidget(self._citation_row(citation))

    def _citation_row(self, citation: Citation) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        target = citation.target
        link = QPushButton(f"{target_word(target.kind)} · {target.label or target.id[:8]}")
        link.setProperty("role", "link")
        link.clicked.connect(lambda: self.targetWanted.emit(target))
        away = QToolButton()
        away.setAccessibleName(self.tr("Take this binding back"))
        away.setToolTip(away.accessibleName())
        theme.put_icon(away, "x", "muted")
        away.clicked.connect(lambda: self.unciteWanted.emit(citation.id))
        layout.addWidget(link, 1)
        layout.addWidget(away)
        return row

    def _show_facts(self, evidence: Evidence, person: str) -> None:
        while self._facts.rowCount():
            self._facts.removeRow(0)
        pixels = f"{evidence.width} × {evidence.height}" if evidence.width else ""
        length = f"{evidence.length_seconds:.0f} s" if evidence.length_seconds is not None else ""
        captured = when(evidence.captured_at) if evidence.captured_at else self.tr("not said")
        position = self.tr("yes, in the original only") if evidence.has_position else ""
        digest = " ".join(evidence.sha256[at : at + 8] for at in range(0, 64, 8))
        for name, value in (
            (self.tr("Captured"), captured),
            (self.tr("Taken in"), when(evidence.taken_in_at)),
            (self.tr("By"), person),
            (self.tr("Way in"), way_word(evidence.way)),
            (self.tr("Device"), evidence.capture_device),
            (self.tr("File"), evidence.original_name),
            (self.tr("Size"), "  ".join(part for part in (size_word(evidence.size), pixels, length) if part)),
            (self.tr("Carries a place"), position),
            (self.tr("Kept at"), evidence.storage_place),
            (self.tr("Recorder"), evidence.recorder_number),
            ("SHA-256", digest),
        ):
            if value:
                shown = QLabel(value)
                shown.setWordWrap(True)
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                shown.setAccessibleName(name)
                self._facts.addRow(label(name, "small"), shown)

    def _line(self, name: str, signal: object) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)

        def finish() -> None:
            if self._evidence is not None and line.isModified():
                line.setModified(False)
                signal.emit(self._evidence.id, line.text())  # type: ignore[attr-defined]

        line.editingFinished.connect(finish)
        return line

    @Slot(int)
    def _on_kind(self, row: int) -> None:
        kind = self.kind.itemData(row)
        if self._evidence is not None and EvidenceType(kind) is not self._evidence.evidence_type:
            self.typeChanged.emit(self._evidence.id, EvidenceType(kind))
