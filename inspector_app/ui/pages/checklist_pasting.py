"""Rows from a spreadsheet into the entries of a checklist: from the clipboard, looked at, then added."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.domain.pasted_rows import PastedRows
from inspector_app.domain.wording import counted
from inspector_app.ui.pages.checklist_entries import RepeatEntries
from inspector_app.ui.pages.checklist_reading import language
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.answer_pane import AnswerPane
from inspector_app.ui.widgets.rows_preview import RowsPreview


class RowsFromSpreadsheet(QObject):
    """``added`` is told the first entry's path, ``told`` what to say beside the questions."""

    def __init__(
        self,
        page: Page,
        pane: AnswerPane,
        entries: RepeatEntries,
        where: Callable[[], tuple[InspectionId, ChecklistRunId]],
        added: Callable[[str], object],
        told: Callable[[str], object],
    ) -> None:
        super().__init__(page)
        self._page, self._pane, self._entries, self._where = page, pane, entries, where
        self._added, self._told = added, told
        self._text = ""
        self._rows: PastedRows | None = None
        self._asked = where()
        self._work: QWidget | None = None
        self.action = page.action(
            self.tr("Paste rows from a spreadsheet"), self._ask, "Ctrl+Shift+V", changes=True
        )
        self.view = RowsPreview()
        self.view.hide()
        self.view.accepted.connect(self._add)
        self.view.left.connect(self.leave)
        pane.rowsWanted.connect(self.action.trigger)

    def cover(self, work: QWidget) -> None:
        """Name what the preview takes the place of."""
        self._work = work

    def _ask(self) -> None:
        self._text = QGuiApplication.clipboard().text()
        repeat, (here, run), spoken = self._entries.repeat_here(), self._where(), language()
        if not run or self._pane.question is None:
            return
        if not repeat:
            self._pane.tell([self.tr("Rows are pasted into a list of entries. Go to such a list first.")])
        elif not self._text.strip():
            self._pane.tell([self.tr("Nothing was copied. Copy the rows in the spreadsheet first.")])
        else:
            self._pane.commit()
            self._asked, text = (here, run), self._text
            self._page.worker.run(
                lambda a: a.checklists.rows.plan(here, run, repeat, text, spoken), self._look
            )

    @Slot(object)
    def _look(self, rows: PastedRows) -> None:
        if self._where() != self._asked or self._work is None:
            return
        self._rows = rows
        self.view.show_rows(rows)
        self._work.hide()
        self.view.show()
        self.view.setFocus()

    @Slot()
    def leave(self) -> None:
        """Put the questions back; nothing was pasted."""
        if self._rows is not None and self._work is not None:
            self._rows = None
            self.view.hide()
            self._work.show()
            self._pane.take_focus()

    @Slot()
    def _add(self) -> None:
        rows, (here, run), text, spoken = self._rows, self._asked, self._text, language()
        if rows is not None and self.action.isEnabled():
            repeat = rows.repeat
            self.leave()
            self._page.worker.run(
                lambda a: a.checklists.rows.add(here, run, repeat, text, spoken), self._done
            )

    @Slot(object)
    def _done(self, rows: PastedRows) -> None:
        count = len(rows.rows)
        words = counted(
            count,
            self.tr("1 row pasted. Ctrl+Z takes it away."),
            self.tr("{count} rows pasted. Ctrl+Z takes them away."),
        )
        self._told(words.format(count=count))
        self._added(rows.first)
