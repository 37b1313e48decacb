"""Says above an inspection that it is here for review only; a remark goes to what is selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.services.hand_over_sheet import ReviewStanding
from inspector_app.ui.exchange_words import moment
from inspector_app.ui.keys import give_keys
from inspector_app.ui.widgets.key_button import KeyButton
from inspector_app.ui.widgets.marks import IconLabel, label


class ReviewStrip(QFrame):
    """Read only, by whom and since when; Remark, Return, Accept."""

    asked = Signal()
    """A remark is wanted: whoever holds the page answers with :meth:`write_about`."""
    written = Signal(str)
    decide = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", "info")
        self.text = label("", "", wrap=True)
        self._standing = self._said = ""
        remark = QAction(self.tr("Remark on the selected thing"), self)
        self.action = give_keys(remark, "Ctrl+Alt+M", Qt.ShortcutContext.WindowShortcut)
        self.action.triggered.connect(self.asked)
        keys = self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.remark = KeyButton(self.tr("Write a remark"), keys)
        self.remark.setToolTip(self.action.toolTip())
        self.remark.clicked.connect(self.asked)
        self.answer = QPushButton(self.tr("Return or accept…"))
        self.answer.clicked.connect(self.decide)
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._write)
        self.line.installEventFilter(self)
        self.line.hide()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel("eye-off", "info", 18))
        row.addWidget(self.text, 1)
        row.addWidget(self.remark)
        row.addWidget(self.answer)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 4, 12, 4)
        rows.setSpacing(6)
        rows.addLayout(row)
        rows.addWidget(self.line)
        self.show_standing(None)

    @Slot(object)
    def show_standing(self, standing: ReviewStanding | None) -> None:
        if standing is None:
            self._said = ""
        self.setVisible(standing is not None)
        self.action.setEnabled(standing is not None)
        if standing is not None:
            text = self.tr("Read only: handed over by {name}, taken in {when}.")
            self._standing = text.format(name=standing.sender, when=moment(standing.at))
            self._tell()
            self.answer.setVisible(standing.may_decide)

    def _tell(self) -> None:
        self.text.setText(f"{self._standing}  {self._said}".strip())

    def write_about(self, thing: str) -> None:
        """Let a person write; ``thing`` is what the remark will belong to."""
        self._said = ""
        self._tell()
        self.line.setPlaceholderText(self.tr("Remark on {thing}; Enter writes it").format(thing=thing))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.show()
        self.line.setFocus()

    def put_away(self) -> None:
        """The remark is written: say so, and where all of them stand."""
        self._said = self.tr("The remark is saved. All of them stand under Hand over.")
        self._tell()
        self.line.clear()
        self.line.hide()

    @Slot()
    def _write(self) -> None:
        self.written.emit(self.line.text())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Escape hides the line and loses nothing that was typed."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.line.hide()
            return True
        return False
