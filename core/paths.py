"""Where Parvis keeps a person's things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NAME = "parvis"


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders, which may not exist yet, and the files in them."""

    data: Path
    config: Path
    log: Path

    @classmethod
    def of_person(cls) -> Paths:
        """As the system has it: the XDG folders on Linux, their like elsewhere."""
        from platformdirs import user_config_path, user_data_path, user_log_path

        return cls(user_data_path(NAME, False), user_config_path(NAME, False), user_log_path(NAME, False))

    @classmethod
    def under(cls, folder: str | Path) -> Paths:
        """Everything in one folder, away from the person's own."""
        root = Path(folder)
        return cls(root / "data", root / "config", root / "log")

    @property
    def agenda(self) -> Path:
        """The person's own agenda, where no other was asked for."""
        return self.data / "agenda.parvis"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"
