"""By which names is one body called? Learned from the texts' own brackets: «المنظمة الدولية للشرطة الجنائية (الإنتربول)»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.words import Word, bare, stem, words_of
from timeline_app.chronology.traits.proper import listed
from timeline_app.chronology.traits.trait import of_place, place_words
from timeline_app.model.article import Article

_LONGEST, _SHORTEST, _INSIDE = 6, 2, 2
_MARK = "@"
_DATELINE = 60
_BRACKET = re.compile(r"\([^()]{3,200}\)")


@dataclass(frozen=True, slots=True)
class Aliases:
    """Short names with the words each stands for; ``names_in`` finds the bodies named, however they are written."""

    short: tuple[tuple[str, str], ...] = ()
    long: tuple[tuple[frozenset[str], str], ...] = ()

    def names_in(self, stems: frozenset[str]) -> frozenset[str]:
        """The bodies that a set of stems names, by the short name or by all words of the long one."""
        found = {name for short, name in self.short if short in stems}
        return frozenset(found | {name for words, name in self.long if words <= stems})

    def canonical(self, stems: frozenset[str]) -> frozenset[str]:
        """The stems with one name for each body, in place of the words it was named by."""
        out = set(stems)
        for words, name in self.long:
            if words <= stems:
                out = (out - words) | {name}
        for short, name in self.short:
            if short in out:
                out = (out - {short}) | {name}
        return frozenset(out)


def learn(articles: Iterable[Article]) -> Aliases:
    """The aliases that the articles' brackets teach; short names of nearly one long name are one body."""
    taught = sorted(
        {pair for article in articles if _BRACKET.search(article.text) for pair in _bracketed(words_of(article.text))},
        key=lambda p: (p[1], sorted(p[0])),
    )
    groups: list[tuple[set[str], list[frozenset[str]]]] = []
    for long, short in taught:
        touching = [g for g in groups if short in g[0] or any(_alike(long, other) for other in g[1])]
        merged = ({short}.union(*(g[0] for g in touching)), [long, *(name for g in touching for name in g[1])])
        groups = [g for g in groups if g not in touching] + [merged]
    shorts = [(short, _MARK + min(group[0])) for group in groups for short in group[0]]
    longs = [(frozenset.intersection(*group[1]), _MARK + min(group[0])) for group in groups]
    whole = [(words, name) for words, name in longs if len(words) >= _SHORTEST]
    return Aliases(tuple(sorted(shorts)), tuple(sorted(whole, key=lambda item: (item[1], sorted(item[0])))))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) * 2 >= len(one | other) and len(one & other) > _SHORTEST


def _bracketed(words: Sequence[Word]) -> Iterable[tuple[frozenset[str], str]]:
    for i, word in enumerate(words):
        if word.form != "(" or word.start < _DATELINE:
            continue
        close = next((k for k in range(i + 1, min(i + 2 + _INSIDE, len(words))) if words[k].form == ")"), None)
        if close is None or close - i > _INSIDE or not words[i + 1].form.isalpha() or len(bare(words[i + 1].form)) < 3:
            continue
        long = _long_name(words, i)
        short = stem(words[i + 1].form)
        if len(long) >= _SHORTEST and short not in long and not _is_gloss(words[i + 1].form):
            yield long, short


def _long_name(words: Sequence[Word], stop: int) -> frozenset[str]:
    """The words of the name before a bracket: back to a verb, a preposition or a mark, from its first definite noun."""
    start = stop
    while start > 0 and stop - start < _LONGEST:
        form = words[start - 1].form
        if (
            words[start - 1].is_mark
            or form in discourse("date_preposition")
            or (verb_of(form) is not None and not form.startswith("ال"))
        ):
            break
        start -= 1
        if (
            form.startswith("ال")
            and start > 0
            and not words[start - 1].form.startswith(("ال", "لل"))
            and _ends_name(words[start - 1].form)
        ):
            break
    if stop - start > _SHORTEST and words[start].form[:1] in "وف":
        start += 1  # «وتعرف المنظمة …»: what «و» joins stands before the name
    return frozenset(stem(word.form) for word in words[start:stop] if word.form.isalpha())


def _ends_name(form: str) -> bool:
    return form in discourse("stop") or verb_of(form) is not None or form.startswith("ب")


def _is_gloss(form: str) -> bool:
    """Whether the bracket explains («(شرق)», «(نيسان)») and names no body: Latin letters or a definite noun name one, but no
    weekday, no country, no act and no noun that many bodies are called by («(الحكومة)»).
    """
    if form.isascii() or not form.startswith("ال"):
        return not form.isascii()
    common = form in discourse("weekday") or form in listed("bodies") or bare(form) in discourse("office") | listed("bodies")
    return common or bool(of_place(form) or place_words(words_of(form))) or noun_of(form) is not None
