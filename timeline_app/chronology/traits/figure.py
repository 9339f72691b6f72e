"""Which figures does a sentence give, of what, in which role? «179 دولة», «مقتل 14 شخصا», «الدورة الـ93»."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline_app.assets import resource
from timeline_app.chronology.sentences.lexicon import discourse
from timeline_app.chronology.sentences.words import Word, bare, fold, stem
from timeline_app.language.numbers import begins_number, read_number
from timeline_app.model.span import Span

_NUMERAL = re.compile(r"(?:ال|بال|لل)?(\d{1,4})\Z")
_ROLE_REACH, _ROLE_AFTER, _WORDS_OF_NUMBER, _WHOLE_REACH = 4, 9, 8, 6
_BESIDE, _AROUND = 3, 7


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written: its lowest and highest value, what it counts, in which role, and how exact it is.

    ``unit`` is a code of ``figures.toml`` or the stem of the word counted; ``whole`` marks «من أصل 329»; ``near`` are the
    stems of the words beside it.
    """

    span: Span
    low: float
    high: float
    unit: str
    role: str = ""
    rough: bool = False
    bound: bool = False
    whole: bool = False
    word: str = ""
    near: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number that names one of a series: «الدورة الـ93» is 93 of «دورة»."""

    number: int
    series: str


def figures_of(words: Sequence[Word], taken: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """The figures among ``words`` that count something, without those inside ``taken`` (time expressions)."""
    forms = [word.form for word in words]
    out: list[Figure] = []
    i = 0
    while i < len(words):
        found = None
        if _begins(forms[i]) and not any(t.start <= words[i].start < t.end for t in taken):
            found = _figure_at(words, forms, i, taken)
        if found is None:
            i += 1
        else:
            out.append(found[0])
            i = found[1]
    return tuple(out)


def may_hold_whole(text: str) -> bool:
    """Whether the words that mark a whole stand anywhere in a text: asked before it is read for them."""
    folded = fold(text)
    return any(word in folded for word in _words("whole"))


def ordinals_of(words: Sequence[Word]) -> frozenset[Ordinal]:
    """The ordinals that follow the name of a series: «الدورة الثانية والتسعين», «الدورة الـ93», «الدورة 93»."""
    forms = [word.form for word in words]
    out = set()
    for i, form in enumerate(forms[:-1]):
        series = _series_named(form)
        number = _ordinal_number(forms, i + 1) if series else None
        if number is not None:
            out.add(Ordinal(number, series))
    return frozenset(out)


@lru_cache(maxsize=65536)
def _series_named(form: str) -> str:
    """The series that a folded word names, or nothing."""
    return _series().get(bare(form)) or _series().get(stem(form), "")


def measures_strength(figure: Figure) -> bool:
    """Whether the figure tells how strong something was («قوته 5.8 درجات»): two sources hardly differ in it."""
    return figure.unit in _words("strength") and not figure.bound


def is_strength(figure: Figure) -> bool:
    """Whether the words beside the figure say that it is a strength («قوته 6.6 درجة»), written to a tenth."""
    return measures_strength(figure) and not figure.rough and not figure.near.isdisjoint(_strong())


def only_counts(form: str) -> bool:
    """Whether a folded word only says what is counted («أشخاص»), which is no likeness of two reports."""
    return bare(form) in _words("counting")


def figure_words(table: str) -> frozenset[str]:
    """The folded words of one list of ``figures.toml``."""
    return _words(table)


@cache
def figure_stems(table: str) -> frozenset[str]:
    """The stems of the words of one list."""
    return frozenset(stem(word) for word in _words(table))


def figure_roles(role: str) -> frozenset[str]:
    """The stems of the words that give a figure a role."""
    return _roles()[role]


def is_counted(unit: str) -> bool:
    """Whether the unit of a figure is one of the table, and no word that merely follows it."""
    return unit in _tables()["units"]


def number_apart(one: Collection[Ordinal], other: Collection[Ordinal]) -> bool:
    """Whether both name members of one series, and none in common («الدورة 92» and «الدورة 93»)."""
    if not one or not other:
        return False
    series = {o.series for o in one} & {o.series for o in other}
    return any(not any(o in other for o in one if o.series == name) for name in series)


def counts_apart(one: Collection[tuple[float, str]], other: Collection[tuple[float, str]]) -> bool:
    """Whether both count one thing and never alike («21 بحارا», «14 بحارا»); of the people harmed a later count may differ."""
    shared = {unit for _, unit in one} & {unit for _, unit in other} - _words("harmed")
    mine = {unit: {n for n, counted in one if counted == unit} for unit in shared}
    return any(mine[unit].isdisjoint(n for n, counted in other if counted == unit) for unit in shared)


def _ordinal_number(forms: Sequence[str], at: int) -> int | None:
    if forms[at] in discourse("number_mark") and at + 1 < len(forms):
        at += 1
    numeral = _NUMERAL.match(forms[at])
    if numeral:
        return int(numeral[1]) if int(numeral[1]) < 1000 else None
    read = read_number(list(forms[at : at + _WORDS_OF_NUMBER]), 0)
    if read is not None and (read.ordinal or read.definite) and isinstance(read.value, int):
        return read.value
    return None


def _figure_at(words: Sequence[Word], forms: Sequence[str], i: int, taken: Sequence[Span]) -> tuple[Figure, int] | None:
    start, cut = i, _clitic(forms[i])
    read = read_number([forms[i][cut:], *forms[i + 1 : i + _WORDS_OF_NUMBER]], 0)
    if read is None or read.ordinal or read.value <= 0:
        return None
    end, low, high = i + read.count, read.value, read.value
    if end + 1 < len(forms) and forms[end] in discourse("range_joint"):
        other = read_number(list(forms[end + 1 : end + 1 + _WORDS_OF_NUMBER]), 0)
        if other is not None and not other.ordinal:
            low, high, end = min(low, other.value), max(high, other.value), end + 1 + other.count
    unit, stop = _unit(forms, end)
    before = forms[max(0, start - _ROLE_REACH) : start]
    whole = any(f in _words("whole") for f in forms[max(0, start - _WHOLE_REACH) : start])
    if unit is None:
        unit, stop = ("whole" if whole else _unit_before(before)), end
    if unit is None or _names_a_series(forms, start):
        return None
    stop = max(stop, end)
    near = [stem(_unjoined(f)) for f in (*reversed(before), *_until_next_figure(forms, stop))]
    figure = Figure(
        Span(words[start].start + cut, words[stop - 1].end),
        float(low),
        float(high),
        unit,
        _role(unit, near),
        rough=any(f.removeprefix("و") in _words("rough") for f in before[-2:]) or low != high,
        bound=any(f.removeprefix("و") in _words("least") for f in before[-3:])
        or any(f in discourse("at_least") for f in forms[stop : stop + 3]),
        whole=whole,
        word=words[stop - 1].form,
        near=_beside(words, start, stop, taken),
    )
    return figure, stop


def _unjoined(form: str) -> str:
    """A word without the «و» before it («وقتل»)."""
    return form[1:] if form[:1] == "و" and form not in discourse("born_with_waw") and len(form) > _BESIDE else form


def _beside(words: Sequence[Word], start: int, stop: int, taken: Sequence[Span]) -> frozenset[str]:
    """The stems of the words on both sides of a figure; a date between them is passed over."""
    before, after = words[max(0, start - _AROUND) : start], words[stop : stop + _AROUND]
    if taken:
        before, after = ([w for w in side if not any(t.start <= w.start < t.end for t in taken)] for side in (before, after))
    beside = [word.form for word in (*before[-_BESIDE:], *after[:_BESIDE])]
    kept = (f for f in beside if f.isalpha() and len(f) > _BESIDE - 1 and f not in discourse("stop"))
    return frozenset(stem(f) for f in kept if f not in _words("rough") and f not in _words("least"))


def _unit_before(before: Sequence[str]) -> str | None:
    """«عدد الجرحى إلى 40»: what is counted stands before the figure, definite."""
    for form in reversed(before):
        if form.startswith("ال") and bare(form) in _units():
            return _units()[bare(form)]
    return None


def _until_next_figure(forms: Sequence[str], start: int) -> Sequence[str]:
    """The words after a figure in which its role may be told, up to the next figure."""
    near = range(start, min(start + _ROLE_AFTER, len(forms)))
    stop = next((i for i in near if forms[i][:1].isdigit() and forms[i - 1] not in _words("part")), start + _ROLE_AFTER)
    return forms[start:stop]


def _clitic(form: str) -> int:
    return 1 if form[:1] in "بلوف" and form[1:2].isdigit() else 0


@lru_cache(maxsize=65536)
def _begins(form: str) -> bool:
    return begins_number(form[_clitic(form) :])


def _names_a_series(forms: Sequence[str], at: int) -> bool:
    previous = forms[at - 1] if at else ""
    return bare(previous) in _series() or previous in discourse("numbered")


def _unit(forms: Sequence[str], end: int) -> tuple[str | None, int]:
    if end >= len(forms):
        return None, end
    if forms[end] == "%":
        return "percent", end + 1
    if forms[end] in discourse("per_hundred_lead") and end + 1 < len(forms) and forms[end + 1] in discourse("per_hundred"):
        return "percent", end + 2
    if forms[end] in discourse("per_hundred_joined"):
        return "percent", end + 1
    at = end + 1 if forms[end] in discourse("partitive") and end + 1 < len(forms) else end
    form = forms[at]
    if not form[:1].isalpha() or form.startswith("ال") or form in discourse("stop") or form in _words("part") or len(form) < 2:
        return None, end
    return _units().get(bare(form)) or stem(form), at + 1


def _role(unit: str, near: Sequence[str]) -> str:
    if unit in ("dead", "wounded", "arrested"):
        return unit
    return next((role for word in near for role, stems in _roles().items() if word in stems), "")


@cache
def _tables() -> dict[str, dict[str, str]]:
    with resource("lexicon", "figures.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _units() -> dict[str, str]:
    return {fold(word): code for code, words in reversed(_tables()["units"].items()) for word in words.split()}


@cache
def _roles() -> dict[str, frozenset[str]]:
    return {role: frozenset(stem(fold(word)) for word in words.split()) for role, words in _tables()["roles"].items()}


@cache
def _strong() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in _tables()["strength"]["beside"].split())


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _tables()[table]["words"].split())


@cache
def _series() -> dict[str, str]:
    return {fold(word): fold(code) for code, words in _tables()["series"].items() for word in words.split()}
