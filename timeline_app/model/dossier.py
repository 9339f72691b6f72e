"""What stands now? The articles, what was found in them, and what the editor decided, folded into one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline_app.model.analysis import Analysis
from timeline_app.model.step import Step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline_app.model.article import Article, Passage
    from timeline_app.model.decision import Decision
    from timeline_app.model.event import Contradiction, Event, Mention
    from timeline_app.model.identity import ArticleId, ContradictionId, EventId


@dataclass(frozen=True, slots=True)
class DossierState:
    """The dossier as the editor sees it: the analysis with every decision applied.

    ``events`` are all events by id, rejected ones included; ``contradictions`` those still open, ``settled`` those
    decided; ``undated`` the tray, in the order of the articles; ``dismissed`` passages said to report nothing; ``lost``
    decisions whose passage no longer stands after a new analysis, listed and never dropped. ``by_article`` names the
    events with a report in each article; ``trail`` the decisions in effect that touched each event, oldest first.
    """

    articles: Mapping[ArticleId, Article] = field(default_factory=lambda: MappingProxyType({}))
    analysis: Analysis = field(default_factory=lambda: Analysis(version=""))
    events: Mapping[EventId, Event] = field(default_factory=lambda: MappingProxyType({}))
    contradictions: Mapping[ContradictionId, Contradiction] = field(default_factory=lambda: MappingProxyType({}))
    settled: Mapping[ContradictionId, Decision] = field(default_factory=lambda: MappingProxyType({}))
    undated: tuple[Mention, ...] = ()
    dismissed: tuple[Passage, ...] = ()
    lost: tuple[Decision, ...] = ()
    by_article: Mapping[ArticleId, tuple[EventId, ...]] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )
    trail: Mapping[EventId, tuple[Decision, ...]] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    def events_of(self, article: ArticleId) -> tuple[Event, ...]:
        """The events with a report in the article, in no particular order."""
        return tuple(self.events[event] for event in self.by_article.get(article, ()))


@dataclass(frozen=True, slots=True)
class Change:
    """What one decision, undoing or redoing altered, for the panes to refresh no more than that.

    ``name`` is the act as a code with arguments (``act-merge`` with ``count``), the same that names it in the undo menu.
    ``contradictions`` are those that were opened, settled or altered; ``articles`` those whose publication changed or
    that came or left; ``tray`` whether the undated mentions changed. ``whole`` is true when everything was made anew.
    ``reanalyse`` is true when the dates of other events wait for a new analysis.
    """

    name: Step
    changed: frozenset[EventId] = frozenset()
    added: frozenset[EventId] = frozenset()
    removed: frozenset[EventId] = frozenset()
    contradictions: frozenset[ContradictionId] = frozenset()
    articles: frozenset[ArticleId] = frozenset()
    tray: bool = False
    whole: bool = False
    reanalyse: bool = False
