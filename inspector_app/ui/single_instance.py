"""One window a workspace: a second start raises the first window and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000
_RAISE = b"raise\n"


def _name_of(workspace: Path) -> str:
    return "inspection-desk-" + hashlib.sha256(str(workspace.resolve()).encode()).hexdigest()[:16]


def raise_first(workspace: Path) -> bool:
    """Ask a window that is open on this workspace to come forward; ``False`` when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_name_of(workspace))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(_RAISE)
    socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return True


class FirstInstance(QObject):
    """Listens for later starts."""

    wanted = Signal()
    """Another start asks for the window."""

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = _name_of(workspace)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # what a killed program left behind
            self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.wanted.emit()
