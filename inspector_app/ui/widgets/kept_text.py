"""Fields that hand over what was typed when they are left; what is being typed is never written over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class KeptText(QPlainTextEdit):
    """Several lines; Tab leaves the field, Ctrl+S hands over and stays."""

    kept = Signal(str)

    def __init__(self, name: str, hint: str = "", height: int = 64) -> None:
        super().__init__()
        self._known = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless somebody is typing here."""
        is_typed = self.hasFocus() and self.toPlainText() != self._known
        self._known = text
        if not is_typed and self.toPlainText() != text:
            self.setPlainText(text)

    def commit(self) -> None:
        """Hand over what differs from what is stored."""
        text = self.toPlainText().strip()
        if text != self._known:
            self._known = text
            self.kept.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.commit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()


class KeptLine(QLineEdit):
    """One line; Return hands over as leaving does."""

    kept = Signal(str)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self._known = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless somebody is typing here."""
        is_typed = self.hasFocus() and self.text() != self._known
        self._known = text
        if not is_typed and self.text() != text:
            self.setText(text)
            if not self.hasFocus():
                self.home(False)  # a long text shows its beginning, not its end

    def commit(self) -> None:
        """Hand over what differs from what is stored."""
        text = self.text().strip()
        if text != self._known:
            self._known = text
            self.kept.emit(text)
