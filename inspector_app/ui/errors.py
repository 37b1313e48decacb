"""The one place that turns errors into messages: a banner for problems, one dialog for bugs."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Logs every exception that nobody expected and says so, once at a time, with the log's place."""

    _seen = Signal(object)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log_file = log_file
        self.window: QWidget | None = None
        self._dialog: QMessageBox | None = None
        self._seen.connect(self.tell)  # an exception of another thread is told on the window's

    def install(self) -> None:
        """Take the interpreter's last word on exceptions."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def _hook(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        log.critical("unexpected error", exc_info=(kind, error, traceback))
        self._seen.emit(error)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value
        if error is not None:
            self._hook(arguments.exc_type, error, arguments.exc_traceback)

    @Slot(object)
    def tell(self, error: BaseException) -> None:
        """Show the dialog; while it is up, further errors only go to the log."""
        if self._dialog is not None:
            return
        translate = QCoreApplication.translate
        box = QMessageBox(self.window)
        box.setObjectName("crashDialog")
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(translate("CrashReporter", "The program made a mistake"))
        box.setText(translate("CrashReporter", "What you just did may not have worked."))
        box.setInformativeText(
            translate(
                "CrashReporter",
                "Everything that was shown as saved is safe. You can go on; if it happens again, "
                "restart the program and send this file to your support:\n{file}",
            ).format(file=self.log_file)
        )
        act = QMessageBox.ButtonRole.ActionRole
        close = box.addButton(translate("CrashReporter", "Go on"), QMessageBox.ButtonRole.AcceptRole)
        folder = box.addButton(translate("CrashReporter", "Open its folder"), act)
        path = box.addButton(translate("CrashReporter", "Copy its path"), act)
        for button, slot in ((folder, self.open_folder), (path, self.copy_path)):
            button.clicked.disconnect()  # a box closes at any of its buttons; these two leave it open
            button.clicked.connect(slot)
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        box.setDetailedText(type(error).__name__)  # the words of an error may hold personal data
        box.finished.connect(self._close)
        self._dialog = box
        box.open()

    @Slot()
    def open_folder(self) -> None:
        """Show the folder that holds the log."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.log_file.parent)))

    @Slot()
    def copy_path(self) -> None:
        """Put the log's path on the clipboard."""
        QGuiApplication.clipboard().setText(str(self.log_file))

    @Slot(int)
    def _close(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
