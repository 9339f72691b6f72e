"""How many do the articles say a disaster killed and hurt? A toll belongs to the disaster it is told with, whatever dates it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.clause import COMMAS
from timeline_app.chronology.count import Count, figures_apart, sides_of
from timeline_app.chronology.difference import lands_of
from timeline_app.chronology.figure import Figure, figure_roles, figure_words, figures_of, is_counted, only_counts
from timeline_app.chronology.lexicon import discourse, kinship, noun_of, verb_of
from timeline_app.chronology.sentence import Sentence, sentences_of
from timeline_app.chronology.trait import place_at, place_stems, stems_of
from timeline_app.chronology.words import Word, stem, words_of
from timeline_app.model.article import Article, SectionRole
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Contradiction, Event, Mention
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId, EventId
from timeline_app.model.span import Span

ROLES = ("dead", "wounded")
_HARM, _VIOLENCE = frozenset({"disaster", "attack"}), "violence"
_PHRASE, _FAR, _SHARED, _PART, _BOTH, _MANY, _NEAR = 12, 3, 2, 4, 6, 24, 10
_HARMED = re.compile("قتل|قتيل|مصرع|وفاة|وفيات|توف|متوف|جريح|جرح|صيب|صاب|ضحا|حتف|ودى|ودت|قضى|قضوا|شهيد|شهداء|جثة|جثث")


@dataclass(slots=True)
class Disaster:
    """What an article says of one disaster: the words it is named by, its cities and days, and the figures of those harmed."""

    article: Article
    words: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    cities: set[str] = field(default_factory=set)
    days: list[DateRange] = field(default_factory=list)
    start: int = 0
    known: bool = False  # named with the article: it was told before («الحريق»)
    tolls: dict[str, list[tuple[Figure, frozenset[str]]]] = field(default_factory=lambda: defaultdict(list))


def groups_of(articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]]) -> list[list[Disaster]]:
    """The disasters of several articles that are one, in the order of the articles' digests; not quadratic."""
    ordered = sorted(articles, key=lambda a: a.sha256)
    found = [d for article in ordered for d in disasters_of(article, readings.get(article.id, ()))]
    by_word: dict[str, list[int]] = defaultdict(list)
    links = []
    for i, disaster in enumerate(found):
        near = {j for word in sorted(disaster.words) for j in by_word[word][-_MANY:]}
        links += [(-len(found[j].words & disaster.words), j, i) for j in near if _are_one(found[j], disaster)]
        for word in disaster.words:
            by_word[word].append(i)
    groups = {i: [i] for i in range(len(found))}
    home = list(range(len(found)))
    for _, j, i in sorted(links):
        one, other = sorted((home[i], home[j]))
        sides = [(found[a], found[b]) for a in groups[one][:_MANY] for b in groups[other][:_MANY]] if one != other else []
        if sides and not any(_are_apart(a, b) for a, b in sides):
            for k in groups[other]:
                home[k] = one
            groups[one] += groups.pop(other)
    return [[found[i] for i in sorted(group)] for group in groups.values() if len(group) > 1]


def _are_one(one: Disaster, other: Disaster) -> bool:
    """Whether two articles of about one time name one disaster: by two words, not only places, and by no other city or day."""
    if one.article.sha256 == other.article.sha256 or _are_apart(one, other):
        return False
    shared = one.words & other.words
    when = [d.article.published.when for d in (one, other)]
    days = [w.first for w in when if w is not None]
    far = len(days) == len(when) and max(days) - min(days) > _NEAR
    least = _SHARED + (len(days) < len(when))
    return not far and len(shared) >= least and bool(shared - one.places - other.places)


def _are_apart(one: Disaster, other: Disaster) -> bool:
    if one.cities and other.cities and one.cities.isdisjoint(other.cities):
        return True
    return bool(one.days and other.days) and not any(a.overlaps(b) for a in one.days for b in other.days)


def disasters_of(article: Article, readings: Sequence[Reading]) -> list[Disaster]:
    """The disasters an article counts the dead or the wounded of, in the order in which it names them."""
    found: list[Disaster] = []
    last: tuple[int, Disaster] | None = None
    for sentence in sentences_of(article, readings) if _HARMED.search(article.text) else ():
        if sentence.role is SectionRole.HEADING or any(w.form in discourse("apart") for w in sentence.words):
            continue
        named = [_home(found, phrase) for phrase in _named(article, sentence)]
        for role, figure in _tolls(sentence):
            before = [(start, d) for start, d in named if start <= figure.span.start]
            of = before[-1][1] if before else named[0][1] if named else last[1] if last else None
            if of is not None and (named or (last is not None and sentence.order - last[0] <= _FAR)):
                of.tolls[role].append((figure, lands_of(sentence.words)))
        if named:
            last = sentence.order, named[-1][1]
    return [disaster for disaster in found if disaster.tolls]


