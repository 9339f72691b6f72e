"""How is one thing that wants a decision said and decided? Sentences and acts, without widgets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.dossier.suggestion import acceptance, keeping
from timeline_app.model.decision import AcceptEvent, Act
from timeline_app.model.event import Contradiction, ContradictionKind, Event
from timeline_app.ui.review.queue import Item, ItemKind

if TYPE_CHECKING:
    from timeline_app.ui.session import Session
    from timeline_app.wording import Wording

_TITLES = {
    ContradictionKind.WEEKDAY: "The weekday does not fit the date",
    ContradictionKind.CALENDAR: "Two calendars disagree",
    ContradictionKind.DATE: "Sources give different dates",
    ContradictionKind.FIGURE: "Figures differ",
    ContradictionKind.ORDER: "The order of events is doubtful",
}


def title(words: Wording, item: Item) -> str:
    """What is wrong, in a few words."""
    if item.contradiction is None:
        return words.text("Inferred date")
    return words.text(_TITLES[item.contradiction.kind])


def line(words: Wording, item: Item, event: Event | None) -> str:
    """What it is about: the contradiction's message, or the inferred date of an event."""
    if item.contradiction is not None:
        return words.say(item.contradiction.message)
    return "" if event is None else words.dates(event.dates)


def confirming(session: Session, item: Item) -> Act | None:
    """The act that says yes to an item: the suggestion, the words as written, or the inferred date."""
    if item.contradiction is not None:
        return acceptance(session.state, item.contradiction) or keeping(session.state, item.contradiction)
    if item.kind is ItemKind.INFERRED and item.event is not None:
        return AcceptEvent(session.ref(item.event))
    return None


def accept_label(words: Wording, contradiction: Contradiction) -> str:
    """«Correct to 24 نونبر», or empty where nothing is suggested. The days in Hijri stand in the words above the button."""
    suggestion, words = contradiction.suggestion, replace(words, hijri=False)
    if suggestion is None:
        return ""
    dates = suggestion.dates[0] if len(suggestion.dates) == 1 else words.dates(suggestion.dates)
    return words.text("Correct to {dates}", dates=dates)
