"""Pictures of a journey's steps, for people to look at, in the folder that PARVIS_PICTURES names."""

from __future__ import annotations

import os
from pathlib import Path

from tests.journeys.desk import Desk


class Album:
    """One journey's pictures, numbered as they are taken; none where no folder is named."""

    def __init__(self, desk: Desk, name: str) -> None:
        self._desk = desk
        self._name = name
        self._taken = 0

    def take(self, step: str) -> None:
        folder = os.environ.get("PARVIS_PICTURES")
        if folder:
            self._taken += 1
            Path(folder).mkdir(parents=True, exist_ok=True)
            saved = self._desk.window.grab().save(f"{folder}/{self._name}-{self._taken:02} {step}.png")
            assert saved, folder
