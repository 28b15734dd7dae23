"""Events as hypothesis imagines them: any text in any field, any kind of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from core.event import (
    Classification,
    Description,
    Event,
    Geo,
    Organizer,
    Place,
    Recurrence,
    Stage,
    Status,
    Transparency,
)
from core.when import DAY, Moment, When

ZONES = ("Europe/Brussels", "America/New_York", "Asia/Kolkata", "Pacific/Chatham", "UTC")

# What ends lines, values and parameters, for somebody; what a character may be cut at; what is no character.
_HOSTILE = "\0\a\t\n\v\f\r\x1b\x1f\x7f\x85\u2028\u2029\ud800\udfff\ufeff\\;:,\"'^=nNr\u202eé€œ𝄞👩\u200d🚒"
texts = st.text(st.one_of(st.sampled_from(_HOSTILE), st.characters()), max_size=60)
long_texts = st.one_of(texts, texts.map(lambda text: text * 20))
_HTML = (
    *("", "<p>a <strong>b</strong></p>", "<ul><li>é, ;</li><li>b</li></ul>", "<p>x</p><script>y</script>"),
    '<p>c <a href="https://example.org/?a=1&amp;b=2">d</a></p>',
)

instants = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda its: its.replace(microsecond=0)
)
_walls = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(lambda its: its.replace(microsecond=0))
_spans = st.timedeltas(timedelta(0), timedelta(days=30)).map(lambda its: timedelta(seconds=its.seconds))
_days = st.builds(
    lambda first, more: When.days(first, first + more * DAY),
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    st.integers(0, 40),
)
_times = st.builds(
    lambda start, span, tzid: When.times(start, start + span, tzid),
    _walls,
    _spans,
    st.sampled_from((None, *ZONES)),
)
_between_zones = st.builds(
    lambda when, tzid: when.ending(Moment(when.end.plus(2 * DAY).wall, tzid)),
    _times.filter(lambda when: when.start.tzid is not None),
    st.sampled_from(ZONES),
)
whens = st.one_of(_days, _times, _between_zones)

places = st.builds(
    Place,
    st.lists(texts, max_size=4).map(tuple),
    st.one_of(st.none(), st.builds(Geo, st.floats(-90, 90), st.floats(-180, 180))),
)
descriptions = st.one_of(
    st.builds(Description, long_texts), st.builds(Description, texts, st.sampled_from(_HTML))
)
_urls = st.one_of(
    texts, st.sampled_from(("https://example.org/é?a=1%", "www.example.org", "mailto:a@b.example"))
)
_emails = st.one_of(texts, st.sampled_from(("press@example.org", "a+b@example.org", "à@é.example")))


@st.composite
def recurrences(draw: st.DrawFn, start: Moment) -> Recurrence:
    """That fit the start, as RFC 5545 wants them."""
    further = st.integers(1, 400).map(lambda days: start.plus(days * DAY))
    rule = st.sampled_from(("FREQ=DAILY;COUNT=3", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=YEARLY"))
    return Recurrence(
        tuple(draw(st.lists(rule, max_size=1))),
        tuple(draw(st.lists(further, max_size=3))),
        tuple(draw(st.lists(further, max_size=3))),
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    """With a UID that is none but a UID."""
    when = draw(whens)
    return Event(
        uid=draw(st.uuids()).hex,
        when=when,
        summary=draw(texts),
        place=draw(places),
        description=draw(descriptions),
        categories=tuple(draw(st.lists(texts, max_size=4))),
        status=draw(st.sampled_from((None, *Status))),
        url=draw(_urls),
        contact=draw(texts),
        organizer=Organizer(draw(texts), draw(_emails)),
        cost=draw(texts),
        classification=draw(st.sampled_from(Classification)),
        transparency=draw(st.sampled_from(Transparency)),
        stage=draw(st.sampled_from((None, *Stage))),
        source=draw(texts),
        recurrence=draw(recurrences(when.start)),
    )


# Events of which a text says every letter: no control characters, no space at an end that a line would lose.
_printable = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1, max_size=40
)


@st.composite
def plain_events(draw: st.DrawFn) -> Event:
    """That come back from their text to the letter."""
    name, lines = draw(_printable), draw(st.lists(_printable, max_size=4))
    paragraphs = st.lists(_printable, max_size=4).map("\n".join)
    return replace(
        draw(events()),
        summary=name,
        place=Place(tuple(lines)),
        description=Description(draw(paragraphs)),
        categories=tuple(dict.fromkeys(draw(st.lists(_printable, max_size=4)))),
        url=draw(_printable),
        contact=draw(_printable),
        organizer=Organizer(draw(_printable.filter(lambda its: "<" not in its)), "press@example.org"),
        cost=draw(_printable),
        source=draw(_printable),
    )
