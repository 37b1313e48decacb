"""The mark-up mode: the tools as keys above the picture, a field for a text, what Esc and Ctrl+Z do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector_app.domain.markup import LONGEST_TEXT, Shape, Tool
from inspector_app.ui.widgets.key_button import KeyButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.markup_canvas import MarkupCanvas

_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


class MarkupPane(QWidget):
    """Reports whole lists of steps; who keeps them decides what undo brings back."""

    drawn = Signal(object)
    """A new ``Shape``."""
    undoWanted = Signal()
    redoWanted = Signal()
    removeWanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = MarkupCanvas()
        self.canvas.installEventFilter(self)
        self.hint = label("", "muted")
        self.hint.setMinimumWidth(60)
        self.text = QLineEdit()
        self.text.setMaxLength(LONGEST_TEXT)
        self.text.setMinimumHeight(40)
        self.text.setPlaceholderText(self.tr("Text on the picture, then Enter"))
        self.text.setAccessibleName(self.tr("Text on the picture"))
        self.text.installEventFilter(self)
        self.text.hide()
        self._text_at = (0, 0)
        self._keys: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]] = {}
        self.tools: dict[Tool, KeyButton] = {}
        bar = QHBoxLayout()
        bar.setSpacing(6)
        for tool, text, key, cap in (
            (Tool.MOSAIC, self.tr("Mosaic"), Qt.Key.Key_M, "M"),
            (Tool.BOX, self.tr("Box"), Qt.Key.Key_B, "B"),
            (Tool.ARROW, self.tr("Arrow"), Qt.Key.Key_A, "A"),
            (Tool.TEXT, self.tr("Text"), Qt.Key.Key_T, "T"),
        ):
            button = self._button(bar, text, cap, key, _NONE, partial(self.choose, tool))
            button.setCheckable(True)
            self.tools[tool] = button
        bar.addStretch(1)
        self.undo = self._button(bar, self.tr("Undo"), "Ctrl+Z", Qt.Key.Key_Z, _CTRL, self.undoWanted.emit)
        self.redo = self._button(bar, self.tr("Redo"), "Ctrl+Y", Qt.Key.Key_Y, _CTRL, self.redoWanted.emit)
        self.remove = self._button(
            bar, self.tr("Remove the last"), "Del", Qt.Key.Key_Delete, _NONE, self.removeWanted.emit
        )
        self.done = self._button(bar, self.tr("Done"), "Esc", Qt.Key.Key_Escape, _NONE, self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(bar)
        layout.addWidget(self.hint)
        layout.addWidget(self.text)
        layout.addWidget(self.canvas, 1)
        self.canvas.drawn.connect(self.drawn)
        self.canvas.textWanted.connect(self._ask_text)
        self.text.returnPressed.connect(self._set_text)
        self.setFocusProxy(self.canvas)
        self.choose(Tool.MOSAIC)

    def show_picture(self, image: QImage, size: QSize) -> None:
        self._hide_text()
        self.canvas.show_picture(image, size)

    def show_steps(self, shapes: tuple[Shape, ...], *, can_undo: bool, can_redo: bool) -> None:
        self.canvas.show_shapes(shapes)
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)
        self.remove.setEnabled(bool(shapes))

    def choose(self, tool: Tool) -> None:
        self._hide_text()
        for known, button in self.tools.items():
            button.setChecked(known is tool)
        self.canvas.choose(tool)
        told = {
            Tool.MOSAIC: self.tr("What a mosaic covers cannot be made out on the copy."),
            Tool.BOX: self.tr("A box around what matters."),
            Tool.ARROW: self.tr("An arrow, drawn towards what matters."),
            Tool.TEXT: self.tr("Click where the text shall stand."),
        }[tool]
        keys = self.tr("Drag, or arrows move, Shift+arrows size, Enter sets. The original is never changed.")
        self.hint.setText(f"{told}  {keys}")
        self.hint.setToolTip(self.hint.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            return super().eventFilter(watched, event)
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if watched is self.text:
            if event.key() != Qt.Key.Key_Escape:
                return super().eventFilter(watched, event)
            slot: Callable[[], None] | None = self._hide_text
        else:
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            slot = self._keys.get((Qt.Key(event.key()), held))
        if slot is None:
            return super().eventFilter(watched, event)
        event.accept()
        if not is_override:
            slot()
        return True

    @Slot()
    def _leave(self) -> None:
        """Esc lets go of a frame that is not set yet, then leaves; what was set is saved already."""
        if not self.canvas.forget_frame():
            self._hide_text()
            self.closed.emit()

    @Slot(int, int)
    def _ask_text(self, x: int, y: int) -> None:
        self._text_at = x, y
        self.text.clear()
        self.text.show()
        self.text.setFocus()

    @Slot()
    def _set_text(self) -> None:
        x, y = self._text_at
        shape = Shape(tool=Tool.TEXT, x=x, y=y, text=" ".join(self.text.text().split()))
        self._hide_text()
        if not shape.is_nothing:
            self.drawn.emit(shape)

    def _hide_text(self) -> None:
        had = self.text.hasFocus()
        self.text.hide()
        self.text.clear()
        if had:
            self.canvas.setFocus()

    def _button(
        self, bar: QHBoxLayout, text: str, cap: str, key: Qt.Key, held: Qt.KeyboardModifier,
        slot: Callable[[], None],
    ) -> KeyButton:  # fmt: skip
        button = KeyButton(text, cap)
        button.setAccessibleName(text)
        button.setToolTip(f"{text}  {cap}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: slot())
        self._keys[key, held] = lambda: slot() if button.isEnabled() else None
        bar.addWidget(button)
        return button
