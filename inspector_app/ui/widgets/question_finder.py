"""Above the questions: the sections with how far each is, and a line that finds words in questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from inspector_app.domain.checklist_outline import OutlineSection
from inspector_app.ui import theme
from inspector_app.ui.widgets.marks import label


class _Line(QLineEdit):
    """A line that gives Escape and the arrows to whoever it finds for."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class QuestionFinder(QWidget):
    """Shows where one is; what is wanted goes out as signals."""

    sectionChosen = Signal(str)
    """The path at which the section begins."""
    searched = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections = QComboBox()
        self.sections.setAccessibleName(self.tr("Sections"))
        self.sections.setToolTip(self.tr("Go to a section  Ctrl+J"))
        self.sections.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sections.setMinimumContentsLength(18)
        self.sections.setMaxVisibleItems(24)
        self.sections.activated.connect(self._on_section)
        self.line = _Line()
        self.line.setAccessibleName(self.tr("Find in the questions"))
        self.line.setPlaceholderText(self.tr("Find: words, number, answer   Ctrl+F"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.searched)
        self.line.stepped.connect(self.stepped)
        self.line.left.connect(self.left)
        self.hits = label("", "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sections, 3)
        layout.addWidget(self.line, 2)
        layout.addWidget(self.hits)

    def show_sections(self, sections: Sequence[OutlineSection]) -> None:
        """Show the sections with what is answered, what is missing and what does not comply."""
        self.sections.blockSignals(True)
        chosen = self.sections.currentData()
        while self.sections.count() > len(sections):
            self.sections.removeItem(self.sections.count() - 1)
        while self.sections.count() < len(sections):
            self.sections.addItem("")
        for place, section in enumerate(sections):
            self.sections.setItemText(place, self._words(section))
            self.sections.setItemData(place, section.path)
            self.sections.setItemIcon(place, theme.icon(*_sign(section)))
        self.sections.setCurrentIndex(max(self.sections.findData(chosen), 0))
        self.sections.blockSignals(False)
        self.sections.setVisible(len(sections) > 1)

    def show_place(self, place: int) -> None:
        """Say in which section one is."""
        self.sections.setCurrentIndex(place)

    def show_hits(self, at: int, count: int) -> None:
        """Say which of how many questions found is shown; ``at`` counts from 1."""
        if not self.line.text().strip():
            self.hits.setText("")
        elif count:
            self.hits.setText(f"{at}/{count}")
        else:
            self.hits.setText(self.tr("not found"))

    def _words(self, section: OutlineSection) -> str:
        progress = section.progress
        words = "  ".join(part for part in (section.number, section.label) if part)
        if progress.total:
            words += f"   {progress.answered}/{progress.total}"
        if progress.noncompliant:
            words += f"   ✗ {progress.noncompliant}"
        return words.strip() or self.tr("Beginning")

    @Slot(int)
    def _on_section(self, place: int) -> None:
        self.sectionChosen.emit(str(self.sections.itemData(place)))


def _sign(section: OutlineSection) -> tuple[str, str]:
    progress = section.progress
    if progress.wrong:
        return "triangle-alert", "danger"
    if progress.noncompliant:
        return "flag", "danger"
    if progress.answered >= progress.total:
        return "circle-check", "success"
    return ("circle-dot" if progress.required_missing else "circle"), "muted"
