"""dev.py: what it says where it cannot go on, and that it does nothing twice."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import dev
from resources.i18n import texts

ROOT = Path(dev.__file__).parent


@pytest.fixture
def not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What dev.py would have run."""
    ran: list[list[str]] = []

    def run(command: list[str | Path], **_options: object) -> subprocess.CompletedProcess[str]:
        ran.append([str(part) for part in command])
        return subprocess.CompletedProcess([], 0, stdout=f"{sys.version_info[0]} {sys.version_info[1]}\n")

    monkeypatch.setattr("subprocess.run", run)
    return ran


def found(*names: str) -> Callable[[str], str | None]:
    return lambda name: f"/usr/bin/{name}" if name in names else None


def test_it_needs_nothing_but_the_standard_library() -> None:
    allowed = sys.stdlib_module_names | {"resources"}
    for file in (dev.__file__, texts.__file__):
        for node in ast.walk(ast.parse(Path(file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert {its.name.partition(".")[0] for its in node.names} <= allowed
            elif isinstance(node, ast.ImportFrom):
                assert (node.module or "").partition(".")[0] in allowed


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["fly"], 2), (["--help"], 0), (["-h"], 0)])
def test_without_a_verb_it_names_them_all(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == code
    said = capsys.readouterr().out
    assert [verb for verb in dev.VERBS if f"\n  {verb} " not in said] == []


def test_an_old_python_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    assert dev.main(["check"]) == 2
    assert "Parvis needs Python 3.11 or newer" in capsys.readouterr().err


@pytest.mark.usefixtures("not_root")
def test_who_is_not_root_gets_one_line_to_run(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", found("apt-get"))
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(dev, "PYTHON", Path("nowhere"))
    monkeypatch.setattr(dev, "WITHOUT_SCREEN", {"libnone.so.1": "libnone1", "libnil.so.2": "libnil2"})
    assert dev.main(["test"]) == 2
    venv = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    line = f"sudo apt-get install -y --no-install-recommends libnone1 libnil2 {venv}"
    assert line in [words.strip() for words in capsys.readouterr().err.splitlines()]
    assert commands == []


def test_root_gets_them_installed(monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", found("apt-get"))
    with pytest.raises(dev.Stop, match=r"still cannot be loaded: libnone\.so\.1"):
        dev.need_system({"libnone.so.1": "libnone1"})
    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert "libnone1" in commands[1]


def test_another_system_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", found())
    with pytest.raises(dev.Stop, match=r"from your system's packages: libnone\.so\.1"):
        dev.need_system({"libnone.so.1": "libnone1"})
    monkeypatch.setattr(sys, "platform", "darwin")
    dev.need_system({"libnone.so.1": "libnone1"})


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A checkout of its own, with a .venv that looks made."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    python = tmp_path / ".venv/bin/python"
    monkeypatch.setattr(dev, "PYTHON", python)
    python.parent.mkdir(parents=True)
    python.touch()
    (tmp_path / "requirements.txt").write_text("one==1\n")
    (tmp_path / "requirements-dev.txt").write_text("one==1\ntwo==2\n")
    return tmp_path


def installed(commands: list[list[str]]) -> list[str]:
    """The requirements files that were installed since the last call."""
    files = [Path(command[-1]).name for command in commands if "pip" in command]
    commands.clear()
    return files


def test_a_second_run_installs_nothing_until_the_requirements_change(
    environment: Path, commands: list[list[str]]
) -> None:
    dev.need_environment(tools=False)
    assert installed(commands) == ["requirements.txt"]
    dev.need_environment(tools=False)
    assert commands == []
    (environment / "requirements.txt").write_text("one==1.1\n")
    dev.need_environment(tools=False)
    assert installed(commands) == ["requirements.txt"]


@pytest.mark.usefixtures("environment")
def test_the_tools_are_installed_when_they_are_needed(commands: list[list[str]]) -> None:
    dev.need_environment(tools=False)
    installed(commands)
    dev.need_environment(tools=True)
    assert installed(commands) == ["requirements-dev.txt"]
    dev.need_environment(tools=True)
    assert commands == []


@pytest.mark.usefixtures("environment")
@pytest.mark.parametrize("tools", [True, False])
def test_every_install_checks_hashes(commands: list[list[str]], tools: bool) -> None:
    dev.need_environment(tools=tools)
    (install,) = (command for command in commands if "pip" in command)
    assert "--require-hashes" in install


def test_an_install_that_fails_is_tried_again(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "call", lambda command: 1)
    version = f"{sys.version_info[0]} {sys.version_info[1]}\n"
    done = subprocess.CompletedProcess([], 0, stdout=version)
    monkeypatch.setattr("subprocess.run", lambda *_arguments, **_options: done)
    for _ in range(2):
        with pytest.raises(dev.Stop, match="could not be installed"):
            dev.need_environment(tools=False)
    assert not list(environment.glob(".venv/*.stamp"))


@pytest.mark.usefixtures("not_root")
def test_debian_s_python_without_ensurepip_is_told_its_package(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (environment / ".venv/bin/python").unlink()
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("shutil.which", found("apt-get"))
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    with pytest.raises(dev.Stop, match=f"sudo apt-get install .* {package}"):
        dev.need_environment(tools=False)
    monkeypatch.setattr("shutil.which", found())
    with pytest.raises(dev.Stop, match="no ensurepip"):
        dev.need_environment(tools=False)


def test_what_is_not_translated_is_named(tmp_path: Path) -> None:
    file = tmp_path / "parvis_fr.ts"
    file.write_text(
        """<TS><context><name>Menu</name>
        <message><source>Done</source><translation>Fait</translation></message>
        <message><source>To do</source><translation type="unfinished"></translation></message>
        </context></TS>"""
    )
    assert texts.unfinished(file) == ["parvis_fr.ts: Menu: To do"]


@pytest.mark.parametrize(("codes", "code"), [((0, 0), 0), ((1, 0), 1), ((0, -6), 1), ((5, 1), 1)])
def test_all_tests_run_whatever_those_of_core_say(
    environment: Path, monkeypatch: pytest.MonkeyPatch, codes: tuple[int, int], code: int
) -> None:
    (environment / ".venv/lib/site-packages/PySide6").mkdir(parents=True)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(dev, "need_system", lambda libraries: None)
    monkeypatch.setattr(dev, "need_environment", lambda *, tools: None)
    ran: list[list[str | Path]] = []

    def call(command: list[str | Path]) -> int:
        ran.append(command)
        return codes[len(ran) - 1]

    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["test"]) == code
    assert [("tests/core" in its, "--ignore=tests/core" in its) for its in ran] == [
        (True, False),
        (False, True),
    ]
    assert "--cov" in ran[0]


def test_the_script_of_ci_is_one_that_bash_understands() -> None:
    script = ROOT / ".ci/run"
    if not script.exists():
        pytest.skip("not a checkout")
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert script.stat().st_mode & 0o111


def test_a_window_that_is_open_keeps_the_words_that_it_reads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("resources.i18n.texts.FOLDER", tmp_path)
    (tmp_path / "parvis_fr.qm").write_bytes(b"old")
    os.utime(tmp_path / "parvis_fr.qm", (1, 1))
    (tmp_path / "parvis_fr.ts").touch()
    monkeypatch.setattr("subprocess.run", lambda command, **_: Path(command[-1]).write_bytes(b"new"))
    with (tmp_path / "parvis_fr.qm").open("rb") as held:
        dev.compile_translations(tmp_path)
        assert held.read() == b"old"
    assert sorted(its.name for its in tmp_path.iterdir()) == ["parvis_fr.qm", "parvis_fr.ts"]
    assert (tmp_path / "parvis_fr.qm").read_bytes() == b"new"
