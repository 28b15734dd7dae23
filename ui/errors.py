"""Every expected error in the person's words."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from core import errors

Words = Callable[[errors.AppError], str]


def words(error: errors.AppError) -> str:
    """One or two sentences, plain text: what happened, and what can be done."""
    for kind in type(error).__mro__:
        say = table().get(kind)
        if say is not None:
            return say(error)
    return QCoreApplication.translate("Errors", "That did not work.")


def table() -> Mapping[type, Words]:
    """What says each error; a test holds it against every subclass of AppError."""
    return {
        errors.InternalError: _internal_error,
        errors.EndBeforeStart: _end_before_start,
        errors.UnknownZone: _unknown_zone,
        errors.BadValue: _bad_value,
        errors.NotFound: _not_found,
        errors.StaleChange: _stale_change,
        errors.NameTaken: _name_taken,
        errors.LastCalendar: _last_calendar,
        errors.NoAgenda: _no_agenda,
        errors.AgendaError: _agenda_error,
        errors.NotAnAgenda: _not_an_agenda,
        errors.AgendaTooNew: _agenda_too_new,
        errors.AgendaMissing: _agenda_missing,
        errors.AgendaReadOnly: _agenda_read_only,
        errors.AgendaBusy: _agenda_busy,
        errors.AgendaDamaged: _agenda_damaged,
        errors.DiskFull: _disk_full,
        errors.FileProblem: _file_problem,
        errors.WouldOverwriteAgenda: _would_overwrite_agenda,
        errors.NothingToExport: _nothing_to_export,
        errors.NotICalendar: _not_icalendar,
        errors.TooLarge: _too_large,
    }


def bad_field(field: str, reason: str) -> str:
    """What is wrong with one field, to stand under it."""
    translate = QCoreApplication.translate
    if reason == "required":
        return {
            "name": translate("Errors", "Please enter a name."),
            "email": translate("Errors", "Please enter an e-mail address."),
            "text": translate("Errors", "Please write something."),
        }.get(field, translate("Errors", "Please fill this in."))
    if reason == "end-before-start":
        return translate("Errors", "The end lies before the start.")
    if reason == "too-long":
        return translate("Errors", "That is too long.")
    return {
        "email": translate("Errors", "That is no e-mail address. Example: name@example.org"),
        "organizer-email": translate("Errors", "That is no e-mail address. Example: name@example.org"),
        "tzid": translate("Errors", "No time zone is called that. Example: Europe/Brussels"),
        "website": translate("Errors", "That is no web address. Example: https://example.org"),
        "url": translate("Errors", "That is no web address. Example: https://example.org"),
        "dtstart": translate("Errors", "That is no date. Examples: 12/10/22, 12 oct, tomorrow"),
        "dtend": translate("Errors", "That is no date. Examples: 12/10/22, 12 oct, tomorrow"),
        "start-time": translate("Errors", "That is no time. Examples: 14:30, 14h30, 9"),
        "end-time": translate("Errors", "That is no time. Examples: 14:30, 14h30, 9"),
        "recurrence": translate("Errors", "This rule cannot begin anew at that date."),
        "geo": translate("Errors", "Two numbers: latitude and longitude. Example: 50.8794, 4.4262"),
    }.get(field, translate("Errors", "That cannot be understood."))


def _internal_error(_error: errors.AppError) -> str:
    return QCoreApplication.translate(
        "Errors", "An error in Parvis stood in the way. It is noted in the log."
    )


def _end_before_start(_error: errors.AppError) -> str:
    return QCoreApplication.translate("Errors", "The end lies before the start.")


def _unknown_zone(error: errors.AppError) -> str:
    assert isinstance(error, errors.UnknownZone)
    return QCoreApplication.translate("Errors", "No time zone is called “{0}”.").format(error.tzid)


def _bad_value(error: errors.AppError) -> str:
    assert isinstance(error, errors.BadValue)
    return bad_field(error.field, error.reason)


def _not_found(error: errors.AppError) -> str:
    assert isinstance(error, errors.NotFound)
    translate = QCoreApplication.translate
    return {
        "event": translate("Errors", "This event is no longer in the agenda."),
        "date": translate("Errors", "The series no longer has this date."),
        "comment": translate("Errors", "This comment is no longer in the agenda."),
        "calendar": translate("Errors", "This calendar is no longer in the agenda."),
        "change": translate("Errors", "This change is no longer in the history."),
    }.get(error.what, translate("Errors", "“{0}” is not there.").format(error.name))


def _stale_change(_error: errors.AppError) -> str:
    return QCoreApplication.translate(
        "Errors", "This was changed in another window meanwhile. What is there now is kept."
    )


def _name_taken(error: errors.AppError) -> str:
    assert isinstance(error, errors.NameTaken)
    return QCoreApplication.translate("Errors", "There is a calendar called “{0}” already.").format(
        error.name
    )


def _last_calendar(_error: errors.AppError) -> str:
    return QCoreApplication.translate("Errors", "An agenda keeps at least one calendar.")


def _no_agenda(_error: errors.AppError) -> str:
    return QCoreApplication.translate("Errors", "No agenda is open.")


def _file_name(error: errors.AppError) -> str:
    named = errors.AgendaError | errors.FileProblem | errors.WouldOverwriteAgenda | errors.NotICalendar
    assert isinstance(error, named)
    return PurePath(error.path).name or error.path


def _agenda_error(error: errors.AppError) -> str:
    return QCoreApplication.translate("Errors", "The agenda “{0}” cannot be used.").format(_file_name(error))


def _not_an_agenda(error: errors.AppError) -> str:
    return QCoreApplication.translate("Errors", "“{0}” is not a Parvis agenda. It was left as it is.").format(
        _file_name(error)
    )


def _agenda_too_new(error: errors.AppError) -> str:
    return QCoreApplication.translate(
        "Errors", "“{0}” was written by a newer Parvis. Update Parvis to open it; it was left as it is."
    ).format(_file_name(error))


def _agenda_missing(error: errors.AppError) -> str:
    return QCoreApplication.translate(
        "Errors", "“{0}” is not there. It may have been moved, or its disk is not connected."
    ).format(_file_name(error))


def _agenda_read_only(error: errors.AppError) -> str:
    return QCoreApplication.translate("Errors", "“{0}” can be read, but not changed.").format(
        _file_name(error)
    )


def _agenda_busy(error: errors.AppError) -> str:
    return QCoreApplication.translate(
        "Errors", "Another program is writing to “{0}”. Parvis tries again in a moment."
    ).format(_file_name(error))


def _agenda_damaged(error: errors.AppError) -> str:
    return QCoreApplication.translate(
        "Errors", "“{0}” is damaged. It was left as it is; a backup can be restored."
    ).format(_file_name(error))


def _disk_full(error: errors.AppError) -> str:
    return QCoreApplication.translate(
        "Errors", "There is no room left on the disk of “{0}”. What you typed is kept here until there is."
    ).format(_file_name(error))


def _file_problem(error: errors.AppError) -> str:
    assert isinstance(error, errors.FileProblem)
    translate = QCoreApplication.translate
    sentences = {
        "ENOENT": translate("Errors", "“{0}” is not there."),
        "EACCES": translate("Errors", "You may not read or write “{0}”."),
        "EPERM": translate("Errors", "You may not read or write “{0}”."),
        "EROFS": translate("Errors", "“{0}” lies on a disk that cannot be written."),
        "ENOSPC": translate("Errors", "There is no room left for “{0}”."),
        "EDQUOT": translate("Errors", "There is no room left for “{0}”."),
        "EISDIR": translate("Errors", "“{0}” is a folder."),
    }
    if error.reason in sentences:
        return sentences[error.reason].format(_file_name(error))
    number = getattr(errno, error.reason, 0)
    reason = os.strerror(number) if number else error.reason
    return translate("Errors", "“{0}” cannot be read or written: {1}.").format(_file_name(error), reason)


def _would_overwrite_agenda(error: errors.AppError) -> str:
    return QCoreApplication.translate(
        "Errors", "“{0}” is an agenda: an export cannot take its place."
    ).format(_file_name(error))


def _nothing_to_export(_error: errors.AppError) -> str:
    return QCoreApplication.translate("Errors", "There is no event to export.")


def _not_icalendar(error: errors.AppError) -> str:
    assert isinstance(error, errors.NotICalendar)
    translate = QCoreApplication.translate
    return {
        "empty": translate("Errors", "“{0}” is empty. Nothing was changed."),
        "html": translate("Errors", "“{0}” is a web page, not a calendar. Nothing was changed."),
        "vcard": translate("Errors", "“{0}” holds contacts, not events. Nothing was changed."),
    }.get(error.kind, translate("Errors", "“{0}” holds no calendar. Nothing was changed.")).format(
        _file_name(error)
    )


def _too_large(error: errors.AppError) -> str:
    assert isinstance(error, errors.TooLarge)
    return QCoreApplication.translate("Errors", "That is more than {0} at once.").format(error.limit)
