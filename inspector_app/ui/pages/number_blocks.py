"""The blocks of official numbers that the bureau assigned to this laptop, and a line to enter one."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.calendar import official_day
from inspector_app.domain.document import DocumentType, NumberBlock
from inspector_app.domain.errors import Problem
from inspector_app.domain.wording import counted
from inspector_app.services.activities import Activities
from inspector_app.services.departure import ENOUGH_NUMBERS
from inspector_app.services.numbers import BlockView
from inspector_app.ui.language import say
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker


def _read(activities: Activities) -> tuple[list[BlockView], str, str, int]:
    """Blocks, the region's words for the bureau and for this type, and the year that counts now."""
    bureau = activities.packs.region().bureau
    word = "" if bureau.placeholder else bureau.number_word
    kind = activities.packs.document(DocumentType.RECTIFICATION_NOTICE).type_word
    return activities.numbers.blocks(), word, kind, official_day(activities.desk.clock.now()).year


class NumberBlocks(QWidget):
    """Shows what is left of each block; a new one is entered as the bureau wrote it down."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._type_word = ""
        self.table = QGridLayout()
        self.table.setHorizontalSpacing(28)
        self.table.setVerticalSpacing(8)
        self.body = _line(self.tr("Word, such as 青医保"), 150)
        self.year = _line(self.tr("Year"), 80)
        self.first = _line(self.tr("From"), 80)
        self.last = _line(self.tr("To"), 80)
        for line in (self.year, self.first, self.last):
            line.setValidator(QIntValidator(1, 999_999, line))
        self.add = QPushButton(self.tr("Enter the block"))
        self.add.clicked.connect(self._assign)
        self.last.returnPressed.connect(self._assign)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        entry = QGridLayout()
        entry.setHorizontalSpacing(8)
        entry.setVerticalSpacing(4)
        captions = (
            self.tr("Word of the bureau"),
            self.tr("Year"),
            self.tr("First number"),
            self.tr("Last number"),
        )
        lines = (self.body, self.year, self.first, self.last)
        for column, (caption, line) in enumerate(zip(captions, lines, strict=True)):
            above = label(caption, "small")
            above.setBuddy(line)
            entry.addWidget(above, 0, column)
            entry.addWidget(line, 1, column)
            line.textChanged.connect(self._show_example)
        entry.addWidget(self.add, 1, len(lines))
        entry.setColumnStretch(len(lines) + 1, 1)
        self.example = label("", "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(label(self.tr("Numbers of rectification notices"), "caption"))
        hint = self.tr(
            "The bureau assigns each laptop its own numbers, so that two laptops never give the same one."
        )
        layout.addWidget(label(hint, "muted", wrap=True))
        self.warning = label("", "warning", wrap=True)
        self.warning.hide()
        layout.addWidget(self.warning)
        layout.addLayout(self.table)
        layout.addLayout(entry)
        layout.addWidget(self.example)
        layout.addWidget(self.fault)

    def refresh(self) -> None:
        self._worker.run(_read, self._show)

    @Slot(object)
    def _show(self, found: tuple[list[BlockView], str, str, int]) -> None:
        blocks, word, self._type_word, year = found
        while (item := self.table.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, view in enumerate(blocks):
            block = view.block
            name = f"{block.body} 〔{block.year}〕{block.first}–{block.last}"
            self.table.addWidget(label(name), row, 0)
            left = self.tr("{left} left, {used} used, {void} void")
            text = left.format(left=view.left, used=view.used, void=view.void)
            self.table.addWidget(label(text, "muted"), row, 1)
        self.table.setColumnStretch(2, 1)
        self._warn(sum(view.left for view in blocks if view.block.year == year), year)
        if not self.body.text():
            self.body.setText(blocks[-1].block.body if blocks else word)
        if not self.year.text():
            self.year.setText(str(year))

    def _warn(self, left: int, year: int) -> None:
        """Speak only where this year's numbers are gone or nearly so."""
        words = self.tr("No number of {year} is left: notices carry draft numbers until a block is entered.")
        if left:
            words = counted(
                left,
                self.tr("Only one number of {year} is left. Ask the bureau for a block."),
                self.tr("Only {count} numbers of {year} are left. Ask the bureau for a block."),
            )
        self.warning.setText(words.format(count=left, year=year))
        self.warning.setVisible(left < ENOUGH_NUMBERS)

    @Slot()
    def _show_example(self) -> None:
        """Say how the numbers will stand on the notices, before the block is entered."""
        body, first, last = self.body.text().strip(), self.first.text(), self.last.text()
        is_whole = bool(body and self.year.text() and first and last)
        stem = f"{body}{self._type_word}〔{self.year.text()}〕"
        words = self.tr("The notices will carry {first} to {last}, each number once.")
        self.example.setText(words.format(first=f"{stem}{first}号", last=f"{last}号") if is_whole else "")

    @Slot()
    def _assign(self) -> None:
        body = self.body.text()
        year, first, last = (int(line.text() or 0) for line in (self.year, self.first, self.last))
        kind = DocumentType.RECTIFICATION_NOTICE
        self._worker.run(
            lambda a: a.numbers.assign(kind, body=body, year=year, first=first, last=last),
            self._assigned,
            self._tell,
        )

    @Slot(object)
    def _assigned(self, _block: NumberBlock) -> None:
        self.fault.hide()
        self.first.clear()
        self.last.clear()
        self.refresh()

    def _tell(self, problem: Problem) -> None:
        self.fault.setText(say(problem))
        self.fault.show()


def _line(placeholder: str, width: int) -> QLineEdit:
    editor = QLineEdit()
    editor.setPlaceholderText(placeholder)
    editor.setAccessibleName(placeholder)
    editor.setFixedWidth(width)
    return editor
