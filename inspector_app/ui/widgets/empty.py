"""What an empty page says: what belongs here, and the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import IconLabel, label


class EmptyState(QWidget):
    """An icon, a sentence, and one button that runs an action of the page."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        first_step: QAction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(IconLabel(icon, "muted", 32), alignment=Qt.AlignmentFlag.AlignHCenter)
        self.title = label(title, "subtitle")
        layout.addWidget(self.title, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.text = label(text, "muted", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setFixedWidth(420)
        self.text.setMinimumHeight(self.text.heightForWidth(420))  # centred labels do not grow by themselves
        layout.addWidget(self.text, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.button: ActionButton | None = None
        if first_step is not None:
            self.button = button = ActionButton(first_step, quiet=False)
            button.setProperty("role", "primary")
            self.setFocusProxy(button)
            layout.addSpacing(4)
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
