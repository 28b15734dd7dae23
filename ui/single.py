"""One window an agenda: a second start on the same agenda raises the window that has it, with its files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_WITHIN = 300  # milliseconds


def _name(location: str) -> str:
    return "parvis-" + hashlib.sha256(location.encode()).hexdigest()[:24]


def raise_other(location: str, files: Sequence[str] = ()) -> bool:
    """Ask a window that has this agenda to come forward and take these files; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_name(location))
    if not socket.waitForConnected(ANSWER_WITHIN):
        return False
    socket.write(json.dumps(list(files)).encode() + b"\n")
    answered = socket.waitForReadyRead(ANSWER_WITHIN)
    socket.disconnectFromServer()
    return answered


class SingleWindow(QObject):
    """Listens for second starts while this window has the agenda."""

    asked = Signal(object)  # list[str]: the files that the other start was given

    def __init__(self, location: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self.listen(location)

    def listen(self, location: str) -> None:
        """Answer for this agenda from now on."""
        self._server.close()
        if not self._server.listen(_name(location)):
            # Left over from a window that was killed: nobody answered there, or we would not be here.
            QLocalServer.removeServer(_name(location))
            self._server.listen(_name(location))

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(partial(self._on_asked, socket))
        socket.disconnected.connect(socket.deleteLater)

    def _on_asked(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return  # The rest is on its way.
        files = json.loads(bytes(socket.readLine().data()))
        socket.write(b"here\n")
        socket.flush()
        self.asked.emit(files)
