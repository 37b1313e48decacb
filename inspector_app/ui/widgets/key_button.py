"""A button that shows its key as a small cap, the same everywhere on the walk."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from inspector_app.ui import theme
from inspector_app.ui.widgets.key_caps import HEIGHT, cap_width, paint_cap

_SIDE = 8
_GAP = 7
_ICON = 16


def plain_text(action: QAction) -> str:
    """An action's words without its mnemonic, which Chinese puts in brackets at the end."""
    return re.sub(r"\(&\w\)", "", action.text()).replace("&", "")


class KeyButton(QPushButton):
    """Words and a cap; where it is too narrow the icon goes first, then the cap, and never the words."""

    def __init__(
        self,
        text: str,
        keys: str = "",
        *,
        icon: str = "",
        spread: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``spread`` puts the words at the left edge and the cap at the right."""
        super().__init__(text, parent)
        self.keys = keys
        self._icon_name = icon
        self._spread = spread
        self.setMinimumHeight(HEIGHT)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        words = self._words_width()
        cap = cap_width(self.font(), self.keys)
        icon = _ICON + _GAP if self._icon_name else 0
        return QSize(icon + words + (cap + _GAP if cap else 0) + 2 * self._side(), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words_width() + 2 * self._side(), HEIGHT)

    def _words_width(self) -> int:
        """One more than their advance, which is rounded down: without it the words could be cut."""
        return self.fontMetrics().horizontalAdvance(self.text()) + 1

    def _side(self) -> int:
        return _SIDE if self.property("role") == "quiet" else 14

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        shade = self._shade()
        side = self._side()
        inner = self.rect().adjusted(side, 0, -side, 0)
        metrics = self.fontMetrics()
        words, cap = metrics.horizontalAdvance(self.text()), cap_width(self.font(), self.keys)
        icon = _ICON + _GAP if self._icon_name else 0
        beside = cap + _GAP if cap else 0
        if words + icon + beside > inner.width() + 1:
            icon = 0
        if words + beside > inner.width() + 1:
            cap = 0
        if icon:
            theme.icon(self._icon_name, "muted" if self.isEnabled() else "disabled").paint(
                painter, QRect(inner.left(), inner.center().y() - _ICON // 2, _ICON, _ICON)
            )
        whole = icon + words + (cap + _GAP if cap else 0)
        left = inner.left() + icon + (0 if self._spread else max((inner.width() - whole) // 2, 0))
        painter.setFont(self.font())
        painter.setPen(theme.colour(shade))
        room = QRect(left, inner.top(), min(words + 1, inner.width()), inner.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._fitted(room.width()))
        if cap:
            start = inner.right() - cap + 1 if self._spread else left + words + _GAP
            lit = "accent_text" if shade == "accent_text" else "muted" if self.isEnabled() else "disabled"
            paint_cap(painter, QRect(start, inner.top(), cap, inner.height()), self.keys, lit)
        painter.end()

    def _fitted(self, width: int) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _shade(self) -> str:
        if not self.isEnabled():
            return "disabled"
        if self.property("role") == "primary":
            return "accent_text"
        return "selection_text" if self.isChecked() else "text"


class ActionButton(KeyButton):
    """Runs an action, shows its key and rests when it rests."""

    def __init__(
        self, action: QAction, *, text: str = "", icon: str = "", spread: bool = False, quiet: bool = True
    ) -> None:
        """``quiet`` leaves the keyboard where it is: on the walk the beds keep it."""
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        super().__init__(text or plain_text(action), keys, icon=icon, spread=spread)
        self.action = action
        self._action_words = plain_text(action)
        if quiet:
            self.setProperty("role", "quiet")
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(action.toolTip())
        self.clicked.connect(self._run)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _run(self) -> None:
        self.action.trigger()

    @Slot()
    def _follow(self) -> None:
        self.setEnabled(self.action.isEnabled())
        before, self._action_words = self._action_words, plain_text(self.action)
        if self.text() == before != self._action_words:  # words of the button's own stay
            self.setText(self._action_words)
            self.setToolTip(self.action.toolTip())
            self.updateGeometry()
