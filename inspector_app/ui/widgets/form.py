"""A form: labels above fields, what is wrong beneath them, the Tab order of the page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from inspector_app.ui.widgets.date_field import DateField
from inspector_app.ui.widgets.marks import label


class Field(QWidget):
    """One labelled field with room for a hint or a fault."""

    def __init__(self, text: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.caption = label(text, "caption")
        self.caption.setBuddy(editor)
        self._name(text)
        editor.setAccessibleDescription(hint)
        if isinstance(editor, DateField):
            editor.faulted.connect(self.tell)
        self.note = QLabel(hint)
        self.note.setWordWrap(True)
        self.note.setProperty("role", "small")
        layout.addWidget(self.caption)
        layout.addWidget(editor)
        layout.addWidget(self.note)
        self.note.setVisible(bool(hint))  # only now: shown without a parent it would be a window of its own

    def _name(self, text: str) -> None:
        name_field(self.editor, text)

    def put_beside(self, button: QWidget) -> None:
        """Stand a button on the line of the field, whatever hint is beneath."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            row = QHBoxLayout()
            layout.insertLayout(layout.indexOf(self.editor), row)
            row.addWidget(self.editor, 1)
            row.addWidget(button)

    def keep_room(self) -> None:
        """Keep a line beneath for a fault, so that nothing moves when one is told."""
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing() + 2)
        policy = self.note.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.note.setSizePolicy(policy)

    def rename(self, text: str) -> None:
        """Ask for something else in the same place."""
        self.caption.setText(text)
        self._name(text)

    def advise(self, hint: str) -> None:
        """Show another hint; it is no fault."""
        self._hint = hint
        self.tell("")

    def tell(self, fault: str) -> None:
        """Show a fault beneath the field, or the hint again."""
        self.note.setText(fault or self._hint)
        self.note.setVisible(bool(fault or self._hint))
        self.note.setProperty("role", "error" if fault else "small")
        self.editor.setProperty("wrong", bool(fault))
        for widget in (self.note, self.editor):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


class Form(QWidget):
    """Fields in one or two columns."""

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._row = self._column = 0
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(20)
        self.grid.setVerticalSpacing(14)
        for column in range(columns):
            self.grid.setColumnStretch(column, 1)

    def add(self, text: str, editor: QWidget, hint: str = "", *, wide: bool = False) -> Field:
        field = Field(text, editor, hint)
        self.add_widget(field, wide=wide)
        return field

    def add_widget(self, widget: QWidget, *, wide: bool = False) -> None:
        if wide and self._column:
            self._row, self._column = self._row + 1, 0
        span = self._columns if wide else 1
        self.grid.addWidget(widget, self._row, self._column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._column += span
        if self._column >= self._columns:
            self._row, self._column = self._row + 1, 0


class Choice(QComboBox):
    """A choice among members of an enumeration; Qt itself would give a text's member back as bare text."""

    def __init__(self, members: type[object], parent: QWidget | None = None) -> None:
        from inspector_app.ui.states import word  # names every state of the domain: late, for start-up

        super().__init__(parent)
        self._members: tuple[object, ...] = tuple(members)  # type: ignore[arg-type]
        for member in self._members:
            self.addItem(word(member), member)

    def currentData(self, _role: int = int(Qt.ItemDataRole.UserRole)) -> Any:
        position = self.currentIndex()
        return self._members[position] if position >= 0 else None


def choice(members: type[object], parent: QWidget | None = None) -> Choice:
    """A choice among an enumeration's members, in their words."""
    return Choice(members, parent)


def choose(box: QComboBox, value: object) -> None:
    """Show that value; a value that is not offered leaves nothing chosen."""
    for position in range(box.count()):
        if box.itemData(position) == value:
            box.setCurrentIndex(position)
            return
    box.setCurrentIndex(-1)


def name_field(editor: QWidget, text: str) -> None:
    """Name a field for those who listen, and the line inside a box or a date."""
    for line in (editor, *editor.findChildren(QLineEdit)):
        line.setAccessibleName(text)
