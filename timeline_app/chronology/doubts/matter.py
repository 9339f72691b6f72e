"""Of which one thing do several articles speak: a disaster, a gathering, an election? Told by the words they name it with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from timeline_app.chronology.sentences.clause import COMMAS
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.sentence import Sentence, sentences_of
from timeline_app.chronology.sentences.words import Word, bare, fold, stem, words_of
from timeline_app.chronology.traits.difference import lands_of
from timeline_app.chronology.traits.figure import (
    Figure,
    Ordinal,
    figure_roles,
    figure_words,
    number_apart,
    only_counts,
    ordinals_of,
)
from timeline_app.chronology.traits.trait import place_at, place_stems, stems_of
from timeline_app.model.article import Article, SectionRole
from timeline_app.model.daterange import DateRange
from timeline_app.model.expression import Reading
from timeline_app.model.identity import EventId
from timeline_app.model.span import Span

_PHRASE, _FAR, _SHARED, _MANY, _NEAR, _OPENING = 12, 3, 2, 24, 10, 5

Counted = Iterator[tuple[str, Figure]]


@dataclass(frozen=True, slots=True)
class Family:
    """Things of some kinds (codes of ``kinds.toml``), named by nouns and perhaps by ``verbs``, and what is counted of them in a
    sentence: roles with figures. A word of the list ``hints`` of ``figures.toml`` stands in every article that counts anything.
    """

    kinds: frozenset[str]
    hints: str
    counts: Callable[[Sentence], Counted]
    verbs: bool = True


@dataclass(slots=True)
class Matter:
    """What an article says of one thing: the words it is named by, its places and days, and what is counted of it, each figure
    with the countries named beside it.
    """

    article: Article
    words: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    cities: set[str] = field(default_factory=set)
    lands: set[str] = field(default_factory=set)
    quarters: set[str] = field(default_factory=set)
    days: list[DateRange] = field(default_factory=list)
    ordinals: set[Ordinal] = field(default_factory=set)
    start: int = 0
    known: bool = False  # named with the article: it was told before («الحريق»)
    counts: dict[str, list[tuple[Figure, frozenset[str]]]] = field(default_factory=lambda: defaultdict(list))
    events: set[EventId] = field(default_factory=set)  # told where it is counted, by their names


def groups_of(found: Sequence[Matter]) -> list[list[Matter]]:
    """The things of which several articles speak, each as they tell it, in the order given; not quadratic."""
    by_word: dict[str, list[int]] = defaultdict(list)
    links = []
    for i, matter in enumerate(found):
        names = [*sorted(matter.words), *sorted(matter.events)]
        near = {j for name in names for j in by_word[name][-_MANY:]}
        links += [(-len(found[j].words & matter.words), j, i) for j in near if _are_one(found[j], matter)]
        for name in names:
            by_word[name].append(i)
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


def _are_one(one: Matter, other: Matter) -> bool:
    """Whether two articles count in telling one event, or of about one time name one thing: by two words, not only places, and by
    no other city or day.
    """
    if one.article.sha256 == other.article.sha256 or _are_apart(one, other):
        return False
    if not one.events.isdisjoint(other.events):
        return True
    shared = one.words & other.words
    when = [matter.article.published.when for matter in (one, other)]
    days = [w.first for w in when if w is not None]
    far = len(days) == len(when) and max(days) - min(days) > _NEAR
    least = _SHARED + (len(days) < len(when))
    return not far and len(shared) >= least and bool(shared - one.places - other.places)


def _are_apart(one: Matter, other: Matter) -> bool:
    pairs = ((one.cities, other.cities), (one.lands, other.lands), (one.quarters, other.quarters))
    if any(_parted(*pair) for pair in pairs) or number_apart(one.ordinals, other.ordinals):
        return True
    return bool(one.days and other.days) and not any(a.overlaps(b) for a in one.days for b in other.days)


def _parted(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def matters_of(article: Article, readings: Sequence[Reading], families: Sequence[Family]) -> list[list[Matter]]:
    """For each family the things of which an article counts something, in the order in which it names them."""
    text = fold(article.text)
    hinted = [any(hint in text for hint in figure_words(family.hints)) for family in families]
    sentences = sentences_of(article, readings) if any(hinted) else ()
    told = [s for s in sentences if s.role is not SectionRole.HEADING]
    told = [s for s in told if not any(w.form in discourse("apart") for w in s.words[:_OPENING])]
    return [_counted(article, told, family) if hint else [] for family, hint in zip(families, hinted, strict=True)]


def _counted(article: Article, sentences: Sequence[Sentence], family: Family) -> list[Matter]:
    found: list[Matter] = []
    last: tuple[int, Matter] | None = None
    counts = {sentence.order: list(family.counts(sentence)) for sentence in sentences}
    for sentence in sentences if any(counts.values()) else ():
        named = [_home(found, phrase) for phrase in _named(article, sentence, family)]
        near = last[1] if last is not None and sentence.order - last[0] <= _FAR else None
        for role, figure in counts[sentence.order]:
            before = [matter for start, matter in named if start <= figure.span.start]
            of = before[-1] if before else named[0][1] if named else near
            if of is not None:
                of.counts[role].append((figure, lands_of(sentence.words)))
        if named:
            last = sentence.order, named[-1][1]
    return [matter for matter in found if matter.counts]


def _home(found: list[Matter], named: Matter) -> tuple[int, Matter]:
    """The thing of the article that a phrase names again, or the phrase's own; with where the phrase begins."""
    fitting = [m for m in found if not _are_apart(m, named)]
    again = [m for m in fitting if not named.words or named.known or not m.words.isdisjoint(named.words)]
    if not again:
        found.append(named)
        return named.start, named
    home = max(again, key=lambda m: (len(m.words & named.words), m.start))
    home.words |= named.words
    home.places |= named.places
    home.cities |= named.cities
    home.lands |= named.lands
    home.quarters |= named.quarters
    home.ordinals |= named.ordinals
    home.days += named.days
    return named.start, home


