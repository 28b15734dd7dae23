"""What several programs want otherwise than it stands, each rule with whoever says so."""

from __future__ import annotations

import re
from typing import Final

from core import richtext
from core.clients.dates import list_lines
from core.clients.draft import Draft, Task
from core.clients.profile import Profile
from core.ics.lines import Line, escape, fold, parse, unfold, write, write_text
from core.ics.reading import categories_of, organizer_of
from core.ics.values import geo, mail, moments_of
from core.ics.writing import ORGANIZER_MARK
from core.rrule import Freq, read_rule
from core.when import When

_OUTLOOK, _GOOGLE, _APPLE = Profile.OUTLOOK, Profile.GOOGLE, Profile.APPLE

_TAGS = re.compile(r"<(?:/?(?:p|br|b|i|u|a|ul|ol|li|div|span|strong|em|h[1-6]|html|table)\b[^<>]*)>", re.I)
# Nobody else has what lies there: a file of this machine, a part of the mail that it came in.
_NEAR = re.compile(r"(?:file|cid):|[a-z]:[\\/]|(?![a-z][a-z0-9+.-]*:)", re.IGNORECASE)
# Named as a program for calendars writes it; Apple's reads no other.
_KNOWN: Final = frozenset({"RRULE", "RDATE", "EXDATE", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "UID"})

_TEXTS: Final = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "CATEGORIES"})
# U+2028, U+2029 and U+0085 end a line for who reads by lines as Python does, and cut an event in two.
ODD_END: Final = re.compile(rb"\xe2\x80[\xa8\xa9]|\xc2\x85")


def common(draft: Draft, task: Task) -> None:
    """All of these rules, those first that leave something out."""
    _attachments(draft)
    _alarms(draft)
    _organizer(draft)
    _own_lines(draft)
    _line_ends(draft)
    _description(draft, task.profile)
    _categories(draft)
    _skip(draft)
    if task.profile in (_OUTLOOK, _GOOGLE):
        _cancelled(draft, task.cancelled)
        _range(draft)
    if task.profile in (_OUTLOOK, Profile.THUNDERBIRD):
        _periods(draft)
    if task.profile is _APPLE:
        _capitals(draft)
        _apple_place(draft)
    if task.profile is _GOOGLE:
        _dates_after_the_rule(draft)
        _too_often(draft)


def _attachments(draft: Draft) -> None:
    """``attachment``: a reference to this machine, or to the mail that the event came in.

    RFC 5545 3.8.1.1 has ATTACH for what whoever gets the event can get as well. So is one without a scheme.
    """
    near = [
        at
        for at, line in draft.read("ATTACH")
        if _NEAR.match(line.value.strip())
        and not line.param("ENCODING")
        and line.param("VALUE").upper() != "BINARY"
    ]
    for at in reversed(near):
        draft.swap("attachment", [at], [])


def _alarms(draft: Draft) -> None:
    """``procedure``: an alarm that would run a program, which RFC 5545 A.3 took out of RFC 2445."""
    for start, stop in draft.nested():
        lines = (parse(raw) for raw in draft.raw(start, stop))
        if any(its and its.name == "ACTION" and its.value.upper() == "PROCEDURE" for its in lines):
            draft.cut("procedure", start, stop)


def _organizer(draft: Draft) -> None:
    """``organizer``: who has no mail address is no ORGANIZER, which RFC 5545 3.8.4.3 has for meetings.

    A CONTACT says the name; nobody is made out to have sent an invitation.
    """
    line = draft.first("ORGANIZER")
    if line is None or mail(line.value):
        return
    name = organizer_of({"ORGANIZER": [line]}).name
    draft.put("organizer", "ORGANIZER", [write_text("CONTACT", name)] if name else [])


def _own_lines(draft: Draft) -> None:
    """What only Parvis reads says nothing to anybody else."""
    for name in {its for its in draft.names if its.startswith("X-PARVIS-")}:
        draft.quietly(name, [])
    marked = [its for its in draft.all("CONTACT") if its.param(ORGANIZER_MARK)]
    if marked:
        draft.quietly(
            "CONTACT", [write("CONTACT", its.value, _without_mark(its)) for its in draft.all("CONTACT")]
        )


def _without_mark(line: Line) -> list[tuple[str, str]]:
    return [(name, values[0]) for name, values in line.params if name != ORGANIZER_MARK]


def _line_ends(draft: Draft) -> None:
    """Texts with no other line ends than RFC 5545 3.3.11 has."""
    for name in _TEXTS & set(draft.names):
        raws = draft.raws(name)
        will = [_with_known_ends(raw) if ODD_END.search(raw) else raw for raw in raws]
        if will != raws:
            draft.quietly(name, will)


def _with_known_ends(raw: bytes) -> bytes:
    line = unfold(raw).removesuffix(b"\r\n")
    return fold(ODD_END.sub(rb"\\n", line)) + b"\r\n"


