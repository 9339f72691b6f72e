"""What do the articles of one story say differently of one person or thing: an age, the minute of a goal, a share to its
hundredths, how many a school holds?
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline_app.chronology.doubts.count import MEASURES, Count, figures_apart, is_rounded
from timeline_app.chronology.doubts.story import Stories
from timeline_app.chronology.sentences.clause import COMMAS
from timeline_app.chronology.sentences.lexicon import noun_of, verb_of
from timeline_app.chronology.sentences.sentence import sentences_of
from timeline_app.chronology.sentences.words import Word, bare, index_at, stem
from timeline_app.chronology.traits.figure import Figure, figure_stems, figure_words, figures_of, is_counted
from timeline_app.chronology.traits.participant import persons
from timeline_app.chronology.traits.proper import listed
from timeline_app.chronology.traits.trait import place_stems, stems_of
from timeline_app.language.numbers import read_number
from timeline_app.model.article import Article, SectionRole
from timeline_app.model.event import Contradiction
from timeline_app.model.span import Span

_MANY, _WEEK, _YEAR, _GRACE = 24, 7, 365.25, 3
_BEFORE, _AFTER, _CLOSE, _LAST_MINUTE, _WORDS = 20, 4, 3, 120, 4
_NAMES, _OLDEST, _YOUNGEST = 2, 119, 3
_REACH, _SIDE, _EXACT, _ALIKE, _TIMES = 3, 12, 4, 3, 3.0


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that an article says of what ``names`` (stems) name; ``sort`` is age, minute, share or holding."""

    article: Article
    sort: str
    names: frozenset[str]
    figure: Figure
    places: frozenset[str] = frozenset()


def fact_contradictions(articles: Sequence[Article], stories: Stories) -> Iterator[Contradiction]:
    """A contradiction for each such figure of which two articles of one story give values that cannot both be right."""
    shelves: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.sha256):
        for fact in _facts(article):
            for name in sorted(fact.names):
                shelves[fact.sort, name].append(fact)
    said: set[tuple[object, ...]] = set()
    for key in sorted(shelves):
        shelf = shelves[key][:_MANY]
        for one, other in combinations(shelf, 2):
            names = one.article.id, other.article.id
            values = (key[0], *sorted((one.figure.low, other.figure.low)))
            if values in said or names[0] == names[1] or not _SORTS[key[0]].differ(one, other):
                continue
            if not stories.are_one(*names) or _is_told_both(one, other, shelf):
                continue
            at = {stories.event_at(fact.article.id, fact.figure.span.start) for fact in (one, other)}
            if key[0] == "minute" and len(at) > 1:  # of two matches
                continue
            said.add(values)
            sides = [Count(fact.article, fact.figure) for fact in (one, other)]
            yield figures_apart(key[0], sides, tuple(sorted(event for event in at if event is not None)), update=False)


def _is_told_both(one: Fact, other: Fact, shelf: Sequence[Fact]) -> bool:
    """Whether an article of either gives the value of the other too."""
    values = {one.article.id: other.figure.low, other.article.id: one.figure.low}
    return any(values.get(fact.article.id) == fact.figure.low for fact in shelf)


def _facts(article: Article) -> Iterator[Fact]:
    wanted = [sort for sort in _SORTS.values() if sort.hint.search(article.text)]
    for sentence in sentences_of(article, ()) if wanted else ():
        if sentence.role is not SectionRole.HEADING:
            for sort in wanted:
                yield from sort.read(article, sentence.words)


