"""A short list typed row by row: leaving a field keeps it, an empty row at the end waits for the next."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

Row = tuple[str, ...]


class LineRows(QWidget):
    """Rows of fields under the same names; a row whose first field is emptied goes."""

    edited = Signal(object)
    """All rows that have a first field, as ``tuple[tuple[str, ...], ...]``."""

    def __init__(self, names: Row, stretches: tuple[int, ...]) -> None:
        super().__init__()
        self._names, self._stretches = names, stretches
        self._known: tuple[Row, ...] = ()
        self._fields: list[list[QLineEdit]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._add(("",) * len(names))

    @property
    def first(self) -> QLineEdit:
        """The field where the next row begins."""
        return self._fields[-1][0]

    def rows(self) -> tuple[Row, ...]:
        """What is typed now."""
        typed = (tuple(field.text().strip() for field in row) for row in self._fields)
        return tuple(row for row in typed if row[0])

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show what is stored, unless somebody is typing here."""
        focus = QApplication.focusWidget()
        is_typed = focus is not None and self.isAncestorOf(focus) and self.rows() != self._known
        self._known = rows
        if is_typed or self.rows() == rows:
            return
        while self._layout.count():
            item = self._layout.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._fields.clear()
        for row in (*rows, ("",) * len(self._names)):
            self._add(row)

    @Slot()
    def commit(self) -> None:
        """Hand over what differs from what is stored."""
        if self._fields[-1][0].text().strip():
            self._add(("",) * len(self._names))
        rows = self.rows()
        if rows != self._known:
            self._known = rows
            self.edited.emit(rows)

    def _add(self, row: Row) -> None:
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        number = len(self._fields) + 1
        fields = []
        for name, text, stretch in zip(self._names, row, self._stretches, strict=True):
            field = QLineEdit(text)
            field.setPlaceholderText(name)
            field.setAccessibleName(f"{name} {number}")
            field.editingFinished.connect(self.commit)
            field.returnPressed.connect(field.focusNextChild)
            across.addWidget(field, stretch)
            fields.append(field)
        self._fields.append(fields)
        self._layout.addWidget(holder)
