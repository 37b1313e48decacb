"""What every page is: a widget with its actions, its refresh and its links to other places."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from inspector_app.ui.holding import Holding
from inspector_app.ui.keys import give_keys
from inspector_app.ui.worker import Worker

if TYPE_CHECKING:
    from inspector_app.domain.errors import Problem
    from inspector_app.domain.evidence import Target
    from inspector_app.services.activities import Activities

T = TypeVar("T")


class Page(QWidget):
    """A place of the window; it joins widgets to services through the worker."""

    contextChanged = Signal(object)
    """``QWidget | None`` for the panel on the right; it belongs to the selected thing."""
    goTo = Signal(str, str)
    """A link: the place, and an inspection's id or empty to stay in this one. A place may carry the
    thing to select after a slash, such as ``findings/0190…``."""
    evidenceWanted = Signal(object)
    """A ``Target`` that the next evidence shall be bound to."""

    concerns: frozenset[str] = frozenset()
    """Kinds of entity whose change refreshes the page; empty means every kind."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.holding = Holding(self)
        self._writes = 0
        self._passed_over = False
        worker.changed.connect(self._on_changed)

    def action(
        self, text: str, slot: Callable[[], object], shortcut: str = "", *, changes: bool = False
    ) -> QAction:
        """Add an action that the palette and the shortcut sheet find; ``changes`` rests while read only."""
        action = QAction(text, self)
        if shortcut:
            give_keys(action, shortcut)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        if changes:
            self.holding.mark(action)
        return action

    def read_in(
        self,
        work: Callable[[Activities], T],
        show: Callable[[T], object],
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        """Show what is found, unless something was written down since it was asked for.

        What was read before would show a field as it was, and the next field left would write that down.
        """
        asked_at = self._writes

        def found(value: T) -> None:
            if asked_at == self._writes:
                show(value)
            else:
                self._passed_over = True

        self.worker.run(work, found, failed)

    def write_down(
        self,
        work: Callable[[Activities], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        """Change something; what was asked for before it is passed over and asked for again after it."""
        self._writes += 1

        def over(tell: Callable[[Any], object] | None) -> Callable[[Any], None]:
            def answered(value: Any) -> None:
                if tell is not None:
                    tell(value)
                if self._passed_over:
                    self._passed_over = False
                    self.refresh()

            return answered

        self.worker.run(work, over(done), over(failed) if failed is not None else None)

    def hold(self, reason: str) -> None:
        """Let everything rest that changes something, on the pages inside this one too; say why."""
        self.holding.hold(reason)
        for page in self.findChildren(Page):
            page.holding.hold(reason)

    def changes(self, *parts: QWidget) -> None:
        """Name parts of the page by which something is changed; they rest while it is read only."""
        for part in parts:
            self.holding.mark(part)

    def refresh(self) -> None:
        """Ask the services again and show what they say."""

    def select(self, identity: str) -> None:
        """Show the thing of that identity, where a link led here for it."""

    def target(self) -> Target | None:
        """What Ctrl+E binds evidence to: the selected thing."""
        return None

    def remark_target(self) -> Target | None:
        """What a reviewer's remark is about: what evidence binds to, unless a page says otherwise."""
        return self.target()

    def progress_text(self) -> str:
        """A word for the spine, such as ``12/40``; empty when there is nothing to count."""
        return ""

    def _is_concerned(self, changes: frozenset[tuple[str | None, str]]) -> bool:
        return not self.concerns or any(kind in self.concerns for _inspection, kind in changes)

    @Slot(object)
    def _on_changed(self, changes: frozenset[tuple[str | None, str]]) -> None:
        if self.isVisible() and self._is_concerned(changes):
            self.refresh()


class InspectionPage(Page):
    """A page of one inspection; the window opens it with the inspection's id."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.inspection_id = ""

    def open(self, inspection_id: str) -> None:
        """Show this inspection; called each time the place is entered."""
        self.inspection_id = inspection_id
        self.refresh()

    def _is_concerned(self, changes: frozenset[tuple[str | None, str]]) -> bool:
        mine = frozenset(change for change in changes if change[0] == self.inspection_id)
        return bool(mine) and super()._is_concerned(mine)
