"""Files of the checklist library: chosen, checked, taken in with the tables they read, written out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.domain.checklist import ChecklistForm
from inspector_app.domain.checklist_table import TableFault
from inspector_app.domain.wording import counted
from inspector_app.services.checklist_shelf import TakenIn
from inspector_app.ui.language import titled
from inspector_app.ui.worker import Worker


class ChecklistIntake(QObject):
    """Asks for files and says what became of them; the page shows it."""

    def __init__(
        self,
        page: QWidget,
        worker: Worker,
        *,
        found: Callable[[str, tuple[TableFault, ...]], object],
        taken: Callable[[str, ChecklistForm], object],
        written: Callable[[str], object],
    ) -> None:
        super().__init__(page)
        self._page, self._worker = page, worker
        self._found, self._taken, self._written = found, taken, written
        self.missing: tuple[str, ...] = ()
        """Tables that the last file reads and that were not found."""
        self._last: tuple[Path, bool] | None = None

    # Into the library

    def choose_to_check(self, title: str) -> None:
        if (path := self._choose(title)) is not None:
            self.check(path)

    def choose_to_take(self, title: str) -> None:
        if (path := self._choose(title)) is not None:
            self.take_in(path)

    def choose_tables(self, title: str) -> None:
        """Ask where the tables lie that were not beside the checklist, and go on with them."""
        if self._last is None:
            return
        path, takes_in = self._last
        kinds = self.tr("Tables") + " (*.csv *.xml)"
        names, _kind = QFileDialog.getOpenFileNames(self._page, title, str(path.parent), kinds)
        if names:
            go_on = self.take_in if takes_in else self.check
            go_on(path, [Path(name) for name in names])

    def _choose(self, title: str) -> Path | None:
        kinds = self.tr("Checklist") + " (*.xlsx *.xls *.csv *.md)"
        name, _kind = QFileDialog.getOpenFileName(self._page, title, "", kinds)
        return Path(name) if name else None

    def check(self, path: Path, tables: Sequence[Path] = ()) -> None:
        """List what is wrong with a file; nothing is kept."""
        self._last = (path, False)
        self._worker.run(
            lambda a: a.checklists.shelf.check(path, tables), lambda found: self._tell(path.name, found)
        )

    def take_in(self, path: Path, tables: Sequence[Path] = ()) -> None:
        """Take a file in, or list why it cannot be."""
        self._last = (path, True)
        self._worker.run(
            lambda a: a.checklists.shelf.take_in(path, tables),
            lambda taken: self._became(path.name, taken),
        )

    def _became(self, name: str, taken: TakenIn) -> None:
        if taken.form is None:
            self._tell(name, taken, refused=True)
            return
        self.missing = ()
        form = taken.form
        told = self.tr("{title} {version} is taken in. New checklists begin with the highest version.")
        words = told.format(title=titled(form), version=form.version)
        if form.files:
            with_tables = self.tr("With it came {tables}.").format(tables=table_names(form))
            words = f"{words} {with_tables}"
        self._taken(words, form)

    def _tell(self, name: str, looked: TakenIn, *, refused: bool = False) -> None:
        self.missing = looked.missing
        faults = looked.faults
        wrong = sum(1 for fault in faults if fault.is_error)
        notes = len(faults) - wrong
        if not faults:
            words = self.tr("{name}: nothing is wrong; it can be taken in.")
        elif not wrong:
            words = self.tr("{name} can be taken in; {notes} to look at.")
        elif refused:
            words = self.tr("{name} was not taken in: {mistakes}, {remarks}. Nothing was changed.")
        else:
            words = self.tr("{name}: {mistakes}, {remarks}.")
        mistakes = counted(wrong, self.tr("1 mistake"), self.tr("{count} mistakes")).format(count=wrong)
        remarks = counted(notes, self.tr("1 note"), self.tr("{count} notes")).format(count=notes)
        told = words.format(name=name, notes=notes, mistakes=mistakes, remarks=remarks)
        if looked.missing:
            tables = "、".join(looked.missing)
            more = self.tr("It reads {tables}: put that beside it, or say where it lies.")
            told = f"{told} {more.format(tables=tables)}"
        self._found(told, faults)

    # Out of the library

    def choose_to_write(self, form: ChecklistForm, title: str) -> None:
        kinds = self.tr("Workbook") + " (*.xlsx);;Markdown (*.md)"
        suggested = f"{form.form_id}-{form.version}.xlsx"
        name, _kind = QFileDialog.getSaveFileName(self._page, title, suggested, kinds)
        if name:
            self.write_to(form, Path(name))

    def write_to(self, form: ChecklistForm, path: Path) -> None:
        """Write a version's table as a file, and the tables it reads beside it."""
        self._worker.run(
            lambda a: a.checklists.shelf.write(form.id, path), lambda tables: self._out(path.name, tables)
        )

    def _out(self, name: str, tables: tuple[str, ...]) -> None:
        if not tables:
            self._written(self.tr("Written as {name}. It holds no answers.").format(name=name))
            return
        words = self.tr("Written as {name}, with {tables} beside it. It holds no answers.")
        self._written(words.format(name=name, tables="、".join(tables)))


def table_names(form: ChecklistForm) -> str:
    """Name the tables that a version reads."""
    return "、".join(one.name for one in form.files)
