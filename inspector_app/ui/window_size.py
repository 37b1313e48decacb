"""How large the window opens: its plain size where the screen has room for it, else all of the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 40)
"""What the widest common frame adds to the content; the true one is known only once a window is shown."""


def has_room(available: QSize, content: QSize) -> bool:
    """Tell whether a window with that content and its frame stands wholly on the screen."""
    wanted = content + FRAME
    return wanted.width() <= available.width() and wanted.height() <= available.height()


def fit_to_screen(window: QWidget) -> None:
    """Maximise a window that is not shown yet where it would reach beyond its screen."""
    available = window.screen().availableGeometry().size()
    if not has_room(available, window.size()):
        # What it goes back to when somebody ends the maximising has to fit as well.
        window.resize((available - FRAME).boundedTo(window.size()).expandedTo(window.minimumSize()))
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
