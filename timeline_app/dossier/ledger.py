"""What has been decided, and what follows from it? The articles, the analyses at hand and the log, without any file."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from timeline_app.dossier.fold import base
from timeline_app.dossier.history import History, advance, start, walk
from timeline_app.dossier.inputs import inputs, key_of, removals
from timeline_app.dossier.naming import concerns_analysis, difference, name_of
from timeline_app.dossier.pins import pinned
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article
from timeline_app.model.decision import Act, Decision
from timeline_app.model.dossier import Change, DossierState
from timeline_app.model.identity import ArticleId, DecisionId

_REMEMBERED = 8


class Stored(Protocol):
    """The analyses that were kept, by their keys; ``reversed`` gives the keys, the newest first. A dict is one."""

    def get(self, key: str, /) -> Analysis | None:
        """The analysis, None where there is none that can be read."""

    def __reversed__(self) -> Iterator[str]: ...


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a dossier becomes with another analysis: the articles and the first ``entries`` of the log it was made with."""

    key: str
    analysis: Analysis
    articles: dict[ArticleId, Article]
    history: History
    entries: int


class Ledger:
    """The log of one dossier and what it makes of the articles. ``enter`` is the only way anything is decided."""

    def __init__(
        self,
        articles: Iterable[Article],
        log: Iterable[Decision],
        analyses: Stored,
        outdated: Iterable[str] = (),
    ) -> None:
        self.articles = {article.id: article for article in articles}
        self.log = list(log)
        self.analyses: dict[str, Analysis] = {}
        self._stored, self._outdated = analyses, set(outdated)
        analysis = self._latest()
        self.history: History = walk(base(analysis, self.articles.values()), self.log)
        self._follow()

    @property
    def state(self) -> DossierState:
        """The dossier as it stands."""
        return self.history.state

    @property
    def inputs(self) -> tuple[Article, ...]:
        """The articles for the next analysis: as imported, with the publication dates the editor has set."""
        return inputs(self.articles.values(), self.history)

    @property
    def needs_analysis(self) -> bool:
        """Whether the analysis that is shown was made by older rules, or from other articles or publication dates."""
        key = key_of(self.inputs)
        return key in self._outdated or key != key_of(self.state.analysis.articles)

    def deciding(self, act: Act, at: str) -> Decision:
        """The entry for an act, pinned to what it rests on now; LookupError for an unknown event."""
        return Decision(self._next_id(), at, pinned(self.state, act))

    def undoing(self, target: Decision, at: str) -> Decision:
        """The entry that takes a decision back."""
        return Decision(self._next_id(), at, undoes=target.id)

    def redoing(self, target: Decision, at: str) -> Decision:
        """The entry that brings a decision again."""
        return Decision(self._next_id(), at, redoes=target.id)

    def after(self, entry: Decision) -> History:
        """The history once the entry is made, for ``enter``; LookupError when what it is about is not there."""
        history = advance(self.history, entry)
        if entry.act is not None and len(history.state.lost) > len(self.state.lost):
            raise LookupError(entry)
        return history

    def enter(self, entry: Decision, history: History, act: Act) -> Change:
        """One more entry; ``act`` is what it does, undoes or redoes."""
        before, self.history = self.state, history
        self.log.append(entry)
        if not concerns_analysis(act):
            return difference(before, self.state, name_of(act))
        self._follow()
        return difference(before, self.state, name_of(act), reanalyse=self.needs_analysis)

    def add(self, articles: Iterable[Article]) -> None:
        """Add articles that are not there yet."""
        self.articles = {**self.articles, **{article.id: article for article in articles}}
        self.rebuild(self.state.analysis)

    def removed(self, articles: Iterable[Article]) -> tuple[Decision, ...]:
        """The decisions in effect that removed any of these articles."""
        known = removals(self.history)
        return tuple(dict.fromkeys(known[article.id] for article in articles if article.id in known))

    def remember(self, key: str, analysis: Analysis) -> None:
        """Keep an analysis of today's rules at hand, and forget the oldest."""
        self._outdated.discard(key)
        self.analyses.pop(key, None)
        self.analyses[key] = analysis
        while len(self.analyses) > _REMEMBERED:
            del self.analyses[next(iter(self.analyses))]

    @property
    def current_analyses(self) -> dict[str, Analysis]:
        """The analyses at hand that today's rules made."""
        return {key: analysis for key, analysis in self.analyses.items() if key not in self._outdated}

    def reckoning(self, analysis: Analysis) -> Generator[None, None, Reckoned]:
        """What the dossier becomes with another analysis, a few milliseconds between two yields. It stays as it is until then."""
        articles, log = self.articles, tuple(self.log)
        history = start(base(analysis, articles.values()))
        for entry in log:
            yield
            history = advance(history, entry)
        return Reckoned(key_of(analysis.articles), analysis, articles, history, len(log))

    def take_in(self, made: Reckoned) -> None:
        """Show what was reckoned, with what was decided meanwhile."""
        self.remember(made.key, made.analysis)
        if made.articles is not self.articles:
            self.rebuild(made.analysis)
            return
        history = made.history
        for entry in self.log[made.entries :]:
            history = advance(history, entry)
        self.history = history

    def rebuild(self, analysis: Analysis) -> None:
        """Put another analysis under the log."""
        self.history = walk(base(analysis, self.articles.values()), self.log)

    def present(self) -> frozenset[ArticleId]:
        """The articles in the chronology."""
        return frozenset(self.state.articles)

    def _follow(self) -> None:
        """Show the analysis that belongs to the articles as they are now, where it is still at hand."""
        key = key_of(self.inputs)
        known = self.analyses.get(key) or self._stored.get(key)
        if known is not None and known is not self.state.analysis:
            self.analyses[key] = known
            self.rebuild(known)

    def _latest(self) -> Analysis:
        """The last analysis of the file that can be read, taken to hand; the others wait until they are asked for."""
        for name in reversed(self._stored):
            found = self._stored.get(name)
            if found is not None:
                key = key_of(found.articles)
                self.analyses[key] = found
                self._outdated |= {key} if name in self._outdated else set()
                return found
        return Analysis(version="")

    def _next_id(self) -> DecisionId:
        last = self.log[-1].id if self.log else "d0"
        return DecisionId(f"d{int(last.removeprefix('d')) + 1}")
