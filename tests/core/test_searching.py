"""What is found by which words: written down, so that no cleverer search loses any of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.db.search import MAX_WORD, MAX_WORDS, folded, match, searchable, words
from core.event import Description, Event, Geo, Organizer, Place
from core.ics.lines import escape, unescape
from core.query import EventQuery
from core.when import When
from tests.core.agendas import DAY, Desk, vevent

EVENTS = {
    "otan": Event(
        "",
        When.days(DAY),
        summary="Réunion des ministres de la Défense des pays de l’OTAN",
        place=Place(("Siège de l'OTAN", "Bd Léopold III", "1030 Schaerbeek", "Belgique")),
        description=Description("La ministre belge rencontre son homologue. Le cœur du débat : Kiev."),
    ),
    "works": Event(
        "", When.days(DAY), summary="Œuvres d’art et ŒUVRE commune", categories=("Culture & Société",)
    ),
    "manoeuvres": Event(
        "", When.days(DAY), summary="Manœuvres", description=Description("La défense du ministre.")
    ),
    "otaniemi": Event("", When.days(DAY), summary="Otaniemi", contact="Ministère : 02 244 75 11"),
    "quotes": Event(
        "", When.days(DAY), summary='Un "titre" entre guillemets', organizer=Organizer("Straße AG")
    ),
    "lotus": Event("", When.days(DAY), summary="L’otarie et le lotus"),
}


@pytest.fixture
def full(here: Desk) -> Desk:
    for event in EVENTS.values():
        here.agenda.create(event, 0)
    return here


def found(here: Desk, text: str) -> set[str]:
    """The names of those that are found; ids are given in the order of EVENTS, from 1 on."""
    names = list(EVENTS)
    return {names[object_id - 1] for object_id in here.store.object_ids(EventQuery(text=text))}


ALL = set(EVENTS)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("l'otan", {"otan"}),
        ("l’OTAN", {"otan"}),
        ("otan", {"otan", "otaniemi"}),
        ("l otan", {"otan"}),
        ("oeuvre", {"works"}),
        ("œuvre", {"works"}),
        ("OEUVRES d'art", {"works"}),
        ("manoeuvres", {"manoeuvres"}),
        ('"', ALL),
        ("", ALL),
        (" ' - ( * ", ALL),
        ("ministre defense", {"otan", "manoeuvres"}),
        ("défense MINISTRE", {"otan", "manoeuvres"}),
        ("ministre defense schaerbeek", {"otan"}),
        ("minist", {"otan", "manoeuvres", "otaniemi"}),
        ("coeur", {"otan"}),
        ("culture société", {"works"}),
        ("244 75", {"otaniemi"}),
        ("strasse", {"quotes"}),
        ('"titre"', {"quotes"}),
        ("ot", {"otan", "otaniemi", "lotus"}),
        ("ki", set()),
        ("kie", {"otan"}),
        ("otan AND", set()),
        ("otan OR works", set()),
        ("NEAR(otan)", set()),
        ("summary:otan", set()),
        ("otan*", {"otan", "otaniemi"}),
        ("rencontre-son", {"otan"}),
        ("\0otan\0", {"otan", "otaniemi"}),
        ("x" * 10_000, set()),
        ("otan " * 2_000, {"otan", "otaniemi"}),
        ("\ufdfa" * 10_000, set()),
    ],
)
def test_what_is_found(full: Desk, typed: str, expected: set[str]) -> None:
    assert found(full, typed) == expected


def test_an_article_without_its_vowel_stands_for_itself(full: Desk) -> None:
    # It is a word of its own on both sides, so that l'otan finds no Otaniemi.
    assert found(full, "l'ot") == {"otan", "lotus"}


def test_a_text_that_was_changed_is_found_by_what_it_says_now(full: Desk) -> None:
    (ref,) = full.store.refs(EventQuery(text="lotus"))
    full.edit(ref, summary="Nénuphar")
    assert found(full, "lotus") == set()
    assert found(full, "nenuphar") == {"lotus"}
    full.agenda.delete([ref.object_id])
    assert full.store.object_ids(EventQuery(text="nenuphar")) == []


def test_search_goes_with_the_other_filters(full: Desk) -> None:
    query = EventQuery(text="ministre", categories=frozenset({"culture & société"}))
    assert full.store.object_ids(query) == []
    assert full.store.count(EventQuery(text="oeuvre", categories=frozenset({"culture & société"}))) == 1


def test_many_hits_are_picked_out_of_the_order(here: Desk) -> None:
    texts = [
        vevent(f"SUMMARY:{'common' if number % 2 else 'rare'}", "DTSTART:20260310") for number in range(2_400)
    ]
    here.put_all(texts)
    here.put(vevent("SUMMARY:common series", "DTSTART:20260310", "RRULE:FREQ=DAILY;COUNT=2"))
    here.put(vevent("SUMMARY:rare series", "DTSTART:20260310", "RRULE:FREQ=DAILY;COUNT=2"), uid="b")
    assert here.store.count(EventQuery(text="common")) == 1_201
    assert len(here.store.order(EventQuery(text="common"), spread=(DAY, DAY))) == 1_201


@given(st.text())
def test_any_string_is_a_safe_question(typed: str) -> None:
    looked_for = words(typed)
    assert len(looked_for) <= MAX_WORDS
    assert all(0 < len(word) <= MAX_WORD and folded(word) == word for word in looked_for)
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE known USING fts5(text, tokenize='ascii')")
        database.execute("INSERT INTO known VALUES (?)", (folded(typed),))
        hits = database.execute("SELECT * FROM known WHERE known MATCH ?", (match(looked_for or ("x",)),))
        # What somebody copies out of a text finds that text.
        assert len(hits.fetchall()) == (1 if looked_for else 0)


@given(st.text())
def test_folding_folds_once_and_for_all(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(text.upper()) == folded(text.upper().lower())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  L’ŒUVRE\n d’Æsop ", "l oeuvre d aesop"),
        ("ÉÀÇÑŐŠ Łódź đ ı ø", "eacnos lodz d i o"),
        ("Straße ﬁn ①", "strasse fin 1"),
        ("snake_case a-b", "snake case a b"),
        ("3½ m² à 5 °C · « Ý »", "31 2 m2 a 5 c y"),
        ("日本語 Ελλάδα", "日本語 ελλαδα"),
    ],
)
def test_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


# What is offered while typing


def test_places_are_offered_by_any_of_their_words(here: Desk) -> None:
    town_hall = Place(("Hôtel de ville", "Place Colignon"), Geo(50.867, 4.373))
    hotel = Place(("Hôtel Métropole",))
    for place, times in ((hotel, 1), (town_hall, 3), (Place(("Gare, quai 3",)), 2), (Place(), 1)):
        for _ in range(times):
            here.add("x", place=place)
    assert here.store.places("hotel") == [town_hall, hotel]
    assert here.store.places("HÔTEL v") == [town_hall]
    assert here.store.places("colig") == [town_hall]
    assert here.store.places("quai") == [Place(("Gare, quai 3",))]
    assert here.store.places("zzz") == here.store.places("") == here.store.places(" '\"") == []


def test_at_most_eight_places_are_offered(here: Desk) -> None:
    for number in range(10):
        here.add("x", place=Place((f"Salle {number}",)))
    assert here.store.places("salle") == [Place((f"Salle {number}",)) for number in range(9, 1, -1)]


def test_zones_are_offered_that_events_were_given_last(here: Desk) -> None:
    for tzid in ("Asia/Tokyo", None, "UTC", "Europe/Brussels", "America/Lima", "Asia/Tokyo"):
        here.add("x", When.times(datetime(2026, 3, 10, 9), datetime(2026, 3, 10, 10), tzid))
    here.put(vevent("DTSTART;TZID=No/Where:20260310T100000", "LAST-MODIFIED:20300101T000000Z"))
    assert here.store.recent_zones() == ["Asia/Tokyo", "America/Lima"]
    here.store.set_zone("Asia/Tokyo")
    assert here.store.recent_zones() == ["America/Lima", "Europe/Brussels"]


def test_categories_are_offered_the_most_used_first(here: Desk) -> None:
    for names in (("Ville", "culture"), ("Culture",), ("Culture", "Ville"), ("Sport",)):
        here.add("x", categories=names)
    assert here.store.categories() == [("Culture", 3), ("Ville", 2), ("Sport", 1)]


@given(st.one_of(st.text(), st.text("aéœßN\\nr;,’ 😀ñ"), st.text().map(escape)))
def test_of_a_text_with_its_escapes_the_same_words_are_looked_for(value: str) -> None:
    assert searchable(value).split() == folded(unescape(value)).split()
