"""What is installed elsewhere is what stands here: packages, resources, requirements, wheel and sdist."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from core.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# What is installed though nothing imports it: zoneinfo reads it where the system has no zones.
NOT_IMPORTED = {"tzdata"}


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (ROOT / folder).rglob("*.py")


def pins(file: str) -> dict[str, str]:
    """Version by name, of a requirements file."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def required() -> set[str]:
    """The names of the run-time dependencies, as the registries fold them (PEP 503)."""
    lines = PROJECT["project"]["dependencies"]
    return {re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~;]", line)[0]).lower() for line in lines}


def test_the_package_list_is_the_tree() -> None:
    there = {its.parent for its in modules("core", "ui")}
    names = {"parvis", *("parvis." + ".".join(its.relative_to(ROOT).parts) for its in there)}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == names


def test_every_folder_of_modules_is_a_package_and_the_root_is_none() -> None:
    for folder in {its.parent for its in modules("core", "ui", "tests")}:
        assert (folder / "__init__.py").exists(), folder
    assert not (ROOT / "__init__.py").exists()


def test_nothing_made_or_installed_is_committed() -> None:
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a checkout")  # an unpacked sdist
    command = ["git", "-c", "safe.directory=*", "ls-files"]
    files = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    assert [
        its for its in files if re.search(r"\.qm$|\.py[co]$|\.venv/|\.egg-info/|^(build|dist)/", its)
    ] == []


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_by_hash_and_no_address_is_named(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    entries = re.sub(r" *\\\n *", " ", text).splitlines()
    assert entries
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9-]+==\S+(?: ; [^\\]+?)?(?: --hash=sha256:[0-9a-f]{64})+", entry), entry


def test_the_pins_are_of_what_the_project_asks_for() -> None:
    run_time, tools = pins("requirements.txt"), pins("requirements-dev.txt")
    assert required() <= run_time.keys()
    assert run_time.items() <= tools.items()


def test_what_is_imported_is_required_and_what_is_required_is_imported() -> None:
    imported = set()
    for file in [ROOT / "main.py", *modules("core", "ui")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {its.name.partition(".")[0] for its in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    foreign = imported - sys.stdlib_module_names - {"core", "ui"}
    distributions = packages_distributions()
    names = {re.sub(r"[-_.]+", "-", distributions[its][0]).lower() for its in foreign}
    assert names == required() - NOT_IMPORTED


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy to build in: what an earlier build left in the tree would come along."""
    left_out = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__", "*.qm")
    return shutil.copytree(ROOT, tmp_path_factory.mktemp("source") / "parvis", ignore=left_out)


def build(kind: str, source: Path, target: Path) -> Path:
    """kind: wheel or sdist. Built without a network, by the setuptools that is here."""
    code = f"import setuptools.build_meta as its, sys; print(its.build_{kind}(sys.argv[1]))"
    command = [sys.executable, "-c", code, str(target)]
    done = subprocess.run(command, cwd=source, check=True, capture_output=True, text=True)
    return target / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", source, tmp_path_factory.mktemp("wheel"))


def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_program_its_resources_and_nothing_else(wheel: Path) -> None:
    expected = {f"parvis/{its.relative_to(ROOT).as_posix()}" for its in modules("core", "ui")}
    expected |= {
        f"parvis/{its.relative_to(ROOT).as_posix()}"
        for its in (ROOT / "resources").rglob("*")
        if its.is_file() and its.suffix not in (".ts", ".qm", ".py", ".pyc")
    }
    expected |= {f"parvis/resources/i18n/{its.stem}.qm" for its in (ROOT / "resources/i18n").glob("*.ts")}
    found = {its for its in contents(wheel) if ".dist-info/" not in its}
    assert found == expected | {"parvis/main.py", "parvis/LICENSE"}


def test_the_wheel_carries_every_licence(wheel: Path) -> None:
    licences = {its.partition("/licenses/")[2] for its in contents(wheel) if "/licenses/" in its}
    assert licences == {"LICENSE", "resources/fonts/LICENSE.txt", "resources/icons/LICENSE.txt"}


def test_what_is_installed_starts_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "import sys; from parvis.main import main; sys.exit(main(sys.argv[1:]))"
    for arguments, words in ((["--version"], f"Parvis {VERSION}"), (["list", "--help"], "parvis list")):
        command = [sys.executable, "-P", "-c", code, *arguments]
        environment = {"PYTHONPATH": str(tmp_path), "LANG": "C.UTF-8"}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert words in done.stdout


def test_the_scripts_of_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        scripts = archive.read(f"parvis-{VERSION}.dist-info/entry_points.txt").decode()
    assert re.findall(r"^(\S+) = (\S+)", scripts, re.MULTILINE) == [
        ("parvis", "parvis.main:main"),
        ("parvisw", "parvis.main:main"),
    ]


def test_a_wheel_made_of_the_sdist_is_the_same(source: Path, wheel: Path, tmp_path: Path) -> None:
    sdist = build("sdist", source, tmp_path)
    # Not shutil: Python 3.11.2, Debian 12's, cannot filter an archive, and later ones warn if it is not done.
    subprocess.run([sys.executable, "-m", "tarfile", "-e", sdist, tmp_path], check=True, capture_output=True)
    again = build("wheel", tmp_path / f"parvis-{VERSION}", tmp_path)
    assert contents(again) == contents(wheel)