def _description(draft: Draft, profile: Profile) -> None:
    """``html``: tags in DESCRIPTION, which is plain text (RFC 5545 3.8.1.5) and shown as such.

    But for Google, which writes it so itself. X-ALT-DESC is Outlook's (MS-OXCICAL 2.1.3.1.1.20.27), and
    nobody else's.
    """
    line = draft.first("DESCRIPTION")
    if line and profile is not _GOOGLE and _TAGS.search(line.text):
        rich = richtext.clean(line.text)
        draft.put("html", "DESCRIPTION", [write_text("DESCRIPTION", richtext.to_plain(rich))])
        if profile is _OUTLOOK and draft.findings[-1].mended:
            draft.quietly("X-ALT-DESC", [write_text("X-ALT-DESC", rich, [("FMTTYPE", "text/html")])])
    if profile is not _OUTLOOK and "X-ALT-DESC" in draft.names:
        draft.quietly("X-ALT-DESC", [])


def _categories(draft: Draft) -> None:
    """``categories``: one property with a list.

    Of several, programs are known that keep the last alone (OzzyCzech/icalparser #51, sabre-io/dav #907), and
    Outlook and Exchange write one (MS-STANOICAL V0093).
    """
    if len(draft.all("CATEGORIES")) > 1:
        names = categories_of(draft.properties())
        will = ",".join(map(escape, names))
        draft.put("categories", "CATEGORIES", [write("CATEGORIES", will)] if names else [])


def _skip(draft: Draft) -> None:
    """``skip``: RFC 7529's RSCALE and SKIP, which who does not know them takes for no rule (RFC 7529 5).

    Where they say what holds without them, a rule can do so too.
    """
    for at, line in draft.read("RRULE"):
        parts = line.value.upper().split(";")
        more = {its for its in parts if its.startswith(("RSCALE=", "SKIP="))}
        if more and more <= {"RSCALE=GREGORIAN", "SKIP=OMIT"}:
            will = ";".join(its for its in line.value.split(";") if its.upper() not in more)
            draft.swap("skip", [at], [write("RRULE", will)])
        elif more:
            draft.say("skip", "RRULE")
            return


def _cancelled(draft: Draft, pattern: str) -> None:
    """``cancelled``: a title that says so, for the status does not, or takes the event away.

    Google's calendars drop what is cancelled (insanum/gcalcli #47); Outlook's own events have it in their
    title alone (derekantrican/GAS-ICS-Sync #218).
    """
    line = draft.first("STATUS")
    if line is None or line.value.strip().upper() != "CANCELLED":
        return
    summary = draft.first("SUMMARY")
    title = write_text("SUMMARY", pattern.format(summary.text if summary else "").rstrip())
    draft.put("cancelled", ("STATUS", "SUMMARY"), [title, write("STATUS", "CONFIRMED")])


def _range(draft: Draft) -> None:
    """``range``: RANGE=THISANDFUTURE, which is read as one occurrence alone.

    MS-OXCICAL 2.1.3.1.1.20.20 has no RANGE, and Google does not support it (ical-org/ical.net #455).
    """
    line = draft.first("RECURRENCE-ID")
    if line and line.param("RANGE"):
        draft.say("range", "RECURRENCE-ID")


def _periods(draft: Draft) -> None:
    """``period``: a further date with a length of its own, which is not read (libical/libical #637).

    MS-STANOICAL C0021 has it among what Outlook does otherwise. In its place a date of the length that all
    others have.
    """
    read = [its for line in draft.all("RDATE") for its in moments_of(line)]
    if any(isinstance(its, When) for its in read):
        starts = [its.start if isinstance(its, When) else its for its in read]
        draft.put("period", "RDATE", list_lines("RDATE", starts))


def _capitals(draft: Draft) -> None:
    """``capitals``: Apple's Calendar passes over a rule in small letters (nwcell/ics.js #52)."""
    for name in _KNOWN & set(draft.names):
        raws = draft.raws(name)
        will = [name.encode() + raw[len(name) :] for raw in raws]
        if name == "RRULE":
            will = [raw.upper() for raw in will]
        draft.put("capitals", name, will)


def _apple_place(draft: Draft) -> None:
    """What Apple's programs draw a map from, where there are coordinates."""
    line, place = draft.first("GEO"), draft.first("LOCATION")
    its = geo(line.value) if line else None
    if its is None or place is None or "X-APPLE-STRUCTURED-LOCATION" in draft.names:
        return
    name, _, address = place.text.replace("\n", ", ").partition(", ")
    params = [("VALUE", "URI"), ("X-APPLE-RADIUS", "100"), ("X-TITLE", name)]
    if address:
        params.insert(1, ("X-ADDRESS", address))
    where = f"geo:{its.latitude:.6f},{its.longitude:.6f}"
    draft.quietly("GEO", [*draft.raws("GEO"), write("X-APPLE-STRUCTURED-LOCATION", where, params)])


def _dates_after_the_rule(draft: Draft) -> None:
    """``late-date``: Google shows no RDATE that lies after the rule's UNTIL (esrg-knights/Squire #107)."""
    rules = [rule for line in draft.all("RRULE") if (rule := read_rule(line.value))]
    untils = [rule.until.wall_time for rule in rules if rule.until]
    read = [its for line in draft.all("RDATE") for its in moments_of(line)]
    starts = [(its.start if isinstance(its, When) else its).wall_time for its in read]
    if untils and starts and max(starts) > max(untils):
        draft.say("late-date", "RDATE")


def _too_often(draft: Draft) -> None:
    """``often``: rules by hours and less, which Google does not use (RealKinetic/elm-rrule's README)."""
    rules = [read_rule(line.value) for line in draft.all("RRULE")]
    if any(rule and rule.freq >= Freq.HOURLY for rule in rules):
        draft.say("often", "RRULE")
