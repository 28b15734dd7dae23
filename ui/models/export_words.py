"""What the programs that an export is for are called, and what each would choke on, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.clients.profile import Profile

if TYPE_CHECKING:
    from core.clients.checking import Kind

CONTEXT = "ExportCheck"


def program_words(profile: Profile) -> str:
    """Which program it is."""
    translate = QCoreApplication.translate
    return {
        Profile.PLAIN: translate(CONTEXT, "Any calendar program"),
        Profile.OUTLOOK: translate(CONTEXT, "Outlook"),
        Profile.GOOGLE: translate(CONTEXT, "Google Calendar"),
        Profile.APPLE: translate(CONTEXT, "Apple Calendar"),
        Profile.THUNDERBIRD: translate(CONTEXT, "Thunderbird"),
    }[profile]


def program_hint(profile: Profile) -> str:
    """What its file is, in one line."""
    translate = QCoreApplication.translate
    if profile is Profile.PLAIN:
        return translate(CONTEXT, "Everything as it stands in the agenda.")
    return translate(CONTEXT, "A copy that this program reads rightly. The agenda stays as it is.")


def cancelled_pattern() -> str:
    """How a title says that an event is off. {0}: the title."""
    return QCoreApplication.translate(CONTEXT, "Cancelled: {0}")


def becomes_words(kind: Kind, profile: Profile) -> str:
    """What becomes of a kind of problem in the file."""
    translate = QCoreApplication.translate
    if kind.code == "undated" and kind.mended:
        return translate(CONTEXT, "left out")
    if 0 < kind.mended < kind.events:
        return translate(CONTEXT, "mended in part")
    if kind.mended:
        return translate(CONTEXT, "mended")
    if kind.mendable and profile is not Profile.PLAIN:
        return translate(CONTEXT, "left as it is")
    return translate(CONTEXT, "stays so")


def found_words(code: str) -> str:
    """What is wrong, said of an event."""
    translate = QCoreApplication.translate
    return {
        "stamp": translate(CONTEXT, "Does not say, or not in UTC, when it was written"),
        "twice": translate(CONTEXT, "Has a property twice that may stand there once"),
        "date-form": translate(CONTEXT, "Has a date in another form than the standard’s"),
        "end": translate(CONTEXT, "Its end does not go with its start"),
        "until": translate(CONTEXT, "The end of its repetition does not go with its start"),
        "count-until": translate(CONTEXT, "Its repetition ends twice: after a number of times and on a date"),
        "rule": translate(CONTEXT, "Repeats by a rule that nobody can read"),
        "rules": translate(CONTEXT, "Repeats by several rules at once"),
        "exrule": translate(CONTEXT, "Leaves dates out by a rule, which few programs read"),
        "value": translate(CONTEXT, "Has a status, a number or coordinates that cannot be read"),
        "uid": translate(CONTEXT, "Its identifier is longer than 255 characters"),
        "text": translate(CONTEXT, "Has marks in its text that are not written as the standard has them"),
        "uri": translate(CONTEXT, "Has a web address with characters that none may have"),
        "orphan": translate(CONTEXT, "Is one date of a series that is not there, and would be left out"),
        "no-uid": translate(CONTEXT, "Has no identifier"),
        "alarm": translate(CONTEXT, "Has a reminder that is not complete"),
        "undated": translate(CONTEXT, "Has no date that can be read"),
        "twin": translate(CONTEXT, "Shares its identifier with another event"),
        "same-uid": translate(CONTEXT, "Is there twice, in two calendars, and one of the two will be lost"),
        "attachment": translate(CONTEXT, "Has an attachment that lies on one machine alone"),
        "procedure": translate(CONTEXT, "Has a reminder that would start a program"),
        "organizer": translate(CONTEXT, "Its organizer has no e-mail address"),
        "html": translate(CONTEXT, "Has tags in its text, which would be shown"),
        "categories": translate(CONTEXT, "Has its categories on several lines, of which one would count"),
        "skip": translate(CONTEXT, "Repeats by a rule of a newer kind"),
        "cancelled": translate(CONTEXT, "Is cancelled, which would not be seen"),
        "range": translate(CONTEXT, "Changes one date and all that follow, and would change that one alone"),
        "period": translate(CONTEXT, "Has further dates with a length of their own"),
        "capitals": translate(CONTEXT, "Has names in small letters"),
        "late-date": translate(CONTEXT, "Has dates after the end of its repetition, which would be missing"),
        "often": translate(CONTEXT, "Repeats each hour or more often"),
        "one-line": translate(CONTEXT, "Has line ends in its title or place, whose pieces would be glued"),
        "long": translate(CONTEXT, "Its title or place is longer than 255 characters, and would be cut"),
        "shape": translate(CONTEXT, "Repeats in a way that this program does not know"),
        "dates-alone": translate(CONTEXT, "Has further dates without a rule, and would be left out"),
        "year": translate(CONTEXT, "Begins before 1601"),
        "zone": translate(CONTEXT, "Its time zone has a name that only some programs know"),
        "unknown-zone": translate(
            CONTEXT, "Is in a time zone that nobody knows, and that is read as the agenda’s"
        ),
        "own-zone": translate(CONTEXT, "Is in a time zone that only its file describes"),
        "floating": translate(CONTEXT, "Its times are in no time zone"),
    }[code]
