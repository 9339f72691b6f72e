"""What is the next analysis made from? The articles as they were imported, with what the editor decided about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from timeline_app.dossier.history import History, in_order
from timeline_app.dossier.pins import acts_of
from timeline_app.model.article import Article, Publication, PublicationBasis
from timeline_app.model.decision import Decision, RemoveArticle, SetPublication
from timeline_app.model.identity import ArticleId


def inputs(articles: Iterable[Article], history: History) -> tuple[Article, ...]:
    """The articles to analyse: removed ones left out, publication dates as the editor set them."""
    decided: dict[ArticleId, SetPublication] = {}
    for decision in in_order(history):
        for act in acts_of(decision.act) if decision.act is not None else ():
            if isinstance(act, SetPublication):
                decided[act.article] = act
    present = history.state.articles
    return tuple(_as_decided(article, decided.get(article.id)) for article in articles if article.id in present)


def key_of(articles: Iterable[Article]) -> str:
    """By what an analysis is known: which articles it was made from, with which publication dates given."""
    parts = sorted(f"{article.id} {_given(article)}" for article in articles)
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def removals(history: History) -> dict[ArticleId, Decision]:
    """The articles that are removed, each with the decision that did it."""
    found = {}
    for decision in in_order(history):
        for act in acts_of(decision.act) if decision.act is not None else ():
            if isinstance(act, RemoveArticle):
                found[act.article] = decision
    return found


def _as_decided(article: Article, act: SetPublication | None) -> Article:
    if act is None:
        return article
    if act.when is None:
        return replace(article, published=Publication())
    return replace(article, published=Publication(act.when, PublicationBasis.GIVEN))


def _given(article: Article) -> str:
    when = article.published.when
    if article.published.basis != PublicationBasis.GIVEN or when is None:
        return ""
    return f"{when.first} {when.last} {when.first_minute}"
