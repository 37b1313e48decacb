"""One question, large: its words, answers as keys, a line to type in, remark and photographs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.checklist import Draft, QuestionKind, QuestionView
from inspector_app.domain.filled_checklist import spelt
from inspector_app.domain.wording import Sentence
from inspector_app.ui.language import say
from inspector_app.ui.widgets.exemption import Exemption
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.typed_moments import as_moment

_KEYS = "1234567890"
_SELECTS = frozenset({QuestionKind.SELECT_ONE, QuestionKind.SELECT_MULTIPLE, QuestionKind.RANK})
_MOMENTS = {
    QuestionKind.DATE: "%Y-%m-%d",
    QuestionKind.TIME: "%H:%M",
    QuestionKind.DATE_TIME: "%Y-%m-%dT%H:%M",
}


def _spelt(question: QuestionView) -> str:
    """The answer as it stands in the line: a day and its time as people write them."""
    return spelt(question.value) if question.kind is QuestionKind.DATE_TIME else question.value


class _Line(QLineEdit):
    """A line that keeps Enter to itself: what it means was told by ``returnPressed`` already."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class AnswerPane(QWidget):
    """Takes the keys: digits choose, ``y`` and ``n`` answer, Enter goes on, arrows move."""

    answered = Signal(str, str)
    """Path and value, as typed or chosen."""
    remarked = Signal(str, str)
    typing = Signal(object)
    """A ``Draft``: what stands in a line now, at every key."""
    goOn = Signal()
    moved = Signal(int)
    evidenceWanted = Signal()
    entryWanted = Signal(str)
    entryUnwanted = Signal(str)
    rowsWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Answer"))
        self._question: QuestionView | None = None
        self._keys: list[QPushButton] = []
        self._make()
        self._lay_out()

    def _make(self) -> None:
        self.number = label("", "small")
        self.text = label("", "subtitle", wrap=True)
        self.hint = label("", "muted", wrap=True)
        self.guidance = label("", "small", wrap=True)
        self.error = label("", "error", wrap=True)
        self.why = label("", "muted", wrap=True)
        self.why.setAccessibleName(self.tr("Why"))
        self.entry = _Line()
        self.entry.setAccessibleName(self.tr("Answer"))
        self.entry.returnPressed.connect(self._on_return)
        self.entry.editingFinished.connect(self.commit)
        self.entry.textEdited.connect(self._on_entry_edited)
        self.now = QPushButton(self.tr("Now  Ctrl+;"))
        self.now.clicked.connect(self.enter_now)
        self.value = label("", "figure", wrap=True)
        self.earlier = label("", "muted", wrap=True)
        self.earlier.setAccessibleName(self.tr("Earlier visit"))
        self.earlier.setTextFormat(Qt.TextFormat.PlainText)
        self.earlier.hide()
        self.remark = _Line()
        self.remark.setAccessibleName(self.tr("Remark"))
        self.remark.setPlaceholderText(self.tr("Remark  Ctrl+M"))
        self.remark.editingFinished.connect(self.commit)
        self.remark.textEdited.connect(self._on_remark_edited)
        self.remark.returnPressed.connect(self._on_return)
        self.exemption = Exemption()
        self.exemption.line.textEdited.connect(self._on_reason_edited)
        self.photographs = QPushButton()
        self.photographs.setToolTip(self.tr("Take evidence for this answer  Ctrl+E"))
        self.photographs.clicked.connect(self.evidenceWanted)
        self.add = QPushButton(self.tr("Add an entry  Ctrl++"))
        self.add.clicked.connect(self._on_add)
        self.paste = QPushButton(self.tr("Paste rows  Ctrl+Shift+V"))
        self.paste.clicked.connect(self.rowsWanted)
        self.drop = QPushButton(self.tr("Remove this entry  Ctrl+Delete"))
        self.drop.setProperty("role", "danger")
        self.drop.clicked.connect(self._on_drop)

    def _lay_out(self) -> None:
        self.keys = QVBoxLayout()
        self.keys.setSpacing(6)
        typed = QHBoxLayout()
        typed.addWidget(self.entry, 1)
        typed.addWidget(self.now)
        beside = QHBoxLayout()
        beside.addWidget(self.remark, 1)
        beside.addWidget(self.photographs)
        entries = QVBoxLayout()
        for button in (self.add, self.paste, self.drop):
            entries.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.number, self.text, self.hint):
            layout.addWidget(widget)
        layout.addLayout(self.keys)
        layout.addLayout(typed)
        layout.addWidget(self.value)
        layout.addWidget(self.earlier)
        layout.addWidget(self.exemption)
        layout.addWidget(self.error)
        layout.addWidget(self.why)
        layout.addLayout(beside)
        layout.addLayout(entries)
        layout.addWidget(self.guidance)

    @property
    def question(self) -> QuestionView | None:
        return self._question

    def show_question(self, question: QuestionView | None) -> None:
        """Show a question; what is being typed for the same one is left alone."""
        before, self._question = self._question, question
        self.setVisible(question is not None)
        if question != before:
            self._say(self.why, "")
        if question is None:
            return
        same = before is not None and before.path == question.path
        self.number.setText(question.number + ("  *" if question.required else ""))
        self.text.setText(question.label)
        self._say(self.hint, question.hint)
        self._say(self.guidance, question.guidance)
        self._say(self.error, say(question.error) if question.error else question.error_text)
        self._show_keys(question)
        asks = question.kind.is_answerable and not question.readonly
        typed = asks and question.kind not in _SELECTS and question.kind is not QuestionKind.ACKNOWLEDGE
        self.entry.setVisible(typed)
        self.entry.setPlaceholderText(
            " – ".join(question.span[:2]) if question.span else question.meaning.unit
        )
        self.now.setVisible(typed and question.kind in _MOMENTS)
        if not (same and self.entry.isModified()):
            self.entry.setText(_spelt(question))
        if not (same and self.remark.isModified()):
            self.remark.setText(question.remark)
        self.exemption.show_question(question)
        self._say(self.value, question.value_label if question.readonly else "")
        bound = question.kind.is_answerable or question.kind.takes_evidence
        self.remark.setVisible(bound)
        self.photographs.setVisible(bound)
        self.photographs.setText(self.tr("Evidence {count}  Ctrl+E").format(count=question.photographs))
        self.add.setVisible(question.kind is QuestionKind.REPEAT and not question.readonly)
        self.paste.setVisible(self.add.isVisibleTo(self))
        self.drop.setVisible(question.removable)

    def explain(self, reasons: Sequence[Sentence], reaches: Sequence[Sentence]) -> None:
        """Say why the question stands as it does, and what its answer touches, until either changes."""
        lines = [say(reason) for reason in reasons] or [self.tr("Nothing else decides about this question.")]
        if reaches:
            lines += ["", self.tr("A change here touches:"), *(f"·  {say(reach)}" for reach in reaches)]
        self.tell(lines)

    def tell(self, lines: Sequence[str]) -> None:
        """Say something about the question, until it changes or another is shown."""
        self._say(self.why, "\n".join(lines))

    def show_earlier(self, text: str) -> None:
        """Say beside the question what was answered to it before."""
        self._say(self.earlier, text)

    def take_focus(self) -> None:
        """Let the keyboard answer this question."""
        if self.entry.isVisibleTo(self):
            self.entry.setFocus()
            self.entry.selectAll()
        else:
            self.setFocus()

    @Slot()
    def commit(self) -> bool:
        """Tell what was typed and is not saved yet; return whether there was an answer to save."""
        question = self._question
        if question is None:
            return False
        if self.remark.isModified() and self.remark.text().strip() != question.remark:
            self.remark.setModified(False)
            self.remarked.emit(question.path, self.remark.text())
        self.exemption.commit()
        if self.entry.isVisibleTo(self) and self.entry.isModified():
            self.entry.setModified(False)
            if self.entry.text() != _spelt(question):
                now = datetime.now().astimezone(BEIJING)
                self.answered.emit(question.path, as_moment(question.kind, self.entry.text(), now))
                return True
        return False

    @Slot(str)
    def _on_entry_edited(self, text: str) -> None:
        if self._question is not None:
            saved = text == _spelt(self._question)
            self.typing.emit(Draft(path=self._question.path, text=self._question.value if saved else text))

    @Slot(str)
    def _on_remark_edited(self, text: str) -> None:
        if self._question is not None:
            self.typing.emit(Draft(path=self._question.path, text=text, is_remark=True))

    @Slot(str)
    def _on_reason_edited(self, text: str) -> None:
        if self._question is not None:
            self.typing.emit(Draft(path=self._question.path, text=text, is_reason=True))

    def type_again(self, draft: Draft) -> None:
        """Put back what was typed and not saved, as if it had just been typed."""
        if draft.is_reason:
            self.exemption.ask_again(draft.text)
            return
        line = self.remark if draft.is_remark else self.entry
        line.setText(draft.text)
        line.setModified(True)

    def keep_typed(self) -> None:
        """Hold on to what was typed, because it could not be saved."""
        question = self._question
        if question is not None:
            self.entry.setModified(self.entry.text() != _spelt(question))
            self.remark.setModified(self.remark.text().strip() != question.remark)

    def choose(self, value: str) -> None:
        """Choose a choice, or take it back where it was chosen."""
        question = self._question
        if question is None:
            return
        chosen = question.value.split()
        if question.kind is QuestionKind.SELECT_MULTIPLE:
            others = [one for one in chosen if one != value]
            wanted = [*others, value] if value not in chosen else others
            order = [choice.value for choice in question.choices]
            self.answered.emit(question.path, " ".join(sorted(wanted, key=order.index)))
        elif question.kind is QuestionKind.RANK:
            # What is chosen next comes next; chosen again it is taken out of the order.
            wanted = [one for one in chosen if one != value]
            self.answered.emit(question.path, " ".join(wanted if value in chosen else [*wanted, value]))
        else:
            self.answered.emit(question.path, "" if value in chosen else value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._took(event):
            super().keyPressEvent(event)

    def _took(self, event: QKeyEvent) -> bool:
        question = self._question
        if question is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_return()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif question.readonly:
            return False
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and question.kind in _SELECTS:
            self.answered.emit(question.path, "")
        else:
            return self._took_choice(question, event.text().lower()) or self._typed(event)
        return True

    def _typed(self, event: QKeyEvent) -> bool:
        """What is typed beside the field belongs into it: the first letter of an answer is never lost."""
        if not self.entry.isVisibleTo(self) or not event.text().isprintable() or not event.text():
            return False
        self.take_focus()
        return QApplication.sendEvent(self.entry, event)

    def _took_choice(self, question: QuestionView, text: str) -> bool:
        values = [choice.value for choice in question.choices]
        if question.kind is QuestionKind.ACKNOWLEDGE and text in {"1", "y", " "}:
            self.answered.emit(question.path, "" if question.value else "OK")
            return True
        if not text or question.kind not in _SELECTS:
            return False
        if text in _KEYS and _KEYS.index(text) < len(values):
            self.choose(values[_KEYS.index(text)])
            return True
        wanted = {"y": "yes", "n": "no"}.get(text)
        if wanted in values:
            self.choose(str(wanted))
            return True
        return False

    def _show_keys(self, question: QuestionView) -> None:
        choices = [(choice.value, choice.label) for choice in question.choices]
        if question.kind is QuestionKind.ACKNOWLEDGE:
            choices = [("OK", self.tr("Acknowledged"))]
        while len(self._keys) < len(choices):
            button = QPushButton()
            button.setProperty("role", "key")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._on_key)
            self.keys.addWidget(button)
            self._keys.append(button)
        chosen = question.value.split()
        for place, button in enumerate(self._keys):
            button.setVisible(place < len(choices))
            if place < len(choices):
                value, words = choices[place]
                key = _KEYS[place] if place < len(_KEYS) else " "
                button.setText(f"{key}   {words}")
                button.setAccessibleName(words)
                button.setProperty("choice", value)
                button.setChecked(value in chosen)
                button.setEnabled(not question.readonly)

    @staticmethod
    def _say(where: QWidget, text: str) -> None:
        where.setProperty("text", text)
        where.setVisible(bool(text))

    @Slot()
    def _on_key(self) -> None:
        button = self.sender()
        question = self._question
        if isinstance(button, QPushButton) and question is not None:
            value = str(button.property("choice"))
            button.setChecked(value in question.value.split())
            if question.kind is QuestionKind.ACKNOWLEDGE:
                self.answered.emit(question.path, "" if question.value else value)
            else:
                self.choose(value)

    @Slot()
    def _on_return(self) -> None:
        self.goOn.emit()

    @Slot()
    def enter_now(self) -> None:
        """Answer with this moment, where a day or time is asked for."""
        question = self._question
        if question is not None and self.now.isVisibleTo(self):
            self.entry.setModified(False)
            now = datetime.now().astimezone(BEIJING)
            self.answered.emit(question.path, now.strftime(_MOMENTS[question.kind]))

    @Slot()
    def _on_add(self) -> None:
        if self._question is not None:
            self.entryWanted.emit(self._question.path)

    @Slot()
    def _on_drop(self) -> None:
        if self._question is not None:
            self.entryUnwanted.emit(self._question.path)
