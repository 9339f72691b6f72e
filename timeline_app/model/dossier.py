"""What stands now? The articles, what was found in them, and what the editor decided, folded into one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline_app.model.analysis import Analysis

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
    decided; ``undated`` the tray; ``dismissed`` passages said to report nothing; ``lost`` decisions whose passage no
    longer stands after a new analysis, listed and never dropped.
    """

    articles: Mapping[ArticleId, Article] = field(default_factory=lambda: MappingProxyType({}))
    analysis: Analysis = Analysis(version="")
    events: Mapping[EventId, Event] = field(default_factory=lambda: MappingProxyType({}))
    contradictions: Mapping[ContradictionId, Contradiction] = field(default_factory=lambda: MappingProxyType({}))
    settled: Mapping[ContradictionId, Decision] = field(default_factory=lambda: MappingProxyType({}))
    undated: tuple[Mention, ...] = ()
    dismissed: tuple[Passage, ...] = ()
    lost: tuple[Decision, ...] = ()
