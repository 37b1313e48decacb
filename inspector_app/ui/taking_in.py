"""Files from other laptops, each sent its way: packages, receipts, cards, approvals; chosen or dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.domain.errors import Cancelled, Problem
from inspector_app.domain.exchange import SentPackage
from inspector_app.services.approval_asking import TakenAnswer
from inspector_app.services.receiving import AlreadyTaken, Announced, TakenIn, check_announced
from inspector_app.ui.worker import Worker

PACKAGE, RECEIPT, CARD = ".handover", ".receipt", ".card"
REQUEST, ANSWER = ".approval-request", ".approval"
SUFFIXES = (PACKAGE, RECEIPT, CARD, REQUEST, ANSWER)
TAKEN, RECEIPTED = "taken", "receipted"
"""What the hand-over page is asked to say when a link leads there: ``taken:<digest>``."""


class TakingIn(QObject):
    """Takes what another laptop sent; the receipt of a package is written beside it."""

    goTo = Signal(str, str)

    def __init__(self, worker: Worker, parent: QWidget) -> None:
        super().__init__(parent)
        self._worker = worker
        self._window = parent
        self._folder = ""
        """Where the last one was chosen; a stick is looked at more than once."""
        parent.setAcceptDrops(True)
        parent.installEventFilter(self)

    def ask(self) -> None:
        """Let a person choose; several at once are taken one after the other."""
        kinds = self.tr("From other laptops") + " (" + " ".join(f"*{one}" for one in SUFFIXES) + ")"
        title = self.tr("Take a package in")
        names, _kind = QFileDialog.getOpenFileNames(self._window, title, self._folder, kinds)
        if names:
            self._folder = str(Path(names[0]).parent)
        self.take([Path(name) for name in names])

    def take(self, paths: list[Path]) -> None:
        for path in paths:
            suffix = path.suffix.lower()
            if suffix == CARD:
                self.goTo.emit(f"laptops/{path}", "")
            elif suffix == REQUEST:
                self.goTo.emit(f"approve/{path}", "")
            elif suffix == ANSWER:
                self._take_answer(path)
            elif suffix == RECEIPT:
                self._take_receipt(path)
            elif suffix == PACKAGE:
                self._take_package(path)

    def _take_answer(self, path: Path) -> None:
        self._worker.run(lambda a: a.approval_asking.take(path), self._answered)

    @Slot(object)
    def _answered(self, taken: TakenAnswer) -> None:
        """Lead to the document: approved, or with the remark that it came back with."""
        self.goTo.emit(f"documents/{taken.document}", taken.inspection)

    # A package

    def _take_package(self, path: Path) -> None:
        self._worker.run(
            lambda a: a.receiving.announce(path),
            lambda announced: self._check(announced, path),
            lambda problem: self._refused(problem, path),
        )

    def _check(self, announced: Announced, path: Path) -> None:
        self._worker.study(
            lambda progress: check_announced(announced, progress),
            lambda checked: self._take_in(checked, path),
            self._tell,
            title=self.tr("Checking the package of {name}").format(name=announced.sender.name),
        )

    def _take_in(self, announced: Announced, path: Path) -> None:
        self._worker.start_steps(
            lambda a, progress: a.receiving.take_in_steps(announced, progress),
            lambda taken: self._taken(taken, path),
            lambda problem: self._refused(problem, path),
            title=self.tr("Taking the package of {name} in").format(name=announced.sender.name),
        )

    def _taken(self, taken: TakenIn, path: Path) -> None:
        folder = path.parent
        self._worker.run(lambda a: a.receiving.receipt(taken, folder))
        self.goTo.emit(f"handover/{TAKEN}:{taken.package.id}", taken.inspection)

    def _refused(self, problem: Problem, path: Path) -> None:
        """A package that is here already gets its receipt again: the first may be lost."""
        self._tell(problem)
        if isinstance(problem, AlreadyTaken):
            inspection, digest, folder = problem.inspection, problem.digest, path.parent
            self._worker.run(
                lambda a: a.receiving.receipt(a.receiving.again(inspection, digest), folder),
                lambda _path: self.goTo.emit(f"handover/{TAKEN}:{digest}", inspection),
            )

    def _tell(self, problem: Problem) -> None:
        if not isinstance(problem, Cancelled):
            self._worker.problem.emit(problem)

    # A receipt

    def _take_receipt(self, path: Path) -> None:
        self._worker.run(lambda a: a.handing_over.take_receipt(path), self._receipted)

    @Slot(object)
    def _receipted(self, sent: SentPackage) -> None:
        if sent.receipt is not None:
            self.goTo.emit(f"handover/{RECEIPTED}:{sent.id}", sent.receipt.inspection)

    # Dropped files

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDropEvent):
            paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            wanted = [path for path in paths if path.suffix.lower() in SUFFIXES]
            if wanted:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.take(wanted)
                return True
        return False