def _home(found: list[Disaster], named: Disaster) -> tuple[int, Disaster]:
    """The disaster of the article that a phrase names again, or the phrase's own; with where the phrase begins."""
    fitting = [d for d in found if not _are_apart(d, named)]
    again = [d for d in fitting if not named.words or named.known or not d.words.isdisjoint(named.words)]
    if not again:
        found.append(named)
        return named.start, named
    home = max(again, key=lambda d: (len(d.words & named.words), d.start))
    home.words |= named.words
    home.places |= named.places
    home.cities |= named.cities
    home.days += named.days
    return named.start, home


def _named(article: Article, sentence: Sentence) -> Iterator[Disaster]:
    """The disasters that a sentence names, each with the words that follow its noun or verb."""
    words = sentence.words
    at = next((i for i, word in enumerate(words) if _harms(word)), None)
    while at is not None:
        stop = _end(words, at)
        phrase = words[at:stop]
        places = [place for i in range(len(phrase)) if (place := place_at(phrase, i)) is not None]
        span = Span(phrase[0].start, phrase[-1].end)
        yield Disaster(
            article,
            words=set(stems_of([w for w in phrase if not only_counts(w.form)]) - _vague()),
            places=set(place_stems(phrase)),
            cities={name for name, _, is_city in places if is_city},
            days=[r.ranges[0] for r in sentence.readings if r.ranges and span.contains(r.span)],
            start=span.start,
            known=phrase[0].form.startswith(("ال", "بال", "لل")),
        )
        at = next((i for i in range(stop, len(words)) if _harms(words[i])), None)


def _harms(word: Word) -> bool:
    found = noun_of(word.form) or verb_of(word.form)
    return found is not None and found.kind in _HARM and found.lemma not in figure_words("lasting")


def _end(words: Sequence[Word], start: int) -> int:
    """Where the phrase ends that names a disaster: at a comma, or where another is named («حادث حريق» are one)."""
    for i in range(start + 1, min(len(words), start + _PHRASE)):
        if words[i].form in COMMAS or (i > start + _SHARED and _harms(words[i])):
            return i
    return min(len(words), start + _PHRASE)


@cache
def _vague() -> frozenset[str]:
    """The stems of words that name any disaster or any place («حادث», «مدينة»)."""
    return stems_of(words_of(" ".join(sorted(figure_words("vague")))))


def _tolls(sentence: Sentence) -> Iterator[tuple[str, Figure]]:
    """The figures of the dead and the wounded of a sentence; parts of them are left out, and what is counted with them."""
    words = sentence.words
    taken = [reading.span for reading in sentence.readings]
    for figure in figures_of(words, taken):
        at, stop = sentence.index(figure.span.start), sentence.index(figure.span.end - 1) + 1
        if figure.role in ROLES and not figure.whole and not _is_part(words, at, stop):
            beside = [word.form for word in (*words[max(0, at - 1) : at], *words[stop : stop + 1])]
            bare_count = not is_counted(figure.unit) and any(stem(form) in figure_roles(figure.role) for form in beside)
            if figure.unit in figure_words("people") or bare_count:
                yield figure.role, figure


def _is_part(words: Sequence[Word], at: int, stop: int) -> bool:
    """Whether a figure counts a part of the harmed («بينهم 3 أطفال», «12 من القتلى»), or the dead and the wounded together."""
    part = any(word.form in figure_words("part") for word in words[max(0, at - _PART) : at])
    both = any(word.form in figure_words("either") for word in words[at : at + _BOTH])
    return part or both or any(word.form in discourse("partitive") for word in words[at:stop])


def toll_contradictions(
    chronicle: Chronicle, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]]
) -> Iterator[Contradiction]:
    """A contradiction, or an update, for each disaster of which two articles count the dead or the wounded differently."""
    told: dict[ArticleId, list[tuple[Mention, Event]]] = defaultdict(list)
    for event in chronicle.events:
        for mention in event.mentions:
            told[mention.passage.article].append((mention, event))
    for group in groups_of(articles, readings):
        for role in ROLES:
            counts: dict[str, list[Count]] = defaultdict(list)
            for disaster in group:
                for figure, lands in disaster.tolls[role]:
                    counts[disaster.article.sha256].append(Count(disaster.article, figure, lands))
            sides, update = sides_of(counts)
            if sides:
                events = dict.fromkeys(e for side in sides for e in _events_at(told[side.article.id], side.figure.span))
                yield figures_apart(role, sides, tuple(events), update=update)


def _events_at(told: Sequence[tuple[Mention, Event]], span: Span) -> list[EventId]:
    """The event of a mention that holds a figure; of several the one of harm."""
    at = [event for mention, event in told if mention.passage.span.contains(span)]
    return [event.id for event in sorted(at, key=lambda e: kinship(e.kind) != _VIOLENCE)[:1]]
