"""What do these articles tell together? The whole line from texts to events and contradictions, as one Analysis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline_app.chronology.analysis import chronicle_of, unique
from timeline_app.importing.sections import sections_of
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId
from timeline_app.services.tagging import tag

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
    for done, article in enumerate(own):
        if cancelled is not None and cancelled():
            return Analysis(VERSION, tuple(own), tuple(readings.items()))
        if progress is not None:
            progress(done, len(own) + 1, "reading")
        readings[article.id] = tag(article.text, article.published.when)
    if progress is not None:
        progress(len(own), len(own) + 1, "linking")
    chronicle = chronicle_of(unique(own), readings)
    return Analysis(VERSION, tuple(own), tuple(readings.items()), chronicle.events)


def _sectioned(article: Article) -> Article:
    return article if article.sections else replace(article, sections=sections_of(article.text))
