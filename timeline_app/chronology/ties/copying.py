"""Which sentences do papers copy from one agency? What one paper's copy tells of, the other's does too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace

from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.words import Word
from timeline_app.chronology.traits.trait import content_of
from timeline_app.model.identity import ArticleId
from timeline_app.model.step import step

_RUN, _FEWEST, _LONG, _MANY, _COPIED = 3, 4, 8, 24, 0.6


@dataclass(frozen=True, slots=True)
class Tie:
    """The event a sentence tells of, None for none, and how surely."""

    event: int | None
    score: float


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of an article: its runs of words, its figures, its tie, and what to report should it be tied to another."""

    article: ArticleId
    runs: frozenset[Hashable]
    figures: frozenset[tuple[float, str]]
    tie: Tie
    report: Callable[[], Report] | None


@dataclass(slots=True)
class Copies:
    """The sentences met so far, to be compared once all are known; a run that too many hold copies nothing."""

    _sentences: list[_Sentence] = field(default_factory=list)
    _by_run: dict[Hashable, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(
        self,
        article: ArticleId,
        words: Sequence[Word],
        figures: frozenset[tuple[float, str]],
        tie: Tie,
        report: Callable[[], Report] | None = None,
    ) -> None:
        """Note a sentence; where its tie is not sure, with the ``report`` to be made should it prove to be a copy."""
        stems = content_of(words)
        runs = frozenset(map(hash, zip(*(stems[k:] for k in range(_RUN)), strict=False)))
        if len(runs) >= _FEWEST:
            for run in runs:
                self._by_run[run].append(len(self._sentences))
            self._sentences.append(_Sentence(article, runs, figures, tie, report))

    def found(self) -> list[tuple[int, Report]]:
        """The reports of sentences that copy one of another article, each with its event.

        A short copy counts where another one, or an event in common, shows that the articles tell one story.
        """
        told: dict[ArticleId, set[int]] = defaultdict(set)
        for sentence in self._sentences:
            if sentence.tie.event is not None:
                told[sentence.article].add(sentence.tie.event)
        pairs = [(s, o) for s in self._sentences if s.report is not None for o in self._originals(s)]
        common = Counter((s.article, o.article) for s, o in pairs)
        out = []
        for sentence, original in pairs:
            one_story = common[sentence.article, original.article] > 1 or told[sentence.article] & told[original.article]
            if original.tie.event is not None and sentence.report is not None and (one_story or len(sentence.runs) >= _LONG):
                report = sentence.report()
                out.append((original.tie.event, replace(report, mention=replace(report.mention, links=(step("tie-copied"),)))))
        return out

    def _originals(self, sentence: _Sentence) -> list[_Sentence]:
        """The sentence of another article that holds most of the runs, and whose event is known."""
        shared: Counter[int] = Counter()
        for run in sentence.runs:
            held = self._by_run[run]
            shared.update(held if len(held) <= _MANY else ())
        best = [
            (-count, k)
            for k, count in shared.items()
            if (o := self._sentences[k]).article != sentence.article
            and o.tie.event is not None
            and o.tie.score > sentence.tie.score
            and (o.figures <= sentence.figures or sentence.figures <= o.figures)
            and count >= max(_FEWEST, _COPIED * min(len(sentence.runs), len(o.runs)))
        ]
        return [self._sentences[min(best)[1]]] if best else []
