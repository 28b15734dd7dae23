"""The system, or Ctrl+C in a terminal, asks the process to end: told by the event loop."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

# SIGHUP: the terminal or the session is gone; other systems have none.
SIGNALS = tuple(its for name in ("SIGTERM", "SIGINT", "SIGHUP") if (its := getattr(signal, name, None)))


class Ending(QObject):
    """Watches the process from when it is made; one a process. Signals that are ignored stay so (nohup)."""

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # A handler runs between any two instructions of Python, in the midst of a picture too, and not at all
        # while the event loop has nothing to do: what is written here wakes the loop, which then tells.
        self._woken, self._waking = socket.socketpair()
        for end in (self._woken, self._waking):
            end.setblocking(False)
        signal.set_wakeup_fd(self._waking.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        for each in SIGNALS:
            if signal.getsignal(each) is not signal.SIG_IGN:
                signal.signal(each, lambda _number, _frame: None)

    def _on_woken(self) -> None:
        self._woken.recv(64)
        self.asked.emit()