def _named(article: Article, sentence: Sentence, family: Family) -> Iterator[Matter]:
    """The things that a sentence names, each with the words that follow its noun or verb."""
    words = sentence.words
    at = next((i for i in range(len(words)) if _tells(words, i, family)), None)
    while at is not None:
        stop = _end(words, at, family)
        phrase = words[at:stop]
        places = [place for i in range(len(phrase)) if (place := place_at(phrase, i)) is not None]
        span = Span(phrase[0].start, phrase[-1].end)
        yield Matter(
            article,
            words=set(stems_of([w for w in phrase if not only_counts(w.form)]) - _vague()),
            places=set(place_stems(phrase)),
            cities={name for name, _, is_city in places if is_city},
            lands=set(lands_of(phrase)),
            quarters={stem(b.form) for a, b in pairwise(phrase) if bare(a.form) in figure_words("quarters") and not b.is_mark},
            days=[r.ranges[0] for r in sentence.readings if r.ranges and span.contains(r.span)],
            ordinals=set(ordinals_of(phrase)),
            start=span.start,
            known=phrase[0].form.startswith(("ال", "بال", "لل")),
        )
        at = next((i for i in range(stop, len(words)) if _tells(words, i, family)), None)


def _tells(words: Sequence[Word], i: int, family: Family) -> bool:
    word = words[i]
    found = noun_of(word.form) or (verb_of(word.form) if family.verbs else None)
    if found is None or found.kind not in family.kinds:
        return False
    if found.lemma in figure_words("lasting") and not (
        i + 1 < len(words) and bare(words[i + 1].form) in figure_words("overturned")
    ):
        return False
    # «بمشاركة عشر دول», «نجا 9 بحارة» name no gathering and no disaster
    forms = {stem(word.form), stem(word.form.removeprefix("و"))}
    return forms.isdisjoint(figure_roles("present") | figure_roles("rescued"))


def _end(words: Sequence[Word], start: int, family: Family) -> int:
    """Where the phrase ends that names a thing: at a comma, or where another is named («حادث حريق» are one)."""
    for i in range(start + 1, min(len(words), start + _PHRASE)):
        if words[i].form in COMMAS or (i > start + _SHARED and _tells(words, i, family)):
            return i
    return min(len(words), start + _PHRASE)


@cache
def _vague() -> frozenset[str]:
    """The stems of words that name any disaster or any place («حادث», «مدينة»)."""
    return stems_of(words_of(" ".join(sorted(figure_words("vague")))))
