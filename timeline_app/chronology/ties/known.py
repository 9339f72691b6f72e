"""Which dated events may an undated passage belong to? Looked up by article, number, figure and word; few are compared."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from timeline_app.chronology.links.agreement import one_story, topics_of
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.lexicon import kinship
from timeline_app.chronology.ties.undated import Undated
from timeline_app.chronology.traits.figure import Ordinal
from timeline_app.model.article import Article
from timeline_app.model.event import Modality

NAMED = "session"
_COMMONNESS = 0.8
_TWO, _FEW, _MANY, _TOPIC, _LOW, _SLACK = 2, 16, 200, 4, 9, 1e-9

Told = tuple[int, Report]


@dataclass(slots=True)
class Profile:
    """What is known of an event: its words, figures, speakers, and in which articles it is told."""

    stems: set[str] = field(default_factory=set)
    figures: set[tuple[float, str]] = field(default_factory=set)
    ordinals: set[Ordinal] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    telling: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    core: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    modalities: set[Modality] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Known:
    """The events told with a date, and where to look for one: by article, number, figure, word. Built once for all articles.

    ``told`` holds each article's own reports with the index of the event each tells of, ``topics`` the words with which it
    tells what it dates. What too many events hold names none.
    """

    profiles: tuple[Profile, ...]
    by_key: Mapping[Hashable, tuple[int, ...]]
    told: Mapping[str, tuple[Told, ...]]
    by_word: Mapping[Hashable, tuple[int, ...]] = field(default_factory=dict)
    topics: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def elsewhere(self, undated: Undated) -> set[int]:
        """The events of whatever story with which a passage shares a high number («الدورة الـ93») or two figures."""
        found = {i for o in _named(undated) if o.number > _LOW for i in self.by_key.get(o, ())}
        if len(undated.figures) > 1:
            counted = Counter(i for figure in undated.figures for i in self.telling(figure))
            found |= {i for i, count in counted.items() if count > 1}
        return found

    def numbered(self, undated: Undated) -> set[int]:
        """The events with which a passage shares a session's number."""
        return {i for o in _named(undated) for i in self.by_key.get(o, ())}

    def is_after(self, event: int, article: Article) -> bool:
        """Whether an event happened after an article appeared."""
        published = article.published.when
        return published is not None and min(self.profiles[event].days, default=0) > published.last

    def is_before(self, event: int, article: Article) -> bool:
        """Whether an event was over before an article appeared."""
        published = article.published.when
        return published is not None and max(self.profiles[event].days, default=published.first) < published.first

    def comes_after(self, event: int, article: Article) -> bool:
        """Whether an event that no source announced happened after an article appeared: an intention is not the deed."""
        return self.is_after(event, article) and Modality.ANNOUNCED not in self.profiles[event].modalities

    def telling(self, figure: tuple[float, str]) -> tuple[int, ...]:
        """The events that hold a figure; none where too many do."""
        found = self.by_key.get(figure, ())
        return found if len(found) <= _MANY else ()


def known_of(groups: Sequence[Sequence[Report]]) -> Known:
    """What undated passages may be tied to. An opening and its session, of one number, stand in each other's articles."""
    profiles = tuple(_profile(group) for group in groups)
    series: dict[Ordinal, set[str]] = defaultdict(set)
    for profile in profiles:
        for ordinal in _named(profile):
            series[ordinal] |= profile.articles
    for profile in profiles:
        profile.articles.update(*(series[o] for o in _named(profile)))
    told: dict[str, list[Told]] = defaultdict(list)
    for i, group in enumerate(groups):
        for report in group:
            told[report.teller].append((i, report))
    by_key = _index((i, (*p.articles, *p.ordinals, *p.figures, *p.days)) for i, p in enumerate(profiles))
    by_word = _index((i, p.core) for i, p in enumerate(profiles))
    topics = topics_of([report for group in groups for report in group])
    return Known(profiles, by_key, {article: tuple(found) for article, found in told.items()}, by_word, topics)


def _named(told: Profile | Undated) -> list[Ordinal]:
    return [ordinal for ordinal in told.ordinals if ordinal.series == NAMED]


def _profile(group: Sequence[Report]) -> Profile:
    out = Profile()
    for report in group:
        traits = report.traits
        out.stems |= traits.stems if report.embedded else traits.stems | traits.context
        out.core |= traits.stems
        out.places |= traits.places
        out.modalities.add(report.mention.modality)
        out.figures |= {(f.low, f.unit) for f in traits.figures}
        out.ordinals |= traits.ordinals
        out.speakers |= traits.speaker
        out.nouns |= {traits.told, report.marks.head} - {""}
        out.heads |= {traits.told} if traits.told and report.embedded else set()
        out.telling |= {report.marks.head} - {""}
        out.kinds.add(traits.kind)
        out.families.add(kinship(traits.kind))
        out.days |= {report.days.first} if report.days.days == 1 else set()
        out.articles.add(report.teller)
        out.names |= report.names
    return out


