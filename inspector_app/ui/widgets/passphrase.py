"""Passphrases: one that is asked for, and a new one typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector_app.ui.widgets.form import Field


def passphrase_edit(parent: QWidget | None = None) -> QLineEdit:
    """A line that hides what is typed and keeps input methods out."""
    editor = QLineEdit(parent)
    editor.setEchoMode(QLineEdit.EchoMode.Password)
    editor.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
    return editor


class NewPassphrase(QWidget):
    """A new passphrase and its repetition; says beneath when the two differ."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = passphrase_edit(), passphrase_edit()
        self.first_field = Field(
            self.tr("New passphrase"),
            self.first,
            self.tr(
                "At least eight characters; a short sentence is best. If it is forgotten, only the recovery "
                "key or the bureau's key can set a new one."
            ),
        )
        self.second_field = Field(self.tr("The same again"), self.second)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.first_field)
        layout.addWidget(self.second_field)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self.entered)
        self.second.editingFinished.connect(self.check)
        self.setFocusProxy(self.first)

    def check(self) -> bool:
        """Tell whether both are the same, and say so if not."""
        same = self.first.text() == self.second.text()
        self.second_field.tell("" if same else self.tr("The two passphrases differ. Type both again."))
        return same

    @property
    def text(self) -> str:
        return self.first.text()

    def clear(self) -> None:
        self.first.clear()
        self.second.clear()
        self.second_field.tell("")
