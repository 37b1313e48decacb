"""The workspace's own file is damaged: what is safe, the salvage, and what it kept and lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.errors import Cancelled, MissingWorkspace, Problem
from inspector_app.domain.ids import PersonId
from inspector_app.services.workspace_salvage import WorkspaceSalvaged
from inspector_app.ui.language import say
from inspector_app.ui.salvage_text import as_text, sections, verdict
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain_button import button_of
from inspector_app.ui.widgets.salvage_blocks import Block, Section
from inspector_app.ui.worker import Task, Worker

WIDTH = 640
SHOWN = 40
"""Lines of a section on the page; the text that can be kept has all of them."""


class WorkspaceSalvagePage(QWidget):
    """Stands before the window; whoever unlocked in vain goes on from here."""

    unlocked = Signal()
    left = Signal()

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._person, self._passphrase = PersonId(""), ""
        self._task: Task | None = None
        self._done: WorkspaceSalvaged | None = None
        self._is_missing = False
        self.salvage_action = self._action(self.tr("Salvage what can be read"), self._start, "Ctrl+Return")
        self.go_on_action = self._action(self.tr("Go on working"), self.unlocked.emit, "Ctrl+Return")
        self.keep_action = self._action(self.tr("Keep this list as a text…"), self._keep, "Ctrl+S")
        self.back_action = self._action(self.tr("Back"), self._back, "Escape")
        self.happened = Block(self.tr("What happened"), "triangle-alert", "danger")
        self.safe = Block(self.tr("What is safe"), "circle-check", "success")
        self.todo = Block(self.tr("What to do"), "info", "info")
        self.outcome = label("", "subtitle", wrap=True)
        self.doubt = label("", "", wrap=True)
        self.lists = QVBoxLayout()
        self.lists.setSpacing(14)
        self.working = label(self.tr("Reading the file…"), "muted")
        self.salvage_button = button_of(self.salvage_action, "primary")
        self.go_on_button = button_of(self.go_on_action, "primary")
        self.keep_button = button_of(self.keep_action)
        self.back_button = button_of(self.back_action, "quiet")
        buttons = QHBoxLayout()
        for button in (self.salvage_button, self.go_on_button, self.keep_button, self.back_button):
            buttons.addWidget(button)
        buttons.addWidget(self.working)
        buttons.addStretch()
        column = Column(WIDTH)
        column.rows.setSpacing(14)
        self.title = label("", "title", wrap=True)
        column.rows.addWidget(self.title)
        for part in (self.happened, self.safe, self.todo, self.outcome, self.doubt):
            column.rows.addWidget(part)
        column.rows.addLayout(buttons)
        column.rows.addLayout(self.lists)
        column.rows.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.setFocusProxy(self.salvage_button)
        self._show_state()

    def _action(self, text: str, slot: object, keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def ask(self, person_id: str, passphrase: str, problem: Problem) -> None:
        """Tell what is wrong; person and passphrase are those that opened the keys."""
        self._person, self._passphrase = PersonId(person_id), passphrase
        self._done, self._is_missing = None, isinstance(problem, MissingWorkspace)
        self.happened.text.setText(say(problem))
        self.safe.text.setText(
            self.tr(
                "Every inspection is a file of its own and is not concerned, nor are the keys: your "
                "passphrases, the recovery key and the bureau's key stay as they are. The damaged file "
                "is kept."
            )
        )
        self.todo.text.setText(self._missing_words() if self._is_missing else self._damaged_words())
        self._show_state()

    def _damaged_words(self) -> str:
        return self.tr(
            "Salvage the file: people, numbers and known laptops are copied into a new file as far as "
            "they prove themselves, the list is made anew from the inspections, and you get a list of "
            "what was lost. If nothing can be read, close the program, give the data folder another "
            "name, start again and go on from a safety copy; do not delete the old folder."
        )

    def _missing_words(self) -> str:
        return self.tr(
            "If you know where the file went, close the program and put it back. With a safety copy, close "
            "the program, give the data folder another name, start again and go on from the copy. With "
            "neither, make the file anew: people are named as their passphrases are, the list is made from "
            "the inspections; roles, certificate numbers, number blocks and known laptops are entered again."
        )

    def _show_state(self) -> None:
        busy, done = self._task is not None, self._done is not None
        self.title.setText(
            self.tr("The workspace was salvaged")
            if done
            else self.tr("The workspace's file is gone")
            if self._is_missing
            else self.tr("The workspace's file is damaged")
        )
        for block in (self.happened, self.safe, self.todo):
            block.setVisible(not done)
        for part in (self.outcome, self.doubt):
            part.setVisible(done)
        self.working.setVisible(busy)
        for action, button, shown in (
            (self.salvage_action, self.salvage_button, not done and not busy),
            (self.go_on_action, self.go_on_button, done),
            (self.keep_action, self.keep_button, done),
            (self.back_action, self.back_button, not done),
        ):
            action.setEnabled(shown)
            button.setVisible(shown)
        self.salvage_action.setText(
            self.tr("Make the file anew") if self._is_missing else self.tr("Salvage what can be read")
        )
        self.salvage_button.setText(self.salvage_action.text())
        self.back_action.setText(self.tr("Cancel") if busy else self.tr("Back"))

    @Slot()
    def _start(self) -> None:
        person, passphrase = self._person, self._passphrase
        self._task = self._worker.start(
            lambda a, progress: a.workspace_salvage.salvage(person, passphrase, progress),
            self._show,
            self._failed,
            title=self.tr("Salvaging the workspace"),
        )
        self._show_state()
        self.back_button.setFocus()

    @Slot(object)
    def _show(self, done: WorkspaceSalvaged) -> None:
        self._task, self._done, self._passphrase = None, done, ""
        first, *doubts = verdict(done.report.salvage)
        self.outcome.setText(first)
        self.doubt.setText("\n\n".join([*self._to_do(done), *doubts]))
        for heading, meaning, lines in sections(done.report):
            shown = lines[:SHOWN]
            if len(lines) > len(shown):
                more = self.tr("… and {count} more; keep the list as a text to see all of them.")
                shown = [*shown, more.format(count=len(lines) - len(shown))]
            self.lists.addWidget(Section(f"{heading}  ({len(lines)})", meaning, "\n".join(shown)))
        self._show_state()
        self.doubt.setVisible(bool(self.doubt.text()))
        self.go_on_button.setFocus()

    def _to_do(self, done: WorkspaceSalvaged) -> list[str]:
        found = []
        if done.people_from_keys:
            found.append(
                self.tr(
                    "The entries of these people are lost; they unlock as before. Enter their certificate "
                    "number and role again: {names}."
                ).format(names="、".join(done.people_from_keys))
            )
        if done.blocks_closed or done.numbers_void:
            found.append(
                self.tr(
                    "So that no number stands on two documents: blocks that end at the last number known "
                    "here: {blocks}; numbers between, void until compared with the bureau's register: "
                    "{numbers}. Enter the rest of the numbers as new blocks after that."
                ).format(blocks=done.blocks_closed, numbers=done.numbers_void)
            )
        return found

    def _failed(self, problem: Problem) -> None:
        self._task = None
        if not isinstance(problem, Cancelled):
            self.happened.text.setText(say(problem))
        self._show_state()

    @Slot()
    def _back(self) -> None:
        if self._task is not None:
            self._task.cancel()
            return
        self._passphrase = ""
        self.left.emit()

    @Slot()
    def _keep(self) -> None:
        name = self.tr("Salvage of the workspace")
        chosen, _ = QFileDialog.getSaveFileName(self, self.keep_action.text(), f"{name}.txt", "*.txt")
        if chosen and self._done is not None:
            text = "\n\n".join([as_text(name, self._done.report).rstrip(), *self._to_do(self._done)]) + "\n"
            self._worker.run(lambda a: a.salvage.keep_text(Path(chosen), text))