class Around:
    """The events that one article speaks of, by what a passage may share with them; ``weight`` is what a word tells there."""

    def __init__(self, article: str, known: Known, common: Mapping[str, int], lent: Iterable[int] = ()) -> None:
        """``common`` counts in how many sentences of the article each stem stands."""
        self._known = known
        self._here = frozenset((*known.by_key.get(article, ()), *lent))
        self._common, self._stems = common, frozenset(common)
        self._of_story: dict[str, bool] = {}
        self._weights = {stem: 1 / (1 + _COMMONNESS * math.log(count)) for stem, count in common.items()}
        profiles = [(i, known.profiles[i]) for i in sorted(self._here)]
        self._words = _index((i, p.stems) for i, p in profiles)
        self._nouns = _index((i, p.nouns) for i, p in profiles)
        self._heads = _index((i, p.heads) for i, p in profiles)
        self._speakers = _index((i, p.speakers) for i, p in profiles)
        self._core = _index((i, p.core) for i, p in profiles)
        self._signs = _index((i, (*p.ordinals, *p.figures)) for i, p in profiles)

    def weight(self, stems: Iterable[str]) -> float:
        """How much the words tell together: the more sentences of the article hold one, the less it tells."""
        weight = self._weights.get
        return sum([weight(stem, 1.0) for stem in stems])

    def rarity(self, stem: str) -> tuple[int, str]:
        """A key that puts the rarest word of the article first."""
        return self._common.get(stem, 0), stem

    def among(self, undated: Undated, least: float, others: Iterable[int]) -> list[int]:
        """The events a passage may belong to, in order: those with a sure sign in common, and where the passage tells
        something also those that share words of at least ``least`` of its weight, its speaker, or are among ``others``.
        """
        found = {i for key in (*undated.ordinals, *undated.figures) for i in self._signs.get(key, ())}
        found |= self._known.elsewhere(undated)
        found.update(self._of_its_story(self._known.numbered(undated)))
        found.update(*(self._nouns.get(noun, ()) for noun in undated.pointed), self.only(undated.later))
        if undated.told or undated.coming or undated.families or undated.joins:
            found |= self._here.intersection(others)
        if undated.told or undated.coming:
            found.update(*(self._speakers.get(stem, ()) for stem in undated.speaker))
            found |= self._sharing(self._words, undated.stems, least)
        return sorted(found)

    def alluded(
        self, stems: Iterable[str], figures: Iterable[tuple[float, str]], least: float, least_elsewhere: float
    ) -> list[int]:
        """The events of the article that hold a figure of a phrase or ``least`` of the weight of its words, and those of any
        article that hold ``least_elsewhere`` of it.
        """
        elsewhere = self._of_its_story(self._sharing(self._known.by_word, stems, least_elsewhere))
        found = self._sharing(self._core, stems, least).union(elsewhere)
        return sorted(found | {i for figure in figures for i in self._signs.get(figure, ())})

    def near(self, stems: Iterable[str], least: int) -> list[int]:
        """The events of the article's story that hold at least so many of those words that few of them hold, in order."""
        held = (self._known.by_word.get(stem, ()) for stem in stems)
        own = [self._of_its_story(events) for events in held if len(events) <= _MANY]
        rare = (events for events in own if len(events) <= _FEW)
        counted = Counter(chain.from_iterable(rare))
        return sorted(i for i, count in counted.items() if count >= least)

    def told_with(self, noun: str) -> tuple[int, ...]:
        """The events of the article that a phrase with the noun as its head tells of, or else those told with it at all."""
        return self._heads.get(noun, ()) or self._nouns.get(noun, ())

    def on(self, day: int) -> tuple[list[int], list[int]]:
        """The events of one day that the article tells of, and those of other articles."""
        found = self._of_its_story(self._known.by_key.get(day, ()))
        return [i for i in found if i in self._here], [i for i in found if i not in self._here]

    def is_claimed(self, figure: tuple[float, str], stems: frozenset[str]) -> bool:
        """Whether an event that only other articles date holds the figure too, and words of the passage: then it tells little."""
        others = (i for i in self._of_its_story(self._known.telling(figure)) if i not in self._here)
        return any(len(stems & self._known.profiles[i].core) > _TWO for i in others)

    def only(self, nouns: Iterable[str]) -> dict[int, str]:
        """The events of the article that alone are told with one of the nouns, each with the noun, unless all of it speaks so."""
        rare = sorted(noun for noun in nouns if self._common.get(noun, 0) <= _TOPIC)
        return {found[0]: noun for noun in rare if len(found := self._nouns.get(noun, ())) == 1}

    def is_here(self, event: int) -> bool:
        """Whether the article dates the event itself."""
        return event in self._here

    def _of_its_story(self, events: Iterable[int]) -> list[int]:
        """The events that the article tells itself, or that articles tell which speak of much the same: others are no concern."""
        return [i for i in events if i in self._here or any(map(self._tells_its_story, self._known.profiles[i].articles))]

    def _tells_its_story(self, article: str) -> bool:
        found = self._of_story.get(article)
        if found is None:
            found = self._of_story[article] = one_story(self._known.topics[article], self._stems)
        return found

    def _sharing(self, index: Mapping[Hashable, tuple[int, ...]], stems: Iterable[str], least: float) -> set[int]:
        """The events that share so much of the weight of the stems; the commonest words alone never make up as much."""
        rest = self.weight(stems)
        least = least * rest - _SLACK
        shared: dict[int, float] = defaultdict(float)
        for stem in sorted(stems, key=lambda s: (len(index.get(s, ())), s)):
            found = index.get(stem, ())
            if rest < least or len(found) > _MANY:
                break
            weight = self._weights.get(stem, 1.0)
            rest -= weight
            for i in found:
                shared[i] += weight
        return {i for i, weight in shared.items() if weight + rest >= least}


def _index(items: Iterable[tuple[int, Iterable[Hashable]]]) -> dict[Hashable, tuple[int, ...]]:
    out: dict[Hashable, list[int]] = defaultdict(list)
    for i, keys in items:
        for key in keys:
            out[key].append(i)
    return {key: tuple(found) for key, found in out.items()}
