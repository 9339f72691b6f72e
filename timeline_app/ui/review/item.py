"""How is one thing that wants a decision said and decided? Sentences and acts, without widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.model.article import Passage
from timeline_app.model.decision import AcceptEvent, AcceptSuggestion, Act, KeepAsWritten
from timeline_app.model.event import Contradiction, ContradictionKind, Event
from timeline_app.ui.review.queue import Item, ItemKind

if TYPE_CHECKING:
    from timeline_app.model.dossier import DossierState
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


def accepting(contradiction: Contradiction, state: DossierState) -> Act | None:
    """The act that takes a contradiction's suggestion, or None where nothing is suggested."""
    if contradiction.suggestion is None:
        return None
    return AcceptSuggestion(contradiction.id, doubted(contradiction, state), contradiction.suggestion.dates)


def keeping(contradiction: Contradiction, state: DossierState) -> Act:
    """The act that leaves the words as they stand."""
    return KeepAsWritten(contradiction.id, doubted(contradiction, state))


def confirming(session: Session, item: Item) -> Act | None:
    """The act that says yes to an item: the suggestion, the words as written, or the inferred date."""
    if item.contradiction is not None:
        return accepting(item.contradiction, session.state) or keeping(item.contradiction, session.state)
    if item.kind is ItemKind.INFERRED and item.event is not None:
        return AcceptEvent(session.ref(item.event))
    return None


def accept_label(words: Wording, contradiction: Contradiction) -> str:
    """«Correct to 24 نونبر», or empty where nothing is suggested."""
    suggestion = contradiction.suggestion
    if suggestion is None:
        return ""
    dates = suggestion.dates[0] if len(suggestion.dates) == 1 else words.dates(suggestion.dates)
    return words.text("Correct to {dates}", dates=dates)


def doubted(contradiction: Contradiction, state: DossierState) -> tuple[Passage, ...]:
    """The passages that a contradiction doubts: of its mentions, else of its first evidence."""
    named = set(contradiction.mentions)
    found = tuple(
        mention.passage
        for event in contradiction.events
        if event in state.events
        for mention in state.events[event].mentions
        if mention.id in named
    )
    return found or tuple(one.passage for one in contradiction.evidence[:1])
