"""What stands when the decisions are applied to the analysis? The fold, one decision at a time or all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from timeline_app.dossier import acts, verdicts
from timeline_app.dossier.draft import Draft
from timeline_app.dossier.layered import Layered, layered
from timeline_app.dossier.pins import acts_of
from timeline_app.dossier.reckoning import ordered
from timeline_app.dossier.survey import survey
from timeline_app.model import decision as d
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article
from timeline_app.model.decision import Decision
from timeline_app.model.dossier import DossierState
from timeline_app.model.identity import ArticleId, DecisionId, EventId

_EFFECTS: dict[type, Callable[[Draft, Any], bool]] = {
    d.AcceptEvent: acts.accept,
    d.RejectEvent: acts.reject,
    d.Rename: acts.rename,
    d.Redate: acts.redate,
    d.SetPlace: acts.set_place,
    d.SetKind: acts.set_kind,
    d.SetNote: acts.set_note,
    d.Merge: acts.merge,
    d.Split: acts.split,
    d.Attach: acts.attach,
    d.Detach: acts.detach,
    d.CreateEvent: acts.create,
    d.DismissPassage: acts.dismiss,
    d.DateMention: acts.date_mention,
    d.AcceptSuggestion: verdicts.accept_suggestion,
    d.KeepAsWritten: verdicts.keep_as_written,
    d.ChooseDate: verdicts.choose_date,
    d.SetPublication: verdicts.set_publication,
    d.RemoveArticle: verdicts.remove_article,
}


def fold(analysis: Analysis, articles: Iterable[Article], decisions: Iterable[Decision] = ()) -> DossierState:
    """The dossier: what was found in the articles, with every decision of the log that is in effect applied in order."""
    state = base(analysis, articles)
    for decision in in_effect(decisions):
        state = apply(state, decision)
    return state


def base(analysis: Analysis, articles: Iterable[Article]) -> DossierState:
    """The dossier before any decision. Articles the analysis does not know yet stand as they were imported."""
    analysed = {article.id: article for article in analysis.articles}
    known = Layered({article.id: analysed.get(article.id, article) for article in articles})
    events = Layered(analysis.by_id)
    outline, homes = survey(events), defaultdict[ArticleId, list[EventId]](list)
    for event, sources in zip(outline.ids, outline.articles, strict=True):
        for article in sources:
            homes[article].append(event)
    return DossierState(
        articles=known,
        analysis=analysis,
        events=events,
        contradictions=Layered({found.id: found for found in analysis.contradictions}),
        settled=Layered({}),
        undated=ordered(analysis.undated, known),
        by_article=Layered({article: tuple(names) for article, names in homes.items()}),
        trail=Layered({}),
    )


def apply(state: DossierState, decision: Decision) -> DossierState:
    """The state with the act of one decision applied; undoing and redoing are the history's business.

    A decision of which nothing stands any more leaves everything as it was and is listed as lost.
    """
    if decision.act is None:
        return state
    draft = Draft(state, decision)
    single = acts_of(decision.act)
    if len(single) == 1:
        return draft.done(lost=not _EFFECTS[type(single[0])](draft, single[0]))
    lost = False
    for act in single:
        lost = not _EFFECTS[type(act)](draft, act) or lost
        if draft.articles:  # the acts after it find passages in the articles as they are then
            draft.state = replace(draft.state, articles=_articles(draft))
    return draft.done(lost=lost)


def in_effect(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions of a log that are not undone, in the order in which they were first made."""
    acting: dict[DecisionId, Decision] = {}
    undone: dict[DecisionId, Decision] = {}
    for decision in decisions:
        if decision.undoes is not None and decision.undoes in acting:
            undone[decision.undoes] = acting.pop(decision.undoes)
        elif decision.redoes is not None and decision.redoes in undone:
            acting[decision.redoes] = undone.pop(decision.redoes)
        elif decision.act is not None:
            acting[decision.id] = decision
            undone.clear()
    return tuple(acting.values())


def _articles(draft: Draft) -> Mapping[ArticleId, Article]:
    return layered(draft.state.articles).with_changes(draft.articles)
