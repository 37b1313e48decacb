"""Says in a window why the program's own window does not open; a double click has no terminal to read."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMessageBox

_NOBODY_LOOKS = ("offscreen", "minimal")


def show_start_problem(words: str) -> None:
    """Show the words until somebody closes them; nothing happens where no window was asked for or seen."""
    if not isinstance(QApplication.instance(), QApplication):
        return
    if QApplication.platformName() in _NOBODY_LOOKS:
        return
    box = QMessageBox(QMessageBox.Icon.Warning, QApplication.applicationName(), words)
    box.exec()
