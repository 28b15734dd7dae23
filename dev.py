"""Everything a developer does, with nothing but Python 3.11 or newer: python3 dev.py run | test | check | …

The first call sets up: Qt's system libraries (installed where this is Debian and we are root, else named),
an environment in .venv from the hash-pinned requirements, the translations. A second one starts at once.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable, Sequence
from pathlib import Path

from resources.i18n import texts

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)

# What Qt loads from the system, and Debian's package of it: for any use, and for a window besides.
WITHOUT_SCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
WITH_SCREEN = WITHOUT_SCREEN | {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
}

USAGE = """\
usage: python3 dev.py VERB

  run [--demo] [FILE...]  open the window (--demo: on an imagined agenda, never the person's own);
                          also any verb of the command line, such as: run list --all
  test [ARGUMENT...]      all tests and the coverage of core; with arguments: pytest with these
  check                   style, types, layers, translations, packaging
  translate               bring the translation files up to date and say what they lack
  shots [FOLDER]          pictures of the window in every theme and language
  bench [NAME...]         speed, as ratios to peers
"""


class Stop(Exception):
    """There is no going on. Its text says why and what to do."""


# The system


def need_python() -> None:
    """The Python that runs this must be new enough."""
    if sys.version_info < OLDEST:
        oldest, this = ".".join(map(str, OLDEST)), sys.version.split()[0]
        raise Stop(f"Parvis needs Python {oldest} or newer; this is {this}.")


def need_system(libraries: dict[str, str]) -> None:
    """Load Qt's system libraries; install those that lack, with what a new .venv needs, or say how."""
    # Qt's wheels bring all they need to other systems.
    lacking = [its for its in libraries if not _loads(its)] if sys.platform.startswith("linux") else []
    packages = [libraries[name] for name in lacking]
    if not PYTHON.exists():
        packages += _of_ensurepip()
    if not packages:
        return
    if not shutil.which("apt-get"):
        raise Stop(f"Qt needs these libraries, from your system's packages: {', '.join(lacking)}")
    need_packages(packages)
    if still := [its for its in lacking if not _loads(its)]:
        raise Stop(f"Installed, and still cannot be loaded: {', '.join(still)}")


def _of_ensurepip() -> list[str]:
    """The package that Debian keeps it in, where it is not there."""
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    if not shutil.which("apt-get"):
        raise Stop("This Python has no ensurepip: install the package of your system that brings it.")
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def need_packages(packages: Sequence[str]) -> None:
    """Install Debian packages as root; raises Stop with the line to run as anybody else."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise Stop(f"Some packages are missing. Install them with:\n\n  sudo {shlex.join(install)}\n")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    say(f"Installing {', '.join(packages)}")
    for command in (["apt-get", "update", "-qq"], [*install, "-qq"]):
        if subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL).returncode:
            raise Stop(f"This failed: {shlex.join(command)}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


# The environment


def need_environment(*, tools: bool) -> None:
    """Make or update .venv; at once when its stamp says that it is as the requirements have it.

    tools: what tests and checks need, too.
    """
    wanted = ROOT / ("requirements-dev.txt" if tools else "requirements.txt")
    if PYTHON.exists() and _stamp(tools).exists() and _stamp(tools).read_text() == _digest(wanted):
        return
    if not _is_usable():
        if packages := _of_ensurepip():
            need_packages(packages)
        say(f"Making {VENV.name}")
        venv.create(VENV, clear=True, with_pip=True)
    say(f"Installing {wanted.name}")
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if call([*pip, "--require-hashes", "--no-deps", "-r", wanted]):
        raise Stop("The requirements could not be installed: see above. Without a network nothing can be.")
    call([PYTHON, "-m", "compileall", "-q", ROOT / "main.py", ROOT / "core", ROOT / "ui"])
    _stamp(tools).write_text(_digest(wanted))


def _is_usable() -> bool:
    """Whether .venv has this Python and a pip."""
    question = "import sys, pip; print(*sys.version_info[:2])"
    if not PYTHON.exists():
        return False
    answer = subprocess.run([PYTHON, "-c", question], check=False, capture_output=True, text=True)
    return answer.stdout.split() == [str(number) for number in sys.version_info[:2]]


def _stamp(tools: bool) -> Path:
    return VENV / ("parvis-tools.stamp" if tools else "parvis.stamp")


def _digest(requirements: Path) -> str:
    parts = (requirements.read_bytes(), repr(sys.version_info[:2]).encode(), str(VENV).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


# Translations


def compile_translations(qt: Path) -> None:
    """Make the .qm files that the program loads, where their source is newer. qt: PySide6's folder."""
    for source in texts.FOLDER.glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        # A window that is open reads the old file where it lies in memory: written over, it would end there.
        fresh = source.with_suffix(f".{os.getpid()}.new")
        subprocess.run([_tool(qt, "lrelease"), "-silent", source, "-qm", fresh], check=True)
        fresh.replace(compiled)


def _qt() -> Path:
    """PySide6's folder in .venv."""
    return next(VENV.glob("**/site-packages/PySide6"))


def _tool(qt: Path, name: str) -> Path:
    return qt / (f"{name}.exe" if os.name == "nt" else name)


# The verbs


def run(arguments: Sequence[str]) -> int:
    """Open the window, or do a verb of the command line."""
    need_system(WITH_SCREEN)
    need_environment(tools=False)
    compile_translations(_qt())
    return hand_over([PYTHON, ROOT / "main.py", *arguments])


def test(arguments: Sequence[str]) -> int:
    """Run the tests without a screen."""
    _set_up_tools()
    pytest: list[str | Path] = [PYTHON, "-m", "pytest"]
    if arguments:
        return call([*pytest, *arguments])
    # Three at a time: a machine of CI has two cores, and Qt's tests wait a third of the time.
    pytest += ["-q", "-n", "3", "--dist", "worksteal"]
    # Core is covered by its own tests, and the window's are a third quicker while no lines are counted.
    of_core = call([*pytest, "--cov", "--cov-report=term", "tests/core"])
    others = call([*pytest, "--ignore=tests/core"])
    return 1 if of_core or others else 0


def check(_arguments: Sequence[str]) -> int:
    """Run every check, whatever the ones before it say."""
    _set_up_tools()
    commands: dict[str, list[str | Path]] = {
        "style": [PYTHON, "-m", "ruff", "check", "--quiet"],
        "format": [PYTHON, "-m", "ruff", "format", "--check", "--quiet"],
        "types": [PYTHON, "-m", "mypy", "--no-error-summary"],
        "layers": [PYTHON.with_name("lint-imports"), "--no-logo"],
        "packaging": [PYTHON, "-m", "pytest", "-q", "tests/test_packaging.py"],
    }
    failed = [name for name, command in commands.items() if _fails(name, command)]
    say("translations")
    if problems := texts.problems(_tool(_qt(), "lupdate")):
        print(*problems, sep="\n")
        failed.append("translations")
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def translate(_arguments: Sequence[str]) -> int:
    """Bring the .ts files up to date; 1 while words lack."""
    _set_up_tools()
    try:
        texts.update(_tool(_qt(), "lupdate"))
    except texts.Unseen as unseen:
        raise Stop(str(unseen)) from None
    compile_translations(_qt())
    lacking = texts.problems(_tool(_qt(), "lupdate"))
    print("\n".join(lacking))
    return 1 if lacking else 0


def shots(arguments: Sequence[str]) -> int:
    """Take pictures of the window."""
    _set_up_tools()
    return call([PYTHON, "-m", "tests.shots", *(arguments or ["build/shots"])])


def bench(arguments: Sequence[str]) -> int:
    """Measure."""
    _set_up_tools()
    return call([PYTHON, "-m", "bench", *arguments])


VERBS = {its.__name__: its for its in (run, test, check, translate, shots, bench)}


def _set_up_tools() -> None:
    need_system(WITHOUT_SCREEN)
    need_environment(tools=True)
    compile_translations(_qt())
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Many tests start the program as a process of its own, and each would compile all of it anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def _fails(name: str, command: Sequence[str | Path]) -> bool:
    say(name)
    return call(command) != 0


def say(text: str) -> None:
    """Tell what goes on, apart from what the tools print."""
    print(f"— {text}", file=sys.stderr, flush=True)


def call(command: Iterable[str | Path]) -> int:
    """Run in the checkout; returns the exit code."""
    return subprocess.run([str(part) for part in command], check=False, cwd=ROOT).returncode


def hand_over(command: Iterable[str | Path]) -> int:
    """Become the command where the system can; else run it."""
    words = [str(part) for part in command]
    if os.name != "nt":
        os.execv(words[0], words)
    return subprocess.run(words, check=False).returncode


def main(arguments: Sequence[str]) -> int:
    """Returns the process's exit code."""
    if not arguments or arguments[0] not in VERBS:
        print(USAGE, end="")
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    try:
        need_python()
        return VERBS[arguments[0]](arguments[1:])
    except Stop as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
