"""What every test stands on: no screen, a home of its own, one language and time zone, an empty clipboard."""

from __future__ import annotations

import faulthandler
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ZONE = "Europe/Brussels"

# Seconds; many times what the slowest test takes on a machine that is busy with others.
LONGEST = 300

# Before anything makes a QApplication or reads the locale.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "QT_SCALE_FACTOR", "DBUS_SESSION_BUS_ADDRESS"):
    os.environ.pop(name, None)
os.environ |= {"LANG": "C.UTF-8", "TZ": ZONE}
if hasattr(time, "tzset"):
    time.tzset()

settings.register_profile("parvis", deadline=None, max_examples=100, print_blob=True)
# The same examples at every run of CI, so that a red one can be looked at again.
settings.register_profile("ci", settings.get_profile("parvis"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "parvis")


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A person's home without anything in it; no test reads or writes the real one."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        yield folder


@pytest.fixture(autouse=True)
def _comes_to_an_end() -> Iterator[None]:
    """A test that waits for ever ends its process, with what every thread was doing; the others go on."""
    faulthandler.dump_traceback_later(LONGEST, exit=True, file=2)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(autouse=True)
def _left_as_found() -> Iterator[None]:
    """Put back what a test of the window leaves behind in the process."""
    if "PySide6.QtCore" not in sys.modules:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

    locale = QLocale()
    yield
    QLocale.setDefault(locale)
    application = QCoreApplication.instance()
    for translator in application.findChildren(QTranslator) if application else ():
        QCoreApplication.removeTranslator(translator)
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and isinstance(QCoreApplication.instance(), gui.QGuiApplication):
        gui.QGuiApplication.clipboard().clear()  # Qt crashes at exit on what Python put there
