"""The line at the bottom: who, saved when, chain, room left, offline; each part explains itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QToolTip, QWidget

from inspector_app.ui import theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the line, with the explanation that a click shows."""

    key: str
    icon: str
    text: str
    explanation: str
    shade: str = "muted"


class StatusLine(QFrame):
    """Parts from left to right; empty parts are not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(32)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 0, 8, 0)
        self._layout.setSpacing(2)
        self._layout.addStretch()
        self._buttons: dict[str, QToolButton] = {}

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        shown = {part.key for part in parts}
        for key, button in self._buttons.items():
            button.setVisible(key in shown)
        for position, part in enumerate(parts):
            button = self._buttons.get(part.key) or self._add(part.key, position)
            button.setText(f" {part.text}")
            button.setAccessibleName(part.text)
            button.setAccessibleDescription(part.explanation)
            button.setToolTip(part.explanation)
            theme.put_icon(button, part.icon, part.shade)

    def text(self, key: str) -> str:
        return self._buttons[key].text().strip()

    def _add(self, key: str, position: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(key)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(14, 14))
        button.clicked.connect(self._on_clicked)
        self._buttons[key] = button
        self._layout.insertWidget(position, button)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            QToolTip.showText(button.mapToGlobal(QPoint(0, -40)), button.toolTip(), button)
