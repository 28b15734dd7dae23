"""What pyproject.toml cannot say: a build makes the translations, and leaves the developer's scripts out."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

sys.path.insert(0, str(Path(__file__).resolve().parent))

import dev


class Build(build_py):
    """build_py, once the .qm files are there to be copied."""

    def run(self) -> None:
        # Found, not imported: importing it loads Qt's libraries, and a machine that builds may lack some.
        spec = importlib.util.find_spec("PySide6")
        assert spec is not None
        assert spec.origin is not None
        dev.compile_translations(Path(spec.origin).parent)
        super().run()

    def find_package_modules(self, package: str, package_dir: str) -> list[tuple[str, str, str]]:
        found = super().find_package_modules(package, package_dir)
        return [its for its in found if package != "parvis" or its[1] == "main"]


setup(cmdclass={"build_py": Build})
