"""A row of steps: which are done, which is next, which come later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inspector_app.ui import theme
from inspector_app.ui.widgets.marks import IconLabel, label

_DONE, _NEXT, _LATER = ("circle-check", "success"), ("circle-dot", "accent"), ("circle-dashed", "muted")


class StepStrip(QWidget):
    """Small words in order, each with the sign of where it stands."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(steps)
        self.icons: list[IconLabel] = []
        self.words: list[QLabel] = []
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(5)
        for position, name in enumerate(steps):
            if position:
                across.addSpacing(3)
                across.addWidget(IconLabel("chevron-right", "muted", 14))
                across.addSpacing(3)
            self.icons.append(IconLabel(*_LATER, 16))
            self.words.append(label(name, "muted"))
            across.addWidget(self.icons[-1])
            across.addWidget(self.words[-1])
        across.addStretch()

    def show_steps(self, done: int, details: Sequence[str] = ()) -> None:
        """Mark the first ``done`` steps as done and the one after as next; ``details`` follow their words."""
        told = []
        for position, (icon, shown) in enumerate(zip(self.icons, self.words, strict=True)):
            state = _DONE if position < done else _NEXT if position == done else _LATER
            icon.show_icon(*state)
            theme.set_role(shown, "step" if position == done else "" if position < done else "muted")
            detail = details[position] if position < len(details) else ""
            shown.setText(f"{self._names[position]} {detail}".strip())
            spoken = (self.tr("done"), self.tr("next"), self.tr("later"))
            told.append(f"{shown.text()}: {spoken[(position >= done) + (position > done)]}")
        self.setAccessibleName("；".join(told))
