"""What do these articles tell together? The whole line from texts to events and contradictions, as one Analysis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from timeline_app.chronology.analysis import chronicle_of, unique
from timeline_app.chronology.doubts.contradiction import contradictions_of
from timeline_app.chronology.links.anchor import Loans, appeared, filled, loans_of
from timeline_app.importing.sections import sections_of
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId
from timeline_app.resolution.publication import infer_publication
from timeline_app.services.tagging import tag, tag_again

VERSION = "1"

Progress = Callable[[int, int, str], None]


def analyse(
    articles: Sequence[Article], progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> Analysis:
    """The analysis of the articles, the same whatever their order.

    ``progress`` is told how many of how many steps are done and a code for what goes on (``reading``, ``linking``);
    ``cancelled`` is asked between articles, and a cancelled analysis holds what was read so far and no events.
    """
    own = [_sectioned(article) for article in articles]
    readings: dict[ArticleId, tuple[Reading, ...]] = {}
    pause = _pause(progress, cancelled, 2 * len(own) + 2 * len(unique(own)) + 1)
    try:
        for article in own:
            pause("reading")
            readings[article.id] = tag(article.text, article.published.when)
        loans = loans_of(own, readings)
        for done, article in enumerate(own):
            pause("resolving")
            own[done], readings[article.id] = _again(article, readings[article.id], loans)
        chronicle = chronicle_of(unique(own), readings, lambda: pause("linking"))
        pause("linking")
    except _Cancelled:
        return Analysis(VERSION, tuple(own), tuple(readings.items()))
    found = contradictions_of(chronicle, own, readings)
    return Analysis(VERSION, tuple(own), tuple(readings.items()), found.events, found.contradictions, chronicle.undated)


class _Cancelled(Exception):
    """Nobody waits for the analysis any more."""


def _pause(progress: Progress | None, cancelled: Callable[[], bool] | None, steps: int) -> Callable[[str], None]:
    """What is called before each step: it says how far the work is, and stops it where nobody waits for it."""
    done = count()

    def pause(doing: str) -> None:
        if cancelled is not None and cancelled():
            raise _Cancelled
        if progress is not None:
            progress(next(done), steps, doing)

    return pause


def _again(article: Article, readings: tuple[Reading, ...], loans: Loans) -> tuple[Article, tuple[Reading, ...]]:
    """The article with its publication date where one can be inferred, and its readings resolved once more with it."""
    if article.published.when is None:
        published = infer_publication(article.text, readings)
        if published.when is None:
            published = appeared(article, readings, loans)
        if published.when is not None:
            article = replace(article, published=published)
            readings = _completed(filled(article, readings, loans), tag_again(article.text, readings, published.when))
    return article, filled(article, readings, loans)


def _completed(first: tuple[Reading, ...], second: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """What the text alone dates stays; the inferred publication date gives days only to what had none."""
    known = {reading.span: reading for reading in first if reading.ranges}
    return tuple(known.get(reading.span, reading) for reading in second)


def _sectioned(article: Article) -> Article:
    return article if article.sections else replace(article, sections=sections_of(article.text))
