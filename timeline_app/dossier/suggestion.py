"""Which act answers a contradiction? What its buttons do, pinned to the passages in doubt."""

from __future__ import annotations

from timeline_app.model.article import Passage
from timeline_app.model.decision import AcceptSuggestion, KeepAsWritten
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Contradiction


def acceptance(state: DossierState, contradiction: Contradiction) -> AcceptSuggestion | None:
    """The act that takes what the program suggests: exactly the doubted reports get its dates. None: nothing is suggested."""
    if contradiction.suggestion is None:
        return None
    return AcceptSuggestion(contradiction.id, _doubted(state, contradiction), contradiction.suggestion.dates)


def keeping(state: DossierState, contradiction: Contradiction) -> KeepAsWritten:
    """The act that leaves the words as they are."""
    return KeepAsWritten(contradiction.id, _doubted(state, contradiction))


def _doubted(state: DossierState, contradiction: Contradiction) -> tuple[Passage, ...]:
    articles = {side.passage.article for side in contradiction.evidence}
    homes = {event.id: event for article in articles for event in state.events_of(article)}
    reports = [mention for event in homes.values() for mention in event.mentions]
    found = [mention.passage for mention in (*reports, *state.undated) if mention.id in contradiction.mentions]
    return tuple(dict.fromkeys(found)) or tuple(dict.fromkeys(side.passage for side in contradiction.evidence))
