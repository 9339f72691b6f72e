"""What does an act do to contradictions and to articles? One function an act; False says that nothing of it stands."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.dossier.draft import Draft
from timeline_app.dossier.reckoning import with_mentions
from timeline_app.model.article import Passage, Publication, PublicationBasis
from timeline_app.model.daterange import DateRange
from timeline_app.model.decision import AcceptSuggestion, ChooseDate, KeepAsWritten, RemoveArticle, SetPublication
from timeline_app.model.event import Contradiction, ContradictionKind, Event, Mention
from timeline_app.model.identity import ArticleId, ContradictionId, MentionId
from timeline_app.model.step import step


def accept_suggestion(draft: Draft, act: AcceptSuggestion) -> bool:
    """The doubted passages get the suggested dates, and the contradiction is settled."""
    found = _contradiction(draft, act.contradiction, act.passages)
    doubted = found.mentions if found is not None else ()
    done = [_redate_report(draft, passage, act.dates, doubted) for passage in act.passages]
    if found is not None:
        draft.settle(found)
    return any(done)


def keep_as_written(draft: Draft, act: KeepAsWritten) -> bool:
    """The contradiction has been seen; its reports are no longer doubted."""
    found = _contradiction(draft, act.contradiction, act.passages)
    if found is None:
        return any(draft.where(passage) for passage in act.passages)
    for passage in act.passages:
        home = _doubted(draft, passage, found.mentions)
        if home is not None:
            event, mention = home
            _put_report(draft, event, mention, replace(mention, doubtful=False))
    draft.settle(draft.contradiction(found.id) or found)
    return True


def choose_date(draft: Draft, act: ChooseDate) -> bool:
    """The event shows the dates of one passage; what the others say stays with them."""
    event = draft.revived(act.event)
    if event is None:
        return False
    draft.put(replace(event, dates=act.dates, decided=True, steps=(*event.steps, step("dates-chosen", words=act.passage.quote))))
    where = draft.where(act.passage)
    for found in draft.open_contradictions():
        sides = {evidence.passage for evidence in found.evidence}
        if found.kind == ContradictionKind.DATE and event.id in found.events and where in sides:
            draft.settle(found)
    return True


def set_publication(draft: Draft, act: SetPublication) -> bool:
    """The article appeared on these days; what hangs on it moves with the next analysis."""
    article = draft.state.articles.get(act.article)
    if article is None:
        return False
    if act.when is not None:
        why = (step("published-by-editor", typed=act.typed),) if act.typed else (step("published-by-editor-plain"),)
        published = Publication(act.when, PublicationBasis.GIVEN, why)
    else:
        published = _inferred(draft, act.article)
    draft.articles[act.article] = replace(article, published=published)
    return True


def remove_article(draft: Draft, act: RemoveArticle) -> bool:
    """The article leaves the chronology with every report in it."""
    gone = act.article
    if gone not in draft.state.articles:
        return False
    draft.articles[gone] = None
    for event in draft.events_of(gone):
        draft.put(with_mentions(event, tuple(m for m in event.mentions if m.passage.article != gone)))
    draft.undated = tuple(m for m in draft.undated if m.passage.article != gone)
    for found in draft.open_contradictions():
        sides = tuple(side for side in found.evidence if side.passage.article != gone)
        if len(sides) < len(found.evidence):
            _weaken(draft, replace(found, evidence=sides))
    return True


def _weaken(draft: Draft, found: Contradiction) -> None:
    if len(found.evidence) < 2:
        draft.close(found)
        return
    events = tuple(event for event in found.events if draft.get(event) is not None)
    draft.put_contradiction(replace(found, events=events))


def _inferred(draft: Draft, article: ArticleId) -> Publication:
    analysed = next((a for a in draft.state.analysis.articles if a.id == article), None)
    if analysed is None or analysed.published.basis == PublicationBasis.GIVEN:
        return Publication()
    return analysed.published


def _contradiction(draft: Draft, name: ContradictionId, passages: tuple[Passage, ...]) -> Contradiction | None:
    """The open contradiction of that id with a side in one of the passages, else one that doubts or cites them."""
    places = [where for passage in passages if (where := draft.where(passage)) is not None]
    named = draft.contradiction(name)
    if named is not None and (not passages or _cites(draft, named, places)):
        return named
    return next((found for found in draft.open_contradictions() if _cites(draft, found, places)), None)


def _cites(draft: Draft, found: Contradiction, places: list[Passage]) -> bool:
    sides = [evidence.passage for evidence in found.evidence]
    if any(place.article == side.article and place.span.overlap(side.span) for place in places for side in sides):
        return True
    return any(mention.id in found.mentions for place in places for _, mention in draft.mentions_at(place))


def _doubted(draft: Draft, passage: Passage, doubted: tuple[MentionId, ...]) -> tuple[Event, Mention] | None:
    homes = draft.mentions_at(passage)
    return max(homes, key=lambda home: (home[1].id in doubted, home[1].doubtful), default=None)


def _redate_report(draft: Draft, passage: Passage, dates: tuple[DateRange, ...], doubted: tuple[MentionId, ...]) -> bool:
    home = _doubted(draft, passage, doubted)
    if home is None:
        return draft.where(passage) is not None
    event, mention = home
    steps = (*mention.steps, step("suggestion-accepted"))
    _put_report(draft, event, mention, replace(mention, dates=dates, doubtful=False, steps=steps))
    return True


def _put_report(draft: Draft, event: Event, old: Mention, new: Mention) -> None:
    mentions = tuple(new if mention is old else mention for mention in event.mentions)
    draft.put(with_mentions(event, mentions))
