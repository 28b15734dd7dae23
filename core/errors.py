"""The errors that are expected: codes and data, put into a person's words by whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False)
class AppError(Exception):
    """Something that a person can understand and act on. Each subclass has words in every language."""

    def __str__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"


@dataclass(eq=False)
class InternalError(AppError):
    """A bug of ours stood in the way: it is reported where it happened, and this only ends the wait."""


@dataclass(eq=False)
class EndBeforeStart(AppError):
    """An event would end before it starts."""


@dataclass(eq=False)
class UnknownZone(AppError):
    """No time zone goes by this name."""

    tzid: str


@dataclass(eq=False)
class BadValue(AppError):
    """A field's text is no value of that field.

    field: the Event or Comment attribute. reason: ``required``, ``malformed``,
    ``too-long`` or ``several``, where the text names more than one.
    """

    field: str
    reason: str
    text: str = ""


@dataclass(eq=False)
class NotFound(AppError):
    """What was asked for is not in the agenda. what: ``event``, ``date`` (of a series), ``comment``,
    ``calendar`` or ``change``."""

    what: str
    name: str


@dataclass(eq=False)
class StaleChange(AppError):
    """Somebody else changed the same thing meanwhile.

    fields: the Event attributes that both sides changed, in the order of the form; empty when the whole
    object stands in the way (deleted, or changed where a field by field answer makes no sense).
    """

    uid: str
    fields: tuple[str, ...] = ()


@dataclass(eq=False)
class NameTaken(AppError):
    """A calendar of that name exists."""

    name: str


@dataclass(eq=False)
class LastCalendar(AppError):
    """An agenda keeps at least one calendar."""


@dataclass(eq=False)
class AgendaError(AppError):
    """An agenda cannot be opened or written. path: the file, or the URL without its password."""

    path: str


@dataclass(eq=False)
class NoAgenda(AppError):
    """No agenda is open to take this."""


@dataclass(eq=False)
class NotAnAgenda(AgendaError):
    """The file is no SQLite database, or another program's."""


@dataclass(eq=False)
class AgendaTooNew(AgendaError):
    """A later Parvis wrote it."""


@dataclass(eq=False)
class AgendaMissing(AgendaError):
    """Nothing is there, or its folder is gone."""


@dataclass(eq=False)
class AgendaReadOnly(AgendaError):
    """It can be read and not be written."""


@dataclass(eq=False)
class AgendaBusy(AgendaError):
    """Another program held it longer than we wait."""


@dataclass(eq=False)
class AgendaDamaged(AgendaError):
    """The file's own check failed, or it cannot be read to its end."""


@dataclass(eq=False)
class DiskFull(AgendaError):
    """No room is left where it lies."""


@dataclass(eq=False)
class FileProblem(AppError):
    """A file cannot be read or written. reason: the operating system's symbol, such as ``EACCES``."""

    path: str
    reason: str


@dataclass(eq=False)
class WouldOverwriteAgenda(AppError):
    """An export was to take the place of an agenda, this one or another."""

    path: str


@dataclass(eq=False)
class NothingToExport(AppError):
    """No event matches."""


@dataclass(eq=False)
class NotICalendar(AppError):
    """The file holds no iCalendar data. kind: ``empty``, ``html``, ``vcard`` or ``other``."""

    path: str
    kind: str


@dataclass(eq=False)
class TooLarge(AppError):
    """More was given than is taken at once. limit: bytes of a file, or events for another program."""

    limit: int
