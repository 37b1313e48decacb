"""The rail at the left: the few places that are always there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from inspector_app.ui import theme


class Rail(QFrame):
    """Icons with a word beneath; the chosen one is lit."""

    chosen = Signal(str)
    menuWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(84)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(7, 14, 7, 10)
        self._layout.setSpacing(6)
        self.menu_button = self._button("menu", self.tr("Menu"), "menu")
        self.menu_button.setToolTip(self.tr("Everything that can be done here  F10"))
        self.menu_button.clicked.connect(self.menuWanted)

    def add(self, key: str, text: str, icon: str, *, tip: str = "", name: str = "") -> None:
        """``name`` is the whole name where ``text`` is a short one."""
        button = self._button(key, text, icon)
        button.setAccessibleName(name or text)
        button.setToolTip(tip or text)
        button.setCheckable(True)
        button.clicked.connect(self._on_clicked)
        self._group.addButton(button)
        self._buttons[key] = button

    def _button(self, key: str, text: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(key)
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(22, 22))
        theme.put_icon(button, icon, "rail_text_strong")
        self._layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        return button

    def add_stretch(self) -> None:
        self._layout.addStretch()

    def show_chosen(self, key: str) -> None:
        """Light the place, or none when the place is not on the rail."""
        for name, button in self._buttons.items():
            if name == key:
                button.setChecked(True)
                return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.chosen.emit(button.objectName())
