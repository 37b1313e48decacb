"""The timeline as rows, newest first: stretches that open into their lines, pauses, clock jumps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.chain import code_of
from inspector_app.domain.journal import Line
from inspector_app.domain.timeline import Stretch, StretchKind
from inspector_app.services.timeline import Thing, Timeline
from inspector_app.ui import theme
from inspector_app.ui.intentions import what_happened
from inspector_app.ui.models.table import VALUE, TableModel

ROW = VALUE
TIME, WHO, WHAT, THING, CODE = range(5)
_SHORT = timedelta(minutes=1)
_NAMED = 3
"""Things that a closed stretch names before it only counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A stretch, or one line of a stretch that is open."""

    stretch: Stretch
    line: Line | None = None

    @property
    def only_line(self) -> Line | None:
        """The one line this row stands for."""
        if self.line is not None:
            return self.line
        return self.stretch.lines[0] if len(self.stretch.lines) == 1 else None

    @property
    def opens(self) -> bool:
        return self.line is None and len(self.stretch.lines) > 1


class TimelineModel(TableModel[Row]):
    """Columns: time, person, what happened, to what, code of the line."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__(headings)
        self._timeline = Timeline(stretches=(), people={}, things={}, left_out=0)
        self._open: set[str] = set()
        self._person = ""
        self._text = ""

    def show(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._fill()

    def filter(self, *, person: str, text: str) -> None:
        """Show only what a person did, and what has ``text`` in its words; empty shows all."""
        self._person, self._text = person, text.casefold()
        self._fill()

    def toggle(self, row: int) -> None:
        """Open a stretch into its lines, or close it."""
        found = self._rows[row]
        if found.opens:
            self._open.symmetric_difference_update({_key(found.stretch)})
            self._fill()

    def thing(self, row: Row) -> Thing:
        line = row.only_line
        return self._timeline.things.get(str(line.id), Thing()) if line is not None else Thing()

    def _fill(self) -> None:
        rows: list[Row] = []
        for stretch in reversed(self._timeline.stretches):
            lines = [line for line in stretch.lines if self._wanted(line)]
            if stretch.lines and not lines:
                continue
            if not stretch.lines and (self._person or self._text):
                continue
            rows.append(Row(stretch=stretch))
            if len(stretch.lines) > 1 and (self._text or _key(stretch) in self._open):
                rows.extend(Row(stretch=stretch, line=line) for line in reversed(lines))
        self.show_rows(rows)

    def _wanted(self, line: Line) -> bool:
        if self._person and line.person != self._person:
            return False
        thing = self._timeline.things.get(str(line.id), Thing())
        words = f"{what_happened(line)} {self._name(line.person)} {thing.words} {code_of(line.hash)}"
        return self._text in words.casefold()

    def cell(self, value: Row, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(value, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == THING:
            return self._words(value, column)
        if role == Qt.ItemDataRole.DecorationRole and column == WHAT:
            return self._sign(value)
        if role == Qt.ItemDataRole.ForegroundRole:
            if value.stretch.kind is StretchKind.CLOCK_JUMP:
                return theme.colour("danger")
            if value.stretch.kind is StretchKind.PAUSE or value.line is not None or column == CODE:
                return theme.colour("muted")
        if role == Qt.ItemDataRole.FontRole and column == WHAT and value.line is None and value.stretch.lines:
            font = QFont()
            font.setWeight(QFont.Weight.Medium)
            return font
        return None

    def _sign(self, value: Row) -> object:
        if value.stretch.kind is StretchKind.PAUSE:
            return theme.icon("clock", "muted")
        if value.stretch.kind is StretchKind.CLOCK_JUMP:
            return theme.icon("triangle-alert", "danger")
        if value.opens:
            is_open = bool(self._text) or _key(value.stretch) in self._open
            return theme.icon("chevron-down" if is_open else "chevron-right", "muted")
        return None

    def _words(self, value: Row, column: int) -> str:
        stretch, line = value.stretch, value.only_line
        if column == TIME:
            return _times(stretch) if value.line is None else f"{value.line.at.astimezone(BEIJING):%H:%M:%S}"
        if column == WHO:
            return self._name(stretch.person) if stretch.person and value.line is None else ""
        if column == WHAT:
            return self._what(value)
        if column == THING:
            return self._thing(value)
        return code_of(line.hash) if line is not None else ""

    def _what(self, value: Row) -> str:
        stretch = value.stretch
        if stretch.kind is StretchKind.PAUSE:
            minutes = int((stretch.end - stretch.start).total_seconds() // 60)
            return QCoreApplication.translate("Timeline", "{count} minutes without an entry").format(
                count=minutes
            )
        if value.line is not None:
            return "        " + what_happened(value.line)
        words = what_happened(stretch.lines[0])
        return f"{words}  ×{len(stretch.lines)}" if value.opens else words

    def _thing(self, value: Row) -> str:
        if not value.opens:
            return self.thing(value).words
        names: list[str] = []
        for line in value.stretch.lines:
            words = self._timeline.things.get(str(line.id), Thing()).words
            if words and words not in names:
                names.append(words)
        return "、".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")

    def _name(self, person: str | None) -> str:
        return self._timeline.people.get(str(person), str(person)[:8])


def _key(stretch: Stretch) -> str:
    return str(stretch.lines[0].id) if stretch.lines else ""


def _times(stretch: Stretch) -> str:
    start, end = stretch.start.astimezone(BEIJING), stretch.end.astimezone(BEIJING)
    first = f"{start:%m-%d  %H:%M:%S}"
    if end - start < _SHORT:
        return first
    return f"{start:%m-%d  %H:%M}–{end:%H:%M}"
