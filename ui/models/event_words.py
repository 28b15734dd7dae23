"""An event's fields by the names that the form gives them, and their values in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from core.event import Classification, Event, Transparency
from core.when import Moment, When
from ui.agenda_clock import AgendaClock
from ui.dates import Dates
from ui.models.row_words import stage_words, status_words
from ui.recurrence_words import recurrence_words

CONTEXT = "EventWords"


def field_words(field: str) -> str:
    """field: one of core.event.EDITABLE."""
    translate = QCoreApplication.translate
    return {
        "summary": translate(CONTEXT, "Title"),
        "when": translate(CONTEXT, "When"),
        "recurrence": translate(CONTEXT, "Repeats"),
        "place": translate(CONTEXT, "Where"),
        "categories": translate(CONTEXT, "Categories"),
        "status": translate(CONTEXT, "Status"),
        "stage": translate(CONTEXT, "Stage"),
        "url": translate(CONTEXT, "Link"),
        "contact": translate(CONTEXT, "Contact"),
        "organizer": translate(CONTEXT, "Organizer"),
        "cost": translate(CONTEXT, "Cost"),
        "classification": translate(CONTEXT, "Visibility"),
        "transparency": translate(CONTEXT, "Time is shown as"),
        "source": translate(CONTEXT, "Source"),
        "description": translate(CONTEXT, "Description"),
    }[field]


def value_words(field: str, event: Event) -> str:
    """As a person would read it; “(nothing)” for a field that says nothing."""
    return _said(field, event) or QCoreApplication.translate(CONTEXT, "(nothing)")


def _said(field: str, event: Event) -> str:
    match field:
        case "when":
            return when_words(event.when)
        case "recurrence":
            return recurrence_words(event)
        case "place":
            geo = event.place.geo
            return "\n".join([*event.place.lines, *([f"{geo.latitude}, {geo.longitude}"] if geo else [])])
        case "categories":
            return ", ".join(event.categories)
        case "status":
            return status_words(event.status)
        case "stage":
            return stage_words(event.stage)
        case "organizer":
            return "\n".join(filter(None, (event.organizer.name, event.organizer.email)))
        case "classification":
            return class_words(event.classification)
        case "transparency":
            return transp_words(event.transparency)
        case "description":
            return event.description.text
        case _:
            return str(getattr(event, field))


def when_words(when: When) -> str:
    """Days and times as they are written in the event, with the zone that they hang on."""

    def clock(moment: Moment) -> AgendaClock:
        made = AgendaClock(lambda: datetime.now().astimezone())
        made.set_zone(moment.tzid or "")
        return made

    words = Dates(clock(when.start)).when_long(when)
    return f"{words} ({when.start.tzid})" if when.start.tzid else words


def class_words(value: Classification) -> str:
    return {
        Classification.PUBLIC: QCoreApplication.translate(CONTEXT, "Public"),
        Classification.PRIVATE: QCoreApplication.translate(CONTEXT, "Private"),
        Classification.CONFIDENTIAL: QCoreApplication.translate(CONTEXT, "Confidential"),
    }[value]


def transp_words(value: Transparency) -> str:
    return {
        Transparency.OPAQUE: QCoreApplication.translate(CONTEXT, "Busy"),
        Transparency.TRANSPARENT: QCoreApplication.translate(CONTEXT, "Free"),
    }[value]
