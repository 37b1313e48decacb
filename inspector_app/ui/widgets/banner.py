"""A message that stands above the page and never in its way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from inspector_app.ui import theme
from inspector_app.ui.widgets.marks import IconLabel

_ICONS = {
    "danger": ("triangle-alert", "danger"),
    "info": ("info", "info"),
    "success": ("circle-check", "success"),
}
_SHORT_MS = 6000


class Banner(QFrame):
    """What happened, what is safe, what to do; problems stay until they are put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        self._icon = IconLabel("triangle-alert", "danger")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.link = QPushButton()
        self.link.setProperty("role", "link")
        self.link.clicked.connect(self._follow)
        self.link.hide()
        self._go: Callable[[], object] | None = None
        close = QToolButton()
        close.setAccessibleName(self.tr("Put the message away"))
        close.setToolTip(self.tr("Put the message away"))
        theme.put_icon(close, "x", "muted")
        close.clicked.connect(self.hide)
        layout.addWidget(self._icon)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.link)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @Slot(str, str)
    def tell(self, text: str, kind: str = "danger") -> None:
        self._say(text, kind, link="", go=None)

    def tell_with_link(self, text: str, kind: str, link: str, go: Callable[[], object]) -> None:
        """Say it beside a link to where one mends it; it stays until it is put away or followed."""
        self._say(text, kind, link=link, go=go)

    @Slot()
    def _follow(self) -> None:
        go = self._go
        self.hide()
        if go is not None:
            go()

    def _say(self, text: str, kind: str, *, link: str, go: Callable[[], object] | None) -> None:
        self.text.setText(text)
        self._go = go
        self.link.setText(link)
        self.link.setVisible(go is not None)
        self._icon.show_icon(*_ICONS[kind])
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        if kind == "danger" or go is not None:
            self._timer.stop()
        else:
            self._timer.start(_SHORT_MS)
        QAccessible.updateAccessibility(QAccessibleEvent(self.text, QAccessible.Event.Alert))