def _ages(article: Article, words: Sequence[Word]) -> Iterator[Fact]:
    """«سالم الراجي (34 عاما)», «سالم الراجي البالغ من العمر 34 عاما»: the words before, up to what names nobody."""
    for i in range(_NAMES, len(words)):
        read = read_number([w.form for w in words[i : i + 3]], 0) if words[i].form[:1].isdigit() else None
        stop = i + (read.count if read is not None else 1)
        if read is None or not _YOUNGEST <= read.value <= _OLDEST or stop >= len(words):
            continue
        closed = stop + 1 < len(words) and words[stop + 1].form == ")"
        if words[stop].form not in figure_words("years"):
            continue
        at = i - 1 if words[i - 1].form == "(" and closed else _aged(words, i)
        names = _named_before(words, at, article.text) if at is not None else frozenset[str]()
        if len(names) >= _NAMES:
            span = Span(words[i].start, words[stop].end)
            yield Fact(article, "age", names, Figure(span, float(read.value), float(read.value), "year"))


def _aged(words: Sequence[Word], i: int) -> int | None:
    """Where «البالغ», «البالغ من العمر» stands before an age."""
    return next((k for k in range(i - 1, max(0, i - _REACH) - 1, -1) if words[k].form in figure_words("aged")), None)


def _named_before(words: Sequence[Word], at: int, text: str) -> frozenset[str]:
    """The stems of the person's name that ends before a word, a comma between them or not."""
    for name in persons(words[max(0, at - _BEFORE) : at], text):
        if at - 1 - (words[at - 1].form in COMMAS) >= 0 and name[-1] == words[at - 1 - (words[at - 1].form in COMMAS)]:
            return frozenset(stem(word.form) for word in name if word.form not in listed("name_parts"))
    return frozenset()


def _ages_differ(one: Fact, other: Fact) -> bool:
    """Whether nobody born on one day can have both ages, each on the day its article appeared."""
    if not (one.names <= other.names or other.names <= one.names):
        return False
    born = []
    for fact in (one, other):
        when = fact.article.published.when
        if when is None:
            return False
        born.append((when.first - (fact.figure.low + 1) * _YEAR - _GRACE, when.last - fact.figure.low * _YEAR + _GRACE))
    (a, b), (c, d) = born
    return b < c or d < a


def _minutes(article: Article, words: Sequence[Word]) -> Iterator[Fact]:
    """The minutes of goals, with the stems of the words around each that may name the scorer."""
    told = list(_minutes_told(words))
    ends = [stop for _, stop, _ in told]
    for n, (start, stop, value) in enumerate(told):
        first = max(0, start - _BEFORE, ends[n - 1] if n else 0)
        last = min(len(words), stop + _AFTER, told[n + 1][0] if n + 1 < len(told) else len(words))
        around = [*words[first:start], *words[stop:last]]
        said = {stem(word.form.removeprefix("و")) for word in around}
        if said.isdisjoint(figure_stems("scoring")) or not said.isdisjoint(figure_stems("no_goal")):
            continue
        names = stems_of([w for w in around if noun_of(w.form) is None and verb_of(w.form) is None]) - figure_stems("pitch")
        figure = Figure(
            Span(words[start].start, words[stop - 1].end), float(value), float(value), "minute", word=words[start].form
        )
        yield Fact(article, "minute", frozenset(names), figure)


