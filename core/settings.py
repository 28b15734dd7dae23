"""What the program remembers for a person between two starts, outside any agenda."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args

from core.files import file_problem, replacing

Language = Literal["system", "fr", "en", "pseudo"]
Theme = Literal["system", "light", "dark"]

# As large as a file of ours never is; more is not ours, and not worth reading.
LARGEST: Final = 1_000_000

_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "language": get_args(Language),
    "theme": get_args(Theme),
}
_MEMBERS: Final[Mapping[str, type]] = {"recent": str, "panes": int}


@dataclass(frozen=True, slots=True)
class Settings:
    """location: the agenda that was open last, "" for the person's own. recent: locations, the latest first.

    geometry: Qt's, in base64. panes: their widths in pixels. author_…: the person's own name, address and web
    site for the next comment, which are written down only where keep_author says so. list_filter: JSON.
    """

    language: Language = "system"
    theme: Theme = "system"
    location: str = ""
    recent: tuple[str, ...] = ()
    geometry: str = ""
    panes: tuple[int, ...] = ()
    comments_shown: bool = True
    keep_author: bool = False
    author_name: str = ""
    author_email: str = field(default="", repr=False)
    author_website: str = ""
    export_folder: str = ""
    export_profile: str = ""
    import_folder: str = ""
    list_filter: str = ""


def load(path: Path) -> Settings:
    """The settings in a file, and the defaults for what it lacks or has no sense in it.

    A file that makes no sense at all is kept beside, as ``….bad``, so that the next save does not lose it.
    """
    try:
        with path.open("rb") as file:
            data = json.loads(file.read(LARGEST))
        if not isinstance(data, dict):
            raise ValueError("no object")
    except OSError:
        return Settings()
    except (ValueError, RecursionError):
        with suppress(OSError):
            os.replace(path, path.with_name(path.name + ".bad"))
        return Settings()
    return Settings(**_understood(data))


def save(path: Path, settings: Settings) -> None:
    """Write them so that they are there whole or not at all, for the person alone. Raises FileProblem."""
    if not settings.keep_author:
        settings = replace(settings, author_name="", author_email="", author_website="")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_problem(path, error) from error
    with replacing(path, private=True) as file:
        file.write(json.dumps(asdict(settings), indent=1).encode())


def _understood(data: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for its in fields(Settings):
        value = data.get(its.name)
        if its.name in _MEMBERS:
            kind = _MEMBERS[its.name]
            if isinstance(value, list) and all(type(member) is kind for member in value):
                found[its.name] = tuple(value)
        elif type(value) is type(its.default) and value in _CHOICES.get(its.name, (value,)):
            found[its.name] = value
    return found
