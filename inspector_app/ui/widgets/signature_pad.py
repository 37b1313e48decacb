"""Signing on the screen: who signs what before whom, a large field, and nothing kept until it is finished."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.ink import Ink
from inspector_app.services.drawn_signatures import SigningLine, ToSign
from inspector_app.ui.widgets.form import Field
from inspector_app.ui.widgets.ink_canvas import InkCanvas
from inspector_app.ui.widgets.key_button import KeyButton
from inspector_app.ui.widgets.marks import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What was drawn, by whom, on which line."""

    place: str
    ink: Ink
    name: str
    post: str
    strike_reason: str = ""


class SignaturePad(QWidget):
    """Shows one paper's lines to sign on; Escape leaves and keeps nothing."""

    signed = Signal(object)
    """``Signed``; ``None`` where it was put away and nothing is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ToSign | None = None
        self.what = label("", "subtitle")
        self.about = label("", "muted", wrap=True)
        self.line = QComboBox()
        self.line.setAccessibleName(self.tr("Line to sign on"))
        self.line.currentIndexChanged.connect(self._choose)
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.post = QLineEdit()
        self.post.setMaxLength(60)
        self.reason = QLineEdit()
        self.before = label("", "muted", wrap=True)
        self.canvas = InkCanvas()
        self.canvas.changed.connect(self._name_buttons)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        self.undo = self._button(self.tr("Undo stroke"), "", self.canvas.undo, "Ctrl+Z")
        self.clear = self._button(self.tr("Clear"), "", self.canvas.clear, "Ctrl+Backspace")
        self.leave = self._button(self.tr("Cancel"), "quiet", self.put_away, "Esc")
        self.finish = self._button(self.tr("This is my signature"), "primary", self.give, "Ctrl+Return")
        self._lay_out()

    def _button(self, text: str, role: str, slot: object, keys: str) -> QPushButton:
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button = KeyButton(text, native)
        button.setProperty("role", role)
        button.setToolTip(f"{text}  {native}")
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.what)
        head.addWidget(self.about, 1)
        who = QHBoxLayout()
        who.setSpacing(12)
        who.addWidget(Field(self.tr("Line to sign on"), self.line), 3)
        who.addWidget(Field(self.tr("Who signs"), self.name), 2)
        who.addWidget(Field(self.tr("Post or relation"), self.post), 2)
        self.why = Field(self.tr("Why the first strokes are struck out"), self.reason)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.undo, self.clear):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 4, 16, 12)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(who)
        layout.addWidget(self.why)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.before)
        layout.addWidget(self.fault)
        layout.addLayout(buttons)

    # What is shown

    def show_paper(self, shown: ToSign) -> None:
        """Show a paper with its lines, the first free one chosen and nothing drawn."""
        self._shown = shown
        self.what.setText(f"{shown.title}　{shown.number}".strip())
        pages = self.tr("%n pages", "", shown.pages)
        self.about.setText(
            self.tr("{institution}, {pages}. Read the paper before you sign.").format(
                institution=shown.institution, pages=pages
            )
        )
        self.line.blockSignals(True)
        self.line.clear()
        for one in shown.lines:
            self.line.addItem(self._named(one), one.place)
        free = next((number for number, one in enumerate(shown.lines) if one.is_free), 0)
        self.line.setCurrentIndex(free)
        self.line.blockSignals(False)
        self._choose(free)

    def _named(self, line: SigningLine) -> str:
        words = line.line.strip().rstrip("：:") or line.place
        if line.drawn:
            return self.tr("{line}: signed by {name}").format(line=words, name=line.drawn[-1].name)
        return f"{words}：{line.name}" if line.name else words

    @property
    def chosen(self) -> SigningLine | None:
        if self._shown is None or not 0 <= self.line.currentIndex() < len(self._shown.lines):
            return None
        return self._shown.lines[self.line.currentIndex()]

    @Slot(int)
    def _choose(self, _index: int) -> None:
        """Begin anew for another line: strokes never go from one to another."""
        line, shown = self.chosen, self._shown
        if line is None or shown is None:
            return
        self.canvas.clear()
        self.tell("")
        self.reason.clear()
        self.name.setText(line.name)
        self.name.setReadOnly(line.is_fixed)
        self.post.setText(line.post)
        self.post.setEnabled(not line.is_fixed)
        self.why.setVisible(line.may_be_struck_out)
        present = "、".join(one for one in shown.present if one != line.name)
        self.before.setText(
            self.tr(
                "In the presence of {names}. The strokes are bound to these very pages and sealed by this "
                "laptop. They are no electronic signature in the sense of the law; signing on paper stays "
                "the ordinary way."
            ).format(names=present)
        )
        self._name_buttons()
        self.line.setToolTip(self.line.currentText())
        first = self.reason if line.may_be_struck_out else self.canvas if self.name.text() else self.name
        first.setFocus()

    def tell(self, fault: str) -> None:
        """Say what is wrong, or nothing."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def refuse(self, fault: str) -> None:
        """Say why what was given was not kept; the strokes stay to be given again."""
        self._name_buttons()
        self.tell(fault)

    @Slot()
    def _name_buttons(self) -> None:
        line = self.chosen
        drawn = bool(self.canvas.ink.strokes)
        self.undo.setEnabled(drawn)
        self.clear.setEnabled(drawn)
        may_sign = line is not None and (line.is_free or line.may_be_struck_out)
        self.canvas.setEnabled(may_sign)
        self.finish.setEnabled(may_sign and not self.canvas.is_empty)
        if line is not None and not may_sign:
            self.tell(self.tr("This line was signed twice; withdraw the paper and make a new one."))
        elif self.canvas.is_full:
            self.tell(self.tr("The field takes no more. Clear it and write the name again."))

    # What a person does

    @Slot()
    def give(self) -> None:
        """Hand over what was drawn, or put the keyboard where something is missing."""
        line = self.chosen
        if line is None or not self.finish.isEnabled():
            return
        if not self.name.text().strip():
            self.tell(self.tr("Enter who signs."))
            self.name.setFocus()
        elif line.may_be_struck_out and not self.reason.text().strip():
            self.tell(self.tr("Say why the first strokes are struck out; both stay on the paper."))
            self.reason.setFocus()
        else:
            self.finish.setEnabled(False)  # one signature is given once
            self.signed.emit(
                Signed(
                    place=line.place,
                    ink=self.canvas.ink,
                    name=self.name.text().strip(),
                    post=self.post.text().strip(),
                    strike_reason=self.reason.text().strip(),
                )
            )

    @Slot()
    def put_away(self) -> None:
        """Leave and keep nothing."""
        self.canvas.clear()
        self._shown = None
        self.signed.emit(None)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._doing(event) is not None:
            event.accept()  # these keys are not the page's while somebody signs
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self._doing(event)
        if button is None:
            super().keyPressEvent(event)
        else:
            button.click()

    def _doing(self, event: QKeyEvent) -> QPushButton | None:
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            return self.leave
        if is_control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.finish
        if is_control and event.key() == Qt.Key.Key_Z:
            return self.undo
        return self.clear if is_control and event.key() == Qt.Key.Key_Backspace else None