def _minutes_told(words: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Where the minutes of a sentence begin and end, and which: «الدقيقة 31», «الدقيقة الحادية والثلاثين», «الراجي (31)»."""
    forms = [word.form for word in words]
    done = 0
    for i, form in enumerate(forms):
        named = form in figure_words("minute")
        if i < done or not (named or (form == "(" and i and forms[i - 1].isalpha() and forms[i + 2 : i + 3] == [")"])):
            continue
        for k in range(i + 1, min(i + 1 + (_REACH if named else 1), len(forms))):
            read = read_number(forms[k : k + _WORDS], 0)
            after = k + read.count if read is not None else k
            if read is not None and isinstance(read.value, int) and forms[after : after + 1] != ["+"]:
                done = after + (forms[after : after + 1] == [")"])
                if 0 < read.value <= _LAST_MINUTE:
                    yield i, done, read.value
                break


def _minutes_differ(one: Fact, other: Fact) -> bool:
    """Whether one goal is told in both, a minute or a few apart, in articles of one week."""
    days = [fact.article.published.when for fact in (one, other)]
    near = days[0] is not None and days[1] is not None and abs(days[0].first - days[1].first) <= _WEEK
    named = any(fact.figure.word in figure_words("minute") for fact in (one, other))  # «(31)» alone may be points of a table
    return near and named and 0 < abs(one.figure.low - other.figure.low) <= _CLOSE and len(one.names & other.names) >= _NAMES


def _shares(article: Article, words: Sequence[Word]) -> Iterator[Fact]:
    """Figures of four digits that say something or more, written out, with the words of their sentence."""
    if not any(_SORTS["share"].hint.search(word.form) for word in words):
        return
    for figure in figures_of(words):
        measured = is_counted(figure.unit) or figure.unit in MEASURES
        if measured and figure.low == figure.high and not figure.bound and len(_digits(figure)) >= _EXACT:
            yield Fact(article, "share", stems_of(words), figure)


def _shares_differ(one: Fact, other: Fact) -> bool:
    """Whether two digits have changed places («15.58» and «15.85») in what both tell with the same words."""
    a, b = _digits(one.figure), _digits(other.figure)
    swapped = one.figure.unit == other.figure.unit and a != b and len(a) == len(b) and sorted(a) == sorted(b)
    places = [i for i in range(min(len(a), len(b))) if a[i] != b[i]] if swapped else []
    return len(places) == _NAMES and places[1] - places[0] == 1 and len(one.names & other.names) >= _ALIKE


def _digits(figure: Figure) -> str:
    return f"{figure.low:.12g}".replace(".", "").rstrip("0") if figure.low < 1e12 else ""


def _holdings(article: Article, words: Sequence[Word]) -> Iterator[Fact]:
    """«المدرسة تضم 700 تلميذ», «على متن العبارة 90 راكبا»: how many people a thing holds, by its noun and the unit."""
    for figure in figures_of(words) if any(word.form.removeprefix("و") in figure_words("holding") for word in words) else ():
        people = is_counted(figure.unit) and figure.unit in figure_words("held")
        at = index_at(words, figure.span.start)
        lead = words[max(0, at - _REACH) : at]
        if (
            not people
            or figure.rough
            or figure.bound
            or not any(w.form.removeprefix("و") in figure_words("holding") for w in lead)
        ):
            continue
        before = words[max(0, at - _SIDE) : at]
        holders = [stem(w.form) for w in before if bare(w.form) in figure_words("holders")]
        if holders:
            yield Fact(article, "holding", frozenset({f"{holders[-1]}:{figure.unit}"}), figure, place_stems(before))


def _holdings_differ(one: Fact, other: Fact) -> bool:
    low, high = sorted((one.figure.low, other.figure.low))
    elsewhere = bool(one.places and other.places) and one.places.isdisjoint(other.places)
    return low < high <= low * _TIMES and not is_rounded(low, high) and not elsewhere


@dataclass(frozen=True, slots=True)
class _Sort:
    """How figures of one sort are read and compared; ``hint`` is found in every article that may hold one."""

    hint: re.Pattern[str]
    read: Callable[[Article, Sequence[Word]], Iterator[Fact]]
    differ: Callable[[Fact, Fact], bool]


_SORTS = {
    "age": _Sort(re.compile(r"\(\s?\d{1,3}\s|\sالبالغ"), _ages, _ages_differ),
    "minute": _Sort(re.compile(r"الدقيق|\(\d{1,3}\)"), _minutes, _minutes_differ),
    "share": _Sort(re.compile(r"\d\d[.,٫]\d\d|\d[.,٫]\d{3}|\d{5}"), _shares, _shares_differ),
    "holding": _Sort(re.compile(r"(?:[تي]ضم|[تي]قل|متن|تسع|ستوعب)\w?\w?\s(?:\w+\s){0,2}ل?ـ?\d"), _holdings, _holdings_differ),
}
